"""What every stored row has, and the platform's own tables.

Columns carry a data class (``public``, ``internal`` or ``personal``): a table names one for all its
columns in ``__data_class__`` and the exceptions in ``__data_classes__``.
"""

from datetime import datetime, timedelta
from typing import Any, ClassVar, Literal

from sqlalchemy import CheckConstraint, LargeBinary, MetaData
from sqlmodel import Field, SQLModel

from klimabruecke.core.types import JsonText, UtcDateTime

DataClass = Literal["public", "internal", "personal"]

SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
).naming_convention

TOMBSTONES_STAY = timedelta(days=90)
"""How long a deleted row can be seen by those who sync, and brought back."""
PLATFORM = "platform"
"""The chain of rows that belong to no city."""


class Row(SQLModel):
    """The columns of every domain table; a subclass adds ``id`` and, where it has one, ``city_id``.

    ``version`` counts the writes of this row (it makes the ETag), ``change_no`` orders all writes
    of its chain (it makes the change feed), ``demo`` marks invented rows of the demonstration.
    """

    __data_class__: ClassVar[DataClass]
    __data_classes__: ClassVar[dict[str, DataClass]] = {}

    version: int = Field(default=1, ge=1)
    created_at: datetime = Field(default=None, sa_type=UtcDateTime, nullable=False)
    updated_at: datetime = Field(default=None, sa_type=UtcDateTime, nullable=False)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    change_no: int = Field(default=0, ge=0, index=True)
    demo: bool = False

    def chain(self) -> str:
        """The chain whose head numbers this row's changes: its city, or the platform."""
        return getattr(self, "city_id", None) or PLATFORM


class ChangeHead(SQLModel, table=True):
    """One row per city and one for the platform: the last change number given out, and its audit hash."""

    __tablename__ = "change_head"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (CheckConstraint("change_no >= 0", name="not_negative"),)

    chain: str = Field(primary_key=True, max_length=80)
    change_no: int = Field(default=0, ge=0)
    hash: str = Field(max_length=64)


class ResourceCounter(SQLModel, table=True):
    """How often a table was written; the ETag of its lists, read before any row is."""

    __tablename__ = "resource_counter"
    __data_class__: ClassVar[DataClass] = "internal"

    resource: str = Field(primary_key=True, max_length=80)
    counter: int = Field(default=0, ge=0)


class Job(SQLModel, table=True):
    """Work that outlives its request. It leaves the queue in the transaction that does it."""

    __tablename__ = "job"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (CheckConstraint("state IN ('queued', 'done', 'failed')", name="state"),)

    id: str = Field(primary_key=True, max_length=36)
    kind: str = Field(max_length=40)
    record_id: str = Field(max_length=80)
    state: str = Field(default="queued", max_length=10, index=True)
    failures: int = Field(default=0, ge=0)
    created_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class IdempotencyKey(SQLModel, table=True):
    """What was answered to a request with a key of its own, so that its repeat is answered the same."""

    __tablename__ = "idempotency_key"
    __data_class__: ClassVar[DataClass] = "internal"

    id: str = Field(primary_key=True, max_length=64)
    fingerprint: str = Field(max_length=64)
    status: int
    headers: dict[str, Any] = Field(sa_type=JsonText)
    body: bytes = Field(sa_type=LargeBinary)
    created_at: datetime = Field(sa_type=UtcDateTime, index=True)
