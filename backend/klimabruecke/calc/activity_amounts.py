"""What an activity emits: how much of it there was, in its unit, times a factor per base unit.

Worked example: 120 GWh of electricity at 0.3729 kg CO2e/kWh is 120,000,000 kWh x 0.3729 = 44,748,000 kg.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class ActivityUnit:
    """A unit activities are counted in; it is ``in_base`` base units."""

    id: str
    base: str
    in_base: Decimal


UNITS: Final[Mapping[str, ActivityUnit]] = {
    unit.id: unit
    for unit in (
        ActivityUnit("kWh", "kWh", Decimal(1)),
        ActivityUnit("MWh", "kWh", Decimal(1_000)),
        ActivityUnit("GWh", "kWh", Decimal(1_000_000)),
        ActivityUnit("litre", "litre", Decimal(1)),
        ActivityUnit("kilolitre", "litre", Decimal(1_000)),
        ActivityUnit("kg", "tonne", Decimal("0.001")),
        ActivityUnit("tonne", "tonne", Decimal(1)),
        ActivityUnit("m3", "m3", Decimal(1)),
    )
}
"""Factors are given per base unit: kWh, litre, tonne, or cubic metre of wastewater."""


def units_of(base: str) -> tuple[str, ...]:
    """The units that a factor per this base unit can be applied to, the smallest first."""
    return tuple(unit.id for unit in UNITS.values() if unit.base == base)


def emitted_kg(activity: Decimal, unit: str, kg_per_base_unit: Decimal) -> int:
    """Whole kilograms, rounded half up once at the end."""
    exact = activity * UNITS[unit].in_base * kg_per_base_unit
    return int(exact.to_integral_value(ROUND_HALF_UP))
