"""Writes behind SessionDep: one transaction a request, in turn, stamped, numbered, all or nothing."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import httpx
import pytest
from fastapi import Query
from sqlalchemy import event
from sqlmodel import select

from klimabruecke.core.db import SessionDep
from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.main import create_app, open_database
from klimabruecke.reference.tables import Source
from klimabruecke.settings import Settings
from tests.conftest import serving
from tests.installations import DIALECT, a_migrated, rows

router = StrictRouter(dependencies=[PUBLIC])
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
def create_half(session: SessionDep, source_id: SourceId) -> str:
    session.add(a_source(id=source_id))
    session.flush()
    raise NotFound


@router.post("/test-sources/count")
def add_one(session: SessionDep, source_id: SourceId) -> int:
    source = session.exec(select(Source).where(Source.id == source_id).with_for_update()).one()
    source.year = (source.year or 0) + 1
    return source.year


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return a_migrated(tmp_path, now=datetime(2026, 11, 24, 8, tzinfo=UTC))


@pytest.fixture
def writing(settings: Settings) -> Iterator[httpx.Client]:
    with (
        serving(create_app(settings, more_routers=(router,))) as url,
        httpx.Client(base_url=f"{url}/api/v1", timeout=60) as client,
    ):
        yield client


def test_a_write_is_on_disk_when_its_answer_arrives(writing: httpx.Client, settings: Settings) -> None:
    assert writing.post("/test-sources?source_id=S9").status_code == 200
    assert rows(settings, "SELECT id, version, change_no FROM source") == [("S9", 1, 1)]


def test_rows_carry_the_time_of_the_clock(writing: httpx.Client, settings: Settings) -> None:
    writing.post("/test-sources?source_id=S9")
    [(created, updated)] = rows(settings, "SELECT created_at, updated_at FROM source")
    assert {str(created), str(updated)} <= {"2026-11-24T08:00:00.000000Z", "2026-11-24 08:00:00+00:00"}


def test_a_refused_request_stores_nothing(writing: httpx.Client, settings: Settings) -> None:
    assert writing.post("/test-sources/half?source_id=S9").status_code == 404
    assert rows(settings, "SELECT * FROM source") == []
    assert rows(settings, "SELECT * FROM change_head") == []


def test_a_second_row_of_the_same_id_is_a_conflict_and_stores_nothing(
    writing: httpx.Client, settings: Settings
) -> None:
    writing.post("/test-sources?source_id=S9")
    answer = writing.post("/test-sources?source_id=S9")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/conflict")
    assert rows(settings, "SELECT change_no FROM change_head") == [(1,)]


def test_writers_take_turns_and_lose_nothing(writing: httpx.Client, settings: Settings) -> None:
    """Read, add one, write: without turns two writers would read the same number."""
    writing.post("/test-sources?source_id=S9")
    with ThreadPoolExecutor(16) as pool:
        answers = list(
            pool.map(lambda _: writing.post("/test-sources/count?source_id=S9").status_code, range(160))
        )
    assert answers == [200] * 160
    assert rows(settings, "SELECT year, version FROM source") == [(160, 161)]
    assert rows(settings, "SELECT change_no FROM change_head") == [(161,)]
    assert rows(settings, "SELECT counter FROM resource_counter WHERE resource = 'source'") == [(161,)]


def test_writers_that_wait_together_share_a_commit(settings: Settings) -> None:
    """On SQLite; PostgreSQL groups the commits of its sessions itself."""
    app = create_app(settings, more_routers=(router,))
    commits: list[object] = []
    event.listen(app.state.database.writer, "commit", commits.append)
    with (
        serving(app) as url,
        httpx.Client(base_url=f"{url}/api/v1", timeout=60) as client,
        ThreadPoolExecutor(16) as pool,
    ):
        answers = list(pool.map(lambda n: client.post(f"/test-sources?source_id=S{n}"), range(160)))
    assert {answer.status_code for answer in answers} == {200}
    assert rows(settings, "SELECT count(*), max(change_no) FROM source") == [(160, 160)]
    assert len(commits) < 160 if DIALECT == "sqlite" else len(commits) == 160


def test_a_refused_writer_takes_nothing_from_those_it_shares_a_commit_with(
    writing: httpx.Client, settings: Settings
) -> None:
    def write(number: int) -> int:
        path = "/test-sources/half" if number % 3 == 0 else "/test-sources"
        return writing.post(f"{path}?source_id=S{number}").status_code

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(write, range(90)))
    stored = {source_id for (source_id,) in rows(settings, "SELECT id FROM source")}
    assert stored == {f"S{number}" for number in range(90) if number % 3}
    assert answers == [404 if number % 3 == 0 else 200 for number in range(90)]


def test_readers_cannot_write(settings: Settings) -> None:
    database = open_database(settings)
    with database.reading() as connection, pytest.raises(Exception, match=r"read.?only"):
        connection.exec_driver_sql("DELETE FROM source")
    database.dispose()


def test_a_commit_waits_for_the_disk_and_reads_do_not_wait_for_it(settings: Settings) -> None:
    database = open_database(settings)
    promised: dict[str, dict[str, object]] = {
        "sqlite": {"PRAGMA synchronous": 2, "PRAGMA journal_mode": "wal", "PRAGMA foreign_keys": 1},
        "postgresql": {"SHOW synchronous_commit": "on", "SHOW default_transaction_read_only": "off"},
    }
    with database.writer.connect() as writer, database.reading() as reader:
        for asked, answer in promised[DIALECT].items():
            assert writer.exec_driver_sql(asked).scalar() == answer
        assert reader.exec_driver_sql("SELECT count(*) FROM source").scalar() == 0
    database.dispose()


def test_an_unchanged_row_is_no_change(settings: Settings) -> None:
    database = open_database(settings)
    for title in ("A", "A", "B"):
        with database.transaction() as session:
            source = session.get(Source, "S1") or a_source(id="S1")
            source.title = title
            session.add(source)
    database.dispose()
    assert rows(settings, "SELECT title, version, change_no FROM source") == [("B", 2, 2)]


def test_numbers_of_many_changes_follow_each_other(settings: Settings) -> None:
    database = open_database(settings)
    with database.transaction() as session:
        session.add_all(a_source(id=f"S{number}") for number in range(5))
    database.dispose()
    numbers = rows(settings, "SELECT change_no FROM source ORDER BY change_no")
    assert numbers == [(1,), (2,), (3,), (4,), (5,)]
