"""What cities side by side look like."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.calc.inventory_comparison import Grade
from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import Out, Verification
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import Day, QueryInteger, RecordId, ShortText, Slug
from klimabruecke.inventories.schemas import (
    CITY,
    GASES,
    GWP_SET,
    KIND,
    LEVEL,
    SOURCE_ID,
    STANDARD,
    VERIFICATION,
    Gases,
    GwpSetId,
    InventoryYear,
    Kind,
    Level,
    Note,
    Standard,
    Sum,
    TotalSet,
)
from klimabruecke.inventories.series.schemas import MEASURE, InventoryGapOut, ShownMeasure

_ONE = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}"
CITIES = spelled(
    f"^{_ONE}(,{_ONE}){{1,19}}$",
    Bilingual(
        "Nennen Sie zwei bis zwanzig Städte, durch Komma getrennt, zum Beispiel durban,windhoek.",
        "Name two to twenty cities, separated by commas, such as durban,windhoek.",
    ),
)


class ComparisonQuery(BaseModel):
    """Which cities are held against each other."""

    model_config = ConfigDict(extra="forbid")

    cities: Annotated[str, Field(pattern=CITIES, max_length=1700, description="Two to twenty, by commas.")]
    year: Annotated[
        QueryInteger | None,
        Field(ge=1900, le=2200, description="The year; of each city the nearest one. Left out: the latest."),
    ] = None
    kind: Annotated[Kind, Field(description=KIND)] = "community"
    measure: Annotated[Level, Field(description=MEASURE)] = "basic"
    gwp: Annotated[TotalSet, Field(description="By which potentials; `reported`: by those of each.")] = (
        "reported"
    )
    sort: Annotated[
        str | None,
        Field(max_length=80, pattern="^[a-z0-9_,-]+$", description="Refused: cities are not ranked."),
    ] = None


class SectorOut(Out):
    """What a sector adds to the total that is shown."""

    sector: Slug = Field(description="Sector of the inventory's own standard; see `crosswalk`.")
    amount_kg: Sum | None = Field(description="Kilograms of CO2e.")


class ComparedCityOut(Out):
    """A city with the inventory that is shown; null where it has none."""

    city_id: Slug = Field(description=CITY)
    inventory_id: RecordId | None = Field(description="The inventory; null: there is none.")
    year: InventoryYear | None = Field(description="Its year.")
    standard: Standard | None = Field(description=STANDARD)
    reporting_level: Level | None = Field(description=LEVEL)
    measure: ShownMeasure | None = Field(description="Which total is shown.")
    gases: Gases | None = Field(description=GASES)
    gwp_set: GwpSetId | None = Field(description=GWP_SET)
    period_start_on: Day | None = Field(description="First day of its period.")
    period_end_on: Day | None = Field(description="Last day.")
    boundary_de: Note | None = Field(description="Its boundary, in German.")
    boundary_en: Note | None = Field(description="The same in English.")
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
    source_id: Slug | None = Field(description=SOURCE_ID)
    verification: Verification | None = Field(description=VERIFICATION)
    sectors: list[SectorOut] = Field(max_length=50, description="The total by sector, where it has lines.")
    gaps: list[InventoryGapOut] = Field(max_length=50, description="Why there is no inventory.")


class ComparabilityReasonOut(Out):
    """Something that keeps the cities apart."""

    code: Slug = Field(description="Stable name of the reason.")
    weight: Literal["small", "large", "prohibitive"] = Field(description="How much it matters.")
    text_de: Note = Field(description="In German.")
    text_en: Note = Field(description="In English.")


class ComparabilityOut(Out):
    """How far the figures can be held against each other; no judgement of a city."""

    grade: Grade = Field(
        description="A: alike. B: small differences. C: differences that can change the picture. D: not to be"
        " read side by side."
    )
    reasons: list[ComparabilityReasonOut] = Field(max_length=50, description="The heaviest first.")


class CrosswalkOut(Out):
    """How sectors of the standards at hand relate."""

    from_standard: Slug = Field(description="The standard that is looked at.")
    from_code: Slug = Field(description="Sector or subsector there.")
    to_standard: Slug = Field(description="The standard it is held against.")
    to_code: Slug | None = Field(description="The nearest sector there; null where there is none.")
    relation: Literal["exact", "narrower", "broader", "no_counterpart"] = Field(
        description="How they relate."
    )
    note_de: Note = Field(description="What to know, in German.")
    note_en: Note = Field(description="The same in English.")


class Comparison(Out):
    """Cities side by side, in the order they were asked for."""

    comparability: ComparabilityOut = Field(description="How far they can be compared, and why.")
    items: list[ComparedCityOut] = Field(
        max_length=20, description="In the order of the request: no ranking."
    )
    crosswalk: list[CrosswalkOut] = Field(max_length=200, description="Where standards differ.")
    next: None = Field(description="Always null: the list is complete.")
