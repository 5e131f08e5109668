"""The outside of a file: whether it is a workbook or a table at all. Nothing in it is run or expanded.

What is refused here is refused at the door, before anything is stored; what is wrong inside a table is said
by the layouts and the rules.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Literal, TypeAlias

import orjson
from python_calamine import CalamineError, CalamineWorkbook

Cell: TypeAlias = str | float | int | bool | date | datetime | time | timedelta
Encoding = Literal["utf-8", "utf-8-sig", "cp1252"]
Refusal = Literal[
    "empty_file",
    "file_too_large",
    "old_workbook",
    "not_a_workbook",
    "too_much_packed",
    "entities",
    "sheet_too_large",
    "not_a_table",
    "encoding_unknown",
    "line_too_long",
    "too_many_rows",
    "quotes_broken",
    "feed_too_large",
]

MAX_FILE_BYTES = 20 * 2**20
MAX_UNPACKED_BYTES = 64 * 2**20
MAX_RATIO = 200
"""So many times its size may a large file unpack to; workbooks reach 30."""
MAX_MEMBERS = 2_000
MAX_BOX_CELLS = 3_000_000
"""A sheet is held as the rectangle from its first to its last cell, empty ones too."""
MAX_CELLS = 1_000_000
"""Cells with something in them, and different texts."""
MAX_LINE_CHARACTERS = 100_000
MAX_ROWS = 1_100_000
MAX_FEED_BYTES, MAX_FEED_PARTS = 5 * 2**20, 300_000
"""Of JSON: a page of two hundred actions has one megabyte, and each list or object in it takes memory."""
DELIMITERS = (";", "\t", ",")

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_CHUNK = 2**20
_LINES_LOOKED_AT = 30
_PLACE = re.compile(rb"""\sr\s*=\s*["'](?:([A-Z]{0,3})([0-9]{1,7})["'])?""")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row[\s/>]")
_MACROS = re.compile(r"xl/(?:.*/)?vba\w*\.bin", re.IGNORECASE)
"""The code of an .xlsm and its signature. Nothing runs it, and nothing can take it for a sheet: it is left
out before the workbook is read."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Refused(Exception):
    """The file is no table that can be read; ``values`` are limits, never what the file holds."""

    def __init__(self, code: Refusal, **values: int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or the one of a table. Rows count from 1 and columns from A, as on screen."""

    name: str
    rows: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, sheet by sheet; a sheet is read when it is asked for.

    ``encoding`` and ``delimiter`` are those of a table; a workbook has none. ``feed`` is what JSON says; it
    has no sheets.
    """

    sheet_names: tuple[str, ...]
    read: Callable[[str], Sheet]
    encoding: Encoding | None = None
    delimiter: str | None = None
    feed: Any = None


def opened(content: bytes) -> Document:
    """The document in these bytes. Raises Refused."""
    if not content:
        raise Refused("empty_file")
    if len(content) > MAX_FILE_BYTES:
        raise Refused("file_too_large", mebibytes=MAX_FILE_BYTES // 2**20)
    if content.startswith(_OLE):
        raise Refused("old_workbook")
    if content.startswith(_ZIP):
        return _workbook(content)
    return _feed(content) or _table(content)


# --- workbooks ----------------------------------------------------------------------------------


def _workbook(content: bytes) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check_members(packed, len(content))
            plain = _without_macros(packed) or content
        book = CalamineWorkbook.from_filelike(io.BytesIO(plain))
    except (zipfile.BadZipFile, CalamineError, NotImplementedError, RuntimeError, ValueError, OSError) as bad:
        raise Refused("not_a_workbook") from bad

    @cache
    def read(name: str) -> Sheet:
        try:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except CalamineError as bad:
            raise Refused("not_a_workbook") from bad
        return Sheet(name, rows)

    return Document(tuple(book.sheet_names), read)


def _check_members(packed: zipfile.ZipFile, size: int) -> None:
    """Unpack all of it once, counting: what a member says of its size need not be true."""
    members = packed.infolist()
    if "xl/workbook.xml" not in packed.namelist():
        raise Refused("not_a_workbook")
    if len(members) > MAX_MEMBERS:
        raise Refused("too_much_packed")
    left = MAX_UNPACKED_BYTES if size * MAX_RATIO > MAX_UNPACKED_BYTES else max(size * MAX_RATIO, 10 * _CHUNK)
    for member in members:
        text = bytearray()
        with packed.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise Refused("too_much_packed")
                text += chunk
        if not _MACROS.fullmatch(member.filename):
            _check_part(member.filename, bytes(text))


def _without_macros(packed: zipfile.ZipFile) -> bytes | None:
    """The workbook without its code; None where there is none."""
    kept = [member for member in packed.infolist() if not _MACROS.fullmatch(member.filename)]
    if len(kept) == len(packed.infolist()):
        return None
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as plain:
        for member in kept:
            plain.writestr(member.filename, packed.read(member))
    return made.getvalue()


def _check_part(name: str, text: bytes) -> None:
    """Any part may be named a sheet by another one, so all are measured like one."""
    if name.endswith((".xml", ".rels")) and (
        b"<!DOCTYPE" in text or b"<!ENTITY" in text or text.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise Refused("entities")
    if text.count(b"<si") > MAX_CELLS or text.count(b"<c") > MAX_CELLS:
        raise Refused("sheet_too_large", cells=MAX_CELLS)
    if b"row" in text:
        _check_box(text)


def _check_box(text: bytes) -> None:
    """A cell in the last corner of a sheet would make a rectangle of 17 thousand million cells."""
    rows, columns = sum(1 for _ in _ROW.finditer(text)), 1
    for place in _PLACE.finditer(text):
        letters, number = place.groups()
        if number is None:
            raise Refused("not_a_workbook")
        rows = max(rows, int(number))
        columns = max(columns, _column_number(letters))
    if rows * columns > MAX_BOX_CELLS:
        raise Refused("sheet_too_large", cells=MAX_BOX_CELLS)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


# --- feeds --------------------------------------------------------------------------------------


def _feed(content: bytes) -> Document | None:
    """What another program answered in JSON; None where it is none, however it begins."""
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith((b"{", b"[")):
        return None
    if len(start) > MAX_FEED_BYTES or start.count(b"{") + start.count(b"[") > MAX_FEED_PARTS:
        raise Refused("feed_too_large", mebibytes=MAX_FEED_BYTES // 2**20)
    try:
        feed = orjson.loads(start)
    except orjson.JSONDecodeError:
        return None
    return Document((), lambda name: Sheet(name, []), "utf-8", feed=feed)


# --- tables -------------------------------------------------------------------------------------


def _table(content: bytes) -> Document:
    text, encoding = _decoded(content)
    if _CONTROL.search(text):
        raise Refused("not_a_table")
    if text.count("\n") > MAX_ROWS:
        raise Refused("too_many_rows", rows=MAX_ROWS)
    if max(map(len, text.splitlines()), default=0) > MAX_LINE_CHARACTERS:
        raise Refused("line_too_long", characters=MAX_LINE_CHARACTERS)
    delimiter = _delimiter(text)
    rows = list(_cut(text, delimiter))
    return Document(("",), lambda name: Sheet(name, rows), encoding, delimiter)


def _decoded(content: bytes) -> tuple[str, Encoding]:
    """UTF-8 with or without its mark, else what German spreadsheets write."""
    marked = content.startswith(b"\xef\xbb\xbf")
    choices: tuple[Encoding, ...] = ("utf-8-sig",) if marked else ("utf-8", "cp1252")
    if b"\x00" in content:
        raise Refused("encoding_unknown" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "not_a_table")
    for encoding in choices:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Refused("encoding_unknown")


def _delimiter(text: str) -> str:
    """The one that cuts most of the first lines into most cells, and all into as many; else the semicolon."""
    lines = [line for line in text[:_CHUNK].splitlines() if line.strip()][:_LINES_LOOKED_AT]
    return max(DELIMITERS, key=lambda one: _regularity([line.count(one) for line in lines]))


def _regularity(counts: list[int]) -> int:
    usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
    return usual * counts.count(usual)


def _cut(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """A row for each record; an empty row for each line more that a record takes, so that numbers fit."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for cells in reader:
            yield list(cells)
            number += 1
            while number < reader.line_num:
                yield []
                number += 1
    except csv.Error as broken:
        raise Refused("quotes_broken", line=reader.line_num) from broken
