"""A workbook being written, row by row: text is text whatever it begins with, and nothing is computed."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

Value = str | int | Decimal | None
MAX_CHARACTERS = 32_767
"""What a cell of a workbook holds; the longest text of a record has 4,000."""
MAX_DIGITS = 15
_NO_NAME = str.maketrans("", "", "[]:*?/\\'")


class Book:
    """Keeps no row in memory; the same rows give the same bytes."""

    def __init__(self, file: BinaryIO, title: str, made_at: datetime) -> None:
        self._book: Any = xlsxwriter.Workbook(file, {"constant_memory": True})
        self._book.set_properties(
            {"title": title, "author": "Klimabrücke", "created": made_at.replace(tzinfo=None)}
        )
        # A text that would run as a formula, once somebody edits its cell, carries the mark of a text.
        text = {"quote_prefix": True, "valign": "top"}
        self.text = self._book.add_format(text)
        self.long_text = self._book.add_format({**text, "text_wrap": True})
        self.heading = self._book.add_format({**text, "bold": True, "bg_color": "#E8EEF2", "bottom": 1})
        self.title = self._book.add_format({**text, "bold": True, "font_size": 14})
        self.whole = self._book.add_format({"num_format": "#,##0", "valign": "top"})
        self.exact = self._book.add_format({"num_format": "General", "valign": "top"})

    def sheet(self, name: str, widths: Sequence[int]) -> "Page":
        page = Page(self, self._book.add_worksheet(name.translate(_NO_NAME)[:31]))
        for place, width in enumerate(widths):
            page.sheet.set_column(place, place, width)
        return page

    def close(self) -> None:
        self._book.close()


class Page:
    """A sheet and the row that is written next."""

    def __init__(self, book: Book, sheet: Any) -> None:
        self.book = book
        self.sheet = sheet
        self._next = 0

    def title(self, text: str) -> None:
        self._row([text], self.book.title)

    def headings(self, texts: Sequence[str], *, frozen: bool = True) -> None:
        self._row(texts, self.book.heading)
        if frozen:
            self.sheet.freeze_panes(self._next, 0)

    def row(self, values: Sequence[Value], *, wrapped: bool = False) -> None:
        self._row(values, self.book.long_text if wrapped else self.book.text)

    def _row(self, values: Sequence[Value], text: Any) -> None:
        for place, value in enumerate(values):
            if isinstance(value, str):
                self.sheet.write_string(self._next, place, value[:MAX_CHARACTERS], text)
            elif isinstance(value, int):
                self.sheet.write_number(self._next, place, value, self.book.whole)
            elif value is not None:
                self._number(place, value)
        self._next += 1

    def _number(self, place: int, value: Decimal) -> None:
        """To the last digit: what a cell cannot hold as a number stands there as text."""
        if len(value.as_tuple().digits) <= MAX_DIGITS:
            self.sheet.write_number(self._next, place, float(value), self.book.exact)
        else:
            self.sheet.write_string(self._next, place, format(value, "f"), self.book.text)
