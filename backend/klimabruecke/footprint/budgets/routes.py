"""The addresses of carbon budgets."""

from typing import Annotated

from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import PRIVATE, created_response, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import bury, locked
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.budgets import actions, queries
from klimabruecke.footprint.budgets.answers import CarbonBudgetOut
from klimabruecke.footprint.budgets.schemas import CarbonBudgetIn, CarbonBudgetPatch, CarbonBudgetQuery
from klimabruecke.footprint.budgets.tables import CarbonBudget
from klimabruecke.footprint.deps import Principal, Reader, Writer, require_write
from klimabruecke.footprint.projects.queries import cities_of

router = StrictRouter(tags=["activities"])

BudgetId = Annotated[RecordId, Path(description="Id of the budget.")]


@router.get(
    "/carbon-budgets",
    summary="List the carbon budgets",
    response_model=Page[CarbonBudgetOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_carbon_budgets(
    _: Reader, request: Request, query: Annotated[CarbonBudgetQuery, asked_for(CarbonBudgetQuery)]
) -> Response:
    """What a project may emit in a year, what is used and planned, and the light before the next approval."""
    return await queries.BUDGETS.respond(request, query)


@router.post(
    "/carbon-budgets",
    summary="Set a carbon budget",
    response_model=CarbonBudgetOut,
    status_code=201,
    responses=made_at("get_carbon_budget", "budget_id"),
)
def create_carbon_budget(
    principal: Writer, request: Request, session: SessionDep, asked: CarbonBudgetIn
) -> Response:
    """One for each project and year."""
    budget = actions.create_budget(session, principal, asked)
    settle(session)
    found = queries.budget(session.connection(), budget.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found, *queries.state_of(found)))


@router.get("/carbon-budgets/{budget_id}", summary="Get a carbon budget", response_model=CarbonBudgetOut)
@small_read
def get_carbon_budget(_: Reader, request: Request, connection: ReadDep, budget_id: BudgetId) -> Response:
    """Used, planned and left, as a light and in words."""
    found = queries.budget(connection, budget_id)
    return item_response(request, found, tag_of(found, *queries.state_of(found)), PRIVATE)


@router.patch("/carbon-budgets/{budget_id}", summary="Change a carbon budget", response_model=CarbonBudgetOut)
def update_carbon_budget(
    principal: Writer,
    request: Request,
    session: SessionDep,
    budget_id: BudgetId,
    patch: CarbonBudgetPatch,
    _: IfMatchHeader = None,
) -> Response:
    """The limit or the warning mark; project and year stay."""
    actions.update_budget(session, _seen_budget(session, principal, request, budget_id), patch)
    settle(session)
    found = queries.budget(session.connection(), budget_id)
    return written_response(found, tag_of(found, *queries.state_of(found)))


@router.delete("/carbon-budgets/{budget_id}", summary="Delete a carbon budget", status_code=204)
def delete_carbon_budget(
    principal: Writer, request: Request, session: SessionDep, budget_id: BudgetId, _: IfMatchHeader = None
) -> Response:
    """The activities stay; nothing limits them any more."""
    bury(session, _seen_budget(session, principal, request, budget_id))
    return Response(status_code=204)


def _seen_budget(session: Session, principal: Principal, request: Request, budget_id: str) -> CarbonBudget:
    """The budget, locked, in the state the caller has seen."""
    budget = locked(session, CarbonBudget, budget_id)
    require_write(principal, cities_of(session, budget.project_id))
    require_seen(request, budget, *queries.state_of(queries.budget(session.connection(), budget_id)))
    return budget
