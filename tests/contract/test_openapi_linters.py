"""Spectral (oas and OWASP) and Redocly (recommended-strict) find nothing; what is waived is explained."""

import os
import re
import subprocess
from pathlib import Path

import yaml

from tests.conftest import REPOSITORY

OPENAPI = REPOSITORY / "openapi"
PROGRAMS = OPENAPI / "node_modules" / ".bin"


def lint(*command: str) -> str:
    """What the linter says; its exit status is part of the assertion."""
    found = subprocess.run(
        [PROGRAMS / command[0], *command[1:]],
        cwd=OPENAPI,
        env={**os.environ, "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout + found.stderr


def waived() -> set[str]:
    rules = yaml.safe_load((OPENAPI / ".spectral.yaml").read_text())["rules"]
    rules |= yaml.safe_load((OPENAPI / "redocly.yaml").read_text()).get("rules", {})
    return {rule for rule, severity in rules.items() if severity in ("off", False)}


def test_spectral_finds_nothing() -> None:
    assert "No results" in lint("spectral", "lint", "--fail-severity", "hint", "openapi.json")


def test_redocly_finds_nothing() -> None:
    said = lint("redocly", "lint", "openapi.json")
    assert "Your API description is valid" in said
    assert "warning" not in said.replace("Deprecation warning: Node.js", "")


def test_every_waiver_has_its_reason_and_there_are_at_most_ten() -> None:
    explained = set(re.findall(r"(?m)^\| `([^`]+)` \|[^|]{30,}\|$", (OPENAPI / "README.md").read_text()))
    assert waived() == explained
    assert len(explained) <= 10


def test_no_file_hides_findings_from_the_linters() -> None:
    assert not list(Path(OPENAPI).glob(".redocly.lint-ignore*"))
