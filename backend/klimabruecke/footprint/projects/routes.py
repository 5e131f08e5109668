"""The addresses of cooperation projects."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import PRIVATE, created_response, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import locked
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.activities.tables import Activity
from klimabruecke.footprint.budgets.tables import CarbonBudget
from klimabruecke.footprint.deps import Reader, Writer, require_write
from klimabruecke.footprint.plans.tables import Plan
from klimabruecke.footprint.projects import actions, queries
from klimabruecke.footprint.projects.schemas import (
    CooperationProjectIn,
    CooperationProjectOut,
    CooperationProjectPatch,
    CooperationProjectQuery,
)
from klimabruecke.footprint.projects.tables import CooperationProject

router = StrictRouter(tags=["projects"])

ProjectId = Annotated[RecordId, Path(description="Id of the project.")]


@router.get(
    "/cooperation-projects",
    summary="List the cooperation projects",
    response_model=Page[CooperationProjectOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_cooperation_projects(
    _: Reader,
    request: Request,
    query: Annotated[CooperationProjectQuery, asked_for(CooperationProjectQuery)],
) -> Response:
    """What the cities do together; plans, activities and carbon budgets belong to one of these."""
    return await queries.PROJECTS.respond(request, query)


@router.post(
    "/cooperation-projects",
    summary="Create a cooperation project",
    response_model=CooperationProjectOut,
    status_code=201,
    responses=made_at("get_cooperation_project", "project_id"),
)
def create_cooperation_project(
    principal: Writer, request: Request, session: SessionDep, asked: CooperationProjectIn
) -> Response:
    """Made by the coordination, or by an editor of one of its cities."""
    project = actions.create_project(session, principal, asked)
    settle(session)
    found = queries.project(session.connection(), project.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get(
    "/cooperation-projects/{project_id}",
    summary="Get a cooperation project",
    response_model=CooperationProjectOut,
)
@small_read
def get_cooperation_project(
    _: Reader, request: Request, connection: ReadDep, project_id: ProjectId
) -> Response:
    """One project with the cities that take part."""
    found = queries.project(connection, project_id)
    return item_response(request, found, tag_of(found), PRIVATE)


@router.patch(
    "/cooperation-projects/{project_id}",
    summary="Change a cooperation project",
    response_model=CooperationProjectOut,
)
def update_cooperation_project(
    principal: Writer,
    request: Request,
    session: SessionDep,
    project_id: ProjectId,
    patch: CooperationProjectPatch,
    _: IfMatchHeader = None,
) -> Response:
    """What is left out stays as it is; null clears dates, the note and one of the titles."""
    project = locked(session, CooperationProject, project_id)
    require_write(principal, project.city_ids)
    require_seen(request, project)
    actions.update_project(session, principal, project, patch)
    settle(session)
    found = queries.project(session.connection(), project_id)
    return written_response(found, tag_of(found))


@router.delete(
    "/cooperation-projects/{project_id}",
    summary="Delete a cooperation project",
    status_code=204,
    openapi_extra={"x-conflicts": [409]},
)
def delete_cooperation_project(
    principal: Writer,
    request: Request,
    session: SessionDep,
    project_id: ProjectId,
    _: IfMatchHeader = None,
) -> Response:
    """Only a project nothing belongs to any more; otherwise 409 `in-use`."""
    project = locked(session, CooperationProject, project_id)
    require_write(principal, project.city_ids)
    require_seen(request, project)
    actions.delete_project(session, project, Plan, Activity, CarbonBudget)
    return Response(status_code=204)
