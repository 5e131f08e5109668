"""Activities over HTTP: recorded with a footprint that is kept, and changed."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import (
    a_plan,
    an_activity,
    changed,
    delegation_items,
    got,
    made,
    meals,
    patched,
    refused_at,
    removed,
)
from tests.footprint.office import Office
from tests.installations import rows

Json = dict[str, Any]


@pytest.fixture
def activity(coordinator: httpx.Client, project: Json) -> Json:
    return made(coordinator, "/activities", an_activity(project))


def test_an_activity_is_computed_and_kept(coordinator: httpx.Client, activity: Json) -> None:
    assert (activity["ghg_kg"], activity["method_id"]) == (8850.054, "klimabruecke-2026")
    assert activity["footprint"]["ghg_kg"] == activity["ghg_kg"]
    assert activity.pop("budget") is None
    assert got(coordinator, f"/activities/{activity['id']}") == activity


def test_it_lasts_a_day_where_no_end_is_given(coordinator: httpx.Client, project: Json) -> None:
    body = an_activity(project)
    del body["ends_on"]
    assert made(coordinator, "/activities", body)["ends_on"] == "2026-09-14"


@pytest.mark.parametrize(
    ("change", "places"),
    [
        ({"ends_on": "2026-09-13"}, ["/ends_on ends_before_start"]),
        ({"starts_on": "1999-09-13"}, ["/starts_on day_out_of_range"]),
        ({"host_city_id": "atlantis"}, ["/host_city_id unknown_city"]),
        ({"participants": [{"city_id": "atlantis", "count": 1}]}, ["/participants/0/city_id unknown_city"]),
        (
            {"participants": [{"city_id": "bremen", "count": 1}] * 2},
            ["/participants/1 group_repeated"],
        ),
        ({"participants": [{"city_id": "bremen", "count": 0}]}, ["/participants/0/count greater_than_equal"]),
        (
            {"participants": [{"city_id": "bremen", "count": 1, "name": "Erika"}]},
            ["/participants/0/name extra_forbidden"],
        ),
        ({"project_id": "0193b6b0-0000-7000-8000-00000000dead"}, ["/project_id unknown_project"]),
        ({"plan_id": "0193b6b0-0000-7000-8000-00000000dead"}, ["/plan_id unknown_plan"]),
        ({"items": None}, ["/items missing_without_plan"]),
        ({"kind": None}, ["/kind missing_without_plan"]),
        (
            {"items": [{"type": "hotel", "country": "BR", "rooms": 1, "nights": 1}]},
            ["/items/0/country country_without_factor"],
        ),
    ],
)
def test_what_an_activity_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, project: Json, change: Json, places: list[str]
) -> None:
    assert refused_at(coordinator.post("/activities", json=an_activity(project, **change))) == places
    assert got(coordinator, "/activities", project=project["id"])["items"] == []


def test_a_decided_plan_becomes_an_activity_with_its_chosen_items(
    coordinator: httpx.Client, project: Json
) -> None:
    plan = made(coordinator, "/plans", a_plan(project))
    path = f"/plans/{plan['id']}"
    change = {"from_alternative_id": plan["alternatives"][0]["id"], "change": "online_only"}
    chosen = made(coordinator, f"{path}/alternatives", change)
    body = {"title": "Video", "plan_id": plan["id"], "starts_on": "2026-09-14"}
    assert refused_at(coordinator.post("/activities", json=body)) == ["/plan_id plan_undecided"]
    made(coordinator, f"{path}/decisions", {"alternative_id": chosen["id"], "reason": "Enough"})
    found = made(coordinator, "/activities", body)
    assert (found["project_id"], found["kind"], found["plan_id"]) == (project["id"], "trip", plan["id"])
    assert found["items"] == chosen["items"]
    assert found["ghg_kg"] == chosen["footprint"]["ghg_kg"]
    assert got(coordinator, "/activities", plan=plan["id"])["items"][0]["id"] == found["id"]
    other = made(coordinator, "/cooperation-projects", {"title_de": "B", "city_ids": ["bremen"]})
    answer = coordinator.post("/activities", json={**body, "project_id": other["id"]})
    assert refused_at(answer) == ["/project_id another_project"]
    answer = patched(coordinator, f"/activities/{found['id']}", {"project_id": other["id"]})
    assert refused_at(answer) == ["/project_id another_project"]


def test_other_items_make_a_new_footprint(coordinator: httpx.Client, activity: Json) -> None:
    found = changed(coordinator, f"/activities/{activity['id']}", {"items": [meals(100)]})
    assert found["ghg_kg"] == 39
    assert found["footprint_id"] != activity["footprint_id"]


def test_the_same_items_keep_the_footprint(coordinator: httpx.Client, activity: Json) -> None:
    same = {"items": delegation_items(), "title": "Renamed"}
    found = changed(coordinator, f"/activities/{activity['id']}", same)
    assert (found["title"], found["footprint_id"]) == ("Renamed", activity["footprint_id"])


def test_items_that_cannot_be_computed_change_nothing(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}"
    before = coordinator.get(path).content
    wrong = {"title": "Never", "items": [{"type": "flight", "from": "BRE", "to": "BRE"}]}
    assert refused_at(patched(coordinator, path, wrong)) == ["/items/0/to same_place"]
    assert coordinator.get(path).content == before


def test_an_activity_needs_the_etag_that_was_seen(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}"
    seen = coordinator.get(path).headers["ETag"]
    changed(coordinator, path, {"title": "First"})
    assert coordinator.patch(path, json={"title": "B"}, headers={"If-Match": seen}).status_code == 412
    assert coordinator.patch(path, json={"title": "B"}).status_code == 428
    assert coordinator.delete(path, headers={"If-Match": seen}).status_code == 412


def test_a_host_may_be_cleared_and_a_title_may_not(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}"
    changed(coordinator, path, {"host_city_id": "windhoek"})
    assert changed(coordinator, path, {"host_city_id": None})["host_city_id"] is None
    assert refused_at(patched(coordinator, path, {"title": None})) == ["/title string_type"]


def test_a_deleted_activity_is_gone_with_its_footprints(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}"
    assert removed(coordinator, path).status_code == 204
    assert coordinator.get(path).status_code == 404
    assert coordinator.get(f"{path}/footprints").status_code == 404
    assert coordinator.get(f"{path}/footprints/{activity['footprint_id']}").status_code == 404


def test_the_list_is_filtered_sorted_and_paged(coordinator: httpx.Client, project: Json) -> None:
    for title, on, kind, items in (
        ("A", "2025-03-01", "trip", delegation_items(2)),
        ("B", "2026-03-01", "event", [meals(7)]),
        ("C", "2027-03-01", "trip", [meals(9)]),
    ):
        body = an_activity(project, title=title, starts_on=on, ends_on=on, kind=kind, items=items)
        made(coordinator, "/activities", body)

    def titles(**filters: Any) -> str:
        found = got(coordinator, "/activities", project=project["id"], **filters)["items"]
        return "".join(each["title"] for each in found)

    assert titles() == "CBA"
    assert titles(sort="ghg_kg") == "BCA"
    assert titles(kind="trip", sort="title") == "AC"
    assert titles(starts_min="2026-01-01", starts_max="2026-12-31") == "B"
    assert titles(status=["planned", "done"]) == "CBA"
    assert titles(status="done") == ""
    assert titles(city="bremen") == "CBA"
    assert titles(city="windhoek") == ""
    assert titles(q="b") == "B"
    first = got(coordinator, "/activities", project=project["id"], limit=2, sort="-ghg_kg")
    second = coordinator.get(first["next"].removeprefix("/api/v1")).json()
    assert [each["title"] for each in first["items"] + second["items"]] == ["A", "C", "B"]


def test_a_list_row_shows_figure_range_and_participants(coordinator: httpx.Client, activity: Json) -> None:
    (row,) = got(coordinator, "/activities", project=activity["project_id"])["items"]
    assert row == {name: activity[name] for name in row}


def test_the_trail_calls_an_approval_an_approval(
    office: Office, coordinator: httpx.Client, activity: Json
) -> None:
    changed(coordinator, f"/activities/{activity['id']}", {"status": "approved"})
    changed(coordinator, f"/activities/{activity['id']}", {"title": "Approved"})
    sql = f"SELECT action FROM audit_entry WHERE resource_id = '{activity['id']}' ORDER BY seq"
    assert rows(office.settings, sql) == [("create",), ("approve",), ("update",)]


def test_what_was_assumed_stands_beside_the_figure(coordinator: httpx.Client, project: Json) -> None:
    assumed = ["Angenommen: Einzelzimmer."]
    activity = made(coordinator, "/activities", an_activity(project, assumptions=assumed))
    assert activity["assumptions"] == assumed
    path = f"/activities/{activity['id']}"
    assert changed(coordinator, path, {"title": "Anders"})["assumptions"] == assumed
    assert changed(coordinator, path, {"assumptions": []})["assumptions"] == []
    assert refused_at(patched(coordinator, path, {"assumptions": [""]})) == [
        "/assumptions/0 string_too_short"
    ]
