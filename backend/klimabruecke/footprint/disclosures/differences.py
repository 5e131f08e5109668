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
from klimabruecke.footprint.disclosures.cuts import TRAVEL, Cut, Part, cut_by
from klimabruecke.footprint.disclosures.refusals import DifferenceOfFewTravellers
from klimabruecke.footprint.disclosures.tables import TravelDisclosure
from klimabruecke.footprint.publications.tables import YearPublication

Parts = frozenset[calc.Part]
WHOLE = "*"
"""Stands for the city in publications of before their parts were kept by city."""

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
        calc.Part(*part) if len(part) > 3 else calc.Part(part[0], year, WHOLE, part[1], part[2])
        for part in kept
    )


def kept_part(part: calc.Part) -> list[Any]:
    """As it is kept."""
    return [part.activity_id, part.year, part.city, part.travellers, part.figures, part.levies]


def mass_part(part: Part) -> calc.Part:
    """What tells this part from others in a published year: whose, how many travel, every mass it adds."""
    figures = sha256_of(canonical_json([[*key, *amounts] for key, amounts in sorted(part.groups.items())]))
    travellers = (part.people or 0) if part.kind in TRAVEL else None
    return calc.Part(part.activity_id, part.year, part.city, travellers, figures)


def told_part(part: Part) -> calc.Part:
    """The same in an answer, which tells levies too."""
    levies = [
        [currency, levy.due_cents, levy.paid_cents, sorted(levy.open)]
        for currency, levy in sorted(part.levies.items())
    ]
    return replace(mass_part(part), levies=sha256_of(canonical_json(levies)))


class Answer:
    """The parts of an answer with the rows they may be told in. Raises DifferenceOfFewTravellers."""

    def __init__(self, told: Sequence[Parts], parts: Sequence[Part]) -> None:
        self._parts = [(part, told_part(part)) for part in parts]
        self._told = list(told)
        self._sets: list[Parts] = []
        self._tell([frozenset(part for _, part in self._parts)])
        self.rows = {name: self._cut(member) for name, member in CUTS.items()}

    def kept(self) -> list[list[Any]]:
        """The parts, each with the numbers of the sets it is in; 0 is the whole answer."""
        return [
            [*kept_part(part), [number for number, parts in enumerate(self._sets) if part in parts]]
            for _, part in self._parts
        ]

    def _tell(self, sets: Sequence[Parts]) -> None:
        if calc.small_atoms([*self._told, *self._sets], sets):
            raise DifferenceOfFewTravellers
        self._sets += sets

    def _cut(self, member: Callable[[Part], str]) -> list[Cut]:
        """As many rows as give nobody away; a single one is the whole, which is told anyway."""
        rows = cut_by((part for part, _ in self._parts), member)
        while small := calc.small_atoms([*self._told, *self._sets], sets := self._sets_of(rows, member)):
            few = {part for atom in small for part in atom}
            found = [number for number, parts in enumerate(sets) if any(part.mass in few for part in parts)]
            rows = together(rows, found)
        self._tell(sets)
        return rows

    def _sets_of(self, rows: Sequence[Cut], member: Callable[[Part], str]) -> list[Parts]:
        numbers = {name: number for number, row in enumerate(rows) for name in row.members}
        found: list[set[calc.Part]] = [set() for _ in rows]
        for part, told in self._parts:
            found[numbers[member(part)]].add(told)
        return [frozenset(parts) for parts in found]


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
