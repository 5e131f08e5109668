"""The addresses of activities."""

from typing import Annotated, Any

from fastapi import Path, Request
from sqlalchemy import Connection
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import made_at
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
from klimabruecke.footprint.activities import actions, queries
from klimabruecke.footprint.activities.answers import ActivityOut, ActivityRowOut, WrittenActivityOut
from klimabruecke.footprint.activities.schemas import ActivityIn, ActivityPatch, ActivityQuery
from klimabruecke.footprint.activities.tables import Activity
from klimabruecke.footprint.budgets.answers import LightOut
from klimabruecke.footprint.calculator import CalculatorDep
from klimabruecke.footprint.deps import Principal, Reader, Writer

router = StrictRouter(tags=["activities"])

ActivityId = Annotated[RecordId, Path(description="Id of the activity.")]


@router.get(
    "/activities",
    summary="List the activities",
    response_model=Page[ActivityRowOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_activities(
    _: Reader, request: Request, query: Annotated[ActivityQuery, asked_for(ActivityQuery)]
) -> Response:
    """What the cooperation does, the latest first, with the figure that counts and its range."""
    return await queries.ACTIVITIES.respond(request, query)


@router.post(
    "/activities",
    summary="Record an activity",
    response_model=WrittenActivityOut,
    status_code=201,
    responses=made_at("get_activity", "activity_id"),
)
def create_activity(
    principal: Writer, request: Request, calculator: CalculatorDep, session: SessionDep, asked: ActivityIn
) -> Response:
    """Its footprint is computed at once and kept; it counts in the totals of its cities from now on."""
    activity, light = actions.create_activity(session, calculator, principal, asked)
    settle(session)
    language = preferred_language(request)
    shown, tag = _activity(session.connection(), activity.id, language)
    return made_response(request, _with(shown, light), tag, language)


@router.get("/activities/{activity_id}", summary="Get an activity", response_model=ActivityOut)
@small_read
def get_activity(_: Reader, request: Request, connection: ReadDep, activity_id: ActivityId) -> Response:
    """One activity with its items and the footprint that counts."""
    language = preferred_language(request)
    return read_response(request, *_activity(connection, activity_id, language), language)


@router.patch("/activities/{activity_id}", summary="Change an activity", response_model=WrittenActivityOut)
def update_activity(
    principal: Writer,
    request: Request,
    calculator: CalculatorDep,
    session: SessionDep,
    activity_id: ActivityId,
    patch: ActivityPatch,
    _: IfMatchHeader = None,
) -> Response:
    """`status: approved` approves it. The answer shows the light of the carbon budget.

    Where the budget would be passed, the approval needs `over_budget_reason`. Other items or another first
    day make a new version of the footprint.
    """
    activity = _seen_activity(session, principal, request, activity_id)
    light = actions.update_activity(session, calculator, principal, activity, patch)
    settle(session)
    language = preferred_language(request)
    shown, tag = _activity(session.connection(), activity_id, language)
    return written_response(_with(shown, light), tag, language)


@router.delete("/activities/{activity_id}", summary="Delete an activity", status_code=204)
def delete_activity(
    principal: Writer,
    request: Request,
    session: SessionDep,
    activity_id: ActivityId,
    _: IfMatchHeader = None,
) -> Response:
    """For what was recorded by mistake. What was called off is `cancelled` instead."""
    actions.delete_activity(session, _seen_activity(session, principal, request, activity_id))
    return Response(status_code=204)


def _seen_activity(session: Session, principal: Principal, request: Request, activity_id: str) -> Activity:
    """The activity, locked, in the state the caller has seen."""
    activity = actions.open_activity(session, principal, activity_id)
    require_seen(request, activity, *queries.state_around(session.connection(), activity))
    return activity


def _activity(connection: Connection, activity_id: str, language: Language) -> tuple[dict[str, Any], str]:
    found = queries.activity(connection, activity_id, language)
    return found.document, tag_of(found.row, *found.state, language)


def _with(shown: dict[str, Any], light: LightOut | None) -> dict[str, Any]:
    return {**shown, "budget": None if light is None else light.model_dump()}
