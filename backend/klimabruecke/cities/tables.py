"""Stored facts about the cities of the partnership."""

from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import DecimalText


def _one_of(column: str, *values: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)


def _verified_as(column: str = "verification") -> CheckConstraint:
    return _one_of(column, "verified", "derived", "recalled", "reported")


class City(Row, table=True):
    """A city, or the state two of them form."""

    __tablename__ = "city"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (
        _one_of("level", "city", "state", "metropolitan"),
        _verified_as(),
        _verified_as("population_verification"),
        _verified_as("memberships_verification"),
    )

    id: str = Field(primary_key=True, max_length=80)
    name_de: str = Field(max_length=200)
    name_en: str = Field(max_length=200)
    level: str = Field(max_length=20)
    parent_city_id: str | None = Field(default=None, foreign_key="city.id", max_length=80, index=True)
    country: str = Field(max_length=2)
    subdivision: str | None = Field(default=None, max_length=10)
    un_locode: str | None = Field(default=None, max_length=10)
    wikidata_id: str | None = Field(default=None, max_length=20)
    official_key: str | None = Field(default=None, max_length=20)
    latitude_deg: Decimal = Field(sa_type=DecimalText)
    longitude_deg: Decimal = Field(sa_type=DecimalText)
    area_km2: Decimal | None = Field(default=None, sa_type=DecimalText)
    area_source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    population: int | None = Field(default=None, gt=0)
    population_year: int | None = None
    population_basis_de: str | None = Field(default=None, max_length=200)
    population_basis_en: str | None = Field(default=None, max_length=200)
    population_source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    population_verification: str = Field(max_length=20)
    target_text_de: str | None = Field(default=None, max_length=1000)
    target_text_en: str | None = Field(default=None, max_length=1000)
    target_base_year: int | None = None
    target_2030_pct: Decimal | None = Field(default=None, sa_type=DecimalText)
    target_final_pct: Decimal | None = Field(default=None, sa_type=DecimalText)
    target_final_year: int | None = None
    target_source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    memberships_de: str | None = Field(default=None, max_length=1000)
    memberships_en: str | None = Field(default=None, max_length=1000)
    memberships_verification: str | None = Field(default=None, max_length=20)
    memberships_evidence_de: str | None = Field(default=None, max_length=400)
    memberships_evidence_en: str | None = Field(default=None, max_length=400)
    partnership_note_de: str | None = Field(default=None, max_length=1000)
    partnership_note_en: str | None = Field(default=None, max_length=1000)
    partnership_source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)
    note_de: str | None = Field(default=None, max_length=1000)
    note_en: str | None = Field(default=None, max_length=1000)

    def chain(self) -> str:
        """A city's own row belongs to its chain."""
        return self.id


class CityPopulation(Row, table=True):
    """How many people lived in a city in a year, by one way of counting."""

    __tablename__ = "city_population"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (_verified_as(), CheckConstraint("population > 0", name="positive"))

    id: str = Field(primary_key=True, max_length=80)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    year: int
    population: int
    basis_de: str | None = Field(default=None, max_length=200)
    basis_en: str | None = Field(default=None, max_length=200)
    source_id: str = Field(foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)


class CityTarget(Row, table=True):
    """By how much a city wants to have lowered its emissions in a year, against a base year."""

    __tablename__ = "city_target"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (_verified_as(),)

    id: str = Field(primary_key=True, max_length=80)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    base_year: int
    target_year: int
    reduction_pct: Decimal = Field(sa_type=DecimalText)
    text_de: str | None = Field(default=None, max_length=1000)
    text_en: str | None = Field(default=None, max_length=1000)
    source_id: str = Field(foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)


class PartnershipEvent(Row, table=True):
    """Something that happened between cities."""

    __tablename__ = "partnership_event"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (_verified_as(),)

    id: str = Field(primary_key=True, max_length=80)
    year: int
    text_de: str = Field(max_length=1000)
    text_en: str = Field(max_length=1000)
    source_id: str = Field(foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)


class PartnershipEventCity(Row, table=True):
    """A city that took part in an event; ``place`` keeps the order the source names them in."""

    __tablename__ = "partnership_event_city"
    __data_class__: ClassVar[DataClass] = "public"

    id: str = Field(primary_key=True, max_length=170)
    event_id: str = Field(foreign_key="partnership_event.id", max_length=80, index=True)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    place: int = Field(ge=0)


class CityGap(Row, table=True):
    """What is not known about a city, said openly."""

    __tablename__ = "city_gap"
    __data_class__: ClassVar[DataClass] = "public"

    id: str = Field(primary_key=True, max_length=80)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    text_de: str = Field(max_length=1000)
    text_en: str = Field(max_length=1000)
    source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
