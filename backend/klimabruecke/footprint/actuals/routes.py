"""The addresses of actual figures."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import created_response, etag, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.records import read_response, require_seen, tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.activities import queries as activities
from klimabruecke.footprint.activities.actions import open_activity
from klimabruecke.footprint.activities.answers import ActivityFootprintOut
from klimabruecke.footprint.actuals import actions, queries
from klimabruecke.footprint.actuals.answers import PlanActualOut
from klimabruecke.footprint.actuals.schemas import ActualsIn
from klimabruecke.footprint.calculator import CalculatorDep
from klimabruecke.footprint.deps import Reader, Writer

router = StrictRouter(tags=["activities"])

ActivityId = Annotated[RecordId, Path(description="Id of the activity.")]


@router.post(
    "/activities/{activity_id}/actuals",
    summary="Record what happened",
    response_model=ActivityFootprintOut,
    status_code=201,
    responses=made_at("get_activity_footprint", "footprint_id", activity_id="$request.path.activity_id"),
    openapi_extra={"x-conflicts": [409]},
)
def create_actuals(
    principal: Writer,
    request: Request,
    calculator: CalculatorDep,
    session: SessionDep,
    activity_id: ActivityId,
    asked: ActualsIn,
    _: IfMatchHeader = None,
) -> Response:
    """The activity is `done`, and a version of its footprint with `stage: actual` counts from now on.

    The planned version stays; `/activities/{id}/plan-actual` holds both against each other. `If-Match` names
    the state of the activity. Where the carbon budget would be passed, `over_budget_reason` is needed.
    """
    activity = open_activity(session, principal, activity_id)
    require_seen(request, activity, *activities.state_around(session.connection(), activity))
    version = actions.record_actuals(session, calculator, principal, activity, asked)
    settle(session)
    language = preferred_language(request)
    found = activities.version(session.connection(), activity_id, version.id, language)
    location = request.url.path.removesuffix("actuals") + f"footprints/{version.id}"
    response = created_response(found.document, location, tag_of(found.row, True, language))
    response.headers["Content-Language"] = language
    return response


@router.get(
    "/activities/{activity_id}/plan-actual", summary="Hold actual against plan", response_model=PlanActualOut
)
@small_read
def get_plan_actual(_: Reader, request: Request, connection: ReadDep, activity_id: ActivityId) -> Response:
    """Both figures with their ranges, the difference, and its causes in words, which add up to it exactly.

    Before there are actual figures, `actual` and `difference` are null.
    """
    language = preferred_language(request)
    shown = queries.plan_actual(connection, activity_id, language)
    current_id = (shown["actual"] or shown["planned"])["footprint_id"]
    return read_response(request, shown, etag("plan-actual", current_id, language), language)
