"""The queue: a job is done in the transaction that takes it out, and one that fails holds nobody up."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlmodel import Session

from klimabruecke.core.changes import bump
from klimabruecke.core.db import Database
from klimabruecke.core.jobs import Kind, Worker, Write, enqueue
from klimabruecke.main import open_database
from klimabruecke.settings import Settings
from tests.installations import a_migrated, execute, rows


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return a_migrated(tmp_path_factory.mktemp("jobs"))


@pytest.fixture
def database(installation: Settings) -> Iterator[Database]:
    execute(installation, "DELETE FROM job", "DELETE FROM resource_counter")
    made = open_database(installation)
    yield made
    made.dispose()


def counting(_: Database, record_id: str) -> Write:
    """Counts what it was asked to, so that doing it twice would show."""
    return lambda session: bump(session, [record_id])


def half_done(_: Database, record_id: str) -> Write:
    def write(session: Session) -> None:
        bump(session, [record_id])
        raise RuntimeError("in the middle")

    return write


def given_up(session: Session, record_id: str) -> None:
    bump(session, [f"given up {record_id}"])


KINDS = {"count": Kind(counting, given_up), "fail": Kind(half_done, given_up)}


@contextmanager
def working(database: Database) -> Iterator[None]:
    worker = Worker(database, KINDS)
    worker.start()
    yield
    worker.stop()


def wait_until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.02)


def states(installation: Settings) -> list[tuple[str, str]]:
    return [
        (str(kind), str(state))
        for kind, state in rows(installation, "SELECT kind, state FROM job ORDER BY id")
    ]


def counters(installation: Settings) -> dict[str, int]:
    return dict(rows(installation, "SELECT resource, counter FROM resource_counter"))


def test_a_job_is_done_once_and_leaves_the_queue(installation: Settings, database: Database) -> None:
    with database.transaction() as session:
        for name in ("first", "second"):
            enqueue(session, "count", name)
    with working(database):
        wait_until(lambda: states(installation) == [("count", "done")] * 2)
    assert counters(installation) == {"first": 1, "second": 1}


def test_what_was_undone_before_its_commit_is_never_done(installation: Settings, database: Database) -> None:
    with database.trial() as session:
        enqueue(session, "count", "never")
        session.flush()
    assert states(installation) == []


def test_a_failing_job_leaves_nothing_holds_nobody_up_and_is_given_up(
    installation: Settings, database: Database
) -> None:
    with database.transaction() as session:
        enqueue(session, "fail", "broken")
        enqueue(session, "count", "good")
    with working(database):
        wait_until(lambda: states(installation) == [("fail", "failed"), ("count", "done")])
    assert counters(installation) == {"good": 1, "given up broken": 1}


def test_two_workers_do_a_job_once(installation: Settings, database: Database) -> None:
    with database.transaction() as session:
        for number in range(10):
            enqueue(session, "count", f"shared {number}")
    other = open_database(installation)
    with working(database), working(other):
        wait_until(lambda: {state for _, state in states(installation)} == {"done"})
    other.dispose()
    assert set(counters(installation).values()) == {1}
