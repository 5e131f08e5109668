"""Stored lines of inventories."""

from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import DecimalText, JsonText


class EmissionRecord(Row, table=True):
    """A line of an inventory: an amount of a gas, or a notation key instead.

    It stands under a GPC reference or, in another standard, under a sector. ``line_key`` is its name inside
    the inventory, so that the same file again writes no second one. City and year are those of the inventory.
    """

    __tablename__ = "emission_record"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        UniqueConstraint("inventory_id", "line_key"),
        Index("ix_emission_record_city_year", "city_id", "year", "id"),
        CheckConstraint("(amount_kg IS NULL) <> (notation_key IS NULL)", name="amount_or_key"),
        CheckConstraint("notation_key IN ('NO', 'NE', 'IE', 'C')", name="notation_key"),
        CheckConstraint("scope IN (1, 2, 3)", name="scope"),
        CheckConstraint("quality_activity IN ('H', 'M', 'L')", name="quality_activity"),
        CheckConstraint("quality_factor IN ('H', 'M', 'L')", name="quality_factor"),
        CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')", name="verification"
        ),
    )

    id: str = Field(primary_key=True, max_length=36)
    inventory_id: str = Field(foreign_key="inventory.id", max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    year: int
    line_key: str = Field(max_length=200)
    gpc_ref: str | None = Field(default=None, foreign_key="gpc_reference.id", max_length=80)
    sector: str = Field(max_length=80)
    carrier: str | None = Field(default=None, foreign_key="energy_carrier.id", max_length=80)
    scope: int | None = None
    gas: str = Field(max_length=40)
    amount_kg: int | None = Field(default=None, sa_type=BigInteger)
    gas_split: Any = Field(default=None, sa_type=JsonText, nullable=True)
    notation_key: str | None = Field(default=None, max_length=2)
    included_in: Any = Field(default=None, sa_type=JsonText, nullable=True)
    explanation: str | None = Field(default=None, max_length=1000)
    activity: str | None = Field(default=None, max_length=200)
    activity_value: Decimal | None = Field(default=None, sa_type=DecimalText)
    activity_unit: str | None = Field(default=None, max_length=40)
    factor_value: Decimal | None = Field(default=None, sa_type=DecimalText)
    factor_unit: str | None = Field(default=None, max_length=80)
    emission_factor_id: str | None = Field(default=None, foreign_key="emission_factor.id", max_length=80)
    quality_activity: str | None = Field(default=None, max_length=1)
    quality_factor: str | None = Field(default=None, max_length=1)
    method: str | None = Field(default=None, max_length=400)
    source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    source_note: str | None = Field(default=None, max_length=400)
    verification: str = Field(max_length=20)
    note: str | None = Field(default=None, max_length=1000)
