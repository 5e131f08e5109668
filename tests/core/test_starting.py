"""A start that fails says why in one sentence, and never in a traceback."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY


def failing(command: str, folder: Path, **environment: str) -> str:
    """What the command says as it fails."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("KB_")}
    settings = {"KB_ENV": "test", "KB_DATA_DIR": str(folder), **environment}
    ran = subprocess.run(
        [sys.executable, "-m", "klimabruecke", command],
        env={**bare, "PYTHONPATH": str(REPOSITORY / "backend"), **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    assert "http://" not in ran.stdout
    return ran.stderr.strip()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("KB_PORT", "eighty", "KB_PORT: Input should be a valid integer"),
        ("KB_ENV", "holiday", "KB_ENV: Input should be 'production'"),
        ("KB_DATABASE_URL", "mysql://root:secret@host/x", "KB_DATABASE_URL: mysql is no database"),
        ("KB_DATABASE_URL", "postgresql", "KB_DATABASE_URL: this is no database URL"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str, said: str) -> None:
    told = failing("migrate", tmp_path, **{name: value})
    assert told.startswith(said)
    assert told.count("\n") == 0
    assert "secret" not in told


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert failing("migrate", file / "data").startswith(f"The data folder {file / 'data'} (KB_DATA_DIR)")


def test_a_port_that_is_taken_is_named_before_an_address_is_printed(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert f"port {port} (KB_HOST, KB_PORT): Address already in use." in failing(
            "serve", tmp_path, KB_PORT=port
        )


@pytest.mark.parametrize("command", ["migrate", "seed"])
def test_a_database_that_does_not_answer_is_named(tmp_path: Path, command: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    told = failing(command, tmp_path, KB_DATABASE_URL=f"postgresql://kb:secret@127.0.0.1:{port}/kb")
    assert told.startswith("The database (KB_DATABASE_URL, KB_DATA_DIR) does not answer: ")
    assert "secret" not in told
