"""What an activity shows of travel rules, the levy and another portal's figure."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeAlias

from klimabruecke.calc.amounts import kilograms
from klimabruecke.calc.geo import Place
from klimabruecke.core.language import Language
from klimabruecke.footprint.documents import items_of
from klimabruecke.footprint.queries import airport_place
from klimabruecke.footprint.rules.checks import Journey, shown_checks

Document: TypeAlias = dict[str, Any]


class Airports:
    """The places of flights; no city is needed, and so no database."""

    def get(self, code: str, /) -> Place | None:
        return airport_place(code)


def shown_fields(activity: Any, version: Any, rules: Sequence[Any], language: Language) -> Document:
    """In the shape of ``RuleFieldsOut``; ``version`` is the footprint that counts."""
    travellers: Counter[str] = Counter()
    for each in activity.participants:
        travellers[each["city_id"]] += each["count"]
    journey = Journey(
        items_of(activity.items) if rules else (),
        activity.rule_answers,
        version.ghg_g,
        travellers,
        activity.status == "cancelled",
    )
    checks = shown_checks(rules, journey, Airports(), language)
    paid_on = activity.levy_paid_on
    return {
        **checks,
        "rule_answers": activity.rule_answers,
        "levy_paid_cents": activity.levy_paid_cents,
        "levy_paid_on": None if paid_on is None else paid_on.isoformat(),
        "levy_currency": activity.levy_currency or checks["levy_currency"],
        **_portal(activity, version),
    }


def _portal(activity: Any, version: Any) -> Document:
    """The other figure beside ours."""
    figure_g = activity.portal_ghg_g
    return {
        "portal_ghg_kg": None if figure_g is None else kilograms(figure_g),
        "portal_difference_kg": None if figure_g is None else kilograms(figure_g - version.ghg_g),
        "portal_difference_reason": activity.portal_difference_reason,
        "portal_note": activity.portal_note,
    }
