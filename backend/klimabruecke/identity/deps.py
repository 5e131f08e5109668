"""The guards, as Annotated aliases: a route declares one of them and gets its caller.

``Public`` for everybody, ``SignedIn`` for people, ``Administrator``, ``Auditor``, ``Coordinator``;
``Reader`` and ``Writer`` for what people with a role and service clients work on. A client needs the scope
that is named like the address: ``plans:read`` for GET /plans, ``plans:write`` for POST
/plans/{id}/decisions. Which city a caller may write is asked in the action: ``caller.require_city(...)`` or
``caller.require_part(...)``. A caller who may not know of a record gets NotFound, never Forbidden.

A deputy names the person they stand in for in the header X-KB-Acting-For. They keep their own rights; the
trail says for whom they acted.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from fastapi import Depends, Request

from klimabruecke.core.db import database
from klimabruecke.core.http.guard import PUBLIC, Guard
from klimabruecke.core.security.tokens import BadToken
from klimabruecke.identity import queries
from klimabruecke.identity.access import access_of
from klimabruecke.identity.callers import Area, Caller
from klimabruecke.identity.deputies import queries as deputies
from klimabruecke.identity.errors import CrossSite, Forbidden, NotDeputy, Unauthenticated

COOKIE = "kb_refresh"
COOKIE_PATH = "/api/v1/auth"
ACTING_FOR = "X-KB-Acting-For"
TOKENS = "/api/v1/oauth/token"

Verb = Literal["read", "write"]

SECURITY_SCHEMES: dict[str, Any] = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "The access token of POST /auth/login or POST /oauth/token, by RFC8725 and RFC9068. "
        "A deputy who acts for somebody names them in X-KB-Acting-For; see /deputies.",
    },
    "clientCredentials": {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": TOKENS, "refreshUrl": TOKENS, "scopes": {}}},
        "description": "For programs (RFC6749, section 4.4; tokens by RFC8725 and RFC9068, for ten minutes).",
    },
    "refreshCookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": COOKIE,
        "description": "Set at the sign-in, sent by the browser only to /api/v1/auth, renewed at every use.",
    },
}


class Demand(Guard):
    """Lets in who is signed in and fulfils a condition; service clients only where ``verb`` makes a scope."""

    statuses = (401, 403)

    def __init__(self, allows: Callable[[Caller], bool], verb: Verb | None = None) -> None:
        self._allows = allows
        self._verb = verb

    def security(self, path: str) -> Sequence[Mapping[str, list[str]]]:
        by_scope = [{"clientCredentials": [self._scope(path)]}] if self._verb else []
        return [{"bearer": []}, *by_scope]

    async def admit(self, request: Request) -> None:
        caller = await identify(request)
        request.state.caller, request.state.actor = caller, caller.actor
        is_in_scope = caller.kind == "person" or self._scope(request.url.path) in caller.scopes
        if not (is_in_scope and self._allows(caller)):
            raise Forbidden

    def _scope(self, path: str) -> str:
        """``/api/v1/plans/...`` is the resource ``plans``."""
        return f"{path.split('/')[3]}:{self._verb}"


class _Anyone(Guard):
    """Lets everybody in, and knows who is signed in: some things are for them only.

    A token that is none is a visitor's, and so is that of a program without the scope.
    """

    async def admit(self, request: Request) -> None:
        if "authorization" not in request.headers:
            return
        with suppress(Unauthenticated, NotDeputy):
            caller = await identify(request)
            request.state.actor = caller.actor
            if caller.kind == "person" or f"{request.url.path.split('/')[3]}:read" in caller.scopes:
                request.state.caller = caller


class _RefreshCookie(Guard):
    """For the two addresses that the browser's cookie opens: the request must come from our own pages."""

    statuses = (401, 403)

    def security(self, path: str) -> Sequence[Mapping[str, list[str]]]:  # noqa: ARG002
        return [{"refreshCookie": []}]

    async def admit(self, request: Request) -> None:
        if not request.cookies.get(COOKIE):
            raise Unauthenticated
        require_own_site(request)
        if request.headers.get("x-kb-csrf") != "1":
            raise CrossSite


async def identify(request: Request) -> Caller:
    """Who is asking, by their access token. Raises Unauthenticated for everything that is not one.

    Raises NotDeputy where they name somebody to act for and are not that person's deputy today.
    """
    headers = request.headers.getlist("authorization")
    scheme, _, token = headers[0].partition(" ") if len(headers) == 1 else ("", "", "")
    if scheme.lower() != "bearer":
        raise Unauthenticated
    db = database(request)
    try:
        claims = access_of(request).claims(token, db.clock())
    except BadToken as refused:
        raise Unauthenticated from refused
    found = await queries.caller(db, claims)
    acting_for = request.headers.get(ACTING_FOR)
    return found if acting_for is None else await deputies.standing_in(db, found, acting_for)


def require_own_site(request: Request) -> None:
    """Raises CrossSite where the browser says that another site sent the request."""
    origin, host = request.headers.get("origin"), access_of(request).host or request.headers.get("host")
    if origin is not None and urlsplit(origin).netloc != host:
        raise CrossSite
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise CrossSite


def writer(area: Area) -> Any:
    """Editors of an area and coordinators, and service clients of that area."""
    return Depends(Demand(lambda caller: caller.writes_in(area), "write"))


def visitor(request: Request) -> Caller | None:
    """Who came in by VISITOR; None where they did not say."""
    return getattr(request.state, "caller", None)


Public = Annotated[None, PUBLIC]
"""Everybody. A router whose addresses are all public says so once: ``dependencies=[PUBLIC]``."""
VISITOR = Depends(_Anyone())
"""Everybody, for routers where who has a role sees more than the public; ``identity.recalled`` asks."""
Anyone = Annotated[Caller | None, VISITOR]
"""The same with the caller where somebody is signed in."""
SignedIn = Annotated[Caller, Depends(Demand(lambda _: True))]
"""Every person with an account."""
Administrator = Annotated[Caller, Depends(Demand(lambda caller: caller.has_role("admin")))]
Coordinator = Annotated[Caller, Depends(Demand(lambda caller: caller.cities_of("coordinator") is None))]
"""Who coordinates for all cities."""
Auditor = Annotated[Caller, Depends(Demand(lambda caller: caller.has_role("auditor", "admin")))]
RefreshCookie = Annotated[None, Depends(_RefreshCookie())]
Reader = Annotated[Caller, Depends(Demand(lambda caller: bool(caller.rights), "read"))]
"""Everyone with a role."""
WritingPerson = Annotated[
    Caller, Depends(Demand(lambda caller: caller.kind == "person" and caller.writes_in(None)))
]
"""The same without programs: what only people can do for each other, such as approving."""
Writer = Annotated[Caller, Depends(Demand(lambda caller: caller.writes_in(None), "write"))]
"""Every editor and coordinator; in which city they may write is asked of the record."""
