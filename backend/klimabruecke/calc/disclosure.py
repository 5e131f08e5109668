"""Which totals may be told, so that no difference between them tells what a few people did.

What is told (kilograms, range, numbers) is made from sums over whole sets of parts. Parts that appear in
exactly the same sets form an *atom*: every set contains an atom as a whole or not at all. So whatever is told
is a function of the sums over atoms, and whoever combines publications, answers and their rows, by whatever
arithmetic, learns these sums at most. Where every atom has enough travellers, nothing is learnt of fewer.

Answers tell levies beside masses, published years do not. A part whose levy has changed is another part in
answers only; and because a levy is counted from a mass, who knows the levies of an atom knows its masses. So
the masses are held against all atoms that levies tell apart, and against the published years.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

FEWEST_TRAVELLERS = 5
FEWEST_ACTIVITIES = 2

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
    """The same of levies; None where nothing is told of them."""

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
    """The parts, those together that appear in the same sets."""
    appearances: dict[Part, list[int]] = defaultdict(list)
    for number, parts in enumerate(told):
        for part in parts:
            appearances[part].append(number)
    found: dict[tuple[int, ...], list[Part]] = defaultdict(list)
    for part, numbers in appearances.items():
        found[tuple(numbers)].append(part)
    return list(found.values())


def _is_small(parts: Collection[Part]) -> bool:
    travels = any(part.travellers is not None for part in parts)
    return travels and _travellers(parts) < FEWEST_TRAVELLERS


def _travellers(parts: Collection[Part]) -> int:
    return sum(part.travellers or 0 for part in parts)
