"""The address of the yearly note on a city's measures."""

from datetime import UTC, datetime, time
from typing import Annotated, Any

from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.db import DatabaseDep, ReadDep
from klimabruecke.core.docx import DOCX
from klimabruecke.core.http.answers import etag, is_unchanged, item_response, not_modified, validators
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.listing.formats import JSON, asked_media_type
from klimabruecke.footprint.papers.shown import document_response, shown_paper
from klimabruecke.measures.deps import Anyone, reach_of
from klimabruecke.programme.notes import queries
from klimabruecke.programme.notes.schemas import ProgressNoteOut, ProgressNoteQuery
from klimabruecke.programme.notes.writing import Note

router = StrictRouter(tags=["measures"])

TEXT = "text/plain"
FORMATS = {"json": JSON, "text": TEXT, "docx": DOCX}
RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The note as JSON, as text, or as a document to edit.",
        "content": {TEXT: {}, DOCX: {}},
    },
    304: {"description": "Nothing has changed since the ETag in If-None-Match."},
}


@router.get(
    "/progress-notes",
    summary="Get the yearly note on a city's measures",
    response_model=ProgressNoteOut,
    responses=RESPONSES,
    openapi_extra={"x-formats": list(FORMATS.values())},
)
def get_progress_note(
    _: Anyone,
    request: Request,
    connection: ReadDep,
    db: DatabaseDep,
    query: Annotated[ProgressNoteQuery, asked_for(ProgressNoteQuery)],
) -> Response:
    """For a council: by field of work what runs, is done or late, each figure with basis, year and source.

    Published measures only, in the language of `Accept-Language`. What was not confirmed for twelve months is
    marked; a saving of two measures counts once; adaptation is never told in tonnes it does not state.
    """
    media_type, language = asked_media_type(request, query.format, FORMATS), preferred_language(request)
    reach, today = reach_of(request), db.clock().date()
    found = queries.progress(connection, reach, query.city, query.year, today)
    paper = Note(found, language).paper()
    if media_type == DOCX:
        origin = f"Klimabrücke · {query.city} · {today.isoformat()}"
        made_at = datetime.combine(today, time(), UTC)
        name = f"{query.city}-{query.year}"
        return document_response(request, paper, "progress_note", origin, made_at, name)
    head = {"city_id": query.city, "year": query.year, "on": today.isoformat(), "demo": found.demo}
    shown = {**shown_paper(paper), **head}
    tag = etag("progress-note", media_type, shown)
    if media_type == JSON:
        response = item_response(request, shown, tag, reach.cache)
    elif is_unchanged(request, tag):
        return not_modified(tag, reach.cache)
    else:
        response = Response(shown["text"], media_type=TEXT, headers=validators(tag, reach.cache))
    response.headers["Content-Language"] = language
    return response
