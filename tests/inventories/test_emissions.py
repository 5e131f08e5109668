"""Lines over HTTP: what they can be, what they add up to, and that none replaces another."""

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
    totals,
)

Json = dict[str, Any]


def test_a_line_gets_its_sector_and_scope_from_the_reference(
    coordinator: httpx.Client, inventory: Json
) -> None:
    line = made(coordinator, "/emissions", a_line(inventory, "III.2.2", gas="CH4"))
    assert (line["sector"], line["scope"]) == ("III", 3)
    assert (line["city_id"], line["year"]) == ("bremerhaven", inventory["year"])
    assert got(coordinator, f"/emissions/{line['id']}") == line
    moved = changed(coordinator, f"/emissions/{line['id']}", {"gpc_ref": "II.1.1"})
    assert (moved["sector"], moved["scope"]) == ("II", 1)


def test_lines_of_one_reference_add_up_and_leave_when_they_are_deleted(
    coordinator: httpx.Client, inventory: Json
) -> None:
    lines = [made(coordinator, "/emissions", a_line(inventory, amount_kg=amount)) for amount in (7, 7, 5)]
    assert totals(coordinator, inventory)["basic_kg"] == 19
    path = f"/emissions/{lines[0]['id']}"
    changed(coordinator, path, {"amount_kg": 100})
    assert totals(coordinator, inventory)["basic_kg"] == 112
    assert removed(coordinator, path).status_code == 204
    assert totals(coordinator, inventory)["basic_kg"] == 12
    assert coordinator.get(path).status_code == 404
    made(coordinator, f"{path}/restorations", {})
    assert totals(coordinator, inventory)["basic_kg"] == 112
    for line in lines:
        removed(coordinator, f"/emissions/{line['id']}")
    assert totals(coordinator, inventory)["basic_kg"] is None


def test_a_notation_key_is_no_number_and_says_where_or_why(
    coordinator: httpx.Client, inventory: Json
) -> None:
    key = a_line(inventory, "II.2.1", amount_kg=None, notation_key="IE", included_in=["II.1.1"])
    made(coordinator, "/emissions", key)
    key = a_line(inventory, "II.3.1", amount_kg=None, notation_key="NE", explanation="No data on fuel sold")
    line = made(coordinator, "/emissions", key)
    assert line["amount_kg"] is None
    found = got(coordinator, f"/inventories/{inventory['id']}")
    assert found["totals"]["reported"]["basic_kg"] is None
    assert found["coverage"]["keyed"] == ["II.2.1", "II.3.1"]
    assert found["lines"] == 2
    changed(
        coordinator, f"/emissions/{line['id']}", {"notation_key": None, "amount_kg": 0, "explanation": None}
    )
    assert totals(coordinator, inventory)["basic_kg"] == 0


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"gpc_ref": None}, "/gpc_ref gpc_ref_needed"),
        ({"gpc_ref": "I.63"}, "/gpc_ref gpc_ref_unknown"),
        ({"sector": "II"}, "/sector follows_from_reference"),
        ({"scope": 2}, "/scope follows_from_reference"),
        ({"carrier": "diesel"}, "/carrier bisko_only"),
        ({"amount_kg": None}, "/amount_kg amount_or_key"),
        ({"notation_key": "NO"}, "/amount_kg amount_or_key"),
        ({"amount_kg": None, "notation_key": "RN"}, "/notation_key literal_error"),
        ({"amount_kg": None, "notation_key": "NE"}, "/explanation explanation_needed"),
        ({"amount_kg": None, "notation_key": "IE"}, "/included_in included_in_needed"),
        (
            {"amount_kg": None, "notation_key": "IE", "included_in": ["I.1.1"]},
            "/included_in included_in_unknown",
        ),
        (
            {"amount_kg": None, "notation_key": "C", "included_in": ["I.1.2"]},
            "/included_in included_in_only_ie",
        ),
        ({"amount_kg": -1}, "/amount_kg negative_amount"),
        ({"amount_kg": 1.5}, "/amount_kg integer_expected"),
        ({"gas": "CH5"}, "/gas gas_unknown"),
        ({"gas": "HFCs"}, "/gas gas_unknown"),
        ({"gas": "CH4", "gas_split": {"CH4": 1}}, "/gas_split split_of_co2e"),
        ({"gas_split": {"XX": 1}}, "/gas_split gas_unknown"),
        ({"source_id": "S999"}, "/source_id unknown_source"),
        ({"emission_factor_id": "nothing"}, "/emission_factor_id unknown_factor"),
    ],
)
def test_what_a_line_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, inventory: Json, change: Json, place: str
) -> None:
    answer = coordinator.post("/emissions", json=a_line(inventory, **change))
    assert refused_at(answer) == [place]
    assert got(coordinator, f"/inventories/{inventory['id']}")["lines"] == 0


def test_only_land_can_take_up_more_than_it_gives_off(coordinator: httpx.Client, inventory: Json) -> None:
    made(coordinator, "/emissions", a_line(inventory, "V.2", amount_kg=-50))
    assert totals(coordinator, inventory)["territorial_kg"] == -50


def test_a_bisko_balance_is_divided_by_sector_and_carrier(coordinator: httpx.Client) -> None:
    body = an_inventory(city_id="bremen", standard="bisko", reporting_level=None)
    inventory = made(coordinator, "/inventories", body)
    line = a_line(inventory, None, sector="private_households", carrier="natural_gas", amount_kg=9)
    made(coordinator, "/emissions", line)
    found = totals(coordinator, inventory)
    assert (found["total_kg"], found["basic_kg"]) == (9, None)
    for change, place in (
        ({"sector": None}, "/sector sector_needed"),
        ({"sector": "manufacturing"}, "/sector sector_unknown"),
        ({"carrier": "wind"}, "/carrier carrier_unknown"),
        ({"gpc_ref": "I.1.1"}, "/gpc_ref gpc_only"),
    ):
        assert refused_at(coordinator.post("/emissions", json=line | change)) == [place]


def test_switching_the_potentials_recomputes_what_can_be_recomputed(
    coordinator: httpx.Client, inventory: Json
) -> None:
    made(coordinator, "/emissions", a_line(inventory, "III.1.1", gas="CH4", amount_kg=1000))
    by_set = got(coordinator, f"/inventories/{inventory['id']}")["totals"]
    found = {name: one["basic_kg"] for name, one in by_set.items()}
    assert found == {"reported": 28_000, "sar": 21_000, "ar4": 25_000, "ar5": 28_000, "ar6": 27_900}
    changed(coordinator, f"/inventories/{inventory['id']}", {"gwp_set": "AR6"})
    assert totals(coordinator, inventory)["basic_kg"] == 27_900
    made(coordinator, "/emissions", a_line(inventory, "I.1.1", amount_kg=5))
    by_set = got(coordinator, f"/inventories/{inventory['id']}")["totals"]
    assert by_set["ar6"]["basic_kg"] == 27_905
    assert (by_set["sar"]["basic_kg"], by_set["sar"]["reasons"]) == (None, ["not_split_by_gas"])


def test_a_key_names_one_line_of_the_inventory(coordinator: httpx.Client, inventory: Json) -> None:
    line = made(coordinator, "/emissions", a_line(inventory, line_key="row 12"))
    assert line["line_key"] == "row 12"
    answer = coordinator.post("/emissions", json=a_line(inventory, line_key="row 12"))
    assert refused_at(answer) == ["/line_key key_taken"]


def test_lines_of_drafts_are_seen_by_those_who_work_here_only(
    office: Office, coordinator: httpx.Client, visitor: httpx.Client, inventory: Json
) -> None:
    line = made(coordinator, "/emissions", a_line(inventory))
    viewer = office.person("viewer")
    path = f"/emissions/{line['id']}"

    def seen_by(client: httpx.Client) -> tuple[list[str], int]:
        items = got(client, "/emissions", inventory=inventory["id"])["items"]
        return [one["id"] for one in items], client.get(path).status_code

    assert seen_by(visitor) == ([], 404)
    assert seen_by(viewer) == ([line["id"]], 200)
    published(coordinator, inventory)
    assert seen_by(visitor) == seen_by(viewer) == ([line["id"]], 200)
    assert visitor.get(path).headers["Cache-Control"] == "public, max-age=60"
    assert viewer.get(path).headers["Cache-Control"] == "private, no-cache"


def test_a_copy_for_everybody_does_not_answer_for_one_with_drafts(
    office: Office, visitor: httpx.Client, inventory: Json
) -> None:
    address = f"/inventories?year={inventory['year']}"
    tag = visitor.get(address).headers["ETag"]
    assert office.person("viewer").get(address, headers={"If-None-Match": tag}).status_code == 200


def test_what_is_published_stays_as_it_is(coordinator: httpx.Client, inventory: Json) -> None:
    line = made(coordinator, "/emissions", a_line(inventory))
    published(coordinator, inventory)
    path = f"/emissions/{line['id']}"
    refused = (409, "/problems/inventory-published")
    assert problem(coordinator.post("/emissions", json=a_line(inventory))) == refused
    assert problem(patched(coordinator, path, {"amount_kg": 1})) == refused
    assert problem(removed(coordinator, path)) == refused


def test_lines_are_found_by_what_they_are_of(coordinator: httpx.Client, inventory: Json) -> None:
    for reference, gas in (("I.1.1", "CO2"), ("I.1.2", "CO2"), ("III.1.1", "CH4")):
        made(coordinator, "/emissions", a_line(inventory, reference, gas=gas))

    def found(**filters: Any) -> list[str]:
        items = got(coordinator, "/emissions", inventory=inventory["id"], **filters)["items"]
        return [one["gpc_ref"] for one in items]

    assert found(sort="-gpc_ref") == ["III.1.1", "I.1.2", "I.1.1"]
    assert found(gas="CH4") == found(sector="III") == found(gpc_ref="III.1.1") == ["III.1.1"]
    assert found(scope=2) == ["I.1.2"]
    assert len(found(city="bremerhaven", year=inventory["year"])) == 3


def test_a_line_is_changed_in_the_state_that_was_seen(coordinator: httpx.Client, inventory: Json) -> None:
    path = f"/emissions/{made(coordinator, '/emissions', a_line(inventory))['id']}"
    seen = coordinator.get(path).headers["ETag"]
    changed(coordinator, path, {"amount_kg": 2})
    answer = coordinator.patch(path, json={"amount_kg": 3}, headers={"If-Match": seen})
    assert problem(answer) == (412, "/problems/stale")
    assert coordinator.patch(path, json={"amount_kg": 3}).status_code == 428


def test_an_editor_writes_for_their_own_city_and_area_only(office: Office, inventory: Json) -> None:
    own = office.person("editor", "bremerhaven", "climate")
    line = made(own, "/emissions", a_line(inventory))
    path = f"/emissions/{line['id']}"
    for other in (
        office.person("editor", "durban", "climate"),
        office.person("editor", "bremerhaven", "procurement"),
        office.person("viewer"),
        office.person("admin"),
    ):
        assert other.post("/emissions", json=a_line(inventory)).status_code == 403
        assert patched(other, path, {"amount_kg": 1}).status_code == 403
        assert removed(other, path).status_code == 403
