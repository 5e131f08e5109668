"""Inventories over HTTP: drafts, publishing, withdrawing, new editions, differences."""

from typing import Any

import httpx
import pytest

from tests.footprint.office import Office
from tests.inventories.records import (
    a_line,
    an_inventory,
    changed,
    got,
    made,
    patched,
    problem,
    published,
    refused_at,
    removed,
)

Json = dict[str, Any]
REASON = {"reason": "A factor was taken from the wrong year"}


def status(client: httpx.Client, inventory: Json) -> str:
    found: str = got(client, f"/inventories/{inventory['id']}")["status"]
    return found


def test_an_inventory_begins_as_a_draft_of_its_calendar_year_without_totals(
    coordinator: httpx.Client, inventory: Json
) -> None:
    assert (inventory["status"], inventory["edition"]) == ("draft", 1)
    assert inventory["series_id"] == "bremerhaven-gpc"
    assert inventory["period_start_on"] == f"{inventory['year']}-01-01"
    assert inventory["period_end_on"] == f"{inventory['year']}-12-31"
    assert inventory["totals_from"] is None
    assert {one["basic_kg"] for one in inventory["totals"].values()} == {None}
    assert len(inventory["coverage"]["missing"]) == 32
    assert got(coordinator, f"/inventories/{inventory['id']}") == inventory


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"city_id": "atlantis"}, "/city_id unknown_city"),
        ({"standard": "own"}, "/standard literal_error"),
        ({"reporting_level": None}, "/reporting_level level_missing"),
        ({"standard": "bisko"}, "/reporting_level level_of_gpc"),
        ({"year": 2020, "period_start_on": "2019-07-01"}, "/period_end_on period_too_long"),
        (
            {"year": 2020, "period_start_on": "2020-07-01", "period_end_on": "2020-06-30"},
            "/period_end_on ends_before_start",
        ),
        (
            {"year": 2022, "period_start_on": "2020-07-01", "period_end_on": "2021-06-30"},
            "/period_start_on period_of_other_year",
        ),
        ({"population": 400_000}, "/population_basis_de basis_missing"),
        ({"gwp_set": "AR7"}, "/gwp_set literal_error"),
        ({"source_id": "S999"}, "/source_id unknown_source"),
        ({"status": "published"}, "/status extra_forbidden"),
    ],
)
def test_what_an_inventory_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/inventories", json=an_inventory(**change))) == [place]


def test_a_financial_year_from_july_to_june_is_a_period(coordinator: httpx.Client) -> None:
    body = an_inventory(year=2031, period_start_on="2030-07-01", period_end_on="2031-06-30")
    assert made(coordinator, "/inventories", body)["period_start_on"] == "2030-07-01"


def test_figures_per_head_name_how_the_people_were_counted(
    coordinator: httpx.Client, inventory: Json
) -> None:
    made(coordinator, "/emissions", a_line(inventory, amount_kg=1_000_000))
    path = f"/inventories/{inventory['id']}"
    assert got(coordinator, path)["totals"]["ar5"]["basic_per_head_kg"] is None
    found = changed(coordinator, path, {"population": 300, "population_basis_en": "Census"})
    assert found["totals"]["ar5"]["basic_per_head_kg"] == 3333
    assert refused_at(patched(coordinator, path, {"population_basis_en": None})) == [
        "/population_basis_de basis_missing"
    ]


def test_a_draft_and_a_review_are_no_business_of_the_public(
    office: Office, coordinator: httpx.Client, visitor: httpx.Client, inventory: Json
) -> None:
    path = f"/inventories/{inventory['id']}"
    changed(coordinator, path, {"status": "review"})
    assert visitor.get(path).status_code == 404
    assert office.person("viewer").get(path).status_code == 200
    assert got(visitor, "/inventories", year=inventory["year"])["items"] == []
    made(coordinator, "/emissions", a_line(inventory))
    assert got(visitor, "/emission-totals", year=inventory["year"])["items"] == []
    published(coordinator, inventory)
    assert visitor.get(path).status_code == 200
    (listed,) = got(visitor, "/inventories", city="bremerhaven", year=inventory["year"])["items"]
    assert listed["totals"]["ar5"]["basic_kg"] == 1000
    (total,) = got(visitor, "/emission-totals", year=inventory["year"])["items"]
    assert (total["city_id"], total["basic_kg"], total["basic_plus_kg"]) == ("bremerhaven", 1000, 1000)


def test_an_inventory_is_published_with_something_in_it_and_what_it_rests_on(
    coordinator: httpx.Client, inventory: Json
) -> None:
    path = f"/inventories/{inventory['id']}"

    def refusal() -> str:
        tag = coordinator.get(path).headers["ETag"]
        answer = coordinator.post(f"{path}/publications", headers={"If-Match": tag})
        assert problem(answer) == (409, "/problems/inventory-not-ready")
        found: str = answer.json()["detail"]
        return found

    assert "neither a line nor a reported total" in refusal()
    made(coordinator, "/emissions", a_line(inventory, gas="CH4"))
    changed(coordinator, path, {"source_note": None, "gwp_set": None})
    assert "names no source" in refusal()
    changed(coordinator, path, {"source_note": "Records"})
    assert "gwp_set" in refusal()
    changed(coordinator, path, {"gwp_set": "AR5"})
    assert coordinator.post(f"{path}/publications").status_code == 428
    assert published(coordinator, inventory)["published_at"] is not None


def test_publishing_what_was_changed_meanwhile_is_refused(coordinator: httpx.Client, inventory: Json) -> None:
    path = f"/inventories/{inventory['id']}"
    made(coordinator, "/emissions", a_line(inventory))
    seen = coordinator.get(path).headers["ETag"]
    key = a_line(inventory, "I.1.2", amount_kg=None, notation_key="NO")
    made(coordinator, "/emissions", key)
    answer = coordinator.post(f"{path}/publications", headers={"If-Match": seen})
    assert problem(answer) == (412, "/problems/stale")


def test_a_new_edition_takes_the_lines_along_and_supersedes_the_old_one(
    coordinator: httpx.Client, visitor: httpx.Client, inventory: Json
) -> None:
    path = f"/inventories/{inventory['id']}"
    assert coordinator.post(f"{path}/revisions").status_code == 409
    first = made(coordinator, "/emissions", a_line(inventory, amount_kg=10))
    made(coordinator, "/emissions", a_line(inventory, "II.1.1", amount_kg=5))
    published(coordinator, inventory)
    second = coordinator.post(f"{path}/revisions").json()
    assert (second["edition"], second["status"], second["supersedes_id"]) == (2, "draft", inventory["id"])
    assert second["totals"]["ar5"]["basic_kg"] == 15
    lines = got(coordinator, "/emissions", inventory=second["id"], gpc_ref="I.1.1")["items"]
    assert [one["line_key"] for one in lines] == [first["line_key"]]
    changed(coordinator, f"/emissions/{lines[0]['id']}", {"amount_kg": 7})
    published(coordinator, second)
    assert status(visitor, inventory) == "superseded"
    (total,) = got(visitor, "/emission-totals", year=inventory["year"])["items"]
    assert total["basic_kg"] == 12
    found = got(visitor, f"{path}/differences", to=second["id"])
    assert [
        (one["gpc_ref"], one["before_kg"], one["after_kg"], one["change_kg"]) for one in found["items"]
    ] == [("I.1.1", 10, 7, -3)]
    assert (found["before"]["basic_kg"], found["after"]["basic_kg"]) == (15, 12)


def test_differences_tell_a_key_from_a_zero(coordinator: httpx.Client, inventory: Json) -> None:
    other = made(coordinator, "/inventories", an_inventory())
    made(coordinator, "/emissions", a_line(inventory, amount_kg=None, notation_key="NO"))
    made(coordinator, "/emissions", a_line(other, amount_kg=0))
    path = f"/inventories/{inventory['id']}/differences"
    (one,) = got(coordinator, path, to=other["id"])["items"]
    assert (one["before_kg"], one["after_kg"], one["change_kg"]) == (None, 0, None)
    assert (one["before_keys"], one["after_keys"]) == (["NO"], [])
    elsewhere = made(coordinator, "/inventories", an_inventory(city_id="durban"))
    assert refused_at(coordinator.get(path, params={"to": elsewhere["id"]})) == ["/query/to other_city"]
    missing = "01920000-0000-7000-8000-000000000001"
    assert refused_at(coordinator.get(path, params={"to": missing})) == ["/query/to unknown_inventory"]


def test_what_is_withdrawn_is_gone_for_the_public_until_it_is_brought_back(
    coordinator: httpx.Client, visitor: httpx.Client, inventory: Json
) -> None:
    path = f"/inventories/{inventory['id']}"
    assert coordinator.post(f"{path}/withdrawals", json=REASON).status_code == 409
    made(coordinator, "/emissions", a_line(inventory))
    published(coordinator, inventory)
    assert problem(removed(coordinator, path)) == (409, "/problems/inventory-published")
    assert problem(patched(coordinator, path, {"population": None})) == (409, "/problems/inventory-published")
    found = made(coordinator, f"{path}/withdrawals", REASON)
    assert (found["status"], found["withdrawal_reason"]) == ("withdrawn", REASON["reason"])
    assert visitor.get(path).status_code == 404
    assert got(visitor, "/emission-totals", year=inventory["year"])["items"] == []
    assert coordinator.post(f"{path}/restorations").status_code == 201
    assert status(visitor, inventory) == "published"
    assert coordinator.post(f"{path}/restorations").status_code == 409
    (total,) = got(visitor, "/emission-totals", year=inventory["year"])["items"]
    assert total["basic_kg"] == 1000


def test_two_inventories_of_a_year_and_method_are_never_published_at_once(
    coordinator: httpx.Client, inventory: Json
) -> None:
    made(coordinator, "/emissions", a_line(inventory))
    published(coordinator, inventory)
    made(coordinator, f"/inventories/{inventory['id']}/withdrawals", REASON)
    other = made(coordinator, "/inventories", an_inventory(year=inventory["year"]))
    assert other["edition"] == 2
    made(coordinator, "/emissions", a_line(other))
    published(coordinator, other)
    answer = coordinator.post(f"/inventories/{inventory['id']}/restorations")
    assert problem(answer) == (409, "/problems/inventory-not-ready")


def test_a_deleted_draft_comes_back_with_its_lines(coordinator: httpx.Client, inventory: Json) -> None:
    path = f"/inventories/{inventory['id']}"
    line = made(coordinator, "/emissions", a_line(inventory))
    assert removed(coordinator, path).status_code == 204
    assert coordinator.get(path).status_code == 404
    assert coordinator.get(f"/emissions/{line['id']}").status_code == 404
    assert refused_at(coordinator.post("/emissions", json=a_line(inventory))) == [
        "/inventory_id unknown_inventory"
    ]
    assert coordinator.post(f"{path}/restorations").json()["totals"]["ar5"]["basic_kg"] == 1000
    assert coordinator.get(f"/emissions/{line['id']}").status_code == 200


def test_an_inventory_is_written_for_its_own_city_only(office: Office, inventory: Json) -> None:
    path = f"/inventories/{inventory['id']}"
    own = office.person("editor", "bremerhaven", "climate")
    changed(own, path, {"boundary_en": "The municipality"})
    for other in (office.person("editor", "durban", "climate"), office.person("viewer")):
        assert other.post("/inventories", json=an_inventory()).status_code == 403
        assert patched(other, path, {"boundary_en": None}).status_code == 403
        assert removed(other, path).status_code == 403
        tag = other.get(path).headers["ETag"]
        assert other.post(f"{path}/publications", headers={"If-Match": tag}).status_code == 403
        for step, body in (("withdrawals", REASON), ("restorations", None), ("revisions", None)):
            assert other.post(f"{path}/{step}", json=body).status_code == 403


def test_publishing_and_withdrawing_are_named_in_the_trail(
    office: Office, coordinator: httpx.Client, inventory: Json
) -> None:
    made(coordinator, "/emissions", a_line(inventory))
    published(coordinator, inventory)
    made(coordinator, f"/inventories/{inventory['id']}/withdrawals", REASON)
    found = got(office.person("auditor"), "/audit", record=inventory["id"], limit=100)["items"]
    assert {"create", "publish", "withdraw"} <= {one["action"] for one in found}
