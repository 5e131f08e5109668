"""How far an inventory answers the references of its level, sector by sector, and whether its total is whole.

A total is partial as long as a reference of the level is open, not estimated (NE) or confidential (C): what
is emitted there is missing from it. What does not occur (NO) or is included elsewhere (IE) leaves no hole.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from klimabruecke.calc.inventory import Reference

State = Literal["amount", "NO", "NE", "IE", "C", "open"]
HOLES: Final[frozenset[State]] = frozenset({"open", "NE", "C"})
_HEAVIEST_FIRST: Final[tuple[State, ...]] = ("amount", "C", "NE", "IE", "NO")


def state_of(answers: Iterable[State]) -> State:
    """What several lines of one reference say together: an amount counts before any key."""
    said = set(answers)
    return next((state for state in _HEAVIEST_FIRST if state in said), "open")


@dataclass(frozen=True, slots=True)
class SectorCoverage:
    """The references of a level in one sector, and what is said of each."""

    sector: str
    states: Mapping[str, State]

    def count(self, *states: State) -> int:
        return sum(state in states for state in self.states.values())


def by_sector(
    references: Iterable[Reference],
    level: Literal["basic", "basic_plus", "territorial"],
    answers: Mapping[str, Iterable[State]],
) -> list[SectorCoverage]:
    """The sectors of a level in the order of the standard."""
    found: dict[str, dict[str, State]] = {}
    for one in references:
        if level in one.counts_in.split("+"):
            found.setdefault(one.sector, {})[one.id] = state_of(answers.get(one.id, ()))
    return [SectorCoverage(sector, states) for sector, states in found.items()]


def is_partial(sectors: Sequence[SectorCoverage]) -> bool:
    """Whether the total of the level lacks something."""
    return any(state in HOLES for sector in sectors for state in sector.states.values())
