"""Adding up kept footprints one by one, where a cut has no rollup: by days, or once for all."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from klimabruecke.calc.uncertainty import Group, Range, grouped, total_range

_LEVELS = ("low", "central", "high")


class Sum(NamedTuple):
    """What footprints add up to, in grams."""

    ghg_g: Range
    non_co2_g: Range


def added_up(footprints: Iterable[Mapping[str, Any]]) -> Sum:
    """Uncertainties of one item type and factor add up; these groups combine by root sum of squares."""
    groups = [group for footprint in footprints for group in footprint["groups"]]
    lines = [
        Group(group["item_type"], group["factor_id"], group["ghg_g"], group["uncertainty_g"])
        for group in sorted(groups, key=lambda group: (group["item_type"], group["factor_id"]))
    ]
    non_co2 = [sum(group["non_co2_g"][level] for group in groups) for level in _LEVELS]
    return Sum(total_range(grouped(lines)), Range(*non_co2))


def travellers_in(participants: Sequence[Mapping[str, Any]]) -> int:
    """How many people the groups of an activity are together."""
    return sum(group["count"] for group in participants)
