"""Sessions and the families of their refresh tokens.

A refresh token is spent by its first use and gives a successor. Using a spent token again means that two
hold it, one of them a thief: the family ends. Only tabs that refresh at the same moment get the same
successor, for ten seconds and only until it is used itself. The successor is sealed with its predecessor,
which the store does not know, so a stolen database opens nothing.
"""

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from klimabruecke.core.changes import context, table_of
from klimabruecke.core.ids import new_id
from klimabruecke.identity.callers import Right
from klimabruecke.identity.queries import rights_of
from klimabruecke.identity.tables import RefreshToken, SignInSession, User

IDLE = timedelta(hours=8)
ABSOLUTE, ABSOLUTE_FOR_COORDINATORS = timedelta(hours=12), timedelta(hours=24)
GRACE = timedelta(seconds=10)
TOKEN_BYTES = 32


@dataclass(frozen=True)
class Opened:
    """A session with the refresh token that is now its head."""

    user: User
    rights: tuple[Right, ...]
    session_id: str
    expires_at: datetime
    refresh_token: str


class Ended(Exception):
    """The token opens nothing (any more). ``stolen`` is the id of a user whose family was just ended."""

    def __init__(self, stolen: str | None = None) -> None:
        self.stolen = stolen


def token_hash(token: str) -> str:
    """What is kept of a random 256-bit token; slow hashing would add nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def open_family(session: Session, user: User) -> Opened:
    """A new session of a person who has just proved who they are."""
    now = context(session).clock()
    _forget_old(session, user.id, now)
    rights = rights_of(session.connection(), user.id)
    coordinates = any(right.role == "coordinator" for right in rights)
    lasts = ABSOLUTE_FOR_COORDINATORS if coordinates else ABSOLUTE
    opened = SignInSession(id=new_id(), user_id=user.id, created_at=now, expires_at=now + lasts)
    session.add(opened)
    session.flush()
    token = new_token()
    _add_token(session, opened.id, token, now)
    return Opened(user, rights, opened.id, opened.expires_at, token)


def rotate(session: Session, token: str) -> Opened:
    """Spend a refresh token for its successor. Raises Ended; what that has ended must still be committed."""
    now = context(session).clock()
    spent = _locked(session, token)
    family = session.get_one(SignInSession, spent.session_id)
    user = session.get_one(User, family.user_id)
    if family.ended_at is not None or family.expires_at <= now or user.status != "active":
        raise Ended
    if spent.spent_at is None and now - spent.created_at > IDLE:
        end_session(session, family.id)
        raise Ended
    if spent.spent_at is None:
        successor = _spend(session, spent, token, now)
    elif now - spent.spent_at <= GRACE and _is_unused(session, spent.successor_id):
        successor = _unseal(spent.sealed_successor or "", token)
    else:
        end_session(session, family.id)
        raise Ended(stolen=user.id)
    rights = rights_of(session.connection(), user.id)
    return Opened(user, rights, family.id, family.expires_at, successor)


def user_of(session: Session, token: str) -> tuple[str, str]:
    """Session and user a refresh token belongs to, spent or not. Raises Ended for an unknown one."""
    found = _locked(session, token)
    family = session.get_one(SignInSession, found.session_id)
    return family.id, family.user_id


def end_session(session: Session, session_id: str) -> None:
    _end(session, col(SignInSession.id) == session_id)


def end_sessions_of(session: Session, user_id: str) -> None:
    """Sign a person out everywhere; their access tokens are refused from the commit on."""
    _end(session, col(SignInSession.user_id) == user_id)


def _end(session: Session, which: object) -> None:
    table = table_of(SignInSession)
    ended = update(table).where(which, table.c.ended_at.is_(None))  # type: ignore[arg-type]
    session.connection().execute(ended.values(ended_at=context(session).clock()))


def _locked(session: Session, token: str) -> RefreshToken:
    """The stored token, read while its family is locked: parallel refreshes take turns on any database."""
    stored = select(RefreshToken).where(col(RefreshToken.token_hash) == token_hash(token))
    found = session.scalars(stored).one_or_none()
    if found is None:
        raise Ended
    family = select(SignInSession).where(col(SignInSession.id) == found.session_id).with_for_update()
    session.scalars(family.execution_options(populate_existing=True)).one()
    session.refresh(found)
    return found


def _spend(session: Session, spent: RefreshToken, token: str, now: datetime) -> str:
    successor = new_token()
    spent.spent_at = now
    spent.successor_id = _add_token(session, spent.session_id, successor, now)
    spent.sealed_successor = _seal(successor, token)
    # Nobody may be given this token again, now that it is used.
    tokens = table_of(RefreshToken)
    before = update(tokens).where(tokens.c.session_id == spent.session_id, tokens.c.successor_id == spent.id)
    session.connection().execute(before.values(sealed_successor=None))
    return successor


def _is_unused(session: Session, token_id: str | None) -> bool:
    successor = session.get(RefreshToken, token_id)
    return successor is not None and successor.spent_at is None


def _add_token(session: Session, session_id: str, token: str, now: datetime) -> str:
    added = RefreshToken(id=new_id(), session_id=session_id, token_hash=token_hash(token), created_at=now)
    session.add(added)
    session.flush()
    return added.id


def _forget_old(session: Session, user_id: str, now: datetime) -> None:
    """Sessions that ended a day ago say nothing any more; the trail keeps who signed in when."""
    families = table_of(SignInSession)
    old = select(families.c.id).where(
        families.c.user_id == user_id, families.c.expires_at < now - timedelta(days=1)
    )
    tokens = table_of(RefreshToken)
    session.connection().execute(delete(tokens).where(tokens.c.session_id.in_(old)))
    session.connection().execute(delete(families).where(families.c.id.in_(old)))


def _seal(successor: str, token: str) -> str:
    return _xor(base64.urlsafe_b64decode(successor + "="), token).hex()


def _unseal(sealed: str, token: str) -> str:
    return base64.urlsafe_b64encode(_xor(bytes.fromhex(sealed), token)).rstrip(b"=").decode()


def _xor(secret: bytes, token: str) -> bytes:
    pad = hashlib.sha256(f"successor of {token}".encode()).digest()
    return bytes(left ^ right for left, right in zip(secret, pad, strict=True))
