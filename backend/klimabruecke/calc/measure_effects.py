"""What measures would still save: yearly tonnes added up honestly.

A saving that is claimed by two measures counts once, what the latest inventory already shows is not counted
again, adaptation saves no tonnes, and what is only claimed stands apart from what was expected or measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Basis = Literal["measured", "expected", "claimed"]
Reason = Literal[
    "adaptation",
    "offsetting",
    "given_up",
    "no_yearly_figure",
    "in_the_series",
    "after_the_target",
    "overlap",
]
GIVEN_UP = ("cancelled", "merged", "superseded")
AT_WORK = ("completed", "in_operation")
_BEST_FIRST: dict[str, int] = {"measured": 0, "expected": 1, "claimed": 2}


@dataclass(frozen=True, slots=True)
class Estimate:
    """Less CO2e in a year, kg; ``year`` is the one it is for or was estimated in, None where nobody says."""

    ghg_kg: int
    basis: Basis
    year: int | None = None
    overlap_group: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as far as its tonnes go. ``estimates`` are those for a year; a figure for a whole period is
    none of them: nobody says that it is the same in each year."""

    id: str
    action_type: str
    status: str
    estimates: tuple[Estimate, ...] = ()
    starts_year: int | None = None
    ends_year: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What of a measure counts; where ``reason`` is set, nothing does. ``counted_with`` is the measure whose
    figure stands for the same saving.

    ``low_kg`` and ``high_kg`` are the smallest and largest estimate of that basis, where there are several.
    """

    measure: Measure
    estimate: Estimate | None
    reason: Reason | None = None
    counted_with: str | None = None
    low_kg: int | None = None
    high_kg: int | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """Kilograms a year, with the range of those that have one; None where no measure has a figure."""

    ghg_kg: int | None
    low_kg: int | None
    high_kg: int | None


def counted(measures: Sequence[Measure], latest_year: int | None, target_year: int) -> list[Counted]:
    """Each measure with its figure or the reason why it has none, in the order given."""
    found = {one.id: _alone(one, latest_year, target_year) for one in measures}
    by_group: dict[str, list[Counted]] = {}
    for one in found.values():
        is_there = one.reason in (None, "in_the_series")
        if is_there and one.estimate is not None and one.estimate.overlap_group is not None:
            by_group.setdefault(one.estimate.overlap_group, []).append(one)
    for group in by_group.values():
        standing = min(group, key=_seen_firm_and_large_first)
        for one in group:
            if one is not standing and one.reason is None:
                found[one.measure.id] = Counted(one.measure, one.estimate, "overlap", standing.measure.id)
    return [found[one.id] for one in measures]


def _seen_firm_and_large_first(one: Counted) -> tuple[bool, bool, int, str]:
    """What the series shows is saved already; a claim never takes the place of an estimate."""
    kg = 0 if one.estimate is None else one.estimate.ghg_kg
    is_claim = one.estimate is None or one.estimate.basis == "claimed"
    return one.reason is None, is_claim, -kg, one.measure.id


def _alone(measure: Measure, latest_year: int | None, target_year: int) -> Counted:
    best = min(measure.estimates, key=_best_and_latest_first, default=None)
    reason = _why_not(measure, latest_year, target_year)
    if reason is not None or best is None:
        return Counted(measure, best, reason or "no_yearly_figure")
    same = [one.ghg_kg for one in measure.estimates if one.basis == best.basis]
    if len(same) == 1:
        return Counted(measure, best)
    return Counted(measure, best, low_kg=min(same), high_kg=max(same))


def _best_and_latest_first(estimate: Estimate) -> tuple[int, int]:
    return _BEST_FIRST[estimate.basis], -(estimate.year or 0)


def _why_not(measure: Measure, latest_year: int | None, target_year: int) -> Reason | None:
    if measure.action_type in ("adaptation", "offsetting"):
        return "adaptation" if measure.action_type == "adaptation" else "offsetting"
    if measure.status in GIVEN_UP:
        return "given_up"
    if not measure.estimates:
        return "no_yearly_figure"
    done = measure.ends_year or measure.starts_year
    if latest_year is not None and measure.status in AT_WORK and done is not None and done <= latest_year:
        return "in_the_series"
    if measure.starts_year is not None and measure.starts_year > target_year:
        return "after_the_target"
    return None


def summed(found: Sequence[Counted], *bases: Basis) -> Sum:
    """What counts of these bases together; null, not zero, where there is nothing."""
    figures = [
        (one.estimate.ghg_kg, one.low_kg, one.high_kg)
        for one in found
        if one.reason is None and one.estimate is not None and one.estimate.basis in bases
    ]
    if not figures:
        return Sum(None, None, None)
    total = sum(kg for kg, _, _ in figures)
    if all(low is None for _, low, _ in figures):
        return Sum(total, None, None)
    low = sum(kg if low is None else low for kg, low, _ in figures)
    high = sum(kg if high is None else high for kg, _, high in figures)
    return Sum(total, low, high)
