"""What a layout reads out of a file, in the house's own words; and what it could not read, for people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from klimabruecke.calc.inventory import CO2E

NotationKey = Literal["NO", "NE", "IE", "C"]
Standard = Literal["gpc", "bisko", "quellenbilanz", "verursacherbilanz", "other"]
Severity = Literal["refuse", "quarantine", "question", "warn"]
"""``refuse``: nothing can be taken over; ``quarantine``: a person decides; ``question``: something must be
said first; ``warn``: taken over all the same."""
Layout = Literal["ciris", "ecrf", "citycatalyst", "c40", "german", "template", "kausal", "unknown"]
Values: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the file; row and column as people see them, None for the whole."""

    sheet: str | None = None
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something people must know; ``values`` fill the sentence of its rule (see ``texts``)."""

    rule: str
    severity: Severity
    place: Place = Place()
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of an inventory: an amount in kg CO2e or a notation key.

    ``key`` tells it from the other lines of its inventory, so that a file read again meets its own lines.
    The gases are in kg CO2e, weighted as the file weighted them; ``gas`` is what ``amount_kg`` are kilograms
    of. ``own`` is what only our own table says of a line, by the names of the fields of a line.
    """

    place: Place
    key: str
    gpc_ref: str | None = None
    sector: str | None = None
    gas: str = CO2E
    amount_kg: int | None = None
    notation_key: NotationKey | None = None
    ie_reference: str | None = None
    explanation: str | None = None
    co2_kg: int | None = None
    ch4_kg: int | None = None
    n2o_kg: int | None = None
    biogenic_co2_kg: int | None = None
    activity: str | None = None
    activity_value: Decimal | None = None
    activity_unit: str | None = None
    quality_activity: str | None = None
    quality_factor: str | None = None
    source: str | None = None
    note: str | None = None
    own: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadInventory:
    """The lines of one year, and what the file says of the city and of itself.

    ``stated_totals_kg`` are sums the file states beside the lines, by what they are the sum of.
    """

    year: int | None
    standard: Standard
    lines: Sequence[ReadLine]
    city_name: str | None = None
    un_locode: str | None = None
    population: int | None = None
    gwp_set: str | None = None
    reporting_level: str | None = None
    boundary: str | None = None
    stated_totals_kg: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave."""

    layout: Layout
    inventories: Sequence[ReadInventory]
    problems: Sequence[Problem] = ()

    def lines(self) -> Iterator[ReadLine]:
        for inventory in self.inventories:
            yield from inventory.lines


class Keys:
    """Gives the lines of an inventory their keys: reference and activity, counted where they repeat."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def next(self, reference: str, activity: str | None = None) -> str:
        stem = f"{reference} {activity}"[:150] if activity else reference
        self._seen[stem] = self._seen.get(stem, 0) + 1
        return stem if self._seen[stem] == 1 else f"{stem} #{self._seen[stem]}"
