"""Writing travel rules, and what activities say about them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlmodel import Session, col, or_, select

from klimabruecke.calc.amounts import grams
from klimabruecke.calc.items import Item
from klimabruecke.calc.travel_rules import key_of
from klimabruecke.cities.queries import check_cities
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import change
from klimabruecke.footprint.deps import Principal, require_write
from klimabruecke.footprint.refusals import refused as refused_here
from klimabruecke.footprint.rules.checks import answer_of
from klimabruecke.footprint.rules.schemas import TravelRuleIn, TravelRulePatch
from klimabruecke.footprint.rules.tables import RuleColumns, TravelRule
from klimabruecke.footprint.rules.texts import refused
from klimabruecke.reference import queries as reference

NUMBERS = {"max_rail_hours": "rail_first", "currency": "co2_levy", "amount_cents_per_tonne": "co2_levy"}
"""Which kind of rule has which number; all but the amount are needed."""

Json = dict[str, Any]


def create_rule(session: Session, principal: Principal, asked: TravelRuleIn) -> TravelRule:
    check_cities(session, [asked.city_id], lambda _: "/city_id")
    require_write(principal, [asked.city_id])
    rule = TravelRule(id=new_id(), **asked.model_dump())
    _check(session, rule)
    session.add(rule)
    session.flush()
    return rule


def update_rule(session: Session, rule: TravelRule, patch: TravelRulePatch) -> None:
    """A new amount says in the same request where it was read and how well it is proven.

    Otherwise the source and the verification of the rule as it was would seem to say it.
    """
    given = patch.given()
    amount = given.get("amount_cents_per_tonne")
    if amount is not None and amount != rule.amount_cents_per_tonne:
        _check_amount(given)
    change(rule, given)
    _check(session, rule)
    session.flush()


def _check_amount(given: Mapping[str, Any]) -> None:
    if "source_id" not in given:
        raise refused("/source_id", "amount_without_source_id")
    if not (given["source_id"] or given.get("source_note")):
        raise refused("/source_id", "amount_without_source")
    if given.get("verification") is None:
        raise refused("/verification", "amount_without_verification")


def _check(session: Session, rule: TravelRule) -> None:
    if rule.title_de is None and rule.title_en is None:
        raise refused_here("/title_de", "title_missing")
    if rule.valid_from_on and rule.valid_to_on and rule.valid_to_on < rule.valid_from_on:
        raise refused_here("/valid_to_on", "ends_before_start")
    for name, kind in NUMBERS.items():
        if rule.kind != kind and getattr(rule, name) is not None:
            raise refused(f"/{name}", "parameter_of_another_kind")
        if rule.kind == kind and getattr(rule, name) is None and name != "amount_cents_per_tonne":
            raise refused(f"/{name}", "parameter_missing")
    _check_source(session, rule)
    if rule.active and rule.kind != "gap" and _overlaps(session, rule):
        raise refused("/valid_from_on", "rule_overlaps")


def _check_source(session: Session, rule: TravelRule) -> None:
    if rule.source_id is not None and not reference.knows_source(session.connection(), rule.source_id):
        raise refused("/source_id", "unknown_source")
    if rule.kind != "gap" and rule.verification is None:
        raise refused("/verification", "verification_missing")
    if rule.source_id is None and rule.source_note is None:
        if rule.amount_cents_per_tonne is not None:
            raise refused("/source_id", "amount_without_source")
        if rule.kind != "gap" and rule.verification != "recalled":
            raise refused("/source_id", "source_missing")


def _overlaps(session: Session, rule: TravelRule) -> bool:
    """Whether another rule of the kind holds in the city on one of the days; the others are locked."""
    same = (TravelRule.city_id == rule.city_id, TravelRule.kind == rule.kind, TravelRule.id != rule.id)
    others = select(TravelRule).where(
        *same, col(TravelRule.deleted_at).is_(None), col(TravelRule.active).is_(True)
    )
    begins, ends = col(TravelRule.valid_from_on), col(TravelRule.valid_to_on)
    if rule.valid_to_on is not None:
        others = others.where(or_(begins.is_(None), begins <= rule.valid_to_on))
    if rule.valid_from_on is not None:
        others = others.where(or_(ends.is_(None), ends >= rule.valid_from_on))
    with session.no_autoflush:
        return session.exec(others.with_for_update()).first() is not None


# --- what an activity says --------------------------------------------------------------------------


def stored(given: Json) -> Json:
    """The fields of an activity as its row keeps them, the portal's figure in grams."""
    values = dict(given)
    if "portal_ghg_kg" in values:
        figure = values.pop("portal_ghg_kg")
        values["portal_ghg_g"] = None if figure is None else grams(Decimal(repr(figure)))
    if "rule_answers" in values:
        values["rule_answers"] = [_kept(answer) for answer in values["rule_answers"] or ()]
    return values


def _kept(answer: Mapping[str, Any]) -> Json:
    """Under the names of a request, without what was not said."""
    named = {"from" if name == "from_" else name: value for name, value in answer.items()}
    return {name: value for name, value in named.items() if value is not None}


def check_fields(kept: RuleColumns, items: Sequence[Item]) -> None:
    """Raises Invalid for answers no item asks for, and for half a payment or half a comparison."""
    check_answers(kept.rule_answers, items)
    payment = ("levy_paid_cents", "levy_paid_on", "levy_currency")
    if kept.levy_paid_cents is None and kept.levy_paid_on is None:
        kept.levy_currency = None
    missing = [name for name in payment if getattr(kept, name) is None]
    if 0 < len(missing) < len(payment):
        raise refused(f"/{missing[0]}", "levy_incomplete")
    if kept.portal_ghg_g is None and (kept.portal_difference_reason or kept.portal_note):
        raise refused("/portal_ghg_kg", "portal_incomplete")


def check_answers(answers: Sequence[Mapping[str, Any]], items: Sequence[Item]) -> None:
    """Raises Invalid for an answer that says nothing, twice the same, or about no item."""
    asked, seen = {key_of(item) for item in items}, set()
    for place, given in enumerate(answers):
        pointer, key = f"/rule_answers/{place}", key_of(answer_of(given))
        if key in seen:
            raise refused(pointer, "answer_repeated")
        if key not in asked:
            raise refused(pointer, "answer_without_item")
        if "rail_hours" not in given and "exception" not in given:
            raise refused(f"{pointer}/rail_hours", "answer_empty")
        if given.get("exception") == "other" and "reason" not in given:
            raise refused(f"{pointer}/reason", "reason_missing")
        seen.add(key)


def fitting_answers(answers: Sequence[Json], items: Sequence[Item]) -> list[Json]:
    """The answers that are still about an item: what left the journey takes its answer along."""
    asked = {key_of(item) for item in items}
    return [given for given in answers if key_of(answer_of(given)) in asked]
