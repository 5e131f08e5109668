"""The programs that are compared: started on a free port, their cost read from outside."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
UVICORN = ("-m", "uvicorn", "--loop", "uvloop", "--port", "{port}")
REFERENCE = ("--app-dir", str(HERE / "reference"))
SILENT = ("--no-access-log",)
READY_SECONDS = 30

STOCK_RECORDS = (*UVICORN, "app_stock:app", *REFERENCE)
BARE_RECORDS = {
    "SQLite": (*UVICORN, "app_bare:app", *REFERENCE),
    "PostgreSQL": (*UVICORN, "app_bare_postgres:app", *REFERENCE),
}
STOCK_PLANNER = (*UVICORN, "bench.stock_planner:app")
HELLO = (*UVICORN, "bench.hello:app", *SILENT)
OUR_PLANNER = ("-m", "klimabruecke", "serve")
OUR_RECORDS = ("-m", "bench.listing_app")
"""Ours with the reference programs' records beside its own routes, served as ``klimabruecke serve`` does."""
STOCK_SECRET, STOCK_PERSON = "not a secret", "person"
STOCK_PROJECT = "0193b6b0-0000-7000-8000-000000000001"


@dataclass
class Running:
    """A program that answers."""

    port: int
    pid: int
    ready_seconds: float

    def cpu_seconds(self) -> float:
        return process_seconds(self.pid)

    def resident_mb(self) -> float:
        return _status_kb(self.pid, "VmRSS") / 1024


@contextmanager
def running(
    program: tuple[str, ...], environment: Mapping[str, str], path: str = "/openapi.json"
) -> Iterator[Running]:
    """A program for as long as the block lasts; ready when it answers a request for ``path``."""
    port = _free_port()
    command = [sys.executable, *(part.format(port=port) for part in program)]
    begun = time.monotonic()
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment, "KB_PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, path, process)
        yield Running(port, process.pid, time.monotonic() - begun)
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int, path: str, process: "subprocess.Popen[bytes]") -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n".encode()
    for _ in range(READY_SECONDS * 100):
        if process.poll() is not None:
            raise SystemExit(f"{process.args!r} ended early")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=READY_SECONDS) as asking:
                asking.sendall(request)
                if asking.recv(15).startswith(b"HTTP/1.1 "):
                    return
        except OSError:
            time.sleep(0.01)
    raise SystemExit(f"{process.args!r} did not start in {READY_SECONDS} s")


def process_seconds(pid: int) -> float:
    """Time a process has spent on a processor so far, with all the threads it ever had: its Linux clock."""
    return time.clock_gettime((~pid << 3) | 2)


def family_seconds(pid: int) -> float:
    """The same for a process and its children, such as a PostgreSQL server and its sessions."""
    ended = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[13:15]
    total = sum(map(int, ended)) / os.sysconf("SC_CLK_TCK")
    for each in (pid, *_children(pid)):
        try:
            total += process_seconds(each)
        except OSError:
            continue  # it ended meanwhile
    return total


def _children(pid: int) -> list[int]:
    return [
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def _status_kb(pid: int, name: str) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise ValueError(f"/proc/{pid}/status does not say {name}")
