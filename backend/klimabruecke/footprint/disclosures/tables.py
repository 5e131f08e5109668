"""Stored answers to questions about travel."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, UnicodeText
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText


class TravelDisclosure(Row, table=True):
    """What was answered to a question; written once.

    ``snapshot`` is the canonical JSON of the question and of every figure, ``sha256`` its hash. All that is
    shown of the answer comes from there. The columns beside it repeat it for lists. ``parts`` says what was
    added up in it and in each of its rows, so that the next answer can be held against this one; it is never
    shown.
    """

    __tablename__ = "travel_disclosure"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (CheckConstraint("year_max >= year_min", name="year_max"),)

    id: str = Field(primary_key=True, max_length=36)
    question: str = Field(max_length=4000)
    year_min: int
    year_max: int
    activities: int
    parts: list[list[Any]] = Field(
        sa_type=JsonText, nullable=False, sa_column_kwargs={"server_default": "[]"}
    )
    snapshot: str = Field(sa_type=UnicodeText)
    sha256: str = Field(max_length=64)
