"""What the series of a city look like."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.schemas import Out, Verification
from klimabruecke.core.types import RecordId, ShortText, Slug
from klimabruecke.inventories.schemas import (
    CITY,
    GASES,
    KIND,
    SERIES,
    SOURCE_ID,
    SOURCE_NOTE,
    STANDARD,
    VERIFICATION,
    YEAR,
    Gases,
    InventoryYear,
    Kind,
    Level,
    Note,
    Proof,
    Standard,
    Sum,
    TotalSet,
)

MEASURE = "Which total of inventories by GPC; those of other standards have one of their own."
ShownMeasure = Literal["basic", "basic_plus", "territorial", "total"]


class SeriesQuery(BaseModel):
    """Whose series, and of what."""

    model_config = ConfigDict(extra="forbid")

    city: Annotated[Slug, Field(description=CITY)]
    kind: Annotated[Kind, Field(description=KIND)] = "community"
    measure: Annotated[Level, Field(description=MEASURE)] = "basic"
    gwp: Annotated[TotalSet, Field(description="By which potentials; `reported`: by those of each.")] = (
        "reported"
    )


class PointOut(Out):
    """A figure of a series."""

    year: InventoryYear = Field(description=YEAR)
    inventory_id: RecordId = Field(description="The inventory it is of.")
    measure: ShownMeasure = Field(description="Which total it is.")
    amount_kg: Sum | None = Field(description="Kilograms of CO2e; null where it cannot be said, never zero.")
    per_head_kg: Sum | None = Field(description="The same for each inhabitant.")
    population: Annotated[int, Field(ge=1, le=100_000_000)] | None = Field(
        description="The people it is divided by."
    )
    population_basis_de: ShortText | None = Field(description="How they were counted, in German.")
    population_basis_en: ShortText | None = Field(description="The same in English.")
    totals_from: Literal["lines", "reported"] | None = Field(
        description="Added up from lines, or published without them."
    )
    is_partial: bool | None = Field(
        description="Whether the total lacks references of the level; null where no lines can tell."
    )
    reasons: list[ShortText] = Field(max_length=3, description="Why it cannot be said by this set.")
    source_id: Slug | None = Field(description=SOURCE_ID)
    source_note: Proof | None = Field(description=SOURCE_NOTE)
    verification: Verification = Field(description=VERIFICATION)


class SeriesOut(Out):
    """Figures that make one line."""

    series_id: Slug = Field(description=SERIES)
    standard: Standard = Field(description=STANDARD)
    gases: Gases = Field(description=GASES)
    points: list[PointOut] = Field(max_length=500, description="The oldest first.")


class BreakOut(Out):
    """Where two series are not joined."""

    after_year: InventoryYear = Field(description="Year of the last figure of the one before.")
    year: InventoryYear = Field(description="Year of the figure behind the break.")
    from_series_id: Slug = Field(description="The series before.")
    to_series_id: Slug = Field(description="The series behind.")
    reason_de: Note = Field(description="Why, in German.")
    reason_en: Note = Field(description="The same in English.")


class InventoryGapOut(Out):
    """Years without an inventory; null years: none at all."""

    first_year: InventoryYear | None = Field(description="First year without.")
    last_year: InventoryYear | None = Field(description="Last year without.")
    text_de: Note = Field(description="Why there is none, in German.")
    text_en: Note = Field(description="The same in English.")
    source_id: Slug | None = Field(description=SOURCE_ID)


class CitySeries(Out):
    """A city's figures in lines, with their breaks and gaps."""

    city_id: Slug = Field(description=CITY)
    items: list[SeriesOut] = Field(max_length=200, description="In the order they begin.")
    breaks: list[BreakOut] = Field(max_length=200, description="The oldest first.")
    gaps: list[InventoryGapOut] = Field(max_length=200, description="What there is no inventory of.")
    next: None = Field(description="Always null: the list is complete.")
