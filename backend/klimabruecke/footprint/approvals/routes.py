"""The addresses of approvals of activities."""

from functools import partial
from typing import Annotated, Any

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import DatabaseDep, ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import NO_STORE, PRIVATE, created_response, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.activities.actions import RESOURCE, open_activity
from klimabruecke.footprint.activities.queries import known_activity, state_around
from klimabruecke.footprint.approvals import actions
from klimabruecke.footprint.approvals.schemas import (
    ActivityApprovalIn,
    ApprovalRequestIn,
    ApprovalRequestQuery,
    ApprovalRequestQueryOf,
)
from klimabruecke.footprint.calculator import CalculatorDep
from klimabruecke.footprint.deps import Reader, WritingPerson
from klimabruecke.identity.approvals import queries
from klimabruecke.identity.approvals.schemas import ApprovalOut

router = StrictRouter(tags=["activities"])

ActivityId = Annotated[RecordId, Path(description="Id of the activity.")]
RequestId = Annotated[RecordId, Path(description="Id of the request.")]
MADE = made_at("get_approval_request", "request_id", activity_id="$request.path.activity_id")
CONFLICTS: dict[str, Any] = {"x-conflicts": [409]}


@router.get(
    "/activities/{activity_id}/approval-requests",
    summary="List the requests for approval",
    response_model=Page[ApprovalOut],
    responses=LIST_RESPONSES,
    openapi_extra={**Listing.openapi_extra, "x-conflicts": [404]},
)
async def list_approval_requests(
    _: Reader,
    request: Request,
    db: DatabaseDep,
    activity_id: ActivityId,
    query: Annotated[ApprovalRequestQuery, asked_for(ApprovalRequestQuery)],
) -> Response:
    """Approvals of the activity, asked for and given, the newest first."""
    await db.read(partial(known_activity, activity_id=activity_id))
    scope = {"resource": RESOURCE, "record": activity_id}
    scoped = ApprovalRequestQueryOf.model_validate(query.model_dump(exclude_unset=True) | scope)
    return await queries.APPROVALS.respond(request, scoped)


@router.post(
    "/activities/{activity_id}/approval-requests",
    summary="Ask for an approval",
    status_code=201,
    response_model=ApprovalOut,
    responses=MADE,
    openapi_extra=CONFLICTS,
)
def create_approval_request(
    principal: WritingPerson, session: SessionDep, activity_id: ActivityId, asked: ApprovalRequestIn
) -> Response:
    """Ask another person to approve a planned activity. Until it is answered, who asked cannot approve it.

    The other person may be of another city: ask them by `asked_user_id`.
    """
    made = actions.ask(session, principal, activity_id, asked)
    settle(session)
    return _made(queries.approval(session.connection(), RESOURCE, activity_id, made.id))


@router.get(
    "/activities/{activity_id}/approval-requests/{request_id}",
    summary="Get a request for approval",
    response_model=ApprovalOut,
)
@small_read
def get_approval_request(
    _: Reader, request: Request, connection: ReadDep, activity_id: ActivityId, request_id: RequestId
) -> Response:
    """Who asked, who was asked, and who approved."""
    known_activity(connection, activity_id)
    found = queries.approval(connection, RESOURCE, activity_id, request_id)
    return item_response(request, found, tag_of(found), PRIVATE)


@router.delete(
    "/activities/{activity_id}/approval-requests/{request_id}",
    summary="Withdraw a request for approval",
    status_code=204,
    response_class=Response,
    openapi_extra=CONFLICTS,
)
def delete_approval_request(
    principal: WritingPerson,
    request: Request,
    session: SessionDep,
    activity_id: ActivityId,
    request_id: RequestId,
    _: IfMatchHeader = None,
) -> Response:
    """While it is open. The activity stays as it is, and can be asked for anew."""
    open_activity(session, principal, activity_id)
    require_seen(request, queries.approval(session.connection(), RESOURCE, activity_id, request_id))
    actions.withdraw(session, activity_id, request_id)
    return Response(status_code=204, headers={"Cache-Control": NO_STORE})


@router.post(
    "/activities/{activity_id}/approvals",
    summary="Approve an activity",
    status_code=201,
    response_model=ApprovalOut,
    responses=MADE,
    openapi_extra={"x-conflicts": [409, 412, 428]},
)
def create_activity_approval(
    principal: WritingPerson,
    request: Request,
    calculator: CalculatorDep,
    session: SessionDep,
    activity_id: ActivityId,
    given: ActivityApprovalIn,
    _: IfMatchHeader = None,
) -> Response:
    """Approve what another person has asked for, in the state `If-Match` names.

    Where the carbon budget would be passed, it needs `over_budget_reason`. A deputy sends `X-KB-Acting-For`.
    """
    activity = actions.activity_to_approve(session, principal, activity_id)
    require_seen(request, activity, *state_around(session.connection(), activity))
    approval_id = actions.approve(session, calculator, principal, activity, given)
    settle(session)
    return _made(queries.approval(session.connection(), RESOURCE, activity_id, approval_id))


def _made(found: ApprovalOut) -> Response:
    address = f"/api/v1/activities/{found.resource_id}/approval-requests/{found.id}"
    return created_response(found, address, tag_of(found))
