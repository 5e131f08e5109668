"""What is still a plausible input. Beyond it a figure would be a typing mistake with a decimal point."""

from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from typing import Any

from klimabruecke.calc.errors import CalcError

MAX_ITEMS = 100

LIMITS: dict[str, tuple[int, int]] = {
    "travellers": (1, 10_000),
    "participants": (1, 100_000),
    "vehicles": (1, 10_000),
    "occupancy": (1, 100),
    "rooms": (1, 10_000),
    "nights": (1, 3_650),
    "count": (1, 10_000_000),
    "distance_km": (0, 40_100),  # once round the Earth
    "kwh": (0, 1_000_000_000),
    "hours": (0, 100_000),
    "mass_kg": (0, 1_000_000_000),
}
"""Smallest and largest value by field name. A lower bound of 0 is itself excluded."""


def check_limits(item: Any) -> None:
    """Raise CalcError `out_of_range` for the first field of the item (a dataclass) outside its limits."""
    for name, low, high in _limited_fields(item.__class__):
        value = getattr(item, name)
        if value is not None and not _admits(value, low, high):
            raise CalcError("out_of_range", name, minimum=low, maximum=high)


@lru_cache(maxsize=64)
def _limited_fields(kind: Any) -> tuple[tuple[str, int, int], ...]:
    return tuple((field.name, *LIMITS[field.name]) for field in fields(kind) if field.name in LIMITS)


def _admits(value: int | Decimal, low: int, high: int) -> bool:
    if isinstance(value, Decimal) and not value.is_finite():
        return False
    return (low <= value if low else value > 0) and value <= high
