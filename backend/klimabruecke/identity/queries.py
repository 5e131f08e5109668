"""Who stands behind a token: read anew for every request, so that an end counts at once."""

from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.core.clock import Clock
from klimabruecke.identity.callers import EVERY_CITY, Caller, Right
from klimabruecke.identity.errors import Unauthenticated
from klimabruecke.identity.tables import Membership, ServiceClient, SignInSession, User

_PERSON = (
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
_CLIENT = select(
    col(ServiceClient.id),
    col(ServiceClient.city_id),
    col(ServiceClient.area),
    col(ServiceClient.scopes),
    col(ServiceClient.expires_on),
).where(col(ServiceClient.status) == "active", col(ServiceClient.deleted_at).is_(None))


def caller(connection: Connection, claims: dict[str, Any], clock: Clock) -> Caller:
    """The caller a token names. Raises Unauthenticated where session, account or client has ended."""
    if isinstance(claims.get("sid"), str):
        return _person(connection, claims, clock)
    if isinstance(claims.get("scope"), str):
        return _client(connection, claims, clock)
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


def _person(connection: Connection, claims: dict[str, Any], clock: Clock) -> Caller:
    known = _PERSON.where(col(SignInSession.id) == claims["sid"], col(User.id) == claims["sub"])
    rows = connection.execute(known).all()
    if not rows or rows[0].expires_at <= clock():
        raise Unauthenticated
    rights = tuple(Right(row.role, row.city_id or EVERY_CITY, row.area) for row in rows if row.role)
    return Caller("person", rows[0].user_id, rights)


def _client(connection: Connection, claims: dict[str, Any], clock: Clock) -> Caller:
    row = connection.execute(_CLIENT.where(col(ServiceClient.id) == claims["sub"])).one_or_none()
    if row is None or (row.expires_on is not None and row.expires_on < clock().date()):
        raise Unauthenticated
    scopes = frozenset(claims["scope"].split()) & frozenset(row.scopes)
    return Caller("client", row.id, (Right("editor", row.city_id, row.area),), scopes)
