"""The addresses of the lines of inventories."""

from typing import Annotated

from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import SessionDep, settle
from klimabruecke.core.http.answers import created_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.types import RecordId
from klimabruecke.inventories.deps import VISITOR, Principal, Writer, belongs_here, require_write
from klimabruecke.inventories.emissions import actions, queries
from klimabruecke.inventories.emissions.schemas import EmissionIn, EmissionOut, EmissionPatch, EmissionQuery
from klimabruecke.inventories.emissions.tables import EmissionRecord

router = StrictRouter(tags=["inventories"])

EmissionId = Annotated[RecordId, Path(description="Id of the line.")]
CONFLICTS = {"x-conflicts": [409]}


@router.get(
    "/emissions",
    summary="List the lines of inventories",
    response_model=Page[EmissionOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
    dependencies=[VISITOR],
)
async def list_emissions(
    request: Request, query: Annotated[EmissionQuery, asked_for(EmissionQuery)]
) -> Response:
    """Amounts and notation keys, those of published inventories; with a role, those of drafts too."""
    lines = queries.ALL_LINES if belongs_here(request) else queries.PUBLISHED_LINES
    return await lines.respond(request, query)


@router.post(
    "/emissions",
    summary="Record a line",
    response_model=EmissionOut,
    status_code=201,
    responses=made_at("get_emission", "emission_id"),
    openapi_extra=CONFLICTS,
)
def create_emission(principal: Writer, request: Request, session: SessionDep, asked: EmissionIn) -> Response:
    """An amount of a gas, or a notation key, in an inventory that is not published yet."""
    line = actions.create_line(session, principal, asked)
    settle(session)
    found = queries.line(session.connection(), line.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get(
    "/emissions/{emission_id}", summary="Get a line", response_model=EmissionOut, dependencies=[VISITOR]
)
async def get_emission(request: Request, emission_id: EmissionId) -> Response:
    """One line; that of a draft with a role only."""
    lines = queries.ALL_LINES if belongs_here(request) else queries.PUBLISHED_LINES
    what = Bilingual("keine Inventarzeile", "no line of an inventory")
    return await lines.record(request, emission_id, what)


@router.patch(
    "/emissions/{emission_id}", summary="Change a line", response_model=EmissionOut, openapi_extra=CONFLICTS
)
def update_emission(
    principal: Writer,
    request: Request,
    session: SessionDep,
    emission_id: EmissionId,
    patch: EmissionPatch,
    _: IfMatchHeader = None,
) -> Response:
    """What is left out stays as it is; sector and scope follow the reference."""
    line = _seen_line(session, principal, request, emission_id)
    actions.update_line(session, principal, line, patch)
    settle(session)
    found = queries.line(session.connection(), emission_id)
    return written_response(found, tag_of(found))


@router.delete("/emissions/{emission_id}", summary="Delete a line", status_code=204, openapi_extra=CONFLICTS)
def delete_emission(
    principal: Writer,
    request: Request,
    session: SessionDep,
    emission_id: EmissionId,
    _: IfMatchHeader = None,
) -> Response:
    """For what was recorded by mistake; it can be brought back for ninety days."""
    line = _seen_line(session, principal, request, emission_id)
    actions.delete_line(session, principal, line)
    return Response(status_code=204)


@router.post(
    "/emissions/{emission_id}/restorations",
    summary="Bring back a deleted line",
    response_model=EmissionOut,
    status_code=201,
    responses=made_at("get_emission", "emission_id"),
    openapi_extra={"x-conflicts": [409, 410]},
)
def create_emission_restoration(principal: Writer, session: SessionDep, emission_id: EmissionId) -> Response:
    """As it was; it counts again. After ninety days: 410."""
    actions.restore_line(session, principal, emission_id)
    settle(session)
    found = queries.line(session.connection(), emission_id)
    return created_response(found, f"/api/v1/emissions/{emission_id}", tag_of(found))


def _seen_line(session: Session, principal: Principal, request: Request, line_id: str) -> EmissionRecord:
    """The line, locked, in the state the caller has seen."""
    line = actions.locked_line(session, line_id)
    require_write(principal, line.city_id)
    require_seen(request, line)
    return line
