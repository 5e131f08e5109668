"""The way to each climate target: a straight line, held against the series that has its base year."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from klimabruecke.calc.inventory_pathway import line_kg, pathway
from klimabruecke.cities.queries import targets
from klimabruecke.inventories.series.queries import point, published

TABLES = ("inventory", "city_target", "city", "gwp_value")


def city_targets(connection: Connection, city_id: str | None) -> list[dict[str, Any]]:
    """In the shape of ``CityTargetOut``."""
    found = targets(connection, city_id)
    series = {target.city_id: _series(connection, target.city_id) for target in found}
    shown = []
    for target in found:
        way, why = _way(target, series[target.city_id])
        shown.append({**target._mapping, "pathway": way, "reason_if_null": why})
    return shown


def _series(connection: Connection, city_id: str) -> list[list[tuple[Any, dict[str, Any]]]]:
    """The lines of a city's community inventories that have totals, each the oldest first."""
    lines: dict[tuple[str, str, str], list[tuple[Any, dict[str, Any]]]] = {}
    for one in published(connection, city_id, "community"):
        figure = point(one, "basic", "reported")
        if figure["amount_kg"] is not None:
            lines.setdefault((one.series_id, one.standard, one.gases), []).append((one, figure))
    return list(lines.values())


def _way(target: Any, lines: Sequence[Any]) -> tuple[dict[str, Any] | None, str | None]:
    if target.target_year <= target.base_year:
        return None, "target_not_behind_base"
    if not lines:
        return None, "no_inventory"
    with_base = [line for line in lines if any(one.year == target.base_year for one, _ in line)]
    if not with_base:
        return None, "base_year_missing"
    line = max(with_base, key=lambda found: (found[-1][0].year, len(found)))
    inventory, base = next(entry for entry in line if entry[0].year == target.base_year)
    latest_inventory, latest = line[-1]
    start = (target.base_year, base["amount_kg"])
    way = pathway(
        start, target.target_year, target.reduction_pct, (latest_inventory.year, latest["amount_kg"])
    )
    end = (target.target_year, way.target_kg)
    years = range(target.base_year, target.target_year + 1)
    names = ("base_kg", "target_kg", "latest_year", "latest_kg", "on_path_kg", "gap_kg", "to_go_kg")
    return {
        **{name: getattr(way, name) for name in names},
        "series_id": inventory.series_id,
        "measure": base["measure"],
        "base_inventory_id": inventory.id,
        "latest_inventory_id": latest_inventory.id,
        "points": [{"year": year, "amount_kg": line_kg(start, end, year)} for year in years],
    }, None
