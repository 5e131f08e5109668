"""Stored accounts and service clients, and the technical records of signing in.

Secrets are kept as hashes only: passwords by Argon2id, random 256-bit tokens by SHA-256.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText, UtcDateTime


def _one_of(column: str, *values: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)


class User(Row, table=True):
    """A person with an account. ``email_key`` is the address as it is compared: trimmed and case folded."""

    __tablename__ = "user"
    __data_class__: ClassVar[DataClass] = "internal"
    __data_classes__: ClassVar[dict[str, DataClass]] = {
        "email": "personal",
        "email_key": "personal",
        "display_name": "personal",
        "password_hash": "personal",
    }
    __table_args__: Any = (_one_of("status", "active", "suspended"), UniqueConstraint("email_key"))

    id: str = Field(primary_key=True, max_length=36)
    email: str = Field(max_length=254)
    email_key: str = Field(max_length=254)
    display_name: str = Field(max_length=200)
    password_hash: str | None = Field(default=None, max_length=200)
    status: str = Field(default="active", max_length=20)


class Membership(Row, table=True):
    """A role of a person in a city and an area; without a city it holds in all of them."""

    __tablename__ = "membership"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        _one_of("role", "viewer", "editor", "coordinator", "auditor", "admin"),
        _one_of("area", "climate", "procurement", "learning", "all"),
    )

    id: str = Field(primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="user.id", max_length=36, index=True)
    role: str = Field(max_length=20)
    city_id: str | None = Field(default=None, foreign_key="city.id", max_length=80)
    area: str = Field(max_length=20)


class OneTimeLink(Row, table=True):
    """A link by which a person sets a password, once."""

    __tablename__ = "one_time_link"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (_one_of("purpose", "invitation", "reset"), UniqueConstraint("token_hash"))

    id: str = Field(primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="user.id", max_length=36, index=True)
    purpose: str = Field(max_length=20)
    token_hash: str = Field(max_length=64)
    expires_at: datetime = Field(sa_type=UtcDateTime, nullable=False)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ServiceClient(Row, table=True):
    """A program that works for one city and one area, within the scopes a second person approved."""

    __tablename__ = "service_client"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        _one_of("area", "climate", "procurement", "learning", "all"),
        _one_of("status", "proposed", "active", "revoked"),
    )

    id: str = Field(primary_key=True, max_length=36)
    name: str = Field(max_length=200)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    area: str = Field(max_length=20)
    scopes: list[str] = Field(sa_type=JsonText, nullable=False)
    secret_hash: str = Field(max_length=64)
    secret_prefix: str = Field(max_length=20, index=True)
    status: str = Field(default="proposed", max_length=20)
    expires_on: date | None = None


_OPEN = text("approved_at IS NULL AND deleted_at IS NULL")


class Approval(Row, table=True):
    """What somebody proposed and another person approved. Without a person it came from the command line.

    For one record there is one open approval at most; one that was withdrawn stays as a tombstone.
    ``proposed_for`` and ``approved_for`` name whom a deputy stood in for.
    """

    __tablename__ = "approval"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        Index("ix_approval_resource_resource_id", "resource", "resource_id"),
        Index(
            "uq_approval_open",
            "resource",
            "resource_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    id: str = Field(primary_key=True, max_length=36)
    resource: str = Field(max_length=80)
    resource_id: str = Field(max_length=80)
    city_id: str | None = Field(default=None, foreign_key="city.id", max_length=80)
    proposed_by: str | None = Field(default=None, foreign_key="user.id", max_length=36)
    proposed_for: str | None = Field(default=None, foreign_key="user.id", max_length=36)
    asked_user_id: str | None = Field(default=None, foreign_key="user.id", max_length=36)
    approved_by: str | None = Field(default=None, foreign_key="user.id", max_length=36)
    approved_for: str | None = Field(default=None, foreign_key="user.id", max_length=36)
    approved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Deputy(Row, table=True):
    """Who stands in for whom, from the first to the last day; nobody stands in for themselves."""

    __tablename__ = "deputy"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint("user_id <> deputy_user_id", name="deputy_user_id"),
        CheckConstraint("ends_on >= starts_on", name="ends_on"),
    )

    id: str = Field(primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="user.id", max_length=36, index=True)
    deputy_user_id: str = Field(foreign_key="user.id", max_length=36, index=True)
    starts_on: date
    ends_on: date


class SignInSession(SQLModel, table=True):
    """One sign-in of a person, from the password to its end; the family of its refresh tokens."""

    __tablename__ = "sign_in_session"
    __data_class__: ClassVar[DataClass] = "personal"

    id: str = Field(primary_key=True, max_length=36)
    user_id: str = Field(foreign_key="user.id", max_length=36, index=True)
    created_at: datetime = Field(sa_type=UtcDateTime, nullable=False)
    expires_at: datetime = Field(sa_type=UtcDateTime, nullable=False)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RefreshToken(SQLModel, table=True):
    """One link of a family. Once spent it knows its successor, sealed so that only its bearer can read it."""

    __tablename__ = "refresh_token"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (UniqueConstraint("token_hash"),)

    id: str = Field(primary_key=True, max_length=36)
    session_id: str = Field(foreign_key="sign_in_session.id", max_length=36, index=True)
    token_hash: str = Field(max_length=64)
    created_at: datetime = Field(sa_type=UtcDateTime, nullable=False)
    spent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    successor_id: str | None = Field(default=None, max_length=36)
    sealed_successor: str | None = Field(default=None, max_length=64)


class SignInCounter(SQLModel, table=True):
    """Refused sign-ins of one account, client or address in a quarter of an hour; subjects are hashed."""

    __tablename__ = "sign_in_counter"
    __data_class__: ClassVar[DataClass] = "personal"

    kind: str = Field(primary_key=True, max_length=20)
    subject: str = Field(primary_key=True, max_length=64)
    failures: int = Field(ge=0)
    window_ends_at: datetime = Field(sa_type=UtcDateTime, nullable=False, index=True)
    known_until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ServiceClientUse(SQLModel, table=True):
    """The day a service client last got a token."""

    __tablename__ = "service_client_use"
    __data_class__: ClassVar[DataClass] = "internal"

    client_id: str = Field(primary_key=True, foreign_key="service_client.id", max_length=36)
    last_used_on: date
