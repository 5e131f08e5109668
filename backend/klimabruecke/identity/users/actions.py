"""Making and changing accounts. Who loses a right or is suspended is signed out everywhere, at once."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import column, exists, select, table
from sqlmodel import Session, col

from klimabruecke.core.changes import context
from klimabruecke.core.errors import FieldError, Invalid, NotFound
from klimabruecke.core.ids import new_id
from klimabruecke.core.validation import sentence
from klimabruecke.identity.callers import EVERY_CITY
from klimabruecke.identity.errors import NO_USER, AddressTaken, LastAdministrator
from klimabruecke.identity.schemas import MembershipIn
from klimabruecke.identity.sessions.actions import email_key
from klimabruecke.identity.sessions.families import end_sessions_of, new_token, token_hash
from klimabruecke.identity.tables import Membership, OneTimeLink, User
from klimabruecke.identity.users.schemas import Purpose, UserIn, UserPatch

LASTS = {"invitation": timedelta(days=7), "reset": timedelta(hours=24)}

_CITY = table("city", column("id"))
"""Cities stand above this layer; here they are known by the foreign key only."""


class IssuedLink(NamedTuple):
    """A link with the secret that is kept nowhere else."""

    row: OneTimeLink
    token: str


def create_user(session: Session, new: UserIn, *, demo: bool = False) -> User:
    """Raises AddressTaken, and Invalid for a city that does not exist."""
    _require_free(session, new.email)
    user = User(
        id=new_id(), email=new.email, email_key=email_key(new.email), display_name=new.display_name, demo=demo
    )
    session.add(user)
    session.flush()
    _give(session, user, new.memberships)
    return user


def update_user(session: Session, user_id: str, change: UserPatch) -> User:
    """Raises NotFound, AddressTaken, Invalid, or LastAdministrator where nobody could manage accounts."""
    user = locked_user(session, user_id)
    given = change.model_fields_set
    if "email" in given and email_key(change.email) != user.email_key:
        _require_free(session, change.email)
    if "email" in given:
        user.email, user.email_key = change.email, email_key(change.email)
    if "display_name" in given:
        user.display_name = change.display_name
    loses = "memberships" in given and _replace(session, user, change.memberships)
    if "status" in given and change.status != user.status:
        user.status, loses = change.status, True
    session.flush()
    if loses:
        _require_administrator(session)
        end_sessions_of(session, user.id)
    return user


def issue_link(session: Session, user_id: str, purpose: Purpose) -> IssuedLink:
    """A one-time link; links of the same account that are still open end. Raises NotFound."""
    user = locked_user(session, user_id)
    now = context(session).clock()
    is_open = (col(OneTimeLink.user_id) == user.id, col(OneTimeLink.used_at).is_(None))
    for older in session.scalars(select(OneTimeLink).where(*is_open)):
        older.used_at = now
    token = new_token()
    link = OneTimeLink(
        id=new_id(),
        user_id=user.id,
        purpose=purpose,
        token_hash=token_hash(token),
        expires_at=now + LASTS[purpose],
        demo=user.demo,
    )
    session.add(link)
    session.flush()
    return IssuedLink(link, token)


def locked_user(session: Session, user_id: str) -> User:
    user = session.get(User, user_id, with_for_update=True)
    if user is None or user.deleted_at is not None:
        raise NotFound.among(*NO_USER)
    return user


def require_cities(session: Session, pointers: Sequence[tuple[str, str]]) -> None:
    """Raises Invalid for places that name a city which does not exist."""
    known = set(session.connection().execute(select(_CITY.c.id)).scalars())
    wrong = [
        FieldError(pointer, "unknown_city", sentence("unknown_city"))
        for pointer, city in pointers
        if city not in known
    ]
    if wrong:
        raise Invalid(*wrong)


def _require_free(session: Session, email: str) -> None:
    taken = select(exists().where(col(User.email_key) == email_key(email)))
    if session.scalars(taken).one():
        raise AddressTaken


def _give(session: Session, user: User, memberships: Sequence[MembershipIn]) -> None:
    named = [
        (f"/memberships/{place}/city", held.city)
        for place, held in enumerate(memberships)
        if held.city != EVERY_CITY
    ]
    require_cities(session, named)
    for held in memberships:
        city_id = None if held.city == EVERY_CITY else held.city
        session.add(
            Membership(
                id=new_id(),
                user_id=user.id,
                role=held.role,
                city_id=city_id,
                area=held.area,
                demo=user.demo,
            )
        )
    session.flush()


def _replace(session: Session, user: User, memberships: Sequence[MembershipIn]) -> bool:
    """Take what is no longer held, give what is new; what stays is not touched. Whether anything changed."""
    changed = False
    wanted: dict[tuple[str, str, str], MembershipIn] = {
        (one.role, one.city, one.area): one for one in memberships
    }
    for held in session.scalars(
        select(Membership).where(col(Membership.user_id) == user.id, col(Membership.deleted_at).is_(None))
    ):
        if wanted.pop((held.role, held.city_id or EVERY_CITY, held.area), None) is None:
            held.deleted_at, changed = context(session).clock(), True
    _give(session, user, list(wanted.values()))
    return changed or bool(wanted)


def _require_administrator(session: Session) -> None:
    """Somebody who can sign in must be left to manage accounts."""
    remaining = (
        select(col(User.id))
        .join(Membership, col(Membership.user_id) == col(User.id))
        .where(
            col(Membership.role) == "admin",
            col(Membership.deleted_at).is_(None),
            col(User.status) == "active",
            col(User.password_hash).is_not(None),
        )
        .with_for_update(of=User)
    )
    if session.scalars(remaining).first() is None:
        raise LastAdministrator
