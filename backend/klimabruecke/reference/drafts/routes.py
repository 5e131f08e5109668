"""The addresses of factor sets that are loaded from a file; for the coordination of all cities."""

from typing import Annotated, Any

from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle
from klimabruecke.core.http.answers import (
    PRIVATE,
    created_response,
    etag,
    is_unchanged,
    item_response,
    made_at,
    not_modified,
    validators,
)
from klimabruecke.core.http.preconditions import IfMatchHeader, require_match
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.types import RecordId
from klimabruecke.identity.deps import Coordinator
from klimabruecke.reference import queries as reference
from klimabruecke.reference.drafts import actions, queries
from klimabruecke.reference.drafts.rows import template
from klimabruecke.reference.drafts.schemas import (
    EmissionFactorSetDraftIn,
    EmissionFactorSetDraftOut,
    EmissionFactorSetDraftQuery,
)
from klimabruecke.reference.drafts.tables import EmissionFactorSetDraft
from klimabruecke.reference.schemas import EmissionFactorSetOut

router = StrictRouter(tags=["reference"])

CSV = "text/csv"
DraftId = Annotated[RecordId, Path(description="Id of the draft.")]
CONFLICTS: dict[str, Any] = {"x-conflicts": [409]}


@router.get(
    "/emission-factor-set-template",
    summary="Get the template of a factor set",
    response_class=Response,
    responses={200: {"description": "The headings and one filled-in row.", "content": {CSV: {}}}},
    openapi_extra={"x-formats": [CSV]},
)
async def get_emission_factor_set_template(_: Coordinator, request: Request) -> Response:
    """A CSV file to fill in: its columns, with a factor that is there as the example; delete that row."""
    content = template()
    tag = etag("template", content)
    if is_unchanged(request, tag):
        return not_modified(tag, PRIVATE)
    headers = {
        **validators(tag, PRIVATE),
        "Content-Disposition": 'attachment; filename="emission-factor-set.csv"',
    }
    return Response(content.encode(), media_type=f"{CSV}; charset=utf-8; header=present", headers=headers)


@router.get(
    "/emission-factor-set-drafts",
    summary="List the drafts of factor sets",
    response_model=Page[EmissionFactorSetDraftOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_emission_factor_set_drafts(
    _: Coordinator,
    request: Request,
    query: Annotated[EmissionFactorSetDraftQuery, asked_for(EmissionFactorSetDraftQuery)],
) -> Response:
    """Sets that are loaded and wait for a second person."""
    return await queries.DRAFTS.respond(request, query)


@router.post(
    "/emission-factor-set-drafts",
    summary="Load a factor set",
    status_code=201,
    response_model=EmissionFactorSetDraftOut,
    responses=made_at("get_emission_factor_set_draft", "draft_id"),
)
def create_emission_factor_set_draft(
    caller: Coordinator, request: Request, session: SessionDep, asked: EmissionFactorSetDraftIn
) -> Response:
    """Checks a file of factors and keeps it as a draft; nothing uses it before somebody else publishes it.

    What is wrong in the file is said at `/csv`, with row and column in the sentence.
    """
    draft = actions.load(session, caller, asked)
    settle(session)
    found = queries.draft(session.connection(), draft.id)
    return created_response(found, f"{request.url.path}/{found.id}", _tag(found))


@router.get(
    "/emission-factor-set-drafts/{draft_id}",
    summary="Get a draft of a factor set",
    response_model=EmissionFactorSetDraftOut,
)
async def get_emission_factor_set_draft(
    _: Coordinator, request: Request, connection: ReadDep, draft_id: DraftId
) -> Response:
    """A loaded set; what it would change is at its effects."""
    found = queries.draft(connection, draft_id)
    return item_response(request, found, _tag(found), PRIVATE)


@router.delete(
    "/emission-factor-set-drafts/{draft_id}", summary="Discard a draft of a factor set", status_code=204
)
def delete_emission_factor_set_draft(
    _: Coordinator, request: Request, session: SessionDep, draft_id: DraftId, __: IfMatchHeader = None
) -> Response:
    """For a file that is not right; load the better one anew."""
    actions.discard(session, _seen(session, request, draft_id))
    return Response(status_code=204)


@router.post(
    "/emission-factor-set-drafts/{draft_id}/publications",
    summary="Publish a factor set",
    status_code=201,
    response_model=EmissionFactorSetOut,
    openapi_extra=CONFLICTS,
)
def create_emission_factor_set_publication(
    caller: Coordinator,
    request: Request,
    session: SessionDep,
    draft_id: DraftId,
    _: IfMatchHeader = None,
) -> Response:
    """From now on its factors answer on their days; footprints that are stored keep theirs.

    Another person than the one who loaded it publishes. Other sets since then: 409
    `factor-set-no-longer-fits`.
    """
    published = actions.publish(session, _seen(session, request, draft_id), caller)
    settle(session)
    found = reference.emission_factor_set(session.connection(), published.id)
    tag = etag("emission_factor_set", found.id, found.version)
    return created_response(found, f"/api/v1/emission-factor-sets/{found.id}", tag)


def _seen(session: Session, request: Request, draft_id: str) -> EmissionFactorSetDraft:
    """The draft, locked, in the state the caller has seen."""
    draft = actions.locked_draft(session, draft_id)
    require_match(request, _tag(draft))
    return draft


def _tag(draft: EmissionFactorSetDraft | EmissionFactorSetDraftOut) -> str:
    return etag("emission_factor_set_draft", draft.id, draft.version)
