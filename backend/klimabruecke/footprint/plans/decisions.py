"""Deciding: the one step that freezes a plan."""

from collections.abc import Sequence

from sqlmodel import Session

from klimabruecke.audit.actions import name
from klimabruecke.core.canonical import canonical_json, sha256_of
from klimabruecke.core.changes import context
from klimabruecke.core.clock import rfc3339
from klimabruecke.core.ids import new_id
from klimabruecke.footprint.plans.actions import alternatives
from klimabruecke.footprint.plans.documents import STATED, Document, plan_document
from klimabruecke.footprint.plans.rule_checks import frozen_checks
from klimabruecke.footprint.plans.schemas import DecisionIn
from klimabruecke.footprint.plans.tables import Plan, PlanAlternative, PlanDecision
from klimabruecke.footprint.projects.tables import CooperationProject
from klimabruecke.footprint.queries import place_names
from klimabruecke.footprint.refusals import refused
from klimabruecke.reference.queries import sources_named


def decide(session: Session, plan: Plan, asked: DecisionIn) -> PlanDecision:
    """Freeze an open, locked plan: store the canonical JSON of all that is shown of it, and its hash."""
    rows = alternatives(session, plan)
    chosen = next((row for row in rows if row.id == asked.alternative_id), None)
    if chosen is None:
        raise refused("/alternative_id", "unknown_alternative")
    _check(plan, asked)
    now = context(session).clock()
    project = session.get_one(CooperationProject, plan.project_id)
    decision_id = new_id()
    snapshot = canonical_json(
        {
            **plan_document(plan, rows),
            "project": {"id": project.id, "title_de": project.title_de, "title_en": project.title_en},
            "decision": {
                "id": decision_id,
                "alternative_id": chosen.id,
                "reason": asked.reason,
                "decided_at": rfc3339(now),
                **asked.model_dump(mode="json", include=set(STATED)),
            },
            **_names(session, rows),
            "rule_checks": frozen_checks(session.connection(), plan, project.city_ids, chosen.items),
        }
    )
    decision = PlanDecision(
        id=decision_id,
        plan_id=plan.id,
        alternative_id=chosen.id,
        decided_at=now,
        title=plan.title,
        ghg_g=chosen.footprint["ghg_g"],
        ghg_low_g=chosen.footprint["ghg_low_g"],
        ghg_high_g=chosen.footprint["ghg_high_g"],
        snapshot=snapshot,
        sha256=sha256_of(snapshot),
        demo=plan.demo,
    )
    plan.decided_at = now
    session.add(decision)
    name(session, plan, "decide")
    session.flush()
    return decision


def _check(plan: Plan, asked: DecisionIn) -> None:
    if asked.ends_on is not None and asked.ends_on < plan.activity_on:
        raise refused("/ends_on", "ends_before_start")
    if (asked.cost_cents is None) != (asked.currency is None):
        raise refused("/currency" if asked.currency is None else "/cost_cents", "cost_with_currency")


def _names(session: Session, rows: Sequence[PlanAlternative]) -> Document:
    """What the places and the sources behind the figures are called today."""
    connection = session.connection()
    codes = {item[end] for row in rows for item in row.items for end in ("from", "to") if end in item}
    source_ids = {
        factor["source_id"] for row in rows for item in row.footprint["items"] for factor in item["factors"]
    }
    return {
        "places": [{"id": code, **place_names(connection, code)._asdict()} for code in sorted(codes)],
        "sources": [source._asdict() for source in sources_named(connection, sorted(source_ids))],
    }
