"""CityCatalyst's CSV export: totals in t CO2e, gases in kg CO2e, already weighted.

Several lines of a reference add up. City and year stand in the file's name only.
"""

import re

from klimabruecke.exchange.imports import cells
from klimabruecke.exchange.imports.container import Document
from klimabruecke.exchange.imports.layouts.gpc_lines import LineReader
from klimabruecke.exchange.imports.layouts.headings import columns, heading_row
from klimabruecke.exchange.imports.layouts.hints import Hints
from klimabruecke.exchange.imports.reading import Reading, ReadInventory

_NEEDED = ("gpc_reference_number", "total_emissions", "total_emission_units")
_NAMES = {
    "reference": ["gpc_reference_number"],
    "key": ["notation_key"],
    "amount": ["total_emissions"],
    "unit": ["total_emission_units"],
    "activity": ["activity_type"],
    "activity_value": ["activity_value"],
    "activity_unit": ["activity_units"],
    "co2": ["co2_emissions"],
    "ch4": ["ch4_emissions"],
    "n2o": ["n2o_emissions"],
    "source": ["data_source_name"],
}
_FILE_NAME = re.compile(r"inventory-(?P<locode>[A-Z]{2}[ _-]?[A-Z0-9]{3})-(?P<year>\d{4})", re.IGNORECASE)
_UNITS = {"t co2e": cells.KG_PER_T, "tco2e": cells.KG_PER_T, "kg co2e": 1, "kt co2e": 1_000_000}


def is_citycatalyst(document: Document) -> bool:
    return heading_row(document.read(document.sheet_names[0]).rows, _NEEDED) is not None


def read(document: Document, hints: Hints) -> Reading:
    """All lines of the file."""
    sheet = document.read(document.sheet_names[0])
    place = heading_row(sheet.rows, _NEEDED) or 0
    reader = LineReader(
        sheet.name or None, columns(sheet.rows[place], _NAMES), kg_per_gas_unit=1, answers=hints.answers
    )
    for number, row in enumerate(sheet.rows[place + 1 :], start=place + 2):
        if not any(cells.text(cell) for cell in row):
            continue
        unit = cells.text(reader.cell(row, "unit")).lower()
        reader.kg_per_unit = _UNITS.get(unit, cells.KG_PER_T)
        if unit not in _UNITS and cells.text(reader.cell(row, "amount")):
            reader.say("unit_unknown", "quarantine", number, "unit")
        reader.read(number, row)
    named = _FILE_NAME.search(hints.file_name)
    inventory = ReadInventory(
        year=int(named["year"]) if named else hints.year,
        standard="gpc",
        lines=reader.lines,
        un_locode=re.sub(r"[ _-]", " ", named["locode"]).upper() if named else None,
    )
    return Reading("citycatalyst", (inventory,), reader.problems)
