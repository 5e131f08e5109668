"""Loads the cities this version ships with."""

from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session

from klimabruecke.cities.evidence.queries import EVENT, OF_CITIES, POPULATION, TARGET
from klimabruecke.cities.tables import (
    City,
    CityGap,
    CityPopulation,
    CityTarget,
    PartnershipEvent,
    PartnershipEventCity,
)
from klimabruecke.core.seeding import read_rows, store

DATA = Path(__file__).parent / "data"
EVENTS = DATA / "partnership_events_2026-11-23.csv"


def seed(session: Session) -> None:
    """After the reference data, whose sources are named here. Running it again changes nothing."""
    store(session, City, read_rows(DATA / "cities_2026-11-24.csv"), OF_CITIES)
    store(session, CityPopulation, read_rows(DATA / "city_populations_2026-11-24.csv"), [POPULATION])
    store(session, CityTarget, read_rows(DATA / "city_targets_2026-11-24.csv"), [TARGET])
    store(session, CityGap, read_rows(DATA / "city_gaps_2026-11-23.csv"))
    store(session, PartnershipEvent, _events(), [EVENT])
    store(session, PartnershipEventCity, _event_cities())


def _events() -> Iterator[dict[str, str]]:
    for row in read_rows(EVENTS):
        row.pop("city_ids")
        yield row


def _event_cities() -> Iterator[dict[str, str]]:
    for row in read_rows(EVENTS):
        for place, city_id in enumerate(row["city_ids"].split(";")):
            yield {
                "id": f"{row['id']}-{city_id}",
                "event_id": row["id"],
                "city_id": city_id,
                "place": str(place),
            }
