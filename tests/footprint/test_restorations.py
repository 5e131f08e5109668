"""Undo: what was deleted comes back as it was, for ninety days."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import (
    a_plan,
    an_activity,
    got,
    made,
    meals,
    patched,
    problem,
    refused_at,
    removed,
)
from tests.footprint.office import Office, staffed
from tests.installations import a_seeded

Json = dict[str, Any]

UNDONE = {"version", "updated_at", "change_no"}


def restored(client: httpx.Client, address: str) -> httpx.Response:
    body = {"json": {}} if address.startswith("/activities") else {}
    return client.post(f"{address}/restorations", **body)  # type: ignore[arg-type]


def plain(record: Json) -> Json:
    """A record without what every write moves."""
    return {name: value for name, value in record.items() if name not in UNDONE}


def bodies(project: Json) -> list[tuple[str, Json]]:
    return [
        ("/cooperation-projects", {"title_de": "Neu", "city_ids": ["bremen"]}),
        ("/plans", a_plan(project, alternatives=[{"label": "A", "items": [meals()]}])),
        ("/activities", an_activity(project, items=[meals()])),
    ]


@pytest.mark.parametrize("kind", range(3))
def test_what_was_deleted_comes_back_as_it_was(
    office: Office, coordinator: httpx.Client, project: Json, kind: int
) -> None:
    path, body = bodies(project)[kind]
    address = f"{path}/{made(coordinator, path, body)['id']}"
    before = got(coordinator, address)
    assert removed(coordinator, address).status_code == 204
    assert coordinator.get(address).status_code == 404
    answer = restored(coordinator, address)
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"] == f"/api/v1{address}"
    assert answer.headers["ETag"] == coordinator.get(address).headers["ETag"]
    assert plain(got(coordinator, address)) == plain(before)
    trail = got(office.person("auditor"), "/audit", record=before["id"])["items"]
    assert [entry["action"] for entry in trail] == ["restore", "delete", "create"]
    assert problem(restored(coordinator, address)) == (409, "/problems/not-deleted")


def test_a_restored_activity_counts_again(coordinator: httpx.Client, project: Json) -> None:
    def totals() -> bytes:
        return coordinator.get("/footprint-totals", params={"by": "project,city,kind"}).content

    address = f"/activities/{made(coordinator, '/activities', bodies(project)[2][1])['id']}"
    counted = totals()
    removed(coordinator, address)
    assert totals() != counted
    restored(coordinator, address)
    assert totals() == counted


def test_an_alternative_that_was_deleted_before_the_plan_stays_deleted(
    coordinator: httpx.Client, project: Json
) -> None:
    plan = made(coordinator, "/plans", bodies(project)[1][1])
    address = f"/plans/{plan['id']}"
    other = made(coordinator, f"{address}/alternatives", {"label": "B", "items": [meals()]})
    removed(coordinator, f"{address}/alternatives/{other['id']}")
    removed(coordinator, address)
    assert [each["label"] for each in restored(coordinator, address).json()["alternatives"]] == ["A"]


def test_what_belongs_to_a_deleted_project_waits_for_it(coordinator: httpx.Client, project: Json) -> None:
    addresses = [f"{path}/{made(coordinator, path, body)['id']}" for path, body in bodies(project)[1:]]
    for address in (*addresses, f"/cooperation-projects/{project['id']}"):
        removed(coordinator, address)
    for address in addresses:
        assert problem(restored(coordinator, address)) == (409, "/problems/project-deleted")
    for address in (f"/cooperation-projects/{project['id']}", *addresses):
        assert restored(coordinator, address).status_code == 201


def test_a_grant_that_was_deleted_meanwhile_is_named_no_more(
    coordinator: httpx.Client, project: Json
) -> None:
    period = {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    grant = made(
        coordinator, "/programmes", {"title_de": "G", "funder": "F", "city_ids": ["bremen"], **period}
    )
    paid = an_activity(project, items=[meals()], programme_id=grant["id"])
    address = f"/activities/{made(coordinator, '/activities', paid)['id']}"
    removed(coordinator, address)
    removed(coordinator, f"/programmes/{grant['id']}")
    assert restored(coordinator, address).json()["programme_id"] is None


def test_who_may_not_write_brings_nothing_back(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    for path, body in bodies(project):
        address = f"{path}/{made(coordinator, path, body)['id']}"
        removed(coordinator, address)
        for person in (office.person("viewer"), office.person("editor", "durban")):
            assert problem(restored(person, address)) == (403, "/problems/forbidden")
            assert person.get(address).status_code == 404
        unknown = f"{path}/0193b6b0-0000-7000-8000-00000000dead"
        assert problem(restored(coordinator, unknown)) == (404, "/problems/not-found")


def test_what_passes_the_budget_now_comes_back_with_a_reason(
    coordinator: httpx.Client, project: Json
) -> None:
    made(coordinator, "/carbon-budgets", {"project_id": project["id"], "year": 2026, "limit_kg": 5})
    body = an_activity(project, items=[meals()], status="approved")
    address = f"/activities/{made(coordinator, '/activities', body)['id']}"
    removed(coordinator, address)
    made(coordinator, "/activities", body)
    refused = restored(coordinator, address)
    assert refused_at(refused) == ["/over_budget_reason over_budget_reason_missing"]
    assert coordinator.get(address).status_code == 404, "a refusal changes nothing"
    given = {"over_budget_reason": "Both are needed"}
    answer = coordinator.post(f"{address}/restorations", json=given)
    assert answer.status_code == 201, answer.text
    assert answer.json()["budget"]["light"] == "red"
    assert patched(coordinator, address, {"title": "Lives"}).status_code == 200


def test_after_ninety_days_it_is_gone(tmp_path: Path) -> None:
    then = datetime(2026, 11, 24, 8, tzinfo=UTC)
    settings = a_seeded(tmp_path, now=then)
    with staffed(settings) as office:
        coordinator = office.person("coordinator")
        project = made(coordinator, "/cooperation-projects", {"title_de": "P", "city_ids": ["bremen"]})
        addresses = [f"{path}/{made(coordinator, path, body)['id']}" for path, body in bodies(project)]
        for address in addresses:
            removed(coordinator, address)
    late = settings.model_copy(update={"now": then + timedelta(days=90, seconds=1)})
    with staffed(late) as office:
        coordinator = office.person("coordinator", "bremen")
        for address in addresses:
            assert problem(restored(coordinator, address)) == (410, "/problems/too-late-to-restore")
    in_time = settings.model_copy(update={"now": then + timedelta(days=90)})
    with staffed(in_time) as office:
        assert restored(office.person("coordinator", "*", "climate"), addresses[0]).status_code == 201
