"""Stored gaps: years, or cities, without an inventory, and why."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row


class InventoryGap(Row, table=True):
    """Why a city has no inventory of these years; without years: none at all. Shown, never filled."""

    __tablename__ = "inventory_gap"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (
        CheckConstraint("(first_year IS NULL) = (last_year IS NULL)", name="years"),
        CheckConstraint("last_year >= first_year", name="last_year"),
        CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')", name="verification"
        ),
    )

    id: str = Field(primary_key=True, max_length=80)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    first_year: int | None = None
    last_year: int | None = None
    text_de: str = Field(max_length=1000)
    text_en: str = Field(max_length=1000)
    source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)
