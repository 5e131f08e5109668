"""Holding a journey against the rules before it is an activity."""

from typing import Any

from sqlalchemy import Connection

from klimabruecke.cities import queries as cities
from klimabruecke.core.language import Language
from klimabruecke.core.validation import refused
from klimabruecke.footprint.calculator import Calculator, at_items
from klimabruecke.footprint.rules.actions import check_answers, stored
from klimabruecke.footprint.rules.checks import Journey, shown_checks
from klimabruecke.footprint.rules.queries import rules_on
from klimabruecke.footprint.rules.schemas import TravelRuleCheckIn


def checked(
    connection: Connection, calculator: Calculator, asked: TravelRuleCheckIn, language: Language
) -> dict[str, Any]:
    """The journey in the shape of ``TravelRuleCheckOut``; all its travellers are people of the city."""
    if cities.coordinates(connection, asked.city_id) is None:
        raise refused("/city_id", "unknown_city")
    items = tuple(item.item() for item in asked.items)
    answers = stored(asked.model_dump(include={"rule_answers"}))["rule_answers"]
    check_answers(answers, items)
    charged_g = calculator.computed(items, asked.on, refuse=at_items()).ghg_g.central_g
    journey = Journey(items, answers, charged_g, {asked.city_id: 1})
    rules = rules_on(connection, [asked.city_id], asked.on)
    return shown_checks(rules, journey, calculator.places, language)
