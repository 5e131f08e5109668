"""The addresses of decisions."""

from typing import Annotated, Any

import orjson
from fastapi import Path, Request
from sqlalchemy import Connection
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import PRIVATE, created_response, item_response, made_at
from klimabruecke.core.http.records import tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.deps import Reader, Writer
from klimabruecke.footprint.plans import actions, queries
from klimabruecke.footprint.plans.answers import PlanDecisionOut
from klimabruecke.footprint.plans.decisions import decide
from klimabruecke.footprint.plans.documents import shown_decision
from klimabruecke.footprint.plans.schemas import DecisionIn

router = StrictRouter(tags=["plans"])

PlanId = Annotated[RecordId, Path(description="Id of the plan.")]


@router.post(
    "/plans/{plan_id}/decisions",
    summary="Decide on a plan",
    response_model=PlanDecisionOut,
    status_code=201,
    responses=made_at("get_plan_decision", "decision_id", plan_id="$request.path.plan_id"),
    openapi_extra={"x-conflicts": [409]},
)
def create_plan_decision(
    principal: Writer, request: Request, session: SessionDep, plan_id: PlanId, asked: DecisionIn
) -> Response:
    """Freezes the plan: what is shown of it from now on is the snapshot made here. Decided twice: 409."""
    plan = actions.open_plan(session, principal, plan_id)
    decision = decide(session, plan, asked)
    settle(session)
    shown, tag = _decision(session.connection(), plan_id, decision.id)
    return created_response(shown, f"{request.url.path}/{decision.id}", tag)


@router.get(
    "/plans/{plan_id}/decisions/{decision_id}", summary="Get a decision", response_model=PlanDecisionOut
)
@small_read
def get_plan_decision(
    _: Reader,
    request: Request,
    connection: ReadDep,
    plan_id: PlanId,
    decision_id: Annotated[RecordId, Path(description="Id of the decision.")],
) -> Response:
    """The decision with its snapshot, byte for byte as it was hashed, and the hash."""
    return item_response(request, *_decision(connection, plan_id, decision_id), PRIVATE)


def _decision(connection: Connection, plan_id: str, decision_id: str) -> tuple[dict[str, Any], str]:
    row = queries.decision(connection, plan_id, decision_id)
    snapshot = orjson.loads(row.snapshot)
    shown = {
        **shown_decision(snapshot["decision"]),
        "sha256": row.sha256,
        "plan_id": plan_id,
        "snapshot": orjson.Fragment(row.snapshot.encode()),
    }
    return shown, tag_of(row, row.sha256)
