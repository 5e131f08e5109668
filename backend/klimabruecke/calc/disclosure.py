"""Which totals may be told, so that no difference between them tells what a few people did.

What is told (kilograms, range, numbers) is made from sums over whole sets of parts. Parts that appear in
exactly the same sets form an *atom*: every set contains an atom as a whole or not at all. So whatever is told
is a function of the sums over atoms, and whoever combines publications, answers and their rows, by whatever
arithmetic, learns these sums at most. Where every atom has enough travellers, nothing is learnt of fewer.

A correction may be small: then what was told before and after it is nearly the same, and a large activity
that was corrected hides none that came or went beside it. So parts are in one atom only where what they are
about, one city in one activity, appears in the same sets whatever its figures are.

Answers tell levies beside masses, published years do not. A levy is told of the parts that have one, a set of
its own; a part whose levy has changed is another part there. Because a levy is counted from a mass, who knows
the levies of an atom knows its masses. So the masses are held against all atoms that levies tell apart.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

FEWEST_TRAVELLERS = 5
FEWEST_ACTIVITIES = 2
WHOLE = "*"
"""Stands for the city in publications of before their parts were kept by city."""

Reason: TypeAlias = Literal["few_activities", "few_travellers", "few_changed"]


@dataclass(frozen=True, slots=True)
class Part:
    """What one city adds to a total by one activity; with other people or figures it is another part."""

    activity_id: str
    year: int
    city: str
    travellers: int | None
    """None where nobody travels: a purchase has nobody to protect, and hides nobody."""
    figures: str
    """A text that two parts share only where they add the same masses."""
    levies: str | None = None
    """The same of a levy; None where masses are told."""

    @property
    def mass(self) -> "Part":
        """What it adds in masses, whatever its levies are."""
        return replace(self, levies=None)


def reason_against(told: Sequence[Collection[Part]], asked: Collection[Part]) -> Reason | None:
    """Why a year of these parts may not be published beside what was told before; None where it may."""
    if len({part.activity_id for part in asked}) < FEWEST_ACTIVITIES:
        return "few_activities"
    if _travellers(asked) < FEWEST_TRAVELLERS:
        return "few_travellers"
    return "few_changed" if small_atoms(told, [asked]) else None


def small_atoms(told: Sequence[Collection[Part]], asked: Sequence[Collection[Part]]) -> list[list[Part]]:
    """The atoms with travellers, but too few, if these sets were told beside what was told before.

    Told by their masses: an atom of levies is made of such atoms, and has as many travellers at least.
    None where every set was told before: who hears the same again learns nothing.
    """
    known = {frozenset(parts) for parts in told}
    if known.issuperset(map(frozenset, asked)):
        return []
    apart = atoms([*told, *asked])
    return [atom for atom in atoms([[part.mass for part in atom] for atom in apart]) if _is_small(atom)]


def atoms(told: Sequence[Collection[Part]]) -> list[list[Part]]:
    """The parts, those together that appear in the same sets, and that do so with whatever figures."""
    subject = _subjects(told)
    appearances: dict[Part, list[int]] = defaultdict(list)
    anyhow: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, parts in enumerate(told):
        for part in parts:
            appearances[part].append(number)
            anyhow[subject(part)].add(number)
    found: dict[Any, list[Part]] = defaultdict(list)
    for part, numbers in appearances.items():
        found[tuple(numbers), frozenset(anyhow[subject(part)])].append(part)
    return list(found.values())


def _subjects(told: Sequence[Collection[Part]]) -> Callable[[Part], tuple[str, str]]:
    """What a part is about: a city in an activity, the activity where it was told as a whole before."""
    whole = {part.activity_id for parts in told for part in parts if part.city == WHOLE}
    return lambda part: (part.activity_id, WHOLE if part.activity_id in whole else part.city)


def _is_small(parts: Collection[Part]) -> bool:
    travels = any(part.travellers is not None for part in parts)
    return travels and _travellers(parts) < FEWEST_TRAVELLERS


def _travellers(parts: Collection[Part]) -> int:
    return sum(part.travellers or 0 for part in parts)
