"""Cooperation projects over HTTP."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import (
    a_plan,
    an_activity,
    changed,
    got,
    made,
    patched,
    problem,
    refused_at,
    removed,
)
from tests.footprint.office import Office

Json = dict[str, Any]


def test_what_was_made_is_got_under_its_address(coordinator: httpx.Client) -> None:
    body = {"title_en": "Waste", "city_ids": ["durban"], "starts_on": "2026-01-01", "note": "From 2026 on"}
    answer = coordinator.post("/cooperation-projects", json=body)
    found = answer.json()
    assert answer.headers["Location"] == f"/api/v1/cooperation-projects/{found['id']}"
    again = coordinator.get(answer.headers["Location"].removeprefix("/api/v1"))
    assert again.json() == found
    assert again.headers["ETag"] == answer.headers["ETag"]
    assert (found["title_de"], found["status"], found["version"]) == (None, "active", 1)
    assert found["change_no"] > 0


def test_a_change_leaves_the_rest_as_it_was(coordinator: httpx.Client, project: Json) -> None:
    found = changed(coordinator, f"/cooperation-projects/{project['id']}", {"status": "completed"})
    expected = {**project, "status": "completed", "version": 2}
    assert {name: found[name] for name in expected if name not in ("updated_at", "change_no")} == {
        name: expected[name] for name in expected if name not in ("updated_at", "change_no")
    }


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"title_de": None}, "/title_de title_missing"),
        ({"city_ids": []}, "/city_ids too_short"),
        ({"city_ids": ["bremen", "atlantis"]}, "/city_ids/1 unknown_city"),
        ({"city_ids": ["bremen", "bremen"]}, "/city_ids/1 city_repeated"),
        ({"starts_on": "2026-02-01", "ends_on": "2026-01-31"}, "/ends_on ends_before_start"),
        ({"status": "secret"}, "/status literal_error"),
        ({"version": 9}, "/version extra_forbidden"),
        ({"demo": True}, "/demo extra_forbidden"),
    ],
)
def test_what_a_project_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, project: Json, change: Json, place: str
) -> None:
    assert refused_at(patched(coordinator, f"/cooperation-projects/{project['id']}", change)) == [place]
    assert got(coordinator, f"/cooperation-projects/{project['id']}") == project


def test_a_project_something_belongs_to_stays(coordinator: httpx.Client, project: Json) -> None:
    path = f"/cooperation-projects/{project['id']}"
    budget = made(coordinator, "/carbon-budgets", {"project_id": project["id"], "year": 2026, "limit_kg": 1})
    for address in (
        f"/plans/{made(coordinator, '/plans', a_plan(project))['id']}",
        f"/activities/{made(coordinator, '/activities', an_activity(project))['id']}",
        f"/carbon-budgets/{budget['id']}",
    ):
        assert problem(removed(coordinator, path)) == (409, "/problems/in-use")
        assert removed(coordinator, address).status_code == 204
    assert removed(coordinator, path).status_code == 204
    assert coordinator.get(path).status_code == 404


def test_the_list_is_filtered_by_city_status_and_text(coordinator: httpx.Client, project: Json) -> None:
    def ids(**filters: Any) -> list[str]:
        return [
            each["id"] for each in got(coordinator, "/cooperation-projects", limit=1000, **filters)["items"]
        ]

    assert project["id"] in ids(city="windhoek")
    assert project["id"] not in ids(city="durban")
    assert project["id"] not in ids(city="wind")
    assert project["id"] in ids(status="active", q="abwasser", sort="-title_de")
    assert project["id"] not in ids(status="completed")


def test_csv_carries_the_cities_as_a_list(office: Office, project: Json) -> None:
    viewer = office.person("viewer")
    answer = viewer.get("/cooperation-projects", params={"format": "csv", "city": "windhoek"})
    assert answer.headers["Cache-Control"] == "private, no-cache"
    line = next(line for line in answer.text.splitlines() if line.startswith(project["id"]))
    assert '"[""bremen"",""windhoek""]"' in line


def test_a_write_moves_the_etag_of_the_list(coordinator: httpx.Client, project: Json) -> None:
    before = coordinator.get("/cooperation-projects").headers["ETag"]
    unchanged = coordinator.get("/cooperation-projects", headers={"If-None-Match": before})
    assert unchanged.status_code == 304
    changed(coordinator, f"/cooperation-projects/{project['id']}", {"note": "New"})
    assert coordinator.get("/cooperation-projects").headers["ETag"] != before
