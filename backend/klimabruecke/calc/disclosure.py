"""Which totals may be published, so that no difference between them tells what a few people did.

What is published (kilograms, range, numbers) is made from sums over whole sets of parts. Parts that appear in
exactly the same publications form an *atom*: every publication contains an atom as a whole or not at all. So
whatever is published is a function of the sums over atoms, and whoever combines publications, by whatever
arithmetic, learns these sums at most. Where every atom has enough travellers, nothing is learnt of fewer.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

FEWEST_TRAVELLERS = 5
FEWEST_ACTIVITIES = 2

Reason: TypeAlias = Literal["few_activities", "few_travellers", "few_changed"]


@dataclass(frozen=True, slots=True)
class Part:
    """What one activity adds to a total; with other travellers or other figures it is another part."""

    activity_id: str
    travellers: int
    figures: str
    """A text that two parts share only where they add the same."""


def reason_against(published: Sequence[Collection[Part]], asked: Collection[Part]) -> Reason | None:
    """Why these parts may not be published beside what was published before; None where they may."""
    if len(asked) < FEWEST_ACTIVITIES:
        return "few_activities"
    if _travellers(asked) < FEWEST_TRAVELLERS:
        return "few_travellers"
    if any(_travellers(atom) < FEWEST_TRAVELLERS for atom in atoms([*published, asked])):
        return "few_changed"
    return None


def atoms(publications: Sequence[Collection[Part]]) -> list[list[Part]]:
    """The parts, those together that appear in the same publications."""
    appearances: dict[Part, list[int]] = defaultdict(list)
    for number, parts in enumerate(publications):
        for part in parts:
            appearances[part].append(number)
    found: dict[tuple[int, ...], list[Part]] = defaultdict(list)
    for part, numbers in appearances.items():
        found[tuple(numbers)].append(part)
    return list(found.values())


def _travellers(parts: Collection[Part]) -> int:
    return sum(part.travellers for part in parts)
