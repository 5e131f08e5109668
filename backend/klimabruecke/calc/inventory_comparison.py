"""How far the inventories of two or more cities can be held against each other: reasons, and a grade of them.

A grade is no judgement of a city. A: same method, same potentials, same year; B: small differences; C: one
or two differences that can change the picture; D: not to be read side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Grade = Literal["A", "B", "C", "D"]
Weight = Literal["small", "large", "prohibitive"]

WEIGHTS: Final[dict[str, Weight]] = {
    "inventory_missing": "prohibitive",
    "total_missing": "prohibitive",
    "gases_differ": "prohibitive",
    "standards_differ": "large",
    "levels_differ": "large",
    "years_far_apart": "large",
    "potentials_differ": "large",
    "total_partial": "large",
    "only_reported_totals": "large",
    "years_differ": "small",
    "potentials_not_stated": "small",
    "periods_differ": "small",
    "population_missing": "small",
    "population_bases_differ": "small",
    "not_verified": "small",
}
"""What each reason weighs; its words stand where it is shown."""
YEARS_CLOSE: Final = 2
LARGE_AT_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Side:
    """What matters about one city's inventory; ``standard`` is None where it has none.

    ``measure`` is which total is shown; ``calendar_year``: its period is the calendar year.
    """

    city_id: str
    year: int | None = None
    standard: str | None = None
    measure: str | None = None
    gases: str | None = None
    gwp_set: str | None = None
    calendar_year: bool = True
    from_lines: bool = True
    total_known: bool = True
    total_partial: bool = False
    population_basis: str | None = None
    population_known: bool = True
    verified: bool = True


def reasons(sides: Sequence[Side], *, one_set: bool) -> list[str]:
    """The codes of what keeps these apart, the heaviest first.

    ``one_set``: all totals are expressed by the same set of potentials, whatever each city uses.
    """
    present = [side for side in sides if side.standard is not None]
    found = {
        "inventory_missing": len(present) < len(sides),
        "total_missing": any(not side.total_known for side in present),
        "gases_differ": _differ([side.gases for side in present]),
        "standards_differ": _differ([side.standard for side in present]),
        "levels_differ": _differ([side.measure for side in present]),
        "total_partial": any(side.total_partial for side in present),
        "only_reported_totals": any(not side.from_lines for side in present),
        "periods_differ": _differ([side.calendar_year for side in present]),
        "population_missing": any(not side.population_known for side in present),
        "population_bases_differ": _differ([side.population_basis for side in present]),
        "not_verified": any(not side.verified for side in present),
        **_years([side.year for side in present if side.year is not None]),
        **({} if one_set else _potentials(present)),
    }
    order = list(WEIGHTS)
    return sorted((code for code, holds in found.items() if holds), key=order.index)


def grade(codes: Sequence[str]) -> Grade:
    """The grade these reasons give."""
    weights = [WEIGHTS[code] for code in codes]
    if "prohibitive" in weights or weights.count("large") > LARGE_AT_MOST:
        return "D"
    if "large" in weights:
        return "C"
    return "B" if weights else "A"


def _years(years: Sequence[int]) -> dict[str, bool]:
    apart = max(years) - min(years) if years else 0
    return {"years_differ": 0 < apart <= YEARS_CLOSE, "years_far_apart": apart > YEARS_CLOSE}


def _potentials(present: Sequence[Side]) -> dict[str, bool]:
    """Pure CO2 needs no potentials, so that two cities without them do not differ."""
    sets = {side.gwp_set for side in present if side.gases != "co2"}
    return {"potentials_not_stated": None in sets, "potentials_differ": len(sets - {None}) > 1}


def _differ(values: Sequence[object]) -> bool:
    return len(set(values)) > 1
