"""What an answer must say about itself: warnings about its factors, assumptions it was made under."""

from collections.abc import Iterator, Sequence
from datetime import date

from klimabruecke.calc.factors import Factor, Period, Scope
from klimabruecke.calc.gwp import gwp_basis
from klimabruecke.calc.items import Request
from klimabruecke.calc.lines import Line, Note

TRANSPORT = frozenset({"flight", "rail", "coach", "taxi", "ferry", "car", "freight"})


def warnings_of(request: Request, lines: Sequence[Line]) -> tuple[Note, ...]:
    """All warnings: item by item, then those about the whole."""
    found: list[Note] = []
    for index, (item, line) in enumerate(zip(request.items, lines, strict=True)):
        found.extend(_about_factors(index, line, request.on))
        if line.wtt_kg is None and item.type in TRANSPORT and _reaches_from_well_to_wheel(line):
            found.append(Note("wtw_only", index, {"factor_ids": _ids(line.factors)}))
        found.extend(Note(note.code, index, note.parameters) for note in line.warnings)
    sets = frozenset().union(*(gwp_basis(factor.gwp_set) for line in lines for factor in line.factors))
    if len(sets) > 1:
        found.append(Note("mixed_gwp_sets", None, {"sets": tuple(sorted(sets))}))
    return tuple(found)


def assumptions_of(lines: Sequence[Line]) -> tuple[Note, ...]:
    """Each assumption once for the same numbers, with the first item it is about."""
    found: dict[tuple[str, str], Note] = {}
    for index, line in enumerate(lines):
        for note in (*line.assumptions, *_about_reach(line)):
            key = (note.code, repr(note.parameters))
            found.setdefault(key, Note(note.code, index, note.parameters))
    return tuple(found.values())


def _about_factors(index: int, line: Line, on: date) -> Iterator[Note]:
    if line.proxy is not None:
        item_type, variant, country = line.proxy.key
        parameters = {"reason": "country", "item_type": item_type, "variant": variant, "country": country}
        yield Note("proxy_factor", index, parameters)
    by_period: dict[Period, list[Factor]] = {Period.OLDER: [], Period.LATER: [], Period.CURRENT: []}
    recalled = []
    for factor in line.factors:
        by_period[factor.period(on)].append(factor)
        if factor.verification == "recalled":
            recalled.append(factor)
    later, older = by_period[Period.LATER], by_period[Period.OLDER]
    if later:
        starts = min(factor.valid_from for factor in later if factor.valid_from)
        parameters = {"reason": "later_set", "valid_from": starts.isoformat(), "on": on.isoformat()}
        yield Note("proxy_factor", index, {**parameters, "factor_ids": _ids(later)})
    if older:
        ended = min(factor.valid_to for factor in older if factor.valid_to)
        parameters = {"valid_to": ended.isoformat(), "on": on.isoformat()}
        yield Note("older_factor_set", index, {**parameters, "factor_ids": _ids(older)})
    if recalled:
        yield Note("recalled_factor", index, {"factor_ids": _ids(recalled)})


def _reaches_from_well_to_wheel(line: Line) -> bool:
    return any(factor.scope in {Scope.WTW, Scope.LIFE_CYCLE} for factor in line.factors) or not any(
        factor.scope is Scope.TTW for factor in line.factors
    )


def _about_reach(line: Line) -> Iterator[Note]:
    """What a figure without a separate upstream part leaves open."""
    if all(gwp_basis(factor.gwp_set) == {"CO2 only"} for factor in line.factors):
        yield Note("co2_only", parameters={"factor_ids": _ids(line.factors)})


def _ids(factors: Sequence[Factor]) -> tuple[str, ...]:
    return tuple(factor.id for factor in factors)
