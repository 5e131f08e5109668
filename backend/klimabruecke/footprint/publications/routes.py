"""The addresses of published year totals: read by everybody, published by the coordination."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import created_response, item_response, made_at
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.deps import Coordinator, Public
from klimabruecke.footprint.publications import actions, queries
from klimabruecke.footprint.publications.schemas import (
    YearPublicationIn,
    YearPublicationOut,
    YearPublicationQuery,
    YearPublicationRowOut,
)

router = StrictRouter(tags=["activities"])


@router.get(
    "/year-publications",
    summary="List the published years",
    response_model=Page[YearPublicationRowOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_year_publications(
    _: Public, request: Request, query: Annotated[YearPublicationQuery, asked_for(YearPublicationQuery)]
) -> Response:
    """What the cooperation emitted in a year, as a whole and never less, the latest year first.

    A year published again has several; the one with the highest number holds, the older ones stay citable.
    """
    return await queries.YEAR_PUBLICATIONS.respond(request, query)


@router.post(
    "/year-publications",
    summary="Publish a year",
    response_model=YearPublicationOut,
    status_code=201,
    responses=made_at("get_year_publication", "publication_id"),
    openapi_extra={"x-conflicts": [409]},
)
def create_year_publication(
    _: Coordinator, request: Request, session: SessionDep, asked: YearPublicationIn
) -> Response:
    """Freezes what the year's done activities add up to, for everybody to read.

    Refused by 409 where it would tell what fewer than five travellers did: by itself, with only one activity,
    or by a difference to what was published or answered before.
    """
    publication = actions.publish_year(session, asked.year)
    settle(session)
    row, shown = queries.year_publication(session.connection(), publication.id)
    return created_response(shown, f"{request.url.path}/{publication.id}", tag_of(row, row.sha256))


@router.get(
    "/year-publications/{publication_id}", summary="Get a published year", response_model=YearPublicationOut
)
@small_read
def get_year_publication(
    _: Public,
    request: Request,
    connection: ReadDep,
    publication_id: Annotated[RecordId, Path(description="Id of the publication.")],
) -> Response:
    """One publication with its snapshot, byte for byte as it was hashed, and the hash."""
    row, shown = queries.year_publication(connection, publication_id)
    return item_response(request, shown, tag_of(row, row.sha256))
