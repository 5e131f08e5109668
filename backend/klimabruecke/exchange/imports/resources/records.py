"""Tables of records with our headings, in German or English: a row for each, an empty cell says nothing.

Values are read strictly and nothing is guessed: what cannot be read leaves the row out, and a word nobody
knows is asked.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, Literal

from klimabruecke.core.errors import FieldError
from klimabruecke.exchange.imports import cells
from klimabruecke.exchange.imports.container import Cell, Document, Sheet
from klimabruecke.exchange.imports.layouts.headings import HEADING_ROWS, plain
from klimabruecke.exchange.imports.layouts.hints import Answers
from klimabruecke.exchange.imports.layouts.template import decimal_comma
from klimabruecke.exchange.imports.reading import Place, Problem

Kind = Literal[
    "text", "whole", "number", "tonnes", "money", "flag", "day", "word", "words", "texts", "wholes"
]
EXPECTED: Mapping[str, tuple[str, str]] = {
    "whole": ("eine ganze Zahl", "a whole number"),
    "number": ("eine Zahl", "a number"),
    "tonnes": ("eine Zahl in Tonnen", "a number of tonnes"),
    "money": ("ein Betrag", "an amount of money"),
    "flag": ("ja oder nein", "yes or no"),
    "day": ("ein Tag wie 2026-11-24 oder 24.11.2026", "a day such as 2026-11-24"),
    "wholes": ("ganze Zahlen, durch Semikolon getrennt", "whole numbers set apart by semicolons"),
}
YES, NO = {"ja", "yes", "true", "x", "1", "wahr"}, {"nein", "no", "false", "0", "falsch"}
CENTS = 100


@dataclass(frozen=True, slots=True)
class Column:
    """A heading in both languages, and what stands below it."""

    de: str
    en: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row says, by field; ``columns`` are the letters its fields stand in."""

    place: Place
    given: dict[str, Any]
    columns: Mapping[str, str] = field(default_factory=dict)

    def at(self, name: str) -> Place:
        """The cell of a field."""
        return Place(self.place.sheet, self.place.row, self.columns.get(name))


class Words:
    """What words of a file mean here: those we know, and those people have told us."""

    def __init__(self, known: Mapping[str, Mapping[str, str]], answers: Mapping[str, str]) -> None:
        self._known = known
        self._answers = answers
        self.questions: dict[str, Problem] = {}

    def meaning(self, name: str, said: str, place: Place, told: str | None = None) -> str | None:
        """None where nobody knows it: then it is asked, once for each word.

        ``told`` is what the file itself says the word stands for.
        """
        asked = f"{name}:{said}"[:80]
        known = self._known[name]
        found = self._answers.get(asked) or known.get(plain(told or said))
        if found is None and asked not in self.questions:
            choices = tuple(dict.fromkeys(known.values()))
            values = {"word": told or said, "field": name, "asked": asked, "choices": list(choices)}
            self.questions[asked] = Problem("unknown_word", "question", place, values)
        return found


def read_rows(
    document: Document, columns: Mapping[str, Column], key: str, words: Words, answers: Answers
) -> tuple[list[ReadRow], list[Problem]]:
    """The rows of all sheets that have our headings, ``key`` among them."""
    rows: list[ReadRow] = []
    problems: list[Problem] = []
    has_headings = False
    for name in document.sheet_names:
        sheet = document.read(name)
        for place, row in enumerate(sheet.rows[:HEADING_ROWS]):
            found = _places(row, columns, answers)
            if key in found and len(found) > 1:
                has_headings = True
                rows += _rows(sheet, place, found, columns, document, words, problems)
                break
    if not has_headings:
        values = {"key_de": columns[key].de, "key_en": columns[key].en}
        problems.append(Problem("headings_missing", "question", values=values))
    return rows, [*problems, *words.questions.values()]


def _places(row: Sequence[Cell], columns: Mapping[str, Column], answers: Answers) -> dict[str, int]:
    headings = [plain(cell) for cell in row]
    found = {}
    for name, column in columns.items():
        spellings = [plain(said) for said in (answers.columns.get(name), column.de, column.en, name) if said]
        place = next((headings.index(one) for one in spellings if one in headings), None)
        if place is not None:
            found[name] = place
    return found


def _rows(
    sheet: Sheet,
    heading: int,
    places: dict[str, int],
    columns: Mapping[str, Column],
    document: Document,
    words: Words,
    problems: list[Problem],
) -> Iterable[ReadRow]:
    body = sheet.rows[heading + 1 :]
    numeric = [place for name, place in places.items() if columns[name].kind in ("number", "tonnes", "money")]
    german = decimal_comma([cells.at(row, place) for row in body for place in numeric], document)
    letters = {name: cells.letter(place) for name, place in places.items()}
    for number, row in enumerate(body, start=heading + 2):
        read = ReadRow(Place(sheet.name or None, number), {}, letters)
        is_whole = True
        for name, place in places.items():
            cell, column = cells.at(row, place), columns[name]
            if not cells.text(cell):
                continue
            try:
                value = _value(cell, column.kind, german, partial(_meaning, words, name, read.at(name)))
            except ValueError:
                expected = EXPECTED.get(column.kind, ("Text", "text"))
                values = {"expected_de": expected[0], "expected_en": expected[1]}
                problems.append(Problem("value_unreadable", "quarantine", read.at(name), values))
                is_whole = False
                continue
            read.given[name] = value
        if is_whole and read.given:
            yield read


def _meaning(words: Words, name: str, place: Place, said: str) -> str | None:
    return words.meaning(name, said, place)


def _value(cell: Cell | None, kind: Kind, german: bool, meaning: Callable[[str], str | None]) -> Any:
    """Raises ValueError for what is not what it should be."""
    said = _unquoted(cells.text(cell))
    readers: dict[str, Callable[[], Any]] = {
        "text": lambda: said,
        "flag": lambda: _flag(cell, said),
        "day": lambda: _day(cell, said),
        "word": lambda: meaning(said),
        "words": lambda: [meaning(one) for one in _parts(said)],
        "texts": lambda: _parts(said),
        "wholes": lambda: [int(one) for one in _parts(said)],
    }
    return readers[kind]() if kind in readers else _number(cell, kind, german)


def _unquoted(said: str) -> str:
    """Exports put an apostrophe before what a spreadsheet would take for a formula."""
    return said[1:] if said[:1] == "'" and said[1:2] in ("=", "+", "-", "@") else said


def _parts(said: str) -> list[str]:
    return [part.strip() for part in said.split(";") if part.strip()]


def _flag(cell: Cell | None, said: str) -> bool:
    if isinstance(cell, bool):
        return cell
    if said.lower() not in YES | NO:
        raise ValueError("no flag")
    return said.lower() in YES


def _day(cell: Cell | None, said: str) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    parts = said.split(".")
    day = date(*map(int, reversed(parts))) if len(parts) == 3 else date.fromisoformat(said)
    return day.isoformat()


def _number(cell: Cell | None, kind: Kind, german: bool) -> int | float:
    given = cells.text(cell) if german and isinstance(cell, str) else cell
    value = cells.decimal(given, german=german and isinstance(cell, str))
    if value is None or not value.is_finite():
        raise ValueError("no number")
    if kind == "number":
        return int(value) if value == value.to_integral_value() else float(value)
    whole = value * {"tonnes": cells.KG_PER_T, "money": CENTS}.get(kind, 1)
    if whole != whole.to_integral_value():
        raise ValueError("no whole number")
    return int(whole)


def not_accepted(row: ReadRow, error: FieldError, column: str | None) -> Problem:
    """The refusal of a record at the cell it is about: what a person may not enter, no file may."""
    values = {"sentence_de": error.detail.de, "sentence_en": error.detail.en}
    return Problem("line_not_accepted", "quarantine", row.at(column or ""), values)


def known_words(*labels: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The codes and what people write for them, in the spelling headings are compared in."""
    found: dict[str, str] = {}
    for each in labels:
        for code, spellings in each.items():
            found |= {plain(said): code for said in (code, *spellings)}
    return found
