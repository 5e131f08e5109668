"""Stored Fachaustausche: when the cities' experts meet about their measures."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText


class Exchange(Row, table=True):
    """A meeting of experts of several cities: how many came from where, what was asked, what was agreed.

    People are counted, units are named by function. ``activity_id`` is the trip or event it was, so that its
    footprint is known.
    """

    __tablename__ = "exchange"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint("title_de IS NOT NULL OR title_en IS NOT NULL", name="title"),
        CheckConstraint("format IN ('on_site', 'online', 'hybrid')", name="format"),
        CheckConstraint("status IN ('planned', 'held', 'cancelled')", name="status"),
    )

    id: str = Field(primary_key=True, max_length=36)
    title_de: str | None = Field(default=None, max_length=200)
    title_en: str | None = Field(default=None, max_length=200)
    on: date = Field(index=True)
    format: str = Field(max_length=20)
    status: str = Field(max_length=20)
    city_ids: list[str] = Field(sa_type=JsonText, nullable=False)
    heads: list[dict[str, Any]] = Field(default_factory=list, sa_type=JsonText, nullable=False)
    topics: str | None = Field(default=None, max_length=4000)
    questions_asked: str | None = Field(default=None, max_length=4000)
    results: str | None = Field(default=None, max_length=4000)
    follow_ups: list[dict[str, Any]] = Field(default_factory=list, sa_type=JsonText, nullable=False)
    measure_ids: list[str] = Field(default_factory=list, sa_type=JsonText, nullable=False)
    activity_id: str | None = Field(default=None, foreign_key="activity.id", max_length=36, index=True)
