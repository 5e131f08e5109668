"""What measures save together: each saving once, and never what was measured beside what is only expected."""

from collections.abc import Iterable
from typing import NamedTuple

from klimabruecke.measures.measures.effects import EffectOut
from klimabruecke.measures.measures.schemas import MeasureOut
from klimabruecke.measures.words import Basis, Status

COUNTED: tuple[Status, ...] = ("in_progress", "in_operation", "late", "completed")


class Saving(NamedTuple):
    """Kilograms of CO2e a year by one basis, and of how many figures."""

    basis: Basis
    ghg_kg: int
    figures: int


def savings(measures: Iterable[MeasureOut]) -> list[Saving]:
    """By basis, the best proven first; a basis nobody states is left out."""
    largest: dict[Basis, dict[str, int]] = {"measured": {}, "expected": {}, "claimed": {}}
    for measure in measures:
        if measure.status not in COUNTED:
            continue
        for basis, kept in largest.items():
            latest = _latest(measure.effects, basis)
            if latest is None or latest.ghg_kg is None:
                continue
            saving = latest.overlap_group or f"/{measure.id}"
            kept[saving] = max(kept.get(saving, 0), latest.ghg_kg)
    return [Saving(basis, sum(kept.values()), len(kept)) for basis, kept in largest.items() if kept]


def _latest(effects: Iterable[EffectOut], basis: Basis) -> EffectOut | None:
    """The figure of the latest year; a period is not spread over its years."""
    yearly = [one for one in effects if one.ghg_kg is not None and (one.per, one.basis) == ("year", basis)]
    return max(yearly, key=lambda one: (one.year or 0, one.ghg_kg or 0), default=None)
