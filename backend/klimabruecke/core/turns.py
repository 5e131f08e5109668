"""SQLite's writers in turn, those that wait together on one commit.

A durable commit waits for the disk, and that wait is most of what a small write costs. So a request leaves
its work as a released savepoint in an open transaction and passes the turn on; the commit queues for the
turn like everybody else and so takes along all who queued before it. An answer leaves only after that commit.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from anyio import CapacityLimiter, to_thread
from sqlalchemy import Connection, Engine, RootTransaction
from sqlmodel import Session

from klimabruecke.core.errors import Busy

TURN_SECONDS = 10
MAX_WAITING = 256


@dataclass
class _Batch:
    """One transaction on the writer's connection and everybody whose work is in it."""

    connection: Connection
    transaction: RootTransaction
    done: "asyncio.Future[None]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    committing: "asyncio.Task[None] | None" = None


class Turns:
    """Hands the one writing connection from request to request, first come, first served."""

    def __init__(self, writer: Engine) -> None:
        self._writer = writer
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._batch: _Batch | None = None
        self._disk = CapacityLimiter(1)

    @asynccontextmanager
    async def take(
        self, session_on: Callable[[Connection], Session], settle: Callable[[Session], None]
    ) -> AsyncIterator[Session]:
        """A session for the block; after the block its work is settled and on disk, or undone."""
        async with self._in_turn():
            batch = await self._open()
            with session_on(batch.connection) as session:
                try:
                    yield session
                    settle(session)
                    session.commit()  # releases the savepoint; the batch's commit comes later
                except BaseException:
                    session.rollback()
                    if batch.committing is None:
                        self._close(batch)
                    raise
            if batch.committing is None:
                batch.committing = asyncio.create_task(self._commit(batch))
        await asyncio.shield(batch.done)

    @asynccontextmanager
    async def _in_turn(self) -> AsyncIterator[None]:
        if self._waiting >= MAX_WAITING:
            raise Busy
        self._waiting += 1
        try:
            await asyncio.wait_for(self._turn.acquire(), TURN_SECONDS)
        except TimeoutError as waited:
            raise Busy from waited
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._turn.release()

    async def _open(self) -> _Batch:
        """The open batch, or a new one. After a disk error SQLite drops a transaction without a word."""
        if self._batch is not None and not _is_alive(self._batch):
            self._batch = None
        if self._batch is None:
            # In a thread: another process may hold the write lock for a while.
            connection = await to_thread.run_sync(self._writer.connect, limiter=self._disk)
            try:
                transaction = await to_thread.run_sync(connection.begin, limiter=self._disk)
            except BaseException:
                connection.close()
                raise
            self._batch = _Batch(connection, transaction)
        return self._batch

    async def _commit(self, batch: _Batch) -> None:
        """Ends a batch for all its members: on disk, or 503 for each of them."""
        async with self._turn:
            if self._batch is batch:
                self._batch = None
            try:
                await to_thread.run_sync(_commit_if_alive, batch, limiter=self._disk)
            except Exception as failed:  # noqa: BLE001 - whatever it was, nobody's work is on disk
                batch.connection.invalidate()  # it may still be in the transaction: nobody may continue it
                batch.done.set_exception(failed)
            else:
                batch.done.set_result(None)
            finally:
                batch.connection.close()

    def _close(self, batch: _Batch) -> None:
        """Nobody's work is in it: give the connection back."""
        self._batch = None
        batch.transaction.rollback()
        batch.connection.close()


def _commit_if_alive(batch: _Batch) -> None:
    if not _is_alive(batch):
        raise Busy
    batch.transaction.commit()


def _is_alive(batch: _Batch) -> bool:
    driver = batch.connection.connection.driver_connection
    return bool(driver is not None and driver.in_transaction)
