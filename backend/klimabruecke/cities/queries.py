"""What can be asked of the cities."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, select
from sqlmodel import Session, col

from klimabruecke.cities.evidence.queries import EVENT, OF_CITIES, POPULATION, TARGET, unproven
from klimabruecke.cities.schemas import CityDetailOut, CityOut, GapOut, PopulationOut, TargetOut
from klimabruecke.cities.tables import (
    City,
    CityGap,
    CityPopulation,
    CityTarget,
    PartnershipEvent,
    PartnershipEventCity,
)
from klimabruecke.core.changes import counted
from klimabruecke.core.errors import NotFound
from klimabruecke.core.evidence import Fact, for_the_public
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import Listing
from klimabruecke.core.schemas import Out
from klimabruecke.core.validation import refused
from klimabruecke.identity.recalled import Views

_CITIES = select(*(getattr(City, name) for name in CityOut.model_fields)).where(
    col(City.deleted_at).is_(None)
)

_CITY_LIST = Listing(
    CityOut,
    _CITIES,
    resources=["city"],
    sorts={"name_de": City.name_de, "name_en": City.name_en, "population": City.population},
    filters={
        "level": lambda level: col(City.level) == level,
        "country": lambda country: col(City.country) == country,
        "verification": lambda verification: col(City.verification) == verification,
    },
)
CITIES = Views(_CITY_LIST, OF_CITIES)

_COORDINATES = select(col(City.latitude_deg), col(City.longitude_deg), col(City.country)).where(
    col(City.id) == bindparam("city_id"), col(City.deleted_at).is_(None)
)


class Coordinates(NamedTuple):
    """Where a city lies, and in which country."""

    latitude_deg: float
    longitude_deg: float
    country: str


def coordinates(connection: Connection, city_id: str) -> Coordinates | None:
    """Where a city lies; None where it is not one of ours."""
    row = connection.execute(_COORDINATES, {"city_id": city_id}).one_or_none()
    return None if row is None else Coordinates(float(row[0]), float(row[1]), row[2])


@dataclass(frozen=True)
class MoreGaps:
    """What the records of another domain leave open about a city: ``of`` reads it in the shape of GapOut."""

    resources: tuple[str, ...]
    of: Callable[[Connection, str], list[dict[str, Any]]]


def counter(connection: Connection, more_gaps: Sequence[MoreGaps]) -> int:
    """What moves with every change of a city, its series, its timeline or of what is not known about it."""
    tables = (City, CityPopulation, CityTarget, CityGap, PartnershipEvent, PartnershipEventCity)
    own = [table.__tablename__ for table in tables]
    return counted(connection, [*own, *(name for more in more_gaps for name in more.resources)])


def city_names(connection: Connection, city_ids: Collection[str]) -> dict[str, Bilingual]:
    """What these cities are called, by id; one that is not ours is left out."""
    columns = (col(City.id), col(City.name_de), col(City.name_en))
    rows = connection.execute(select(*columns).where(col(City.id).in_(city_ids)).order_by(col(City.id)))
    return {city_id: Bilingual(name_de, name_en) for city_id, name_de, name_en in rows}


def targets(connection: Connection, city_id: str | None) -> Sequence[Any]:
    """The climate targets with their city, of one city or of all, the nearest first."""
    names = ("id", "city_id", *TargetOut.model_fields)
    living = select(*(getattr(CityTarget, name) for name in names)).where(
        col(CityTarget.deleted_at).is_(None)
    )
    if city_id is not None:
        living = living.where(col(CityTarget.city_id) == city_id)
    by_year = (col(CityTarget.city_id), col(CityTarget.target_year), col(CityTarget.id))
    return connection.execute(living.order_by(*by_year)).all()


def states(connection: Connection) -> list[str]:
    """The ids of the states, which contain cities and are not added to them."""
    found = select(col(City.id)).where(col(City.level) == "state", col(City.deleted_at).is_(None))
    return list(connection.execute(found.order_by(col(City.id))).scalars())


def population_years(connection: Connection) -> Sequence[Any]:
    """The cities with names and the year of the population that is shown; null where it has none."""
    columns = (col(City.id), col(City.name_de), col(City.name_en), col(City.population_year))
    shown = select(*columns).where(col(City.deleted_at).is_(None), col(City.population).is_not(None))
    return connection.execute(shown.order_by(col(City.id))).all()


def city_detail(
    connection: Connection, city_id: str, more_gaps: Sequence[MoreGaps] = (), *, with_recalled: bool
) -> CityDetailOut:
    """A city with population series, targets, timeline and gaps, among them what is left out as recalled."""
    cities = _CITIES if with_recalled else for_the_public(_CITIES, OF_CITIES)
    row = connection.execute(cities.where(col(City.id) == city_id)).one_or_none()
    if row is None:
        raise NotFound.among(Bilingual("keine Stadt", "no city"), "/api/v1/cities")
    proven = () if with_recalled else (POPULATION, TARGET)
    return CityDetailOut.model_validate(
        {
            **row._mapping,
            "population_series": _of_city(connection, CityPopulation, PopulationOut, city_id, "year", proven),
            "targets": _of_city(connection, CityTarget, TargetOut, city_id, "target_year", proven),
            "partnership_events": _events(connection, city_id, with_recalled=with_recalled),
            "gaps": [
                *_of_city(connection, CityGap, GapOut, city_id, "id"),
                *(gap for more in more_gaps for gap in more.of(connection, city_id)),
                *(() if with_recalled else unproven(connection, city_id)),
            ],
        }
    )


def _of_city(
    connection: Connection, table: Any, out: type[Out], city_id: str, order: str, proven: Sequence[Fact] = ()
) -> list[dict[str, Any]]:
    """The rows of a city in a table; of ``proven`` facts only those that are not just recalled."""
    rows: Select[Any] = (
        select(*(getattr(table, name) for name in out.model_fields))
        .where(table.city_id == city_id, table.deleted_at.is_(None))
        .order_by(getattr(table, order), table.id)
    )
    shown = for_the_public(rows, [fact for fact in proven if fact.table is table])
    return [dict(row._mapping) for row in connection.execute(shown)]


def _events(connection: Connection, city_id: str, *, with_recalled: bool) -> list[dict[str, Any]]:
    taking_part = select(col(PartnershipEventCity.event_id)).where(
        col(PartnershipEventCity.city_id) == city_id
    )
    event_columns = [
        getattr(PartnershipEvent, name)
        for name in ("id", "year", "text_de", "text_en", "source_id", "verification")
    ]
    found = (
        select(*event_columns)
        .where(col(PartnershipEvent.id).in_(taking_part), col(PartnershipEvent.deleted_at).is_(None))
        .order_by(col(PartnershipEvent.year), col(PartnershipEvent.id))
    )
    events = connection.execute(found if with_recalled else for_the_public(found, [EVENT]))
    cities: dict[str, list[str]] = defaultdict(list)
    members = select(col(PartnershipEventCity.event_id), col(PartnershipEventCity.city_id))
    for event_id, member in connection.execute(members.order_by(col(PartnershipEventCity.place))):
        cities[event_id].append(member)
    return [{**row._mapping, "city_ids": cities[row.id]} for row in events]


def check_cities(session: Session, city_ids: Iterable[str], pointer: Callable[[int], str]) -> None:
    """Raises Invalid for a city that is not known here or stands there twice."""
    seen: set[str] = set()
    for place, city_id in enumerate(city_ids):
        if city_id in seen:
            raise refused(pointer(place), "city_repeated")
        check_city(session, city_id, pointer(place))
        seen.add(city_id)


def check_city(session: Session, city_id: str, pointer: str) -> None:
    """Raises Invalid for a city that is not known here."""
    if coordinates(session.connection(), city_id) is None:
        raise refused(pointer, "unknown_city")
