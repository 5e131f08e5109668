"""A pasted table cut into lines and cells: by tab, semicolon, comma, or several spaces.

The heading is the line that names most columns; the separator is the one that finds them there.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from klimabruecke.footprint.travel_tables.headings import Field, fields_of

_SEPARATORS = ("\t", ";", ",")
_HEADING_LINES = 15
"""So many lines may stand above the heading: a title, an address, a booking number."""

_TOKEN = re.compile(r"\S+(?: \S+)*")
Fields: TypeAlias = tuple[Field | None, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the pasted text, counted from 1, with a cell for each column; None where they do not fit."""

    number: int
    cells: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns with what they were recognised as, and the lines below the heading."""

    headings: tuple[str, ...]
    fields: Fields
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line as one separator cuts it; ``starts`` are the places of the cells where spaces separate."""

    number: int
    cells: tuple[str, ...]
    starts: tuple[int, ...] = ()


def grid_of(text: str, named: Fields | None = None) -> Grid:
    """Cut the text. ``named`` are the fields of the columns, in order, where the caller knows better."""
    cuts = [list(_separated(text, separator)) for separator in _SEPARATORS]
    cuts.append(list(_spaced(text)))
    found = [_heading(lines) for lines in cuts]
    best = max(range(len(cuts)), key=lambda place: found[place][1])
    place, recognised = found[best]
    if recognised < 2:
        return _without_heading(cuts, named)
    heading = cuts[best][place]
    cells = tuple(cell or "-" for cell in heading.cells)
    below = [line for line in cuts[best][place + 1 :] if line.cells != heading.cells]
    lines = tuple(Line(line.number, _fitted(line, heading)) for line in below)
    return Grid(cells, _named(fields_of(heading.cells), named), lines)


def _without_heading(cuts: Sequence[Sequence[_Raw]], named: Fields | None) -> Grid:
    """No line names the columns: they are numbered, and only the caller can say what they are."""
    lines = max(cuts, key=lambda lines: sum(len(line.cells) > 1 for line in lines))
    width = max((len(line.cells) for line in lines), default=1)
    numbers = tuple(str(number) for number in range(1, width + 1))
    whole = tuple(Line(line.number, line.cells + ("",) * (width - len(line.cells))) for line in lines)
    return Grid(numbers, _named((None,) * width, named), whole)


def _named(fields: Fields, named: Fields | None) -> Fields:
    return fields if named is None else (*named, *fields[len(named) :])[: len(fields)]


def _separated(text: str, separator: str) -> Iterator[_Raw]:
    reader = csv.reader(text.splitlines(), delimiter=separator)
    number = 1
    for cells in reader:
        found = tuple(" ".join(cell.split()) for cell in cells)
        if any(found):
            yield _Raw(number, found)
        number = reader.line_num + 1


def _spaced(text: str) -> Iterator[_Raw]:
    for number, line in enumerate(text.splitlines(), start=1):
        tokens = list(_TOKEN.finditer(line.replace("\t", "  ")))
        if tokens:
            starts = tuple(token.start() for token in tokens)
            yield _Raw(number, tuple(token.group() for token in tokens), starts)


def _heading(lines: Sequence[_Raw]) -> tuple[int, int]:
    """Place of the line that names most columns, and how many it names."""
    named = [
        sum(field is not None for field in fields_of(line.cells)) if len(line.cells) > 1 else 0
        for line in lines[:_HEADING_LINES]
    ]
    most = max(named, default=0)
    return (named.index(most), most) if named else (0, 0)


def _fitted(line: _Raw, heading: _Raw) -> tuple[str, ...] | None:
    width = len(heading.cells)
    if line.starts and len(line.cells) != width:
        return _below(line, heading)
    if any(line.cells[width:]):
        return None
    return (line.cells + ("",) * width)[:width]


def _below(line: _Raw, heading: _Raw) -> tuple[str, ...] | None:
    """Cells between spaces stand below their heading; two below one fit nowhere."""
    found = [""] * len(heading.cells)
    for start, cell in zip(line.starts, line.cells, strict=True):
        nearest = min(range(len(found)), key=lambda place: abs(heading.starts[place] - start))
        if found[nearest]:
            return None
        found[nearest] = cell
    return tuple(found)
