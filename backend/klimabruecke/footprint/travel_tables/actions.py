"""Reading a pasted table: from the validated request to the answer. Stores nothing."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.items import Item
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.language import Language
from klimabruecke.footprint import documents
from klimabruecke.footprint import texts as calculator_texts
from klimabruecke.footprint.calculator import Calculator
from klimabruecke.footprint.travel_tables import texts
from klimabruecke.footprint.travel_tables.choices import Entry
from klimabruecke.footprint.travel_tables.parsing import TravelTable, travel_table
from klimabruecke.footprint.travel_tables.places import Airport, PlaceFinder
from klimabruecke.footprint.travel_tables.schemas import MAX_COLUMNS, MAX_ROWS, TravelTableIn
from klimabruecke.footprint.travel_tables.words import plain
from klimabruecke.reference import queries as reference

Document: TypeAlias = dict[str, Any]

_NEAR = 12
"""So many airports a text may mean are looked at."""


def read_table(calculator: Calculator, asked: TravelTableIn, today: date, language: Language) -> Document:
    """The table in the shape of ``TravelTableOut``. Raises Invalid for one that is too large."""
    fields = None if asked.columns is None else tuple(asked.columns)
    finder = PlaceFinder(calculator.places, _airports)
    table = travel_table(asked.text, finder, most=MAX_ROWS, travellers=asked.travellers, fields=fields)
    if len(table.entries) > MAX_ROWS or len(table.headings) > MAX_COLUMNS:
        sentence = texts.TOO_LONG.fill(rows=MAX_ROWS, columns=MAX_COLUMNS)
        raise Invalid(FieldError("/text", "table_too_long", sentence))
    return {
        "columns": [
            {"heading": heading[:200], "field": field}
            for heading, field in zip(table.headings, table.fields, strict=True)
        ],
        "rows": [_row(calculator, entry, today, language) for entry in table.entries],
        "starts_on": table.starts_on,
        "ends_on": table.ends_on,
        "assumptions": _assumptions(table, asked, language),
    }


def _airports(text: str) -> list[Airport]:
    return [
        Airport(
            code=found.iata,
            country=found.country,
            names=plain(" ".join(filter(None, (found.iata, found.city, found.city_de, found.name)))),
            listed=found.city_de is not None,
        )
        for found in reference.airports(text, _NEAR)
    ]


def _row(calculator: Calculator, entry: Entry, today: date, language: Language) -> Document:
    """An item that cannot be computed becomes a question too; it would be refused later."""
    refusals = {item: _refusal(calculator, item, today) for item in entry.possible}
    computable = [item for item, refusal in refusals.items() if refusal is None]
    refusal = None if entry.item is None else refusals[entry.item]
    if refusal is not None:
        entry = replace(entry, item=None, questions=("not_computable",))
    question = None
    if entry.item is None:
        words = [texts.QUESTIONS[code].in_(language) for code in entry.questions]
        if refusal is not None:
            words.append(calculator_texts.refusal(refusal).in_(language))
        question = {"code": entry.questions[0], "detail": " ".join(words)}
    return {
        "row": entry.row,
        "item": documents.item_documents(computable)[0] if entry.item else None,
        "question": question,
        "candidates": [] if entry.item else documents.item_documents(computable),
    }


def _refusal(calculator: Calculator, item: Item, today: date) -> CalcError | None:
    try:
        calculator.compute((item,), today)
    except CalcError as error:
        return error
    return None


def _assumptions(table: TravelTable, asked: TravelTableIn, language: Language) -> list[str]:
    return [
        texts.ASSUMPTIONS[name].fill(travellers=asked.travellers).in_(language)
        for name in sorted(table.assumed)
    ]
