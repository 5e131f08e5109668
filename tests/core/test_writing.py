"""Writes behind SessionDep: one transaction a request, in turn, stamped, numbered, all or nothing."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import httpx
import pytest
from fastapi import APIRouter, Query
from sqlmodel import select

from klimabruecke.cli import migrate
from klimabruecke.core.clock import clock
from klimabruecke.core.db import Database, SessionDep
from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.route import StrictRoute
from klimabruecke.main import create_app
from klimabruecke.reference.tables import Source
from klimabruecke.settings import Environment, Settings
from tests.conftest import serving

router = APIRouter(route_class=StrictRoute)
SourceId = Annotated[str, Query(max_length=80)]


def a_source(**changes: Any) -> Source:
    return Source(
        **{"id": "S1", "title": "A", "kind": "dataset", "verification": "verified", "search_text": "a"}
        | changes
    )


@router.post("/test-sources")
def create_source(session: SessionDep, source_id: SourceId) -> str:
    session.add(a_source(id=source_id))
    session.flush()
    return source_id


@router.post("/test-sources/half")
async def create_half(session: SessionDep, source_id: SourceId) -> str:
    session.add(a_source(id=source_id))
    session.flush()
    raise NotFound


@router.post("/test-sources/count")
async def add_one(session: SessionDep, source_id: SourceId) -> int:
    source = session.exec(select(Source).where(Source.id == source_id)).one()
    source.year = (source.year or 0) + 1
    return source.year


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(
        env=Environment.TEST,
        data_dir=tmp_path,
        frontend_dir=tmp_path,
        requests_per_minute=10_000_000,
        now=datetime(2026, 11, 24, 8, tzinfo=UTC),
    )
    migrate(made)
    return made


@pytest.fixture
def writing(settings: Settings) -> Iterator[httpx.Client]:
    with (
        serving(create_app(settings, more_routers=(router,))) as url,
        httpx.Client(base_url=f"{url}/api/v1", timeout=60) as client,
    ):
        yield client


def stored(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(settings.data_dir / "klimabruecke.db")) as connection:
        return connection.execute(sql).fetchall()


def test_a_write_is_on_disk_when_its_answer_arrives(writing: httpx.Client, settings: Settings) -> None:
    assert writing.post("/test-sources?source_id=S9").status_code == 200
    assert stored(settings, "SELECT id, version, change_no FROM source") == [("S9", 1, 1)]


def test_rows_carry_the_time_of_the_clock(writing: httpx.Client, settings: Settings) -> None:
    writing.post("/test-sources?source_id=S9")
    assert stored(settings, "SELECT created_at, updated_at FROM source") == [
        ("2026-11-24T08:00:00.000000Z",) * 2
    ]


def test_a_refused_request_stores_nothing(writing: httpx.Client, settings: Settings) -> None:
    assert writing.post("/test-sources/half?source_id=S9").status_code == 404
    assert stored(settings, "SELECT * FROM source") == []
    assert stored(settings, "SELECT * FROM change_head") == []


def test_a_second_row_of_the_same_id_is_a_conflict_and_stores_nothing(
    writing: httpx.Client, settings: Settings
) -> None:
    writing.post("/test-sources?source_id=S9")
    answer = writing.post("/test-sources?source_id=S9")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/conflict")
    assert stored(settings, "SELECT change_no FROM change_head") == [(1,)]


def test_writers_take_turns_and_lose_nothing(writing: httpx.Client, settings: Settings) -> None:
    """Read, add one, write: without turns two writers would read the same number."""
    writing.post("/test-sources?source_id=S9")
    with ThreadPoolExecutor(16) as pool:
        answers = list(
            pool.map(lambda _: writing.post("/test-sources/count?source_id=S9").status_code, range(160))
        )
    assert answers == [200] * 160
    assert stored(settings, "SELECT year, version FROM source") == [(160, 161)]
    assert stored(settings, "SELECT change_no FROM change_head") == [(161,)]
    assert stored(settings, "SELECT counter FROM resource_counter WHERE resource = 'source'") == [(161,)]


def test_readers_cannot_write(settings: Settings) -> None:
    database = Database(settings.url, clock())
    with database.reading() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("DELETE FROM source")
    database.dispose()


def test_a_commit_waits_for_the_disk_and_reads_do_not_wait_for_it(settings: Settings) -> None:
    database = Database(settings.url, clock())
    with database.writer.connect() as writer, database.reading() as reader:
        assert writer.exec_driver_sql("PRAGMA synchronous").scalar() == 2, "FULL"
        assert writer.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert writer.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert reader.exec_driver_sql("SELECT count(*) FROM source").scalar() == 0
    database.dispose()


def test_an_unchanged_row_is_no_change(settings: Settings) -> None:
    database = Database(settings.url, clock())
    for title in ("A", "A", "B"):
        with database.transaction() as session:
            source = session.get(Source, "S1") or a_source(id="S1")
            source.title = title
            session.add(source)
    database.dispose()
    assert stored(settings, "SELECT title, version, change_no FROM source") == [("B", 2, 2)]


def test_numbers_of_many_changes_follow_each_other(settings: Settings) -> None:
    database = Database(settings.url, clock())
    with database.transaction() as session:
        session.add_all(a_source(id=f"S{number}") for number in range(5))
    database.dispose()
    numbers = stored(settings, "SELECT change_no FROM source ORDER BY change_no")
    assert numbers == [(1,), (2,), (3,), (4,), (5,)]
