"""Factor sets that wait for their publication."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, UnicodeText
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText


class EmissionFactorSetDraft(Row, table=True):
    """A set as it was loaded: its file as text, so that nothing can use a factor before it is published.

    It names a source that is there, or says what the new one is. With the publication it is deleted: what it
    held is then the set, its factors and perhaps a source.
    """

    __tablename__ = "emission_factor_set_draft"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')", name="verification"
        ),
        CheckConstraint("valid_to_on >= valid_from_on", name="valid_to_on"),
        CheckConstraint("(source_id IS NULL) <> (new_source IS NULL)", name="source"),
    )

    id: str = Field(primary_key=True, max_length=36)
    title: str = Field(max_length=400)
    publisher: str = Field(max_length=200)
    edition_year: int
    valid_from_on: date
    valid_to_on: date | None = None
    licence: str = Field(max_length=200)
    gwp_set: str | None = Field(default=None, max_length=200)
    verification: str = Field(max_length=20)
    best_before_on: date | None = None
    source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    new_source: dict[str, Any] | None = Field(default=None, sa_type=JsonText)
    loaded_by: str = Field(foreign_key="user.id", max_length=36)
    factors: int
    csv: str = Field(sa_type=UnicodeText)
