"""What the travel rules say of a journey, as it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from klimabruecke.calc.amounts import kilograms
from klimabruecke.calc.items import Item
from klimabruecke.calc.quantities import Places
from klimabruecke.calc.shares import shares
from klimabruecke.calc.travel_rules import (
    Answer,
    Finding,
    levy_cents,
    rail_first,
    taxi_exception,
    worst,
)
from klimabruecke.core.language import Bilingual, Language
from klimabruecke.footprint.rules import texts

Document: TypeAlias = dict[str, Any]


class Charged(NamedTuple):
    """What a levy is counted from: the grams of a city, or why there are none."""

    share_g: int | None
    why: Bilingual | None = None


@dataclass(frozen=True)
class Journey:
    """What rules are held against: the items, what was answered about them, and who bears how much.

    ``travellers`` are the people by city; ``charged_g`` is the footprint they share.
    """

    items: Sequence[Item]
    answers: Sequence[Mapping[str, Any]]
    charged_g: int
    travellers: Mapping[str, int] = field(default_factory=dict)
    is_cancelled: bool = False

    def charged(self, city_id: str) -> Charged:
        if self.is_cancelled:
            return Charged(None, texts.LEVY_CANCELLED)
        if not self.travellers:
            return Charged(None, texts.LEVY_NOBODY)
        return Charged(shares(self.charged_g, self.travellers).get(city_id, 0))


def shown_checks(rules: Sequence[Any], journey: Journey, places: Places, language: Language) -> Document:
    """The journey held against these rules: ``rule_checks``, ``levies`` and what is due altogether."""
    levies = [_levy(rule, journey, language) for rule in rules if rule.kind == "co2_levy"]
    checks = [_check(rule, journey, places, language) for rule in rules if rule.kind != "co2_levy"]
    due = [levy["due_cents"] for levy in levies]
    currencies = {levy["currency"] for levy in levies}
    is_known = len(currencies) == 1 and None not in due
    return {
        "rule_checks": checks,
        "levies": levies,
        "levy_due_cents": sum(due) if is_known else None,
        "levy_currency": currencies.pop() if len(currencies) == 1 else None,
    }


def state_of(rules: Sequence[Any]) -> tuple[object, ...]:
    """What changes the checks of a journey without a write of the journey itself."""
    return tuple((rule.id, rule.version) for rule in rules)


def answer_of(given: Mapping[str, Any]) -> Answer:
    """A kept answer, for the calculator."""
    hours = given.get("rail_hours")
    return Answer(
        type=given["type"],
        origin=given.get("from"),
        destination=given.get("to"),
        rail_hours=None if hours is None else Decimal(repr(hours)),
        exception=given.get("exception"),
        reason=given.get("reason", ""),
    )


# --- rules that are kept or not -------------------------------------------------------------------


def _check(rule: Any, journey: Journey, places: Places, language: Language) -> Document:
    findings = _findings(rule, journey, places)
    result = "unknown" if rule.kind == "gap" else str(worst(findings))
    return {
        **_origin(rule),
        "kind": rule.kind,
        "title": _title(rule, language),
        "result": result,
        "sentence": texts.RESULTS[rule.kind, result].in_(language),
        "findings": [_shown(finding, rule, journey, language) for finding in findings],
    }


def _origin(rule: Any) -> Document:
    """Which rule, whose, and where it was read."""
    return {
        "rule_id": rule.id,
        "city_id": rule.city_id,
        "source_id": rule.source_id,
        "source_note": rule.source_note,
        "verification": rule.verification,
    }


def _title(rule: Any, language: Language) -> str:
    found: str = (rule.title_de, rule.title_en)[language == "en"] or rule.title_de or rule.title_en
    return found


def _findings(rule: Any, journey: Journey, places: Places) -> Sequence[Finding]:
    answers = [answer_of(given) for given in journey.answers]
    if rule.kind == "rail_first":
        return rail_first(journey.items, answers, rule.max_rail_hours, places)
    return taxi_exception(journey.items, answers) if rule.kind == "taxi_exception" else ()


def _shown(finding: Finding, rule: Any, journey: Journey, language: Language) -> Document:
    item: Any = journey.items[finding.item]
    return {
        "item": finding.item,
        "from": item.origin,
        "to": item.destination,
        "result": str(finding.result),
        "sentence": _sentence(finding, rule, language),
    }


def _sentence(finding: Finding, rule: Any, language: Language) -> str:
    template = texts.FINDINGS[finding.code].in_(language)
    answer = finding.answer
    return template.format(
        most=rule.max_rail_hours,
        hours=_hours(answer, language) if answer else "",
        exception=_exception(answer, language) if answer else "",
    )


def _hours(answer: Answer, language: Language) -> str:
    """As it was answered: 4, 4.5 or 4.25."""
    if answer.rail_hours is None:
        return ""
    places = max(0, -int(answer.rail_hours.normalize().as_tuple().exponent))
    return texts.written(answer.rail_hours, places, language)


def _exception(answer: Answer, language: Language) -> str:
    """The reason in words: that of the list, and what was written besides."""
    if answer.exception is None:
        return ""
    listed = texts.EXCEPTIONS[answer.exception].in_(language)
    return f"{listed} {answer.reason}".strip()


# --- the levy -------------------------------------------------------------------------------------


def _levy(rule: Any, journey: Journey, language: Language) -> Document:
    share_g, why = journey.charged(rule.city_id)
    amount = rule.amount_cents_per_tonne
    due = None if share_g is None or amount is None else levy_cents(share_g, amount)
    if due is None:
        sentence = (why or texts.LEVY_UNKNOWN).in_(language)
    else:
        sentence = texts.LEVY_DUE.in_(language).format(
            share=texts.written(Decimal(share_g or 0).scaleb(-3), 3, language),
            amount=texts.written(Decimal(amount).scaleb(-2), 2, language),
            due=texts.written(Decimal(due).scaleb(-2), 2, language),
            currency=rule.currency,
        )
    return {
        **_origin(rule),
        "share_kg": None if share_g is None else kilograms(share_g),
        "amount_cents_per_tonne": amount,
        "currency": rule.currency,
        "due_cents": due,
        "sentence": sentence,
    }
