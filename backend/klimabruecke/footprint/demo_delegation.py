"""The delegation of 2024 as an example: what is public of it, and what had to be assumed, told apart.

Public are the cities and the days (22 September to 1 October 2024, partnership event E15). A second, invented
activity of the year lets the demonstration publish it.
"""

from datetime import date
from itertools import pairwise
from typing import Any

from sqlmodel import Session

from klimabruecke.core.language import Bilingual
from klimabruecke.footprint.activities.actions import create_activity
from klimabruecke.footprint.activities.schemas import ActivityIn
from klimabruecke.footprint.calculator import Calculator
from klimabruecke.footprint.deps import THE_SYSTEM
from klimabruecke.footprint.projects.actions import create_project
from klimabruecke.footprint.projects.schemas import CooperationProjectIn
from klimabruecke.footprint.publications.actions import publish_year

YEAR = 2024
PEOPLE = {
    "administration": 8,
    "politics": 5,
    "business": 4,
    "civil_society": 4,
    "science": 2,
    "culture_and_sport": 2,
}
"""Assumed, by kind; 25 in all."""
ROUTE = ("BRE", "FRA", "WDH", "JNB", "DUR", "JNB", "FRA", "BRE")

_PROJECT: dict[str, Any] = {
    "title_de": "Beispielprojekt: Partnerschaft Bremen, Durban und Windhoek",
    "title_en": "Example project: partnership of Bremen, Durban and Windhoek",
    "city_ids": ["bremen", "durban", "windhoek"],
    "note": "Beispiel für die Vorführung. / An example for the demonstration.",
}
_ASSUMPTIONS = (
    Bilingual(
        "Beispielrechnung: Belegt sind Städte und Zeitraum (Quelle S072), alles Weitere ist angenommen.",
        "Example calculation: cities and days are documented (source S072), everything else is assumed.",
    ),
    Bilingual(
        "Angenommen: 25 Personen, alle aus Bremen, und ihre Verteilung auf die Gruppen. Wer bezahlt hat,"
        " ist nicht bekannt.",
        "Assumed: 25 people, all from Bremen, and how they fall into groups. Who paid is not known.",
    ),
    Bilingual(
        "Angenommen: Flüge in der Economy-Klasse über Frankfurt und Johannesburg, erst nach Windhoek, dann"
        " nach Durban, von dort zurück.",
        "Assumed: economy flights by Frankfurt and Johannesburg, first to Windhoek, then to Durban, back from"
        " there.",
    ),
    Bilingual(
        "Angenommen: Einzelzimmer, vier Nächte in Windhoek, drei in Durban, zwei Nächte im Flugzeug.",
        "Assumed: single rooms, four nights in Windhoek, three in Durban, two nights on board.",
    ),
)


def seed_delegation(session: Session, computing: Calculator) -> None:
    """The delegation, a meeting that prepared it, and the year they add up to, published."""
    project = create_project(session, THE_SYSTEM, CooperationProjectIn.model_validate(_PROJECT), demo=True)
    for asked in (_delegation(), _MEETING):
        activity = ActivityIn.model_validate({**asked, "project_id": project.id, "status": "done"})
        create_activity(session, computing, THE_SYSTEM, activity, demo=True)
    publish_year(session, YEAR)


def _delegation() -> dict[str, Any]:
    people = sum(PEOPLE.values())
    legs = [
        {"type": "flight", "from": origin, "to": destination, "travellers": people}
        for origin, destination in pairwise(ROUTE)
    ]
    hotels = [
        {"type": "hotel", "country": country, "rooms": people, "nights": nights}
        for country, nights in (("NA", 4), ("ZA", 3))
    ]
    return {
        "title": "Beispielrechnung: Delegationsreise nach Windhoek und Durban 2024",
        "kind": "trip",
        "starts_on": date(YEAR, 9, 22),
        "ends_on": date(YEAR, 10, 1),
        "host_city_id": "windhoek",
        "participants": [
            {"city_id": "bremen", "count": count, "kind": kind} for kind, count in PEOPLE.items()
        ],
        "assumptions": [" / ".join(sentence) for sentence in _ASSUMPTIONS],
        "items": [*legs, *hotels],
    }


_MEETING: dict[str, Any] = {
    "title": "Beispiel: Vorbereitung per Videokonferenz 2024",
    "kind": "online_meeting",
    "starts_on": date(YEAR, 6, 12),
    "host_city_id": "bremen",
    "participants": [
        {"city_id": city, "count": count, "kind": "administration", "paid_by": "home_city"}
        for city, count in (("bremen", 4), ("durban", 3), ("windhoek", 3))
    ],
    "assumptions": ["Erfundenes Beispiel für die Vorführung. / An invented example for the demonstration."],
    "items": [{"type": "video", "participants": 10, "hours": 2}],
}
