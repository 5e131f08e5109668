"""Runs a command against a fresh installation: ``python -m tests.e2e.serve -- npm run e2e``.

The command finds the address in ``E2E_BASE_URL`` and the accounts of the demonstration, with their passwords,
in the file ``E2E_CREDENTIALS`` names; its exit status is ours.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from klimabruecke.identity.demo import FILE as DEMO_FILE
from klimabruecke.settings import Environment
from tests.conftest import REPOSITORY, running
from tests.installations import a_seeded
from tests.people import state_operator


def main() -> int:
    command = sys.argv[sys.argv.index("--") + 1 :]
    with tempfile.TemporaryDirectory() as folder:
        interface = REPOSITORY / "frontend" / "build"
        settings = a_seeded(Path(folder), env=Environment.DEMO, frontend_dir=interface)
        state_operator(settings.operator)
        with running(settings) as url:
            found = {"E2E_BASE_URL": url, "E2E_CREDENTIALS": str(Path(folder) / DEMO_FILE)}
            return subprocess.run(command, env={**os.environ, **found}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
