"""Activities cut by year, city and kind, so that no single trip of a few people can be told from the rest."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from klimabruecke.calc.shares import shares
from klimabruecke.calc.uncertainty import Group, Range, total_range
from klimabruecke.footprint.disclosures.levies import Amount, Levies, Levy, added, merged, shown

FEWEST = 5
"""A row about travel is about at least so many travellers."""

NO_CITY = "-"
"""Where an activity names no city."""

_AMOUNTS = ("ghg_g", "uncertainty_g")
_LEVELS = ("low", "central", "high")


@dataclass(frozen=True)
class Part:
    """What one city has in an activity: its people, and its share of the emissions in whole grams."""

    activity_id: str
    year: int
    city: str
    kind: str
    people: int | None
    """None where nobody has recorded how many took part."""
    travellers: int | None
    """How many of them travel, as far as recorded; None where nobody does: then nobody needs protection."""
    groups: Mapping[tuple[str, str], tuple[int, ...]]
    """By item type and primary factor: emissions, their uncertainty, and the effect beyond CO2."""
    levies: Mapping[str, Levy] = field(default_factory=dict)
    """By currency."""


@dataclass
class Cut:
    """The parts of one row, added up; ``members`` are the years, cities or kinds in it."""

    members: list[str]
    people: int | None = None
    travellers: int = 0
    """Those of the people who travel."""
    travels: bool = False
    activities: set[str] = field(default_factory=set)
    groups: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    levies: Levies = field(default_factory=dict)

    @property
    def is_small(self) -> bool:
        """Whether it says something about the travel of a few people."""
        return self.travels and self.travellers < FEWEST

    def add(self, part: Part) -> None:
        self._add_people(part.people)
        if part.travellers is not None:
            self.travels = True
            self.travellers += part.travellers
        self.activities.add(part.activity_id)
        self._add_groups(part.groups)
        added(self.levies, part.levies)

    def merge(self, other: "Cut") -> None:
        self.members += other.members
        self._add_people(other.people)
        self.travellers += other.travellers
        self.travels |= other.travels
        self.activities |= other.activities
        self._add_groups(other.groups)
        added(self.levies, other.levies)

    def _add_people(self, people: int | None) -> None:
        if people is not None:
            self.people = (self.people or 0) + people

    def _add_groups(self, groups: Mapping[tuple[str, str], tuple[int, ...]]) -> None:
        for key, amounts in groups.items():
            before = self.groups.get(key, (0,) * len(amounts))
            self.groups[key] = tuple(old + new for old, new in zip(before, amounts, strict=True))

    def document(self, withheld: Collection[Amount] = ()) -> dict[str, Any]:
        """The row as it is frozen, without these amounts. What rests on one factor errs together."""
        ordered = sorted(self.groups.items())
        ghg_g: Range = total_range([Group(*key, amounts[0], amounts[1]) for key, amounts in ordered])
        beyond = [sum(amounts[place] for _, amounts in ordered) for place in (2, 3, 4)]
        return {
            "members": sorted(self.members),
            "activities": len(self.activities),
            "people": self.people,
            "ghg_g": ghg_g.central_g,
            "ghg_low_g": ghg_g.low_g,
            "ghg_high_g": ghg_g.high_g,
            "non_co2_g": dict(zip(_LEVELS, beyond, strict=True)),
            "levies": shown(self.levies, withheld),
        }


def parts_of(activity: Any, footprint: Mapping[str, Any], levies: Mapping[str, Levies]) -> list[Part]:
    """An activity divided over its cities by their people; without people its host has it whole."""
    people: Counter[str] = Counter()
    for group in activity.participants:
        people[group["city_id"]] += group["count"]
    weights = dict(people) or {activity.host_city_id or NO_CITY: 1}
    divided: dict[str, dict[tuple[str, str], tuple[int, ...]]] = {city: {} for city in weights}
    for group in footprint["groups"]:
        amounts = (*(group[name] for name in _AMOUNTS), *(group["non_co2_g"][level] for level in _LEVELS))
        by_amount = [shares(amount, weights) for amount in amounts]
        for city in weights:
            key = (group["item_type"], group["factor_id"])
            divided[city][key] = tuple(each[city] for each in by_amount)
    travellers = _travellers(activity, people)
    borne = levies if people else dict.fromkeys(weights, merged(levies.values()))
    return [
        Part(
            activity_id=activity.id,
            year=activity.starts_on.year,
            city=city,
            kind=activity.kind,
            people=people.get(city),
            travellers=None if travellers is None else travellers.get(city, 0),
            groups=groups,
            levies=borne.get(city, {}),
        )
        for city, groups in divided.items()
    ]


def _travellers(activity: Any, people: Mapping[str, int]) -> Mapping[str, int] | None:
    """How many travel, city by city: the people, but no more than travel together in one item.

    The guests of an event who only eat there hide nobody who flies in. A trip is travel whatever is recorded
    of it.
    """
    together = [item["travellers"] for item in activity.items if "travellers" in item]
    if not together and activity.kind != "trip":
        return None
    number = min(sum(people.values()), max(together, default=0))
    return shares(number, people) if number else {}


def whole(parts: Iterable[Part]) -> Cut:
    """All of them together."""
    found = Cut([])
    for part in parts:
        found.add(part)
    return found


def cut_by(parts: Iterable[Part], member: Callable[[Part], str]) -> list[Cut]:
    """One row for each member; the small ones together in one, with as many others as it takes.

    A single small row would follow from the total and the other rows, so it never stands alone.
    """
    found: dict[str, Cut] = {}
    for part in parts:
        name = member(part)
        found.setdefault(name, Cut([name])).add(part)
    return _folded([found[name] for name in sorted(found)])


def _folded(rows: Sequence[Cut]) -> list[Cut]:
    small = [row for row in rows if row.is_small]
    if not small:
        return list(rows)
    large = (row for row in rows if not row.is_small)
    others = sorted(large, key=lambda row: (not row.travels, row.travellers, row.members))
    together = small[0]
    for row in small[1:]:
        together.merge(row)
    while others and together.is_small:
        together.merge(others.pop(0))
    return [*sorted(others, key=lambda row: row.members), together]
