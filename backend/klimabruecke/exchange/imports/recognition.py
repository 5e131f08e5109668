"""Which layout a file has, by what is in it; its name says nothing about that."""

from collections.abc import Callable

from klimabruecke.exchange.imports.cells import text
from klimabruecke.exchange.imports.container import Document
from klimabruecke.exchange.imports.layouts import c40, ciris, citycatalyst, ecrf, german, template
from klimabruecke.exchange.imports.layouts.headings import HEADING_ROWS
from klimabruecke.exchange.imports.layouts.hints import Hints
from klimabruecke.exchange.imports.reading import Problem, Reading

MOST_HEADINGS, LONGEST_HEADING = 100, 200
_LAYOUTS: tuple[tuple[Callable[[Document], bool], Callable[[Document, Hints], Reading]], ...] = (
    (ciris.is_ciris, ciris.read),
    (citycatalyst.is_citycatalyst, citycatalyst.read),
    (ecrf.is_ecrf, ecrf.read),
)
"""What no other could be taken for, first."""
_LOOSER = ((c40.is_c40, c40.read), (german.is_german, german.read))


def read(document: Document, hints: Hints) -> Reading:
    """What the file says; a question where nobody knows its layout."""
    if not any(document.read(name).rows for name in document.sheet_names):
        return Reading("unknown", (), [Problem("nothing_in_it", "refuse")])
    for is_it, read_it in _LAYOUTS:
        if is_it(document):
            return read_it(document, hints)
    if template.is_template(document, hints.answers):
        return template.read(document, hints)
    for is_it, read_it in _LOOSER:
        if is_it(document):
            return read_it(document, hints)
    asked = {"headings": _headings(document)}
    return Reading("unknown", (), [Problem("layout_unknown", "question", values=asked)])


def _headings(document: Document) -> list[str]:
    """What stands in the fullest of the first rows that hold words, for people to say what is what."""
    rows = [row for name in document.sheet_names for row in document.read(name).rows[:HEADING_ROWS]]
    words = [[text(cell) for cell in row if isinstance(cell, str) and text(cell)] for row in rows]
    fullest = max(words, key=len, default=[])
    return [one[:LONGEST_HEADING] for one in dict.fromkeys(fullest)][:MOST_HEADINGS]
