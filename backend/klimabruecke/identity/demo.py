"""The accounts of the demonstration, one for each role, with random passwords in a file beside the data."""

import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from sqlalchemy import select
from sqlmodel import Session, col

from klimabruecke.core.security.passwords import hash_password
from klimabruecke.identity.callers import Area, Role
from klimabruecke.identity.schemas import MembershipIn
from klimabruecke.identity.sessions.actions import set_password
from klimabruecke.identity.tables import User
from klimabruecke.identity.users.actions import create_user
from klimabruecke.identity.users.schemas import UserIn

FILE = "demo-credentials.json"


class Account(NamedTuple):
    """Somebody who tries the demonstration; the name says what they can try."""

    name: str
    display_name: str
    role: Role
    city: str
    area: Area

    @property
    def email(self) -> str:
        return f"{self.name}@klimabruecke.example"


ACCOUNTS = (
    Account("admin", "Demo: Administration", "admin", "*", "all"),
    Account("second-admin", "Demo: zweite Administration", "admin", "*", "all"),
    Account("coordinator", "Demo: Koordination", "coordinator", "*", "all"),
    Account("auditor", "Demo: Prüfung", "auditor", "*", "all"),
    Account("viewer", "Demo: Lesezugang", "viewer", "*", "all"),
    Account("bremen", "Demo: Redaktion Bremen", "editor", "bremen", "climate"),
    Account("bremerhaven", "Demo: Redaktion Bremerhaven", "editor", "bremerhaven", "climate"),
    Account("durban", "Demo: Redaktion Durban", "editor", "durban", "climate"),
    Account("windhoek", "Demo: Redaktion Windhoek", "editor", "windhoek", "climate"),
    Account(
        "bremerhaven-procurement", "Demo: Beschaffung Bremerhaven", "editor", "bremerhaven", "procurement"
    ),
)


def seed_demo(session: Session, folder: Path) -> None:
    """Make the accounts that are missing. Passwords are those of the file; without one they are new."""
    file = folder / FILE
    known = _read(file)
    passwords = {account.email: known.get(account.email) or secrets.token_urlsafe(12) for account in ACCOUNTS}
    if passwords != known:
        _write(file, passwords)
    for account in ACCOUNTS:
        user = session.scalars(select(User).where(col(User.email_key) == account.email)).one_or_none()
        if user is None:
            _make(session, account).password_hash = hash_password(passwords[account.email])
        elif account.email not in known:
            set_password(session, user, hash_password(passwords[account.email]))
    session.flush()


def _make(session: Session, account: Account) -> User:
    held = MembershipIn(role=account.role, city=account.city, area=account.area)
    new = UserIn(email=account.email, display_name=account.display_name, memberships=[held])
    return create_user(session, new, demo=True)


def _read(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    entries: list[dict[str, str]] = orjson.loads(file.read_bytes())
    return {entry["email"]: entry["password"] for entry in entries}


def _write(file: Path, passwords: dict[str, str]) -> None:
    """Readable by its owner only, and never half written."""
    entries: list[dict[str, Any]] = [
        {
            "email": account.email,
            "password": passwords[account.email],
            "role": account.role,
            "city": account.city,
            "area": account.area,
        }
        for account in ACCOUNTS
    ]
    draft = file.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        opened.write(orjson.dumps(entries, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    draft.replace(file)
