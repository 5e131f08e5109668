"""The addresses of the service clients, and the token endpoint."""

from typing import Annotated, Any

from fastapi import Form, Path, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from klimabruecke.core.changes import Actor
from klimabruecke.core.db import DatabaseDep, ReadDep, SessionDep, settle
from klimabruecke.core.errors import DomainError
from klimabruecke.core.http.answers import JSON, NO_STORE, created_response, etag, item_response, made_at
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.preconditions import IfMatchHeader, require_match
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.identity.access import TOKEN_SECONDS, access_of
from klimabruecke.identity.approvals.schemas import ApprovalOut
from klimabruecke.identity.clients import actions, queries, token
from klimabruecke.identity.clients.schemas import (
    ServiceClientCreatedOut,
    ServiceClientIn,
    ServiceClientOut,
    ServiceClientPatch,
    ServiceClientQuery,
    TokenForm,
    TokenOut,
)
from klimabruecke.identity.deps import Administrator
from klimabruecke.identity.schemas import Id

router = StrictRouter(tags=["identity"])

ClientPath = Annotated[Id, Path(description="Id of the service client.")]
CONFLICTS: dict[str, Any] = {"x-conflicts": [409]}
CREDENTIALS: dict[str, Any] = {"x-conflicts": [401]}


@router.post(
    "/oauth/token",
    summary="Get a token for a program",
    response_model=TokenOut,
    dependencies=[PUBLIC],
    openapi_extra=CREDENTIALS,
)
async def create_token(request: Request, db: DatabaseDep, form: Annotated[TokenForm, Form()]) -> Response:
    """Client credentials (RFC 6749, section 4.4) by HTTP Basic or in the form; the token lasts ten minutes.

    Errors carry `error` as RFC 6749 names it, inside the problem document.
    """
    given = token.credentials_of(form, request.headers.get("authorization"))
    async with db.request_transaction(Actor("anonymous"), request.state.request_id) as session:
        granted = await run_in_threadpool(token.grant, session, given, form, request.state.client)
    if isinstance(granted, DomainError):
        raise granted
    claims = {"sub": granted.client_id, "client_id": granted.client_id, "scope": granted.scope}
    body = TokenOut(
        access_token=access_of(request).token(claims, db.clock()),
        expires_in=TOKEN_SECONDS,
        scope=granted.scope,
    )
    return Response(body.model_dump_json(), media_type=JSON, headers={"Cache-Control": NO_STORE})


@router.get(
    "/service-clients",
    summary="List the service clients",
    response_model=Page[ServiceClientOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_service_clients(
    request: Request, _: Administrator, query: Annotated[ServiceClientQuery, asked(ServiceClientQuery)]
) -> Response:
    """The programs that work for a city, approved or not."""
    return await queries.SERVICE_CLIENTS.respond(request, query)


@router.post(
    "/service-clients",
    summary="Propose a service client",
    status_code=201,
    response_model=ServiceClientCreatedOut,
    responses=made_at("get_service_client", "client_id"),
)
def create_service_client(session: SessionDep, caller: Administrator, new: ServiceClientIn) -> Response:
    """A program for one city and one area. Its secret is shown once; another person must approve it."""
    client, secret = actions.propose_client(session, new, caller)
    settle(session)
    found = queries.service_client(session.connection(), client.id)
    shown = ServiceClientCreatedOut(**found.model_dump(), client_id=client.id, client_secret=secret)
    return created_response(shown, f"/api/v1/service-clients/{client.id}", _tag(found))


@router.get("/service-clients/{client_id}", summary="Get a service client", response_model=ServiceClientOut)
def get_service_client(
    request: Request, connection: ReadDep, _: Administrator, client_id: ClientPath
) -> Response:
    """One service client, without its secret."""
    found = queries.service_client(connection, client_id)
    return item_response(request, found, _tag(found), NO_STORE)


@router.patch(
    "/service-clients/{client_id}", summary="Change a service client", response_model=ServiceClientOut
)
def update_service_client(
    request: Request,
    session: SessionDep,
    _: Administrator,
    client_id: ClientPath,
    change: ServiceClientPatch,
    __: IfMatchHeader = None,
) -> Response:
    """Its name, its last day, or `status: revoked`, which ends it and its tokens at once."""
    _require_match(request, session, client_id)
    actions.update_client(session, client_id, change)
    settle(session)
    found = queries.service_client(session.connection(), client_id)
    return item_response(request, found, _tag(found), NO_STORE)


@router.delete(
    "/service-clients/{client_id}",
    summary="Delete a service client",
    status_code=204,
    response_class=Response,
)
def delete_service_client(
    request: Request, session: SessionDep, _: Administrator, client_id: ClientPath, __: IfMatchHeader = None
) -> Response:
    """End it and its tokens at once, and take it out of the list."""
    _require_match(request, session, client_id)
    actions.delete_client(session, client_id)
    return Response(status_code=204, headers={"Cache-Control": NO_STORE})


@router.post(
    "/service-clients/{client_id}/approvals",
    summary="Approve a service client",
    status_code=201,
    response_model=ApprovalOut,
    openapi_extra=CONFLICTS,
)
def create_service_client_approval(
    session: SessionDep, caller: Administrator, client_id: ClientPath
) -> Response:
    """From now on it gets tokens. Another administrator than the one who proposed it must approve."""
    approval = actions.approve_client(session, client_id, caller)
    settle(session)
    shown = ApprovalOut.model_validate(approval)
    return created_response(
        shown, f"/api/v1/service-clients/{client_id}", etag("approval", approval.id, approval.version)
    )


def _require_match(request: Request, session: SessionDep, client_id: str) -> None:
    actions.locked_client(session, client_id)
    require_match(request, _tag(queries.service_client(session.connection(), client_id)))


def _tag(found: ServiceClientOut) -> str:
    return etag("service_client", found.id, found.version, found.last_used_on)
