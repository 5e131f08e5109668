"""The least a database can do with the same rows: load them without a check, read them for nothing."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import psycopg

Rows = Sequence[tuple[Any, ...]]
_OF = "SELECT * FROM emission_record WHERE inventory_id IN ({})"


class Bulk(Protocol):
    """A driver beside ours. ``share`` of its speed is what ours must reach, ``fetch_share`` how much longer
    ours may take to write what it only reads."""

    name: str
    share: float
    fetching: str
    fetch_share: float

    def rows_of(self, inventories: Sequence[str]) -> Rows:
        """What ours has stored of these inventories."""

    def load(self, rows: Rows) -> None:
        """Store them in a table of the same shape."""

    def fetch(self) -> None:
        """Read every line once."""

    def vacuum(self) -> None:
        """What a database does of itself in a quiet hour."""


class SqliteBulk:
    name, share = "executemany", 0.5
    fetching, fetch_share = "fetching alone", 1.7

    def __init__(self, file: Path) -> None:
        self._file = file
        self._here: sqlite3.Connection | None = None

    def _opened(self) -> sqlite3.Connection:
        """Made at the first use, when ours has made its tables."""
        if self._here is None:
            self._here = sqlite3.connect(self._file.with_name("bulk.db"), isolation_level=None)
            self._here.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL")
            with sqlite3.connect(self._file) as ours:
                made = ours.execute(
                    "SELECT sql FROM sqlite_master WHERE tbl_name = 'emission_record' AND sql IS NOT NULL"
                )
                for (sql,) in made.fetchall():
                    self._here.execute(sql)
        return self._here

    def rows_of(self, inventories: Sequence[str]) -> Rows:
        self._opened()
        with sqlite3.connect(self._file) as ours:
            return ours.execute(_OF.format(", ".join("?" * len(inventories))), inventories).fetchall()

    def load(self, rows: Rows) -> None:
        here = self._opened()
        here.execute("BEGIN")
        here.executemany(f"INSERT INTO emission_record VALUES ({', '.join('?' * len(rows[0]))})", rows)
        here.execute("COMMIT")

    def fetch(self) -> None:
        with sqlite3.connect(self._file) as ours:
            cursor = ours.execute("SELECT * FROM emission_record ORDER BY id")
            while cursor.fetchmany(1000):
                pass

    def vacuum(self) -> None:
        with sqlite3.connect(self._file, isolation_level=None) as ours:
            ours.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class PostgresqlBulk:
    name, share = "COPY", 0.4
    fetching, fetch_share = "COPY TO", 2.0

    def __init__(self, url: str) -> None:
        self._url = url

    def rows_of(self, inventories: Sequence[str]) -> Rows:
        with psycopg.connect(self._url) as ours:
            ours.execute("CREATE TABLE IF NOT EXISTS bulk (LIKE emission_record INCLUDING ALL)")
            return ours.execute(_OF.format(", ".join(["%s"] * len(inventories))), inventories).fetchall()  # type: ignore[arg-type]

    def load(self, rows: Rows) -> None:
        with psycopg.connect(self._url) as ours, ours.cursor().copy("COPY bulk FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def fetch(self) -> None:
        with psycopg.connect(self._url) as ours, ours.cursor().copy("COPY emission_record TO STDOUT") as copy:
            for _ in copy:
                pass

    def vacuum(self) -> None:
        with psycopg.connect(self._url, autocommit=True) as ours:
            ours.execute("VACUUM ANALYZE")
