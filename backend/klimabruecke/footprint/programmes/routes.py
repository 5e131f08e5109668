"""The addresses of grant programmes."""

from typing import Annotated

import orjson
from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import PRIVATE, created_response, etag, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import read_response, require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import locked
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.activities.tables import Activity
from klimabruecke.footprint.deps import Principal, Reader, Writer, require_write
from klimabruecke.footprint.programmes import actions, figures, queries
from klimabruecke.footprint.programmes.answers import ProgrammeFiguresOut, ProgrammeOut
from klimabruecke.footprint.programmes.schemas import ProgrammeIn, ProgrammePatch, ProgrammeQuery
from klimabruecke.footprint.programmes.tables import Programme

router = StrictRouter(tags=["projects"])

ProgrammeId = Annotated[RecordId, Path(description="Id of the programme.")]


@router.get(
    "/programmes",
    summary="List the grant programmes",
    response_model=Page[ProgrammeOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_programmes(
    _: Reader, request: Request, query: Annotated[ProgrammeQuery, asked_for(ProgrammeQuery)]
) -> Response:
    """Who pays for what the cities do together, for how long and on what conditions; the latest first."""
    return await queries.PROGRAMMES.respond(request, query)


@router.post(
    "/programmes",
    summary="Record a grant programme",
    response_model=ProgrammeOut,
    status_code=201,
    responses=made_at("get_programme", "programme_id"),
)
def create_programme(
    principal: Writer, request: Request, session: SessionDep, asked: ProgrammeIn
) -> Response:
    """Recorded by the coordination, or by an editor of one of its cities."""
    programme = actions.create_programme(session, principal, asked)
    settle(session)
    found = queries.programme(session.connection(), programme.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get("/programmes/{programme_id}", summary="Get a grant programme", response_model=ProgrammeOut)
@small_read
def get_programme(_: Reader, request: Request, connection: ReadDep, programme_id: ProgrammeId) -> Response:
    """One programme with its budget and finance plan and its conditions."""
    found = queries.programme(connection, programme_id)
    return item_response(request, found, tag_of(found), PRIVATE)


@router.patch("/programmes/{programme_id}", summary="Change a grant programme", response_model=ProgrammeOut)
def update_programme(
    principal: Writer,
    request: Request,
    session: SessionDep,
    programme_id: ProgrammeId,
    patch: ProgrammePatch,
    _: IfMatchHeader = None,
) -> Response:
    """What is left out stays as it is; positions and conditions are replaced as a whole."""
    programme = _seen_programme(session, principal, request, programme_id)
    actions.update_programme(session, principal, programme, patch)
    settle(session)
    found = queries.programme(session.connection(), programme_id)
    return written_response(found, tag_of(found))


@router.delete(
    "/programmes/{programme_id}",
    summary="Delete a grant programme",
    status_code=204,
    openapi_extra={"x-conflicts": [409]},
)
def delete_programme(
    principal: Writer,
    request: Request,
    session: SessionDep,
    programme_id: ProgrammeId,
    _: IfMatchHeader = None,
) -> Response:
    """Only a programme no activity names any more; otherwise 409 `in-use`."""
    programme = _seen_programme(session, principal, request, programme_id)
    actions.delete_programme(session, programme, Activity)
    return Response(status_code=204)


@router.get(
    "/programmes/{programme_id}/figures",
    summary="Get the figures for the funder",
    response_model=ProgrammeFiguresOut,
)
@small_read
def get_programme_figures(
    _: Reader, request: Request, connection: ReadDep, programme_id: ProgrammeId
) -> Response:
    """What the programme's activities inside its period add up to; what is left out stands beside it.

    An activity counts when its first and its last day lie inside the period. Cancelled ones do not.
    """
    language = preferred_language(request)
    found = figures.programme_figures(connection, programme_id, language)
    return read_response(request, found, etag(orjson.dumps(found)), language)


def _seen_programme(session: Session, principal: Principal, request: Request, programme_id: str) -> Programme:
    """The programme, locked, in the state the caller has seen."""
    programme = locked(session, Programme, programme_id)
    require_write(principal, programme.city_ids)
    require_seen(request, programme)
    return programme
