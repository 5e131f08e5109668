"""eCRF workbooks: the lines of the third sheet rule, the matrix of the second is a check sum."""

from collections.abc import Sequence

from klimabruecke.exchange.imports import cells
from klimabruecke.exchange.imports.container import Cell, Document, Sheet
from klimabruecke.exchange.imports.layouts.ciris import labelled
from klimabruecke.exchange.imports.layouts.gpc_lines import LineReader
from klimabruecke.exchange.imports.layouts.headings import columns, heading_row, plain
from klimabruecke.exchange.imports.layouts.hints import Hints
from klimabruecke.exchange.imports.reading import Problem, Reading, ReadInventory, Values

_ABOUT, _MATRIX = "eCRF_1", "eCRF_2"
_NEEDED = ("gpc_ref_no", "notation_key")
_GHGS = "ghgs_metric_tonnes_co2e"
_NAMES = {
    "year": ["inventory_year"],
    "reference": ["gpc_ref_no"],
    "key": ["notation_key"],
    "activity": ["fuel_type_or_activity"],
    "activity_value": ["activity_data_amount"],
    "activity_unit": ["activity_data_unit"],
    "explanation": ["activity_data_description_and_methodology"],
    "source": ["activity_data_source"],
    "quality_activity": ["activity_data_data_quality"],
    "quality_factor": ["emission_factor_data_quality"],
    "co2": [f"{_GHGS}_co2"],
    "ch4": [f"{_GHGS}_ch4"],
    "n2o": [f"{_GHGS}_n2o"],
    "amount": [f"{_GHGS}_total_co2e"],
    "biogenic": [f"{_GHGS}_biogenic_co2"],
}
"""Two headings end in "Total CO2e"; only the one of the GHGs is a mass."""
_SECTOR_WORDS = {"I": "stationary", "II": "transport", "III": "waste", "IV": "industrial", "V": "agricult"}


def is_ecrf(document: Document) -> bool:
    return _lines_sheet(document) is not None


def read(document: Document, hints: Hints) -> Reading:
    """The lines of the sheet that holds them; what the first sheet says of the city."""
    found = _lines_sheet(document)
    if found is None:
        raise ValueError("no eCRF")
    sheet, place = found
    names, first = _names(sheet.rows, place)
    reader = LineReader(sheet.name or None, columns(names, _NAMES), answers=hints.answers)
    years: list[int] = []
    for number, row in enumerate(sheet.rows[first:], start=first + 1):
        if any(cells.text(cell) for cell in row):
            reader.read(number, row)
            years += filter(None, [cells.year(reader.cell(row, "year"))])
    problems = list(reader.problems)
    about = labelled(document.read(_ABOUT)) if _ABOUT in document.sheet_names else {}
    year = cells.year(about.get("inventory_year")) or (years[0] if years else hints.year)
    if len(set(years)) > 1:
        problems.append(Problem("several_years", "quarantine", values={"years": sorted(set(years))}))
    inventory = ReadInventory(
        year=year,
        standard="gpc",
        lines=reader.lines,
        city_name=cells.text(about.get("name_of_city")) or None,
        population=_by_start(about, "resident_population"),
        gwp_set=cells.text(about.get("global_warming_potential"))[:20] or None,
        reporting_level=cells.text(about.get("gpc_reporting_level"))[:20] or None,
        boundary=cells.text(about.get("geographic_boundary"))[:400] or None,
        stated_totals_kg=_matrix(document) if _MATRIX in document.sheet_names else {},
    )
    return Reading("ecrf", (inventory,), problems)


def _lines_sheet(document: Document) -> tuple[Sheet, int] | None:
    names = [name for name in document.sheet_names if plain(name) in ("ecrf_3", "", "inventory")]
    for name in names or document.sheet_names[:3]:
        sheet = document.read(name)
        place = heading_row(sheet.rows, _NEEDED)
        if place is not None:
            return sheet, place
    return None


def _names(rows: Sequence[Sequence[Cell]], place: int) -> tuple[list[str], int]:
    """The headings and the place of the first line; merged headings stand in two rows."""
    upper = [cells.text(cell) for cell in rows[place]]
    lower = [cells.text(cell) for cell in rows[place + 1]] if place + 1 < len(rows) else []
    if sum(plain(one) in ("co2", "ch4", "n2o", "total_co2e") for one in lower) < 3:
        return upper, place + 1
    joined, group = [], ""
    for number in range(max(len(upper), len(lower))):
        group = cells.text(cells.at(upper, number)) or group
        below = cells.text(cells.at(lower, number))
        joined.append(f"{group} - {below}" if below else group)
    return joined, place + 2


def _by_start(about: dict[str, Cell], start: str) -> int | None:
    return next((cells.whole(value) for name, value in about.items() if name.startswith(start)), None)


def _matrix(document: Document) -> Values:
    """The sums of the sectors, over direct, indirect and outside the boundary (columns B, D and F)."""
    found: Values = {}
    for row in document.read(_MATRIX).rows:
        label = cells.text(cells.at(row, 0)).lower()
        sector = next((name for name, word in _SECTOR_WORDS.items() if word in label), None)
        if label.startswith("total") and sector is not None:
            parts = [_tonnes(cells.at(row, place)) for place in (1, 3, 5)]
            given = [part for part in parts if part is not None]
            if given:
                found[sector] = sum(given)
    return found


def _tonnes(cell: Cell | None) -> int | None:
    try:
        return cells.kilograms(cell, cells.KG_PER_T)
    except ValueError:
        return None
