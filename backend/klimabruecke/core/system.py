"""Health, the OpenAPI document and the kinds of problems: what the platform itself answers."""

from typing import Annotated, Any

import orjson
from fastapi import Path, Request
from pydantic import Field
from starlette.responses import Response

from klimabruecke.core.db import DatabaseDep
from klimabruecke.core.errors import PROBLEM_TYPES, Busy, NotFound, ProblemType
from klimabruecke.core.http.answers import JSON, etag, is_unchanged, item_response, not_modified, validators
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import Out
from klimabruecke.core.types import ShortText, Slug, Text

health = StrictRouter(prefix="/health", tags=["health"], dependencies=[PUBLIC])
router = StrictRouter(tags=["platform"], dependencies=[PUBLIC])


class Health(Out):
    """Whether the service is up."""

    status: str = Field(
        max_length=20, pattern="^ok$", description="Always `ok`; otherwise the answer is an error."
    )


class ProblemTypeOut(Out):
    """One kind of problem: what it means and what to do."""

    slug: Slug = Field(description="Last part of the problem's `type`.")
    status: int = Field(ge=400, le=599, description="The HTTP status it comes with.")
    title_de: ShortText = Field(description="Title in German.")
    title_en: ShortText = Field(description="Title in English.")
    meaning_de: Text = Field(description="What it means, in German.")
    meaning_en: Text = Field(description="What it means, in English.")
    remedy_de: Text = Field(description="What to do, in German.")
    remedy_en: Text = Field(description="What to do, in English.")


class ProblemTypes(Out):
    """All kinds of problems."""

    items: list[ProblemTypeOut] = Field(max_length=1000, description="Sorted by slug.")
    next: None = Field(description="Always null: the list is complete.")


@health.get("/live", summary="Is the process alive?")
async def get_liveness() -> Health:
    """Answers as long as the process runs; no database is asked."""
    return Health(status="ok")


@health.get("/ready", summary="Can requests be served?")
def get_readiness(db: DatabaseDep) -> Health:
    """Asks the database; 503 where it does not answer."""
    with db.reading() as connection:
        if connection.exec_driver_sql("SELECT count(*) FROM change_head").scalar() is None:
            raise Busy
    return Health(status="ok")


@router.get("/problem-types", summary="List the kinds of problems", response_model=ProblemTypes)
async def list_problem_types(request: Request) -> Response:
    """Every `type` a problem document can carry, with what to do about it."""
    items = [_problem_type(PROBLEM_TYPES[slug]) for slug in sorted(PROBLEM_TYPES)]
    return item_response(request, {"items": items, "next": None}, etag("problem-types", items))


@router.get("/problem-types/{slug}", summary="Get one kind of problem", response_model=ProblemTypeOut)
async def get_problem_type(
    request: Request, slug: Annotated[Slug, Path(description="Its slug.")]
) -> Response:
    """What one kind of problem means and what to do about it."""
    found = PROBLEM_TYPES.get(slug)
    if found is None:
        raise NotFound.among(Bilingual("keine Problemart", "no kind of problem"), "/api/v1/problem-types")
    return item_response(request, _problem_type(found), etag("problem-type", found))


@router.get("/openapi.json", include_in_schema=False)
async def get_openapi(request: Request) -> Response:
    """The OpenAPI document of this service."""
    body: bytes = request.app.state.openapi_bytes()
    tag = etag("openapi", body)
    return (
        not_modified(tag)
        if is_unchanged(request, tag)
        else Response(body, media_type=JSON, headers=validators(tag))
    )


def _problem_type(problem: ProblemType) -> dict[str, Any]:
    return {
        "slug": problem.slug,
        "status": problem.status,
        "title_de": problem.title.de,
        "title_en": problem.title.en,
        "meaning_de": problem.meaning.de,
        "meaning_en": problem.meaning.en,
        "remedy_de": problem.remedy.de,
        "remedy_en": problem.remedy.en,
    }


def document_bytes(document: dict[str, Any]) -> bytes:
    """The OpenAPI document as it is served and committed: sorted, indented, one newline at the end."""
    return orjson.dumps(
        document, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    )
