"""The methods with their data, and the places a request may name; both kept in memory.

Descriptions, choices of factors and parameters are dated seed files of this package, the factors themselves
come from the reference data. A footprint costs some 0.1 ms, asking the database as much again: so it is
asked at most once a second whether something changed.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from klimabruecke.calc.catalogue import METHOD_IDS, OWN_METHOD, method_of
from klimabruecke.calc.factors import Factor, FactorBook, FactorChoice, FactorTable
from klimabruecke.calc.geo import Place
from klimabruecke.calc.methods import Includes, Method, MethodData
from klimabruecke.cities import queries as cities
from klimabruecke.core.db import Database
from klimabruecke.core.language import Bilingual
from klimabruecke.core.seeding import read_rows
from klimabruecke.footprint.answers import FootprintMethodOut
from klimabruecke.reference import queries as reference

DATA = Path(__file__).parent / "data"
FRESH_SECONDS = 1.0
_INCLUDES = ("wtt", "non_co2", "detour", "construction")


@dataclass(frozen=True)
class Catalogue:
    """Everything a footprint is computed with."""

    book: FactorBook
    methods: Mapping[str, Method]
    descriptions: tuple[FootprintMethodOut, ...]


class Places:
    """Airports from memory, cities from the database; `known` is what was found already."""

    def __init__(self, database: Database, known: dict[str, Place]) -> None:
        self._database = database
        self._known = known

    def get(self, code: str, /) -> Place | None:
        """The city of this id, or the airport of this IATA code in capitals or not."""
        place = self._known.get(code)
        if place is None:
            place = airport_place(code) or self._city(code)
            if place is not None:
                self._known[code] = place
        return place

    def _city(self, code: str) -> Place | None:
        with self._database.reading() as connection:
            found = cities.coordinates(connection, code)
        return None if found is None else Place(code, *found)


def place_names(connection: Connection, code: str) -> Bilingual:
    """What people call a place of an item: the city of an airport, or a city; else its code."""
    airport = reference.airport(code) if len(code) == 3 else None
    if airport is not None:
        name = airport.city or airport.name
        return Bilingual(airport.city_de or name, name)
    return cities.city_names(connection, [code]).get(code, Bilingual(code, code))


def airport_place(code: str) -> Place | None:
    """The airport of an IATA code, in capitals or not; None where there is none."""
    airport = reference.airport(code) if len(code) == 3 else None
    if airport is None:
        return None
    return Place(airport.iata, airport.latitude_deg, airport.longitude_deg, airport.country)


@dataclass
class _Kept:
    catalogue: Catalogue
    places: dict[str, Place] = field(default_factory=dict)
    checked_at: float = 0


_kept: WeakKeyDictionary[Database, _Kept] = WeakKeyDictionary()


def catalogue(database: Database) -> Catalogue:
    return _current(database).catalogue


def places(database: Database) -> Places:
    return Places(database, _current(database).places)


def _current(database: Database) -> _Kept:
    kept = _kept.get(database)
    if kept is not None and time.monotonic() - kept.checked_at < FRESH_SECONDS:
        return kept
    with database.reading() as connection:
        book = reference.factor_book(connection)
    if kept is None or kept.catalogue.book is not book:
        kept = _kept[database] = _Kept(_catalogue(book))
    kept.places.clear()
    kept.checked_at = time.monotonic()
    return kept


def _catalogue(book: FactorBook) -> Catalogue:
    methods = methods_with(book)
    return Catalogue(book, methods, tuple(_description(method) for method in methods.values()))


def methods_with(book: FactorBook) -> Mapping[str, Method]:
    """All methods with these factors."""
    return {method_id: method_of(_method_data(method_id, book)) for method_id in METHOD_IDS}


def _method_data(method_id: str, book: FactorBook) -> MethodData:
    row = _method_rows()[method_id]
    includes = Includes(**{name: row[f"includes_{name}"] == "true" for name in _INCLUDES})
    table = FactorTable(_choice(row) for row in _choice_rows(method_id))
    parameters = {row["id"]: _parameter(row, book) for row in _parameter_rows(method_id)}
    return MethodData(method_id, row["version"], includes, table, parameters, book)


def _choice(row: Mapping[str, str]) -> FactorChoice:
    return FactorChoice(
        item_type=row["item_type"],
        variant=row["variant"],
        country=row["country"],
        factor_ids=tuple(row["factor_ids"].split("+")),
        activity_unit=row["activity_unit"],
        is_proxy="proxy_factor" in row["warning_codes"],
    )


def _parameter(row: Mapping[str, str], book: FactorBook) -> Factor:
    """An emission factor the method is fitted with, or a number of its own."""
    if row["factor_id"]:
        return book.get(row["factor_id"]).undated()
    return Factor(
        id=f"{row['method']}:{row['id']}",
        value=Decimal(row["value"]),
        unit=row["unit"],
        source_id=row["source_id"],
        verification=row["verification"],
        uncertainty_pct=Decimal(row["uncertainty_pct"] or 0),
    )


def _description(method: Method) -> FootprintMethodOut:
    row = _method_rows()[method.id]
    parameters = [
        {
            "id": each["id"],
            "name_de": each["name_de"],
            "name_en": each["name_en"],
            "value": float(method.data.parameters[each["id"]].value),
            "unit": method.data.parameters[each["id"]].unit,
            "factor_id": each["factor_id"] or None,
            "source_id": method.data.parameters[each["id"]].source_id,
            "verification": method.data.parameters[each["id"]].verification,
            "applies_to": each["applies_to"] or None,
        }
        for each in _parameter_rows(method.id)
    ]
    names = ("id", "version", "title_de", "title_en", "summary_de", "summary_en", "formula", "source_id")
    return FootprintMethodOut.model_validate(
        {name: row[name] for name in names}
        | {"own": row["own"] == "true", "includes": method.data.includes, "parameters": parameters}
    )


def why(method_id: str) -> Bilingual:
    """What makes a method's figure higher or lower than others."""
    row = _method_rows()[method_id]
    return Bilingual(row["why_de"], row["why_en"])


def choice_note(method_id: str, item_type: str, variant: str, country: str) -> Bilingual:
    """What to know about a method's choice of factor, such as what stands in for a missing one."""
    return _notes(method_id)[(item_type, variant, country)]


@cache
def _notes(method_id: str) -> Mapping[tuple[str, str, str], Bilingual]:
    return {
        (row["item_type"], row["variant"], row["country"]): Bilingual(row["note_de"], row["note_en"])
        for row in _choice_rows(method_id)
    }


@cache
def _method_rows() -> Mapping[str, Mapping[str, str]]:
    return {row["id"]: row for row in read_rows(DATA / "methods_2026-11-23.csv")}


def _choice_rows(method_id: str) -> Iterator[Mapping[str, str]]:
    if method_id == OWN_METHOD:
        yield from read_rows(DATA / "defaults_2026-11-23.csv")
        return
    rows = read_rows(DATA / "method_factors_2026-11-23.csv")
    yield from (row for row in rows if row["method"] == method_id)


def _parameter_rows(method_id: str) -> Iterator[Mapping[str, str]]:
    rows = read_rows(DATA / "method_parameters_2026-11-23.csv")
    yield from (row for row in rows if row["method"] == method_id)
