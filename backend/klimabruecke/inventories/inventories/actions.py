"""Making and changing inventories; publishing, withdrawing and bringing them back."""

from datetime import date
from typing import Any

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from klimabruecke.audit import actions as audit
from klimabruecke.cities.queries import check_city
from klimabruecke.core.changes import bump, context, table_of
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import buried, bury, change, locked, no_such
from klimabruecke.core.validation import refused as refused_alike
from klimabruecke.inventories.deps import Principal, require_write
from klimabruecke.inventories.emissions.actions import OPEN
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.first.coverage import lacks_something
from klimabruecke.inventories.inventories.schemas import InventoryIn, InventoryPatch
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.refusals import InventoryNotReady, InventoryPublished, refused
from klimabruecke.inventories.totals.actions import rebuild, refresh, show
from klimabruecke.reference.queries import gwp_sets, unknown_sources

FINAL = ("published", "superseded", "withdrawn")
_DAYS_OF_A_YEAR = 366
_OWN = {"id", "version", "created_at", "updated_at", "deleted_at", "change_no"}
_NOT_COPIED = _OWN | {"edition", "status", "supersedes_id", "published_at", "withdrawal_reason", "is_partial"}


def create_inventory(
    session: Session, principal: Principal, asked: InventoryIn, *, demo: bool = False
) -> Inventory:
    """A draft without lines. Raises Forbidden, Invalid."""
    require_write(principal, asked.city_id)
    check_city(session, asked.city_id, "/city_id")
    values = asked.model_dump()
    values["period_start_on"] = asked.period_start_on or date(asked.year, 1, 1)
    values["period_end_on"] = asked.period_end_on or date(asked.year, 12, 31)
    values["series_id"] = asked.series_id or usual_series(asked.city_id, asked.standard, asked.kind)
    inventory = Inventory(id=new_id(), edition=1, demo=demo, **values)
    inventory.edition = _next_edition(session, inventory)
    _check(session, inventory)
    return _stored(session, inventory)


def usual_series(city_id: str, standard: str, kind: str) -> str:
    """The series a city's inventories by one standard belong to, unless they say otherwise."""
    parts = (city_id, standard.replace("_", "-"), *(["municipal"] if kind != "community" else []))
    return "-".join(parts)[:80]


def _stored(session: Session, inventory: Inventory) -> Inventory:
    session.add(inventory)
    session.flush()
    refresh(session, inventory)
    session.flush()
    return inventory


def update_inventory(session: Session, inventory: Inventory, patch: InventoryPatch) -> None:
    """Raises InventoryPublished, Invalid."""
    _require_open(inventory)
    given = patch.given()
    change(inventory, given)
    _check(session, inventory)
    if given.get("gases") == "co2" and _has_other_gases(session, inventory):
        raise refused("/gases", "gases_of_lines")
    session.flush()
    refresh(session, inventory)
    session.flush()


def delete_inventory(session: Session, inventory: Inventory) -> None:
    """A draft, with its lines out of sight. Raises InventoryPublished."""
    _require_open(inventory)
    bury(session, inventory)
    session.flush()


def publish_inventory(session: Session, inventory: Inventory) -> None:
    """For everybody to read; what was published for the same year and method is superseded.

    The caller has locked the inventory by ``locked_with_siblings``. Raises InventoryPublished,
    InventoryNotReady.
    """
    _require_open(inventory)
    if inventory.totals_from is None and not _has_lines(session, inventory):
        raise InventoryNotReady("nothing_reported")
    if inventory.source_id is None and inventory.source_note is None:
        raise InventoryNotReady("source_missing")
    if inventory.totals["reported"]["reasons"]:
        raise InventoryNotReady("totals_unknown")
    before = _published_sibling(session, inventory)
    if before is not None:
        change(before, {"status": "superseded"})
        audit.name(session, before, "supersede")
        session.flush()  # only one of them may be published at a time
        show(session, before)
    is_partial = lacks_something(session.connection(), inventory)
    now = context(session).clock()
    change(inventory, {"status": "published", "published_at": now, "is_partial": is_partial})
    audit.name(session, inventory, "publish")
    session.flush()
    show(session, inventory)


def withdraw_inventory(session: Session, inventory: Inventory, reason: str) -> None:
    """No longer shown; it stays, with the reason. Raises InventoryNotReady."""
    if inventory.status not in ("published", "superseded"):
        raise InventoryNotReady("not_published")
    change(inventory, {"status": "withdrawn", "withdrawal_reason": reason})
    audit.name(session, inventory, "withdraw")
    session.flush()
    show(session, inventory)


def restore_inventory(session: Session, principal: Principal, inventory_id: str) -> None:
    """What was withdrawn is published again, what was deleted is a draft again.

    Raises NotFound, Forbidden, InventoryNotReady, TooLateToRestore.
    """
    inventory = _any_locked(session, inventory_id)
    require_write(principal, inventory.city_id)
    if inventory.deleted_at is not None:
        inventory = buried(session, Inventory, inventory_id)
        audit.restore(session, inventory)
    elif inventory.status != "withdrawn":
        raise InventoryNotReady("not_gone")
    elif _published_sibling(session, inventory) is not None:
        raise InventoryNotReady("other_published")
    else:
        change(inventory, {"status": "published", "withdrawal_reason": None})
        audit.name(session, inventory, "restore")
    session.flush()
    show(session, inventory)


def revise_inventory(session: Session, inventory: Inventory) -> Inventory:
    """A new edition as a draft, with a copy of all lines. Raises InventoryNotReady."""
    if inventory.status not in FINAL:
        raise InventoryNotReady("not_final")
    values = {name: getattr(inventory, name) for name in Inventory.model_fields if name not in _NOT_COPIED}
    draft = Inventory(id=new_id(), edition=1, supersedes_id=inventory.id, **values)
    draft.edition = _next_edition(session, draft)
    session.add(draft)
    session.flush()
    _copy_lines(session, inventory, draft)
    rebuild(session, draft)
    session.flush()
    return draft


def _copy_lines(session: Session, inventory: Inventory, draft: Inventory) -> None:
    """Past the session: the trail names the new edition, not each of its lines."""
    table = table_of(EmissionRecord)
    living = (table.c.inventory_id == inventory.id, table.c.deleted_at.is_(None))
    now = context(session).clock()
    own = {"inventory_id": draft.id, "version": 1, "created_at": now, "updated_at": now, "change_no": 0}
    rows = session.connection().execute(table.select().where(*living)).mappings()
    copies = [{**row, **own, "id": new_id()} for row in rows]
    if copies:
        session.connection().execute(insert(table), copies)
        bump(session, [table.name])


def locked_with_siblings(session: Session, inventory_id: str) -> Inventory:
    """The living inventory, and before it all of the same city, year and method, in the order of their ids.

    So two who publish wait for each other in one order. Raises NotFound.
    """
    _any_locked(session, inventory_id)
    return locked(session, Inventory, inventory_id)


def _any_locked(session: Session, inventory_id: str) -> Inventory:
    one = session.exec(select(Inventory).where(Inventory.id == inventory_id)).one_or_none()
    if one is None:
        raise no_such("inventory")
    siblings = select(Inventory).where(*_of_the_same(one)).order_by(Inventory.id).with_for_update()
    session.exec(siblings.execution_options(populate_existing=True)).all()
    return one


def _of_the_same(inventory: Inventory) -> list[Any]:
    names = ("city_id", "year", "standard", "kind")
    return [getattr(Inventory, name) == getattr(inventory, name) for name in names]


def _published_sibling(session: Session, inventory: Inventory) -> Inventory | None:
    published = select(Inventory).where(
        *_of_the_same(inventory),
        Inventory.status == "published",
        col(Inventory.deleted_at).is_(None),
        Inventory.id != inventory.id,
    )
    return session.exec(published).one_or_none()


def _next_edition(session: Session, inventory: Inventory) -> int:
    latest = select(func.max(Inventory.edition)).where(*_of_the_same(inventory))
    return (session.exec(latest).one() or 0) + 1


def _has_lines(session: Session, inventory: Inventory) -> bool:
    living = select(EmissionRecord.id).where(
        EmissionRecord.inventory_id == inventory.id, col(EmissionRecord.deleted_at).is_(None)
    )
    return session.exec(living.limit(1)).first() is not None


def _has_other_gases(session: Session, inventory: Inventory) -> bool:
    other = select(EmissionRecord.id).where(
        EmissionRecord.inventory_id == inventory.id,
        col(EmissionRecord.deleted_at).is_(None),
        col(EmissionRecord.gas).not_in(("CO2", "CO2_biogenic")),
    )
    return session.exec(other.limit(1)).first() is not None


def _require_open(inventory: Inventory) -> None:
    if inventory.status not in OPEN:
        raise InventoryPublished


def _check(session: Session, inventory: Inventory) -> None:
    if inventory.standard == "gpc" and inventory.reporting_level is None:
        raise refused("/reporting_level", "level_missing")
    if inventory.standard != "gpc" and inventory.reporting_level is not None:
        raise refused("/reporting_level", "level_of_gpc")
    _check_period(inventory)
    if inventory.population is not None and not (
        inventory.population_basis_de or inventory.population_basis_en
    ):
        raise refused("/population_basis_de", "basis_missing")
    connection = session.connection()
    if inventory.gwp_set is not None and inventory.gwp_set not in gwp_sets(connection):
        raise refused("/gwp_set", "gwp_set_unknown")
    for name in ("source_id", "population_source_id"):
        named = getattr(inventory, name)
        if named is not None and unknown_sources(connection, {named}):
            raise refused(f"/{name}", "unknown_source")


def _check_period(inventory: Inventory) -> None:
    first, last = inventory.period_start_on, inventory.period_end_on
    if last < first:
        raise refused_alike("/period_end_on", "ends_before_start")
    if (last - first).days >= _DAYS_OF_A_YEAR:
        raise refused("/period_end_on", "period_too_long")
    if inventory.year not in (first.year, last.year):
        raise refused("/period_start_on", "period_of_other_year")
