"""The addresses of the accounts, for administrators, and of the colleagues, for everybody with an account."""

from typing import Annotated, Any

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle
from klimabruecke.core.http.answers import NO_STORE, created_response, etag, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader, require_match
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.identity.deps import Administrator, SignedIn
from klimabruecke.identity.schemas import Id
from klimabruecke.identity.users import actions, queries
from klimabruecke.identity.users.schemas import (
    ColleagueOut,
    ColleagueQuery,
    LinkIn,
    LinkOut,
    UserIn,
    UserOut,
    UserPatch,
    UserQuery,
)

router = StrictRouter(tags=["identity"])

UserPath = Annotated[Id, Path(description="Id of the account.")]
CONFLICTS: dict[str, Any] = {"x-conflicts": [409]}


@router.get(
    "/users",
    summary="List the accounts",
    response_model=Page[UserOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_users(
    request: Request, _: Administrator, query: Annotated[UserQuery, asked(UserQuery)]
) -> Response:
    """Everybody who has an account, with their roles."""
    return await queries.USERS.respond(request, query)


@router.get(
    "/colleagues",
    summary="List the colleagues",
    response_model=Page[ColleagueOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_colleagues(
    request: Request, _: SignedIn, query: Annotated[ColleagueQuery, asked(ColleagueQuery)]
) -> Response:
    """Who works here and as what: to ask for an approval, or to name a deputy. No addresses."""
    return await queries.COLLEAGUES.respond(request, query)


@router.post(
    "/users",
    summary="Make an account",
    status_code=201,
    response_model=UserOut,
    responses=made_at("get_user", "user_id"),
    openapi_extra=CONFLICTS,
)
def create_user(session: SessionDep, _: Administrator, new: UserIn) -> Response:
    """A person with roles. They set their password by an invitation: POST /users/{id}/links."""
    user = actions.create_user(session, new)
    settle(session)
    found = queries.user(session.connection(), user.id)
    return created_response(found, f"/api/v1/users/{found.id}", _tag(found))


@router.get("/users/{user_id}", summary="Get an account", response_model=UserOut)
def get_user(request: Request, connection: ReadDep, _: Administrator, user_id: UserPath) -> Response:
    """One account with its roles."""
    found = queries.user(connection, user_id)
    return item_response(request, found, _tag(found), NO_STORE)


@router.patch(
    "/users/{user_id}", summary="Change an account", response_model=UserOut, openapi_extra=CONFLICTS
)
def update_user(
    request: Request,
    session: SessionDep,
    _: Administrator,
    user_id: UserPath,
    change: UserPatch,
    __: IfMatchHeader = None,
) -> Response:
    """Name, address, roles, or `status: suspended`. Who loses roles or is suspended is signed out at once."""
    actions.locked_user(session, user_id)
    require_match(request, _tag(queries.user(session.connection(), user_id)))
    actions.update_user(session, user_id, change)
    settle(session)
    found = queries.user(session.connection(), user_id)
    return item_response(request, found, _tag(found), NO_STORE)


@router.post(
    "/users/{user_id}/links", summary="Issue a one-time link", status_code=201, response_model=LinkOut
)
def create_user_link(session: SessionDep, _: Administrator, user_id: UserPath, asked_for: LinkIn) -> Response:
    """A link to pass on to the person: 7 days for an invitation, 24 hours for a reset. Older ones end."""
    link, token = actions.issue_link(session, user_id, asked_for.purpose)
    shown = LinkOut(
        id=link.id,
        purpose=asked_for.purpose,
        token=token,
        path=f"/passwort#{token}",
        expires_at=link.expires_at,
    )
    return created_response(shown, f"/api/v1/users/{user_id}", etag("link", link.id))


def _tag(found: UserOut) -> str:
    """Roles are rows of their own, so the version of the account alone does not say what is shown."""
    return etag("user", found.model_dump_json())
