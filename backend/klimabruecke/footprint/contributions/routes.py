"""The addresses of contributions and of their sums."""

from typing import Annotated

from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import (
    PRIVATE,
    created_response,
    etag,
    is_unchanged,
    item_response,
    made_at,
    not_modified,
)
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import bury, locked
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.contributions import actions, queries
from klimabruecke.footprint.contributions.schemas import (
    ContributionIn,
    ContributionOut,
    ContributionPatch,
    ContributionQuery,
    ContributionTotalQuery,
    ContributionTotals,
)
from klimabruecke.footprint.contributions.tables import ClimateContribution
from klimabruecke.footprint.deps import Principal, Reader, Writer, require_write

router = StrictRouter(tags=["contributions"])

ContributionId = Annotated[RecordId, Path(description="Id of the contribution.")]


@router.get(
    "/contributions",
    summary="List the contributions",
    response_model=Page[ContributionOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_contributions(
    _: Reader, request: Request, query: Annotated[ContributionQuery, asked_for(ContributionQuery)]
) -> Response:
    """Money given for climate work. It claims no tonnes and is never subtracted from a footprint."""
    return await queries.CONTRIBUTIONS.respond(request, query)


@router.post(
    "/contributions",
    summary="Record a contribution",
    response_model=ContributionOut,
    status_code=201,
    responses=made_at("get_contribution", "contribution_id"),
)
def create_contribution(
    principal: Writer, request: Request, session: SessionDep, asked: ContributionIn
) -> Response:
    """A levy that was paid, a donation, or a climate project of the city's own; with its proof."""
    contribution = actions.create_contribution(session, principal, asked)
    settle(session)
    found = queries.contribution(session.connection(), contribution.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get("/contributions/{contribution_id}", summary="Get a contribution", response_model=ContributionOut)
@small_read
def get_contribution(
    _: Reader, request: Request, connection: ReadDep, contribution_id: ContributionId
) -> Response:
    """One contribution with its proof."""
    found = queries.contribution(connection, contribution_id)
    return item_response(request, found, tag_of(found), PRIVATE)


@router.patch(
    "/contributions/{contribution_id}", summary="Change a contribution", response_model=ContributionOut
)
def update_contribution(
    principal: Writer,
    request: Request,
    session: SessionDep,
    contribution_id: ContributionId,
    patch: ContributionPatch,
    _: IfMatchHeader = None,
) -> Response:
    """What is left out stays as it is."""
    contribution = _seen_contribution(session, principal, request, contribution_id)
    actions.update_contribution(session, principal, contribution, patch)
    settle(session)
    found = queries.contribution(session.connection(), contribution_id)
    return written_response(found, tag_of(found))


@router.delete("/contributions/{contribution_id}", summary="Delete a contribution", status_code=204)
def delete_contribution(
    principal: Writer,
    request: Request,
    session: SessionDep,
    contribution_id: ContributionId,
    _: IfMatchHeader = None,
) -> Response:
    """For what was recorded by mistake."""
    bury(session, _seen_contribution(session, principal, request, contribution_id))
    return Response(status_code=204)


@router.get("/contribution-totals", summary="Add up the contributions", response_model=ContributionTotals)
@small_read
def list_contribution_totals(
    _: Reader,
    request: Request,
    connection: ReadDep,
    query: Annotated[ContributionTotalQuery, asked_for(ContributionTotalQuery)],
) -> Response:
    """Sums by year, city, kind and currency, to stand beside `/footprint-totals`, which stay gross."""
    tag = etag("contribution-totals", queries.counter(connection), request.scope["query_string"])
    if is_unchanged(request, tag):
        return not_modified(tag, PRIVATE)
    totals = queries.contribution_totals(connection, query)
    return item_response(request, {"items": totals, "next": None}, tag, PRIVATE)


def _seen_contribution(
    session: Session, principal: Principal, request: Request, contribution_id: str
) -> ClimateContribution:
    """The contribution, locked, in the state the caller has seen."""
    contribution = locked(session, ClimateContribution, contribution_id)
    require_write(principal, [contribution.city_id])
    require_seen(request, contribution)
    return contribution
