"""What is still a plausible input. Beyond it a figure would be a typing mistake with a decimal point."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from klimabruecke.calc.errors import CalcError

MAX_ITEMS = 100
FIRST_DAY = date(2010, 1, 1)
LAST_DAY = date(2100, 12, 31)
SMALLEST = Decimal("0.001")
"""A metre, a gram, a watt hour: less than that is no quantity anybody accounts for."""

LIMITS: dict[str, tuple[Decimal | int, int]] = {
    "travellers": (1, 10_000),
    "participants": (1, 100_000),
    "vehicles": (1, 10_000),
    "occupancy": (1, 100),
    "rooms": (1, 10_000),
    "nights": (1, 3_650),
    "count": (1, 10_000_000),
    "distance_km": (SMALLEST, 40_100),  # once round the Earth
    "kwh": (SMALLEST, 1_000_000_000),
    "hours": (SMALLEST, 100_000),
    "mass_kg": (SMALLEST, 1_000_000_000),
}
"""Smallest and largest value by field name."""


def check_day(day: date) -> None:
    """Raise CalcError `day_out_of_range` for a day no factor here has anything to say about."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise CalcError("day_out_of_range", "on", first=FIRST_DAY.isoformat(), last=LAST_DAY.isoformat())


def check_limits(item: Any) -> None:
    """Raise CalcError `out_of_range` for the first field of the item (a dataclass) outside its limits."""
    for name, low, high in _limited_fields(item.__class__):
        value = getattr(item, name)
        if value is not None and not _admits(value, low, high):
            raise CalcError("out_of_range", name, minimum=float(low), maximum=high)


@lru_cache(maxsize=64)
def _limited_fields(kind: Any) -> tuple[tuple[str, Decimal | int, int], ...]:
    return tuple((field.name, *LIMITS[field.name]) for field in fields(kind) if field.name in LIMITS)


def _admits(value: Decimal | int, low: Decimal | int, high: int) -> bool:
    return not (isinstance(value, Decimal) and value.is_nan()) and low <= value <= high
