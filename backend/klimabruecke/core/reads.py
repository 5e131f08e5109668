"""Bounded reads in the event loop, past SQLAlchemy's execution: a list's page, a record, who is asking.

A thread for each would cost as much as the read itself. On SQLite they share one connection, because they
run one after the other; on PostgreSQL each waits for its answer on a connection of a small pool. Every
statement is its own transaction.
"""

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Engine, PoolProxiedConnection
from sqlalchemy.exc import DBAPIError, OperationalError

from klimabruecke.core.errors import Busy

Rows = Sequence[tuple[Any, ...]]

CONNECT_SECONDS = 5
"""So long for a PostgreSQL server that takes the connection and does not speak."""
PLACE_SECONDS = 10
"""So long for a connection of the pool, as all others wait for theirs."""


class Reads(Protocol):
    """What both databases offer."""

    async def rows(self, sql: str, parameters: Mapping[str, Any]) -> Rows:
        """All rows, as the driver gives them.

        Raises SQLAlchemy's DBAPIError, as other reads do, and Busy where too many read at the moment.
        """

    def close(self) -> None:
        """Give the connections back."""


class SqliteReads:
    """One connection of the read engine, opened with the first read."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: PoolProxiedConnection | None = None

    async def rows(self, sql: str, parameters: Mapping[str, Any]) -> Rows:
        try:
            self._connection = self._connection or self._engine.raw_connection()
            driver: Any = self._connection.driver_connection
            found: Rows = driver.execute(sql, parameters).fetchall()
        except sqlite3.Error as failed:
            raise DBAPIError.instance(sql, None, failed, sqlite3.Error) from failed
        return found

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class PostgresReads:
    """A pool of psycopg's own connections. One that the server has closed is replaced without a word."""

    def __init__(self, url: str, options: str, size: int, place_seconds: float = PLACE_SECONDS) -> None:
        self._url = url
        self._place_seconds = place_seconds
        self._options = options
        self._places = asyncio.Semaphore(size)
        self._free: list[psycopg.AsyncConnection[Any]] = []

    async def rows(self, sql: str, parameters: Mapping[str, Any]) -> Rows:
        try:
            async with asyncio.timeout(self._place_seconds):
                await self._places.acquire()
        except TimeoutError as waited:
            raise Busy from waited
        try:
            return await self._rows(sql, parameters)
        except psycopg.OperationalError as failed:
            raise OperationalError(sql, None, failed) from failed
        finally:
            self._places.release()

    async def _rows(self, sql: str, parameters: Mapping[str, Any]) -> Rows:
        while self._free:
            connection = self._free.pop()
            try:
                return await self._on(connection, sql, parameters)
            except psycopg.OperationalError:
                if not connection.closed:
                    raise
        return await self._on(await self._connect(), sql, parameters)

    async def _on(
        self, connection: "psycopg.AsyncConnection[Any]", sql: str, parameters: Mapping[str, Any]
    ) -> Rows:
        try:
            return await (await connection.execute(sql, parameters)).fetchall()
        finally:
            if connection.info.transaction_status == TransactionStatus.IDLE:
                self._free.append(connection)
            else:
                connection.pgconn.finish()

    async def _connect(self) -> "psycopg.AsyncConnection[Any]":
        return await psycopg.AsyncConnection.connect(
            self._url, options=self._options, autocommit=True, connect_timeout=CONNECT_SECONDS
        )

    def close(self) -> None:
        for connection in self._free:
            connection.pgconn.finish()
        self._free.clear()
