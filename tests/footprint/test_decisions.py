"""A decision freezes a plan: its figures never come from live rows again."""

import hashlib
import json
from typing import Any

import httpx
import pytest

from klimabruecke.core.canonical import canonical_json, sha256_of
from klimabruecke.footprint.plans.documents import SnapshotDamaged, checked_snapshot
from tests.footprint.cooperation import a_plan, changed, got, made, meals, problem, refused_at
from tests.footprint.office import Office
from tests.installations import execute, rows

Json = dict[str, Any]
REASON = "Two people are enough; the others meet by video."


@pytest.fixture
def plan(coordinator: httpx.Client, project: Json) -> Json:
    return made(coordinator, "/plans", a_plan(project))


@pytest.fixture
def decision(coordinator: httpx.Client, plan: Json) -> Json:
    body = {"alternative_id": plan["alternatives"][0]["id"], "reason": REASON}
    return made(coordinator, f"/plans/{plan['id']}/decisions", body)


def test_a_decision_is_shown_with_its_snapshot_and_hash(
    coordinator: httpx.Client, plan: Json, decision: Json
) -> None:
    assert got(coordinator, f"/plans/{plan['id']}/decisions/{decision['id']}") == decision
    snapshot = decision["snapshot"]
    assert snapshot["decision"]["reason"] == REASON
    assert snapshot["project"]["title_de"] == "Abwasser"
    factor = snapshot["alternatives"][0]["footprint"]["items"][0]["factors"][0]
    assert factor["value"] == "24"


def test_anyone_can_check_the_hash_without_us(decision: Json) -> None:
    """By RFC 8785: sorted names, no spaces, whole numbers without a point."""
    canonical = json.dumps(decision["snapshot"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(canonical.encode()).hexdigest() == decision["sha256"]


def test_a_decided_plan_says_so_everywhere(coordinator: httpx.Client, plan: Json, decision: Json) -> None:
    found = got(coordinator, f"/plans/{plan['id']}")
    assert found["status"] == "decided"
    assert found["decision"]["id"] == decision["id"]
    assert found["alternatives"] == plan["alternatives"]
    (row,) = got(coordinator, "/plans", project=plan["project_id"])["items"]
    assert (row["status"], row["decision_id"], row["ghg_kg"]) == ("decided", decision["id"], 8850.054)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PATCH", "", {"title": "Later"}),
        ("PATCH", "", {"on": "2027-01-01"}),
        ("DELETE", "", None),
        ("POST", "/alternatives", {"label": "B", "items": [meals()]}),
        ("PATCH", "/alternatives/{alternative}", {"label": "Later"}),
        ("DELETE", "/alternatives/{alternative}", None),
        ("POST", "/decisions", {"alternative_id": "{alternative}", "reason": "Again"}),
    ],
)
@pytest.mark.usefixtures("decision")
def test_nothing_of_a_decided_plan_can_be_written(
    coordinator: httpx.Client, plan: Json, method: str, path: str, body: Json | None
) -> None:
    alternative = plan["alternatives"][0]["id"]
    address = f"/plans/{plan['id']}{path}".replace("{alternative}", alternative)
    text = json.dumps(body).replace("{alternative}", alternative)
    before = coordinator.get(f"/plans/{plan['id']}").content
    tag = coordinator.get(f"/plans/{plan['id']}").headers["ETag"]
    headers = {"If-Match": tag, "Content-Type": "application/json"}
    answer = coordinator.request(method, address, content=text if body else None, headers=headers)
    assert problem(answer) == (409, "/problems/plan-decided")
    assert coordinator.get(f"/plans/{plan['id']}").content == before


def test_the_figures_stay_byte_equal_whatever_happens_behind_them(
    office: Office, coordinator: httpx.Client, project: Json, plan: Json, decision: Json
) -> None:
    """Factors, the project, the plan's own rows: everything is changed behind the decision's back."""
    addresses = [
        f"/plans/{plan['id']}",
        f"/plans/{plan['id']}/alternatives/{plan['alternatives'][0]['id']}",
        f"/plans/{plan['id']}/decisions/{decision['id']}",
    ]
    before = [coordinator.get(address).content for address in addresses]
    old = rows(office.settings, "SELECT id, value FROM emission_factor")
    changed(coordinator, f"/cooperation-projects/{project['id']}", {"title_de": "Anders"})
    try:
        execute(
            office.settings,
            "UPDATE emission_factor SET value = '9'",
            "UPDATE resource_counter SET counter = counter + 1 WHERE resource = 'emission_factor'",
            f"UPDATE plan SET title = 'Forged', kind = 'event' WHERE id = '{plan['id']}'",
            f"""UPDATE plan_alternative SET label = 'Forged', items = '[]', footprint = '{{}}'
            WHERE plan_id = '{plan["id"]}'""",
        )
        assert [coordinator.get(address).content for address in addresses] == before
        (row,) = got(coordinator, "/plans", project=project["id"])["items"]
        assert (row["title"], row["ghg_kg"]) == ("Delegation", 8850.054)
    finally:
        restored = [
            f"UPDATE emission_factor SET value = '{value}' WHERE id = '{name}'" for name, value in old
        ]
        execute(
            office.settings,
            *restored,
            "UPDATE resource_counter SET counter = counter + 1 WHERE resource = 'emission_factor'",
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan_decision SET snapshot = '{}' WHERE id = :id",
        "UPDATE plan_decision SET ghg_g = 1 WHERE id = :id",
        "DELETE FROM plan_decision WHERE id = :id",
    ],
)
def test_the_database_refuses_to_touch_a_decision(office: Office, decision: Json, statement: str) -> None:
    with pytest.raises(Exception, match="written once"):
        execute(office.settings, statement.replace(":id", f"'{decision['id']}'"))


def test_only_an_alternative_of_the_plan_can_be_chosen(
    coordinator: httpx.Client, project: Json, plan: Json
) -> None:
    other = made(coordinator, "/plans", a_plan(project))["alternatives"][0]["id"]
    answer = coordinator.post(
        f"/plans/{plan['id']}/decisions", json={"alternative_id": other, "reason": REASON}
    )
    assert refused_at(answer) == ["/alternative_id unknown_alternative"]


def test_a_decision_needs_a_reason(coordinator: httpx.Client, plan: Json) -> None:
    body = {"alternative_id": plan["alternatives"][0]["id"]}
    assert refused_at(coordinator.post(f"/plans/{plan['id']}/decisions", json=body)) == ["/reason missing"]


def test_a_decision_of_another_plan_is_not_found(
    coordinator: httpx.Client, project: Json, decision: Json
) -> None:
    other = made(coordinator, "/plans", a_plan(project))
    assert coordinator.get(f"/plans/{other['id']}/decisions/{decision['id']}").status_code == 404


def test_the_trail_calls_it_a_decision(office: Office, plan: Json, decision: Json) -> None:
    found = rows(
        office.settings,
        f"SELECT resource, action FROM audit_entry WHERE resource_id IN ('{plan['id']}', '{decision['id']}')"
        " ORDER BY seq",
    )
    assert ("plan", "decide") in found
    assert ("plan_decision", "create") in found


def test_a_snapshot_that_does_not_match_its_hash_is_never_shown() -> None:
    text = canonical_json({"a": 1})
    assert checked_snapshot(text, sha256_of(text)) == text
    with pytest.raises(SnapshotDamaged):
        checked_snapshot(canonical_json({"a": 2}), sha256_of(text))
