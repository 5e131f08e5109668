"""How uncertain a sum, a product and a difference are (IPCC 2006 Guidelines, volume 1, chapter 3).

Lines that rest on the same factor err together: their absolute uncertainties add. Groups that rest on
different factors err independently: they combine by the root of the sum of squares. So twenty equal flights
keep the percentage of one, which a plain root of squares would shrink to a quarter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Group:
    """All lines of one item type that share their primary factor."""

    item_type: str
    factor_id: str
    ghg_g: int
    uncertainty_g: float

    @property
    def key(self) -> tuple[str, str]:
        return (self.item_type, self.factor_id)


@dataclass(frozen=True, slots=True)
class Range:
    """A central value in grams with what it lies between."""

    low_g: int
    central_g: int
    high_g: int


def rss(values: Iterable[float]) -> float:
    """Root of the sum of squares."""
    return sqrt(sum(value * value for value in values))


def product_pct(percentages: Iterable[float]) -> float:
    """Uncertainty in % of a product of independent terms (equation 3.1)."""
    return rss(percentages)


def sum_pct(values: Sequence[float], percentages: Sequence[float], *, correlated: bool) -> float:
    """Uncertainty in % of a sum (equation 3.2 if its terms are independent); ValueError for a sum of 0."""
    total = sum(values)
    if not total:
        raise ValueError("a sum of 0 has no uncertainty in per cent")
    absolute = [abs(value) * pct / 100 for value, pct in zip(values, percentages, strict=True)]
    return 100 * (sum(absolute) if correlated else rss(absolute)) / abs(total)


def grouped(lines: Iterable[Group]) -> tuple[Group, ...]:
    """One group for each (item type, primary factor), in order of appearance; absolute uncertainties add."""
    sums: dict[tuple[str, str], tuple[int, float]] = {}
    for line in lines:
        ghg_g, uncertainty_g = sums.get(line.key, (0, 0.0))
        sums[line.key] = (ghg_g + line.ghg_g, uncertainty_g + line.uncertainty_g)
    return tuple(Group(*key, *values) for key, values in sums.items())


def around(central_g: int, uncertainty_g: float) -> Range:
    """The range of a footprint; it cannot be less than nothing."""
    return Range(max(0, round(central_g - uncertainty_g)), central_g, round(central_g + uncertainty_g))


def total_range(groups: Sequence[Group]) -> Range:
    return around(sum(group.ghg_g for group in groups), rss(group.uncertainty_g for group in groups))


def difference_range(a: Sequence[Group], b: Sequence[Group]) -> Range:
    """What b saves against a. What both share cancels, its error too.

    Per group |u_a - u_b|, then the root of squares. A saving may be negative: its range is not cut off at 0.
    """
    in_a = {group.key: group.uncertainty_g for group in a}
    in_b = {group.key: group.uncertainty_g for group in b}
    spread_g = rss(in_a.get(key, 0.0) - in_b.get(key, 0.0) for key in in_a | in_b)
    saving_g = sum(group.ghg_g for group in a) - sum(group.ghg_g for group in b)
    return Range(round(saving_g - spread_g), saving_g, round(saving_g + spread_g))
