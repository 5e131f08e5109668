"""Stored climate measures."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, UnicodeText
from sqlmodel import Field

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText
from klimabruecke.measures.words import ActionType, Phase, Sector, Status, Visibility, one_of

VERIFICATIONS = "('verified', 'derived', 'recalled', 'reported')"


def _words() -> Any:
    return Field(default_factory=list, sa_type=JsonText, nullable=False)


class Measure(Row, table=True):
    """What a city does about its climate: planned, running, done or given up.

    ``effects`` are kept as they were read, in whatever unit. ``ghg_reduction_kg_per_year`` is what the list
    sorts by, taken from them, and null where no source gives tonnes a year. ``search_text`` holds all words
    of both languages, folded, for the search.
    """

    __tablename__ = "measure"
    __data_class__: ClassVar[DataClass] = "public"
    __table_args__: Any = (
        CheckConstraint("title_de IS NOT NULL OR title_en IS NOT NULL", name="title"),
        CheckConstraint(one_of("sector", Sector), name="sector"),
        CheckConstraint(one_of("action_type", ActionType), name="action_type"),
        CheckConstraint(one_of("status", Status), name="status"),
        CheckConstraint(one_of("phase", Phase), name="phase"),
        CheckConstraint(one_of("visibility", Visibility), name="visibility"),
        CheckConstraint("completion_pct BETWEEN 0 AND 100", name="completion_pct"),
        CheckConstraint("ends_year >= starts_year", name="ends_year"),
        CheckConstraint("(cost_cents IS NULL) = (cost_currency IS NULL)", name="cost_currency"),
        CheckConstraint(f"verification IN {VERIFICATIONS}", name="verification"),
        CheckConstraint(f"schedule_verification IN {VERIFICATIONS}", name="schedule_verification"),
        CheckConstraint("(confirmed_on IS NULL) = (review_due_on IS NULL)", name="review_due_on"),
    )

    id: str = Field(primary_key=True, max_length=80)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    identifier: str | None = Field(default=None, max_length=200)
    plan: str | None = Field(default=None, max_length=200)
    title_de: str | None = Field(default=None, max_length=200)
    title_en: str | None = Field(default=None, max_length=200)
    lead_de: str | None = Field(default=None, max_length=1000)
    lead_en: str | None = Field(default=None, max_length=1000)
    description_de: str | None = Field(default=None, max_length=4000)
    description_en: str | None = Field(default=None, max_length=4000)
    sector: str = Field(max_length=20, index=True)
    action_type: str = Field(max_length=20)
    status: str = Field(max_length=20)
    phase: str | None = Field(default=None, max_length=20)
    status_reason_de: str | None = Field(default=None, max_length=1000)
    status_reason_en: str | None = Field(default=None, max_length=1000)
    status_as_read: str | None = Field(default=None, max_length=200)
    completion_pct: int | None = None
    decided_by: str | None = Field(default=None, max_length=200)
    starts_year: int | None = None
    ends_year: int | None = None
    is_continuous: bool = False
    schedule_verification: str | None = Field(default=None, max_length=20)
    responsible_unit_de: str | None = Field(default=None, max_length=200)
    responsible_unit_en: str | None = Field(default=None, max_length=200)
    partners_de: str | None = Field(default=None, max_length=1000)
    partners_en: str | None = Field(default=None, max_length=1000)
    cost_cents: int | None = Field(default=None, sa_type=BigInteger)
    cost_currency: str | None = Field(default=None, max_length=3)
    cost_note_de: str | None = Field(default=None, max_length=1000)
    cost_note_en: str | None = Field(default=None, max_length=1000)
    funding_de: str | None = Field(default=None, max_length=1000)
    funding_en: str | None = Field(default=None, max_length=1000)
    effects: list[dict[str, Any]] = Field(default_factory=list, sa_type=JsonText, nullable=False)
    ghg_reduction_kg_per_year: int | None = Field(default=None, sa_type=BigInteger)
    co_benefits: list[str] = _words()
    sdgs: list[int] = _words()
    hazards: list[str] = _words()
    instruments: list[str] = _words()
    prerequisites: list[str] = _words()
    needs_de: str | None = Field(default=None, max_length=4000)
    needs_en: str | None = Field(default=None, max_length=4000)
    lessons_de: str | None = Field(default=None, max_length=4000)
    lessons_en: str | None = Field(default=None, max_length=4000)
    replaced_by_id: str | None = Field(default=None, foreign_key="measure.id", max_length=80)
    caveat_de: str | None = Field(default=None, max_length=1000)
    caveat_en: str | None = Field(default=None, max_length=1000)
    source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    verification: str = Field(default="reported", max_length=20)
    visibility: str = Field(default="draft", max_length=20)
    confirmed_on: date | None = None
    confirmed_as: str | None = Field(default=None, max_length=20)
    review_due_on: date | None = None
    search_text: str = Field(sa_type=UnicodeText, nullable=False)
