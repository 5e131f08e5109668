"""Signing in, and setting a password: what runs in which transaction.

Hashing happens outside of transactions, so that no writer waits for it.
"""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, select
from sqlmodel import Session, col
from starlette.concurrency import run_in_threadpool

from klimabruecke.audit import actions as audit
from klimabruecke.core.changes import Actor, act_as, context
from klimabruecke.core.db import Database
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.security.passwords import check_password, is_guessable
from klimabruecke.core.validation import sentence
from klimabruecke.identity import attempts
from klimabruecke.identity.access import Access
from klimabruecke.identity.attempts import Attempt
from klimabruecke.identity.errors import CredentialsRefused, LinkInvalid, PasswordWrong
from klimabruecke.identity.sessions.families import (
    Opened,
    end_session,
    end_sessions_of,
    open_family,
    token_hash,
    user_of,
)
from klimabruecke.identity.sessions.schemas import PasswordChangeIn
from klimabruecke.identity.tables import OneTimeLink, User

ANONYMOUS = Actor("anonymous")


class Origin(NamedTuple):
    """Where a request comes from, and its id."""

    address: str
    request_id: str


class Kept(NamedTuple):
    """The account behind an address as it was before the password was checked; nothing for an unknown one."""

    user_id: str
    password_hash: str | None


async def sign_in(db: Database, access: Access, email: str, password: str, origin: Origin) -> Opened:
    """Open a session. Raises CredentialsRefused or TooManyAttempts; takes as long for an unknown address."""
    attempt = Attempt(email_key(email), origin.address)
    kept, better = await _prove(db, access, attempt, password, origin)
    async with db.request_transaction(Actor("person", kept.user_id), origin.request_id) as session:
        return await run_in_threadpool(_open, session, attempt, kept, better)


async def change_password(
    db: Database, access: Access, user_id: str, change: PasswordChangeIn, origin: Origin
) -> None:
    """Set a password by the old one, and sign the person out everywhere. Raises PasswordWrong,
    TooManyAttempts, or Invalid for a password that is guessed first.
    """
    user = await run_in_threadpool(_user, db, user_id)
    require_good_password(change.password, user.email, user.display_name)
    attempt = Attempt(user.email_key, origin.address)
    try:
        kept, _ = await _prove(db, access, attempt, change.current_password, origin)
    except CredentialsRefused as refused:
        raise PasswordWrong from refused
    new_hash = await access.passwords.hash(change.password)
    async with db.request_transaction(Actor("person", user_id), origin.request_id) as session:
        await run_in_threadpool(_change, session, attempt, kept, new_hash)


async def _prove(
    db: Database, access: Access, attempt: Attempt, password: str, origin: Origin
) -> tuple[Kept, str | None]:
    """Count the attempt, check the password, and say with which better hash to keep it."""
    async with access.passwords.place():
        async with db.request_transaction(ANONYMOUS, origin.request_id) as session:
            kept = await run_in_threadpool(_begin, session, attempt)
        right, better = await run_in_threadpool(check_password, password, kept.password_hash)
    if not right:
        raise CredentialsRefused
    return kept, better


def _begin(session: Session, attempt: Attempt) -> Kept:
    attempts.begin(session, attempt)
    user = session.scalars(select(User).where(col(User.email_key) == attempt.account)).one_or_none()
    if user is None or user.status != "active":
        return Kept("", None)
    return Kept(user.id, user.password_hash)


def _open(session: Session, attempt: Attempt, kept: Kept, better_hash: str | None) -> Opened:
    user = _unchanged(session, kept)
    if better_hash is not None:
        user.password_hash = better_hash
        audit.name(session, user, "strengthen_password_hash")
    attempts.succeed(session, attempt)
    audit.record(session, "sign_in", "user", user.id)
    return open_family(session, user)


def _change(session: Session, attempt: Attempt, kept: Kept, new_hash: str) -> None:
    user = _unchanged(session, kept)
    attempts.succeed(session, attempt)
    set_password(session, user, new_hash)


def _unchanged(session: Session, kept: Kept) -> User:
    """The account, locked; refused where it was changed while the password was being checked."""
    user = session.get_one(User, kept.user_id, with_for_update=True)
    if (user.password_hash, user.status) != (kept.password_hash, "active"):
        raise CredentialsRefused
    return user


async def redeem_link(db: Database, access: Access, token: str, password: str, origin: Origin) -> None:
    """Set a password by a one-time link; its person is signed out everywhere. Raises LinkInvalid, Invalid."""
    link_id, user = await run_in_threadpool(_link, db, token)
    require_good_password(password, user.email, user.display_name)
    new_hash = await access.passwords.hash(password)
    async with db.request_transaction(Actor("person", user.id), origin.request_id) as session:
        await run_in_threadpool(_redeem, session, link_id, new_hash)


def _link(db: Database, token: str) -> tuple[str, Row[Any]]:
    with db.reading() as connection:
        known = select(OneTimeLink).where(col(OneTimeLink.token_hash) == token_hash(token))
        link = connection.execute(known).one_or_none()
    if link is None or not _is_open(link.used_at, link.expires_at, db.clock()):
        raise LinkInvalid
    return link.id, _user(db, link.user_id)


def _user(db: Database, user_id: str) -> Row[Any]:
    with db.reading() as connection:
        return connection.execute(select(User).where(col(User.id) == user_id)).one()


def _redeem(session: Session, link_id: str, new_hash: str) -> None:
    link = session.get_one(OneTimeLink, link_id, with_for_update=True)
    user = session.get_one(User, link.user_id, with_for_update=True)
    now = context(session).clock()
    if not _is_open(link.used_at, link.expires_at, now) or user.status != "active":
        raise LinkInvalid
    link.used_at = now
    set_password(session, user, new_hash)


def _is_open(used_at: datetime | None, expires_at: datetime, now: datetime) -> bool:
    return used_at is None and now < expires_at


def set_password(session: Session, user: User, new_hash: str) -> None:
    """Change a password: every session of the person ends, refused attempts are forgotten."""
    user.password_hash = new_hash
    audit.name(session, user, "set_password")
    end_sessions_of(session, user.id)
    attempts.pardon(session, user.email_key)


def sign_out(session: Session, refresh_token: str) -> None:
    """End the session a refresh token belongs to, spent or not. Raises Ended for an unknown one."""
    session_id, user_id = user_of(session, refresh_token)
    act_as(session, Actor("person", user_id))
    end_session(session, session_id)
    audit.record(session, "sign_out", "user", user_id)


def require_good_password(password: str, *about: str) -> None:
    """Raises Invalid for a password that others would guess."""
    if is_guessable(password, about):
        raise Invalid(FieldError("/password", "guessable", sentence("guessable")))


def email_key(email: str) -> str:
    """The address as it is compared."""
    return email.strip().casefold()
