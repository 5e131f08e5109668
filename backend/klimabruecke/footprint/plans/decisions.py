"""Deciding: the one step that freezes a plan."""

from sqlmodel import Session

from klimabruecke.audit.actions import name
from klimabruecke.core.canonical import canonical_json, sha256_of
from klimabruecke.core.changes import context
from klimabruecke.core.clock import rfc3339
from klimabruecke.core.ids import new_id
from klimabruecke.footprint.plans.actions import alternatives
from klimabruecke.footprint.plans.documents import plan_document
from klimabruecke.footprint.plans.schemas import DecisionIn
from klimabruecke.footprint.plans.tables import Plan, PlanDecision
from klimabruecke.footprint.projects.tables import CooperationProject
from klimabruecke.footprint.refusals import refused


def decide(session: Session, plan: Plan, asked: DecisionIn) -> PlanDecision:
    """Freeze an open, locked plan: store the canonical JSON of all that is shown of it, and its hash."""
    rows = alternatives(session, plan)
    chosen = next((row for row in rows if row.id == asked.alternative_id), None)
    if chosen is None:
        raise refused("/alternative_id", "unknown_alternative")
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
            },
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
