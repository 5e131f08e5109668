"""What can be asked of plans: the list, one plan live or frozen, one decision."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, case, func, select
from sqlmodel import col

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.records import no_such
from klimabruecke.footprint.filters import kilograms, names_city
from klimabruecke.footprint.plans.answers import PlanRowOut
from klimabruecke.footprint.plans.documents import Document, checked_snapshot, plan_document
from klimabruecke.footprint.plans.tables import Plan, PlanAlternative, PlanDecision
from klimabruecke.footprint.projects.tables import CooperationProject

_TITLE = func.coalesce(PlanDecision.title, Plan.title)
_COMPUTED: dict[str, Any] = {
    "title": _TITLE.label("title"),
    "on": col(Plan.activity_on).label("on"),
    "status": case((col(Plan.decided_at).is_(None), "open"), else_="decided").label("status"),
    "alternatives": (
        select(func.count())
        .where(col(PlanAlternative.plan_id) == col(Plan.id), col(PlanAlternative.deleted_at).is_(None))
        .correlate(Plan)
        .scalar_subquery()
        .label("alternatives")
    ),
    "decision_id": col(PlanDecision.id).label("decision_id"),
    **{
        f"{name}_kg": kilograms(getattr(PlanDecision, f"{name}_g"), f"{name}_kg")
        for name in ("ghg", "ghg_low", "ghg_high")
    },
}
_ROWS = (
    select(
        *(_COMPUTED[name] if name in _COMPUTED else getattr(Plan, name) for name in PlanRowOut.model_fields)
    )
    .select_from(Plan)
    .join(CooperationProject, col(CooperationProject.id) == col(Plan.project_id))
    .outerjoin(PlanDecision, col(PlanDecision.plan_id) == col(Plan.id))
    .where(col(Plan.deleted_at).is_(None))
)

PLANS = Listing(
    PlanRowOut,
    _ROWS,
    resources=["plan", "plan_alternative", "plan_decision", "cooperation_project"],
    sorts={"title": _TITLE, "on": Plan.activity_on},
    filters={
        "project": lambda project: col(Plan.project_id) == project,
        "city": lambda city: names_city(CooperationProject.city_ids, city),
        "kind": lambda kind: col(Plan.kind) == kind,
        "status": lambda status: _COMPUTED["status"].element == status,
        "on_min": lambda day: col(Plan.activity_on) >= day,
        "on_max": lambda day: col(Plan.activity_on) <= day,
        "q": lambda text: contains(text, _TITLE),
    },
    default_sort="-id",
    cache=PRIVATE,
)


class FoundPlan(NamedTuple):
    """A plan with what its ETag is made of, besides its own version."""

    row: Any
    document: Document
    state: tuple[str, ...]
    sha256: str | None = None


def plan(connection: Connection, plan_id: str) -> FoundPlan:
    """A plan: from its rows while it is open, from the decision's snapshot afterwards. Raises NotFound."""
    living = select(Plan).where(col(Plan.id) == plan_id, col(Plan.deleted_at).is_(None))
    row = connection.execute(living).one_or_none()
    if row is None:
        raise no_such("plan")
    if row.decided_at is None:
        alternatives = alternatives_of(connection, plan_id)
        return FoundPlan(row, plan_document(row, alternatives), state_of(alternatives))
    decided = _decision(connection, col(PlanDecision.plan_id) == plan_id)
    return FoundPlan(row, orjson.loads(decided.snapshot), (decided.sha256,), decided.sha256)


def alternatives_of(connection: Connection, plan_id: str) -> Sequence[Any]:
    """The living alternatives of a plan in their order."""
    living = select(PlanAlternative).where(
        col(PlanAlternative.plan_id) == plan_id, col(PlanAlternative.deleted_at).is_(None)
    )
    return connection.execute(living.order_by(col(PlanAlternative.place))).all()


def state_of(alternatives: Sequence[Any]) -> tuple[str, ...]:
    """What changes when one of the alternatives does."""
    return tuple(f"{alternative.id} {alternative.version}" for alternative in alternatives)


class FoundAlternative(NamedTuple):
    """An alternative with what its ETag is made of."""

    document: Document
    state: tuple[object, ...]


def alternative(connection: Connection, plan_id: str, alternative_id: str) -> FoundAlternative:
    """One alternative, of a decided plan from its snapshot. Raises NotFound."""
    found = plan(connection, plan_id)
    document = next((each for each in found.document["alternatives"] if each["id"] == alternative_id), None)
    if document is None:
        raise no_such("plan_alternative")
    if found.sha256:
        return FoundAlternative(document, (alternative_id, found.sha256))
    rows = alternatives_of(connection, plan_id)
    version = next(row.version for row in rows if row.id == alternative_id)
    return FoundAlternative(document, (alternative_id, version))


def decision(connection: Connection, plan_id: str, decision_id: str) -> Any:
    """A decision with its snapshot as stored, checked against its hash. Raises NotFound."""
    return _decision(
        connection, (col(PlanDecision.id) == decision_id) & (col(PlanDecision.plan_id) == plan_id)
    )


def _decision(connection: Connection, condition: Any) -> Any:
    row = connection.execute(select(PlanDecision).where(condition)).one_or_none()
    if row is None:
        raise no_such("plan_decision")
    checked_snapshot(row.snapshot, row.sha256)
    return row
