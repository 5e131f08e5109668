"""Finding the row of headings and the columns below them, whatever their spelling."""

import re
from collections.abc import Collection, Mapping, Sequence

from klimabruecke.exchange.imports.cells import text
from klimabruecke.exchange.imports.container import Cell

HEADING_ROWS = 30
"""So many rows may stand above the headings."""


def plain(heading: Cell | None) -> str:
    """``GPC ref. no.`` and ``gpc_ref_no`` are the same heading."""
    return re.sub(r"[^a-z0-9äöüß+%]+", "_", text(heading).lower().replace("co₂", "co2")).strip("_")


def heading_row(rows: Sequence[Sequence[Cell]], needed: Collection[str]) -> int | None:
    """Place of the first row that holds all these headings, in their plain spelling."""
    for place, row in enumerate(rows[:HEADING_ROWS]):
        if set(needed) <= {plain(cell) for cell in row}:
            return place
    return None


def columns(row: Sequence[Cell], names: Mapping[str, Collection[str]]) -> dict[str, int]:
    """The place of each field whose heading is there; the first heading wins, the first column too."""
    found: dict[str, int] = {}
    headings = [plain(cell) for cell in row]
    for field, spellings in names.items():
        place = next((headings.index(one) for one in spellings if one in headings), None)
        if place is not None:
            found[field] = place
    return found
