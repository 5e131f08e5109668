"""Keeping the rollups: deltas inside the transaction of the write, and a recompute from nothing."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Executable, Table, bindparam, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from klimabruecke.core.changes import bump, table_of
from klimabruecke.footprint.activities.tables import Activity, ActivityFootprint
from klimabruecke.footprint.totals.contributions import Amounts, Contribution, Key, added, contribution
from klimabruecke.footprint.totals.tables import ActivityTotal, FootprintGroupTotal

TABLES: tuple[Table, Table] = (table_of(FootprintGroupTotal), table_of(ActivityTotal))


def move(session: Session, before: Contribution, after: Contribution) -> None:
    """Take out what an activity added before and add what it adds now."""
    moved = False
    for table, old, new in zip(
        TABLES, (before.groups, before.counts), (after.groups, after.counts), strict=True
    ):
        deltas: dict[Key, Amounts] = {}
        added(deltas, old, -1)
        added(deltas, new)
        changed = {key: amounts for key, amounts in deltas.items() if any(amounts)}
        if changed:
            _add(session, table, changed)
            moved = True
    if moved:
        bump(session, [ActivityTotal.__tablename__])


def _add(session: Session, table: Table, deltas: Mapping[Key, Amounts]) -> None:
    """In the order of the keys, so that two writers never wait for each other in a circle."""
    connection = session.connection()
    rows = [_row(table, key, delta) for key, delta in sorted(deltas.items())]
    connection.execute(_adding(table, connection.dialect.name), rows)
    shrunk = [row for row in rows if row["activities"] < 0]
    if shrunk:
        keys, _ = _columns(table)
        connection.execute(_emptied(table), [{f"this_{name}": row[name] for name in keys} for row in shrunk])


@cache
def _adding(table: Table, dialect: str) -> Executable:
    keys, amounts = _columns(table)
    adding = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    sums = {name: table.c[name] + adding.excluded[name] for name in amounts}
    upsert: Executable = adding.on_conflict_do_update(index_elements=keys, set_=sums)
    return upsert


@cache
def _emptied(table: Table) -> Executable:
    keys, _ = _columns(table)
    return delete(table).where(
        *(table.c[name] == bindparam(f"this_{name}") for name in keys), table.c.activities == 0
    )


def _columns(table: Table) -> tuple[list[str], list[str]]:
    """The names of the key columns and of the amounts."""
    keys = [column.name for column in table.primary_key]
    return keys, [column.name for column in table.columns if column.name not in keys]


def _row(table: Table, key: Key, amounts: Amounts) -> dict[str, Any]:
    names = [column.name for column in table.columns]
    return dict(zip(names, (*key, *amounts), strict=True))


def recompute(session: Session) -> None:
    """Make the rollups anew from the activities: the same rows as the deltas gave, to the byte."""
    sums: tuple[dict[Key, Amounts], dict[Key, Amounts]] = ({}, {})
    rows = select(Activity, col(ActivityFootprint.footprint)).join(
        ActivityFootprint, col(ActivityFootprint.id) == col(Activity.footprint_id)
    )
    for row in session.connection().execute(rows).yield_per(1000):
        adds = contribution(row, row.footprint)
        added(sums[0], adds.groups)
        added(sums[1], adds.counts)
    for table, found in zip(TABLES, sums, strict=True):
        session.connection().execute(delete(table))
        if found:
            made = [_row(table, key, amounts) for key, amounts in sorted(found.items())]
            session.connection().execute(insert(table), made)
    bump(session, [ActivityTotal.__tablename__])
