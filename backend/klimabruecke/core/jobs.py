"""Work that outlives its request: a queue in the database and one thread that works it off.

A job leaves the queue in the very transaction that does its work. So a process that is killed leaves either
the work done and the job gone, or neither, and whoever starts next takes the job up. On PostgreSQL several
processes share the queue (``SKIP LOCKED``); on SQLite there is one process and one writer anyway.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col

from klimabruecke.core.changes import context
from klimabruecke.core.db import Database
from klimabruecke.core.ids import new_id
from klimabruecke.core.tables import Job

log = logging.getLogger("klimabruecke.jobs")

Write: TypeAlias = Callable[[Session], None]
Upkeep: TypeAlias = Callable[[Database], None]
"""Removes what nobody needs any more; where it fails or is killed, the next hour takes up what is left."""
MAX_FAILURES = 3
LOOK_SECONDS = 0.2
"""So long a job waits at most when nothing else is to be done."""
AWAY_SECONDS = 2
UPKEEP_SECONDS = 3600


@dataclass(frozen=True)
class Kind:
    """How jobs of a kind are done.

    ``prepare`` reads and computes, however long it takes, and gives what is to be written; that runs in one
    transaction. ``give_up`` writes what is to be known when it has failed ``MAX_FAILURES`` times.
    """

    prepare: Callable[[Database, str], Write]
    give_up: Callable[[Session, str], None]


def enqueue(session: Session, kind: str, record_id: str) -> None:
    """Have a record worked on, once this transaction is committed."""
    session.add(Job(id=new_id(), kind=kind, record_id=record_id, created_at=context(session).clock()))


class Worker:
    """The thread that works off the queue while the application runs."""

    def __init__(self, database: Database, kinds: Mapping[str, Kind], upkeep: Sequence[Upkeep] = ()) -> None:
        """``upkeep`` is done at the start and every hour, when nothing else waits."""
        self._database = database
        self._kinds = kinds
        self._upkeep = upkeep
        self._upkeep_due = 0.0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Finish the job at hand and end; one that takes too long is done anew at the next start."""
        self._stopping.set()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                if not self._work_off_one():
                    self._look_after()
                    self._stopping.wait(LOOK_SECONDS)
            except SQLAlchemyError as failed:
                log.warning("the queue cannot be read", extra={"cause": type(failed).__name__})
                self._stopping.wait(AWAY_SECONDS)

    def _look_after(self) -> None:
        if time.monotonic() < self._upkeep_due:
            return
        self._upkeep_due = time.monotonic() + UPKEEP_SECONDS
        for look_after in self._upkeep:
            look_after(self._database)

    def _work_off_one(self) -> bool:
        """Do the oldest job; False where there is none."""
        job: Job | None = None
        try:
            with self._claimed() as (job, session):
                if job is None:
                    return False
                write = self._kinds[job.kind].prepare(self._database, job.record_id)
                with nullcontext(session) if session else self._database.transaction() as writing:
                    if self._leaves_queue(writing, job.id, "done"):
                        write(writing)
        except Exception as failed:
            if job is None:
                raise
            log.exception("a job failed", extra={"kind": job.kind, "cause": type(failed).__name__})
            self._count_failure(job)
        return True

    @contextmanager
    def _claimed(self) -> Iterator[tuple[Job | None, Session | None]]:
        """The oldest job; on PostgreSQL with the transaction that holds its lock until it is done."""
        # Whoever looks several times a second holds no writing connection for it.
        with self._database.reading() as connection:
            row = connection.execute(_OLDEST).first()
        if row is None or self._database.is_sqlite:
            yield (None if row is None else Job(**row._mapping)), None
            return
        with self._database.transaction() as session:
            row = session.connection().execute(_OLDEST.with_for_update(skip_locked=True)).first()
            yield (None if row is None else Job(**row._mapping)), session

    @staticmethod
    def _leaves_queue(session: Session, job_id: str, state: str) -> bool:
        """False where another process has done it while we prepared: on SQLite nobody holds it till then."""
        job = session.get_one(Job, job_id)
        if job.state != "queued":
            return False
        job.state, job.finished_at = state, context(session).clock()
        return True

    def _count_failure(self, job: Job) -> None:
        """Behind the others, or given up."""
        with self._database.transaction() as session:
            found = session.get_one(Job, job.id)
            found.failures += 1
            if found.failures >= MAX_FAILURES:
                self._kinds[job.kind].give_up(session, job.record_id)
                self._leaves_queue(session, job.id, "failed")


_OLDEST = (
    select(*Job.__table__.columns)  # type: ignore[attr-defined]
    .where(col(Job.state) == "queued")
    .order_by(col(Job.failures), col(Job.id))
    .limit(1)
)
