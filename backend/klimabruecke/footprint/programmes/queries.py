"""What can be asked of grant programmes."""

from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.records import no_such
from klimabruecke.footprint.filters import names_city
from klimabruecke.footprint.programmes.answers import ProgrammeOut
from klimabruecke.footprint.programmes.period import Period
from klimabruecke.footprint.programmes.tables import Programme
from klimabruecke.footprint.refusals import refused

_PROGRAMMES = select(*(getattr(Programme, name) for name in ProgrammeOut.model_fields)).where(
    col(Programme.deleted_at).is_(None)
)
_PERIOD = select(col(Programme.starts_on), col(Programme.ends_on))

PROGRAMMES = Listing(
    ProgrammeOut,
    _PROGRAMMES,
    resources=["programme"],
    sorts={
        name: getattr(Programme, name) for name in ("title_de", "title_en", "funder", "starts_on", "ends_on")
    },
    filters={
        "city": lambda city: names_city(Programme.city_ids, city),
        "on": lambda day: (col(Programme.starts_on) <= day) & (col(Programme.ends_on) >= day),
        "q": lambda text: contains(
            text, Programme.title_de, Programme.title_en, Programme.funder, Programme.grant_reference
        ),
    },
    default_sort="-starts_on",
    cache=PRIVATE,
)


def programme(connection: Connection, programme_id: str) -> ProgrammeOut:
    row = connection.execute(_PROGRAMMES.where(col(Programme.id) == programme_id)).one_or_none()
    if row is None:
        raise no_such("programme")
    return ProgrammeOut.model_validate(dict(row._mapping))


def named_programme(session: Session, programme_id: str, pointer: str = "/programme_id") -> Programme:
    """The programme a body names, kept from being deleted meanwhile. Raises Invalid where there is none."""
    named = _held(session, programme_id)
    if named is None:
        raise refused(pointer, "unknown_programme")
    return named


def is_living(session: Session, programme_id: str) -> bool:
    """Whether a programme is still there, kept from being deleted meanwhile."""
    return _held(session, programme_id) is not None


def _held(session: Session, programme_id: str) -> Programme | None:
    living = col(Programme.deleted_at).is_(None)
    found = select_rows(Programme).where(col(Programme.id) == programme_id, living)
    return session.exec(found.with_for_update(read=True)).one_or_none()


def period_of(connection: Connection, programme_id: str | None) -> Period | None:
    """The period of the programme an activity names; None where it names none."""
    if programme_id is None:
        return None
    row: Any = connection.execute(_PERIOD.where(col(Programme.id) == programme_id)).one()
    return Period(row.starts_on, row.ends_on)
