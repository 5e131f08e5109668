"""Keeping tasks, indicators and updates of a measure."""

from decimal import Decimal
from typing import Any

from sqlmodel import Session

from klimabruecke.core.changes import context
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import change
from klimabruecke.measures.measures.tables import Measure
from klimabruecke.measures.progress.queries import Kept
from klimabruecke.measures.progress.schemas import (
    MeasureIndicatorIn,
    MeasureIndicatorPatch,
    MeasureTaskIn,
    MeasureTaskPatch,
    MeasureUpdateIn,
)
from klimabruecke.measures.progress.tables import MeasureIndicator, MeasureTask, MeasureUpdate
from klimabruecke.measures.refusals import refused
from klimabruecke.reference import queries as reference

_VALUES = ("baseline", "target", "latest")


def create_task(session: Session, measure: Measure, asked: MeasureTaskIn) -> MeasureTask:
    task = MeasureTask(**_begun(measure), **asked.model_dump())
    _check_task(session, task)
    return _added(session, task)


def update_task(session: Session, task: MeasureTask, patch: MeasureTaskPatch) -> None:
    """A task that is completed was completed today, where nobody says when."""
    change(task, patch.given())
    _check_task(session, task)
    session.flush()


def _check_task(session: Session, task: MeasureTask) -> None:
    if task.title_de is None and task.title_en is None:
        raise refused("/title_de", "title_missing")
    if task.state != "completed":
        task.completed_on = None
    elif task.completed_on is None:
        task.completed_on = context(session).clock().date()


def create_indicator(session: Session, measure: Measure, asked: MeasureIndicatorIn) -> MeasureIndicator:
    indicator = MeasureIndicator(**_begun(measure), **_exact(asked.model_dump()))
    _check_indicator(session, indicator)
    return _added(session, indicator)


def update_indicator(session: Session, indicator: MeasureIndicator, patch: MeasureIndicatorPatch) -> None:
    change(indicator, _exact(patch.given()))
    _check_indicator(session, indicator)
    session.flush()


def _exact(given: dict[str, Any]) -> dict[str, Any]:
    """The numbers as they were written, not as a float holds them."""
    return {
        name: Decimal(repr(value)) if name.endswith("_value") and value is not None else value
        for name, value in given.items()
    }


def _check_indicator(session: Session, indicator: MeasureIndicator) -> None:
    if indicator.title_de is None and indicator.title_en is None:
        raise refused("/title_de", "title_missing")
    for name in _VALUES:
        value, year = getattr(indicator, f"{name}_value"), getattr(indicator, f"{name}_year")
        if (value is None) != (year is None):
            raise refused(f"/{name}_{'value' if value is None else 'year'}", "value_incomplete")
    source_id = indicator.source_id
    if source_id is not None and not reference.knows_source(session.connection(), source_id):
        raise refused("/source_id", "unknown_source")
    if source_id is None and indicator.verification in ("verified", "derived"):
        raise refused("/source_id", "source_missing")


def create_update(session: Session, measure: Measure, asked: MeasureUpdateIn) -> MeasureUpdate:
    values = asked.model_dump()
    values["on"] = values["on"] or context(session).clock().date()
    update = MeasureUpdate(**_begun(measure), **values)
    if update.text_de is None and update.text_en is None:
        raise refused("/text_de", "text_missing")
    return _added(session, update)


def _begun(measure: Measure) -> dict[str, Any]:
    return {"id": new_id(), "city_id": measure.city_id, "measure_id": measure.id, "demo": measure.demo}


def _added(session: Session, row: Kept) -> Kept:
    session.add(row)
    session.flush()
    return row
