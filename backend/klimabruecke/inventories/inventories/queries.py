"""What can be asked of inventories."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, func, select
from sqlmodel import col

from klimabruecke.calc.inventory import coverage
from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing
from klimabruecke.core.records import no_such
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.inventories.schemas import (
    InventoryDetailOut,
    InventoryOut,
    ReportedTotalOut,
)
from klimabruecke.inventories.inventories.tables import SHOWN_TO_ALL, Inventory, ReportedTotal
from klimabruecke.inventories.refusals import refused
from klimabruecke.inventories.schemas import PUBLIC_STATUSES
from klimabruecke.reference.standards.queries import vocabulary

_INVENTORIES = select(*(getattr(Inventory, name) for name in InventoryOut.model_fields)).where(
    col(Inventory.deleted_at).is_(None)
)


def _listing(base: Any, **options: Any) -> Listing[InventoryOut]:
    return Listing(
        InventoryOut,
        base,
        resources=["inventory"],
        sorts={name: getattr(Inventory, name) for name in ("city_id", "year", "standard", "edition")},
        filters={
            "city": lambda city: col(Inventory.city_id) == city,
            "year": lambda year: col(Inventory.year) == year,
            "year_min": lambda year: col(Inventory.year) >= year,
            "year_max": lambda year: col(Inventory.year) <= year,
            "standard": lambda standard: col(Inventory.standard) == standard,
            "kind": lambda kind: col(Inventory.kind) == kind,
            "status": lambda status: col(Inventory.status) == status,
            "series": lambda series: col(Inventory.series_id) == series,
        },
        default_sort="city_id,-year",
        **options,
    )


PUBLISHED_INVENTORIES = _listing(_INVENTORIES.where(SHOWN_TO_ALL))
ALL_INVENTORIES = _listing(_INVENTORIES, cache=PRIVATE)
"""Drafts and withdrawn ones too, for people with a role."""


def inventory(connection: Connection, inventory_id: str, *, drafts: bool) -> InventoryDetailOut:
    """An inventory with what it answers. Raises NotFound, without ``drafts`` also for those."""
    row = connection.execute(_INVENTORIES.where(col(Inventory.id) == inventory_id)).one_or_none()
    if row is None or not (drafts or row.status in PUBLIC_STATUSES):
        raise no_such("inventory")
    lines, answered = _answered(connection, inventory_id)
    return InventoryDetailOut.model_validate(
        {
            **row._mapping,
            "lines": lines,
            "coverage": _coverage(connection, row, answered),
            "reported_totals": reported_totals(connection, inventory_id),
        }
    )


Answered: TypeAlias = dict[str | None, set[bool]]
"""By reference: whether there are lines with an amount (True) and with a key (False)."""


def _answered(connection: Connection, inventory_id: str) -> tuple[int, Answered]:
    has_amount = col(EmissionRecord.amount_kg).is_not(None).label("has_amount")
    rows = (
        select(col(EmissionRecord.gpc_ref), has_amount, func.count())
        .where(col(EmissionRecord.inventory_id) == inventory_id, col(EmissionRecord.deleted_at).is_(None))
        .group_by(col(EmissionRecord.gpc_ref), has_amount)
    )
    found: Answered = defaultdict(set)
    lines = 0
    for reference, valued, count in connection.execute(rows):
        found[reference].add(bool(valued))
        lines += count
    return lines, found


def _coverage(connection: Connection, row: Any, answered: Answered) -> dict[str, Any] | None:
    if row.reporting_level is None:
        return None
    found = coverage(
        vocabulary(connection).references.values(),
        row.reporting_level,
        {reference for reference, kinds in answered.items() if reference and True in kinds},
        {reference for reference, kinds in answered.items() if reference and False in kinds},
    )
    names = ("required", "valued", "keyed", "missing")
    return {name: list(getattr(found, name)) for name in names}


def reported_totals(connection: Connection, inventory_id: str) -> list[dict[str, Any]]:
    """The figures that were published without lines, the whole before its parts."""
    columns = [getattr(ReportedTotal, name) for name in ReportedTotalOut.model_fields]
    rows = (
        select(*columns)
        .where(col(ReportedTotal.inventory_id) == inventory_id, col(ReportedTotal.deleted_at).is_(None))
        .order_by(col(ReportedTotal.counts).desc(), col(ReportedTotal.id))
    )
    return [dict(row._mapping) for row in connection.execute(rows)]


Place: TypeAlias = tuple[str | None, str, str | None, str]


def differences(connection: Connection, before_id: str, after_id: str, *, drafts: bool) -> dict[str, Any]:
    """Where two inventories of a city differ, as ``InventoryDifferences``. Raises NotFound, Invalid."""
    before, after = (_head(connection, one, drafts=drafts) for one in (before_id, after_id))
    if before is None:
        raise no_such("inventory")
    if after is None:
        raise refused("/query/to", "unknown_inventory")
    if before.city_id != after.city_id:
        raise refused("/query/to", "other_city")
    sides = [_places(connection, one) for one in (before_id, after_id)]
    places = sorted(sides[0].keys() | sides[1].keys(), key=lambda place: tuple(part or "" for part in place))
    shown = [_difference(place, [side.get(place, ()) for side in sides]) for place in places]
    return {
        "from_id": before_id,
        "to_id": after_id,
        "before": before.totals["reported"],
        "after": after.totals["reported"],
        "items": [one for one in shown if _differs(one)],
        "next": None,
    }


def _head(connection: Connection, inventory_id: str, *, drafts: bool) -> Any:
    row = connection.execute(_INVENTORIES.where(col(Inventory.id) == inventory_id)).one_or_none()
    return row if row is not None and (drafts or row.status in PUBLIC_STATUSES) else None


def _places(connection: Connection, inventory_id: str) -> dict[Place, Sequence[Any]]:
    names = ("gpc_ref", "sector", "carrier", "gas", "notation_key")
    columns = [getattr(EmissionRecord, name) for name in names]
    sums = (func.sum(col(EmissionRecord.amount_kg)).label("amount_kg"), func.count().label("lines"))
    rows = (
        select(*columns, *sums)
        .where(col(EmissionRecord.inventory_id) == inventory_id, col(EmissionRecord.deleted_at).is_(None))
        .group_by(*columns)
        .order_by(*columns)
    )
    found: dict[Place, list[Any]] = defaultdict(list)
    for row in connection.execute(rows):
        found[tuple(row[:4])].append(row)
    return dict(found)


def _difference(place: Place, sides: Sequence[Sequence[Any]]) -> dict[str, Any]:
    before, after = (_sum(rows) for rows in sides)
    return {
        **dict(zip(("gpc_ref", "sector", "carrier", "gas"), place, strict=True)),
        "before_kg": before,
        "after_kg": after,
        "change_kg": after - before if before is not None and after is not None else None,
        **{
            f"{name}_lines": sum(row.lines for row in rows)
            for name, rows in zip(("before", "after"), sides, strict=True)
        },
        **{
            f"{name}_keys": sorted({row.notation_key for row in rows} - {None})
            for name, rows in zip(("before", "after"), sides, strict=True)
        },
    }


def _sum(rows: Sequence[Any]) -> int | None:
    amounts = [int(row.amount_kg) for row in rows if row.amount_kg is not None]
    return sum(amounts) if amounts else None


def _differs(one: dict[str, Any]) -> bool:
    return any(one[f"before_{name}"] != one[f"after_{name}"] for name in ("kg", "lines", "keys"))
