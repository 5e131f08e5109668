"""Where the line of a city's emissions is broken: figures of two series are never joined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a series; ``says_break``: it gives a reason why its series is not that of before."""

    series: str
    year: int
    says_break: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """Between the last figure of another series and this point."""

    before: Point
    after: Point


def breaks(points: Iterable[Point]) -> list[Break]:
    """The breaks of a city, the oldest first.

    A point that gives a reason is one; else the first point of a series is, where another series was there
    before it.
    """
    ordered = sorted(points, key=lambda point: (point.year, point.series))
    explained = {point.series for point in ordered if point.says_break}
    found = []
    seen: set[str] = set()
    for point in ordered:
        begins = point.series not in seen and point.series not in explained
        seen.add(point.series)
        if not (begins or point.says_break):
            continue
        if (before := _latest_other(ordered, point)) is not None:
            found.append(Break(before, point))
    return found


def _latest_other(points: Sequence[Point], point: Point) -> Point | None:
    """The latest figure of another series before this one."""
    others = [one for one in points if one.series != point.series and one.year < point.year]
    return max(others, key=lambda one: (one.year, one.says_break), default=None)
