"""What one activity adds to the rollups; a pure function of its row and its footprint."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from klimabruecke.calc.shares import shares
from klimabruecke.footprint.totals.tables import ALL_CITIES, NO_CITY

Key: TypeAlias = tuple[str | int, ...]
Amounts: TypeAlias = tuple[int, ...]


@dataclass(frozen=True)
class Contribution:
    """Amounts by the primary keys of the two rollup tables, in the order of their columns."""

    groups: Mapping[Key, Amounts] = field(default_factory=dict)
    counts: Mapping[Key, Amounts] = field(default_factory=dict)


NOTHING = Contribution()


def contribution(activity: Any, footprint: Mapping[str, Any]) -> Contribution:
    """The grams of each group divided over the cities by their participants, so that they add up exactly.

    A cancelled or deleted activity adds nothing. One without participants counts for its host, one without a
    host for no city.
    """
    if activity.status == "cancelled" or activity.deleted_at is not None:
        return NOTHING
    weights = {each["city_id"]: each["count"] for each in activity.participants}
    weights = weights or {activity.host_city_id or NO_CITY: 1}
    place = (activity.project_id, activity.starts_on.year)
    kind = (activity.kind, activity.status)
    groups: dict[Key, Amounts] = {
        (*place, city, *kind, group["item_type"], group["factor_id"]): (*parts, 1)
        for group in footprint["groups"]
        for city, parts in _divided(group, weights).items()
    }
    counts: dict[Key, Amounts] = {
        (*place, city, *kind): (1, int(activity.demo)) for city in (ALL_CITIES, *weights)
    }
    return Contribution(groups, counts)


def _divided(group: Mapping[str, Any], weights: Mapping[str, int]) -> dict[str, Amounts]:
    non_co2 = group["non_co2_g"]
    amounts = (
        group["ghg_g"],
        group["uncertainty_g"],
        non_co2["low"],
        non_co2["central"],
        non_co2["high"],
    )
    by_amount = [shares(amount, weights) for amount in amounts]
    return {city: tuple(parts[city] for parts in by_amount) for city in weights}


def added(sums: dict[Key, Amounts], more: Mapping[Key, Amounts], sign: int = 1) -> None:
    """Add amounts to sums in place."""
    for key, amounts in more.items():
        before = sums.get(key, (0,) * len(amounts))
        sums[key] = tuple(old + sign * new for old, new in zip(before, amounts, strict=True))
