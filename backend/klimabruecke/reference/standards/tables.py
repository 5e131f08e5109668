"""Stored vocabularies of the inventory standards: GPC references, sectors, energy carriers, crosswalk."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row

_VERIFIED = "verification IN ('verified', 'derived', 'recalled', 'reported')"


class GpcReference(Row, table=True):
    """A reference of GPC 1.1, and the totals its lines count in."""

    __tablename__ = "gpc_reference"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (
        CheckConstraint("scope IN (1, 2, 3)", name="scope"),
        CheckConstraint(_VERIFIED, name="verification"),
    )

    id: str = Field(primary_key=True, max_length=80)
    place: int = Field(ge=1)
    sector: str = Field(max_length=10)
    subsector: str = Field(max_length=10)
    scope: int
    basic: bool
    basic_plus: bool
    territorial: bool
    sector_name_de: str = Field(max_length=200)
    sector_name_en: str = Field(max_length=200)
    name_de: str = Field(max_length=200)
    name_en: str = Field(max_length=200)
    source_id: str = Field(foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)


class BalanceSector(Row, table=True):
    """A sector of a standard that is not GPC."""

    __tablename__ = "balance_sector"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (CheckConstraint(_VERIFIED, name="verification"),)

    id: str = Field(primary_key=True, max_length=80)
    place: int = Field(ge=1)
    bisko: bool
    name_de: str = Field(max_length=200)
    name_en: str = Field(max_length=200)
    source_id: str = Field(foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)


class EnergyCarrier(Row, table=True):
    """An energy carrier as BISKO balances divide by them."""

    __tablename__ = "energy_carrier"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (CheckConstraint(_VERIFIED, name="verification"),)

    id: str = Field(primary_key=True, max_length=80)
    place: int = Field(ge=1)
    name_de: str = Field(max_length=200)
    name_en: str = Field(max_length=200)
    source_id: str = Field(foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)


class StandardCrosswalk(Row, table=True):
    """How a sector of one standard relates to the nearest one of another."""

    __tablename__ = "standard_crosswalk"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (
        CheckConstraint("relation IN ('exact', 'narrower', 'broader', 'no_counterpart')", name="relation"),
        CheckConstraint("(to_code IS NULL) = (relation = 'no_counterpart')", name="to_code"),
        CheckConstraint(_VERIFIED, name="verification"),
    )

    id: str = Field(primary_key=True, max_length=80)
    from_standard: str = Field(max_length=20)
    from_code: str = Field(max_length=80)
    to_standard: str = Field(max_length=20)
    to_code: str | None = Field(default=None, max_length=80)
    relation: str = Field(max_length=20)
    note_de: str = Field(max_length=1000)
    note_en: str = Field(max_length=1000)
    source_id: str = Field(foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)
