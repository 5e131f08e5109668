"""Measures the tests start from; each test changes what it is about."""

from typing import Any

import httpx

Json = dict[str, Any]


def a_measure(**changes: Any) -> Json:
    return {
        "city_id": "bremen",
        "title_de": "Radwege ausbauen",
        "sector": "transport",
        "action_type": "mitigation",
        "status": "planned",
        "visibility": "published",
    } | changes


def a_reduction(**changes: Any) -> Json:
    return {"ghg_kg": 1_000_000, "per": "year", "basis": "expected", "year": 2026} | changes


def ids(client: httpx.Client, path: str = "/measures", **filters: Any) -> list[str]:
    answer = client.get(path, params={"limit": 1000, **filters})
    assert answer.status_code == 200, answer.text
    return [each["id"] for each in answer.json()["items"]]
