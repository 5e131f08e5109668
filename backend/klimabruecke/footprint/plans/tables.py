"""Stored plans, their alternatives, and the decisions that freeze them."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, UnicodeText, UniqueConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText, UtcDateTime

KINDS = "'trip', 'event', 'shipment', 'purchase', 'online_meeting'"


class Plan(Row, table=True):
    """Something that may be done, in alternatives; ``decided_at`` is set once a decision has frozen it."""

    __tablename__ = "plan"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (CheckConstraint(f"kind IN ({KINDS})", name="kind"),)

    id: str = Field(primary_key=True, max_length=36)
    title: str = Field(max_length=200)
    project_id: str = Field(foreign_key="cooperation_project.id", max_length=36, index=True)
    kind: str = Field(max_length=20)
    activity_on: date
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PlanAlternative(Row, table=True):
    """One way to do it, with its footprint as computed: items, method, factors with values, all in grams.

    ``change`` and ``parameters`` say how it was made from ``from_alternative_id``, where it was.
    """

    __tablename__ = "plan_alternative"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (CheckConstraint("place >= 0", name="place"),)

    id: str = Field(primary_key=True, max_length=36)
    plan_id: str = Field(foreign_key="plan.id", max_length=36, index=True)
    place: int
    label: str = Field(max_length=200)
    from_alternative_id: str | None = Field(default=None, max_length=36)
    change: str | None = Field(default=None, max_length=20)
    parameters: dict[str, Any] | None = Field(default=None, sa_type=JsonText)
    items: list[dict[str, Any]] = Field(sa_type=JsonText, nullable=False)
    footprint: dict[str, Any] = Field(sa_type=JsonText, nullable=False)


class PlanDecision(Row, table=True):
    """The choice of an alternative; written once.

    ``snapshot`` is the canonical JSON of the plan, its alternatives and the decision, ``sha256`` its hash.
    All that is shown of a decided plan comes from there. The columns beside it repeat it for lists.
    """

    __tablename__ = "plan_decision"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (UniqueConstraint("plan_id"),)

    id: str = Field(primary_key=True, max_length=36)
    plan_id: str = Field(foreign_key="plan.id", max_length=36)
    alternative_id: str = Field(max_length=36)
    decided_at: datetime = Field(sa_type=UtcDateTime, nullable=False)
    title: str = Field(max_length=200)
    ghg_g: int = Field(sa_type=BigInteger)
    ghg_low_g: int = Field(sa_type=BigInteger)
    ghg_high_g: int = Field(sa_type=BigInteger)
    snapshot: str = Field(sa_type=UnicodeText)
    sha256: str = Field(max_length=64)
