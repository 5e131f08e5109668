"""Footprints as they are kept: canonical items in, whole grams out, with the factors' ids and values.

A kept footprint explains itself without any other row: its sentences are stored in both languages, the
factors with the values used. What is shown of it later is made from the document alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from klimabruecke.calc.amounts import kilograms
from klimabruecke.calc.factors import Factor
from klimabruecke.calc.footprint import Footprint, ItemFootprint
from klimabruecke.calc.items import Item
from klimabruecke.calc.uncertainty import Group, Range, difference_range
from klimabruecke.core.clock import rfc3339
from klimabruecke.core.language import Bilingual, Language
from klimabruecke.footprint.actions import assumption_of, warning_of
from klimabruecke.footprint.schemas import ItemIn

Document: TypeAlias = dict[str, Any]

_ITEMS: TypeAdapter[list[Any]] = TypeAdapter(list[ItemIn])
_WIRE_NAMES = {"origin": "from", "destination": "to", "is_return": "return"}


def item_documents(items: Sequence[Item]) -> list[Document]:
    """The items as a request could name them, every default written out, nothing that is not set."""
    return [_item_document(item) for item in items]


def items_of(documents: Sequence[Document]) -> tuple[Item, ...]:
    """The items of kept documents, for a new computation."""
    return tuple(item.item() for item in _ITEMS.validate_python(documents))


def _item_document(item: Item) -> Document:
    found: Document = {"type": item.type}
    for field in fields(item):
        value = getattr(item, field.name)
        if value is not None:
            found[_WIRE_NAMES.get(field.name, field.name)] = plain(value)
    return found


def plain(value: Any) -> Any:
    """A calculator's value in JSON: whole numbers without a point."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value) if isinstance(value, str) else value


# --- what was computed --------------------------------------------------------------------------


def kept(answer: Footprint) -> Document:
    """The footprint as it is stored; masses in whole grams, factor values as exact decimals in text."""
    return {
        "method": {"id": answer.method_id, "version": answer.method_version},
        **_range(answer.ghg_g),
        "ttw_g": answer.ttw_g,
        "wtt_g": answer.wtt_g,
        "non_co2_g": _levels(answer.non_co2_g),
        "climate_effect_g": _levels(answer.climate_effect_g),
        "per_traveller_g": answer.per_traveller_g,
        "items": [_kept_item(item) for item in answer.items],
        "groups": _kept_groups(answer),
        "assumptions": [
            _both(sentence) for note in answer.assumptions if any(sentence := assumption_of(note, answer))
        ],
        "warnings": [
            {"code": note.code, "item": note.item, "detail": _both(warning_of(note, answer))}
            for note in answer.warnings
        ],
    }


def _range(ghg_g: Range) -> Document:
    return {"ghg_g": ghg_g.central_g, "ghg_low_g": ghg_g.low_g, "ghg_high_g": ghg_g.high_g}


def _levels(levels: Range) -> Document:
    return {"low": levels.low_g, "central": levels.central_g, "high": levels.high_g}


def _both(sentence: Bilingual) -> Document:
    return {"de": sentence.de, "en": sentence.en}


def _kept_item(item: ItemFootprint) -> Document:
    return {
        "index": item.index,
        "type": item.type,
        "distance_m": item.distance_m,
        "ttw_g": item.ttw_g,
        "wtt_g": item.wtt_g,
        **_range(item.ghg_g),
        "non_co2_g": _levels(item.non_co2_g),
        "formula": item.formula,
        "factors": [_kept_factor(factor) for factor in item.factors],
    }


def _kept_factor(factor: Factor) -> Document:
    return {
        "id": factor.id,
        "value": format(factor.value.normalize(), "f"),
        "unit": factor.unit,
        "source_id": factor.source_id,
        "verification": factor.verification,
    }


def _kept_groups(answer: Footprint) -> list[Document]:
    """What errs together: item type and primary factor, with what totals are added up from."""
    non_co2: dict[tuple[str, str], list[int]] = {group.key: [0, 0, 0] for group in answer.groups}
    for item in answer.items:
        sums = non_co2[item.group.key]
        levels = (item.non_co2_g.low_g, item.non_co2_g.central_g, item.non_co2_g.high_g)
        sums[:] = [total + level for total, level in zip(sums, levels, strict=True)]
    return [
        {
            "item_type": group.item_type,
            "factor_id": group.factor_id,
            "ghg_g": group.ghg_g,
            "uncertainty_g": round(group.uncertainty_g),
            "non_co2_g": dict(zip(("low", "central", "high"), non_co2[group.key], strict=True)),
        }
        for group in answer.groups
    ]


def saving(first: Document, other: Document) -> Range:
    """What `other` saves against `first`, in grams, with the range of the difference."""
    return difference_range(_groups(first), _groups(other))


def _groups(document: Document) -> list[Group]:
    return [
        Group(group["item_type"], group["factor_id"], group["ghg_g"], group["uncertainty_g"])
        for group in document["groups"]
    ]


# --- what is shown ------------------------------------------------------------------------------


def shown(document: Document, language: Language) -> Document:
    """A kept footprint in the shape of ``FootprintOut``: kilograms, sentences in one language."""
    per_traveller_g = document["per_traveller_g"]
    return {
        "method": document["method"],
        **shown_range(document),
        "ttw_kg": kilograms(document["ttw_g"]),
        "wtt_kg": None if document["wtt_g"] is None else kilograms(document["wtt_g"]),
        "non_co2_kg": _shown_levels(document["non_co2_g"]),
        "climate_effect_kg": _shown_levels(document["climate_effect_g"]),
        "per_traveller_kg": None if per_traveller_g is None else kilograms(per_traveller_g),
        "items": [_shown_item(item) for item in document["items"]],
        "assumptions": [sentence[language] for sentence in document["assumptions"] if sentence[language]],
        "warnings": [
            {"code": warning["code"], "item": warning["item"], "detail": warning["detail"][language]}
            for warning in document["warnings"]
        ],
    }


def shown_range(document: Mapping[str, Any]) -> Document:
    return {
        "ghg_kg": kilograms(document["ghg_g"]),
        "ghg_low_kg": kilograms(document["ghg_low_g"]),
        "ghg_high_kg": kilograms(document["ghg_high_g"]),
    }


def _shown_levels(levels: Mapping[str, int]) -> Document:
    return {level: kilograms(levels[level]) for level in ("low", "central", "high")}


def _shown_item(item: Document) -> Document:
    return {
        "index": item["index"],
        "type": item["type"],
        "distance_km": None if item["distance_m"] is None else kilograms(item["distance_m"]),
        "ttw_kg": kilograms(item["ttw_g"]),
        "wtt_kg": None if item["wtt_g"] is None else kilograms(item["wtt_g"]),
        **shown_range(item),
        "non_co2_kg": _shown_levels(item["non_co2_g"]),
        "formula": item["formula"],
        "factors": [_shown_factor(factor) for factor in item["factors"]],
    }


def _shown_factor(factor: Document) -> Document:
    return {
        "id": factor["id"],
        "value": float(factor["value"]),
        "unit": factor["unit"],
        "source_id": factor["source_id"],
        "verification": factor["verification"],
    }


def stamps(row: Any) -> Document:
    """What every record shows of itself."""
    return {
        "version": row.version,
        "created_at": rfc3339(row.created_at),
        "updated_at": rfc3339(row.updated_at),
        "change_no": row.change_no,
        "demo": row.demo,
    }
