"""Our own table, and any other whose columns people have named: a row for a line, headings on top.

Several sheets may have it (ours has one for each sector), several years too. Unknown headings are left alone.
"""

from collections.abc import Iterable, Sequence

from klimabruecke.exchange.imports import cells
from klimabruecke.exchange.imports.container import Cell, Document, Sheet
from klimabruecke.exchange.imports.layouts.gpc_lines import LineReader
from klimabruecke.exchange.imports.layouts.headings import HEADING_ROWS, columns, plain
from klimabruecke.exchange.imports.layouts.hints import KG, Answers, Hints
from klimabruecke.exchange.imports.layouts.own_lines import OwnLineReader
from klimabruecke.exchange.imports.reading import Problem, Reading, ReadInventory

LINE_KEY = "line_key"
_AMOUNTS = {
    "emissions_tco2e": "t",
    "emissions_t_co2e": "t",
    "emissions_t": "t",
    "total_tco2e": "t",
    "amount_kg": "kg",
    "emissions_kg": "kg",
    "emissions_kgco2e": "kg",
    "emissions_ktco2e": "kt",
    "emissions_kt": "kt",
}
_NAMES: dict[str, list[str]] = {
    "city": ["city", "city_name", "city_id"],
    "year": ["year", "inventory_year"],
    "population": ["population"],
    "reference": ["gpc_ref", "gpc_ref_no", "gpc_reference_number", "gpc_reference"],
    "amount": [*_AMOUNTS],
    "key": ["notation_key"],
    "row_key": ["row_key"],
    "ie_reference": ["ie_reference"],
    "explanation": ["explanation", "comment"],
    "activity": ["activity", "fuel_type_or_activity"],
    "activity_value": ["activity_value"],
    "activity_unit": ["activity_unit"],
    "co2": ["co2_kg"],
    "ch4": ["ch4_kg"],
    "n2o": ["n2o_kg"],
    "biogenic": ["biogenic_co2_kg"],
    "quality_activity": ["quality_activity"],
    "quality_factor": ["quality_factor"],
    "source": ["source", "source_id"],
    "note": ["note"],
}
FIELDS = frozenset(_NAMES)
"""What a mapping can name a heading for."""
_OWN: dict[str, list[str]] = {
    "row_key": [LINE_KEY],
    "source": ["source_note"],
    **{
        name: [name]
        for name in (
            *("gas", "gas_split", "included_in", "factor_value", "factor_unit", "emission_factor_id"),
            *("method", "source_id", "verification"),
        )
    },
}
"""What a table with line keys says besides: it is one of ours, and every field of its lines is read."""
_TOTALS = {
    "basic": "basic",
    "total_basic": "basic",
    "basic+": "basic_plus",
    "total_basic+": "basic_plus",
    "territorial": "territorial",
    "total_territorial": "territorial",
    "total": "total",
    "sum": "total",
}
"""Rows that state a sum, by what stands in the place of the reference."""


def is_template(document: Document, answers: Answers) -> bool:
    return any(_heading(document.read(name), answers) is not None for name in document.sheet_names[:10])


def read(document: Document, hints: Hints) -> Reading:
    """The lines of all sheets that have the headings, an inventory for each year."""
    inventories: dict[int | None, _Year] = {}
    problems: list[Problem] = []
    for name in document.sheet_names:
        sheet = document.read(name)
        place = _heading(sheet, hints.answers)
        if place is not None:
            _read_sheet(sheet, place, document, hints, inventories, problems)
    return Reading("template", [one.inventory() for one in inventories.values()], problems)


class _Year:
    """What belongs to one year; the first row that says anything of the city says it for all."""

    def __init__(self, year: int | None, reader: LineReader, row: Sequence[Cell]) -> None:
        self.year = year
        self.readers = [reader]
        self.city_name = cells.text(reader.cell(row, "city")) or None
        self.population = cells.whole(reader.cell(row, "population"))
        self.stated_totals_kg: dict[str, int] = {}

    def inventory(self) -> ReadInventory:
        return ReadInventory(
            year=self.year,
            standard="gpc",
            lines=[line for reader in self.readers for line in reader.lines],
            city_name=self.city_name,
            population=self.population,
            stated_totals_kg=self.stated_totals_kg,
        )


def _heading(sheet: Sheet, answers: Answers) -> int | None:
    for place, row in enumerate(sheet.rows[:HEADING_ROWS]):
        found = _columns(row, answers)
        if "reference" in found and ("amount" in found or "key" in found):
            return place
    return None


def _columns(row: Sequence[Cell], answers: Answers) -> dict[str, int]:
    named = {field: [plain(heading)] for field, heading in answers.columns.items() if field in _NAMES}
    return columns(row, {**_NAMES, **(_OWN if _is_own(row) else {}), **named})


def _is_own(row: Sequence[Cell]) -> bool:
    return LINE_KEY in map(plain, row)


def _read_sheet(
    sheet: Sheet,
    place: int,
    document: Document,
    hints: Hints,
    inventories: dict[int | None, _Year],
    problems: list[Problem],
) -> None:
    found = _columns(sheet.rows[place], hints.answers)
    rows = sheet.rows[place + 1 :]
    unit = hints.answers.unit or _AMOUNTS.get(plain(cells.at(sheet.rows[place], found.get("amount"))))
    numbers = ("amount", "activity_value", "factor_value", "co2", "ch4", "n2o", "biogenic")
    german = decimal_comma([cells.at(row, found.get(name)) for row in rows for name in numbers], document)
    readers: dict[int | None, LineReader] = {}
    said: list[Problem] = []
    for number, row in enumerate(rows, start=place + 2):
        if not any(cells.text(cell) for cell in row):
            continue
        year = cells.year(cells.at(row, found.get("year"))) or hints.year
        if year not in readers:
            readers[year] = _reader(
                sheet, place, found, KG[unit or "t"], german, hints, inventories.get(year)
            )
            readers[year].problems = said
            known = inventories.setdefault(year, _Year(year, readers[year], row))
            if readers[year] not in known.readers:
                known.readers.append(readers[year])
        total = _TOTALS.get(plain(readers[year].cell(row, "reference")))
        if total is None:
            readers[year].read(number, row)
        elif (stated := readers[year].amount_of(number, row)) is not None:
            inventories[year].stated_totals_kg[total] = stated
    if unit is None and "amount" in found:
        said.append(Problem("unit_unknown", "quarantine"))
    problems += said


def _reader(
    sheet: Sheet, place: int, found: dict[str, int], kg: int, german: bool, hints: Hints, known: _Year | None
) -> LineReader:
    kind = OwnLineReader if _is_own(sheet.rows[place]) else LineReader
    reader = kind(sheet.name or None, found, kg, 1, german, hints.answers)
    if known is not None:
        reader.keys = known.readers[0].keys
    return reader


def decimal_comma(given: Iterable[Cell | None], document: Document) -> bool:
    """Whether numbers are written the German way: one with a comma says so, else semicolons between cells."""
    said = [cells.text(cell) for cell in given if isinstance(cell, str) and cell]
    if any("," in number for number in said):
        return True
    return document.delimiter == ";" and not any(_is_plain(number) for number in said)


def _is_plain(number: str) -> bool:
    """A point with other than three digits behind it is no point between thousands."""
    _, point, digits = number.rpartition(".")
    return bool(point) and digits.isdigit() and len(digits) != 3
