"""Many lines at once: by the rules of the single line, all or nothing, and the same again changes nothing."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sqlmodel import Session

from klimabruecke.core.db import Database
from klimabruecke.core.errors import Invalid
from klimabruecke.inventories.actions import Applied, apply_lines
from klimabruecke.inventories.deps import THE_SYSTEM
from klimabruecke.inventories.emissions.schemas import LineIn
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.refusals import InventoryPublished
from klimabruecke.main import open_database
from tests.footprint.office import Office
from tests.inventories.records import a_line, changed, got, made, published, refused_at, totals

Json = dict[str, Any]


@pytest.fixture(scope="module")
def database(office: Office) -> Iterator[Database]:
    made = open_database(office.settings)
    yield made
    made.dispose()


def line(key: str | None, gpc_ref: str = "I.1.1", **changes: Any) -> LineIn:
    return LineIn.model_validate({"line_key": key, "gpc_ref": gpc_ref, "amount_kg": 1000} | changes)


def stored(session: Session, inventory: Json) -> Inventory:
    found = session.get(Inventory, inventory["id"])
    assert found is not None
    return found


def applied(database: Database, inventory: Json, *lines: LineIn, is_complete: bool = False) -> Applied:
    with database.transaction() as session:
        return apply_lines(session, THE_SYSTEM, stored(session, inventory), lines, is_complete=is_complete)


def test_lines_are_new_changed_or_there_already(
    database: Database, coordinator: httpx.Client, inventory: Json
) -> None:
    first = [line("a"), line("b", "II.1.1", amount_kg=5), line("c", "V.2", amount_kg=-2)]
    assert applied(database, inventory, *first) == (3, 0, 0, 0)
    assert totals(coordinator, inventory)["basic_plus_kg"] == 1003
    before = coordinator.get(f"/inventories/{inventory['id']}")
    assert applied(database, inventory, *first) == (0, 0, 3, 0)
    after = coordinator.get(f"/inventories/{inventory['id']}")
    assert after.headers["ETag"] == before.headers["ETag"]
    assert applied(database, inventory, line("a", amount_kg=1), line("d")) == (1, 1, 0, 0)
    assert totals(coordinator, inventory)["basic_plus_kg"] == 1004


def test_a_complete_set_takes_what_is_not_in_it_out_of_the_inventory(
    database: Database, coordinator: httpx.Client, inventory: Json
) -> None:
    applied(database, inventory, line("a"), line("b"), line("c"))
    assert applied(database, inventory, line("a"), line("d"), is_complete=True) == (1, 0, 1, 2)
    assert totals(coordinator, inventory)["basic_kg"] == 2000
    items = got(coordinator, "/emissions", inventory=inventory["id"])["items"]
    assert sorted(one["line_key"] for one in items) == ["a", "d"]
    assert applied(database, inventory, line("b")) == (1, 0, 0, 0)
    assert totals(coordinator, inventory)["basic_kg"] == 3000


def test_one_wrong_line_keeps_all_of_them_out_and_is_named(
    database: Database, coordinator: httpx.Client, inventory: Json
) -> None:
    lines = [line("a"), line("b", "I.9.1"), line(None), line("a"), line("e", amount_kg=-1)]
    with pytest.raises(Invalid) as refusal:
        applied(database, inventory, *lines)
    assert [f"{one.pointer} {one.code}" for one in refusal.value.errors] == [
        "/lines/1/gpc_ref gpc_ref_unknown",
        "/lines/2/line_key key_needed",
        "/lines/3/line_key key_repeated",
        "/lines/4/amount_kg negative_amount",
    ]
    with pytest.raises(Invalid) as refusal:
        applied(database, inventory, line("a"), line("b", source_id="S999"))
    assert [one.pointer for one in refusal.value.errors] == ["/lines/1/source_id"]
    assert got(coordinator, f"/inventories/{inventory['id']}")["lines"] == 0


@pytest.mark.parametrize(
    "change",
    [
        {"gpc_ref": "I.9.1"},
        {"gpc_ref": None, "sector": "transport"},
        {"amount_kg": None},
        {"notation_key": "NO"},
        {"gas": "XX"},
        {"amount_kg": -1},
        {"amount_kg": None, "notation_key": "NE"},
        {"carrier": "diesel"},
        {"source_id": "S999"},
    ],
)
def test_what_a_single_line_cannot_be_many_lines_cannot_be_either(
    database: Database, coordinator: httpx.Client, inventory: Json, change: Json
) -> None:
    (place,) = refused_at(coordinator.post("/emissions", json=a_line(inventory, **change)))
    with pytest.raises(Invalid) as refusal:
        applied(database, inventory, line("a", **change))
    assert [f"{one.pointer} {one.code}" for one in refusal.value.errors] == [f"/lines/0{place}"]


def test_lines_of_a_file_and_of_people_add_up_alike(
    database: Database, coordinator: httpx.Client, inventory: Json
) -> None:
    split = {"CO2": 900, "CH4": 60}
    applied(
        database,
        inventory,
        line("a", amount_kg=1000, gas_split=split),
        line("b", gas="CH4", amount_kg=3),
        line("c", "I.1.2", amount_kg=None, notation_key="NO"),
    )
    as_one = got(coordinator, f"/inventories/{inventory['id']}")["totals"]
    items = got(coordinator, "/emissions", inventory=inventory["id"])["items"]
    for item in items:
        changed(coordinator, f"/emissions/{item['id']}", {"note": "looked at"})
    extra = made(coordinator, "/emissions", a_line(inventory, gas_split=split))
    assert totals(coordinator, inventory)["basic_kg"] == 1000 + 84 + 1000
    coordinator.delete(
        f"/emissions/{extra['id']}",
        headers={"If-Match": coordinator.get(f"/emissions/{extra['id']}").headers["ETag"]},
    )
    assert got(coordinator, f"/inventories/{inventory['id']}")["totals"] == as_one


def test_nothing_is_written_into_what_is_published(
    database: Database, coordinator: httpx.Client, inventory: Json
) -> None:
    applied(database, inventory, line("a"))
    published(coordinator, inventory)
    with pytest.raises(InventoryPublished):
        applied(database, inventory, line("b"))


def test_the_trail_says_that_lines_came_in(office: Office, database: Database, inventory: Json) -> None:
    applied(database, inventory, line("a"))
    found = got(office.person("auditor"), "/audit", record=inventory["id"], limit=100)["items"]
    assert "apply_lines" in {one["action"] for one in found}
