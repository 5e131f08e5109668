"""Schemathesis against the running application: every answer is one the OpenAPI document promises."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.contract.world import SCOPES
from tests.people import Demonstration, a_demonstration

EXAMPLES = os.environ.get("KB_SCHEMATHESIS_EXAMPLES", "10")
CALLERS = ("coordinator", "anonymous", "service client") if int(EXAMPLES) > 10 else ("coordinator",)
"""The long matrix asks as all three; every run as the one to whom most doors are open. What is closed to the
others, the permission walk asks of every operation."""


PHASES = ("coverage", "examples,fuzzing,stateful")
"""Two halves that take about as long, asked side by side."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """An installation of its own: what Schemathesis writes and locks is nobody else's."""
    with a_demonstration(tmp_path_factory.mktemp("schemathesis")) as made:
        yield made


@pytest.fixture(scope="module")
def headers(demo: Demonstration) -> dict[str, list[str]]:
    """Everybody signs in first: what Schemathesis asks uses up the attempts of this network."""
    return {caller: _headers(demo, caller) for caller in CALLERS}


@pytest.mark.parametrize("caller", CALLERS)
def test_no_request_meets_an_answer_the_document_does_not_promise(
    demo: Demonstration, headers: dict[str, list[str]], caller: str
) -> None:
    """All phases, all checks, relaxed only as schemathesis.toml says; a failure prints its curl command."""
    with ThreadPoolExecutor(len(PHASES)) as both:
        for run in both.map(lambda phases: _asked(demo, phases, headers[caller]), PHASES):
            assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-2_000:]


def _asked(demo: Demonstration, phases: str, headers: list[str]) -> "subprocess.CompletedProcess[str]":
    program = Path(sys.executable).with_name("schemathesis")
    return subprocess.run(
        [
            *(program, "--no-color", "--config-file", REPOSITORY / "schemathesis.toml"),
            *("run", f"{demo.url}/api/v1/openapi.json", "--max-examples", EXAMPLES, "--phases", phases),
            *headers,
        ],
        capture_output=True,
        text=True,
        check=False,
    )


def _headers(demo: Demonstration, caller: str) -> list[str]:
    if caller == "anonymous":
        return []
    made = demo.a_program("durban", *SCOPES) if caller == "service client" else None
    client = demo.program(made) if made else demo.sign_in(caller)
    return ["--header", f"Authorization: {client.headers['Authorization']}"]
