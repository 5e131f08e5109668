"""The database of C40: one wide sheet, a row for a city and a year, a column for a reference. A cell holds a
number or a key; totals stand behind, and credits are never netted.
"""

from collections.abc import Sequence

from klimabruecke.exchange.imports import cells
from klimabruecke.exchange.imports.container import Cell, Document, Sheet
from klimabruecke.exchange.imports.layouts.gpc_lines import LineReader
from klimabruecke.exchange.imports.layouts.headings import HEADING_ROWS, columns
from klimabruecke.exchange.imports.layouts.hints import Hints
from klimabruecke.exchange.imports.names import telling_words
from klimabruecke.exchange.imports.reading import Problem, Reading, ReadInventory

_ABOUT = {
    "city": ["city", "city_name", "name_of_city", "name"],
    "year": ["year", "inventory_year", "year_calendar", "accounting_year", "reporting_year"],
    "population": ["population", "resident_population", "city_population"],
    "boundary": ["boundary", "geographic_boundary"],
}
_TOTALS = {
    "basic": ["basic", "total_basic"],
    "basic_plus": ["basic+", "total_basic+"],
    "territorial": ["territorial"],
}


def is_c40(document: Document) -> bool:
    return any(_heading(document.read(name)) is not None for name in document.sheet_names[:5])


def read(document: Document, hints: Hints) -> Reading:
    """The row or rows of the city the upload is for, of its year where it names one."""
    sheet, place = next(
        (sheet, place)
        for name in document.sheet_names[:5]
        if (place := _heading(sheet := document.read(name))) is not None
    )
    headings = sheet.rows[place]
    about, totals = columns(headings, _ABOUT), columns(headings, _TOTALS)
    references = {number: found for number, one in enumerate(headings) if (found := cells.reference(one))}
    problems: list[Problem] = []
    inventories = []
    for number, row in _rows(sheet, place, about, hints):
        lines = LineReader(sheet.name or None, {}, answers=hints.answers)
        for column, reference in references.items():
            lines.columns = {"amount": column}
            if cells.text(cells.at(row, column)):
                lines.read(number, row, reference)
        problems += lines.problems
        inventories.append(
            ReadInventory(
                year=cells.year(cells.at(row, about.get("year"))),
                standard="gpc",
                lines=lines.lines,
                city_name=cells.text(cells.at(row, about.get("city"))) or None,
                population=cells.whole(cells.at(row, about.get("population"))),
                boundary=cells.text(cells.at(row, about.get("boundary")))[:400] or None,
                stated_totals_kg=_totals(row, totals),
            )
        )
    return Reading("c40", inventories, problems)


def _heading(sheet: Sheet) -> int | None:
    for place, row in enumerate(sheet.rows[:HEADING_ROWS]):
        if sum(cells.reference(cell) is not None for cell in row) >= 10:
            return place
    return None


def _rows(sheet: Sheet, place: int, about: dict[str, int], hints: Hints) -> list[tuple[int, list[Cell]]]:
    rows = [
        (number, row)
        for number, row in enumerate(sheet.rows[place + 1 :], start=place + 2)
        if any(cells.text(cell) for cell in row)
    ]
    ours = [one for one in rows if telling_words(_city(one[1], about)) & hints.city_words]
    chosen = ours or (rows if len(_cities(rows, about)) == 1 else [])
    of_year = [one for one in chosen if cells.year(cells.at(one[1], about.get("year"))) == hints.year]
    return of_year if hints.year is not None else chosen


def _cities(rows: Sequence[tuple[int, list[Cell]]], about: dict[str, int]) -> set[str]:
    return {_city(row, about) for _, row in rows}


def _city(row: list[Cell], about: dict[str, int]) -> str:
    return cells.text(cells.at(row, about.get("city")))


def _totals(row: list[Cell], places: dict[str, int]) -> dict[str, int]:
    found = {}
    for name, place in places.items():
        try:
            stated = cells.kilograms(cells.at(row, place), cells.KG_PER_T)
        except ValueError:
            continue
        if stated is not None:
            found[name] = stated
    return found
