"""Plans and activities the tests start from; each test changes what it is about."""

from typing import Any

import httpx

Json = dict[str, Any]


def delegation_items(people: int = 5) -> list[Json]:
    """Bremen to Windhoek and back by Frankfurt, six nights, a room each: 8,850 kg for five."""
    return [
        {"type": "flight", "from": "BRE", "to": "FRA", "travellers": people, "return": True},
        {"type": "flight", "from": "FRA", "to": "WDH", "travellers": people, "return": True},
        {"type": "hotel", "country": "NA", "rooms": people, "nights": 6},
    ]


def meals(count: int = 10) -> Json:
    """Vegan meals: 0.39 kg each."""
    return {"type": "meal", "diet": "vegan", "count": count}


def travelled(people: int, meals_eaten: int = 10) -> list[Json]:
    """By rail, a hundred kilometres in Germany, with meals."""
    ride = {"type": "rail", "distance_km": 100, "country": "DE", "travellers": people}
    return [ride, meals(meals_eaten)]


def a_plan(project: Json, **changes: Any) -> Json:
    planned = {"label": "As planned", "items": delegation_items()}
    return {
        "title": "Delegation",
        "project_id": project["id"],
        "on": "2026-09-14",
        "alternatives": [planned],
    } | changes


def an_activity(project: Json, **changes: Any) -> Json:
    return {
        "title": "Delegation",
        "kind": "trip",
        "project_id": project["id"],
        "starts_on": "2026-09-14",
        "ends_on": "2026-09-20",
        "participants": [{"city_id": "bremen", "count": 5}],
        "items": delegation_items(),
    } | changes


def made(client: httpx.Client, path: str, body: Json) -> Json:
    """What was made."""
    answer = client.post(path, json=body)
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


def got(client: httpx.Client, path: str, **parameters: Any) -> Json:
    answer = client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def patched(client: httpx.Client, path: str, body: Json) -> httpx.Response:
    """The answer to a change of the state as it is now."""
    tag = client.get(path).headers["ETag"]
    return client.patch(path, json=body, headers={"If-Match": tag})


def changed(client: httpx.Client, path: str, body: Json) -> Json:
    answer = patched(client, path, body)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def removed(client: httpx.Client, path: str) -> httpx.Response:
    tag = client.get(path).headers["ETag"]
    return client.delete(path, headers={"If-Match": tag})


def refused_at(answer: httpx.Response) -> list[str]:
    """The places of a 422."""
    assert answer.status_code == 422, answer.text
    return [f"{error['pointer']} {error['code']}" for error in answer.json()["errors"]]


def problem(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]
