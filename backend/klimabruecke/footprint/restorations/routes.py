"""Undo: the addresses that bring back what was deleted, for ninety days."""

from typing import Annotated, Any

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import SessionDep, settle
from klimabruecke.core.http.answers import created_response, made_at
from klimabruecke.core.http.records import tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.activities import actions as activities
from klimabruecke.footprint.activities import queries as activity_queries
from klimabruecke.footprint.activities.answers import WrittenActivityOut
from klimabruecke.footprint.deps import Writer
from klimabruecke.footprint.plans import actions as plans
from klimabruecke.footprint.plans import queries as plan_queries
from klimabruecke.footprint.plans.answers import PlanOut
from klimabruecke.footprint.plans.documents import shown_plan
from klimabruecke.footprint.projects import actions as projects
from klimabruecke.footprint.projects import queries as project_queries
from klimabruecke.footprint.projects.schemas import CooperationProjectOut
from klimabruecke.footprint.restorations.schemas import ActivityRestorationIn

router = StrictRouter()

ActivityId = Annotated[RecordId, Path(description="Id of the deleted activity.")]
PlanId = Annotated[RecordId, Path(description="Id of the deleted plan.")]
ProjectId = Annotated[RecordId, Path(description="Id of the deleted project.")]
CONFLICTS: dict[str, Any] = {"x-conflicts": [409, 410]}


@router.post(
    "/activities/{activity_id}/restorations",
    summary="Bring back a deleted activity",
    tags=["activities"],
    status_code=201,
    response_model=WrittenActivityOut,
    responses=made_at("get_activity", "activity_id"),
    openapi_extra=CONFLICTS,
)
def create_activity_restoration(
    principal: Writer,
    request: Request,
    session: SessionDep,
    activity_id: ActivityId,
    asked: ActivityRestorationIn,
) -> Response:
    """As it was, with its footprints; it counts again. After ninety days: 410."""
    light = activities.restore_activity(session, principal, activity_id, asked.over_budget_reason)
    settle(session)
    language = preferred_language(request)
    found = activity_queries.activity(session.connection(), activity_id, language)
    shown = {**found.document, "budget": None if light is None else light.model_dump()}
    response = created_response(
        shown, f"/api/v1/activities/{activity_id}", tag_of(found.row, *found.state, language)
    )
    response.headers["Content-Language"] = language
    return response


@router.post(
    "/plans/{plan_id}/restorations",
    summary="Bring back a deleted plan",
    tags=["plans"],
    status_code=201,
    response_model=PlanOut,
    responses=made_at("get_plan", "plan_id"),
    openapi_extra=CONFLICTS,
)
def create_plan_restoration(
    principal: Writer, request: Request, session: SessionDep, plan_id: PlanId
) -> Response:
    """With the alternatives that were deleted with it. After ninety days: 410."""
    plans.restore_plan(session, principal, plan_id)
    settle(session)
    language = preferred_language(request)
    found = plan_queries.plan(session.connection(), plan_id)
    shown = shown_plan(found.document, found.row, language, found.sha256)
    tag = tag_of(found.row, *found.state, language)
    response = created_response(shown, f"/api/v1/plans/{plan_id}", tag)
    response.headers["Content-Language"] = language
    return response


@router.post(
    "/cooperation-projects/{project_id}/restorations",
    summary="Bring back a deleted project",
    tags=["projects"],
    status_code=201,
    response_model=CooperationProjectOut,
    responses=made_at("get_cooperation_project", "project_id"),
    openapi_extra=CONFLICTS,
)
def create_project_restoration(principal: Writer, session: SessionDep, project_id: ProjectId) -> Response:
    """As it was; what belonged to it is brought back on its own. After ninety days: 410."""
    projects.restore_project(session, principal, project_id)
    settle(session)
    found = project_queries.project(session.connection(), project_id)
    return created_response(found, f"/api/v1/cooperation-projects/{project_id}", tag_of(found))
