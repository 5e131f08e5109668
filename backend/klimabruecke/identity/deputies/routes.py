"""The addresses of the deputies."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle
from klimabruecke.core.http.answers import NO_STORE, created_response, etag, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader, require_match
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.identity.deps import SignedIn
from klimabruecke.identity.deputies import actions, queries
from klimabruecke.identity.deputies.schemas import (
    DeputyIn,
    DeputyOut,
    DeputyPatch,
    DeputyQuery,
    DeputyQueryOf,
)
from klimabruecke.identity.schemas import Id

router = StrictRouter(tags=["identity"])

DeputyPath = Annotated[Id, Path(description="Id of the entry.")]


@router.get(
    "/deputies",
    summary="List the deputies",
    response_model=Page[DeputyOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_deputies(
    request: Request, caller: SignedIn, query: Annotated[DeputyQuery, asked(DeputyQuery)]
) -> Response:
    """Who stands in for you, and for whom you do; administrators see all.

    On a day of the period the deputy sees the tasks of the person and may send the header
    `X-KB-Acting-For` with that person's id. Rights stay the deputy's own; the trail says for whom.
    """
    own = None if caller.has_role("admin") else caller.id
    scoped = DeputyQueryOf.model_validate({**query.model_dump(exclude_unset=True), "concerning": own})
    return await queries.DEPUTIES.respond(request, scoped)


@router.post(
    "/deputies",
    summary="Name a deputy",
    status_code=201,
    response_model=DeputyOut,
    responses=made_at("get_deputy", "deputy_id"),
)
def create_deputy(session: SessionDep, caller: SignedIn, new: DeputyIn) -> Response:
    """For yourself, while you are away; administrators name one for anybody."""
    named = actions.create_deputy(session, caller, new)
    settle(session)
    found = queries.deputy(session.connection(), caller, named.id)
    return created_response(found, f"/api/v1/deputies/{found.id}", _tag(found))


@router.get("/deputies/{deputy_id}", summary="Get a deputy", response_model=DeputyOut)
def get_deputy(request: Request, connection: ReadDep, caller: SignedIn, deputy_id: DeputyPath) -> Response:
    """One entry, for the two people it concerns and for administrators."""
    found = queries.deputy(connection, caller, deputy_id)
    return item_response(request, found, _tag(found), NO_STORE)


@router.patch("/deputies/{deputy_id}", summary="Change a deputy", response_model=DeputyOut)
def update_deputy(
    request: Request,
    session: SessionDep,
    caller: SignedIn,
    deputy_id: DeputyPath,
    change: DeputyPatch,
    _: IfMatchHeader = None,
) -> Response:
    """Another person or other days. The deputy cannot do it, only who is away or an administrator."""
    named = actions.locked_deputy(session, caller, deputy_id)
    require_match(request, _tag(queries.deputy(session.connection(), caller, deputy_id)))
    actions.update_deputy(session, named, change)
    settle(session)
    found = queries.deputy(session.connection(), caller, deputy_id)
    return item_response(request, found, _tag(found), NO_STORE)


@router.delete("/deputies/{deputy_id}", summary="Remove a deputy", status_code=204, response_class=Response)
def delete_deputy(
    request: Request, session: SessionDep, caller: SignedIn, deputy_id: DeputyPath, _: IfMatchHeader = None
) -> Response:
    """From now on nobody stands in by this entry; the trail keeps what was done."""
    named = actions.locked_deputy(session, caller, deputy_id)
    require_match(request, _tag(queries.deputy(session.connection(), caller, deputy_id)))
    actions.delete_deputy(session, named)
    return Response(status_code=204, headers={"Cache-Control": NO_STORE})


def _tag(found: DeputyOut) -> str:
    """The names shown are of other rows, so the version of the entry alone does not say what is shown."""
    return etag("deputy", found.model_dump_json())
