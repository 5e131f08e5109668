"""Recording, changing and confirming measures."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from klimabruecke.audit import actions as audit
from klimabruecke.cities.queries import check_city
from klimabruecke.core.changes import context
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import InUse, buried, bury, change
from klimabruecke.core.search import searchable
from klimabruecke.measures.deps import Principal, require_write
from klimabruecke.measures.measures.effects import fault_of, reduction_kg_per_year
from klimabruecke.measures.measures.queries import known_measure
from klimabruecke.measures.measures.schemas import MeasureIn, MeasurePatch
from klimabruecke.measures.measures.tables import Measure
from klimabruecke.measures.refusals import refused
from klimabruecke.reference import queries as reference

SEARCHED = (
    *("title_de", "title_en", "lead_de", "lead_en", "description_de", "description_en", "identifier", "plan"),
    *("needs_de", "needs_en", "lessons_de", "lessons_en", "partners_de", "partners_en"),
)
"""The fields a search looks into."""
ENDED_BY_REASON = ("cancelled", "merged", "superseded")
LISTS = ("co_benefits", "sdgs", "hazards", "instruments", "prerequisites")


def create_measure(
    session: Session,
    principal: Principal,
    asked: MeasureIn,
    *,
    measure_id: str | None = None,
    demo: bool = False,
) -> Measure:
    require_write(principal, asked.city_id)
    values = asked.model_dump()
    measure = Measure(id=measure_id or new_id(), demo=demo, search_text="", **values)
    _complete(session, measure)
    session.add(measure)
    session.flush()
    return measure


def update_measure(session: Session, principal: Principal, measure: Measure, patch: MeasurePatch) -> None:
    """Who gives it to another city must be allowed to write for that one as well."""
    given = patch.model_dump(include=patch.model_fields_set)
    require_write(principal, given.get("city_id", measure.city_id))
    was = measure.visibility
    change(measure, given)
    _complete(session, measure)
    if was != measure.visibility:
        audit.name(session, measure, "publish" if measure.visibility == "published" else "withdraw")
    session.flush()


def delete_measure(session: Session, measure: Measure, *dependents: Any) -> None:
    """Raises InUse while a living row of the ``dependents`` columns names it."""
    for column in dependents:
        table = column.class_
        naming = select(table.id).where(column == measure.id, col(table.deleted_at).is_(None))
        if session.exec(naming.limit(1)).first() is not None:
            raise InUse
    bury(session, measure)
    session.flush()


def restore_measure(session: Session, principal: Principal, measure_id: str) -> Measure:
    """Bring back a deleted measure. Raises NotFound, Forbidden, NotDeleted, TooLateToRestore."""
    measure = buried(session, Measure, measure_id)
    require_write(principal, measure.city_id)
    audit.restore(session, measure)
    session.flush()
    return measure


def confirm(session: Session, principal: Principal, measure: Measure) -> None:
    """Say that it is still right. After twelve months somebody has to say it again."""
    today = context(session).clock().date()
    measure.confirmed_on = today
    measure.confirmed_as = next(
        right.role for right in principal.rights if right.covers(measure.city_id, "climate")
    )
    measure.review_due_on = _a_year_after(today)
    audit.name(session, measure, "confirm")
    session.flush()


def _a_year_after(day: date) -> date:
    """29 February is followed by 1 March."""
    following = day.year + 1
    return date(following, 3, 1) if (day.month, day.day) == (2, 29) else day.replace(year=following)


def search_text_of(measure: Measure) -> str:
    return searchable(getattr(measure, name) for name in SEARCHED)


def _complete(session: Session, measure: Measure) -> None:
    """Check the measure as it now is, and write what follows from it."""
    check_city(session, measure.city_id, "/city_id")
    _check_words(measure)
    _check_effects(session, measure)
    _check_source(session, measure)
    if measure.replaced_by_id is not None:
        if measure.replaced_by_id == measure.id:
            raise refused("/replaced_by_id", "replaces_itself")
        known_measure(session, measure.replaced_by_id, "/replaced_by_id")
    measure.ghg_reduction_kg_per_year = reduction_kg_per_year(measure.effects)
    measure.search_text = search_text_of(measure)


def _check_words(measure: Measure) -> None:
    if measure.title_de is None and measure.title_en is None:
        raise refused("/title_de", "title_missing")
    if measure.starts_year and measure.ends_year and measure.ends_year < measure.starts_year:
        raise refused("/ends_year", "ends_before_start")
    if (measure.cost_cents is None) != (measure.cost_currency is None):
        missing = "cost_cents" if measure.cost_cents is None else "cost_currency"
        raise refused(f"/{missing}", "cost_incomplete")
    if measure.status in ENDED_BY_REASON and not (measure.status_reason_de or measure.status_reason_en):
        raise refused("/status_reason_de", "status_reason_missing")
    for name in LISTS:
        given = getattr(measure, name)
        if len(set(given)) < len(given):
            raise refused(f"/{name}", "word_repeated")


def _check_effects(session: Session, measure: Measure) -> None:
    for place, effect in enumerate(measure.effects):
        if (fault := fault_of(effect, measure.action_type)) is not None:
            raise refused(f"/effects/{place}", fault)
        _check_known(session, effect["source_id"], f"/effects/{place}/source_id")


def _check_source(session: Session, measure: Measure) -> None:
    _check_known(session, measure.source_id, "/source_id")
    if measure.source_id is None and measure.verification in ("verified", "derived"):
        raise refused("/source_id", "source_missing")


def _check_known(session: Session, source_id: str | None, pointer: str) -> None:
    if source_id is not None and not reference.knows_source(session.connection(), source_id):
        raise refused(pointer, "unknown_source")
