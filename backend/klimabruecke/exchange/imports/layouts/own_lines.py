"""Rows of our own table to lines: every field a line has, to the letter."""

import re
from dataclasses import replace
from typing import Any

import orjson

from klimabruecke.calc.inventory import CO2E
from klimabruecke.exchange.imports import cells
from klimabruecke.exchange.imports.layouts.gpc_lines import LineReader, Row
from klimabruecke.exchange.imports.reading import ReadLine

_TEXTS = ("factor_unit", "emission_factor_id", "method", "source_id", "verification")


class OwnLineReader(LineReader):
    """What came from us comes back unchanged: nothing is shortened, no field stands in for another.

    What a field does not admit is left to the rules of the line, which name it.
    """

    def _line(self, number: int, row: Row, reference: str | None) -> ReadLine | None:
        found = super()._line(number, row, reference)
        if found is None:
            return None
        own: dict[str, Any] = {name: said for name in _TEXTS if (said := self._text(row, name))}
        if (factor := self._number(row, "factor_value")) is not None:
            own["factor_value"] = factor
        if split := self._text(row, "gas_split"):
            own["gas_split"] = _json(split)
        places = _places(self._text(row, "included_in"))
        if places:
            own["included_in"] = places
        return replace(
            found,
            gas=self._text(row, "gas") or CO2E,
            ie_reference=places[0] if places else found.ie_reference,
            explanation=self._text(row, "explanation"),
            note=self._text(row, "note"),
            own=own,
        )

    def _text(self, row: Row, name: str) -> str | None:
        return cells.words(self.cell(row, name)) or None


def _places(said: str | None) -> list[str]:
    """References as a list in JSON or with commas between them."""
    return re.findall(r"[^\s,;\[\]\"]+", said or "")


def _json(said: str) -> Any:
    try:
        return orjson.loads(said)
    except ValueError:
        return said
