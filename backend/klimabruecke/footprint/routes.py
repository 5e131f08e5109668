"""The addresses of the calculator. Nothing is stored, so no account is needed."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import database, small_read
from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.answers import JSON, VARY, etag, item_response
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Bilingual, Language, preferred_language
from klimabruecke.core.types import Slug
from klimabruecke.footprint import actions, queries
from klimabruecke.footprint.answers import (
    FootprintComparisonOut,
    FootprintMethodOut,
    FootprintMethods,
    FootprintOut,
)
from klimabruecke.footprint.schemas import FootprintComparisonIn, FootprintIn

router = StrictRouter(tags=["footprint"], dependencies=[PUBLIC])


@router.post("/footprints", summary="Compute a footprint", response_model=FootprintOut)
@small_read
def create_footprint(request: Request, asked: FootprintIn) -> Response:
    """The climate impact of a trip, an event, a shipment, a purchase or an online meeting.

    Every figure has a range, a formula with its numbers and the factors it rests on. Nothing is stored.
    """
    language = preferred_language(request)
    return _computed(actions.compute_footprint(database(request), asked, language), language)


@router.post("/footprint-comparisons", summary="Compare methods", response_model=FootprintComparisonOut)
@small_read
def create_footprint_comparison(request: Request, asked: FootprintComparisonIn) -> Response:
    """The same items by every method, each with its own total and what that total contains."""
    language = preferred_language(request)
    return _computed(actions.compare_footprints(database(request), asked, language), language)


@router.get("/footprint-methods", summary="List the methods", response_model=FootprintMethods)
@small_read
def list_footprint_methods(request: Request) -> Response:
    """Our own method and those it is compared with: what they count, by which formula and numbers."""
    found = queries.catalogue(database(request)).descriptions
    answer = FootprintMethods(items=list(found), next=None)
    return item_response(request, answer, etag("footprint-methods", answer.model_dump_json()))


@router.get("/footprint-methods/{method_id}", summary="Get a method", response_model=FootprintMethodOut)
@small_read
def get_footprint_method(
    request: Request, method_id: Annotated[Slug, Path(description="Its id.")]
) -> Response:
    """One method with its parameters."""
    for found in queries.catalogue(database(request)).descriptions:
        if found.id == method_id:
            return item_response(request, found, etag("footprint-method", found.model_dump_json()))
    raise NotFound.among(Bilingual("keine Methode", "no method"), "/api/v1/footprint-methods")


def _computed(body: bytes, language: Language) -> Response:
    headers = {"Content-Language": language, "Cache-Control": "no-store", "Vary": VARY}
    return Response(body, media_type=JSON, headers=headers)
