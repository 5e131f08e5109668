"""Bounded reads in the event loop: many at a time, over connections that may go away."""

import asyncio
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import httpx
import psycopg
import pytest
from sqlalchemy.engine import make_url

from klimabruecke.core.errors import Busy
from klimabruecke.core.reads import PostgresReads
from klimabruecke.settings import Settings
from tests.conftest import running
from tests.installations import DIALECT, POSTGRES, a_copy, a_seeded, execute

CLOSE_THE_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return a_seeded(tmp_path_factory.mktemp("reads"))


@pytest.fixture
def settings(seeded: Settings, tmp_path: Path) -> Settings:
    return a_copy(seeded, tmp_path)


@pytest.fixture
def client(settings: Settings) -> Iterator[httpx.Client]:
    with running(settings) as url, httpx.Client(base_url=f"{url}/api/v1", timeout=60) as made:
        yield made


def test_many_reads_at_a_time_each_get_their_own_answer(client: httpx.Client) -> None:
    cities = [city["id"] for city in client.get("/cities").json()["items"]]
    sources = [source["id"] for source in client.get("/sources").json()["items"]]
    asked = [f"/sources/{one}" for one in sources[:20]] * 5 + [f"/cities/{one}" for one in cities] * 5
    with ThreadPoolExecutor(32) as pool:
        found = list(pool.map(lambda path: client.get(path).json()["id"], asked))
    assert found == [path.rpartition("/")[2] for path in asked]


def test_who_waits_too_long_for_a_connection_is_told_that_it_is_busy() -> None:
    """All of them are taken; nothing is connected to."""
    reads = PostgresReads("postgresql://nowhere", "", size=0, place_seconds=0.01)
    with pytest.raises(Busy):
        asyncio.run(reads.rows("SELECT 1", {}))


def test_reads_go_on_after_the_server_closed_their_connections(
    client: httpx.Client, settings: Settings
) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda limit: client.get(f"/sources?limit={limit}"), range(1, 30)))
    if DIALECT == "postgresql":
        execute(settings, CLOSE_THE_OTHERS)
    assert [client.get(f"/sources?limit={limit}").status_code for limit in range(1, 30)] == [200] * 29


def test_a_database_that_cannot_be_read_is_unavailable_and_not_a_fault(
    client: httpx.Client, settings: Settings
) -> None:
    assert client.get("/sources?limit=1").status_code == 200
    if DIALECT == "sqlite":
        execute(settings, "ALTER TABLE source RENAME TO elsewhere")
    else:
        _drop(settings)
    _is_unavailable(client.get("/sources?limit=2"))


@pytest.mark.parametrize("address", ["/api/v1/sources", "/api/v1/cities/bremen", "/health/ready"])
def test_a_damaged_database_is_unavailable_whichever_way_it_is_read(settings: Settings, address: str) -> None:
    if DIALECT == "sqlite":
        file = Path(str(make_url(settings.url).database))
        file.write_bytes(file.read_bytes()[:100] + bytes(file.stat().st_size - 100))
    else:
        _drop(settings)
    with running(settings) as url:
        _is_unavailable(httpx.get(url + address, timeout=60))


def test_a_server_that_does_not_speak_is_not_waited_for(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silence = f"postgresql://somebody@127.0.0.1:{silent.getsockname()[1]}/nothing"
        deaf = settings.model_copy(update={"database_url": silence})
        with running(deaf) as url, ThreadPoolExecutor(2) as pool:
            addresses = [f"{url}/api/v1/sources", f"{url}/health/ready"]
            for answer in pool.map(partial(httpx.get, timeout=15), addresses):
                _is_unavailable(answer)


def _drop(settings: Settings) -> None:
    assert POSTGRES is not None
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{make_url(settings.url).database}" WITH (FORCE)')


def _is_unavailable(answer: httpx.Response) -> None:
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
    assert answer.headers["Retry-After"] == "2"
