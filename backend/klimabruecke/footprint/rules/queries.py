"""What can be asked of travel rules."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, bindparam, exists, func, literal, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from klimabruecke.core.evidence import Fact
from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing
from klimabruecke.core.records import no_such
from klimabruecke.footprint.projects.tables import CooperationProject
from klimabruecke.footprint.rules.answers import TravelRuleOut
from klimabruecke.footprint.rules.tables import TravelRule
from klimabruecke.footprint.rules.texts import LEVY_GAP

_RULES = select(*(getattr(TravelRule, name) for name in TravelRuleOut.model_fields)).where(
    col(TravelRule.deleted_at).is_(None)
)


def _valid_on(day: Any) -> ColumnElement[bool]:
    begun = or_(col(TravelRule.valid_from_on).is_(None), col(TravelRule.valid_from_on) <= day)
    return begun & or_(col(TravelRule.valid_to_on).is_(None), col(TravelRule.valid_to_on) >= day)


RULES = Listing(
    TravelRuleOut,
    _RULES,
    resources=["travel_rule"],
    sorts={name: getattr(TravelRule, name) for name in ("city_id", "kind", "valid_from_on")},
    filters={
        "city": lambda city: col(TravelRule.city_id) == city,
        "kind": lambda kind: col(TravelRule.kind) == kind,
        "valid_on": _valid_on,
        "active": lambda active: col(TravelRule.active) == active,
    },
    default_sort="city_id,kind,id",
    cache=PRIVATE,
)

FACT = Fact(
    "travel_rule",
    TravelRule,
    title_de=literal("Reiseregel: ") + func.coalesce(col(TravelRule.title_de), col(TravelRule.title_en)),
    title_en=literal("Travel rule: ") + func.coalesce(col(TravelRule.title_en), col(TravelRule.title_de)),
    value=col(TravelRule.text_de),
    value_en=col(TravelRule.text_en),
    page=literal("/reiseregeln/") + col(TravelRule.id),
    city_id=col(TravelRule.city_id),
)


_HOLDING = _RULES.where(
    col(TravelRule.city_id).in_(bindparam("city_ids", expanding=True)),
    _valid_on(bindparam("day", type_=Date)),
    col(TravelRule.active).is_(True),
).order_by(col(TravelRule.city_id), col(TravelRule.kind), col(TravelRule.id))


def rule(connection: Connection, rule_id: str) -> TravelRuleOut:
    row = connection.execute(_RULES.where(col(TravelRule.id) == rule_id)).one_or_none()
    if row is None:
        raise no_such("travel_rule")
    return TravelRuleOut.model_validate(dict(row._mapping))


def rules_on(connection: Connection, city_ids: Collection[str], day: date) -> list[Any]:
    """The rules of these cities that hold on a day and are switched on, by city and kind."""
    return list(connection.execute(_HOLDING, {"city_ids": list(city_ids), "day": day}))


def levy_rules(connection: Connection) -> list[Any]:
    """The levies that are switched on, of every city and day."""
    levies = _RULES.where(col(TravelRule.kind) == "co2_levy", col(TravelRule.active).is_(True))
    return list(connection.execute(levies.order_by(col(TravelRule.city_id), col(TravelRule.id))))


def levy_gaps(connection: Connection, city_id: str) -> list[dict[str, Any]]:
    """The levies of a city whose amount nobody has entered, in the shape of ``GapOut``; public."""
    levies = (each for each in levy_rules(connection) if each.city_id == city_id)
    return [
        {
            "id": f"amount-{levy.id}"[:80],
            "text_de": LEVY_GAP.de,
            "text_en": LEVY_GAP.en,
            "source_id": levy.source_id,
        }
        for levy in levies
        if levy.amount_cents_per_tonne is None
    ]


def holds_on(rule: Any, day: date) -> bool:
    """The same as ``_valid_on`` of a rule that was read."""
    return (rule.valid_from_on is None or rule.valid_from_on <= day) and (
        rule.valid_to_on is None or rule.valid_to_on >= day
    )


def ending_rules(connection: Connection, until: date) -> list[Any]:
    """Rules in force that end before this day, where no other of their kind goes on in the city."""
    later = aliased(TravelRule)
    goes_on = exists().where(
        col(later.city_id) == col(TravelRule.city_id),
        col(later.kind) == col(TravelRule.kind),
        col(later.deleted_at).is_(None),
        col(later.active).is_(True),
        or_(col(later.valid_to_on).is_(None), col(later.valid_to_on) > col(TravelRule.valid_to_on)),
    )
    ending = _RULES.where(
        col(TravelRule.active).is_(True), col(TravelRule.valid_to_on) < until, ~goes_on
    ).order_by(col(TravelRule.id))
    return list(connection.execute(ending))


def rules_of(connection: Connection, activity: Any) -> list[Any]:
    """The rules an activity is held against: those of the cities its travellers come from, on its first day.

    Where nobody says who travels, the first city of the project stands for its home. Rules are about official
    travel: events, shipments, purchases and online meetings have none.
    """
    if activity.kind != "trip":
        return []
    city_ids = {each["city_id"] for each in activity.participants} or _home(connection, activity.project_id)
    return rules_on(connection, sorted(city_ids), activity.starts_on)


def _home(connection: Connection, project_id: str) -> set[str]:
    cities = select(col(CooperationProject.city_ids)).where(col(CooperationProject.id) == project_id)
    found: list[str] = connection.execute(cities).scalar_one()
    return set(found[:1])
