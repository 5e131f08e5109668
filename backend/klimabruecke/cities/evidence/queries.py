"""The facts about cities that say how they were established."""

from typing import Any

from sqlalchemy import Connection, Select, String, cast, literal, select, union_all
from sqlmodel import Session, col

from klimabruecke.cities.tables import City, CityPopulation, CityTarget, PartnershipEvent
from klimabruecke.core.evidence import RECALLED, Fact, recalled

_PAGE = literal("/staedte/") + col(City.id)
_POPULATION = tuple(f"population{name}" for name in ("", "_year", "_basis_de", "_basis_en", "_source_id"))
_MEMBERSHIPS = tuple(f"memberships_{name}" for name in ("de", "en", "evidence_de", "evidence_en"))
_IN_THE_SERIES = (
    select(col(CityPopulation.id))
    .where(
        col(CityPopulation.city_id) == col(City.id),
        col(CityPopulation.year) == col(City.population_year),
        col(CityPopulation.population) == col(City.population),
        col(CityPopulation.verification) == RECALLED,
        col(CityPopulation.deleted_at).is_(None),
    )
    .exists()
)


def _with_city(city_id: Any) -> Any:
    def joined(rows: Select[Any]) -> Select[Any]:
        return rows.join(City, col(City.id) == city_id)

    return joined


def _shown_population(session: Session, proven: Any) -> None:
    """The city shows the same figure of its series."""
    city = session.get_one(City, proven.city_id, with_for_update=True)
    if (city.population_year, city.population) == (proven.year, proven.population):
        city.population_verification, city.population_source_id = proven.verification, proven.source_id


def _year(year: Any) -> Any:
    return cast(year, String)


AREA = Fact(
    "city",
    City,
    title_de=literal("Fläche: ") + col(City.name_de),
    title_en=literal("Area: ") + col(City.name_en),
    value=col(City.area_km2),
    unit=literal("km2"),
    page=_PAGE,
    city_id=col(City.id),
    source="area_source_id",
    hides=("area_km2", "area_source_id"),
)
SHOWN_POPULATION = Fact(
    "city_population_shown",
    City,
    title_de=literal("Einwohnerzahl: ") + col(City.name_de),
    title_en=literal("Population: ") + col(City.name_en),
    value=_year(col(City.population)),
    page=_PAGE,
    city_id=col(City.id),
    verification="population_verification",
    source="population_source_id",
    hides=_POPULATION,
    around=lambda rows: rows.where(~_IN_THE_SERIES),
)
MEMBERSHIPS = Fact(
    "city_memberships",
    City,
    title_de=literal("Netzwerke: ") + col(City.name_de),
    title_en=literal("Networks: ") + col(City.name_en),
    value=col(City.memberships_de),
    value_en=col(City.memberships_en),
    page=_PAGE,
    city_id=col(City.id),
    verification="memberships_verification",
    source=None,
    hides=_MEMBERSHIPS,
)
POPULATION = Fact(
    "city_population",
    CityPopulation,
    title_de=literal("Einwohnerzahl ") + _year(col(CityPopulation.year)) + ": " + col(City.name_de),
    title_en=literal("Population ") + _year(col(CityPopulation.year)) + ": " + col(City.name_en),
    value=_year(col(CityPopulation.population)),
    page=_PAGE,
    city_id=col(CityPopulation.city_id),
    around=_with_city(col(CityPopulation.city_id)),
    proves=_shown_population,
)
TARGET = Fact(
    "city_target",
    CityTarget,
    title_de=literal("Klimaziel ") + _year(col(CityTarget.target_year)) + ": " + col(City.name_de),
    title_en=literal("Climate target ") + _year(col(CityTarget.target_year)) + ": " + col(City.name_en),
    value=col(CityTarget.reduction_pct),
    unit=literal("%"),
    page=_PAGE,
    city_id=col(CityTarget.city_id),
    around=_with_city(col(CityTarget.city_id)),
)
EVENT = Fact(
    "partnership_event",
    PartnershipEvent,
    title_de=_year(col(PartnershipEvent.year)) + ": " + col(PartnershipEvent.text_de),
    title_en=_year(col(PartnershipEvent.year)) + ": " + col(PartnershipEvent.text_en),
    page=literal("/staedte"),
)
OF_CITIES = (AREA, SHOWN_POPULATION, MEMBERSHIPS)
FACTS = (*OF_CITIES, POPULATION, TARGET, EVENT)


def unproven(connection: Connection, city_id: str) -> list[dict[str, Any]]:
    """What is known of a city from memory only, in the shape of ``GapOut``: the statement, not the figure."""
    waiting = union_all(*(recalled(fact) for fact in FACTS if fact.city_id is not None)).subquery()
    rows = select(waiting).where(waiting.c.city_id == city_id).order_by(waiting.c.id)
    return [
        {
            "id": row.id.replace("_", "-"),
            "text_de": f"{row.title_de}: noch nicht belegt.",
            "text_en": f"{row.title_en}: not yet confirmed at a source.",
            "source_id": None,
        }
        for row in connection.execute(rows)
    ]
