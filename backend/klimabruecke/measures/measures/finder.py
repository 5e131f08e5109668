"""The finder: which measures of other cities are like one of ours, and why."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from klimabruecke.core.language import Bilingual, Language
from klimabruecke.core.search import words
from klimabruecke.measures.measures.schemas import MeasureOut

AT_MOST = 20
WEIGHTS = {
    "same_effect": 25,
    "same_sector": 25,
    "hazards": 15,
    "same_words": 15,
    "co_benefits": 10,
    "prerequisites": 10,
    "instruments": 10,
    "same_action_type": 5,
}
"""How much each likeness counts. Kind alone says little: most measures are mitigation."""
ENOUGH = 20
SENTENCES = {
    "same_effect": Bilingual(
        "Wirkung in derselben Größe: {values}.", "Effect in the same measure: {values}."
    ),
    "same_sector": Bilingual("Dasselbe Handlungsfeld.", "The same field of work."),
    "hazards": Bilingual("Schützt vor demselben.", "Protects against the same."),
    "same_words": Bilingual("Gemeinsame Wörter im Titel: {values}.", "Words both titles share: {values}."),
    "co_benefits": Bilingual("Derselbe Zusatznutzen.", "The same co-benefits."),
    "prerequisites": Bilingual("Braucht dasselbe.", "Needs the same."),
    "instruments": Bilingual("Dasselbe Mittel.", "The same means."),
    "same_action_type": Bilingual("Dieselbe Art von Maßnahme.", "The same kind of measure."),
}
_TONNES = "t CO2e"
_SHORT = 4
"""Shorter words tie titles together that have nothing else in common."""


class Likeness(NamedTuple):
    """One thing two measures have in common."""

    code: str
    values: list[str]


def similar(ours: MeasureOut, others: Iterable[MeasureOut], language: Language) -> list[dict[str, Any]]:
    """The most alike first, each with its reasons, in the shape of ``SimilarOut``."""
    found = [(other, likenesses(ours, other)) for other in others]
    scored = [(sum(WEIGHTS[one.code] for one in alike), other, alike) for other, alike in found]
    enough = sorted(
        (one for one in scored if one[0] >= ENOUGH), key=lambda one: (-one[0], one[1].city_id, one[1].id)
    )
    return [
        {
            "measure": other.model_dump(mode="json"),
            "score": min(score, 100),
            "reasons": [_reason(one, language) for one in alike],
        }
        for score, other, alike in enough[:AT_MOST]
    ]


def likenesses(ours: MeasureOut, other: MeasureOut) -> list[Likeness]:
    """What they have in common, the weightiest first. Words of the same kind count once, however many."""
    shared: dict[str, set[str]] = {
        "same_effect": _shared_units(ours, other),
        "same_sector": _both(ours.sector, other.sector),
        "hazards": set[str](ours.hazards) & set[str](other.hazards),
        "same_words": _title_words(ours) & _title_words(other),
        "co_benefits": set[str](ours.co_benefits) & set[str](other.co_benefits),
        "prerequisites": set[str](ours.prerequisites) & set[str](other.prerequisites),
        "instruments": set[str](ours.instruments) & set[str](other.instruments),
        "same_action_type": _both(ours.action_type, other.action_type),
    }
    return [Likeness(code, sorted(values)) for code, values in shared.items() if values]


def _both(ours: str, other: str) -> set[str]:
    return {ours} if ours == other else set()


def _shared_units(ours: MeasureOut, other: MeasureOut) -> set[str]:
    """So many measures save tonnes that these tie together only what is of the same field."""
    shared = _units(ours) & _units(other)
    return shared if ours.sector == other.sector else shared - {_TONNES}


def _units(measure: MeasureOut) -> set[str]:
    return {_TONNES if effect.ghg_kg is not None else str(effect.unit) for effect in measure.effects}


def _title_words(measure: MeasureOut) -> set[str]:
    titles = " ".join(filter(None, (measure.title_de, measure.title_en)))
    return {word for word in words(titles) if len(word) > _SHORT}


def _reason(one: Likeness, language: Language) -> dict[str, Any]:
    text = SENTENCES[one.code].in_(language).format(values=", ".join(one.values))
    return {"code": one.code, "values": one.values, "text": text}
