"""A travel agency's table read: columns recognised, each line an item or a question. Nothing is guessed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from klimabruecke.footprint.travel_tables import values
from klimabruecke.footprint.travel_tables.choices import Entry
from klimabruecke.footprint.travel_tables.grid import Fields, Grid, Line, grid_of
from klimabruecke.footprint.travel_tables.headings import Field
from klimabruecke.footprint.travel_tables.joining import Told, joined
from klimabruecke.footprint.travel_tables.places import PlaceFinder
from klimabruecke.footprint.travel_tables.rows import RowReader


@dataclass(frozen=True, slots=True)
class TravelTable:
    """What was read. The days are those of all journeys and stays, None where one could not be read."""

    headings: tuple[str, ...]
    fields: Fields
    entries: tuple[Entry, ...]
    starts_on: date | None
    ends_on: date | None
    assumed: frozenset[str]


def travel_table(
    text: str,
    finder: PlaceFinder,
    *,
    most: int,
    travellers: int | None = None,
    fields: Fields | None = None,
) -> TravelTable:
    """Read a pasted table, up to one entry more than ``most``.

    ``fields`` name the columns where the caller knows better than the headings.
    """
    grid = grid_of(text, fields)
    reader = RowReader(finder, travellers)
    told: list[Told] = []
    days: list[date | None] = []
    for line in grid.lines:
        found = list(_entries(line, grid, reader))
        told += (Told(entry, _cell(line, grid, "name"), _cell(line, grid, "date")) for entry in found)
        if any("not_recognised" not in entry.questions for entry in found):
            days += _days(line, grid)
        if len(told) > most:
            break
    # A table that is too long is refused by its lines, before they become fewer.
    entries, became_one = (tuple(one.entry for one in told), False) if len(told) > most else joined(told)
    known = [] if None in days else [day for day in days if day is not None]
    return TravelTable(
        headings=grid.headings,
        fields=grid.fields,
        entries=entries,
        starts_on=min(known, default=None),
        ends_on=max(known, default=None),
        assumed=frozenset(reader.assumed | ({"joined"} if became_one else set())),
    )


def _entries(line: Line, grid: Grid, reader: RowReader) -> Iterator[Entry]:
    if line.cells is None:
        yield Entry(line.number, questions=("cells_do_not_fit",))
    else:
        cells = {name: cell for name, cell in zip(grid.fields, line.cells, strict=True) if name}
        yield from reader.entries(line.number, cells)


def _cell(line: Line, grid: Grid, field: Field) -> str:
    """What stands in the column of that meaning; empty where there is none."""
    cells = zip(grid.fields, line.cells or (), strict=False)
    return next((cell.strip() for name, cell in cells if name == field), "")


def _days(line: Line, grid: Grid) -> Iterator[date | None]:
    for name, cell in zip(grid.fields, line.cells or (), strict=False):
        if name in ("date", "until") and cell:
            yield values.day(cell)
