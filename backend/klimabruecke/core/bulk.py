"""Many rows of one table at once, by their natural key: what stands there already is not written again.

SQLite takes them one statement after the other in one call of the driver. On PostgreSQL every statement would
travel and be planned by itself, so the rows are copied into a table of the transaction and taken over by one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Dialect, MetaData, Table, literal_column, or_, select

from klimabruecke.core.changes import inserting
from klimabruecke.core.prepared import Statement, compiled

CHUNK_ROWS = 5_000
_COUNTING = {"preserve_rowcount": True}
Values = Mapping[str, Any]


class Upsert:
    """Writes rows that are new or differ in one of ``compared``; a deleted row of the same key comes back."""

    def __init__(self, table: Table, key: Sequence[str], compared: Sequence[str]) -> None:
        self._table = table
        self._key = list(key)
        self._compared = tuple(compared)
        names = f"incoming_{table.name}"
        self._incoming = Table(names, MetaData(), *(Column(one.name, one.type) for one in table.columns))
        self._statement: Callable[[Dialect], Statement] = lru_cache(maxsize=2)(self._compile)
        self._binds: Callable[[Dialect], Statement] = lru_cache(maxsize=2)(self._compile_values)

    def write(self, connection: Connection, rows: Iterable[dict[str, Any]], shared: Values) -> int:
        """The number of rows written. ``shared`` are the values all of them have; ``rows`` are used up."""
        values = self._binds(connection.dialect)
        binds = [(name, bind) for name, bind in values.binds.items() if bind is not None]
        same = values.parameters(shared)
        prepared = (same | _bound(row, binds) for row in rows)
        if connection.dialect.name == "sqlite":
            return self._one_by_one(connection, prepared)
        return self._copied(connection, prepared)

    def _one_by_one(self, connection: Connection, rows: Iterator[dict[str, Any]]) -> int:
        sql = self._statement(connection.dialect).sql
        written = 0
        while chunk := list(islice(rows, CHUNK_ROWS)):
            written += connection.exec_driver_sql(sql, chunk, execution_options=_COUNTING).rowcount
        return written

    def _copied(self, connection: Connection, rows: Iterator[dict[str, Any]]) -> int:
        incoming, names = self._incoming.name, self._incoming.columns.keys()
        connection.exec_driver_sql(
            f"CREATE TEMP TABLE IF NOT EXISTS {incoming} (LIKE {self._table.name}) ON COMMIT DROP"
        )
        connection.exec_driver_sql(f"TRUNCATE {incoming}")
        driver: Any = connection.connection.driver_connection
        with driver.cursor().copy(f"COPY {incoming} ({', '.join(names)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row([row[name] for name in names])
        sql = self._statement(connection.dialect).sql
        return connection.exec_driver_sql(sql, execution_options=_COUNTING).rowcount

    def _compile(self, dialect: Dialect) -> Statement:
        adding = inserting(dialect.name)(self._table)
        if dialect.name != "sqlite":
            taken = select(*self._incoming.c).order_by(*(self._incoming.c[name] for name in self._key))
            adding = adding.from_select(self._incoming.columns.keys(), taken)
        added, here = adding.excluded, self._table.c
        differs = [here[name].is_distinct_from(added[name]) for name in self._compared]
        values = {name: added[name] for name in (*self._compared, "updated_at", "deleted_at")}
        return compiled(
            adding.on_conflict_do_update(
                index_elements=self._key,
                set_={**values, "version": here.version + literal_column("1")},
                where=or_(here.deleted_at.is_not(None), *differs),
            ),
            dialect,
        )

    def _compile_values(self, dialect: Dialect) -> Statement:
        """A plain insert, for how each value is prepared."""
        return compiled(inserting(dialect.name)(self._table), dialect)


def _bound(row: dict[str, Any], binds: Iterable[tuple[str, Callable[[Any], Any]]]) -> dict[str, Any]:
    for name, bind in binds:
        if name in row:
            row[name] = bind(row[name])
    return row
