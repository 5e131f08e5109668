"""A plan as one document, live or frozen, and what is shown of it. Both are shown by the same code."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from klimabruecke.calc.amounts import kilograms
from klimabruecke.core.canonical import sha256_of
from klimabruecke.core.language import Language
from klimabruecke.footprint import documents

Document: TypeAlias = dict[str, Any]

FORMAT = "klimabruecke/plan-decision/2"


STATED = ("purpose", "benefit", "ends_on", "cost_cents", "currency", "budget_line")
"""What a decision may state for the papers that come of it."""


class SnapshotDamaged(Exception):
    """A stored snapshot does not match its hash: nothing of it may be shown."""


def plan_document(plan: Any, alternatives: Sequence[Any]) -> Document:
    """What a plan is about: every figure and sentence needed to show it, nothing that changes on its own."""
    return {
        "format": FORMAT,
        "plan": {
            "id": plan.id,
            "title": plan.title,
            "project_id": plan.project_id,
            "kind": plan.kind,
            "on": plan.activity_on.isoformat(),
        },
        "alternatives": [alternative_document(alternative) for alternative in alternatives],
        "decision": None,
    }


def alternative_document(alternative: Any) -> Document:
    names = ("id", "label", "from_alternative_id", "change", "parameters", "items", "footprint")
    return {name: getattr(alternative, name) for name in names}


def checked_snapshot(snapshot: str, sha256: str) -> str:
    """The snapshot, if it is what was decided on. Raises SnapshotDamaged."""
    if sha256_of(snapshot) != sha256:
        raise SnapshotDamaged(sha256)
    return snapshot


# --- what is shown --------------------------------------------------------------------------------


def shown_plan(document: Document, row: Any, language: Language, sha256: str | None = None) -> Document:
    """The plan in the shape of ``PlanOut``; ``row`` gives version and times only."""
    first = document["alternatives"][0]["footprint"]
    decision = document["decision"]
    return {
        **document["plan"],
        "status": "open" if decision is None else "decided",
        "alternatives": [
            {
                **shown_alternative(alternative, language),
                "saving": _shown_saving(first, alternative["footprint"]) if place else None,
            }
            for place, alternative in enumerate(document["alternatives"])
        ],
        "decision": None if decision is None else {**shown_decision(decision), "sha256": sha256},
        **documents.stamps(row),
    }


def shown_decision(decision: Document) -> Document:
    """The decision in the shape of ``DecisionRef``, without its hash: null where it does not say."""
    return {**dict.fromkeys(STATED), **decision}


def shown_alternative(document: Document, language: Language) -> Document:
    """The alternative in the shape of ``AlternativeOut``."""
    return {**document, "footprint": documents.shown(document["footprint"], language)}


def _shown_saving(first: Document, other: Document) -> Document:
    saved = documents.saving(first, other)
    whole_g = first["ghg_g"]
    return {
        "ghg_kg": kilograms(saved.central_g),
        "low_kg": kilograms(saved.low_g),
        "high_kg": kilograms(saved.high_g),
        "pct": round(100 * saved.central_g / whole_g, 1) if whole_g else None,
    }
