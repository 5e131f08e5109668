"""Limits for guessing: in the database, so that they outlive restarts and hold for all processes together.

Ten refused attempts in a quarter of an hour for an account or a service client, fifty for a network address.
An attempt is counted before the secret is checked and taken back if it was right; so a hundred guesses
at once are not better than ten.

Nobody can lock an owner out: from an address where they have signed in within the last week, an account
has a count of its own, which strangers elsewhere cannot use up. A refusal never extends the wait.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, delete, or_, select, update
from sqlmodel import Session, col

from klimabruecke.core.changes import context, table_of, upsert
from klimabruecke.identity.errors import TooManyAttempts
from klimabruecke.identity.tables import SignInCounter

WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ADDRESS = 10, 50
KNOWN = timedelta(days=7)


@dataclass(frozen=True)
class Attempt:
    """One attempt to prove who one is: for whom, and from where."""

    account: str
    address: str

    @property
    def here(self) -> tuple[str, str]:
        """The count of this account at this address, used where it is known there."""
        return "account_here", _digest(f"{self.account}\n{self.address}")

    @property
    def anywhere(self) -> tuple[str, str]:
        return "account", _digest(self.account)

    @property
    def network(self) -> tuple[str, str]:
        return "address", _digest(self.address)


def begin(session: Session, attempt: Attempt) -> None:
    """Count the attempt. Raises TooManyAttempts, and counts nothing, where the limit is reached."""
    now = context(session).clock()
    _forget(session, now)
    account = attempt.here if _is_known(session, attempt, now) else attempt.anywhere
    for counter, limit in ((account, PER_ACCOUNT), (attempt.network, PER_ADDRESS)):
        failures, ends_at = _count(session, counter, now)
        if failures > limit:
            raise TooManyAttempts(max(1, -int((now - ends_at).total_seconds() // 1)))


def succeed(session: Session, attempt: Attempt) -> None:
    """Take the attempt back: the account starts anew, and is known at this address from now on."""
    now = context(session).clock()
    table = table_of(SignInCounter)
    _clear(session, attempt.anywhere)
    network = update(table).where(*_is(attempt.network), table.c.failures > 0)
    session.connection().execute(network.values(failures=table.c.failures - 1))
    _clear(session, attempt.here)
    known = {"failures": 0, "window_ends_at": now, "known_until": now + KNOWN}
    kind, subject = attempt.here
    session.connection().execute(upsert(session, table).values(kind=kind, subject=subject, **known))


def pardon(session: Session, account: str) -> None:
    """Forget the refused attempts of an account: somebody set its password anew."""
    _clear(session, Attempt(account, "").anywhere)


def _count(session: Session, counter: tuple[str, str], now: datetime) -> tuple[int, datetime]:
    """Count one more in the current window, or the first of a new one; atomic on both databases."""
    table = table_of(SignInCounter)
    kind, subject = counter
    over = table.c.window_ends_at <= now
    statement = upsert(session, table).values(
        kind=kind, subject=subject, failures=1, window_ends_at=now + WINDOW, known_until=None
    )
    statement = statement.on_conflict_do_update(
        index_elements=["kind", "subject"],
        set_={
            "failures": case((over, 1), else_=table.c.failures + 1),
            "window_ends_at": case((over, statement.excluded.window_ends_at), else_=table.c.window_ends_at),
        },
    )
    row = session.connection().execute(statement.returning(table.c.failures, table.c.window_ends_at)).one()
    return row.failures, row.window_ends_at


def _is_known(session: Session, attempt: Attempt, now: datetime) -> bool:
    known = select(col(SignInCounter.known_until)).where(*_is(attempt.here))
    until = session.connection().execute(known).scalar()
    return until is not None and until > now


def _forget(session: Session, now: datetime) -> None:
    """Nobody's address is kept longer than it counts."""
    table = table_of(SignInCounter)
    is_over = table.c.window_ends_at < now - WINDOW
    unknown = or_(table.c.known_until.is_(None), table.c.known_until < now)
    session.connection().execute(delete(table).where(is_over, unknown))


def _clear(session: Session, counter: tuple[str, str]) -> None:
    session.connection().execute(delete(table_of(SignInCounter)).where(*_is(counter)))


def _is(counter: tuple[str, str]) -> tuple[Any, Any]:
    kind, subject = counter
    return col(SignInCounter.kind) == kind, col(SignInCounter.subject) == subject


def _digest(subject: str) -> str:
    return hashlib.sha256(subject.encode()).hexdigest()
