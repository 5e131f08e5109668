"""Every write leaves a version, a time, a change number and a moved counter; nobody can forget it.

Times and versions are set as rows are flushed. Change numbers are taken last, just before the commit,
because the head row they come from is the one lock all writers of a city share. Who gives them out, and
what else is written then, is the trail's business (``audit``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

import psycopg
from sqlalchemy import Connection, Executable, Table, bindparam, event, func, inspect, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from klimabruecke.core.clock import Clock
from klimabruecke.core.tables import ResourceCounter, Row

_CHANGED = "changed_rows"
_COUNTED = "counted_tables"

Kind = Literal["create", "update", "delete"]


@dataclass(frozen=True)
class Actor:
    """Who writes, by an id that names nobody: a person, a service client, or the system itself.

    ``acting_for_id`` is the person they stand in for, where they do.
    """

    kind: Literal["person", "client", "system", "anonymous"]
    id: str | None = None
    acting_for_id: str | None = None


SYSTEM = Actor("system")


@dataclass(frozen=True)
class Context:
    """What a session knows about the request it writes for."""

    clock: Clock
    actor: Actor = SYSTEM
    request_id: str | None = None


@dataclass(frozen=True)
class Change:
    """A row that was written, and its column values before."""

    row: Row
    kind: Kind
    before: Mapping[str, Any] | None


class WritingSession(Session):
    """A session whose rows are stamped and whose changes are numbered before the commit."""


def context(session: Session) -> Context:
    found: Context = session.info["context"]
    return found


def act_as(session: Session, actor: Actor) -> None:
    """Name who writes where it is known only inside the transaction: at a sign-in or a sign-out."""
    session.info["context"] = replace(context(session), actor=actor)


@event.listens_for(WritingSession, "before_flush")
def _stamp(session: Session, *_: object) -> None:
    now = context(session).clock()
    changed: dict[int, Change] = session.info.setdefault(_CHANGED, {})
    for row in session.new:
        if isinstance(row, Row):
            row.created_at = row.created_at or now
            row.updated_at = row.updated_at or now
            changed[id(row)] = Change(row, "create", None)
    for row in session.dirty:
        if isinstance(row, Row) and session.is_modified(row):
            first = changed.get(id(row))
            before = first.before if first else values_before(row)
            row.version += 1
            row.updated_at = now
            kind: Kind = "delete" if row.deleted_at is not None else "update"
            changed[id(row)] = Change(row, first.kind if first and first.kind == "create" else kind, before)


def values_before(row: Row) -> dict[str, Any]:
    """The column values the database holds for a row that is about to be written."""
    state = inspect(row)
    found = {}
    for name in row.__table__.columns.keys():  # type: ignore[attr-defined]  # noqa: SIM118
        history = state.attrs[name].history
        found[name] = history.deleted[0] if history.deleted else getattr(row, name)
    return found


def take_changes(session: Session) -> dict[str, list[Change]]:
    """The changes of this transaction by chain, once; their tables are noted for ``count``."""
    session.flush()
    by_chain: dict[str, list[Change]] = defaultdict(list)
    for change in session.info.pop(_CHANGED, {}).values():
        by_chain[change.row.chain()].append(change)
    bump(session, (table_of(change.row).name for changes in by_chain.values() for change in changes))
    return dict(sorted(by_chain.items()))


def count(session: Session) -> None:
    """Move the counters of the tables that were written: a lock all writers of these tables share."""
    if counted := session.info.pop(_COUNTED, None):
        connection = session.connection()
        connection.execute(
            _counting(connection.dialect.name), [{"resource": name} for name in sorted(counted)]
        )


@contextmanager
def together(session: Session) -> Iterator[None]:
    """Send the statements of the block at once; none of them may be asked for rows.

    On PostgreSQL each would else wait for the one before to come back, with all locks held. On SQLite
    nothing travels.
    """
    driver: Any = session.connection().connection.driver_connection
    try:
        with driver.pipeline() if isinstance(driver, psycopg.Connection) else nullcontext():
            yield
    except psycopg.OperationalError as failed:
        raise OperationalError("statements sent together", None, failed) from failed


def bump(session: Session, resources: Iterable[str]) -> None:
    """Have the counters of these tables moved; a bulk write that bypasses the session calls it itself."""
    session.info.setdefault(_COUNTED, set()).update(resources)


@cache
def _counting(dialect: str) -> Executable:
    table = table_of(ResourceCounter)
    counting = inserting(dialect)(table).values(counter=1)
    moved: Executable = counting.on_conflict_do_update(
        index_elements=["resource"], set_={"counter": table.c.counter + 1}
    )
    return moved


def counted(connection: Connection, resources: Iterable[str]) -> int:
    """How often these tables were written altogether: what moves with every change of what they hold."""
    table = table_of(ResourceCounter)
    moved = select(func.sum(table.c.counter)).where(table.c.resource.in_(sorted(resources)))
    return int(connection.execute(moved).scalar() or 0)


def upsert(session: Session, table: Table) -> Any:
    """An insert that can say what to do on a conflict, in the words of the session's database."""
    return inserting(session.connection().dialect.name)(table)


def inserting(dialect: str) -> Any:
    return (postgresql if dialect == "postgresql" else sqlite).insert


def number(session: Session, changes: Sequence[Change], first: int) -> None:
    """Write the change numbers ``first``, ``first + 1``, ... into the changed rows."""
    by_table: dict[Table, list[dict[str, Any]]] = defaultdict(list)
    for change_no, change in enumerate(changes, start=first):
        row: Any = change.row
        by_table[table_of(row)].append({"the_row": row.id, "the_number": change_no})
    for table, values in by_table.items():
        session.connection().execute(_numbering(table), values)


@cache
def _numbering(table: Table) -> Executable:
    # Names no column has: a parameter called like one would be taken for its new value.
    numbered = update(table).where(table.c.id == bindparam("the_row"))
    return numbered.values(change_no=bindparam("the_number"))


def table_of(row: Any) -> Table:
    table: Table = row.__table__
    return table
