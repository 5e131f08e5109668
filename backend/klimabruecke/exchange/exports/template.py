"""Our own table: a sheet for each sector, every field of every line, to be read back without a change."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from klimabruecke.exchange.exports import cover
from klimabruecke.exchange.exports.book import Book, Page, Value
from klimabruecke.exchange.exports.cover import About
from klimabruecke.exchange.exports.words import COLUMNS

GASES = {"CO2": "co2_kg", "CH4": "ch4_kg", "N2O": "n2o_kg"}
WIDTHS = {"line_key": 28, "explanation": 36, "activity": 28, "method": 28, "source_note": 36, "note": 36}
FIGURES = ("measure", "sector", "scope", "amount_kg", "share_pct", "source_id", "verification")


def write(book: Book, about: About, sectors: Mapping[str, str], lines: Iterable[Any]) -> None:
    """Cover, lines and published figures; without ``sectors`` all lines stand on one sheet."""
    page = cover.write(book, about)
    page.row([])
    page.headings([about.say("legend")], frozen=False)
    for name, meaning in COLUMNS.items():
        page.row([name, meaning.in_(about.language)], wrapped=True)
    pages = {sector: _page(book, f"{sector} {name}") for sector, name in sectors.items()}
    whole = None if sectors else _page(book, about.say("lines"))
    for line in lines:
        (whole or pages[line.sector]).row(_cells(line))
    if about.inventory.reported_totals:
        _figures(book, about)


def _page(book: Book, name: str) -> Page:
    page = book.sheet(name, [WIDTHS.get(column, 14) for column in COLUMNS])
    page.headings(list(COLUMNS))
    return page


def _cells(line: Any) -> list[Value]:
    values: dict[str, Any] = dict(line._mapping)
    values["included_in"] = ", ".join(line.included_in) if line.included_in else None
    split = line.gas_split
    if split and set(split) <= set(GASES):
        values |= {GASES[gas]: amount_kg for gas, amount_kg in split.items()}
        split = None
    values["gas_split"] = orjson.dumps(split).decode() if split else None
    return [values.get(name) for name in COLUMNS]


def _figures(book: Book, about: About) -> None:
    """Figures without lines behind them; those that are not believed with the reason."""
    language = about.language
    columns = ("id", *FIGURES, f"part_{language}", f"note_{language}", f"quarantine_reason_{language}")
    page = book.sheet(about.say("figures"), [24, *(16 for _ in FIGURES), 28, 40, 40])
    page.headings(columns)
    for figure in about.inventory.reported_totals:
        page.row([_plain(getattr(figure, name)) for name in columns])


def _plain(value: Any) -> Value:
    return str(value) if isinstance(value, float) else value
