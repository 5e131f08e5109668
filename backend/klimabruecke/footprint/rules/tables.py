"""Stored travel rules of cities, and what an activity keeps of them."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field, SQLModel

from klimabruecke.core.tables import DataClass, Row
from klimabruecke.core.types import JsonText

KINDS = "'rail_first', 'co2_levy', 'taxi_exception', 'gap'"
VERIFICATIONS = "'verified', 'derived', 'recalled', 'reported'"


class TravelRule(Row, table=True):
    """What a city asks of its official travel from one day to another; a ``gap`` says that we do not know.

    The number of a rule stands in the column of its kind and is null in every other. An amount is stored
    only with where it was read.
    """

    __tablename__ = "travel_rule"
    __data_class__: ClassVar[DataClass] = "internal"
    __table_args__: Any = (
        CheckConstraint(f"kind IN ({KINDS})", name="kind"),
        CheckConstraint("title_de IS NOT NULL OR title_en IS NOT NULL", name="title"),
        CheckConstraint("valid_to_on >= valid_from_on", name="valid_to_on"),
        CheckConstraint("(kind = 'rail_first') = (max_rail_hours IS NOT NULL)", name="max_rail_hours"),
        CheckConstraint("kind = 'co2_levy' OR amount_cents_per_tonne IS NULL", name="levy"),
        CheckConstraint("amount_cents_per_tonne > 0", name="amount_cents_per_tonne"),
        CheckConstraint("(kind = 'co2_levy') = (currency IS NOT NULL)", name="currency"),
        CheckConstraint(f"verification IN ({VERIFICATIONS})", name="verification"),
        CheckConstraint("kind = 'gap' OR verification IS NOT NULL", name="established"),
        CheckConstraint(
            "source_id IS NOT NULL OR source_note IS NOT NULL OR"
            " (amount_cents_per_tonne IS NULL AND (kind = 'gap' OR verification = 'recalled'))",
            name="source",
        ),
    )

    id: str = Field(primary_key=True, max_length=80)
    city_id: str = Field(foreign_key="city.id", max_length=80, index=True)
    kind: str = Field(max_length=20)
    title_de: str | None = Field(default=None, max_length=200)
    title_en: str | None = Field(default=None, max_length=200)
    text_de: str | None = Field(default=None, max_length=4000)
    text_en: str | None = Field(default=None, max_length=4000)
    valid_from_on: date | None = None
    valid_to_on: date | None = None
    active: bool = True
    max_rail_hours: int | None = None
    amount_cents_per_tonne: int | None = Field(default=None, sa_type=BigInteger)
    currency: str | None = Field(default=None, max_length=3)
    source_id: str | None = Field(default=None, foreign_key="source.id", max_length=80)
    source_note: str | None = Field(default=None, max_length=400)
    verification: str | None = Field(default=None, max_length=20)


class RuleColumns(SQLModel):
    """What an activity keeps: answers about its legs, the levy that was paid, another portal's figure."""

    rule_answers: list[dict[str, Any]] = Field(default_factory=list, sa_type=JsonText, nullable=False)
    levy_paid_cents: int | None = Field(default=None, sa_type=BigInteger)
    levy_paid_on: date | None = None
    levy_currency: str | None = Field(default=None, max_length=3)
    portal_ghg_g: int | None = Field(default=None, sa_type=BigInteger)
    portal_difference_reason: str | None = Field(default=None, max_length=20)
    portal_note: str | None = Field(default=None, max_length=4000)


RULE_CHECKS = (
    CheckConstraint("levy_paid_cents > 0", name="levy_paid_cents"),
    CheckConstraint("(levy_paid_cents IS NULL) = (levy_paid_on IS NULL)", name="levy_paid_on"),
    CheckConstraint("(levy_paid_cents IS NULL) = (levy_currency IS NULL)", name="levy_currency"),
    CheckConstraint("portal_ghg_g >= 0", name="portal_ghg_g"),
    CheckConstraint(
        "portal_difference_reason IN ('method', 'non_co2_factor', 'legs')", name="portal_difference_reason"
    ),
    CheckConstraint(
        "portal_ghg_g IS NOT NULL OR (portal_difference_reason IS NULL AND portal_note IS NULL)",
        name="portal",
    ),
)
