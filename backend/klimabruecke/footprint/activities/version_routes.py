"""The addresses of the versions of an activity's footprint."""

from functools import partial
from typing import Annotated, Any

from fastapi import Path, Request
from sqlalchemy import Connection
from starlette.responses import Response

from klimabruecke.core.db import DatabaseDep, ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import made_at
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import made_response, read_response, tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Language, preferred_language
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.activities import actions, queries
from klimabruecke.footprint.activities.answers import ActivityFootprintOut, ActivityFootprintRowOut
from klimabruecke.footprint.activities.schemas import (
    ActivityFootprintIn,
    ActivityFootprintQuery,
    OneActivityFootprintQuery,
)
from klimabruecke.footprint.calculator import CalculatorDep
from klimabruecke.footprint.deps import Reader, Writer

router = StrictRouter(tags=["activities"])

ActivityId = Annotated[RecordId, Path(description="Id of the activity.")]


@router.get(
    "/activities/{activity_id}/footprints",
    summary="List the versions of a footprint",
    response_model=Page[ActivityFootprintRowOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_activity_footprints(
    _: Reader,
    request: Request,
    db: DatabaseDep,
    activity_id: ActivityId,
    query: Annotated[ActivityFootprintQuery, asked_for(ActivityFootprintQuery)],
) -> Response:
    """Every computation that was kept, the newest first, each with its difference and the cause."""
    await db.read(partial(queries.known_activity, activity_id=activity_id))
    given = query.model_dump(exclude_unset=True)
    scoped = OneActivityFootprintQuery.model_validate({**given, "activity_id": activity_id})
    return await queries.VERSIONS.respond(request, scoped)


@router.post(
    "/activities/{activity_id}/footprints",
    summary="Compute a footprint anew",
    response_model=ActivityFootprintOut,
    status_code=201,
    responses=made_at("get_activity_footprint", "footprint_id", activity_id="$request.path.activity_id"),
)
def create_activity_footprint(
    principal: Writer,
    request: Request,
    calculator: CalculatorDep,
    session: SessionDep,
    activity_id: ActivityId,
    asked: ActivityFootprintIn,
) -> Response:
    """A new version by another method or other factors, which counts from now on; with the difference.

    Its cause is split step by step: other factors first, then another method, then other items. The parts add
    up to the difference to the gram.
    """
    activity = actions.open_activity(session, principal, activity_id)
    version = actions.recalculate(session, calculator, activity, asked)
    settle(session)
    language = preferred_language(request)
    found = _version(session.connection(), activity_id, version.id, language)
    return made_response(request, *found, language)


@router.get(
    "/activities/{activity_id}/footprints/{footprint_id}",
    summary="Get a version of a footprint",
    response_model=ActivityFootprintOut,
)
@small_read
def get_activity_footprint(
    _: Reader,
    request: Request,
    connection: ReadDep,
    activity_id: ActivityId,
    footprint_id: Annotated[RecordId, Path(description="Id of the version.")],
) -> Response:
    """One version with its items, its figures, and the factors with the values used."""
    language = preferred_language(request)
    return read_response(request, *_version(connection, activity_id, footprint_id, language), language)


def _version(
    connection: Connection, activity_id: str, footprint_id: str, language: Language
) -> tuple[dict[str, Any], str]:
    found = queries.version(connection, activity_id, footprint_id, language)
    return found.document, tag_of(found.row, found.document["current"], language)
