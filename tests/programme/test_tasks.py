"""What waits for whom: found where it lies, gone when it is done, seen by a deputy."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import a_plan, an_activity, changed, got, made, meals, patched, removed
from tests.footprint.office import Office
from tests.people import API, an_account, token_of

Json = dict[str, Any]

TODAY = "2026-11-24"
_numbers = count(1)


@pytest.fixture
def coordinator(office: Office) -> httpx.Client:
    return office.person("coordinator")


@pytest.fixture
def bremen(office: Office) -> httpx.Client:
    return office.person("editor", "bremen")


@pytest.fixture
def project(coordinator: httpx.Client) -> Json:
    """A project of Bremen and Windhoek with a title of its own."""
    titles = {"title_de": f"Wasser {next(_numbers)}", "title_en": f"Water {next(_numbers)}"}
    return made(coordinator, "/cooperation-projects", titles | {"city_ids": ["bremen", "windhoek"]})


@pytest.fixture
def second_admin(office: Office) -> Iterator[httpx.Client]:
    """The office itself has one administrator."""
    email = f"second-{next(_numbers)}@example.org"
    an_account(office.settings, email, "admin")
    headers = {"Authorization": f"Bearer {token_of(office.base_url, email)}"}
    with httpx.Client(base_url=f"{office.base_url}{API}", timeout=60, headers=headers) as client:
        yield client


def me(client: httpx.Client) -> str:
    found: str = got(client, "/me")["id"]
    return found


def waiting(client: httpx.Client, record: Json) -> list[Json]:
    """The tasks somebody has about a record."""
    return [task for task in got(client, "/tasks")["items"] if task["record_id"] == record["id"]]


def codes(client: httpx.Client, record: Json) -> list[str]:
    return [task["code"] for task in waiting(client, record)]


def future_activity(client: httpx.Client, project: Json) -> Json:
    days = {"starts_on": "2027-02-01", "ends_on": "2027-02-06"}
    return made(client, "/activities", an_activity(project, items=[meals()], **days))


def stands_in(principal: httpx.Client, deputy: httpx.Client) -> None:
    made(principal, "/deputies", {"deputy_user_id": me(deputy), "starts_on": TODAY, "ends_on": TODAY})


def test_an_approval_waits_for_everybody_who_may_give_it(
    office: Office, coordinator: httpx.Client, bremen: httpx.Client, project: Json
) -> None:
    activity = future_activity(coordinator, project)
    assert codes(bremen, activity) == []
    made(coordinator, f"/activities/{activity['id']}/approval-requests", {})
    [task] = waiting(bremen, activity)
    assert task == {
        "id": f"activity_approval:{activity['id']}",
        "kind": "approve",
        "code": "activity_approval",
        "record_id": activity["id"],
        "title_de": "Vorhaben „Delegation“ genehmigen",
        "title_en": "Approve the activity ‘Delegation’",
        "since_on": TODAY,
        "due_on": "2027-02-01",
        "link": f"/fussabdruck/vorhaben/{activity['id']}",
        "hand_on_de": "Bitte übernehmen, möglichst bis 01.02.2027: Vorhaben „Delegation“ genehmigen.",
        "hand_on_en": "Please take over, by 1 February 2027 if you can: Approve the activity ‘Delegation’.",
        "for_user_id": None,
        "for_name": None,
    }
    assert codes(office.person("editor", "windhoek"), activity) == ["activity_approval"]
    for other in (coordinator, office.person("editor", "durban"), office.person("viewer")):
        assert codes(other, activity) == []
    changed(bremen, f"/activities/{activity['id']}", {"status": "approved"})
    assert codes(bremen, activity) == []


def test_who_was_asked_in_person_has_the_task_alone(
    office: Office, coordinator: httpx.Client, bremen: httpx.Client, project: Json
) -> None:
    activity, durban = future_activity(coordinator, project), office.person("editor", "durban")
    made(coordinator, f"/activities/{activity['id']}/approval-requests", {"asked_user_id": me(durban)})
    assert codes(durban, activity) == ["activity_approval"]
    assert codes(bremen, activity) == []
    removed(coordinator, f"/activities/{activity['id']}")
    assert codes(durban, activity) == []


def test_a_deputy_sees_the_tasks_of_the_person_and_for_whom(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    windhoek = office.person("editor", "windhoek", "climate")
    deputy = office.person("editor", "durban", "climate")
    activity = future_activity(coordinator, project)
    made(coordinator, f"/activities/{activity['id']}/approval-requests", {"asked_user_id": me(windhoek)})
    assert waiting(deputy, activity) == []
    stands_in(windhoek, deputy)
    [task] = waiting(deputy, activity)
    assert (task["for_user_id"], task["for_name"]) == (me(windhoek), "N")
    [own] = waiting(windhoek, activity)
    assert own == task | {"for_user_id": None, "for_name": None}


def test_what_waits_for_both_is_ones_own(
    office: Office, coordinator: httpx.Client, bremen: httpx.Client, project: Json
) -> None:
    other = office.person("editor", "bremen", "climate")
    stands_in(other, bremen)
    activity = future_activity(coordinator, project)
    made(coordinator, f"/activities/{activity['id']}/approval-requests", {})
    assert [task["for_user_id"] for task in waiting(bremen, activity)] == [None]


def test_who_asked_does_not_find_it_on_the_desk_of_a_person_they_stand_in_for(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    away = office.person("coordinator", "windhoek", "climate")
    activity = future_activity(coordinator, project)
    stands_in(away, coordinator)
    made(coordinator, f"/activities/{activity['id']}/approval-requests", {"asked_user_id": me(away)})
    assert codes(away, activity) == ["activity_approval"]
    assert codes(coordinator, activity) == []


@pytest.mark.parametrize(
    ("status", "ends_on", "expected"),
    [
        ("planned", "2026-11-23", ["actuals_missing"]),
        ("approved", "2026-11-23", ["actuals_missing"]),
        ("planned", TODAY, []),
        ("done", "2026-11-23", []),
        ("cancelled", "2026-11-23", []),
    ],
)
def test_an_activity_that_is_over_wants_its_actual_figures(
    office: Office, coordinator: httpx.Client, project: Json, status: str, ends_on: str, expected: list[str]
) -> None:
    body = an_activity(project, items=[meals()], status=status, starts_on="2026-11-20", ends_on=ends_on)
    activity = made(coordinator, "/activities", body)
    assert codes(coordinator, activity) == expected
    assert codes(office.person("editor", "durban"), activity) == []
    assert [task["since_on"] for task in waiting(coordinator, activity)] == [TODAY] * len(expected)


def test_an_editor_of_a_city_that_takes_part_is_reminded_too(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    people = [{"city_id": "durban", "count": 1}]
    activity = made(coordinator, "/activities", an_activity(project, items=[meals()], participants=people))
    assert codes(office.person("editor", "durban"), activity) == ["actuals_missing"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-12-24", ["plan_undecided"]), ("2026-12-25", []), ("2026-01-01", ["plan_undecided"])],
)
def test_a_plan_is_due_when_its_day_is_near(
    coordinator: httpx.Client, bremen: httpx.Client, project: Json, on: str, expected: list[str]
) -> None:
    body = a_plan(project, on=on, alternatives=[{"label": "A", "items": [meals()]}])
    plan = made(coordinator, "/plans", body)
    assert codes(bremen, plan) == expected
    assert [(task["due_on"], task["link"]) for task in waiting(bremen, plan)] == [
        (on, f"/planungen/{plan['id']}") for _ in expected
    ]
    decision = {"alternative_id": plan["alternatives"][0]["id"], "reason": "R"}
    made(coordinator, f"/plans/{plan['id']}/decisions", decision)
    assert codes(bremen, plan) == []


def test_a_passed_budget_of_this_year_is_looked_at_again(
    coordinator: httpx.Client, bremen: httpx.Client, project: Json
) -> None:
    budgets = [
        made(coordinator, "/carbon-budgets", {"project_id": project["id"], "year": year, "limit_kg": 1})
        for year in (2025, 2026)
    ]
    for day in ("2025-05-05", "2026-05-05"):
        days = {"starts_on": day, "ends_on": day}
        reason = {"status": "done", "over_budget_reason": "R"}
        made(coordinator, "/activities", an_activity(project, items=[meals()], **days, **reason))
    assert codes(bremen, budgets[0]) == [], "last year's cannot be mended any more"
    [task] = waiting(bremen, budgets[1])
    assert (task["kind"], task["code"]) == ("still_right", "budget_passed")
    assert project["title_de"] in task["title_de"]
    assert project["title_en"] in task["title_en"]
    changed(coordinator, f"/carbon-budgets/{budgets[1]['id']}", {"limit_kg": 1000})
    assert codes(bremen, budgets[1]) == []


def test_a_grant_that_ends_in_two_months_is_said_to_who_writes_for_its_cities(
    office: Office, coordinator: httpx.Client, bremen: httpx.Client
) -> None:
    def grant(ends_on: str) -> Json:
        period = {"starts_on": "2026-01-01", "ends_on": ends_on}
        body = {"title_de": "Zuwendung", "funder": "F", "city_ids": ["bremen"], **period}
        return made(coordinator, "/programmes", body)

    near, far, over = grant("2026-12-31"), grant("2027-06-30"), grant("2026-11-23")
    [task] = waiting(bremen, near)
    assert (task["kind"], task["code"], task["due_on"]) == ("expiring", "programme_ending", "2026-12-31")
    assert (task["since_on"], task["link"]) == ("2026-11-01", f"/zuwendungen/{near['id']}")
    assert codes(bremen, far) == codes(bremen, over) == []
    assert codes(office.person("editor", "durban"), near) == []


def test_the_coordination_is_told_of_factors_past_their_best_before(
    coordinator: httpx.Client, bremen: httpx.Client
) -> None:
    [task] = waiting(coordinator, {"id": "desnz-2025"})
    assert (task["code"], task["since_on"]) == ("factor_set_outdated", "2026-07-01")
    assert waiting(coordinator, {"id": "desnz-2024"}) == [], "it names no such date"
    assert waiting(bremen, {"id": "desnz-2025"}) == []


def test_administrators_approve_service_clients_and_see_them_expire(
    office: Office, second_admin: httpx.Client
) -> None:
    admin, second = office.person("admin"), second_admin
    asked = {"name": "Sync", "city": "durban", "area": "climate", "scopes": ["plans:read"]}
    client = made(admin, "/service-clients", asked | {"expires_on": "2026-12-24"})
    later = made(admin, "/service-clients", asked | {"expires_on": "2026-12-25"})
    assert codes(admin, client) == []
    assert codes(second, client) == ["client_approval"]
    for one in (client, later):
        assert second.post(f"/service-clients/{one['id']}/approvals").status_code == 201
    [task] = waiting(admin, client)
    assert (task["code"], task["since_on"], task["due_on"]) == ("client_expiring", TODAY, "2026-12-24")
    assert codes(admin, later) == []
    assert patched(admin, f"/service-clients/{client['id']}", {"status": "revoked"}).status_code == 200
    assert codes(admin, client) == []


def test_what_is_due_first_comes_first(coordinator: httpx.Client, project: Json) -> None:
    for on in ("2026-12-20", "2026-12-01", "2026-12-10"):
        made(coordinator, "/plans", a_plan(project, on=on, alternatives=[{"label": "A", "items": [meals()]}]))
    due = [task["due_on"] for task in got(coordinator, "/tasks")["items"]]
    dated = [day for day in due if day is not None]
    assert dated == sorted(dated)
    assert due == dated + [None] * (len(due) - len(dated))


def test_tasks_are_kept_by_nobody_on_the_way(coordinator: httpx.Client) -> None:
    assert coordinator.get("/tasks").headers["Cache-Control"] == "no-store"
