"""The way to a climate target: a straight line from the base year, and how far the city is from it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Pathway:
    """A target in kilograms.

    ``on_path_kg`` is what the line asks for in the latest reported year, ``gap_kg`` how much more than that
    was emitted (negative: less), ``to_go_kg`` what is still to be saved by the target year.
    """

    base_kg: int
    target_kg: int
    latest_year: int
    latest_kg: int
    on_path_kg: int
    gap_kg: int
    to_go_kg: int


def pathway(
    base: tuple[int, int], target_year: int, reduction_pct: Decimal, latest: tuple[int, int]
) -> Pathway:
    """From the base year and its emissions to the target; ``base`` and ``latest`` are year and kilograms.

    ValueError where the target year does not lie behind the base year. A latest year behind the target year
    is held against the target.
    """
    base_year, base_kg = base
    latest_year, latest_kg = latest
    if target_year <= base_year:
        raise ValueError("the target year lies behind the base year")
    target_kg = _whole(base_kg * (_HUNDRED - reduction_pct) / _HUNDRED)
    on_path_kg = line_kg(base, (target_year, target_kg), latest_year)
    return Pathway(
        base_kg, target_kg, latest_year, latest_kg, on_path_kg, latest_kg - on_path_kg, latest_kg - target_kg
    )


def line_kg(base: tuple[int, int], target: tuple[int, int], year: int) -> int:
    """What the straight line gives for a year between base and target; beyond either end, that end."""
    (base_year, base_kg), (target_year, target_kg) = base, target
    gone = min(max(year - base_year, 0), target_year - base_year)
    return _whole(base_kg + Decimal(target_kg - base_kg) * gone / (target_year - base_year))


def _whole(kg: Decimal | int) -> int:
    return int(Decimal(kg).to_integral_value(ROUND_HALF_UP))
