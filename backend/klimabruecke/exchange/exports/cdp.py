"""The matrix of the Common Reporting Framework, as CDP and the Covenant of Mayors ask for it.

A row for each sub-sector, tonnes and notation key by scope. Generation for the grid (I.4.4) and waste that
was brought into the city (III.x.3) have rows of their own and are in no sum, as the framework has it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from klimabruecke.calc.inventory import BIOGENIC, CO2E, Unweighable
from klimabruecke.exchange.exports import cover
from klimabruecke.exchange.exports.book import Book, Value
from klimabruecke.exchange.exports.cover import About
from klimabruecke.exchange.exports.ecrf import SCOPES, UNWEIGHABLE, Form, tonnes

MEASURES = {"basic_kg": "Total BASIC", "basic_plus_kg": "Total BASIC+", "territorial_kg": "Total territorial"}
HEADINGS = (
    "Sector > Sub-sector",
    *(
        text
        for scope in SCOPES.values()
        for text in (f"{scope} (metric tonnes CO2e)", f"{scope}: notation key")
    ),
    "Explanation",
    "GPC references",
)


@dataclass
class Place:
    """What stands at one reference: kilograms of CO2e, where there are any, keys, and what was said."""

    amount_kg: int | None = None
    keys: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)


def write(book: Book, about: About, form: Form, lines: Iterable[Any]) -> None:
    cover.write(book, about)
    places = _places(form, lines)
    page = book.sheet("CDP GCoM", (48, *(20, 14) * 3, 60, 22))
    page.headings(HEADINGS)
    by_sector: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for reference, name in form.names.items():
        row = reference if _stands_apart(form, reference) else name.subsector
        by_sector[name.sector][row].append(reference)
    for rows in by_sector.values():
        sums: dict[int, int] = {}
        for references in rows.values():
            page.row(_row(form, references, places))
            _add(form, references, places, sums)
        first = form.names[next(iter(rows.values()))[0]]
        amounts = [tonnes(sums[scope]) if scope in sums else None for scope in SCOPES]
        page.row([f"Total {first.sector_name_en}", *(cell for amount in amounts for cell in (amount, None))])
    page.row([])
    for name, label in MEASURES.items():
        amount_kg = getattr(about.inventory.totals.reported, name)
        page.row([label, None if amount_kg is None else tonnes(amount_kg)])


def _places(form: Form, lines: Iterable[Any]) -> dict[str, Place]:
    found: dict[str, Place] = defaultdict(Place)
    for line in lines:
        place = found[line.gpc_ref]
        if line.notation_key:
            place.keys.add(line.notation_key)
            place.said += filter(None, [line.explanation, ", ".join(line.included_in or ())])
        elif line.gas != BIOGENIC:
            try:
                place.amount_kg = (place.amount_kg or 0) + form.tonnes(line)[CO2E]
            except Unweighable:
                place.said.append(UNWEIGHABLE.format(kg=line.amount_kg, gas=line.gas))
    return found


def _stands_apart(form: Form, reference: str) -> bool:
    """Whether it is no emission of the city's own activities, though it arises in the city."""
    one = form.references[reference]
    return one.territorial and not one.basic_plus


def _row(form: Form, references: list[str], places: Mapping[str, Place]) -> list[Value]:
    name = form.names[references[0]]
    label = name.name_en if len(references) == 1 else name.name_en.partition(":")[0]
    cells: list[Value] = []
    for scope in SCOPES:
        ours = [places[one] for one in references if form.names[one].scope == scope and one in places]
        given = [place.amount_kg for place in ours if place.amount_kg is not None]
        keys = sorted({key for place in ours for key in place.keys})
        cells += [tonnes(sum(given)) if given else None, "; ".join(keys) or None]
    said = [text for one in references if one in places for text in places[one].said]
    explained = "; ".join(dict.fromkeys(said)) or None
    return [f"{name.sector_name_en} > {label}", *cells, explained, ", ".join(references)]


def _add(form: Form, references: list[str], places: Mapping[str, Place], sums: dict[int, int]) -> None:
    for one in references:
        amount_kg = places[one].amount_kg if one in places else None
        if amount_kg is not None and not _stands_apart(form, one):
            scope = form.names[one].scope
            sums[scope] = sums.get(scope, 0) + amount_kg
