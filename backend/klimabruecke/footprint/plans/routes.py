"""The addresses of plans, alternatives and decisions."""

from typing import Annotated

from fastapi import Body, Path, Request
from sqlalchemy import Connection
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import etag, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import (
    made_response,
    read_response,
    require_seen,
    tag_of,
    written_response,
)
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Language, preferred_language
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.calculator import CalculatorDep
from klimabruecke.footprint.deps import Principal, Reader, Writer
from klimabruecke.footprint.plans import actions, queries
from klimabruecke.footprint.plans.answers import AlternativeOut, PlanOut, PlanRowOut
from klimabruecke.footprint.plans.documents import Document, shown_alternative, shown_plan
from klimabruecke.footprint.plans.schemas import (
    AlternativePatch,
    NewAlternative,
    PlanIn,
    PlanPatch,
    PlanQuery,
)
from klimabruecke.footprint.plans.tables import Plan

router = StrictRouter(tags=["plans"])

PlanId = Annotated[RecordId, Path(description="Id of the plan.")]
AlternativeId = Annotated[RecordId, Path(description="Id of the alternative.")]
FROZEN = {"x-conflicts": [409]}


@router.get(
    "/plans",
    summary="List the plans",
    response_model=Page[PlanRowOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_plans(
    _: Reader, request: Request, query: Annotated[PlanQuery, asked_for(PlanQuery)]
) -> Response:
    """Plans without their alternatives, the newest first; figures are those that were decided on."""
    return await queries.PLANS.respond(request, query)


@router.post(
    "/plans",
    summary="Create a plan",
    response_model=PlanOut,
    status_code=201,
    responses=made_at("get_plan", "plan_id"),
)
def create_plan(
    principal: Writer, request: Request, calculator: CalculatorDep, session: SessionDep, asked: PlanIn
) -> Response:
    """A plan with its alternatives; each is computed at once and kept with the factors used."""
    plan = actions.create_plan(session, calculator, principal, asked)
    settle(session)
    language = preferred_language(request)
    return made_response(request, *_plan(session.connection(), plan.id, language), language)


@router.get("/plans/{plan_id}", summary="Get a plan", response_model=PlanOut)
@small_read
def get_plan(_: Reader, request: Request, connection: ReadDep, plan_id: PlanId) -> Response:
    """The alternatives side by side: figures, ranges, the effect beyond CO2, savings against the first one.

    A decided plan is shown from the snapshot of its decision: nothing of it changes any more.
    """
    language = preferred_language(request)
    return read_response(request, *_plan(connection, plan_id, language), language)


@router.patch("/plans/{plan_id}", summary="Change a plan", response_model=PlanOut, openapi_extra=FROZEN)
def update_plan(
    principal: Writer,
    request: Request,
    calculator: CalculatorDep,
    session: SessionDep,
    plan_id: PlanId,
    patch: PlanPatch,
    _: IfMatchHeader = None,
) -> Response:
    """Another day computes all alternatives anew. A decided plan: 409 `plan-decided`."""
    plan = _seen_plan(session, principal, request, plan_id)
    actions.update_plan(session, calculator, plan, patch)
    settle(session)
    language = preferred_language(request)
    return written_response(*_plan(session.connection(), plan_id, language), language)


@router.delete("/plans/{plan_id}", summary="Delete a plan", status_code=204, openapi_extra=FROZEN)
def delete_plan(
    principal: Writer, request: Request, session: SessionDep, plan_id: PlanId, _: IfMatchHeader = None
) -> Response:
    """With all its alternatives. A decided plan: 409 `plan-decided`."""
    actions.delete_plan(session, _seen_plan(session, principal, request, plan_id))
    return Response(status_code=204)


@router.post(
    "/plans/{plan_id}/alternatives",
    summary="Add an alternative",
    response_model=AlternativeOut,
    status_code=201,
    responses=made_at("get_alternative", "alternative_id", plan_id="$request.path.plan_id"),
    openapi_extra=FROZEN,
)
def create_alternative(
    principal: Writer,
    request: Request,
    calculator: CalculatorDep,
    session: SessionDep,
    plan_id: PlanId,
    asked: Annotated[NewAlternative, Body()],
) -> Response:
    """With items of its own, or made from another one by a change of legs, people, nights or video hours.

    A change that does not fit is refused at the parameter that would make it fit. A decided plan: 409.
    """
    language = preferred_language(request)
    plan = actions.open_plan(session, principal, plan_id)
    made = actions.add_alternative(session, calculator, plan, asked, language)
    settle(session)
    found = _alternative(session.connection(), plan_id, made.id, language)
    return made_response(request, *found, language)


@router.get(
    "/plans/{plan_id}/alternatives/{alternative_id}",
    summary="Get an alternative",
    response_model=AlternativeOut,
)
@small_read
def get_alternative(
    _: Reader, request: Request, connection: ReadDep, plan_id: PlanId, alternative_id: AlternativeId
) -> Response:
    """One alternative; its ETag is what a change of it needs."""
    language = preferred_language(request)
    return read_response(request, *_alternative(connection, plan_id, alternative_id, language), language)


@router.patch(
    "/plans/{plan_id}/alternatives/{alternative_id}",
    summary="Change an alternative",
    response_model=AlternativeOut,
    openapi_extra=FROZEN,
)
def update_alternative(
    principal: Writer,
    request: Request,
    calculator: CalculatorDep,
    session: SessionDep,
    plan_id: PlanId,
    alternative_id: AlternativeId,
    patch: AlternativePatch,
    _: IfMatchHeader = None,
) -> Response:
    """Other items are computed at once. An alternative of a decided plan: 409 `plan-decided`."""
    plan = actions.open_plan(session, principal, plan_id)
    alternative = actions.open_alternative(session, plan, alternative_id)
    require_seen(request, alternative)
    actions.update_alternative(session, calculator, plan, alternative, patch)
    settle(session)
    language = preferred_language(request)
    found = _alternative(session.connection(), plan_id, alternative_id, language)
    return written_response(*found, language)


@router.delete(
    "/plans/{plan_id}/alternatives/{alternative_id}",
    summary="Delete an alternative",
    status_code=204,
    openapi_extra=FROZEN,
)
def delete_alternative(
    principal: Writer,
    request: Request,
    session: SessionDep,
    plan_id: PlanId,
    alternative_id: AlternativeId,
    _: IfMatchHeader = None,
) -> Response:
    """The last alternative of a plan stays: 409 `in-use`. One of a decided plan: 409 `plan-decided`."""
    plan = actions.open_plan(session, principal, plan_id)
    alternative = actions.open_alternative(session, plan, alternative_id)
    require_seen(request, alternative)
    actions.delete_alternative(session, plan, alternative)
    return Response(status_code=204)


def _seen_plan(session: Session, principal: Principal, request: Request, plan_id: str) -> Plan:
    """The open plan, locked, in the state the caller has seen."""
    plan = actions.open_plan(session, principal, plan_id)
    require_seen(request, plan, *queries.state_of(actions.alternatives(session, plan)))
    return plan


def _plan(connection: Connection, plan_id: str, language: Language) -> tuple[Document, str]:
    found = queries.plan(connection, plan_id)
    shown = shown_plan(found.document, found.row, language, found.sha256)
    return shown, tag_of(found.row, *found.state, language)


def _alternative(
    connection: Connection, plan_id: str, alternative_id: str, language: Language
) -> tuple[Document, str]:
    found = queries.alternative(connection, plan_id, alternative_id)
    return shown_alternative(found.document, language), etag(*found.state, language)
