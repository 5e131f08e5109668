"""Recording and changing single lines; files come in through ``inventories.actions``."""

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, col, select

from klimabruecke.audit import actions as audit
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import buried, bury, change, locked, no_such
from klimabruecke.inventories.deps import Principal, require_write
from klimabruecke.inventories.emissions.checks import Rules
from klimabruecke.inventories.emissions.schemas import EmissionIn, EmissionPatch
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.refusals import InventoryPublished, refused
from klimabruecke.inventories.totals.actions import move
from klimabruecke.inventories.totals.cells import cells_of
from klimabruecke.reference.queries import gwp_sets, unknown_factors, unknown_sources
from klimabruecke.reference.standards.queries import vocabulary

OPEN = ("draft", "review")


def open_inventory(session: Session, principal: Principal, inventory_id: str) -> Inventory:
    """The inventory, locked, that the caller may write. Raises NotFound, Forbidden, InventoryPublished."""
    inventory = locked(session, Inventory, inventory_id)
    require_write(principal, inventory.city_id)
    if inventory.status not in OPEN:
        raise InventoryPublished
    return inventory


def rules_of(session: Session, inventory: Inventory) -> Rules:
    """The rules for the lines of an inventory."""
    connection = session.connection()
    gases = {gas for gwp_set in gwp_sets(connection).values() for gas in gwp_set.gases}
    return Rules(inventory.standard, inventory.gases, vocabulary(connection), gases)


def create_line(
    session: Session, principal: Principal, asked: EmissionIn, *, demo: bool = False
) -> EmissionRecord:
    """Raises Invalid, Forbidden, InventoryPublished."""
    living = select(Inventory.id).where(
        Inventory.id == asked.inventory_id, col(Inventory.deleted_at).is_(None)
    )
    if session.exec(living).first() is None:
        raise refused("/inventory_id", "unknown_inventory")
    inventory = open_inventory(session, principal, asked.inventory_id)
    line_id = new_id()
    line = EmissionRecord(
        id=line_id,
        city_id=inventory.city_id,
        year=inventory.year,
        demo=demo or inventory.demo,
        **{**dict(asked), "line_key": asked.line_key or line_id},
    )
    if asked.line_key is not None and _taken(session, inventory, asked.line_key):
        raise refused("/line_key", "key_taken")
    _check(session, inventory, line)
    session.add(line)
    session.flush()
    move(session, inventory, {}, _cells(session, line))
    return line


def update_line(session: Session, principal: Principal, line: EmissionRecord, patch: EmissionPatch) -> None:
    """Raises Invalid, Forbidden, InventoryPublished."""
    inventory = open_inventory(session, principal, line.inventory_id)
    before = _cells(session, line)
    given = patch.given()
    if given.keys() & {"gpc_ref", "sector", "scope"} and inventory.standard == "gpc":
        # They follow from the reference: what is not sent follows it.
        change(line, {"sector": None, "scope": None})
    change(line, given)
    _check(session, inventory, line)
    session.flush()
    move(session, inventory, before, _cells(session, line))


def delete_line(session: Session, principal: Principal, line: EmissionRecord) -> None:
    """Raises Forbidden, InventoryPublished."""
    inventory = open_inventory(session, principal, line.inventory_id)
    before = _cells(session, line)
    bury(session, line)
    session.flush()
    move(session, inventory, before, {})


def restore_line(session: Session, principal: Principal, line_id: str) -> EmissionRecord:
    """Raises NotFound, Forbidden, InventoryPublished, NotDeleted, TooLateToRestore."""
    inventory = open_inventory(session, principal, _inventory_of(session, line_id))
    line = buried(session, EmissionRecord, line_id)
    audit.restore(session, line)
    session.flush()
    move(session, inventory, {}, _cells(session, line))
    return line


def locked_line(session: Session, line_id: str) -> EmissionRecord:
    """The line, its inventory locked before it: everybody takes them in that order. Raises NotFound."""
    locked(session, Inventory, _inventory_of(session, line_id))
    return locked(session, EmissionRecord, line_id)


def _inventory_of(session: Session, line_id: str) -> str:
    found = session.exec(
        select(EmissionRecord.inventory_id).where(EmissionRecord.id == line_id)
    ).one_or_none()
    if found is None:
        raise no_such("emission_record")
    return found


def _taken(session: Session, inventory: Inventory, line_key: str) -> bool:
    named = select(EmissionRecord.id).where(
        EmissionRecord.inventory_id == inventory.id, col(EmissionRecord.line_key) == line_key
    )
    return session.exec(named).first() is not None


def _cells(session: Session, line: EmissionRecord) -> Any:
    return cells_of(line, vocabulary(session.connection()).references)


def _check(session: Session, inventory: Inventory, line: EmissionRecord) -> None:
    rules = rules_of(session, inventory)
    if (fault := rules.fault(line)) is not None:
        raise refused(f"/{fault.field}", fault.code)
    check_named(session, [line], lambda _: "")
    change(line, rules.filled(line))


def check_named(session: Session, lines: Iterable[Any], place: Any) -> None:
    """Raises Invalid for a source or factor that does not exist, at ``place(index)`` of the lines."""
    lines = list(lines)
    connection = session.connection()
    for field, code, unknown in (
        ("source_id", "unknown_source", unknown_sources),
        ("emission_factor_id", "unknown_factor", unknown_factors),
    ):
        named = {value for line in lines if (value := getattr(line, field)) is not None}
        if missing := unknown(connection, named):
            index = next(place for place, line in enumerate(lines) if getattr(line, field) in missing)
            raise refused(f"{place(index)}/{field}", code)
