"""What happened, recorded over HTTP: the plan stays, the actual figure counts, the causes add up."""

from typing import Any, get_args

import httpx
import pytest

from klimabruecke.calc.deviation import CauseCode
from klimabruecke.footprint.activities.cause_texts import SENTENCES
from tests.footprint.cooperation import (
    an_activity,
    changed,
    delegation_items,
    got,
    made,
    meals,
    problem,
    refused_at,
)
from tests.footprint.office import Office
from tests.installations import execute

Json = dict[str, Any]


@pytest.fixture
def activity(coordinator: httpx.Client, project: Json) -> Json:
    return made(coordinator, "/activities", an_activity(project))


def posted(client: httpx.Client, activity: Json, **body: Any) -> httpx.Response:
    """The answer to actual figures of the activity as it is now."""
    path = f"/activities/{activity['id']}"
    tag = client.get(path).headers["ETag"]
    return client.post(f"{path}/actuals", json=body, headers={"If-Match": tag})


def recorded(client: httpx.Client, activity: Json, **body: Any) -> Json:
    answer = posted(client, activity, **body)
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


def plan_actual(client: httpx.Client, activity: Json, language: str = "en") -> Json:
    """Plan against actual, after the checks every one must pass."""
    path = f"/activities/{activity['id']}/plan-actual"
    answer = client.get(path, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    if found["actual"] is None:
        assert (found["difference"], found["causes"]) == (None, [])
        return found
    difference_g = grams(found["actual"]["ghg_kg"]) - grams(found["planned"]["ghg_kg"])
    assert grams(found["difference"]["ghg_kg"]) == difference_g
    assert sum(grams(cause["ghg_kg"]) for cause in found["causes"]) == difference_g
    return found


def grams(kg: float) -> int:
    return round(kg * 1000)


def causes(client: httpx.Client, activity: Json, language: str = "en") -> list[str]:
    found = plan_actual(client, activity, language)["causes"]
    return [f"{cause['code']}: {cause['detail']}" for cause in found]


def test_before_anything_happened_there_is_only_the_plan(coordinator: httpx.Client, activity: Json) -> None:
    found = plan_actual(coordinator, activity)
    assert found["actual"] is None
    assert found["planned"]["footprint_id"] == activity["footprint_id"]
    assert activity["stage"] == "planned"


def test_as_planned_is_done_with_the_planned_figure(coordinator: httpx.Client, activity: Json) -> None:
    version = recorded(coordinator, activity, same_as_planned=True)
    assert (version["number"], version["stage"], version["current"]) == (2, "actual", True)
    after = got(coordinator, f"/activities/{activity['id']}")
    assert (after["status"], after["stage"], after["ghg_kg"]) == ("done", "actual", activity["ghg_kg"])
    assert after["footprint_id"] == version["id"]
    found = plan_actual(coordinator, activity)
    assert found["difference"] == {"ghg_kg": 0, "ghg_low_kg": 0, "ghg_high_kg": 0}
    assert found["causes"] == []


def test_the_answer_names_the_version_and_its_validator(coordinator: httpx.Client, activity: Json) -> None:
    answer = posted(coordinator, activity, same_as_planned=True)
    again = coordinator.get(answer.headers["Location"].removeprefix("/api/v1"))
    assert again.json() == answer.json()
    assert again.headers["ETag"] == answer.headers["ETag"]


def test_the_planned_version_stays_as_it_was(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}/footprints"
    before = got(coordinator, f"{path}/{activity['footprint_id']}")
    recorded(coordinator, activity, items=[meals()])
    after = got(coordinator, f"{path}/{activity['footprint_id']}")
    assert after == {**before, "current": False}
    stages = [row["stage"] for row in got(coordinator, path)["items"]]
    assert stages == ["actual", "planned"]


def test_one_traveller_less_and_a_night_less_are_said_in_words(
    coordinator: httpx.Client, activity: Json
) -> None:
    items = [*delegation_items(4)[:2], {"type": "hotel", "country": "NA", "rooms": 4, "nights": 5}]
    recorded(coordinator, activity, items=items, participants=[{"city_id": "bremen", "count": 4}])
    assert causes(coordinator, activity) == [
        "travellers: Travellers: 4 instead of 5",
        "nights: Room nights (NA): 20 instead of 30",
    ]
    assert causes(coordinator, activity, "de") == [
        "travellers: Reisende: 4 statt 5",
        "nights: Zimmernächte (NA): 20 statt 30",
    ]
    after = got(coordinator, f"/activities/{activity['id']}")
    assert after["participants"] == [{"city_id": "bremen", "count": 4}]


def test_route_means_class_and_what_came_and_went_are_told_apart(
    coordinator: httpx.Client, activity: Json
) -> None:
    flight = {"type": "flight", "travellers": 5, "return": True}
    items = [
        {"type": "rail", "from": "bremen", "to": "FRA", "country": "DE", "travellers": 5, "return": True},
        {**flight, "from": "FRA", "to": "JNB", "cabin": "business"},
        {**flight, "from": "JNB", "to": "WDH"},
        {"type": "taxi", "distance_km": 45, "country": "NA", "travellers": 5},
        {"type": "hotel", "country": "ZA", "rooms": 5, "nights": 2},
    ]
    recorded(coordinator, activity, items=items)
    found = causes(coordinator, activity)
    assert set(found) == {
        "route: Another route (flight): FRA–JNB–WDH instead of FRA–WDH",
        "class: FRA–JNB–WDH: Business, Economy instead of Economy",
        "means: BRE–FRA: train instead of flight",
        "added: Added: taxi 45 km",
        "added: Added: room nights: 10 (ZA)",
        "dropped: Left out: room nights: 30 (NA)",
    }
    assert "means: BRE–FRA: Bahn statt Flug" in causes(coordinator, activity, "de")


def test_another_method_is_a_cause_too(coordinator: httpx.Client, project: Json) -> None:
    activity = made(coordinator, "/activities", an_activity(project, items=delegation_items()[:2]))
    recorded(coordinator, activity, items=delegation_items(4)[:2])
    version = made(coordinator, f"/activities/{activity['id']}/footprints", {"method": "desnz-2025"})
    assert version["stage"] == "actual", "what is computed anew stays actual"
    assert set(causes(coordinator, activity)) == {
        "method: Another method of calculation than when it was planned",
        "travellers: Travellers: 4 instead of 5",
    }


def test_a_later_day_brings_other_factors(coordinator: httpx.Client, project: Json) -> None:
    power = {"type": "electricity", "country": "ZA", "kwh": 1000}
    body = an_activity(project, items=[power], starts_on="2022-06-01", ends_on="2022-06-02")
    activity = made(coordinator, "/activities", body)
    days = {"starts_on": "2023-06-01", "ends_on": "2023-06-02"}
    version = recorded(coordinator, activity, same_as_planned=True, **days)
    assert version["on"] == "2023-06-01"
    assert got(coordinator, f"/activities/{activity['id']}")["ends_on"] == "2023-06-02"
    assert causes(coordinator, activity) == ["factors: Other emission factors than when it was planned"]


def test_recorded_again_the_last_record_counts_against_the_same_plan(
    coordinator: httpx.Client, activity: Json
) -> None:
    recorded(coordinator, activity, items=[meals()])
    version = recorded(coordinator, activity, same_as_planned=True)
    assert version["number"] == 3
    found = plan_actual(coordinator, activity)
    assert found["planned"]["footprint_id"] == activity["footprint_id"]
    assert found["difference"]["ghg_kg"] == 0


def test_a_later_change_of_the_items_is_actual_too(coordinator: httpx.Client, activity: Json) -> None:
    recorded(coordinator, activity, same_as_planned=True)
    changed(coordinator, f"/activities/{activity['id']}", {"items": [*delegation_items(), meals()]})
    assert causes(coordinator, activity) == ["added: Added: meals"]


def test_the_totals_count_what_happened(coordinator: httpx.Client, activity: Json) -> None:
    recorded(coordinator, activity, items=[meals(100)])
    totals = got(coordinator, "/footprint-totals", project=activity["project_id"], by="status")
    assert [(each["status"], each["ghg_kg"]) for each in totals["items"]] == [("done", 39)]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ({}, ["/items items_or_same_as_planned"]),
        ({"same_as_planned": False}, ["/items items_or_same_as_planned"]),
        ({"same_as_planned": True, "items": [meals()]}, ["/items items_or_same_as_planned"]),
        ({"same_as_planned": "yes"}, ["/same_as_planned bool_type"]),
        ({"items": []}, ["/items too_short"]),
        ({"items": [{"type": "flight", "from": "BRE", "to": "XXQ"}]}, ["/items/0/to unknown_airport"]),
        ({"same_as_planned": True, "ends_on": "2026-09-01"}, ["/ends_on ends_before_start"]),
        ({"same_as_planned": True, "starts_on": "1999-09-01"}, ["/starts_on day_out_of_range"]),
        (
            {"same_as_planned": True, "participants": [{"city_id": "atlantis", "count": 1}]},
            ["/participants/0/city_id unknown_city"],
        ),
        ({"same_as_planned": True, "status": "planned"}, ["/status extra_forbidden"]),
    ],
)
def test_what_cannot_have_happened_is_refused_and_changes_nothing(
    coordinator: httpx.Client, activity: Json, body: Json, places: list[str]
) -> None:
    path = f"/activities/{activity['id']}"
    before = coordinator.get(path).content
    assert refused_at(posted(coordinator, activity, **body)) == places
    assert coordinator.get(path).content == before
    assert len(got(coordinator, f"{path}/footprints")["items"]) == 1


def test_actual_figures_need_the_etag_that_was_seen(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}"
    seen = coordinator.get(path).headers["ETag"]
    changed(coordinator, path, {"title": "Meanwhile"})
    body = {"same_as_planned": True}
    answer = coordinator.post(f"{path}/actuals", json=body, headers={"If-Match": seen})
    assert problem(answer) == (412, "/problems/stale")
    assert problem(coordinator.post(f"{path}/actuals", json=body)) == (428, "/problems/if-match-required")


def test_what_was_called_off_did_not_happen(coordinator: httpx.Client, activity: Json) -> None:
    changed(coordinator, f"/activities/{activity['id']}", {"status": "cancelled"})
    answer = posted(coordinator, activity, same_as_planned=True)
    assert problem(answer) == (409, "/problems/activity-cancelled")


def test_a_budget_that_is_passed_asks_for_the_reason(coordinator: httpx.Client, activity: Json) -> None:
    budget = {"project_id": activity["project_id"], "year": 2026, "limit_kg": 100}
    made(coordinator, "/carbon-budgets", budget)
    answer = posted(coordinator, activity, same_as_planned=True)
    assert refused_at(answer) == ["/over_budget_reason over_budget_reason_missing"]
    recorded(coordinator, activity, same_as_planned=True, over_budget_reason="It took place")
    found = got(coordinator, f"/activities/{activity['id']}")
    assert (found["status"], found["over_budget_reason"]) == ("done", "It took place")


@pytest.mark.parametrize("path", ["actuals", "plan-actual"])
def test_an_activity_that_is_not_there_is_not_found(coordinator: httpx.Client, path: str) -> None:
    address = f"/activities/0193b6b0-0000-7000-8000-00000000dead/{path}"
    method = "POST" if path == "actuals" else "GET"
    body = {"same_as_planned": True} if method == "POST" else None
    answer = coordinator.request(method, address, json=body, headers={"If-Match": "*"})
    assert answer.status_code == 404


@pytest.mark.parametrize("column", ["stage = 'planned'", "deviation = '[]'"])
@pytest.mark.usefixtures("activity")
def test_the_database_refuses_to_change_the_stage_of_a_version(office: Office, column: str) -> None:
    with pytest.raises(Exception, match="written once"):
        execute(office.settings, f"UPDATE activity_footprint SET {column}")


def test_every_cause_has_a_sentence() -> None:
    assert set(get_args(CauseCode)) <= set(SENTENCES)
