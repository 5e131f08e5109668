"""Stored reference data: sources, emission factors in dated sets, global warming potentials."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import DecimalText


def _one_of(column: str, *values: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)


def _verified_as(column: str = "verification") -> CheckConstraint:
    return _one_of(column, "verified", "derived", "recalled", "reported")


class Source(Row, table=True):
    """A publication a number or statement was taken from."""

    __tablename__ = "source"
    __data_class__: ClassVar[DataClass] = "public"
    __data_classes__: ClassVar[dict[str, DataClass]] = {"search_text": "internal"}
    __table_args__: Any = (_verified_as(),)

    id: str = Field(primary_key=True, max_length=80)
    title: str = Field(max_length=400)
    publisher: str | None = Field(default=None, max_length=200)
    year: int | None = None
    kind: str = Field(max_length=80, index=True)
    locator: str | None = Field(default=None, max_length=400)
    licence: str | None = Field(default=None, max_length=200)
    accessed_on: date | None = None
    verification: str = Field(max_length=20)
    note: str | None = Field(default=None, max_length=1000)
    search_text: str = Field(max_length=4000)


class EmissionFactorSet(Row, table=True):
    """One edition of a publisher's factors, with the days it is meant for."""

    __tablename__ = "emission_factor_set"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (_verified_as(), _verified_as("gwp_set_verification"))

    id: str = Field(primary_key=True, max_length=80)
    publisher: str = Field(max_length=200)
    title: str = Field(max_length=400)
    edition_year: int | None = None
    valid_from_on: date | None = None
    valid_to_on: date | None = None
    licence: str | None = Field(default=None, max_length=200)
    gwp_set: str | None = Field(default=None, max_length=200)
    gwp_set_verification: str | None = Field(default=None, max_length=20)
    source_id: str = Field(foreign_key="source.id", max_length=80, index=True)
    verification: str = Field(max_length=20)
    best_before_on: date | None = None


class EmissionFactor(Row, table=True):
    """One factor: how much greenhouse gas one unit of an activity causes, by whom and how well known."""

    __tablename__ = "emission_factor"
    __data_class__: ClassVar[DataClass] = "public"
    __data_classes__: ClassVar[dict[str, DataClass]] = {"search_text": "internal"}
    __table_args__: Any = (
        _verified_as(),
        _verified_as("gwp_set_verification"),
        _one_of("scope", "ttw", "wtt", "wtw", "life_cycle", "other"),
        _one_of("non_co2", "excluded", "included", "defines", "not_applicable", "not_stated"),
        _one_of("redistribution", "open", "cited_only"),
        _one_of("quality_grade", "A", "B", "C", "D"),
        _one_of("uncertainty_basis", "publisher", "proposed"),
    )

    id: str = Field(primary_key=True, max_length=80)
    factor_set_id: str = Field(foreign_key="emission_factor_set.id", max_length=80, index=True)
    category: str = Field(max_length=80, index=True)
    name: str = Field(max_length=400)
    name_de: str | None = Field(default=None, max_length=400)
    name_en: str | None = Field(default=None, max_length=400)
    region_code: str = Field(max_length=10, index=True)
    region_name: str = Field(max_length=80)
    unit: str = Field(max_length=40)
    value: Decimal = Field(sa_type=DecimalText)
    co2_kg: Decimal | None = Field(default=None, sa_type=DecimalText)
    ch4_kg: Decimal | None = Field(default=None, sa_type=DecimalText)
    n2o_kg: Decimal | None = Field(default=None, sa_type=DecimalText)
    scope_boundary: str = Field(max_length=200)
    scope: str = Field(max_length=20)
    gwp_set: str | None = Field(default=None, max_length=200)
    gwp_set_verification: str | None = Field(default=None, max_length=20)
    non_co2: str = Field(max_length=20)
    valid_from_on: date | None = None
    valid_to_on: date | None = None
    publisher: str = Field(max_length=200)
    document: str = Field(max_length=400)
    table_or_section: str | None = Field(default=None, max_length=200)
    publication_year: str | None = Field(default=None, max_length=20)
    licence: str | None = Field(default=None, max_length=200)
    redistribution: str = Field(max_length=20)
    quality_grade: str = Field(max_length=1)
    quality_note: str | None = Field(default=None, max_length=1000)
    uncertainty_pct: Decimal = Field(sa_type=DecimalText)
    uncertainty_basis: str = Field(max_length=20)
    best_before_on: date | None = None
    source_id: str = Field(foreign_key="source.id", max_length=80, index=True)
    verification: str = Field(max_length=20)
    publisher_factor_id: str | None = Field(default=None, max_length=80)
    copy_read: str | None = Field(default=None, max_length=200)
    replaces_id: str | None = Field(default=None, max_length=80)
    search_text: str = Field(max_length=4000)


class GwpSet(Row, table=True):
    """The global warming potentials of one IPCC report over one horizon."""

    __tablename__ = "gwp_set"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (_verified_as(),)

    id: str = Field(primary_key=True, max_length=80)
    title: str = Field(max_length=200)
    horizon_years: int = Field(gt=0)
    source_id: str = Field(foreign_key="source.id", max_length=80, index=True)
    verification: str = Field(max_length=20)


class GwpValue(Row, table=True):
    """The potential of one gas: kg CO2e a kilogram of it is worth in its set."""

    __tablename__ = "gwp_value"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (UniqueConstraint("gwp_set_id", "gas"),)

    id: str = Field(primary_key=True, max_length=80)
    gwp_set_id: str = Field(foreign_key="gwp_set.id", max_length=80)
    gas: str = Field(max_length=40)
    value: Decimal = Field(sa_type=DecimalText)
