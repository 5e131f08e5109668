"""Many at once: nobody overwrites what they have not seen, and the sums stay exact."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from tests.footprint.cooperation import a_plan, an_activity, got, made, meals
from tests.footprint.office import Office

Json = dict[str, Any]
CLIENTS, INCREMENTS = 32, 5


def at_once(office: Office, work: Callable[[httpx.Client, int], Any], clients: int = CLIENTS) -> list[Any]:
    """Each worker with a connection of its own."""
    headers = {"Authorization": office.person("coordinator").headers["Authorization"]}

    def one(number: int) -> Any:
        with httpx.Client(base_url=f"{office.base_url}/api/v1", timeout=60, headers=headers) as client:
            return work(client, number)

    with ThreadPoolExecutor(clients) as pool:
        return list(pool.map(one, range(clients)))


def test_32_clients_with_5_increments_each_end_at_exactly_160(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    body = {"project_id": project["id"], "year": 2026, "limit_kg": 1}
    path = f"/carbon-budgets/{made(coordinator, '/carbon-budgets', body)['id']}"

    def increment(client: httpx.Client, number: int) -> set[int]:
        seen: set[int] = set()
        dice = random.Random(number)
        done = 0
        while done < INCREMENTS:
            found = client.get(path)
            body = {"limit_kg": found.json()["limit_kg"] + 1}
            answer = client.patch(path, json=body, headers={"If-Match": found.headers["ETag"]})
            seen.add(answer.status_code)
            done += answer.status_code == 200
            # As people do: who was too late looks away for a moment.
            time.sleep(2 * dice.random() if answer.status_code == 412 else 0)
        return seen

    statuses = set().union(*at_once(office, increment))
    assert statuses == {200, 412}, "they did meet"
    found = got(coordinator, path)
    assert found["limit_kg"] == 1 + CLIENTS * INCREMENTS
    assert found["version"] == 1 + CLIENTS * INCREMENTS


def test_activities_recorded_at_once_all_count(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    people = [{"city_id": "bremen", "count": 2}, {"city_id": "windhoek", "count": 1}]

    def record(client: httpx.Client, number: int) -> list[int]:
        body = an_activity(project, items=[meals(10 + number)], participants=people)
        return [client.post("/activities", json=body).status_code for _ in range(INCREMENTS)]

    assert {status for done in at_once(office, record, 16) for status in done} == {201}
    (found,) = got(coordinator, "/footprint-totals", project=project["id"])["items"]
    meals_eaten = INCREMENTS * sum(10 + number for number in range(16))
    assert (round(found["ghg_kg"] * 1000), found["activities"]) == (390 * meals_eaten, 80)


def test_of_approvals_at_once_only_those_that_fit_need_no_reason(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    """16 activities of 39 kg against a budget of 195 kg: five fit."""
    made(coordinator, "/carbon-budgets", {"project_id": project["id"], "year": 2026, "limit_kg": 195})
    body = an_activity(project, items=[meals(100)])
    paths = [f"/activities/{made(coordinator, '/activities', body)['id']}" for _ in range(16)]

    def approve(client: httpx.Client, number: int) -> int:
        tag = client.get(paths[number]).headers["ETag"]
        return client.patch(paths[number], json={"status": "approved"}, headers={"If-Match": tag}).status_code

    assert sorted(at_once(office, approve, 16)) == [200] * 5 + [422] * 11
    (budget,) = got(coordinator, "/carbon-budgets", project=project["id"])["items"]
    assert (budget["used_kg"], budget["left_kg"]) == (195, 0)


def test_of_decisions_at_once_exactly_one_is_made(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    plan = made(coordinator, "/plans", a_plan(project))
    body = {"alternative_id": plan["alternatives"][0]["id"], "reason": "First come, first served."}

    def decide(client: httpx.Client, _: int) -> int:
        return client.post(f"/plans/{plan['id']}/decisions", json=body).status_code

    assert sorted(at_once(office, decide, 16)) == [201] + [409] * 15


def test_a_plan_is_decided_with_what_it_holds_or_not_at_all(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    """Alternatives added while somebody decides are in the snapshot, or refused."""
    plan = made(coordinator, "/plans", a_plan(project))
    path = f"/plans/{plan['id']}"
    decision = {"alternative_id": plan["alternatives"][0]["id"], "reason": "Now."}

    def add_or_decide(client: httpx.Client, number: int) -> int:
        if number == 4:
            return client.post(f"{path}/decisions", json=decision).status_code + 1000
        body = {"label": f"No. {number}", "items": [meals()]}
        return client.post(f"{path}/alternatives", json=body).status_code

    statuses = at_once(office, add_or_decide, 9)
    assert statuses.count(1201) == 1
    assert set(statuses) <= {201, 409, 1201}
    found = got(coordinator, path)
    assert len(found["alternatives"]) == 1 + statuses.count(201)
