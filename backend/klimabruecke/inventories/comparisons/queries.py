"""Cities side by side: which inventory of each is shown, and what keeps them apart."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, get_args

from sqlalchemy import Connection

from klimabruecke.calc import inventory as calc
from klimabruecke.calc.inventory_comparison import WEIGHTS, Side, grade, reasons
from klimabruecke.cities.queries import coordinates
from klimabruecke.core.validation import refused as refused_alike
from klimabruecke.inventories.comparisons.schemas import ComparedCityOut, ComparisonQuery
from klimabruecke.inventories.comparisons.texts import REASONS
from klimabruecke.inventories.refusals import refused
from klimabruecke.inventories.schemas import SETS, Standard
from klimabruecke.inventories.series.queries import answered_years, gaps, published, shown_measure
from klimabruecke.inventories.totals.cells import stored_cells
from klimabruecke.reference.queries import gwp_sets
from klimabruecke.reference.standards.queries import crosswalk

TABLES = ("inventory", "inventory_gap", "emission_rollup", "gwp_value", "standard_crosswalk", "city")
_STANDARDS: tuple[str, ...] = get_args(Standard)
_COPIED = (
    *("year", "standard", "reporting_level", "gases", "gwp_set", "period_start_on", "period_end_on"),
    *("boundary_de", "boundary_en", "population", "population_basis_de", "population_basis_en"),
    *("totals_from", "is_partial", "source_id", "verification"),
)


def comparison(connection: Connection, query: ComparisonQuery) -> dict[str, Any]:
    """In the shape of ``Comparison``. Raises Invalid for a ranking, and for cities not known here."""
    if query.sort is not None:
        raise refused("/query/sort", "ranking")
    city_ids = query.cities.split(",")
    if len(set(city_ids)) < len(city_ids):
        raise refused_alike("/query/cities", "city_repeated")
    if any(coordinates(connection, city_id) is None for city_id in city_ids):
        raise refused_alike("/query/cities", "unknown_city")
    candidates = [published(connection, city_id, query.kind) for city_id in city_ids]
    standard = _most_common([{one.standard for one in found} for found in candidates])
    chosen = [_chosen(found, standard, query) for found in candidates]
    sides = [_side(*pair, query) for pair in zip(city_ids, chosen, strict=True)]
    codes = reasons(sides, one_set=query.gwp != "reported")
    parts = zip(city_ids, chosen, candidates, strict=True)
    return {
        "comparability": {"grade": grade(codes), "reasons": [_reason(code) for code in codes]},
        "items": [_item(connection, *part, query) for part in parts],
        "crosswalk": crosswalk(connection, sorted({one.standard for one in chosen if one is not None})),
        "next": None,
    }


def _most_common(standards: Sequence[set[str]]) -> str | None:
    """The standard most of the cities have, where at least two have one."""
    counts = Counter(standard for found in standards for standard in found)
    shared = [standard for standard, count in counts.items() if count > 1]
    return max(shared, key=lambda one: (counts[one], -_STANDARDS.index(one)), default=None)


def _chosen(inventories: Sequence[Any], standard: str | None, query: ComparisonQuery) -> Any | None:
    """With a total, by the method of the others, and near the year that was asked for."""

    def distance(one: Any) -> tuple[Any, ...]:
        apart = -one.year if query.year is None else abs(one.year - query.year)
        is_unknown = _amount(one, query) is None
        return is_unknown, one.standard != standard, apart, _STANDARDS.index(one.standard)

    return min(inventories, key=distance, default=None)


def _amount(inventory: Any, query: ComparisonQuery) -> int | None:
    found: int | None = inventory.totals[query.gwp][f"{shown_measure(inventory, query.measure)}_kg"]
    return found


def _side(city_id: str, inventory: Any | None, query: ComparisonQuery) -> Side:
    if inventory is None:
        return Side(city_id)
    first, last = inventory.period_start_on, inventory.period_end_on
    return Side(
        city_id,
        year=inventory.year,
        standard=inventory.standard,
        measure=shown_measure(inventory, query.measure),
        gases=inventory.gases,
        gwp_set=inventory.gwp_set,
        calendar_year=(first.month, first.day, last.month, last.day) == (1, 1, 12, 31),
        from_lines=inventory.totals_from == "lines",
        total_known=_amount(inventory, query) is not None,
        total_partial=bool(inventory.is_partial),
        population_basis=inventory.population_basis_en or inventory.population_basis_de,
        population_known=inventory.population is not None,
        verified=inventory.verification == "verified",
    )


def _reason(code: str) -> dict[str, str]:
    words = REASONS[code]
    return {"code": code, "weight": WEIGHTS[code], "text_de": words.de, "text_en": words.en}


def _item(
    connection: Connection,
    city_id: str,
    inventory: Any | None,
    all_of_it: Sequence[Any],
    query: ComparisonQuery,
) -> dict[str, Any]:
    empty = dict.fromkeys(ComparedCityOut.model_fields)
    if inventory is None:
        why = gaps(connection, city_id, answered_years(all_of_it))
        return {**empty, "city_id": city_id, "sectors": [], "gaps": why}
    measure = shown_measure(inventory, query.measure)
    return {
        **empty,
        **{name: getattr(inventory, name) for name in _COPIED},
        "city_id": city_id,
        "inventory_id": inventory.id,
        "measure": measure,
        "amount_kg": _amount(inventory, query),
        "per_head_kg": inventory.totals[query.gwp][f"{measure}_per_head_kg"],
        "sectors": _sectors(connection, inventory, measure, query),
        "gaps": [],
    }


def _sectors(
    connection: Connection, inventory: Any, measure: Any, query: ComparisonQuery
) -> list[dict[str, Any]]:
    """By sector, where there are lines to tell them from."""
    if inventory.totals_from != "lines":
        return []
    sets = gwp_sets(connection)
    named = SETS[query.gwp]
    by_sector: dict[str, calc.Cells] = {}
    for cell, amount in stored_cells(connection, inventory.id).items():
        by_sector.setdefault(cell.sector, {})[cell] = amount
    return [
        {
            "sector": sector,
            "amount_kg": calc.totals(
                cells, sets.get(inventory.gwp_set), sets[named] if named else None
            ).amounts_kg[measure],
        }
        for sector, cells in sorted(by_sector.items())
    ]
