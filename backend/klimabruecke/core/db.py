"""Engines and transactions: one engine pair per process, one transaction per request.

SQLite: WAL, ``synchronous=FULL`` (an acknowledged write survives a power cut), foreign keys on, writers
take their turn in order of arrival and begin with ``BEGIN IMMEDIATE``, readers never wait for them.
PostgreSQL: the same code by URL; its own locks order the writers.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial, wraps
from typing import Annotated, Any, ParamSpec, TypeVar

from anyio import CancelScope, CapacityLimiter, to_thread
from fastapi import Depends, Request
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlmodel import Session

from klimabruecke.core.changes import Actor, Context, WritingSession
from klimabruecke.core.clock import Clock
from klimabruecke.core.errors import Busy
from klimabruecke.core.prepared import Prepared
from klimabruecke.core.reads import CONNECT_SECONDS, PostgresReads, Reads, SqliteReads
from klimabruecke.core.search import ENOUGH, trigram_query, word_similarity
from klimabruecke.core.turns import TURN_SECONDS, Turns

Settle = Callable[[Session], None]
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

MAX_WRITERS = 40
MAX_READERS = 16
"""Requests that hold a connection to read; the others wait without one."""
BUSY_MILLISECONDS = 15_000
MAPPED_BYTES = 2**30


class Database:
    """The write and the read engine of one process.

    ``settle`` is called once before each commit: it numbers the changes and writes the trail.
    ``reads`` are bounded reads in the event loop. ``is_sqlite`` matters to what names columns and parameters
    in the database's own words.
    """

    def __init__(self, url: str, clock: Clock, settle: Settle) -> None:
        self.clock = clock
        self._settle = settle
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        engine = _sqlite if self.is_sqlite else _postgresql
        self.writer = engine(url, reads_only=False)
        self.reader = engine(url, reads_only=True)
        self._commits = CapacityLimiter(MAX_WRITERS)
        self._places = asyncio.Semaphore(MAX_READERS)
        self._readers = CapacityLimiter(MAX_READERS)
        self._turns = Turns(self.writer) if self.is_sqlite else None
        self.reads: Reads = SqliteReads(self.reader) if self.is_sqlite else _postgresql_reads(url)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction for a command or a job: committed at the end, undone by any exception."""
        with self._session(Context(self.clock)) as session:
            yield session
            self._finish(session)

    @contextmanager
    def trial(self) -> Iterator[Session]:
        """A transaction nothing of which stays: to see what would become of it."""
        with self._session(Context(self.clock)) as session:
            try:
                yield session
            finally:
                session.rollback()

    @asynccontextmanager
    async def request_transaction(self, actor: Actor, request_id: str) -> AsyncIterator[Session]:
        """The same for a request: on disk, or undone, before its answer leaves."""
        known = Context(self.clock, actor, request_id)
        if self._turns is not None:
            joining = partial(_joining, info={"context": known, "settle": self._settle})
            async with self._turns.take(joining, self._settle) as session:
                yield session
            return
        with self._session(known) as session:
            yield session
            # In threads of its own: the writers that wait for this commit may hold all the others.
            await to_thread.run_sync(self._finish, session, limiter=self._commits)

    def _session(self, context: Context) -> WritingSession:
        info = {"context": context, "settle": self._settle}
        return WritingSession(self.writer, expire_on_commit=False, info=info)

    @staticmethod
    def _finish(session: Session) -> None:
        settle(session)
        try:
            session.commit()
        except BaseException:
            session.invalidate()  # the connection may still be in the transaction: nobody may continue it
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that cannot write; its snapshot is its own."""
        with self.reader.connect() as connection:
            yield connection

    @asynccontextmanager
    async def request_reading(self) -> AsyncIterator[Connection]:
        """The same for a request, in its turn. Raises Busy where it does not come in time.

        A request may wait for the event loop with a connection in its hands, so the loop must never wait for
        a connection: there are more of them than places.
        """
        async with self._place():
            if self.is_sqlite:
                with self.reading() as connection:
                    yield connection
                return
            connection = await self.briefly(self.reader.connect)
            try:
                yield connection
            finally:
                with CancelScope(shield=True):
                    await self.briefly(connection.close)

    async def briefly(self, work: Callable[[], Answer]) -> Answer:
        """A small read: here and now on SQLite, where a hop to a thread costs as much as the read itself.

        PostgreSQL is waited for in a thread: it may have to wait for others first.
        """
        return work() if self.is_sqlite else await to_thread.run_sync(work, limiter=self._readers)

    async def read(self, work: Callable[[Connection], Answer]) -> Answer:
        """A small read of a route that waits for something else as well."""
        async with self.request_reading() as connection:
            return await self.briefly(partial(work, connection))

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(TURN_SECONDS):
                await self._places.acquire()
        except TimeoutError as waited:
            raise Busy from waited
        try:
            yield
        finally:
            self._places.release()

    async def rows(self, prepared: Prepared, **values: Any) -> list[Any]:
        """A bounded read in the event loop."""
        runnable = prepared.on(self.reader.dialect)
        statement = runnable.statement
        return runnable.read(await self.reads.rows(statement.sql, statement.parameters(values)))

    def dispose(self) -> None:
        self.reads.close()
        self.writer.dispose()
        self.reader.dispose()


def _joining(connection: Connection, info: dict[str, Any]) -> WritingSession:
    """A session whose commit releases a savepoint of a transaction it shares."""
    return WritingSession(
        connection, expire_on_commit=False, join_transaction_mode="create_savepoint", info=info
    )


def _sqlite(url: str, *, reads_only: bool) -> Engine:
    engine = create_engine(
        url,
        paramstyle="named",
        pool_size=8 if reads_only else 1,
        # As many as ever read at once: a place each, a thread each (40), and the event loop's own.
        max_overflow=52 if reads_only else 0,
        connect_args={"check_same_thread": False, "timeout": BUSY_MILLISECONDS / 1000},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_MILLISECONDS}",
            "cache_size=-32768",
            # Readers look into the file itself: no copy of it for each of them, and no system call a page.
            f"mmap_size={MAPPED_BYTES if reads_only else 0}",
            f"query_only={'ON' if reads_only else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        # SQLite's own lower() knows ASCII only, and Ö is a letter of this house.
        connection.create_function("lower", 1, _lower, deterministic=True)
        connection.create_function("trigram_query", 1, trigram_query, deterministic=True)
        connection.create_function("word_similarity", 2, word_similarity, deterministic=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")

    return engine


def _lower(value: str | None) -> str | None:
    return None if value is None else value.lower()


def _postgresql(url: str, *, reads_only: bool) -> Engine:
    return create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        # With the event loop's own MAX_READERS that is 76 at most; a server of its own admits 97 of us.
        pool_size=10 if reads_only else 20,
        max_overflow=10 if reads_only else 20,
        pool_pre_ping=True,
        pool_use_lifo=True,  # what was prepared on a connection is used again
        connect_args={"options": _options(reads_only), "connect_timeout": CONNECT_SECONDS},
    )


def _postgresql_reads(url: str) -> PostgresReads:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return PostgresReads(plain, _options(reads_only=True), MAX_READERS)


def _options(reads_only: bool) -> str:
    read_only = "on" if reads_only else "off"
    plain = f"-c statement_timeout=5000 -c timezone=UTC -c default_transaction_read_only={read_only}"
    return f"{plain} -c pg_trgm.word_similarity_threshold={ENOUGH}"


def settle(session: Session) -> None:
    """Number what was written so far, so that an answer made before the commit shows it.

    Last thing before the answer: it takes the lock all writers of a city share.
    """
    settle_changes: Settle = session.info["settle"]
    settle_changes(session)


def database(request: Request) -> Database:
    found: Database = request.app.state.database
    return found


async def get_database(request: Request) -> Database:
    """As a dependency it is async: a plain function would cost a hop to a thread."""
    return database(request)


async def get_session(request: Request) -> AsyncIterator[Session]:
    """The guard has run before and left the actor; without one the request is anonymous."""
    actor = getattr(request.state, "actor", Actor("anonymous"))
    async with database(request).request_transaction(actor, request.state.request_id) as session:
        yield session


async def get_reading(request: Request) -> AsyncIterator[Connection]:
    async with database(request).request_reading() as connection:
        yield connection


def small_read(endpoint: Callable[Asked, Answer]) -> Callable[Asked, Coroutine[Any, Any, Answer]]:
    """A route that reads little by its connection, run where that is fastest; it takes the ``request``."""

    @wraps(endpoint)
    async def read(*given: Asked.args, **named: Asked.kwargs) -> Answer:
        request: Any = named["request"]
        return await database(request).briefly(partial(endpoint, *given, **named))

    return read


DatabaseDep = Annotated[Database, Depends(get_database)]
SessionDep = Annotated[Session, Depends(get_session, scope="function")]
"""The request's transaction: begun here, committed before the answer leaves. Nobody else commits."""
ReadDep = Annotated[Connection, Depends(get_reading, scope="function")]
"""A read-only connection for single records."""
