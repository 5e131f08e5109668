"""A table with a line for each person: the same leg of several people becomes one item with all of them.

Otherwise every item would have one traveller, and the share of each would be the whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from klimabruecke.calc.items import Car, Flight, Ride
from klimabruecke.calc.limits import LIMITS
from klimabruecke.footprint.travel_tables.choices import Entry

Leg: TypeAlias = Flight | Ride | Car
_MOST = LIMITS["travellers"][1]


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with what its line says of who went and when, in its own words; empty where it does not."""

    entry: Entry
    who: str
    when: str

    def is_with(self, other: "Told") -> bool:
        """Another person; without names somebody of the same day, for nobody goes twice on one day."""
        if self.who and other.who:
            return self.who.casefold() != other.who.casefold()
        return self.when == other.when


@dataclass(slots=True)
class _Group:
    """People on the same way, in the order of their lines."""

    leg: Leg
    told: list[Told] = field(default_factory=list)

    def takes(self, other: Told, leg: Leg) -> bool:
        return self.leg.travellers + leg.travellers <= _MOST and all(map(other.is_with, self.told))

    def add(self, other: Told, leg: Leg) -> None:
        if self.told:
            self.leg = _together(self.leg, leg)
        self.told.append(other)

    @property
    def entry(self) -> Entry:
        return Entry(self.told[0].entry.row, self.leg)


def joined(told: Iterable[Told]) -> tuple[tuple[Entry, ...], bool]:
    """The entries in their order, and whether any became one; questions and stays remain as they are."""
    found: list[Told | _Group] = []
    same_way: dict[Leg, list[_Group]] = {}
    for one in told:
        leg = one.entry.item
        if not isinstance(leg, Flight | Ride | Car):
            found.append(one)
            continue
        groups = same_way.setdefault(_way(leg), [])
        group = next((group for group in groups if group.takes(one, leg)), None)
        if group is None:
            group = _Group(leg)
            groups.append(group)
            found.append(group)
        group.add(one, leg)
    became_one = any(len(group.told) > 1 for groups in same_way.values() for group in groups)
    return tuple(each.entry for each in found), became_one


def _way(leg: Leg) -> Leg:
    """The leg without its people and their cars."""
    return replace(leg, travellers=1, vehicles=1) if isinstance(leg, Car) else replace(leg, travellers=1)


def _together(one: Leg, other: Leg) -> Leg:
    travellers = one.travellers + other.travellers
    if isinstance(one, Car) and isinstance(other, Car):
        return replace(one, travellers=travellers, vehicles=(one.vehicles or 1) + (other.vehicles or 1))
    return replace(one, travellers=travellers)
