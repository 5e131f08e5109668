"""Runs a command against a fresh installation: ``python -m tests.e2e.serve -- npm run e2e``.

The command finds the address in ``E2E_BASE_URL``; its exit status is ours.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from klimabruecke.cli import migrate, seed
from tests.conftest import REPOSITORY, running
from tests.installations import an_installation


def main() -> int:
    command = sys.argv[sys.argv.index("--") + 1 :]
    with tempfile.TemporaryDirectory() as folder:
        settings = an_installation(Path(folder), frontend_dir=REPOSITORY / "frontend" / "build")
        migrate(settings)
        seed(settings)
        with running(settings) as url:
            return subprocess.run(command, env={**os.environ, "E2E_BASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
