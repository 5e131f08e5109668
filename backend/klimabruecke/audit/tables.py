"""The append-only tables of the trail. A database trigger refuses to change or delete what is written."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from klimabruecke.core.tables import DataClass
from klimabruecke.core.types import UtcDateTime


class AuditEntry(SQLModel, table=True):
    """One write: who did what to which record, with hashes of the record before and after.

    No personal data: people are named by their id only, so that a person can be erased and the chain still
    verifies. ``seq`` is the change number of the written row.
    """

    __tablename__ = "audit_entry"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (UniqueConstraint("chain", "seq"),)

    id: str = Field(primary_key=True, max_length=36)
    chain: str = Field(max_length=80)
    seq: int = Field(ge=1)
    at: datetime = Field(sa_type=UtcDateTime, nullable=False, index=True)
    actor_kind: str = Field(max_length=20)
    actor_id: str | None = Field(default=None, max_length=36, index=True)
    acting_for_id: str | None = Field(default=None, max_length=36)
    action: str = Field(max_length=80)
    resource: str = Field(max_length=80)
    resource_id: str = Field(max_length=80, index=True)
    request_id: str | None = Field(default=None, max_length=64)
    before_hash: str | None = Field(default=None, max_length=64)
    after_hash: str | None = Field(default=None, max_length=64)
    prev_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)


class OutboxEvent(SQLModel, table=True):
    """What the world may be told of a write; delivered by whoever reads it, in the order of ``seq``."""

    __tablename__ = "outbox_event"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (UniqueConstraint("chain", "seq"),)

    id: str = Field(primary_key=True, max_length=36)
    chain: str = Field(max_length=80)
    seq: int = Field(ge=1)
    action: str = Field(max_length=80)
    resource: str = Field(max_length=80)
    resource_id: str = Field(max_length=80)
    created_at: datetime = Field(sa_type=UtcDateTime, nullable=False)
