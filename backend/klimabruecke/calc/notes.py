"""What an answer must say about itself: warnings about its factors, assumptions it was made under."""

from collections.abc import Iterator, Sequence
from datetime import date

from klimabruecke.calc.errors import Parameter
from klimabruecke.calc.factors import Factor, FactorChoice, Period, Scope
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
    labels = {factor.gwp_set for line in lines for factor in line.factors}
    sets = frozenset().union(*(gwp_basis(label) for label in labels))
    if len(sets) > 1:
        found.append(Note("mixed_gwp_sets", None, {"sets": tuple(sorted(sets))}))
    return tuple(found)


def assumptions_of(lines: Sequence[Line]) -> tuple[Note, ...]:
    """Each assumption once for the same numbers, with the first item it is about."""
    found: dict[tuple[object, ...], Note] = {}
    for index, line in enumerate(lines):
        for note in (*line.assumptions, *_about_choice(line)):
            key = (note.code, *note.parameters.items())
            if key not in found:
                found[key] = Note(note.code, index, note.parameters)
    return tuple(found.values())


def _about_factors(index: int, line: Line, on: date) -> Iterator[Note]:
    if line.is_proxy and line.choice is not None:
        yield Note("proxy_factor", index, {"reason": "country", **_row(line.choice)})
    by_period: dict[Period, list[Factor]] = {Period.OLDER: [], Period.LATER: [], Period.CURRENT: []}
    recalled = []
    for factor in (*line.factors, *line.parameters):
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


def _about_choice(line: Line) -> Iterator[Note]:
    """What the chosen factors are about, unless a warning says it already."""
    if line.choice is not None and not line.is_proxy:
        yield Note("factor_choice", parameters=_row(line.choice))
    if all(gwp_basis(factor.gwp_set) == {"CO2 only"} for factor in line.factors):
        yield Note("co2_only", parameters={"factor_ids": _ids(line.factors)})


def _row(choice: FactorChoice) -> dict[str, Parameter]:
    return {"item_type": choice.item_type, "variant": choice.variant, "country": choice.country}


def _ids(factors: Sequence[Factor]) -> tuple[str, ...]:
    return tuple(factor.id for factor in factors)
