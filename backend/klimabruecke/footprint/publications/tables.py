"""Stored publications of year totals."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, UnicodeText, UniqueConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText, UtcDateTime


class YearPublication(Row, table=True):
    """What a year's activities added up to when it was published; written once.

    ``snapshot`` is the canonical JSON of what was published, ``sha256`` its hash; the columns beside it
    repeat it for lists. ``parts`` says which activities were in it, so that the next publication can be held
    against this one; it is never shown.
    """

    __tablename__ = "year_publication"
    __data_class__: ClassVar[DataClass] = "public"
    __data_classes__: ClassVar[dict[str, DataClass]] = {"parts": "internal"}
    __table_args__: Any = (
        UniqueConstraint("year", "number"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("activities >= 2", name="activities"),
        CheckConstraint("travellers >= 5", name="travellers"),
    )

    id: str = Field(primary_key=True, max_length=36)
    year: int
    number: int
    published_at: datetime = Field(sa_type=UtcDateTime, nullable=False)
    ghg_g: int = Field(sa_type=BigInteger)
    ghg_low_g: int = Field(sa_type=BigInteger)
    ghg_high_g: int = Field(sa_type=BigInteger)
    activities: int
    travellers: int
    parts: list[list[Any]] = Field(sa_type=JsonText, nullable=False)
    snapshot: str = Field(sa_type=UnicodeText)
    sha256: str = Field(max_length=64)
