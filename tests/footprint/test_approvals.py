"""Four eyes: what one person asks for another approves, also one of another city or a deputy."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import an_activity, changed, got, made, meals, patched, problem, refused_at
from tests.footprint.office import Office

Json = dict[str, Any]

TODAY = datetime.now(UTC).date().isoformat()
SECOND = (403, "/problems/second-person-required")


@pytest.fixture
def activity(coordinator: httpx.Client, project: Json) -> str:
    """The address of a planned activity of Bremen and Windhoek."""
    return f"/activities/{made(coordinator, '/activities', an_activity(project, items=[meals()]))['id']}"


def me(client: httpx.Client) -> str:
    found: str = got(client, "/me")["id"]
    return found


def asked(client: httpx.Client, activity: str, **body: Any) -> Json:
    return made(client, f"{activity}/approval-requests", body)


def approving(
    client: httpx.Client, activity: str, for_user: str | None = None, **body: Any
) -> httpx.Response:
    headers = {"If-Match": client.get(activity).headers["ETag"]}
    headers |= {"X-KB-Acting-For": for_user} if for_user else {}
    return client.post(f"{activity}/approvals", json=body, headers=headers)


def status(client: httpx.Client, activity: str) -> str:
    found: str = got(client, activity)["status"]
    return found


def stands_in(principal: httpx.Client, deputy: httpx.Client) -> None:
    made(principal, "/deputies", {"deputy_user_id": me(deputy), "starts_on": TODAY, "ends_on": TODAY})


def test_another_person_with_the_same_right_approves(
    office: Office, coordinator: httpx.Client, activity: str
) -> None:
    request = asked(coordinator, activity)
    windhoek = office.person("editor", "windhoek")
    answer = approving(windhoek, activity)
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"] == f"/api/v1{activity}/approval-requests/{request['id']}"
    given = answer.json()
    assert (given["proposed_by"], given["approved_by"]) == (me(coordinator), me(windhoek))
    assert (given["id"], given["resource"]) == (request["id"], "activity")
    assert given["approved_at"] is not None
    assert status(coordinator, activity) == "approved"
    shown = got(coordinator, f"{activity}/approval-requests")["items"]
    assert shown == [got(coordinator, f"{activity}/approval-requests/{request['id']}")] == [given]


def test_who_asked_cannot_approve_by_any_way(coordinator: httpx.Client, activity: str) -> None:
    asked(coordinator, activity)
    assert problem(approving(coordinator, activity)) == SECOND
    for given in ("approved", "done"):
        assert problem(patched(coordinator, activity, {"status": given})) == SECOND
    assert status(coordinator, activity) == "planned"
    assert changed(coordinator, activity, {"title": "Everything else stays open"})["status"] == "planned"


def test_without_a_request_a_status_is_set_as_before(coordinator: httpx.Client, activity: str) -> None:
    assert problem(approving(coordinator, activity)) == (409, "/problems/not-pending")
    assert changed(coordinator, activity, {"status": "approved"})["status"] == "approved"


@pytest.mark.parametrize("given", ["approved", "done"])
def test_another_person_answers_the_request_by_setting_the_status(
    office: Office, coordinator: httpx.Client, activity: str, given: str
) -> None:
    asked(coordinator, activity)
    bremen = office.person("editor", "bremen")
    changed(bremen, activity, {"status": given})
    answered = got(coordinator, f"{activity}/approval-requests")["items"][0]
    assert answered["approved_by"] == me(bremen)


def test_a_person_of_another_city_is_the_second_pair_of_eyes_when_asked(
    office: Office, coordinator: httpx.Client, activity: str
) -> None:
    durban = office.person("editor", "durban")
    asked(coordinator, activity)
    assert problem(approving(durban, activity)) == (403, "/problems/forbidden"), "not asked in person"
    withdrawn(coordinator, activity)
    asked(coordinator, activity, asked_user_id=me(durban))
    assert problem(patched(durban, activity, {"title": "Ours"})) == (403, "/problems/forbidden")
    assert approving(durban, activity).status_code == 201
    assert status(coordinator, activity) == "approved"


def withdrawn(client: httpx.Client, activity: str) -> None:
    path = f"{activity}/approval-requests/{got(client, f'{activity}/approval-requests')['items'][0]['id']}"
    answer = client.delete(path, headers={"If-Match": client.get(path).headers["ETag"]})
    assert answer.status_code == 204, answer.text
    assert client.get(path).status_code == 404


def test_a_request_is_made_once_withdrawn_and_made_anew(coordinator: httpx.Client, activity: str) -> None:
    asked(coordinator, activity)
    again = coordinator.post(f"{activity}/approval-requests", json={})
    assert problem(again) == (409, "/problems/approval-asked-for")
    withdrawn(coordinator, activity)
    asked(coordinator, activity)
    changed(coordinator, activity, {"status": "cancelled"})
    assert got(coordinator, f"{activity}/approval-requests")["items"] == [], "called off: nobody waits"
    refused = coordinator.post(f"{activity}/approval-requests", json={})
    assert problem(refused) == (409, "/problems/not-pending")


def test_an_answered_request_is_not_withdrawn(
    office: Office, coordinator: httpx.Client, activity: str
) -> None:
    path = f"{activity}/approval-requests/{asked(coordinator, activity)['id']}"
    assert approving(office.person("editor", "bremen"), activity).status_code == 201
    changed(coordinator, activity, {"status": "planned"})
    second = asked(coordinator, activity)
    tag = {"If-Match": coordinator.get(path).headers["ETag"]}
    assert problem(coordinator.delete(path, headers=tag)) == (409, "/problems/not-pending")
    assert [one["id"] for one in got(coordinator, f"{activity}/approval-requests")["items"]] == [
        second["id"],
        path.rpartition("/")[2],
    ]


def test_a_deputy_approves_for_the_person_who_was_asked(
    office: Office, coordinator: httpx.Client, activity: str
) -> None:
    bremen, durban = office.person("editor", "bremen"), office.person("editor", "durban", "climate")
    asked(coordinator, activity, asked_user_id=me(bremen))
    refused = approving(durban, activity)
    assert problem(refused) == (403, "/problems/forbidden")
    stands_in(bremen, durban)
    given = approving(durban, activity, for_user=me(bremen)).json()
    assert (given["approved_by"], given["approved_for"]) == (me(durban), me(bremen))
    record = activity.rpartition("/")[2]
    trail = got(office.person("auditor"), "/audit", record=record, action="approve")["items"][0]
    assert (trail["actor_id"], trail["acting_for_id"]) == (me(durban), me(bremen))


def test_nobody_stands_on_both_sides_through_a_deputy(
    office: Office, coordinator: httpx.Client, activity: str
) -> None:
    windhoek = office.person("editor", "windhoek", "climate")
    stands_in(coordinator, windhoek)
    asked(coordinator, activity)
    assert problem(approving(windhoek, activity, for_user=me(coordinator))) == SECOND
    assert approving(windhoek, activity).status_code == 201, "in their own name they may"
    changed(coordinator, activity, {"status": "planned"})
    acting = {"X-KB-Acting-For": me(coordinator)}
    asking = windhoek.post(f"{activity}/approval-requests", json={}, headers=acting)
    assert asking.json()["proposed_for"] == me(coordinator)
    assert problem(approving(coordinator, activity)) == SECOND, "it was asked for in their name"


def test_whom_one_cannot_ask(office: Office, coordinator: httpx.Client, activity: str) -> None:
    for person, code in (
        (me(coordinator), "asked_oneself"),
        (me(office.person("viewer")), "asked_may_not"),
        ("0193b6b0-0000-7000-8000-00000000dead", "unknown_person"),
    ):
        answer = coordinator.post(f"{activity}/approval-requests", json={"asked_user_id": person})
        assert refused_at(answer) == [f"/asked_user_id {code}"]


def test_others_neither_ask_nor_approve(office: Office, coordinator: httpx.Client, activity: str) -> None:
    for person in (office.person("viewer"), office.person("admin"), office.person("editor", "durban")):
        answer = person.post(f"{activity}/approval-requests", json={})
        assert problem(answer) == (403, "/problems/forbidden")
    asked(coordinator, activity)
    for person in (office.person("viewer"), office.person("admin")):
        assert problem(approving(person, activity)) == (403, "/problems/forbidden")


def test_an_approval_is_of_the_state_that_was_seen(
    office: Office, coordinator: httpx.Client, activity: str
) -> None:
    asked(coordinator, activity)
    windhoek = office.person("editor", "windhoek")
    seen = {"If-Match": windhoek.get(activity).headers["ETag"]}
    changed(coordinator, activity, {"items": [meals(5000)]})
    answer = windhoek.post(f"{activity}/approvals", json={}, headers=seen)
    assert problem(answer) == (412, "/problems/stale")
    without = windhoek.post(f"{activity}/approvals", json={})
    assert problem(without) == (428, "/problems/if-match-required")
    assert status(coordinator, activity) == "planned"


def test_past_the_carbon_budget_an_approval_needs_a_reason(
    office: Office, coordinator: httpx.Client, project: Json, activity: str
) -> None:
    made(coordinator, "/carbon-budgets", {"project_id": project["id"], "year": 2026, "limit_kg": 1})
    asked(coordinator, activity)
    bremen = office.person("editor", "bremen")
    assert refused_at(approving(bremen, activity)) == ["/over_budget_reason over_budget_reason_missing"]
    open_still = got(coordinator, f"{activity}/approval-requests")["items"][0]
    assert open_still["approved_at"] is None, "a refusal changes nothing"
    assert approving(bremen, activity, over_budget_reason="Ministerial meeting").status_code == 201
    assert got(coordinator, activity)["over_budget_reason"] == "Ministerial meeting"


def test_what_is_changed_after_its_approval_is_approved_anew(
    office: Office, coordinator: httpx.Client, activity: str
) -> None:
    asked(coordinator, activity)
    windhoek = office.person("editor", "windhoek")
    assert approving(windhoek, activity).status_code == 201
    many = {"items": [meals(400)]}
    together = patched(coordinator, activity, {**many, "status": "approved"})
    assert problem(together) == SECOND
    assert status(coordinator, activity) == "approved", "nothing was changed"
    lapsed = changed(coordinator, activity, many)
    assert lapsed["status"] == "planned"
    assert [notice["code"] for notice in lapsed["notices"]] == ["approval_lapsed"]
    asked(coordinator, activity)
    assert approving(windhoek, activity).status_code == 201
    assert got(coordinator, activity)["notices"] == []


def test_a_new_title_or_the_approver_takes_no_approval_away(
    office: Office, coordinator: httpx.Client, activity: str
) -> None:
    asked(coordinator, activity)
    windhoek = office.person("editor", "windhoek")
    approving(windhoek, activity)
    assert changed(coordinator, activity, {"title": "Another title"})["status"] == "approved"
    assert changed(windhoek, activity, {"items": [meals(7)]})["status"] == "approved"


def test_a_deputy_without_any_right_to_write_answers_for_nobody(
    office: Office, coordinator: httpx.Client, activity: str
) -> None:
    bremen, viewer = office.person("editor", "bremen"), office.person("viewer")
    asked(coordinator, activity, asked_user_id=me(bremen))
    stands_in(bremen, viewer)
    assert problem(approving(viewer, activity, for_user=me(bremen))) == (403, "/problems/forbidden")
