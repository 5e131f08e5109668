"""Stored transfers: what one city takes from another."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText
from klimabruecke.measures.transfers.stages import Stage, TransferKind
from klimabruecke.measures.words import one_of


class Transfer(Row, table=True):
    """A measure of one city on its way to another, and how it got there.

    ``steps`` are the stages it has passed, each with its day and what was said then; ``stage`` is the last.
    """

    __tablename__ = "transfer"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint("from_city_id <> to_city_id", name="to_city_id"),
        CheckConstraint(one_of("kind", TransferKind), name="kind"),
        CheckConstraint(one_of("stage", Stage), name="stage"),
        CheckConstraint(
            "stage <> 'adopted' OR evidence IS NOT NULL OR target_measure_id IS NOT NULL", name="evidence"
        ),
    )

    id: str = Field(primary_key=True, max_length=36)
    from_city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    to_city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    source_measure_id: str = Field(foreign_key="measure.id", max_length=80, index=True)
    target_measure_id: str | None = Field(default=None, foreign_key="measure.id", max_length=80, index=True)
    kind: str = Field(max_length=20)
    stage: str = Field(max_length=20)
    steps: list[dict[str, Any]] = Field(sa_type=JsonText, nullable=False)
    evidence: str | None = Field(default=None, max_length=1000)
    changed: str | None = Field(default=None, max_length=4000)
    learnt: str | None = Field(default=None, max_length=4000)
    question_id: str | None = Field(default=None, foreign_key="question.id", max_length=36)
    exchange_id: str | None = Field(default=None, foreign_key="exchange.id", max_length=36)
    activity_id: str | None = Field(default=None, foreign_key="activity.id", max_length=36, index=True)

    def chain(self) -> str:
        """It is the receiving city's: that is where something changes."""
        return self.to_city_id
