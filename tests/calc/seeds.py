"""The calculator's inputs, read from the seed files: no database stands between a test and a formula."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import airportsdata

import klimabruecke.footprint
import klimabruecke.reference
from klimabruecke.calc.catalogue import METHOD_IDS, method_of
from klimabruecke.calc.factors import Factor, FactorBook, FactorChoice, FactorTable, NonCo2, Scope
from klimabruecke.calc.footprint import Footprint, footprint
from klimabruecke.calc.geo import Place
from klimabruecke.calc.gwp import GwpSet
from klimabruecke.calc.items import Item, Request
from klimabruecke.calc.methods import Includes, Method, MethodData

REFERENCE = Path(klimabruecke.reference.__file__).parent / "data"
OWN = Path(klimabruecke.footprint.__file__).parent / "data"

TODAY = date(2025, 6, 1)
"""A day inside the 2025 sets."""


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    (path,) = folder.glob(f"{name}_20*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def book() -> FactorBook:
    return FactorBook(
        Factor(
            id=row["id"],
            value=Decimal(row["value"]),
            unit=row["unit"],
            source_id=row["source_id"],
            verification=row["verification"],
            scope=Scope(row["scope"]),
            non_co2=NonCo2(row["non_co2"]),
            gwp_set=row["gwp_set"],
            region_code=row["region_code"],
            valid_from=_day(row["valid_from_on"]),
            valid_to=_day(row["valid_to_on"]),
            uncertainty_pct=Decimal(row["uncertainty_pct"]),
            series=row["publisher_factor_id"] or None,
        )
        for row in rows(REFERENCE, "emission_factors")
    )


@cache
def gwp_sets() -> Mapping[str, GwpSet]:
    gases: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for row in rows(REFERENCE, "gwp_values"):
        gases[row["gwp_set_id"]][row["gas"]] = Decimal(row["value"])
    return {row["id"]: GwpSet(row["id"], 100, gases[row["id"]]) for row in rows(REFERENCE, "gwp_sets")}


@cache
def places() -> Mapping[str, Place]:
    airports = airportsdata.load("IATA")
    return {code: Place(code, each["lat"], each["lon"], each["country"]) for code, each in airports.items()}


def place(code: str) -> Place:
    return places()[code]


def _choices(method_id: str) -> Iterator[FactorChoice]:
    own = method_id == "klimabruecke-2026"
    for row in rows(OWN, "defaults" if own else "method_factors"):
        if own or row["method"] == method_id:
            key = (row["item_type"], row["variant"], row["country"])
            ids = tuple(row["factor_ids"].split("+"))
            yield FactorChoice(
                *key, ids, row["activity_unit"], is_proxy="proxy_factor" in row["warning_codes"]
            )


def _parameters(method_id: str) -> dict[str, Factor]:
    return {
        row["id"]: book().get(row["factor_id"]).undated()
        if row["factor_id"]
        else Factor(
            id=f"{method_id}:{row['id']}",
            value=Decimal(row["value"]),
            unit=row["unit"],
            source_id=row["source_id"],
            verification=row["verification"],
            uncertainty_pct=Decimal(row["uncertainty_pct"] or 0),
        )
        for row in rows(OWN, "method_parameters")
        if row["method"] == method_id
    }


@cache
def method(method_id: str = "klimabruecke-2026") -> Method:
    (row,) = (row for row in rows(OWN, "methods") if row["id"] == method_id)
    includes = Includes(
        **{name: row[f"includes_{name}"] == "true" for name in ("wtt", "non_co2", "detour", "construction")}
    )
    table = FactorTable(_choices(method_id))
    return method_of(MethodData(method_id, row["version"], includes, table, _parameters(method_id), book()))


def methods() -> tuple[Method, ...]:
    return tuple(method(method_id) for method_id in METHOD_IDS)


def compute(*items: Item, by: str = "klimabruecke-2026", on: date = TODAY) -> Footprint:
    return footprint(Request(on, items), method(by), places())
