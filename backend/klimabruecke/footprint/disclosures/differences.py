"""Which rows an answer may have beside what was told before, so that no difference is about a few people."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select
from sqlmodel import Session, col

from klimabruecke.calc import disclosure as calc
from klimabruecke.core.canonical import canonical_json, sha256_of
from klimabruecke.core.tables import PLATFORM, ChangeHead
from klimabruecke.footprint.disclosures.cuts import Cut, Part, cut_by, whole
from klimabruecke.footprint.disclosures.levies import AMOUNTS, Amount
from klimabruecke.footprint.disclosures.refusals import DifferenceOfFewTravellers
from klimabruecke.footprint.disclosures.tables import TravelDisclosure
from klimabruecke.footprint.publications.tables import YearPublication

Parts = frozenset[calc.Part]
CUTS: Mapping[str, Callable[[Part], str]] = {
    "by_year": lambda part: str(part.year),
    "by_kind": lambda part: part.kind,
    "by_city": lambda part: part.city,
}
"""In this order: where all of them together would give a few away, the later one has fewer rows."""


def one_at_a_time(session: Session) -> None:
    """Until this transaction ends nobody else publishes or answers: each sees what was told before."""
    named = select(col(ChangeHead.chain)).where(col(ChangeHead.chain) == PLATFORM)
    session.connection().execute(named.with_for_update())


def told_about(connection: Connection, year_min: int, year_max: int) -> list[Parts]:
    """The sets of parts behind every published year and every row of an answer that matter for these years.

    Those of these years, and those of all years that the former reach: they tell apart what the former join.
    """
    answers = col(TravelDisclosure.year_min), col(TravelDisclosure.year_max)
    reached = select(func.min(answers[0]), func.max(answers[1])).where(
        answers[0] <= year_max, answers[1] >= year_min
    )
    first, last = connection.execute(reached).one()
    year_min, year_max = min(year_min, first or year_min), max(year_max, last or year_max)
    of_years = select(col(TravelDisclosure.parts)).where(answers[0] <= year_max, answers[1] >= year_min)
    published = select(col(YearPublication.year), col(YearPublication.parts))
    published = published.where(col(YearPublication.year).between(year_min, year_max))
    return [
        *(parts for kept in connection.execute(of_years).scalars() for parts in _sets(kept)),
        *(published_parts(*row) for row in connection.execute(published)),
    ]


def published_parts(year: int, kept: Sequence[Sequence[Any]]) -> Parts:
    """The parts of a publication, as they are kept with it."""
    return frozenset(
        calc.Part(*part) if len(part) > 3 else calc.Part(part[0], year, calc.WHOLE, part[1], part[2])
        for part in kept
    )


def kept_part(part: calc.Part) -> list[Any]:
    """As it is kept."""
    return [part.activity_id, part.year, part.city, part.travellers, part.figures, part.levies]


def mass_part(part: Part) -> calc.Part:
    """What tells this part from others: whose, how many travel, every mass it adds."""
    figures = sha256_of(canonical_json([[*key, *amounts] for key, amounts in sorted(part.groups.items())]))
    return calc.Part(part.activity_id, part.year, part.city, part.travellers, figures)


def levied(part: Part, mass: calc.Part, amount: Amount) -> calc.Part | None:
    """The same with what is due or paid; None where no such amount is known of it."""
    currency, name = amount
    cents = getattr(part.levies.get(currency), name, None)
    if cents is None:
        return None
    return replace(mass, levies=sha256_of(canonical_json([currency, name, cents])))


class Answer:
    """The parts of an answer with the rows they may be told in. Raises DifferenceOfFewTravellers.

    Masses first; a levy is told where the parts that have one may be told apart from those that have none.
    """

    def __init__(self, told: Sequence[Parts], parts: Sequence[Part]) -> None:
        self._parts = [(part, mass_part(part)) for part in parts]
        self._told = list(told)
        self._sets: list[Parts] = []
        if not self._may_tell([frozenset(mass for _, mass in self._parts)]):
            raise DifferenceOfFewTravellers
        rows = {name: self._cut(member) for name, member in CUTS.items()}
        withheld = self._withheld()
        self.document: dict[str, Any] = {
            "total": whole(parts).document(withheld),
            **{name: [row.document(withheld) for row in cut] for name, cut in rows.items()},
        }

    def kept(self) -> list[list[Any]]:
        """The parts, each with the numbers of the sets it is in; 0 is the whole answer."""
        found: dict[calc.Part, list[int]] = defaultdict(list)
        for number, parts in enumerate(self._sets):
            for part in parts:
                found[part].append(number)
        return [[*kept_part(part), numbers] for part, numbers in sorted(found.items(), key=repr)]

    def may_tell_given(self, given: Mapping[str, Any]) -> bool:
        """Whether the levies a city gave in a year are told: they stand for its trips of that year.

        Not where another amount was told for the same trips: the difference could be the levy of one.
        """
        trips = frozenset(
            mass
            for part, mass in self._parts
            if (part.kind, part.city, part.year) == ("trip", given["city_id"], given["year"])
        )
        label = f"given {given['currency']} "
        levies = label + sha256_of(canonical_json([label, given["amount_cents"]]))
        asked = frozenset(replace(part, levies=levies) for part in trips)
        return bool(trips) and not self._gave_another(asked, label) and self._may_tell([asked])

    def _gave_another(self, asked: Parts, label: str) -> bool:
        (levies,) = {part.levies for part in asked}
        others = (
            parts
            for parts in self._told
            if any((part.levies or "").startswith(label) and part.levies != levies for part in parts)
        )
        return any(_whose(parts) == _whose(asked) for parts in others)

    def _may_tell(self, sets: Sequence[Parts]) -> bool:
        """Whether these give nobody away; then they are told."""
        if calc.small_atoms([*self._told, *self._sets], sets):
            return False
        self._sets += sets
        return True

    def _cut(self, member: Callable[[Part], str]) -> list[Cut]:
        """As many rows as give nobody away; a single one is the whole, which is told anyway."""
        rows = cut_by((part for part, _ in self._parts), member)
        while small := calc.small_atoms([*self._told, *self._sets], sets := self._sets_of(rows, member)):
            few = {part for atom in small for part in atom}
            rows = together(rows, [number for number, parts in enumerate(sets) if few & parts])
        self._sets += sets
        return rows

    def _sets_of(self, rows: Sequence[Cut], member: Callable[[Part], str]) -> list[Parts]:
        numbers = {name: number for number, row in enumerate(rows) for name in row.members}
        found: list[set[calc.Part]] = [set() for _ in rows]
        for part, mass in self._parts:
            found[numbers[member(part)]].add(mass)
        return [frozenset(parts) for parts in found]

    def _withheld(self) -> list[Amount]:
        """The amounts it does not name. What is due or paid in a row is told where the sum of all is.

        The sum is held against the rows, so whoever has a levy in a row is an atom already, or several.
        """
        currencies = sorted({currency for part, _ in self._parts for currency in part.levies})
        amounts = [(currency, name) for currency in currencies for name in AMOUNTS]
        return [amount for amount in amounts if not self._may_tell(self._levied(amount))]

    def _levied(self, amount: Amount) -> list[Parts]:
        found = frozenset(filter(None, (levied(*each, amount) for each in self._parts)))
        return [found] if found else []


def _whose(parts: Parts) -> set[tuple[str, str]]:
    return {(part.activity_id, part.city) for part in parts}


def together(rows: Sequence[Cut], numbers: Collection[int]) -> list[Cut]:
    """These rows as one, with the smallest of the others until they are two at least."""
    others = [row for number, row in enumerate(rows) if number not in numbers]
    others.sort(key=lambda row: (not row.travels, row.travellers, row.members))
    joined = [row for number, row in enumerate(rows) if number in numbers]
    while len(joined) < 2:
        joined.append(others.pop(0))
    for row in joined[1:]:
        joined[0].merge(row)
    return [*sorted(others, key=lambda row: row.members), joined[0]]


def _sets(kept: Sequence[Sequence[Any]]) -> Iterable[Parts]:
    """The whole answer and its rows, from the parts kept with it."""
    found: dict[int, set[calc.Part]] = defaultdict(set)
    for *part, numbers in kept:
        for number in numbers:
            found[number].add(calc.Part(*part))
    return map(frozenset, found.values())
