"""What the travel rules of the project's home say of the chosen alternative, frozen with a decision."""

from typing import Any

from sqlalchemy import Connection

from klimabruecke.cities.queries import city_names
from klimabruecke.footprint.documents import items_of
from klimabruecke.footprint.plans.documents import Document
from klimabruecke.footprint.rules.checks import Journey, shown_checks
from klimabruecke.footprint.rules.documents import Airports
from klimabruecke.footprint.rules.queries import rules_on
from klimabruecke.reference.queries import sources_named

_SAME = ("rule_id", "city_id", "kind", "result", "source_note", "verification")


def frozen_checks(
    connection: Connection, plan: Any, home: list[str], items: list[Document]
) -> list[Document]:
    """In the shape of ``SnapshotRuleCheck``; rules are about official travel only.

    Who travels and why something is flown is answered later, at the activity: here it is open.
    """
    rules = rules_on(connection, home[:1], plan.activity_on) if plan.kind == "trip" else []
    journey = Journey(items_of(items), (), 0)
    german, english = (
        shown_checks(rules, journey, Airports(), language)["rule_checks"] for language in ("de", "en")
    )
    names = city_names(connection, home[:1])
    sources = {each.id: each._asdict() for each in sources_named(connection, _sources(german))}
    return [
        {
            **{name: de[name] for name in _SAME},
            "city": names[de["city_id"]]._asdict(),
            "title": {"de": de["title"], "en": en["title"]},
            "source": sources.get(de["source_id"]),
            "findings": [_frozen(*pair) for pair in zip(de["findings"], en["findings"], strict=True)],
        }
        for de, en in zip(german, english, strict=True)
    ]


def _sources(checks: list[Document]) -> list[str]:
    return sorted({check["source_id"] for check in checks if check["source_id"]})


def _frozen(german: Document, english: Document) -> Document:
    same = {name: german[name] for name in ("item", "from", "to", "result")}
    return {**same, "sentence": {"de": german["sentence"], "en": english["sentence"]}}
