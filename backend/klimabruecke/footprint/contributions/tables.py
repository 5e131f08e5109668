"""Stored contributions: money given for climate work. No tonnes: nothing is claimed and nothing netted."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row


class ClimateContribution(Row, table=True):
    """Money a city gave: a levy, a donation, or a climate project of its own; with a proof of it."""

    __tablename__ = "climate_contribution"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint("kind IN ('levy', 'donation', 'own_climate_project')", name="kind"),
        CheckConstraint("amount_cents > 0", name="amount_cents"),
        CheckConstraint("period_ends_on >= period_starts_on", name="period_ends_on"),
        CheckConstraint("proof_url IS NOT NULL OR proof_note IS NOT NULL", name="proof"),
    )

    id: str = Field(primary_key=True, max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    kind: str = Field(max_length=20)
    amount_cents: int = Field(sa_type=BigInteger)
    currency: str = Field(max_length=3)
    recipient: str = Field(max_length=200)
    period_starts_on: date = Field(index=True)
    period_ends_on: date
    proof_url: str | None = Field(default=None, max_length=2000)
    proof_note: str | None = Field(default=None, max_length=400)
    note: str | None = Field(default=None, max_length=4000)
