"""Who stands behind a token: read anew for every request, so that an end counts at once."""

from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlmodel import col

from klimabruecke.core.db import Database
from klimabruecke.core.prepared import Prepared
from klimabruecke.identity.callers import EVERY_CITY, Caller, Right
from klimabruecke.identity.errors import Unauthenticated
from klimabruecke.identity.tables import Membership, ServiceClient, SignInSession, User

_PERSON = Prepared(
    select(
        col(SignInSession.user_id),
        col(SignInSession.expires_at),
        col(Membership.role),
        col(Membership.city_id),
        col(Membership.area),
    )
    .join(User, col(User.id) == col(SignInSession.user_id))
    .outerjoin(Membership, (col(Membership.user_id) == col(User.id)) & col(Membership.deleted_at).is_(None))
    .where(
        col(SignInSession.id) == bindparam("session_id"),
        col(User.id) == bindparam("user_id"),
        col(SignInSession.ended_at).is_(None),
        col(User.status) == "active",
        col(User.deleted_at).is_(None),
    )
    .order_by(col(Membership.id))
)
_RIGHTS = (
    select(col(Membership.role), col(Membership.city_id), col(Membership.area))
    .where(col(Membership.deleted_at).is_(None))
    .order_by(col(Membership.id))
)
_CLIENT = Prepared(
    select(
        col(ServiceClient.id),
        col(ServiceClient.city_id),
        col(ServiceClient.area),
        col(ServiceClient.scopes),
        col(ServiceClient.expires_on),
    ).where(
        col(ServiceClient.id) == bindparam("client_id"),
        col(ServiceClient.status) == "active",
        col(ServiceClient.deleted_at).is_(None),
    )
)


async def caller(db: Database, claims: dict[str, Any]) -> Caller:
    """The caller a token names. Raises Unauthenticated where session, account or client has ended."""
    if isinstance(claims.get("sid"), str):
        return await _person(db, claims)
    if isinstance(claims.get("scope"), str):
        return await _client(db, claims)
    raise Unauthenticated


def person(connection: Connection, user_id: str) -> Caller | None:
    """A person with an active account, as they would come in; None where there is none."""
    active = (col(User.id) == user_id) & (col(User.status) == "active") & col(User.deleted_at).is_(None)
    if connection.execute(select(col(User.id)).where(active)).first() is None:
        return None
    return Caller("person", user_id, rights_of(connection, user_id))


def rights_of(connection: Connection, user_id: str) -> tuple[Right, ...]:
    """What a person may do."""
    rows = connection.execute(_RIGHTS.where(col(Membership.user_id) == user_id))
    return tuple(Right(row.role, row.city_id or EVERY_CITY, row.area) for row in rows)


async def _person(db: Database, claims: dict[str, Any]) -> Caller:
    rows = await db.rows(_PERSON, session_id=claims["sid"], user_id=claims["sub"])
    if not rows or rows[0].expires_at <= db.clock():
        raise Unauthenticated
    rights = tuple(Right(row.role, row.city_id or EVERY_CITY, row.area) for row in rows if row.role)
    return Caller("person", rows[0].user_id, rights)


async def _client(db: Database, claims: dict[str, Any]) -> Caller:
    rows = await db.rows(_CLIENT, client_id=claims["sub"])
    if not rows or (rows[0].expires_on is not None and rows[0].expires_on < db.clock().date()):
        raise Unauthenticated
    row = rows[0]
    scopes = frozenset(claims["scope"].split()) & frozenset(row.scopes)
    return Caller("client", row.id, (Right("editor", row.city_id, row.area),), scopes)
