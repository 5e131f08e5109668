"""What can be asked of the progress of a measure."""

from collections.abc import Collection
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, select
from sqlmodel import Session, col

from klimabruecke.core.evidence import for_the_public
from klimabruecke.core.records import locked, no_such
from klimabruecke.core.schemas import RowOut
from klimabruecke.measures.deps import Reach
from klimabruecke.measures.evidence.queries import INDICATOR
from klimabruecke.measures.measures.queries import measure
from klimabruecke.measures.progress.schemas import MeasureIndicatorOut, MeasureTaskOut, MeasureUpdateOut
from klimabruecke.measures.progress.tables import MeasureIndicator, MeasureTask, MeasureUpdate

Kept = TypeVar("Kept", MeasureTask, MeasureIndicator, MeasureUpdate)
OUT: dict[type, type[RowOut]] = {
    MeasureTask: MeasureTaskOut,
    MeasureIndicator: MeasureIndicatorOut,
    MeasureUpdate: MeasureUpdateOut,
}
_ORDER: dict[type, list[Any]] = {
    MeasureTask: [
        col(MeasureTask.due_on).is_(None),
        col(MeasureTask.due_on),
        col(MeasureTask.id),
    ],
    MeasureIndicator: [col(MeasureIndicator.id)],
    MeasureUpdate: [col(MeasureUpdate.on).desc(), col(MeasureUpdate.id).desc()],
}


def kept_with(connection: Connection, reach: Reach, table: type[Kept], measure_id: str) -> list[RowOut]:
    """All rows of a table that belong to a measure. Raises NotFound where the caller knows of no such one."""
    known = measure(connection, reach, measure_id)
    rows = connection.execute(_living(table, reach, known.id).order_by(*_ORDER[table]).limit(1000))
    return [OUT[table].model_validate(dict(row._mapping)) for row in rows]


def updates_between(
    connection: Connection, measure_ids: Collection[str], first: date, last: date
) -> list[MeasureUpdateOut]:
    """What was reported of these measures in that time, the oldest first."""
    columns = (getattr(MeasureUpdate, name) for name in MeasureUpdateOut.model_fields)
    rows = select(*columns).where(
        col(MeasureUpdate.measure_id).in_(measure_ids),
        col(MeasureUpdate.on).between(first, last),
        col(MeasureUpdate.deleted_at).is_(None),
    )
    found = connection.execute(rows.order_by(col(MeasureUpdate.on), col(MeasureUpdate.id)))
    return [MeasureUpdateOut.model_validate(dict(row._mapping)) for row in found]


def one_kept(
    connection: Connection, reach: Reach, table: type[Kept], measure_id: str, record_id: str
) -> RowOut:
    known = measure(connection, reach, measure_id)
    row = connection.execute(_living(table, reach, known.id).where(col(table.id) == record_id)).one_or_none()
    if row is None:
        raise no_such(str(table.__tablename__))
    return OUT[table].model_validate(dict(row._mapping))


def locked_of(session: Session, table: type[Kept], measure_id: str, record_id: str) -> Kept:
    """The row of this measure, locked. Raises NotFound."""
    found = locked(session, table, record_id)
    if found.measure_id != measure_id:
        raise no_such(str(table.__tablename__))
    return found


def _living(table: type[Kept], reach: Reach, measure_id: str) -> Any:
    columns = (getattr(table, name) for name in OUT[table].model_fields)
    rows = select(*columns).where(col(table.measure_id) == measure_id, col(table.deleted_at).is_(None))
    if table is MeasureIndicator and not reach.recalled:
        return for_the_public(rows, [INDICATOR])
    return rows
