"""The doors people come in and go out by."""

from typing import Any

from fastapi import Request
from starlette.responses import Response

from klimabruecke.audit import actions as audit
from klimabruecke.core.db import DatabaseDep, ReadDep, SessionDep
from klimabruecke.core.http.answers import JSON, NO_STORE, etag, item_response
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.problems import domain_error_response
from klimabruecke.identity.access import TOKEN_SECONDS, access_of
from klimabruecke.identity.deps import COOKIE, COOKIE_PATH, RefreshCookie, SignedIn, require_own_site
from klimabruecke.identity.errors import Unauthenticated
from klimabruecke.identity.schemas import shown
from klimabruecke.identity.sessions import actions, families
from klimabruecke.identity.sessions.actions import Origin
from klimabruecke.identity.sessions.families import Ended, Opened
from klimabruecke.identity.sessions.queries import own_account
from klimabruecke.identity.sessions.schemas import (
    LoginIn,
    Me,
    PasswordChangeIn,
    PasswordIn,
    Person,
    SignedInOut,
)

router = StrictRouter(tags=["identity"])

UNSTORED = {"Cache-Control": NO_STORE}
CREDENTIALS: dict[str, Any] = {"x-conflicts": [401]}
LINK: dict[str, Any] = {"x-conflicts": [410]}


@router.post(
    "/auth/login",
    summary="Sign in",
    response_model=SignedInOut,
    dependencies=[PUBLIC],
    openapi_extra=CREDENTIALS,
)
async def create_login(request: Request, db: DatabaseDep, credentials: LoginIn) -> Response:
    """Address and password for an access token; the refresh token comes as a cookie.

    After ten refusals in a quarter of an hour for an account, or fifty from one network, the answer is 429.
    """
    require_own_site(request)
    access = access_of(request)
    opened = await actions.sign_in(db, access, credentials.email, credentials.password, _origin(request))
    return _signed_in(request, opened)


@router.post("/auth/refresh", summary="Renew the sign-in", response_model=SignedInOut)
def create_refresh(request: Request, session: SessionDep, _: RefreshCookie) -> Response:
    """A new access token for the cookie `kb_refresh`, which is renewed too.

    A refresh token works once. Whoever sends one a second time ends the whole session.
    """
    try:
        opened = families.rotate(session, request.cookies[COOKIE])
    except Ended as ended:
        if ended.stolen is not None:
            audit.record(session, "reuse_refresh_token", "user", ended.stolen)
        return _out(domain_error_response(request, Unauthenticated()), request)
    return _signed_in(request, opened)


@router.post("/auth/logout", summary="Sign out", status_code=204, response_class=Response)
def create_logout(request: Request, session: SessionDep, _: RefreshCookie) -> Response:
    """End the session: its access tokens are refused from now on."""
    try:
        actions.sign_out(session, request.cookies[COOKIE])
    except Ended:
        return _out(domain_error_response(request, Unauthenticated()), request)
    return _out(Response(status_code=204, headers=UNSTORED), request)


@router.post(
    "/auth/passwords",
    summary="Set a password by a link",
    status_code=204,
    response_class=Response,
    dependencies=[PUBLIC],
    openapi_extra=LINK,
)
async def create_password(request: Request, db: DatabaseDep, given: PasswordIn) -> Response:
    """Redeem a one-time link, of an invitation or for a forgotten password; then sign in with the password.

    All sessions of the account end.
    """
    require_own_site(request)
    await actions.redeem_link(db, access_of(request), given.token, given.password, _origin(request))
    return Response(status_code=204, headers=UNSTORED)


@router.get("/me", summary="Get one's own account", response_model=Me)
def get_me(request: Request, connection: ReadDep, caller: SignedIn) -> Response:
    """Who is signed in, and what they may do."""
    found = own_account(connection, caller)
    return item_response(request, found, etag("me", found.model_dump_json()), NO_STORE)


@router.post("/me/passwords", summary="Change one's own password", status_code=204, response_class=Response)
async def create_own_password(
    request: Request, db: DatabaseDep, caller: SignedIn, change: PasswordChangeIn
) -> Response:
    """Change the password by the old one. All sessions of the account end, this one too."""
    await actions.change_password(db, access_of(request), caller.id, change, _origin(request))
    return Response(status_code=204, headers=UNSTORED)


def _origin(request: Request) -> Origin:
    return Origin(request.state.client, request.state.request_id)


def _signed_in(request: Request, opened: Opened) -> Response:
    access, db = access_of(request), request.app.state.database
    now = db.clock()
    left = int((opened.expires_at - now).total_seconds())
    seconds = max(1, min(TOKEN_SECONDS, left))
    body = SignedInOut(
        access_token=access.token({"sub": opened.user.id, "sid": opened.session_id}, now, seconds),
        expires_in=seconds,
        user=Person(id=opened.user.id, display_name=opened.user.display_name, roles=shown(opened.rights)),
    )
    answer = Response(body.model_dump_json(), media_type=JSON, headers=UNSTORED)
    _set_cookie(answer, request, opened.refresh_token, left)
    return answer


def _out(answer: Response, request: Request) -> Response:
    _set_cookie(answer, request, "", 0)
    return answer


def _set_cookie(answer: Response, request: Request, value: str, seconds: int) -> None:
    answer.set_cookie(
        COOKIE,
        value,
        max_age=seconds,
        path=COOKIE_PATH,
        secure=access_of(request).secure_cookies,
        httponly=True,
        samesite="strict",
    )
