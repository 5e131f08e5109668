"""Invented records for the demonstration, each marked ``demo`` and called an example."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from klimabruecke.core.db import Database
from klimabruecke.footprint.activities.actions import create_activity
from klimabruecke.footprint.activities.schemas import ActivityIn
from klimabruecke.footprint.budgets.actions import create_budget
from klimabruecke.footprint.budgets.schemas import CarbonBudgetIn
from klimabruecke.footprint.calculator import Calculator, calculator
from klimabruecke.footprint.contributions.actions import create_contribution
from klimabruecke.footprint.contributions.schemas import ContributionIn
from klimabruecke.footprint.demo_delegation import seed_delegation
from klimabruecke.footprint.deps import THE_SYSTEM
from klimabruecke.footprint.disclosures.actions import disclose
from klimabruecke.footprint.disclosures.schemas import TravelDisclosureIn
from klimabruecke.footprint.plans.actions import add_alternative, create_plan
from klimabruecke.footprint.plans.decisions import decide
from klimabruecke.footprint.plans.schemas import (
    DecisionIn,
    DerivedIn,
    FewerTravellersIn,
    FewerTravellersParameters,
    HybridIn,
    HybridParameters,
    PlanIn,
    RailToHubIn,
)
from klimabruecke.footprint.plans.tables import Plan, PlanAlternative
from klimabruecke.footprint.programmes.actions import create_programme
from klimabruecke.footprint.programmes.schemas import ProgrammeIn
from klimabruecke.footprint.projects.actions import create_project
from klimabruecke.footprint.projects.schemas import CooperationProjectIn
from klimabruecke.footprint.projects.tables import CooperationProject

FIRST_DAY, LAST_DAY = date(2026, 9, 14), date(2026, 9, 20)

_PROJECT: dict[str, Any] = {
    "title_de": "Beispielprojekt: Fachaustausch Bremen und Windhoek",
    "title_en": "Example project: exchange between Bremen and Windhoek",
    "city_ids": ["bremen", "windhoek"],
    "starts_on": date(2026, 1, 1),
    "ends_on": date(2027, 6, 30),
    "note": "Erfundenes Beispiel für die Vorführung. / An invented example for the demonstration.",
}
_PROGRAMME: dict[str, Any] = {
    "title_de": "Beispielzuwendung: Koordination kommunaler Entwicklungspolitik",
    "title_en": "Example grant: coordination of municipal development policy",
    "funder": "Beispiel: Fördergeber",
    "grant_reference": "BEISPIEL-2025-001",
    "starts_on": date(2025, 7, 1),
    "ends_on": date(2027, 6, 30),
    "own_share_cents": 1_500_000,
    "positions": [
        {
            "code": "1",
            "title_de": "Personal",
            "title_en": "Staff",
            "planned_cents": 9_000_000,
            "spent_cents": 4_100_000,
        },
        {
            "code": "2",
            "title_de": "Reisekosten",
            "title_en": "Travel",
            "planned_cents": 3_000_000,
            "changed_cents": 2_400_000,
            "spent_cents": 780_000,
        },
        {
            "code": "3",
            "title_de": "Veranstaltungen",
            "title_en": "Events",
            "planned_cents": 1_500_000,
            "changed_cents": 2_100_000,
        },
    ],
    "conditions": [
        {
            "text_de": "Beispiel: Der Fördergeber ist bei jeder Veröffentlichung zu nennen.",
            "text_en": "Example: the funder is to be named in every publication.",
        }
    ],
    "funding_notice_de": "Beispiel: Gefördert durch den Fördergeber.",
    "funding_notice_en": "Example: funded by the funder.",
    "city_ids": ["bremen", "windhoek"],
}
_AS_PLANNED = [
    {"type": "flight", "from": "BRE", "to": "FRA", "travellers": 5, "return": True},
    {"type": "flight", "from": "FRA", "to": "WDH", "travellers": 5, "return": True},
    {"type": "hotel", "country": "NA", "rooms": 5, "nights": 6},
]
_DECISION: dict[str, Any] = {
    "reason": "Beispiel: Zwei Personen reisen, an den Videotreffen nehmen alle fünf teil.",
    "purpose": "Beispiel: Fachaustausch zur Abwasserbehandlung mit der Stadtverwaltung Windhoek, zwei"
    " Anlagen werden besichtigt.",
    "benefit": "Beispiel: Der gemeinsame Projektantrag ist abgestimmt.",
    "ends_on": LAST_DAY,
    "cost_cents": 620_000,
    "currency": "EUR",
}
"""Without a budget line, so that the texts show what a blank looks like."""

_QUESTION: dict[str, Any] = {
    "question": "Beispiel: Wie viele Reisen gab es 2024 und 2025, und welche Emissionen verursachten sie?",
    "year_min": 2024,
    "year_max": 2025,
    "kinds": ["trip"],
}

_CONTRIBUTION: dict[str, Any] = {
    "city_id": "bremen",
    "kind": "donation",
    "amount_cents": 25_000,
    "currency": "EUR",
    "recipient": "Beispiel: ein Klimafonds",
    "period_starts_on": date(2026, 1, 1),
    "period_ends_on": date(2026, 12, 31),
    "proof_note": "Beispiel ohne Beleg / An example without proof",
    "note": "Erfundenes Beispiel für die Vorführung. / An invented example for the demonstration.",
}


def seed_demo(database: Database) -> None:
    """Two projects, a grant, a decided plan, activities, a budget, a contribution, a published year; once."""
    computing = calculator(database)
    with database.transaction() as session:
        there = select(CooperationProject.id).where(col(CooperationProject.demo).is_(True))
        if session.exec(there).first() is None:
            _seed(session, computing)


def _seed(session: Session, computing: Calculator) -> None:
    project = create_project(session, THE_SYSTEM, CooperationProjectIn.model_validate(_PROJECT), demo=True)
    budget = CarbonBudgetIn(project_id=project.id, year=FIRST_DAY.year, limit_kg=10_000)
    create_budget(session, THE_SYSTEM, budget, demo=True)
    programme = create_programme(session, THE_SYSTEM, ProgrammeIn.model_validate(_PROGRAMME), demo=True)
    plan, chosen = _plan(session, computing, project.id)
    decide(session, plan, DecisionIn(alternative_id=chosen.id, **_DECISION))
    activity = ActivityIn.model_validate(
        {
            "title": "Beispiel: Delegationsreise Bremen–Windhoek",
            "plan_id": plan.id,
            "programme_id": programme.id,
            "starts_on": FIRST_DAY,
            "ends_on": LAST_DAY,
            "status": "done",
            "host_city_id": "windhoek",
            "participants": [{"city_id": "bremen", "count": 2, "kind": "administration", "paid_by": "grant"}],
        }
    )
    create_activity(session, computing, THE_SYSTEM, activity, demo=True)
    create_contribution(session, THE_SYSTEM, ContributionIn.model_validate(_CONTRIBUTION), demo=True)
    seed_delegation(session, computing)
    disclose(session, THE_SYSTEM, TravelDisclosureIn.model_validate(_QUESTION), demo=True)


def _plan(session: Session, computing: Calculator, project_id: str) -> tuple[Plan, PlanAlternative]:
    """The plan with its alternatives, and the one to decide for: two people by rail and air, all by video."""
    asked = {
        "title": "Beispiel: Delegationsreise Bremen–Windhoek",
        "project_id": project_id,
        "on": FIRST_DAY,
        "alternatives": [{"label": "Wie geplant", "items": _AS_PLANNED}],
    }
    plan = create_plan(session, computing, THE_SYSTEM, PlanIn.model_validate(asked), demo=True)
    first = session.exec(select(PlanAlternative).where(PlanAlternative.plan_id == plan.id)).one()

    def added(asked: DerivedIn) -> PlanAlternative:
        return add_alternative(session, computing, plan, asked, "de")

    by_rail = added(RailToHubIn(change="rail_to_hub", from_alternative_id=first.id))
    three = FewerTravellersParameters(travellers=3)
    added(FewerTravellersIn(change="fewer_travellers", from_alternative_id=first.id, parameters=three))
    two = HybridParameters(travellers=2)
    return plan, added(HybridIn(change="hybrid", from_alternative_id=by_rail.id, parameters=two))
