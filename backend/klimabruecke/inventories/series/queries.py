"""A city's published figures as lines that are broken where the method is."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.calc.inventory_series import Point, breaks
from klimabruecke.cities.queries import coordinates
from klimabruecke.core.language import Bilingual
from klimabruecke.core.validation import refused
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.series.schemas import SeriesQuery
from klimabruecke.inventories.series.tables import InventoryGap

STANDARD_NAMES: Mapping[str, Bilingual] = {
    "gpc": Bilingual("GPC", "GPC"),
    "bisko": Bilingual("BISKO", "BISKO"),
    "quellenbilanz": Bilingual("Quellenbilanz", "source balance (Quellenbilanz)"),
    "verursacherbilanz": Bilingual("Verursacherbilanz", "end-user balance (Verursacherbilanz)"),
    "iclei": Bilingual("ICLEI-Protokoll", "ICLEI protocol"),
    "cdp_reported": Bilingual("Angabe gegenüber CDP", "answer to CDP"),
    "other": Bilingual("eigene Methode", "a method of its own"),
}
OTHER_METHOD = Bilingual(
    "Die Methode wechselt ({before} auf {after}); die Zahlen sind nicht vergleichbar.",
    "The method changes ({before} to {after}); the figures cannot be compared.",
)
OTHER_SERIES = Bilingual(
    "Die Stadt führt die Zahlen als eigene Reihe: Grenze oder Umfang sind nicht die von vorher.",
    "The city keeps these figures as a series of their own: boundary or coverage are not those of before.",
)
NOT_YET = Bilingual(
    "Für diese Stadt ist noch kein Inventar veröffentlicht.",
    "No inventory of this city has been published yet.",
)
TABLES = ("inventory", "inventory_gap", "gwp_value", "city")


def shown_measure(inventory: Any, measure: str) -> str:
    """Which total is shown of an inventory: that asked for, or the one its standard has."""
    return measure if inventory.standard == "gpc" else "total"


def published(connection: Connection, city_id: str, kind: str) -> Sequence[Any]:
    """What is published of a city and kind, the oldest first."""
    table = Inventory.__table__  # type: ignore[attr-defined]
    rows = select(table).where(
        table.c.city_id == city_id,
        table.c.kind == kind,
        table.c.status == "published",
        table.c.deleted_at.is_(None),
    )
    return connection.execute(rows.order_by(table.c.year, table.c.series_id, table.c.id)).all()


def city_series(connection: Connection, query: SeriesQuery) -> dict[str, Any]:
    """In the shape of ``CitySeries``. Raises Invalid for a city that is not known."""
    if coordinates(connection, query.city) is None:
        raise refused("/query/city", "unknown_city")
    inventories = published(connection, query.city, query.kind)
    lines: dict[tuple[str, str, str], list[Any]] = {}
    for one in inventories:
        lines.setdefault((one.series_id, one.standard, one.gases), []).append(one)
    return {
        "city_id": query.city,
        "items": [
            {
                "series_id": series_id,
                "standard": standard,
                "gases": gases,
                "points": [point(one, query.measure, query.gwp) for one in found],
            }
            for (series_id, standard, gases), found in lines.items()
        ],
        "breaks": _breaks(inventories, query),
        "gaps": gaps(connection, query.city, answered_years(inventories)),
        "next": None,
    }


def point(inventory: Any, measure: str, gwp: str) -> dict[str, Any]:
    """The figure of an inventory, in the shape of ``PointOut``."""
    shown = shown_measure(inventory, measure)
    totals = inventory.totals[gwp]
    names = ("year", "population", "population_basis_de", "population_basis_en", "totals_from", "is_partial")
    return {
        **{name: getattr(inventory, name) for name in (*names, "source_id", "source_note", "verification")},
        "inventory_id": inventory.id,
        "measure": shown,
        "amount_kg": totals[f"{shown}_kg"],
        "per_head_kg": totals[f"{shown}_per_head_kg"],
        "reasons": totals["reasons"],
    }


def _breaks(inventories: Sequence[Any], query: SeriesQuery) -> list[dict[str, Any]]:
    """Only between figures that are there: one that cannot be said breaks nothing."""
    known = {}
    for one in inventories:
        if one.totals[query.gwp][f"{shown_measure(one, query.measure)}_kg"] is not None:
            known[Point(_line(one), one.year, bool(one.break_reason_de or one.break_reason_en))] = one
    return [_break(known[found.before], known[found.after]) for found in breaks(known)]


def _line(inventory: Any) -> str:
    return f"{inventory.series_id} {inventory.standard} {inventory.gases}"


def _break(before: Any, after: Any) -> dict[str, Any]:
    given_de, given_en = after.break_reason_de, after.break_reason_en
    usual = _usual_reason(before, after)
    reason = Bilingual(given_de or given_en or usual.de, given_en or given_de or usual.en)
    return {
        "after_year": before.year,
        "year": after.year,
        "from_series_id": before.series_id,
        "to_series_id": after.series_id,
        "reason_de": reason.de,
        "reason_en": reason.en,
    }


def _usual_reason(before: Any, after: Any) -> Bilingual:
    if before.standard == after.standard:
        return OTHER_SERIES
    named = [STANDARD_NAMES[one.standard] for one in (before, after)]
    return Bilingual(
        OTHER_METHOD.de.format(before=named[0].de, after=named[1].de),
        OTHER_METHOD.en.format(before=named[0].en, after=named[1].en),
    )


def gaps(connection: Connection, city_id: str, years: set[int]) -> list[dict[str, Any]]:
    """Why there is no inventory; a gap that an inventory has filled is none any more."""
    names = ("first_year", "last_year", "text_de", "text_en", "source_id")
    rows = connection.execute(
        select(*(getattr(InventoryGap, name) for name in names))
        .where(col(InventoryGap.city_id) == city_id, col(InventoryGap.deleted_at).is_(None))
        .order_by(col(InventoryGap.first_year), col(InventoryGap.id))
    )
    found = [dict(row._mapping) for row in rows if not _is_filled(row, years)]
    if not found and not years:
        nothing = {"text_de": NOT_YET.de, "text_en": NOT_YET.en}
        return [{"first_year": None, "last_year": None, **nothing, "source_id": None}]
    return found


def answered_years(inventories: Sequence[Any]) -> set[int]:
    """The years that have a total."""
    return {one.year for one in inventories if one.totals_from is not None}


def _is_filled(gap: Any, years: set[int]) -> bool:
    if gap.first_year is None:
        return bool(years)
    return set(range(gap.first_year, gap.last_year + 1)) <= years
