"""Carbon budgets over HTTP: a light and words before an approval, a reason where the limit is passed."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import (
    an_activity,
    changed,
    got,
    made,
    meals,
    patched,
    problem,
    refused_at,
    removed,
)

Json = dict[str, Any]


def a_budget(project: Json, **changes: Any) -> Json:
    return {"project_id": project["id"], "year": 2026, "limit_kg": 100, "warn_pct": 80} | changes


def of_meals(project: Json, count: int, **changes: Any) -> Json:
    """0.39 kg for each meal."""
    return an_activity(project, items=[meals(count)], **changes)


@pytest.fixture
def budget(coordinator: httpx.Client, project: Json) -> Json:
    return made(coordinator, "/carbon-budgets", a_budget(project))


def light(client: httpx.Client, budget: Json) -> tuple[Any, ...]:
    found = got(client, f"/carbon-budgets/{budget['id']}")
    return found["light"], found["used_kg"], found["planned_kg"], found["left_kg"]


def test_an_untouched_budget_is_green(coordinator: httpx.Client, budget: Json) -> None:
    assert light(coordinator, budget) == ("green", 0, 0, 100)
    assert budget["words_de"] == "Genehmigte und geplante Vorhaben passen unter die Obergrenze."
    assert budget["words_en"] == "Approved and planned activities fit into the budget."


def test_what_is_planned_turns_the_light_before_it_is_approved(
    coordinator: httpx.Client, project: Json, budget: Json
) -> None:
    made(coordinator, "/activities", of_meals(project, 300))
    assert light(coordinator, budget) == ("amber", 0, 117, 100)
    found = got(coordinator, f"/carbon-budgets/{budget['id']}")
    assert found["words_en"] == "With all planned activities the budget would be passed."


def test_an_approval_answers_the_light(coordinator: httpx.Client, project: Json, budget: Json) -> None:
    activity = made(coordinator, "/activities", of_meals(project, 210))
    assert activity["budget"]["light"] == "green"
    found = changed(coordinator, f"/activities/{activity['id']}", {"status": "approved"})
    assert found["status"] == "approved"
    answer = found["budget"]
    assert (answer["id"], answer["light"], answer["used_kg"], answer["left_kg"]) == (
        budget["id"],
        "amber",
        81.9,
        18.1,
    )
    assert answer["words_en"] == "The warning mark is reached, the limit is not."


def test_passing_the_limit_needs_a_reason(coordinator: httpx.Client, project: Json, budget: Json) -> None:
    activity = made(coordinator, "/activities", of_meals(project, 300))
    path = f"/activities/{activity['id']}"
    answer = patched(coordinator, path, {"status": "approved"})
    assert refused_at(answer) == ["/over_budget_reason over_budget_reason_missing"]
    assert "by 17 kg" in answer.json()["errors"][0]["detail"]
    assert light(coordinator, budget)[1] == 0, "nothing was stored"
    given = {"status": "approved", "over_budget_reason": "The city council asked for it."}
    found = changed(coordinator, path, given)
    assert (found["over_budget_reason"], found["budget"]["light"]) == (given["over_budget_reason"], "red")
    assert light(coordinator, budget) == ("red", 117, 0, -17)


def test_the_limit_itself_is_not_passed(coordinator: httpx.Client, project: Json, budget: Json) -> None:
    changed(coordinator, f"/carbon-budgets/{budget['id']}", {"limit_kg": 39})
    activity = made(coordinator, "/activities", of_meals(project, 100, status="approved"))
    assert activity["budget"]["light"] == "amber"


@pytest.mark.parametrize("status", ["approved", "done"])
def test_recording_what_is_approved_already_needs_the_reason_too(
    coordinator: httpx.Client, project: Json, budget: Json, status: str
) -> None:
    answer = coordinator.post("/activities", json=of_meals(project, 300, status=status))
    assert refused_at(answer) == ["/over_budget_reason over_budget_reason_missing"]
    assert light(coordinator, budget) == ("green", 0, 0, 100)


def test_more_items_in_an_approved_activity_need_the_reason(
    coordinator: httpx.Client, project: Json, budget: Json
) -> None:
    activity = made(coordinator, "/activities", of_meals(project, 100, status="approved"))
    answer = patched(coordinator, f"/activities/{activity['id']}", {"items": [meals(300)]})
    assert refused_at(answer) == ["/over_budget_reason over_budget_reason_missing"]


def test_what_is_done_stays_used_and_what_is_cancelled_is_not(
    coordinator: httpx.Client, project: Json, budget: Json
) -> None:
    activity = made(coordinator, "/activities", of_meals(project, 100, status="approved"))
    changed(coordinator, f"/activities/{activity['id']}", {"status": "done"})
    assert light(coordinator, budget) == ("green", 39, 0, 61)
    changed(coordinator, f"/activities/{activity['id']}", {"status": "cancelled"})
    assert light(coordinator, budget) == ("green", 0, 0, 100)


def test_another_year_or_project_is_another_budget(
    coordinator: httpx.Client, project: Json, budget: Json
) -> None:
    elsewhere = {"status": "done", "starts_on": "2027-01-01", "ends_on": "2027-01-02"}
    assert made(coordinator, "/activities", of_meals(project, 900, **elsewhere))["budget"] is None
    assert light(coordinator, budget) == ("green", 0, 0, 100)


def test_there_is_one_budget_for_a_project_and_year(
    coordinator: httpx.Client, project: Json, budget: Json
) -> None:
    answer = coordinator.post("/carbon-budgets", json=a_budget(project))
    assert refused_at(answer) == ["/year budget_exists"]
    assert removed(coordinator, f"/carbon-budgets/{budget['id']}").status_code == 204
    assert made(coordinator, "/carbon-budgets", a_budget(project))["id"] != budget["id"]


def test_a_budget_is_kept_to_the_gram(coordinator: httpx.Client, project: Json) -> None:
    found = made(coordinator, "/carbon-budgets", a_budget(project, limit_kg=1234.567))
    assert found["limit_kg"] == 1234.567


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"limit_kg": 0}, "/limit_kg greater_than_equal"),
        ({"limit_kg": -5}, "/limit_kg greater_than_equal"),
        ({"limit_kg": 1e300}, "/limit_kg less_than_equal"),
        ({"warn_pct": 0}, "/warn_pct greater_than_equal"),
        ({"warn_pct": 101}, "/warn_pct less_than_equal"),
        ({"year": 2026.5}, "/year integer_expected"),
        ({"project_id": "0193b6b0-0000-7000-8000-00000000dead"}, "/project_id unknown_project"),
    ],
)
def test_what_a_budget_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, project: Json, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/carbon-budgets", json=a_budget(project, **change))) == [place]


def test_budgets_are_found_by_light_year_and_city(
    coordinator: httpx.Client, project: Json, budget: Json
) -> None:
    made(coordinator, "/activities", of_meals(project, 210, status="done"))

    def ids(**filters: Any) -> list[str]:
        found = got(coordinator, "/carbon-budgets", project=project["id"], **filters)["items"]
        return [each["id"] for each in found]

    assert ids(light="amber", year=2026, city="bremen") == [budget["id"]]
    assert ids(light="green") == ids(year=2025) == ids(city="durban") == []
    csv = coordinator.get("/carbon-budgets", params={"project": project["id"], "format": "csv"}).text
    assert "amber" in csv


def test_the_list_of_budgets_moves_with_the_activities(
    coordinator: httpx.Client, project: Json, budget: Json
) -> None:
    path = f"/carbon-budgets/{budget['id']}"
    seen = coordinator.get(path).headers["ETag"]
    listed = coordinator.get("/carbon-budgets").headers["ETag"]
    made(coordinator, "/activities", of_meals(project, 10))
    assert coordinator.get("/carbon-budgets").headers["ETag"] != listed
    answer = coordinator.patch(path, json={"limit_kg": 1}, headers={"If-Match": seen})
    assert problem(answer) == (412, "/problems/stale")


def test_moving_an_approved_activity_into_a_year_without_room_needs_the_reason(
    coordinator: httpx.Client, project: Json, budget: Json
) -> None:
    elsewhere = {"status": "approved", "starts_on": "2025-05-01", "ends_on": "2025-05-02"}
    activity = made(coordinator, "/activities", of_meals(project, 300, **elsewhere))
    moved = {"starts_on": "2026-05-01", "ends_on": "2026-05-02"}
    answer = patched(coordinator, f"/activities/{activity['id']}", moved)
    assert refused_at(answer) == ["/over_budget_reason over_budget_reason_missing"]
