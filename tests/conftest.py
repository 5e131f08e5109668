"""A real database, migrated and seeded, behind a real server. Nothing of our own is patched."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from klimabruecke.core.http.protocol import with_deadline
from klimabruecke.main import create_app
from klimabruecke.settings import Settings
from tests.installations import a_seeded

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A fresh installation in a temporary folder, brought up by the commands users run."""
    folder = tmp_path_factory.mktemp("data")
    return a_seeded(folder, frontend_dir=REPOSITORY / "frontend" / "build")


@pytest.fixture(scope="session")
def base_url(settings: Settings) -> Iterator[str]:
    """Address of the running application."""
    with running(settings) as url:
        yield url


@pytest.fixture(scope="session")
def client(base_url: str) -> Iterator[httpx.Client]:
    """An HTTP client of the application, in German unless a test says otherwise."""
    with httpx.Client(base_url=base_url, timeout=30) as made:
        yield made


def running(settings: Settings) -> AbstractContextManager[str]:
    """Serve these settings on a free port of this machine for as long as the block lasts."""
    return serving(create_app(settings), settings.header_seconds)


@contextmanager
def serving(app: FastAPI, header_seconds: float = 10) -> Iterator[str]:
    """Serve an application the same way."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                http=with_deadline(header_seconds),
                ws="none",
                access_log=False,
                log_config=None,
                server_header=False,
                proxy_headers=False,
            )
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=20)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A skipped test is a test nobody ran: the suite fails rather than skip in silence."""
    if report.skipped:
        _skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if _skipped:
        print(f"\nSkipped, which this suite does not allow: {', '.join(_skipped)}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


_skipped: list[str] = []
