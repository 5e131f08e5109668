"""Stored figures of countries, for orientation only."""

from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row


class NationalEmission(Row, table=True):
    """What a country emitted in a year; never a city's figure, and never divided down to one."""

    __tablename__ = "national_emission"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (
        CheckConstraint("gases IN ('co2', 'co2e')", name="gases"),
        CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')", name="verification"
        ),
    )

    id: str = Field(primary_key=True, max_length=80)
    country: str = Field(max_length=2)
    year: int
    gases: str = Field(max_length=10)
    amount_kg: int = Field(sa_type=BigInteger)
    coverage_de: str = Field(max_length=200)
    coverage_en: str = Field(max_length=200)
    source_id: str = Field(foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)
