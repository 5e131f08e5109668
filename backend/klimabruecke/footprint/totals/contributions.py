"""What one activity adds to the rollups; a pure function of its row and its footprint."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any, TypeAlias

from klimabruecke.calc.shares import shares
from klimabruecke.footprint.totals.tables import ALL, NOT_NAMED

Key: TypeAlias = tuple[str | int, ...]
Amounts: TypeAlias = tuple[int, ...]
Cut: TypeAlias = tuple[str, ...]
"""City, kind of travellers, who pays: by these an activity is divided."""


@dataclass(frozen=True)
class Contribution:
    """Amounts by the primary keys of the two rollup tables, in the order of their columns."""

    groups: Mapping[Key, Amounts] = field(default_factory=dict)
    counts: Mapping[Key, Amounts] = field(default_factory=dict)


NOTHING = Contribution()


def contribution(activity: Any, footprint: Mapping[str, Any]) -> Contribution:
    """The grams of each group divided over the travellers, so that they add up exactly.

    A cancelled or deleted activity adds nothing. One without participants counts for its host, one without a
    host for no city.
    """
    if activity.status == "cancelled" or activity.deleted_at is not None:
        return NOTHING
    people = _people(activity)
    weights = people or {(activity.host_city_id or NOT_NAMED, NOT_NAMED, NOT_NAMED): 1}
    place = (activity.project_id, activity.starts_on.year)
    kind = (activity.kind, activity.status, activity.programme_id or NOT_NAMED)
    groups: dict[Key, Amounts] = {
        (*place, *kind, *cut, group["item_type"], group["factor_id"]): (*parts, 1)
        for group in footprint["groups"]
        for cut, parts in _divided(group, weights).items()
    }
    travellers = _by_every_cut(people)
    counts: dict[Key, Amounts] = {
        (*place, *kind, *cut): (1, int(activity.demo), travellers.get(cut, 0))
        for cut in _by_every_cut(weights)
    }
    return Contribution(groups, counts)


def _people(activity: Any) -> dict[Cut, int]:
    """The travellers of each cut; groups that say the same are one."""
    found: dict[Cut, int] = {}
    for group in activity.participants:
        cut = (group["city_id"], group.get("kind", NOT_NAMED), group.get("paid_by", NOT_NAMED))
        found[cut] = found.get(cut, 0) + group["count"]
    return found


def _by_every_cut(people: Mapping[Cut, int]) -> dict[Cut, int]:
    """The same by each selection of the three; what a selection leaves out reads ``ALL``."""
    found: dict[Cut, int] = {}
    for named in product((False, True), repeat=3):
        for cut, count in people.items():
            key = tuple(value if is_named else ALL for value, is_named in zip(cut, named, strict=True))
            found[key] = found.get(key, 0) + count
    return found


def _divided(group: Mapping[str, Any], weights: Mapping[Cut, int]) -> dict[Cut, Amounts]:
    non_co2 = group["non_co2_g"]
    amounts = (
        group["ghg_g"],
        group["uncertainty_g"],
        non_co2["low"],
        non_co2["central"],
        non_co2["high"],
    )
    by_amount = [_parts(amount, weights) for amount in amounts]
    return {cut: tuple(parts[cut] for parts in by_amount) for cut in weights}


def _parts(amount: int, weights: Mapping[Cut, int]) -> dict[Cut, int]:
    """First by city, then inside each: a city's share does not depend on how its people are grouped."""
    cities: dict[str, dict[Cut, int]] = {}
    for cut, weight in weights.items():
        cities.setdefault(cut[0], {})[cut] = weight
    of_cities = shares(amount, {city: sum(inside.values()) for city, inside in cities.items()})
    return {
        cut: part for city, inside in cities.items() for cut, part in shares(of_cities[city], inside).items()
    }


def added(sums: dict[Key, Amounts], more: Mapping[Key, Amounts], sign: int = 1) -> None:
    """Add amounts to sums in place."""
    for key, amounts in more.items():
        before = sums.get(key, (0,) * len(amounts))
        sums[key] = tuple(old + sign * new for old, new in zip(before, amounts, strict=True))
