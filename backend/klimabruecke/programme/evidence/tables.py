"""Stored proofs for recalled facts: proposed, and confirmed by a second person."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText, UtcDateTime

WAITING = text("confirmed_at IS NULL AND deleted_at IS NULL")


class EvidenceProposal(Row, table=True):
    """Where one fact was read, by whom it was found there, and whether somebody else has looked as well.

    What the fact stated when it was proposed is kept, so that nobody confirms something else. A source that
    is not listed yet is added with the confirmation.
    """

    __tablename__ = "evidence_proposal"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint("source_id IS NULL OR new_source IS NULL", name="source"),
        CheckConstraint("(confirmed_at IS NULL) = (confirmed_by IS NULL)", name="confirmed_at"),
        Index(
            "uq_evidence_proposal_waiting",
            "fact_id",
            unique=True,
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
    )

    id: str = Field(primary_key=True, max_length=36)
    fact_id: str = Field(max_length=121)
    city_id: str | None = Field(default=None, foreign_key="city.id", max_length=80)
    title_de: str = Field(max_length=1100)
    title_en: str = Field(max_length=1100)
    value_de: str | None = Field(default=None, max_length=4000)
    value_en: str | None = Field(default=None, max_length=4000)
    unit: str | None = Field(default=None, max_length=80)
    link: str = Field(max_length=400)
    source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    new_source: dict[str, Any] | None = Field(default=None, sa_type=JsonText)
    place: str = Field(max_length=200)
    note: str | None = Field(default=None, max_length=1000)
    proposed_by: str = Field(foreign_key="user.id", max_length=36)
    confirmed_by: str | None = Field(default=None, foreign_key="user.id", max_length=36)
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
