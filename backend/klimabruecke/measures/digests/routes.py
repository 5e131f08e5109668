"""The address of the monthly digest."""

from typing import Annotated, Any

from fastapi import Request
from starlette.responses import Response

from klimabruecke.cities.queries import city_names
from klimabruecke.core.changes import counted
from klimabruecke.core.db import ReadDep, small_read
from klimabruecke.core.http.answers import (
    PRIVATE,
    etag,
    is_unchanged,
    item_response,
    not_modified,
    validators,
)
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.listing.formats import JSON, asked_media_type
from klimabruecke.measures.deps import Reader
from klimabruecke.measures.digests import queries, writing
from klimabruecke.measures.digests.schemas import DigestOut, DigestQuery

router = StrictRouter(tags=["exchange"])

TEXT, HTML, ATOM = "text/plain", "text/html", "application/atom+xml"
FORMATS = {"json": JSON, "text": TEXT, "html": HTML, "atom": ATOM}
WRITERS = {TEXT: writing.as_text, HTML: writing.as_html, ATOM: writing.as_atom}
RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The digest as JSON, or to be sent: text, a page or a feed.",
        "content": {TEXT: {}, HTML: {}, ATOM: {}},
    },
    304: {"description": "Nothing has changed since the ETag in If-None-Match."},
}


@router.get(
    "/digests",
    summary="Read what was new in a month",
    response_model=DigestOut,
    responses=RESPONSES,
    openapi_extra={"x-formats": list(FORMATS.values())},
)
@small_read
def get_digest(
    _: Reader,
    request: Request,
    connection: ReadDep,
    query: Annotated[DigestQuery, asked_for(DigestQuery)],
) -> Response:
    """New measures, updates, answers, exchanges and uptakes, for the coordination to send to the cities.

    Text, page and feed are in the language of `Accept-Language`.
    """
    media_type, language = asked_media_type(request, query.format, FORMATS), preferred_language(request)
    moved = counted(connection, queries.RESOURCES)
    tag = etag("digest", moved, request.scope["query_string"], media_type, language)
    if is_unchanged(request, tag):
        return not_modified(tag, PRIVATE)
    found = queries.digest(connection, query.month, query.city)
    if media_type == JSON:
        return item_response(request, found, tag, PRIVATE)
    known = city_names(connection, sorted({city for one in found["items"] for city in one["city_ids"]}))
    written = WRITERS[media_type](found, lambda city: known[city].in_(language), _origin(request), language)
    headers = validators(tag, PRIVATE) | {"Content-Language": language}
    return Response(written, media_type=f"{media_type}; charset=utf-8", headers=headers)


def _origin(request: Request) -> str:
    """Where people open this application."""
    return request.app.state.settings.origin or str(request.base_url).rstrip("/")
