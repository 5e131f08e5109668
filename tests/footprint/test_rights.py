"""Who may write: coordinators, and editors of a city that takes part. Everybody who is signed in reads."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import a_plan, an_activity, changed, made, meals, patched, problem, removed
from tests.footprint.office import Office

Json = dict[str, Any]

READABLE = (
    "/cooperation-projects",
    "/plans",
    "/activities",
    "/carbon-budgets",
    "/footprint-totals",
    "/programmes",
    *("/travel-rules", "/contributions", "/contribution-totals"),
)

GRANT = {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}


@pytest.mark.parametrize("path", READABLE)
def test_nobody_reads_without_a_sign_in(office: Office, path: str) -> None:
    answer = office.visitor().get(path)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", READABLE)
@pytest.mark.parametrize("role", ["viewer", "auditor", "admin", "editor", "coordinator"])
def test_everybody_who_is_signed_in_reads(office: Office, path: str, role: str) -> None:
    assert office.person(role, "durban").get(path).status_code == 200


def bodies(project: Json) -> list[tuple[str, Json]]:
    return [
        ("/cooperation-projects", {"title_de": "Neu", "city_ids": project["city_ids"]}),
        ("/plans", a_plan(project)),
        ("/activities", an_activity(project)),
        ("/carbon-budgets", {"project_id": project["id"], "year": 2030, "limit_kg": 1}),
        ("/programmes", {"title_de": "Neu", "funder": "F", **GRANT, "city_ids": project["city_ids"]}),
    ]


@pytest.mark.parametrize("person", [("viewer", "*"), ("auditor", "*"), ("admin", "*"), ("editor", "durban")])
def test_others_make_nothing(office: Office, project: Json, person: tuple[str, str]) -> None:
    for path, body in bodies(project):
        assert problem(office.person(*person).post(path, json=body)) == (403, "/problems/forbidden")


@pytest.mark.parametrize("city", ["bremen", "windhoek"])
def test_an_editor_of_a_city_that_takes_part_makes_and_changes(
    office: Office, project: Json, city: str
) -> None:
    editor = office.person("editor", city)
    for path, body in bodies(project):
        found = made(editor, path, body)
        change = {"warn_pct": 50} if path == "/carbon-budgets" else {"title_de": "A", "title": "A"}
        change = {name: value for name, value in change.items() if name in found}
        assert changed(editor, f"{path}/{found['id']}", change)
        assert removed(editor, f"{path}/{found['id']}").status_code == 204


def test_an_editor_of_another_city_changes_nothing(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    durban = office.person("editor", "durban")
    for path, body in bodies(project):
        address = f"{path}/{made(coordinator, path, body)['id']}"
        before = durban.get(address)
        assert problem(patched(durban, address, {})) == (403, "/problems/forbidden")
        assert problem(removed(durban, address)) == (403, "/problems/forbidden")
        assert durban.get(address).content == before.content
    plan = made(coordinator, "/plans", a_plan(project))
    alternative = plan["alternatives"][0]["id"]
    for path, body in (
        (f"/plans/{plan['id']}/alternatives", {"label": "B", "items": [meals()]}),
        (f"/plans/{plan['id']}/decisions", {"alternative_id": alternative, "reason": "Mine"}),
    ):
        assert problem(durban.post(path, json=body)) == (403, "/problems/forbidden")


def test_naming_ones_own_city_as_taking_part_opens_no_foreign_project(office: Office, project: Json) -> None:
    body = an_activity(project, participants=[{"city_id": "durban", "count": 5}], host_city_id="durban")
    answer = office.person("editor", "durban").post("/activities", json=body)
    assert problem(answer) == (403, "/problems/forbidden")


def test_nothing_can_be_moved_into_a_foreign_project(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    durban = office.person("editor", "durban")
    own = made(durban, "/cooperation-projects", {"title_de": "Eigenes", "city_ids": ["durban"]})
    activity = made(durban, "/activities", an_activity(own))
    answer = patched(durban, f"/activities/{activity['id']}", {"project_id": project["id"]})
    assert problem(answer) == (403, "/problems/forbidden")


def test_nobody_gives_a_project_to_cities_they_do_not_write_for(office: Office) -> None:
    durban = office.person("editor", "durban")
    own = made(durban, "/cooperation-projects", {"title_de": "Eigenes", "city_ids": ["durban"]})
    answer = patched(durban, f"/cooperation-projects/{own['id']}", {"city_ids": ["bremen"]})
    assert problem(answer) == (403, "/problems/forbidden")


def test_an_editor_of_a_participating_city_keeps_the_activity_current(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    body = an_activity(project, participants=[{"city_id": "durban", "count": 1}])
    activity = made(coordinator, "/activities", body)
    assert changed(office.person("editor", "durban"), f"/activities/{activity['id']}", {"title": "Ours too"})


def test_who_may_not_write_learns_no_more_than_who_may(office: Office) -> None:
    missing = "/plans/0193b6b0-0000-7000-8000-00000000dead"
    assert office.person("editor", "durban").get(missing).status_code == 404
    assert office.visitor().get(missing).status_code == 401
