"""Single cells read strictly: a number, a year, a GPC reference, a notation key. Nothing is guessed."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import get_args

from klimabruecke.core.listing.formats import FORMULA_STARTS
from klimabruecke.exchange.imports.container import Cell
from klimabruecke.exchange.imports.reading import NotationKey

KG_PER_T = 1000
MAX_KG = 10**13
"""What the whole world emits in a year is some four times as much."""
KEYS: tuple[str, ...] = get_args(NotationKey)

_CONTROL = re.compile("[\x00-\x1f\x7f]")
_REFERENCE = re.compile(r"(?:I\.[1-8]\.[1-4]|II\.[1-5]\.[1-3]|III\.[1-4]\.[1-3]|IV\.[12]|V\.[1-3]|VI\.1)")
_ALIAS = re.compile(r"((?:IV|V)\.[1-3])\.1")
_TARGETED = re.compile(r"(?P<key>[A-Z]{1,3})\s*\(\s*(?P<target>[IV]+\.[0-9.]+)\s*\)?")
_YEAR = re.compile(r"(?:18[5-9]\d|19\d\d|20\d\d|21\d\d|2200)")
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d{1,2})?")
_GERMAN = re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")


class OutOfRange(ValueError):
    """A number, but of more than any city emits."""


def text(cell: Cell | None) -> str:
    """What the cell says, in one line; a whole float as Excel shows it."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return "" if cell is None else " ".join(_CONTROL.sub(" ", str(cell)).split())


def words(cell: Cell | None) -> str:
    """What a cell of our own table says, to the letter.

    In CSV a text that would run as a formula has an apostrophe before it.
    """
    if not isinstance(cell, str):
        return text(cell)
    said = cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell
    return said if said.strip() else ""


def decimal(cell: Cell | None, *, german: bool = False) -> Decimal | None:
    """The number in a cell; None for none. Raises ValueError for what is no number.

    ``german``: a decimal comma, and points between thousands.
    """
    if isinstance(cell, bool | date | datetime):
        raise ValueError("no number")
    if isinstance(cell, int | float):
        return Decimal(repr(cell))
    said = text(cell).replace("\u00a0", "").replace(" ", "")
    if not said:
        return None
    if german and _GERMAN.fullmatch(said):
        said = said.replace(".", "").replace(",", ".")
    elif not _PLAIN.fullmatch(said) or german:
        raise ValueError("no number")
    try:
        return Decimal(said)
    except InvalidOperation:
        raise ValueError("no number") from None


def kilograms(cell: Cell | None, kg_per_unit: int, *, german: bool = False) -> int | None:
    """A mass as whole kilograms. Raises ValueError for no number and for one beyond all measure."""
    value = decimal(cell, german=german)
    if value is None:
        return None
    kg = value * kg_per_unit
    if not kg.is_finite() or abs(kg) > MAX_KG:
        raise OutOfRange
    return int(kg.to_integral_value(ROUND_HALF_EVEN))


def year(cell: Cell | None) -> int | None:
    """The year a cell names; of a financial year such as "01 July 2020 - 30 June 2021" the first."""
    if isinstance(cell, date | datetime):
        return cell.year
    found = _YEAR.search(text(cell))
    return int(found[0]) if found else None


def whole(cell: Cell | None) -> int | None:
    """A number of people; None where there is none to read."""
    try:
        value = decimal(text(cell).replace(",", ""))
    except ValueError:
        return None
    return int(value) if value is not None and 0 < value < 10**11 else None


def reference(cell: Cell | None) -> str | None:
    """A GPC reference; IV.1.1 and V.2.1 are other spellings of IV.1 and V.2. None for none."""
    said = text(cell).upper().replace(" ", "").rstrip(".")
    if alias := _ALIAS.fullmatch(said):
        said = alias[1]
    return said if _REFERENCE.fullmatch(said) else None


def notation(cell: Cell | None) -> tuple[NotationKey | None, str | None] | None:
    """A notation key and the reference it names: ``IE (II.1.1)``. None for an unknown or a double key."""
    said = text(cell).upper()
    parts = {part.strip() for part in re.split(r"[;,/]", said) if part.strip()}
    if len(parts) != 1:
        return None
    (key,) = parts
    target = None
    if found := _TARGETED.fullmatch(key):
        key, target = found["key"], reference(found["target"])
    for known in get_args(NotationKey):
        if key == known:
            return known, target
    return None


def letter(place: int) -> str:
    """The letters of a column, counted from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def at(row: Sequence[Cell], place: int | None) -> Cell | None:
    """The cell of a row, None where the row is shorter or the column is not there."""
    return row[place] if place is not None and place < len(row) else None
