"""Stored questions of one city's unit to another's."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row


class Question(Row, table=True):
    """What a unit of one city asks about a measure of another; the answer stays with the measure."""

    __tablename__ = "question"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint("from_city_id <> to_city_id", name="to_city_id"),
        CheckConstraint("(answer IS NULL) = (answered_on IS NULL)", name="answered_on"),
    )

    id: str = Field(primary_key=True, max_length=36)
    from_city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    to_city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    measure_id: str = Field(foreign_key="measure.id", max_length=80, index=True)
    text: str = Field(max_length=4000)
    asked_by: str | None = Field(default=None, max_length=200)
    asked_on: date
    answer: str | None = Field(default=None, max_length=4000)
    answered_by: str | None = Field(default=None, max_length=200)
    answered_on: date | None = None

    def chain(self) -> str:
        """It is the asking city's until it is answered, and stays in its chain."""
        return self.from_city_id
