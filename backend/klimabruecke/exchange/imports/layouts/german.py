"""Series of German municipalities: sectors of BISKO or of a state's balances, mostly kt without saying so.

Total rows are check sums; targets and numbers of people among the emissions are left out. There are no GPC
references and none is made up: such an inventory keeps its own standard.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from klimabruecke.exchange.imports import cells
from klimabruecke.exchange.imports.container import Cell, Document, Sheet
from klimabruecke.exchange.imports.layouts.headings import HEADING_ROWS, plain
from klimabruecke.exchange.imports.layouts.hints import KG, Hints
from klimabruecke.exchange.imports.layouts.template import decimal_comma
from klimabruecke.exchange.imports.reading import (
    Keys,
    Place,
    Problem,
    Reading,
    ReadInventory,
    ReadLine,
    Standard,
)

SECTORS: Mapping[str, str] = {
    "private_haushalte": "private_households",
    "haushalte": "private_households",
    "gewerbe_handel_dienstleistung": "trade_commerce_services",
    "gewerbe_handel_dienstleistungen": "trade_commerce_services",
    "gewerbe_handel_und_dienstleistungen": "trade_commerce_services",
    "ghd": "trade_commerce_services",
    "ghd_sonstiges": "trade_commerce_services",
    "industrie": "industry",
    "verarbeitendes_gewerbe": "industry",
    "wirtschaft": "industry",
    "kommunale_einrichtungen": "municipal_facilities",
    "kommunale_verwaltung": "municipal_facilities",
    "verkehr": "transport",
    "mobilität": "transport",
    "strom": "electricity",
    "wärme": "heat",
}
_NOT_BISKO = {"electricity", "heat"}
_TOTALS = ("gesamt", "gesamtemissionen", "summe", "insgesamt", "gesamtsumme", "total")
_NOT_MEASURED = ("geplant", "zielwert", "ziel", "einwohner", "bevölkerung", "prognose", "szenario", "soll")
_PEOPLE = ("einwohner", "bevölkerung", "einwohnerzahl")
_UNIT = re.compile(
    r"(?:(?P<kt>\b(?:kt|tsd\.? ?t|1\.?000 ?t|tausend tonnen)\b)|(?P<t>\b(?:t|tonnen)\b))", re.IGNORECASE
)
_ROUNDING = 0.5
"""So far a number without decimals may be from what it was rounded from."""


@dataclass
class _Series:
    """The numbers of one year by sector, in the file's unit."""

    rows: list[tuple[Place, str, Cell]] = field(default_factory=list)
    total: tuple[Place, Cell] | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    place: Place
    year: int
    category: str
    cell: Cell


def is_german(document: Document) -> bool:
    return any(_layout(document.read(name)) is not None for name in document.sheet_names[:5])


def read(document: Document, hints: Hints) -> Reading:
    """An inventory for each year; of one year where the upload names it. No lines without a unit."""
    sheet, entries = next(
        (sheet, list(found))
        for name in document.sheet_names[:5]
        if (found := _layout(sheet := document.read(name))) is not None
    )
    kg = KG.get(hints.answers.unit or _unit(sheet) or "")
    german = decimal_comma([entry.cell for entry in entries], document)
    problems = [Problem("no_gpc_lines", "warn")]
    if kg is None:
        problems.append(Problem("unit_unknown", "quarantine"))
    series_by_year, people = _by_year(entries)
    inventories = []
    for year, series in sorted(series_by_year.items()):
        if hints.year in (None, year):
            lines, total = _lines(series, kg, german, problems)
            inventories.append(
                ReadInventory(
                    year=year,
                    standard=hints.answers.standard or _standard(sheet, entries),
                    lines=lines,
                    population=people.get(year),
                    stated_totals_kg={} if total is None else {"total": total},
                )
            )
    return Reading("german", inventories, problems)


def _layout(sheet: Sheet) -> Iterator[_Entry] | None:
    """The entries of a long table, of one with years across, or of one with sectors across."""
    for place, row in enumerate(sheet.rows[:HEADING_ROWS]):
        headings = [plain(cell) for cell in row]
        sectors = [number for number, one in enumerate(headings) if one in SECTORS or one in _TOTALS]
        years = [number for number, cell in enumerate(row) if re.fullmatch(r"\d{4}", cells.text(cell))]
        if len(sectors) >= 3:
            return _across(sheet, place, sectors)
        if len(years) >= 2 and _knows_sectors(sheet, place):
            return _down(sheet, place, years)
        if "year" in headings or "jahr" in headings:
            year = headings.index("year" if "year" in headings else "jahr")
            names = ("category", "sektor", "sector", "kategorie", "bereich")
            category = next((headings.index(name) for name in names if name in headings), None)
            if category is not None and _knows_sectors(sheet, place, category):
                return _long(sheet, place, headings, year, category)
    return None


def _knows_sectors(sheet: Sheet, place: int, column: int = 0) -> bool:
    named = {plain(cells.at(row, column)) for row in sheet.rows[place + 1 :]}
    return len({SECTORS[name] for name in named if name in SECTORS}) >= 2


def _long(sheet: Sheet, place: int, headings: Sequence[str], year: int, category: int) -> Iterator[_Entry]:
    kind = next((headings.index(name) for name in ("type", "art", "typ") if name in headings), None)
    taken = {year, category, kind}
    value = next(
        (number for number, one in enumerate(headings) if number not in taken and _names_value(one)), None
    )
    for number, row in enumerate(sheet.rows[place + 1 :], start=place + 2):
        found = cells.year(cells.at(row, year))
        said = plain(cells.at(row, kind))
        name = plain(cells.at(row, category))
        if found is None or value is None or (said in _NOT_MEASURED and name not in _PEOPLE):
            continue
        where = Place(sheet.name or None, number, cells.letter(value))
        yield _Entry(where, found, name, cells.at(row, value) or "")


def _names_value(heading: str) -> bool:
    return heading.startswith(("co2", "thg", "emission", "wert", "value", "tonnen", "kt", "t_co2", "menge"))


def _across(sheet: Sheet, place: int, sectors: Sequence[int]) -> Iterator[_Entry]:
    headings = [plain(cell) for cell in sheet.rows[place]]
    for number, row in enumerate(sheet.rows[place + 1 :], start=place + 2):
        year = cells.year(cells.at(row, 0))
        if year is None or any(plain(cell) in _NOT_MEASURED for cell in row):
            continue
        for column in sectors:
            where = Place(sheet.name or None, number, cells.letter(column))
            yield _Entry(where, year, headings[column], cells.at(row, column) or "")


def _down(sheet: Sheet, place: int, years: Sequence[int]) -> Iterator[_Entry]:
    for number, row in enumerate(sheet.rows[place + 1 :], start=place + 2):
        name = plain(cells.at(row, 0))
        for column in years:
            year = cells.year(sheet.rows[place][column])
            where = Place(sheet.name or None, number, cells.letter(column))
            if year is not None and name:
                yield _Entry(where, year, name, cells.at(row, column) or "")


def _by_year(entries: Sequence[_Entry]) -> tuple[dict[int, _Series], dict[int, int]]:
    series: dict[int, _Series] = defaultdict(_Series)
    people: dict[int, int] = {}
    for entry in entries:
        if entry.category in _PEOPLE:
            count = cells.whole(entry.cell)
            if count is not None:
                people[entry.year] = count
        elif entry.category in _TOTALS:
            series[entry.year].total = (entry.place, entry.cell)
        elif entry.category in SECTORS:
            series[entry.year].rows.append((entry.place, entry.category, entry.cell))
    return series, people


def _lines(
    series: _Series, kg: int | None, german: bool, problems: list[Problem]
) -> tuple[list[ReadLine], int | None]:
    lines: list[ReadLine] = []
    keys = Keys()
    for place, category, cell in series.rows:
        try:
            amount = cells.kilograms(cell, kg or 1, german=german)
        except ValueError:
            problems.append(Problem("not_a_number", "quarantine", place))
            continue
        if amount is not None and kg is not None:
            sector = SECTORS[category]
            lines.append(ReadLine(place, keys.next(sector), sector=sector, amount_kg=amount))
    if series.total is None:
        return lines, None
    try:
        stated = cells.kilograms(series.total[1], kg or 1, german=german)
    except ValueError:
        problems.append(Problem("not_a_number", "warn", series.total[0]))
        stated = None
    slack = round(_ROUNDING * (len(lines) + 1) * (kg or 0))
    sum_kg = sum(line.amount_kg or 0 for line in lines)
    if stated is not None and kg is not None and abs(stated - sum_kg) <= slack:
        return lines, sum_kg
    return lines, stated if kg is not None else None


def _unit(sheet: Sheet) -> str | None:
    """The unit the headings or the lines above them name."""
    for row in sheet.rows[:HEADING_ROWS]:
        if any(cells.year(cell) for cell in row[:1]):
            break
        for cell in row:
            found = _UNIT.search(cells.text(cell).replace("_", " "))
            if found is not None:
                return "kt" if found["kt"] else "t"
    return None


def _standard(sheet: Sheet, entries: Sequence[_Entry]) -> Standard:
    """Named in the file, else BISKO where its sectors are used."""
    said = " ".join(cells.text(cell).lower() for row in sheet.rows[:HEADING_ROWS] for cell in row)
    for named in ("quellenbilanz", "verursacherbilanz"):
        if named in said:
            return named
    used = {SECTORS[entry.category] for entry in entries if entry.category in SECTORS}
    return "other" if used & _NOT_BISKO else "bisko"
