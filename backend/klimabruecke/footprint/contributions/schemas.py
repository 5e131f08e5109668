"""What a contribution is asked with, and what it looks like from outside."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.schemas import In, Out, PageQuery, Patch, RowOut, SearchText, sort_pattern, unset
from klimabruecke.core.types import (
    FILLED,
    Count,
    Day,
    Integer,
    QueryInteger,
    RecordId,
    ShortText,
    Slug,
    Text,
)

ContributionKind = Literal["levy", "donation", "own_climate_project"]
Cents = Annotated[Integer, Field(ge=1, le=100_000_000_000_000)]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$", min_length=3, max_length=3)]
Recipient = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
ProofUrl = Annotated[str, Field(max_length=2000, pattern=r"^https?://[!-~]+$")]
ProofNote = Annotated[str, Field(min_length=1, max_length=400, pattern=FILLED)]
YearFilter = Annotated[QueryInteger | None, Field(ge=1900, le=2200)]

CITY = "The city that gave it."
KIND = "A levy on official travel, a donation, or a climate project of the city's own."
AMOUNT = "How much, in cents. Money only: a contribution claims no tonnes."
CURRENCY = "ISO 4217, such as EUR, ZAR or NAD."
RECIPIENT = "Which body or fund received it; no names of people."
STARTS_ON = "First day it is for; its year is the one the contribution counts in."
ENDS_ON = "Last day it is for."
PROOF_URL = "Where the proof can be read. One of `proof_url` and `proof_note` is needed."
PROOF_NOTE = "Which document proves it, such as a file number."


class ContributionIn(In):
    """A contribution to be recorded."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "city_id": "bremen",
                    "kind": "donation",
                    "amount_cents": 50000,
                    "currency": "EUR",
                    "recipient": "Klimafonds",
                    "period_starts_on": "2026-01-01",
                    "period_ends_on": "2026-12-31",
                    "proof_note": "Beleg 4711",
                }
            ]
        }
    )

    city_id: Slug = Field(description=CITY)
    kind: ContributionKind = Field(description=KIND)
    amount_cents: Cents = Field(description=AMOUNT)
    currency: Currency = Field(description=CURRENCY)
    recipient: Recipient = Field(description=RECIPIENT)
    period_starts_on: Day = Field(description=STARTS_ON)
    period_ends_on: Day = Field(description=ENDS_ON)
    proof_url: Annotated[ProofUrl | None, Field(description=PROOF_URL)] = None
    proof_note: Annotated[ProofNote | None, Field(description=PROOF_NOTE)] = None
    note: Annotated[Text | None, Field(description="What else there is to know; no names of people.")] = None


class ContributionPatch(Patch):
    """What is to change."""

    city_id: Slug = Field(default_factory=unset, description=CITY)
    kind: ContributionKind = Field(default_factory=unset, description=KIND)
    amount_cents: Cents = Field(default_factory=unset, description=AMOUNT)
    currency: Currency = Field(default_factory=unset, description=CURRENCY)
    recipient: Recipient = Field(default_factory=unset, description=RECIPIENT)
    period_starts_on: Day = Field(default_factory=unset, description=STARTS_ON)
    period_ends_on: Day = Field(default_factory=unset, description=ENDS_ON)
    proof_url: ProofUrl | None = Field(default_factory=unset, description=PROOF_URL)
    proof_note: ProofNote | None = Field(default_factory=unset, description=PROOF_NOTE)
    note: Text | None = Field(default_factory=unset, description="What else there is to know.")


class _ContributionFacts(Out):
    id: RecordId = Field(description="Id of the contribution.")
    city_id: Slug = Field(description=CITY)
    kind: ContributionKind = Field(description=KIND)
    amount_cents: Cents = Field(description=AMOUNT)
    currency: Currency = Field(description=CURRENCY)
    recipient: ShortText = Field(description=RECIPIENT)
    period_starts_on: Day = Field(description=STARTS_ON)
    period_ends_on: Day = Field(description=ENDS_ON)
    proof_url: ProofUrl | None = Field(description=PROOF_URL)
    proof_note: ProofNote | None = Field(description=PROOF_NOTE)
    note: Text | None = Field(description="What else there is to know.")


class ContributionOut(RowOut, _ContributionFacts):
    """Money given for climate work."""


class ContributionQuery(PageQuery):
    """Filters of the list of contributions."""

    city: Annotated[Slug | None, Field(description=CITY)] = None
    kind: Annotated[ContributionKind | None, Field(description=KIND)] = None
    starts_min: Annotated[Day | None, Field(description="Earliest first day.")] = None
    starts_max: Annotated[Day | None, Field(description="Latest first day.")] = None
    q: Annotated[SearchText | None, Field(description="Part of recipient or note.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "period_starts_on", "city_id", "amount_cents"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "-period_starts_on"


class ContributionTotalOut(Out):
    """What a city gave in a year, by kind and currency; beside its emissions, never against them."""

    year: int = Field(ge=1900, le=2200, description="Year of the first day.")
    city_id: Slug = Field(description=CITY)
    kind: ContributionKind = Field(description=KIND)
    currency: Currency = Field(description=CURRENCY)
    amount_cents: Count = Field(description="How much, in cents.")
    contributions: Count = Field(description="How many contributions.")
    demo: bool = Field(description="True where invented records of the demonstration are counted in.")


class ContributionTotals(Out):
    """All sums by year, city, kind and currency."""

    items: list[ContributionTotalOut] = Field(max_length=10_000, description="The latest year first.")
    next: None = Field(description="Always null: the list is complete.")


class ContributionTotalQuery(BaseModel):
    """What is added up."""

    model_config = ConfigDict(extra="forbid")

    city: Annotated[Slug | None, Field(description=CITY)] = None
    year_min: Annotated[YearFilter, Field(description="Earliest year.")] = None
    year_max: Annotated[YearFilter, Field(description="Latest year.")] = None
