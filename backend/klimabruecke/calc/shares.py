"""Dividing whole grams so that the parts add up to the whole."""

from collections.abc import Mapping
from typing import TypeVar

Name = TypeVar("Name", str, tuple[str, ...])


def shares(total: int, weights: Mapping[Name, int]) -> dict[Name, int]:
    """Divide by weight with the largest remainder method: each part is the exact one rounded down or up.

    What rounding down leaves goes, one each, to the largest remainders; equal ones go in the order of the
    names. So the parts always add up to the total. ValueError without a positive weight.
    """
    whole = sum(weights.values())
    if whole <= 0 or min(weights.values()) < 0:
        raise ValueError("weights are positive")
    parts = {name: total * weight // whole for name, weight in weights.items()}
    left = total - sum(parts.values())
    by_remainder = sorted(weights, key=lambda name: (-(total * weights[name] % whole), name))
    for name in by_remainder[:left]:
        parts[name] += 1
    return parts
