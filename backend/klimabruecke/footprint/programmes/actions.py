"""Recording and changing grant programmes."""

from typing import Any

from sqlmodel import Session, select

from klimabruecke.cities.queries import check_cities
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import InUse, bury, change
from klimabruecke.footprint.deps import Principal, require_write
from klimabruecke.footprint.programmes.schemas import ProgrammeIn, ProgrammePatch
from klimabruecke.footprint.programmes.tables import Programme
from klimabruecke.footprint.refusals import refused


def create_programme(
    session: Session, principal: Principal, asked: ProgrammeIn, *, demo: bool = False
) -> Programme:
    require_write(principal, asked.city_ids)
    programme = Programme(id=new_id(), demo=demo, **asked.model_dump())
    _check(session, programme)
    session.add(programme)
    session.flush()
    return programme


def update_programme(
    session: Session, principal: Principal, programme: Programme, patch: ProgrammePatch
) -> None:
    """Who hands a programme to other cities must be allowed to write for those as well."""
    given = patch.model_dump(include=patch.model_fields_set)
    require_write(principal, given.get("city_ids", programme.city_ids))
    change(programme, given)
    _check(session, programme)
    session.flush()


def delete_programme(session: Session, programme: Programme, *dependents: Any) -> None:
    """Raises InUse while a living row of the ``dependents`` tables names the programme."""
    for table in dependents:
        naming = select(table.id).where(table.programme_id == programme.id, table.deleted_at.is_(None))
        if session.exec(naming.limit(1)).first() is not None:
            raise InUse
    bury(session, programme)
    session.flush()


def _check(session: Session, programme: Programme) -> None:
    if programme.title_de is None and programme.title_en is None:
        raise refused("/title_de", "title_missing")
    if programme.ends_on < programme.starts_on:
        raise refused("/ends_on", "ends_before_start")
    _check_positions(programme.positions)
    for place, condition in enumerate(programme.conditions):
        if condition["text_de"] is None and condition["text_en"] is None:
            raise refused(f"/conditions/{place}/text_de", "text_missing")
    check_cities(session, programme.city_ids, lambda place: f"/city_ids/{place}")


def _check_positions(positions: list[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for place, position in enumerate(positions):
        if position["title_de"] is None and position["title_en"] is None:
            raise refused(f"/positions/{place}/title_de", "title_missing")
        if position["code"] in seen:
            raise refused(f"/positions/{place}/code", "position_repeated")
        seen.add(position["code"])
