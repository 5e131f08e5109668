"""Stored progress of measures: tasks, indicators and updates."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import DecimalText
from klimabruecke.measures.measures.tables import VERIFICATIONS


class MeasureTask(Row, table=True):
    """A step of a measure that somebody, named by function, has to take by a day."""

    __tablename__ = "measure_task"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (
        CheckConstraint("title_de IS NOT NULL OR title_en IS NOT NULL", name="title"),
        CheckConstraint("state IN ('not_started', 'in_progress', 'completed', 'cancelled')", name="state"),
        CheckConstraint("state = 'completed' OR completed_on IS NULL", name="completed_on"),
    )

    id: str = Field(primary_key=True, max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    measure_id: str = Field(foreign_key="measure.id", max_length=80, index=True)
    title_de: str | None = Field(default=None, max_length=200)
    title_en: str | None = Field(default=None, max_length=200)
    state: str = Field(max_length=20)
    due_on: date | None = None
    completed_on: date | None = None
    responsible_unit: str | None = Field(default=None, max_length=200)


class MeasureIndicator(Row, table=True):
    """What a measure is measured by: where it began, where it shall go, where it is."""

    __tablename__ = "measure_indicator"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (
        CheckConstraint("title_de IS NOT NULL OR title_en IS NOT NULL", name="title"),
        CheckConstraint("effect IN ('increases', 'decreases', 'part_of')", name="effect"),
        CheckConstraint("(baseline_value IS NULL) = (baseline_year IS NULL)", name="baseline_year"),
        CheckConstraint("(target_value IS NULL) = (target_year IS NULL)", name="target_year"),
        CheckConstraint("(latest_value IS NULL) = (latest_year IS NULL)", name="latest_year"),
        CheckConstraint(f"verification IN {VERIFICATIONS}", name="verification"),
    )

    id: str = Field(primary_key=True, max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    measure_id: str = Field(foreign_key="measure.id", max_length=80, index=True)
    title_de: str | None = Field(default=None, max_length=200)
    title_en: str | None = Field(default=None, max_length=200)
    unit: str = Field(max_length=80)
    effect: str = Field(max_length=20)
    indicates_progress: bool = True
    baseline_value: Decimal | None = Field(default=None, sa_type=DecimalText)
    baseline_year: int | None = None
    target_value: Decimal | None = Field(default=None, sa_type=DecimalText)
    target_year: int | None = None
    latest_value: Decimal | None = Field(default=None, sa_type=DecimalText)
    latest_year: int | None = None
    source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)


class MeasureUpdate(Row, table=True):
    """What a city reports of a measure on a day. It stays as it was written; a new one follows."""

    __tablename__ = "measure_update"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (CheckConstraint("text_de IS NOT NULL OR text_en IS NOT NULL", name="text"),)

    id: str = Field(primary_key=True, max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    measure_id: str = Field(foreign_key="measure.id", max_length=80, index=True)
    on: date = Field(index=True)
    text_de: str | None = Field(default=None, max_length=4000)
    text_en: str | None = Field(default=None, max_length=4000)
    reported_by: str | None = Field(default=None, max_length=200)
