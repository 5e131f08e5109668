"""CIRIS workbooks: six sector sheets, in each a summary row for a reference and its details below.

Summary and details carry the same tonnes, so one of them counts: the details where there are any. The sheets
with results and exports are sums of these and are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from klimabruecke.exchange.imports import cells
from klimabruecke.exchange.imports.container import Cell, Document, Sheet
from klimabruecke.exchange.imports.layouts.gpc_lines import LineReader
from klimabruecke.exchange.imports.layouts.headings import plain
from klimabruecke.exchange.imports.layouts.hints import Hints
from klimabruecke.exchange.imports.reading import Problem, Reading, ReadInventory, ReadLine

_SECTOR = re.compile(r"(I|II|III|IV|V|VI)\s*-\s*(Stationary|Transport|Waste|IPPU|AFOLU|Other)", re.IGNORECASE)
_CITY = "City information"
_COLUMNS = {
    "reference": 1,
    "activity": 6,
    "activity_value": 13,
    "activity_unit": 14,
    "co2": 29,
    "ch4": 30,
    "n2o": 31,
    "amount": 32,
    "biogenic": 33,
    "key": 38,
    "note": 40,
    "source": 41,
    "explanation": 42,
}
_FIRST_FACT = 6
"""Before it stand reference, scope and name."""
SUM_TOLERANCE_KG = 10


def is_ciris(document: Document) -> bool:
    return sum(_SECTOR.match(name) is not None for name in document.sheet_names) >= 3


def read(document: Document, hints: Hints) -> Reading:
    """The lines of all sector sheets."""
    lines: list[ReadLine] = []
    problems: list[Problem] = []
    for name in document.sheet_names:
        if _SECTOR.match(name):
            reader = LineReader(name, _COLUMNS, answers=hints.answers)
            _read_sheet(document.read(name), reader)
            lines += reader.lines
            problems += reader.problems
    about = labelled(document.read(_CITY)) if _CITY in document.sheet_names else {}
    inventory = ReadInventory(
        year=cells.year(about.get("inventory_year")) or hints.year,
        standard="gpc",
        lines=lines,
        city_name=cells.text(about.get("name_of_city")) or None,
        population=cells.whole(about.get("resident_population")),
        gwp_set=cells.text(about.get("global_warming_potential"))[:20] or None,
        reporting_level=cells.text(about.get("gpc_reporting_level"))[:20] or None,
        boundary=cells.text(about.get("geographic_boundary"))[:400] or None,
    )
    return Reading("ciris", (inventory,), problems)


def labelled(sheet: Sheet) -> dict[str, Cell]:
    """A sheet of labels with their values beside them; columns B and C."""
    return {plain(row[1]): row[2] for row in sheet.rows if len(row) > 2 and plain(row[1]) and row[2] != ""}


@dataclass
class _Group:
    """The rows of one reference, by their numbers."""

    reference: str
    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)


def _groups(sheet: Sheet) -> Iterator[_Group]:
    group: _Group | None = None
    for number, row in enumerate(sheet.rows, start=1):
        found = cells.reference(cells.at(row, 1))
        if found is not None and (group is None or found != group.reference):
            if group is not None:
                yield group
            group = _Group(found)
        if group is None:
            continue
        says_something = any(cells.text(cell) for cell in row[_FIRST_FACT:])
        if says_something or (found is not None and not group.rows):
            group.rows.append((number, row))
    if group is not None:
        yield group


def _read_sheet(sheet: Sheet, reader: LineReader) -> None:
    for group in _groups(sheet):
        first, *details = group.rows
        if details and _is_summary(first, details, reader):
            for number, row in details:
                reader.read(number, row, group.reference)
        else:
            for number, row in group.rows:
                reader.read(number, row, group.reference)


def _is_summary(
    first: tuple[int, list[Cell]], details: list[tuple[int, list[Cell]]], reader: LineReader
) -> bool:
    """Whether the first row sums up the others. Where it stands for itself, its reference is repeated."""
    stated = _amount(first[1])
    parts = [amount for _, row in details if (amount := _amount(row)) is not None]
    if stated is None or not parts:
        return stated is None
    if abs(sum(parts) - stated) <= SUM_TOLERANCE_KG * len(parts):
        return True
    repeats = cells.reference(cells.at(details[0][1], 1)) is not None
    if repeats and cells.text(cells.at(first[1], _COLUMNS["activity"])):
        return False
    values = {"stated_t": stated / cells.KG_PER_T, "sum_t": sum(parts) / cells.KG_PER_T}
    reader.say("total_not_sum_of_parts", "quarantine", first[0], "amount", **values)
    return True


def _amount(row: list[Cell]) -> int | None:
    try:
        return cells.kilograms(cells.at(row, _COLUMNS["amount"]), cells.KG_PER_T)
    except ValueError:
        return None
