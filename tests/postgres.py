"""Runs a command beside a PostgreSQL server of its own: ``python -m tests.postgres -- pytest``.

The server lives in a temporary folder on a free port of this machine and ends with the command. The command
finds it in ``KB_TEST_POSTGRES``; its exit status is ours.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VERSIONS = Path("/usr/lib/postgresql")
MISSING = "PostgreSQL is missing: install it (Debian: apt-get install postgresql) and run the command again."


def binaries() -> Path:
    """The folder of the newest server installed here."""
    on_path = shutil.which("initdb")
    found = sorted(VERSIONS.glob("*/bin/initdb"), key=lambda path: float(path.parent.parent.name))
    if found:
        return found[-1].parent
    if on_path:
        return Path(on_path).parent
    raise SystemExit(MISSING)


@contextmanager
def server(*options: str) -> Iterator[str]:
    """A running server; gives the URL of its maintenance database."""
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="klimabruecke-postgres-"))
    try:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        data = folder / "data"
        _run(
            owner,
            str(binaries() / "initdb"),
            "-D",
            str(data),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "-N",
        )
        port = _free_port()
        process = _start(owner, data, port, options)
        try:
            _wait(owner, port)
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> pwd.struct_passwd:
    """The server refuses to run as root; then it runs as its own user."""
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def _as(owner: pwd.struct_passwd) -> dict[str, int]:
    return {"user": owner.pw_uid, "group": owner.pw_gid} if os.geteuid() == 0 else {}


def _run(owner: pwd.struct_passwd, *command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **_as(owner))  # type: ignore[call-overload]


def _start(
    owner: pwd.struct_passwd, data: Path, port: int, options: tuple[str, ...]
) -> "subprocess.Popen[bytes]":
    command = [
        *(str(binaries() / "postgres"), "-D", str(data), "-p", str(port), "-k", str(data)),
        *("-c", "listen_addresses=127.0.0.1", "-c", "max_connections=300", "-c", "shared_buffers=256MB"),
        *options,
    ]
    with (data.parent / "log").open("wb") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, cwd="/", **_as(owner))  # type: ignore[call-overload,no-any-return]


def _wait(owner: pwd.struct_passwd, port: int) -> None:
    ready = [str(binaries() / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port), "-t", "30"]
    for _ in range(300):
        if subprocess.run(ready, check=False, **_as(owner)).returncode == 0:  # type: ignore[call-overload]
            return
        time.sleep(0.1)
    raise RuntimeError("the PostgreSQL server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    command = sys.argv[sys.argv.index("--") + 1 :]
    with server("-c", "fsync=off") as url:
        return subprocess.run(command, env={**os.environ, "KB_TEST_POSTGRES": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
