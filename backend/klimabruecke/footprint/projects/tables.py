"""Stored cooperation projects."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText


class CooperationProject(Row, table=True):
    """What cities do together over a time; plans, activities and budgets belong to one.

    The cities stand in the row itself: its hash in the trail then covers who takes part, and a copy is whole.
    """

    __tablename__ = "cooperation_project"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint("status IN ('planned', 'active', 'completed', 'cancelled')", name="status"),
        CheckConstraint("title_de IS NOT NULL OR title_en IS NOT NULL", name="title"),
        CheckConstraint("ends_on >= starts_on", name="ends_on"),
    )

    id: str = Field(primary_key=True, max_length=36)
    title_de: str | None = Field(default=None, max_length=200)
    title_en: str | None = Field(default=None, max_length=200)
    city_ids: list[str] = Field(sa_type=JsonText, nullable=False)
    starts_on: date | None = None
    ends_on: date | None = None
    status: str = Field(max_length=20)
    note: str | None = Field(default=None, max_length=4000)
