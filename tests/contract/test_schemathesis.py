"""Schemathesis against the running application: every answer is one the OpenAPI document promises."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

EXAMPLES = os.environ.get("KB_SCHEMATHESIS_EXAMPLES", "10")


def test_no_request_meets_an_answer_the_document_does_not_promise(base_url: str) -> None:
    """All phases, all checks, relaxed only as schemathesis.toml says; a failure prints its curl command."""
    program = Path(sys.executable).with_name("schemathesis")
    run = subprocess.run(
        [
            *(program, "--no-color", "--config-file", REPOSITORY / "schemathesis.toml"),
            *("run", f"{base_url}/api/v1/openapi.json", "--max-examples", EXAMPLES),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-2_000:]
