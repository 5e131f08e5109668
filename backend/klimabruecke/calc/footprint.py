"""The whole answer: items rounded to the gram, totals as their sums, one range, warnings and assumptions.

Where a factor gives tank-to-wheel and well-to-tank apart, both are shown. Where it is one figure for both
(rail by TREMOD, everything that is not transport) the figure counts under `ttw_g`, the item's `wtt_g` is
None, and a transport item carries the warning `wtw_only`. The total's `wtt_g` is the sum of what is known
and None where no item knows it: unknown is not zero. With None left out, `ghg_g = ttw_g + wtt_g` holds
for every item and for the total.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from klimabruecke.calc.activities import line_of
from klimabruecke.calc.amounts import grams
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.factors import Factor
from klimabruecke.calc.items import Item, Request
from klimabruecke.calc.limits import check_day
from klimabruecke.calc.lines import Line, NonCo2Kg, Note
from klimabruecke.calc.methods import Method
from klimabruecke.calc.notes import assumptions_of, warnings_of
from klimabruecke.calc.quantities import Context, Places
from klimabruecke.calc.uncertainty import Group, Range, around, difference_range, grouped, total_range


@dataclass(frozen=True, slots=True)
class ItemFootprint:
    """One item of the answer; masses in grams, the distance one way in metres."""

    index: int
    type: str
    distance_m: int | None
    ttw_g: int
    wtt_g: int | None
    ghg_g: Range
    non_co2_g: Range
    formula: str
    factors: tuple[Factor, ...]
    group: Group


@dataclass(frozen=True, slots=True)
class Footprint:
    """The answer to a request by one method; masses in grams."""

    method_id: str
    method_version: str
    items: tuple[ItemFootprint, ...]
    groups: tuple[Group, ...]
    ttw_g: int
    wtt_g: int | None
    ghg_g: Range
    non_co2_g: Range
    climate_effect_g: Range
    per_traveller_g: int | None
    warnings: tuple[Note, ...]
    assumptions: tuple[Note, ...]


def footprint(request: Request, method: Method, places: Places) -> Footprint:
    """Compute a request by a method. `places` are the airports and cities its items may name.

    Raises CalcError with the position of the first item that cannot be answered, and those of the others.
    """
    check_day(request.on)
    context = Context(method, places, request.on)
    lines = _lines(request.items, context)
    items = tuple(
        _item(index, item.type, line)
        for index, (item, line) in enumerate(zip(request.items, lines, strict=True))
    )
    groups = grouped(item.group for item in items)
    ghg_g = total_range(groups)
    non_co2_g = _sum_ranges(item.non_co2_g for item in items)
    return Footprint(
        method_id=method.id,
        method_version=method.data.version,
        items=items,
        groups=groups,
        ttw_g=sum(item.ttw_g for item in items),
        wtt_g=_sum_known(item.wtt_g for item in items),
        ghg_g=ghg_g,
        non_co2_g=non_co2_g,
        climate_effect_g=_shifted(non_co2_g, ghg_g.central_g),
        per_traveller_g=_per_traveller(request.items, ghg_g.central_g),
        warnings=warnings_of(request, lines),
        assumptions=assumptions_of(lines),
    )


def difference(a: Footprint, b: Footprint) -> Range:
    """What alternative b saves against a, with the range of the difference (grams)."""
    return difference_range(a.groups, b.groups)


def _lines(items: Iterable[Item], context: Context) -> list[Line]:
    lines: list[Line] = []
    refusals: list[CalcError] = []
    for index, item in enumerate(items):
        try:
            lines.append(line_of(item, context))
        except CalcError as error:
            refusals.append(error.at(index))
    if refusals:
        refusals[0].also = tuple(refusals[1:])
        raise refusals[0]
    return lines


def _item(index: int, item_type: str, line: Line) -> ItemFootprint:
    ttw_g = grams(line.ttw_kg)
    wtt_g = None if line.wtt_kg is None else grams(line.wtt_kg)
    ghg_g = ttw_g + (wtt_g or 0)
    uncertainty_g = float(line.uncertainty_kg) * 1000
    return ItemFootprint(
        index=index,
        type=item_type,
        distance_m=None if line.distance_km is None else grams(line.distance_km),
        ttw_g=ttw_g,
        wtt_g=wtt_g,
        ghg_g=around(ghg_g, uncertainty_g),
        non_co2_g=_rounded(line.non_co2_kg),
        formula=line.formula,
        factors=(*line.factors, *line.parameters),
        group=Group(item_type, line.factors[0].id, ghg_g, uncertainty_g),
    )


def _sum_known(parts: Iterable[int | None]) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def _rounded(kg: NonCo2Kg) -> Range:
    return Range(grams(kg.low), grams(kg.central), grams(kg.high))


def _sum_ranges(ranges: Iterable[Range]) -> Range:
    """Level by level: the same k holds for every flight."""
    low = central = high = 0
    for each in ranges:
        low += each.low_g
        central += each.central_g
        high += each.high_g
    return Range(low, central, high)


def _shifted(non_co2_g: Range, ghg_g: int) -> Range:
    return Range(ghg_g + non_co2_g.low_g, ghg_g + non_co2_g.central_g, ghg_g + non_co2_g.high_g)


def _per_traveller(items: tuple[Item, ...], ghg_g: int) -> int | None:
    """By the largest group of travellers; None where nobody travels."""
    travellers = max((getattr(item, "travellers", 0) for item in items), default=0)
    return (2 * ghg_g + travellers) // (2 * travellers) if travellers else None
