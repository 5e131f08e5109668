"""Computing a footprint and comparing methods: from a validated request to the answer's bytes."""

from collections.abc import Sequence
from typing import Any

import orjson

from klimabruecke.calc.amounts import kilograms
from klimabruecke.calc.comparison import Comparison, compare
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.factors import Factor
from klimabruecke.calc.footprint import Footprint, ItemFootprint, footprint
from klimabruecke.calc.lines import Note
from klimabruecke.calc.uncertainty import Range
from klimabruecke.core.db import Database
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.language import Bilingual, Language
from klimabruecke.footprint import queries, texts
from klimabruecke.footprint.schemas import FootprintComparisonIn, FootprintIn


def compute_footprint(database: Database, asked: FootprintIn, language: Language) -> bytes:
    """The footprint as JSON of `FootprintOut`. Raises Invalid with the place of what has no honest answer."""
    method = queries.catalogue(database).methods[asked.method]
    try:
        answer = footprint(asked.request(), method, queries.places(database))
    except CalcError as error:
        raise _invalid(error) from None
    return orjson.dumps(footprint_document(answer, language))


def compare_footprints(database: Database, asked: FootprintComparisonIn, language: Language) -> bytes:
    """The same items by every method as JSON of `FootprintComparisonOut`."""
    methods = tuple(queries.catalogue(database).methods.values())
    request = asked.request()
    try:
        answers = compare(request, methods, queries.places(database))
    except CalcError as error:
        raise _invalid(error) from None
    types = [item.type for item in request.items]
    return orjson.dumps({"items": [_comparison(answer, types, language) for answer in answers]})


def _invalid(error: CalcError) -> Invalid:
    return Invalid(*(_field_error(refusal) for refusal in (error, *error.also)))


def _field_error(error: CalcError) -> FieldError:
    """The refusal at its place: `/items/3/to`, or `/on` for the request itself."""
    steps = [] if error.item is None else ["items", str(error.item)]
    pointer = "".join(f"/{step}" for step in [*steps, error.field or ""] if step)
    return FieldError(pointer, error.code, texts.refusal(error))


def footprint_document(answer: Footprint, language: Language) -> dict[str, Any]:
    """The answer in the shape of `FootprintOut`."""
    return {
        "method": {"id": answer.method_id, "version": answer.method_version},
        "ghg_kg": kilograms(answer.ghg_g.central_g),
        "ghg_low_kg": kilograms(answer.ghg_g.low_g),
        "ghg_high_kg": kilograms(answer.ghg_g.high_g),
        "ttw_kg": kilograms(answer.ttw_g),
        "wtt_kg": None if answer.wtt_g is None else kilograms(answer.wtt_g),
        "non_co2_kg": _levels(answer.non_co2_g),
        "climate_effect_kg": _levels(answer.climate_effect_g),
        "per_traveller_kg": None if answer.per_traveller_g is None else kilograms(answer.per_traveller_g),
        "items": [_item(item) for item in answer.items],
        "assumptions": _assumptions(answer, language),
        "warnings": [_warning(note, answer, language) for note in answer.warnings],
    }


def _levels(levels: Range) -> dict[str, float]:
    return {
        "low": kilograms(levels.low_g),
        "central": kilograms(levels.central_g),
        "high": kilograms(levels.high_g),
    }


def _item(item: ItemFootprint) -> dict[str, Any]:
    return {
        "index": item.index,
        "type": item.type,
        "distance_km": None if item.distance_m is None else kilograms(item.distance_m),
        "ttw_kg": kilograms(item.ttw_g),
        "wtt_kg": None if item.wtt_g is None else kilograms(item.wtt_g),
        "ghg_kg": kilograms(item.ghg_g.central_g),
        "ghg_low_kg": kilograms(item.ghg_g.low_g),
        "ghg_high_kg": kilograms(item.ghg_g.high_g),
        "non_co2_kg": _levels(item.non_co2_g),
        "formula": item.formula,
        "factors": [_factor(factor) for factor in item.factors],
    }


def _factor(factor: Factor) -> dict[str, Any]:
    return {
        "id": factor.id,
        "value": float(factor.value),
        "unit": factor.unit,
        "source_id": factor.source_id,
        "verification": factor.verification,
    }


def _assumptions(answer: Footprint, language: Language) -> list[str]:
    sentences = (assumption_of(note, answer) for note in answer.assumptions)
    return [sentence.in_(language) for sentence in sentences if sentence.in_(language)]


def assumption_of(note: Note, answer: Footprint) -> Bilingual:
    """What was assumed, in a sentence; empty where the seed file says nothing about a choice."""
    if note.code == "factor_choice":
        return _choice_note(note, answer.method_id)
    return texts.assumption(note)


def _warning(note: Note, answer: Footprint, language: Language) -> dict[str, Any]:
    return {"code": note.code, "item": note.item, "detail": warning_of(note, answer).in_(language)}


def warning_of(note: Note, answer: Footprint) -> Bilingual:
    """A warning in a sentence."""
    by_country = note.parameters.get("reason") == "country"
    return _choice_note(note, answer.method_id) if by_country else texts.warning(note)


def _choice_note(note: Note, method_id: str) -> Bilingual:
    """What the seed file says about the chosen factors; empty where there is nothing to say."""
    item_type, variant, country = (str(note.parameters[name]) for name in ("item_type", "variant", "country"))
    return queries.choice_note(method_id, item_type, variant, country)


def _comparison(answer: Comparison, types: Sequence[str], language: Language) -> dict[str, Any]:
    includes = answer.includes
    reason = None if answer.reason is None else texts.reason(answer.reason, types).in_(language)
    return {
        "method": answer.method_id,
        "ghg_kg": None if answer.answer is None else kilograms(answer.answer.ghg_g.central_g),
        "includes": {
            "wtt": includes.wtt,
            "non_co2": includes.non_co2,
            "detour": includes.detour,
            "construction": includes.construction,
        },
        "why": queries.why(answer.method_id).in_(language),
        "reason_if_null": reason,
    }
