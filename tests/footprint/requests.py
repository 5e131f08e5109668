"""Requests the tests start from; each test changes what it is about."""

from typing import Any

import httpx

FOOTPRINTS = "/api/v1/footprints"
COMPARISONS = "/api/v1/footprint-comparisons"
ENGLISH = {"Accept-Language": "en"}


def trip(*items: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"kind": "trip", "on": "2025-06-01", "items": list(items), **changes}


def flight(origin: str = "FRA", destination: str = "WDH", **changes: Any) -> dict[str, Any]:
    return {"type": "flight", "from": origin, "to": destination, **changes}


def rail(**changes: Any) -> dict[str, Any]:
    return {"type": "rail", "country": "DE", "distance_km": 100, **changes}


def hotel(country: str = "NA", rooms: int = 5, nights: int = 6) -> dict[str, Any]:
    return {"type": "hotel", "country": country, "rooms": rooms, "nights": nights}


def delegation(people: int = 5) -> dict[str, Any]:
    """Bremen to Windhoek and back with six nights, each in their own room."""
    there = {"travellers": people, "return": True}
    legs = [flight("BRE", "FRA", **there), flight("FRA", "WDH", **there)]
    return trip(*legs, hotel(rooms=people))


def computed(client: httpx.Client, body: dict[str, Any], **headers: str) -> dict[str, Any]:
    answer = client.post(FOOTPRINTS, json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def refused(client: httpx.Client, body: Any, path: str = FOOTPRINTS, **headers: str) -> list[dict[str, str]]:
    """The field errors of a request that is not accepted."""
    answer = client.post(path, json=body, headers=headers)
    assert answer.status_code == 422, answer.text
    problem = answer.json()
    assert problem["type"] == "/problems/validation"
    found: list[dict[str, str]] = problem["errors"]
    return found
