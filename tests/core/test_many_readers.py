"""Many who read at once, and readers that wait: the server goes on answering everybody else."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from klimabruecke.settings import Settings
from tests.installations import POSTGRES, rows
from tests.people import API, Demonstration, a_demonstration

AT_ONCE = 60
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    with a_demonstration(tmp_path_factory.mktemp("readers")) as made:
        yield made


@pytest.fixture(scope="module")
def viewer(demo: Demonstration) -> httpx.Client:
    return demo.person("viewer")


def test_sixty_who_read_at_once_are_all_answered(address: str) -> None:
    with asked_at_once(address, [f"{API}/patience"] * AT_ONCE) as connections:
        assert {status_of(connection) for connection in connections} == {200}


def test_readers_that_wait_for_a_table_keep_nobody_else_waiting(
    demo: Demonstration, viewer: httpx.Client
) -> None:
    """On SQLite nobody waits for a writer; on PostgreSQL a table can be locked against readers too."""
    activity = f"{API}/activities/{viewer.get('/activities?limit=1').json()['items'][0]['id']}"
    addresses = [activity, f"{activity}/footprints", f"{activity}/approval-requests"]
    authorization = viewer.headers["authorization"]
    with ExitStack() as table:
        table.enter_context(locked(demo.settings, "activity"))
        with asked_at_once(demo.url, addresses, authorization) as connections:
            wait_until_waiting(demo.settings, len(addresses))
            assert httpx.get(f"{demo.url}/health/live", timeout=30).status_code == 200
            if POSTGRES:
                assert waiting(demo.settings) == len(addresses), "answered while they wait, not afterwards"
            table.close()
            assert {status_of(connection) for connection in connections} == {200}


def wait_until_waiting(settings: Settings, number: int) -> None:
    deadline = time.monotonic() + 4
    while POSTGRES and waiting(settings) < number and time.monotonic() < deadline:
        time.sleep(0.05)


def waiting(settings: Settings) -> int:
    """How many wait for a lock."""
    return int(rows(settings, WAITING)[0][0])


@contextmanager
def asked_at_once(
    url: str, addresses: list[str], authorization: str = "none"
) -> Iterator[list[socket.socket]]:
    """A connection for each address, with the request sent and the answer not yet read."""
    host, port = url.removeprefix("http://").split(":")
    connections = [socket.create_connection((host, int(port)), timeout=20) for _ in addresses]
    try:
        for connection, address in zip(connections, addresses, strict=True):
            head = f"GET {address} HTTP/1.1\r\nHost: {host}\r\nAuthorization: {authorization}"
            connection.sendall(f"{head}\r\n\r\n".encode())
        yield connections
    finally:
        for connection in connections:
            connection.close()


def status_of(connection: socket.socket) -> int:
    return int(connection.recv(65536).split()[1])


@contextmanager
def locked(settings: Settings, table: str) -> Iterator[None]:
    """Another program holds the table, or what comes nearest to it, for as long as the block lasts."""
    url = make_url(settings.url)
    engine = create_engine(
        url.set(drivername="postgresql+psycopg") if POSTGRES else url, isolation_level="AUTOCOMMIT"
    )
    begin = f"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE" if POSTGRES else "BEGIN IMMEDIATE"
    try:
        with engine.connect() as connection:
            connection.execute(text(begin))
            try:
                yield
            finally:
                connection.execute(text("ROLLBACK"))
    finally:
        engine.dispose()
