"""Keeping the rollups: deltas inside the transaction of the write, and a recompute from nothing."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Executable, bindparam, delete, insert
from sqlmodel import Session

from klimabruecke.calc import inventory as calc
from klimabruecke.calc.gwp import GwpSet
from klimabruecke.calc.inventory import Amount, Cell, Cells
from klimabruecke.core.changes import bump, inserting, table_of
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.schemas import NOT_STATED, SETS
from klimabruecke.inventories.totals.cells import line_cells, reported_cells, stored_cells
from klimabruecke.inventories.totals.tables import EmissionRollup, PublishedTotal
from klimabruecke.reference.queries import gwp_sets

_ROLLUP = table_of(EmissionRollup)
_PUBLISHED = table_of(PublishedTotal)
_CELL = ("sector", "scope", "counts_in", "gas", "weighed")


def move(session: Session, inventory: Inventory, before: Cells, after: Cells) -> None:
    """Take out what a line added before, add what it adds now, and tell the inventory.

    The inventory is locked by the caller, so that its totals are written one after the other.
    """
    if inventory.totals_from != "lines":
        rebuild(session, inventory)
        return
    inventory.lines_written += 1
    deltas: Cells = {}
    calc.add(deltas, before, -1)
    calc.add(deltas, after)
    changed = {cell: delta for cell, delta in deltas.items() if any(delta)}
    if not changed:
        return
    _add(session, inventory, changed)
    if cells := stored_cells(session.connection(), inventory.id):
        _tell(session, inventory, cells)
    else:
        rebuild(session, inventory)


def _add(session: Session, inventory: Inventory, deltas: Mapping[Cell, Amount]) -> None:
    connection = session.connection()
    rows = [_row(inventory, cell, delta) for cell, delta in sorted(deltas.items())]
    connection.execute(_adding(connection.dialect.name), rows)
    if any(entries < 0 for _, entries in deltas.values()):
        connection.execute(_emptied(), {"this_inventory": inventory.id})
    bump(session, [_ROLLUP.name])


@cache
def _adding(dialect: str) -> Executable:
    adding = inserting(dialect)(_ROLLUP)
    sums = {name: _ROLLUP.c[name] + adding.excluded[name] for name in ("amount_kg", "entries")}
    keys = [column.name for column in _ROLLUP.primary_key]
    added: Executable = adding.on_conflict_do_update(index_elements=keys, set_=sums)
    return added


@cache
def _emptied() -> Executable:
    return delete(_ROLLUP).where(
        _ROLLUP.c.inventory_id == bindparam("this_inventory"), _ROLLUP.c.entries == 0
    )


def _row(inventory: Inventory, cell: Cell, amount: Amount) -> dict[str, Any]:
    named = {name: getattr(cell, name) for name in _CELL}
    place = {"city_id": inventory.city_id, "year": inventory.year, "inventory_id": inventory.id}
    return {**place, **named, "amount_kg": amount[0], "entries": amount[1]}


def rebuild(session: Session, inventory: Inventory) -> None:
    """Make the rollup of an inventory anew: the same rows as the deltas gave, to the byte.

    From its lines, or from what was reported without lines where it has none. The inventory is locked by the
    caller, or new.
    """
    connection = session.connection()
    inventory.lines_written += 1
    cells = line_cells(connection, inventory.id)
    inventory.totals_from = "lines" if cells else None
    if not cells and (cells := reported_cells(connection, inventory.id, inventory.gases)):
        inventory.totals_from = "reported"
    if cells != stored_cells(connection, inventory.id):
        connection.execute(delete(_ROLLUP).where(_ROLLUP.c.inventory_id == inventory.id))
        if cells:
            connection.execute(insert(_ROLLUP), [_row(inventory, *cell) for cell in sorted(cells.items())])
        bump(session, [_ROLLUP.name])
    _tell(session, inventory, cells)


def settle_totals(session: Session, inventory: Inventory) -> None:
    """Bring the rollups of an inventory in step with what is stored of it; nothing where they are."""
    connection = session.connection()
    cells = line_cells(connection, inventory.id)
    cells = cells or reported_cells(connection, inventory.id, inventory.gases)
    is_same = cells == stored_cells(connection, inventory.id)
    if is_same and inventory.totals == _documents(session, inventory, cells):
        return
    rebuild(session, inventory)
    session.flush()
    show(session, inventory)


def refresh(session: Session, inventory: Inventory) -> None:
    """Write the totals anew after a change of the inventory itself: its population, its potentials."""
    _tell(session, inventory, stored_cells(session.connection(), inventory.id))


def _tell(session: Session, inventory: Inventory, cells: Cells) -> None:
    inventory.totals = _documents(session, inventory, cells)


def _documents(session: Session, inventory: Inventory, cells: Cells) -> dict[str, Any]:
    """What the cells add up to, by every set of potentials."""
    sets = gwp_sets(session.connection())
    own = sets[inventory.gwp_set] if inventory.gwp_set else None
    found = {name: calc.totals(cells, own, sets[of] if of else None) for name, of in SETS.items()}
    return {name: _document(one, inventory.population) for name, one in found.items()}


def _document(totals: calc.Totals, population: int | None) -> dict[str, Any]:
    amounts = {f"{name}_kg": totals.amounts_kg[name] for name in calc.MEASURES}
    heads = {
        f"{name}_per_head_kg": calc.per_head_kg(totals.amounts_kg[name], population)
        for name in ("basic", "basic_plus", "territorial", "total")
    }
    return {**amounts, **heads, "reasons": list(totals.reasons)}


def show(session: Session, inventory: Inventory) -> None:
    """Keep the published totals of an inventory in step with whether it is published."""
    connection = session.connection()
    connection.execute(delete(_PUBLISHED).where(_PUBLISHED.c.inventory_id == inventory.id))
    bump(session, [_PUBLISHED.name])
    if inventory.status != "published" or inventory.deleted_at is not None:
        return
    own = gwp_sets(connection)[inventory.gwp_set] if inventory.gwp_set else None
    if rows := published_rows(inventory, stored_cells(connection, inventory.id), own):
        connection.execute(insert(_PUBLISHED), rows)


def published_rows(inventory: Inventory, cells: Cells, own: GwpSet | None) -> list[dict[str, Any]]:
    """The rows of a published inventory, one for each sector it has amounts in."""
    by_sector: dict[str, Cells] = {}
    for cell, amount in cells.items():
        by_sector.setdefault(cell.sector, {})[cell] = amount
    place = {name: getattr(inventory, name) for name in ("city_id", "year", "standard", "kind", "demo")}
    place |= {"inventory_id": inventory.id, "gwp_set": inventory.gwp_set or NOT_STATED}
    rows = []
    for sector, inside in sorted(by_sector.items()):
        amounts = calc.totals(inside, own).amounts_kg
        rows.append({**place, "sector": sector, **{f"{name}_kg": amounts[name] for name in calc.MEASURES}})
    return rows
