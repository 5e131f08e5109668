"""Stored inventories: one account of a city's emissions in a year, by one method."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, or_, text
from sqlmodel import Field, col

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import DecimalText, JsonText, UtcDateTime
from klimabruecke.inventories.schemas import PUBLIC_STATUSES

VERIFIED = "verification IN ('verified', 'derived', 'recalled', 'reported')"
STANDARDS = "'gpc', 'bisko', 'quellenbilanz', 'verursacherbilanz', 'iclei', 'cdp_reported', 'other'"
LIVING_AND_PUBLISHED = text("status = 'published' AND deleted_at IS NULL")


class Inventory(Row, table=True):
    """An inventory. Of one city, year, standard and kind only one is published at a time.

    ``totals`` are what its lines add up to (or what was reported, where it has none), by set of potentials;
    they are written with the lines, in one transaction, and hold nothing of their own. ``lines_written``
    moves with every write of a line, because the inventory then reads differently. ``is_partial`` is judged
    when it is published: whether references of its level are missing from the total.
    """

    __tablename__ = "inventory"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint(f"standard IN ({STANDARDS})", name="standard"),
        CheckConstraint("kind IN ('community', 'municipal_operations')", name="kind"),
        CheckConstraint("reporting_level IN ('basic', 'basic_plus', 'territorial')", name="reporting_level"),
        CheckConstraint("(standard = 'gpc') = (reporting_level IS NOT NULL)", name="level_of_gpc"),
        CheckConstraint("gases IN ('co2', 'co2e')", name="gases"),
        CheckConstraint(
            "status IN ('draft', 'review', 'published', 'superseded', 'withdrawn')", name="status"
        ),
        CheckConstraint("totals_from IN ('lines', 'reported')", name="totals_from"),
        CheckConstraint("population > 0", name="population"),
        CheckConstraint("period_end_on >= period_start_on", name="period_end_on"),
        CheckConstraint(VERIFIED, name="verification"),
        UniqueConstraint("city_id", "year", "standard", "kind", "edition"),
        Index(
            "uq_inventory_published",
            *("city_id", "year", "standard", "kind"),
            unique=True,
            sqlite_where=LIVING_AND_PUBLISHED,
            postgresql_where=LIVING_AND_PUBLISHED,
        ),
    )

    id: str = Field(primary_key=True, max_length=36)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    year: int
    standard: str = Field(max_length=20)
    kind: str = Field(max_length=20)
    reporting_level: str | None = Field(default=None, max_length=20)
    edition: int = Field(ge=1)
    status: str = Field(default="draft", max_length=20)
    series_id: str = Field(max_length=80, index=True)
    break_reason_de: str | None = Field(default=None, max_length=1000)
    break_reason_en: str | None = Field(default=None, max_length=1000)
    period_start_on: date
    period_end_on: date
    gases: str = Field(max_length=10)
    gwp_set: str | None = Field(default=None, foreign_key="gwp_set.id", max_length=80)
    boundary_de: str | None = Field(default=None, max_length=1000)
    boundary_en: str | None = Field(default=None, max_length=1000)
    method_note_de: str | None = Field(default=None, max_length=1000)
    method_note_en: str | None = Field(default=None, max_length=1000)
    population: int | None = None
    population_basis_de: str | None = Field(default=None, max_length=200)
    population_basis_en: str | None = Field(default=None, max_length=200)
    population_source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    source_note: str | None = Field(default=None, max_length=400)
    verification: str = Field(max_length=20)
    supersedes_id: str | None = Field(default=None, foreign_key="inventory.id", max_length=36)
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawal_reason: str | None = Field(default=None, max_length=1000)
    lines_written: int = Field(default=0, ge=0)
    totals_from: str | None = Field(default=None, max_length=10)
    is_partial: bool | None = None
    totals: Any = Field(default_factory=dict, sa_type=JsonText, nullable=False)


SHOWN_TO_ALL = or_(*(col(Inventory.status) == status for status in PUBLIC_STATUSES))
"""What was published stays citable when it is superseded."""


class ReportedTotal(Row, table=True):
    """A figure that was published without the lines behind it; never stored as if it were a line.

    ``measure`` says which total it is a total or a part of; ``counts`` marks the whole that stands for the
    inventory. A share that was published without tonnes stays a share. A figure with ``quarantine_reason``
    is shown with it and never counted.
    """

    __tablename__ = "reported_total"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (
        CheckConstraint("measure IN ('basic', 'basic_plus', 'territorial', 'total')", name="measure"),
        CheckConstraint("scope IN (1, 2, 3)", name="scope"),
        CheckConstraint("amount_kg IS NOT NULL OR share_pct IS NOT NULL", name="amount_kg"),
        CheckConstraint(
            "NOT counts OR (amount_kg IS NOT NULL AND quarantine_reason_en IS NULL)", name="counts"
        ),
        CheckConstraint(VERIFIED, name="verification"),
    )

    id: str = Field(primary_key=True, max_length=80)
    inventory_id: str = Field(foreign_key="inventory.id", max_length=36, index=True)
    city_id: str = Field(foreign_key="city.id", max_length=80)
    measure: str = Field(max_length=20)
    counts: bool
    is_change: bool = False
    sector: str | None = Field(default=None, foreign_key="balance_sector.id", max_length=80)
    part_de: str | None = Field(default=None, max_length=200)
    part_en: str | None = Field(default=None, max_length=200)
    scope: int | None = None
    amount_kg: int | None = Field(default=None, sa_type=BigInteger)
    share_pct: Decimal | None = Field(default=None, sa_type=DecimalText)
    note_de: str | None = Field(default=None, max_length=1000)
    note_en: str | None = Field(default=None, max_length=1000)
    quarantine_reason_de: str | None = Field(default=None, max_length=1000)
    quarantine_reason_en: str | None = Field(default=None, max_length=1000)
    source_id: str = Field(foreign_key="source.id", max_length=80)
    verification: str = Field(max_length=20)
