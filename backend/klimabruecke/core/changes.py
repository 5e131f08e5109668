"""Every write leaves a version, a time, a change number and a moved counter; nobody can forget it.

Times and versions are set as rows are flushed. Change numbers are taken last, just before the
commit, because the head row they come from is the one lock all writers of a city share.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Table, bindparam, event, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from klimabruecke.core.tables import ChangeHead, ResourceCounter, Row

_CHANGED = "changed_rows"


class WritingSession(Session):
    """A session whose rows are stamped; ``info["clock"]`` tells it the time."""


@event.listens_for(WritingSession, "before_flush")
def _stamp(session: Session, *_: object) -> None:
    now = session.info["clock"]()
    changed: dict[int, Row] = session.info.setdefault(_CHANGED, {})
    for row in session.new:
        if isinstance(row, Row):
            row.created_at = row.created_at or now
            row.updated_at = row.updated_at or now
            changed[id(row)] = row
    for row in session.dirty:
        if isinstance(row, Row) and session.is_modified(row):
            row.version += 1
            row.updated_at = now
            changed[id(row)] = row


def settle(session: Session) -> None:
    """Number the changes of this transaction and move the counters; called once before its commit."""
    session.flush()
    rows = list(session.info.pop(_CHANGED, {}).values())
    by_chain: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_chain[row.chain()].append(row)
    bump(session, Counter(_table(row).name for row in rows))
    for chain in sorted(by_chain):
        last = take(session, chain, len(by_chain[chain]))
        _number(session, by_chain[chain], first=last - len(by_chain[chain]) + 1)


def bump(session: Session, resources: Iterable[str]) -> None:
    """Move the counters of these tables; a bulk write that bypasses the session calls it itself."""
    for name in sorted(set(resources)):
        _upsert(session, _table(ResourceCounter), {"resource": name}, "counter", 1)


def take(session: Session, chain: str, count: int) -> int:
    """Give out ``count`` change numbers of a chain; the last of them is returned."""
    return _upsert(session, _table(ChangeHead), {"chain": chain}, "change_no", count)


def _number(session: Session, rows: list[Row], first: int) -> None:
    by_table: dict[Table, list[dict[str, Any]]] = defaultdict(list)
    for number, row in enumerate(rows, start=first):
        by_table[_table(row)].append({"row_id": row.id, "number": number})  # type: ignore[attr-defined]
    for table, values in by_table.items():
        statement = (
            update(table).where(table.c.id == bindparam("row_id")).values(change_no=bindparam("number"))
        )
        session.connection().execute(statement, values)


def _upsert(session: Session, table: Table, key: dict[str, str], column: str, step: int) -> int:
    connection = session.connection()
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert
    statement = insert(table).values({**key, column: step})
    statement = statement.on_conflict_do_update(
        index_elements=list(key), set_={column: table.c[column] + step}
    ).returning(table.c[column])
    return int(connection.execute(statement).scalar_one())


def _table(row: Any) -> Table:
    table: Table = row.__table__
    return table
