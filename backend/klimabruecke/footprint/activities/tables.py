"""Stored activities and the footprints kept for them."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, UniqueConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText
from klimabruecke.footprint.rules.tables import RULE_CHECKS, RuleColumns

KINDS = "'trip', 'event', 'shipment', 'purchase', 'online_meeting'"
STATUSES = "'planned', 'approved', 'done', 'cancelled'"


class Activity(RuleColumns, Row, table=True):
    """Something the cooperation does that emits: numbers of people by city, never a name.

    ``participants`` and ``items`` stand in the row itself: its hash in the trail covers them, and a copy is
    whole. ``footprint_id`` names the footprint that counts.
    """

    __tablename__ = "activity"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint(f"kind IN ({KINDS})", name="kind"),
        CheckConstraint(f"status IN ({STATUSES})", name="status"),
        CheckConstraint("ends_on >= starts_on", name="ends_on"),
        *RULE_CHECKS,
    )

    id: str = Field(primary_key=True, max_length=36)
    title: str = Field(max_length=200)
    kind: str = Field(max_length=20)
    project_id: str = Field(foreign_key="cooperation_project.id", max_length=36, index=True)
    plan_id: str | None = Field(default=None, foreign_key="plan.id", max_length=36, index=True)
    programme_id: str | None = Field(default=None, foreign_key="programme.id", max_length=36, index=True)
    starts_on: date = Field(index=True)
    ends_on: date
    status: str = Field(max_length=20)
    host_city_id: str | None = Field(default=None, foreign_key="city.id", max_length=80)
    participants: list[dict[str, Any]] = Field(sa_type=JsonText, nullable=False)
    items: list[dict[str, Any]] = Field(sa_type=JsonText, nullable=False)
    assumptions: list[str] | None = Field(default=None, sa_type=JsonText)
    over_budget_reason: str | None = Field(default=None, max_length=4000)
    footprint_id: str = Field(max_length=36)


class ActivityFootprint(Row, table=True):
    """One computation of an activity's footprint; a new one is a new row, none is ever changed.

    ``footprint`` holds method, factors with the values used, and every figure in grams. The difference to the
    version before is split by cause; the three parts add up to it exactly. ``deviation`` says why an actual
    version differs from the last planned one: causes with grams and sentences.
    """

    __tablename__ = "activity_footprint"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        UniqueConstraint("activity_id", "number"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("difference_g = factor_set_g + method_g + input_g", name="causes"),
        CheckConstraint("stage IN ('planned', 'actual')", name="stage"),
    )

    id: str = Field(primary_key=True, max_length=36)
    activity_id: str = Field(foreign_key="activity.id", max_length=36)
    number: int
    method_id: str = Field(max_length=40)
    method_version: str = Field(max_length=40)
    factors_on: date
    factor_set_id: str | None = Field(default=None, foreign_key="emission_factor_set.id", max_length=80)
    items: list[dict[str, Any]] = Field(sa_type=JsonText, nullable=False)
    footprint: dict[str, Any] = Field(sa_type=JsonText, nullable=False)
    ghg_g: int = Field(sa_type=BigInteger)
    ghg_low_g: int = Field(sa_type=BigInteger)
    ghg_high_g: int = Field(sa_type=BigInteger)
    difference_g: int | None = Field(default=None, sa_type=BigInteger)
    factor_set_g: int | None = Field(default=None, sa_type=BigInteger)
    method_g: int | None = Field(default=None, sa_type=BigInteger)
    input_g: int | None = Field(default=None, sa_type=BigInteger)
    stage: str = Field(default="planned", max_length=10, sa_column_kwargs={"server_default": "planned"})
    deviation: list[dict[str, Any]] | None = Field(default=None, sa_type=JsonText)
