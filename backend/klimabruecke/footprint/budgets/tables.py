"""Stored carbon budgets."""

from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row

_LIVING = text("deleted_at IS NULL")


class CarbonBudget(Row, table=True):
    """How much the activities of a project may emit in a year; one for each, besides tombstones."""

    __tablename__ = "carbon_budget"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        Index(
            "uq_carbon_budget_project_id_year",
            "project_id",
            "year",
            unique=True,
            sqlite_where=_LIVING,
            postgresql_where=_LIVING,
        ),
        CheckConstraint("limit_g > 0", name="limit_g"),
        CheckConstraint("warn_pct BETWEEN 1 AND 100", name="warn_pct"),
    )

    id: str = Field(primary_key=True, max_length=36)
    project_id: str = Field(foreign_key="cooperation_project.id", max_length=36)
    year: int
    limit_g: int = Field(sa_type=BigInteger)
    warn_pct: int
