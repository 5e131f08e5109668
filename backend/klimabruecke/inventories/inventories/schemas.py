"""What an inventory is asked with, and what it looks like from outside."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from klimabruecke.core.schemas import In, Out, PageQuery, Patch, RowOut, Verification, sort_pattern, unset
from klimabruecke.core.types import Count, Day, Integer, Moment, RecordId, ShortText, Slug
from klimabruecke.inventories.schemas import (
    CITY,
    GASES,
    GWP_SET,
    KIND,
    LEVEL,
    SERIES,
    SOURCE_ID,
    SOURCE_NOTE,
    STANDARD,
    STATUS,
    VERIFICATION,
    YEAR,
    Gases,
    GwpSetId,
    InventoryYear,
    Kind,
    Level,
    Note,
    Proof,
    Standard,
    Status,
    Sum,
    Words,
    YearFilter,
)

Population = Annotated[Integer, Field(ge=1, le=100_000_000)]

STARTS_ON = "First day of its period; 1 January where it is left out."
ENDS_ON = "Last day of its period."
BOUNDARY_DE = "What belongs to it and what does not, in German."
BOUNDARY_EN = "The same in English."
METHOD_DE = "What to know about the method, in German."
METHOD_EN = "The same in English."
POPULATION = "The people figures per head are divided by."
BASIS_DE = "How they were counted, in German; needed with a population, in one of the languages."
BASIS_EN = "The same in English."
BREAK_DE = "Why the series begins anew with it, in German; shown where the line is broken."
BREAK_EN = "The same in English."
EXAMPLE: JsonDict = {
    "city_id": "durban",
    "year": 2023,
    "standard": "gpc",
    "reporting_level": "basic",
    "period_start_on": "2022-07-01",
    "period_end_on": "2023-06-30",
    "gwp_set": "AR5",
    "source_note": "Energy office, records of the municipality",
}


class InventoryIn(In):
    """An inventory to be made; it begins as a draft."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    city_id: Slug = Field(description=CITY)
    year: InventoryYear = Field(description=YEAR)
    standard: Standard = Field(description=STANDARD)
    kind: Annotated[Kind, Field(description=KIND)] = "community"
    reporting_level: Annotated[Level | None, Field(description=LEVEL)] = None
    period_start_on: Annotated[Day | None, Field(description=STARTS_ON)] = None
    period_end_on: Annotated[Day | None, Field(description=ENDS_ON)] = None
    gases: Annotated[Gases, Field(description=GASES)] = "co2e"
    gwp_set: Annotated[GwpSetId | None, Field(description=GWP_SET)] = None
    series_id: Annotated[Slug | None, Field(description=SERIES + " By city and standard if left out.")] = None
    break_reason_de: Annotated[Note | None, Field(description=BREAK_DE)] = None
    break_reason_en: Annotated[Note | None, Field(description=BREAK_EN)] = None
    boundary_de: Annotated[Note | None, Field(description=BOUNDARY_DE)] = None
    boundary_en: Annotated[Note | None, Field(description=BOUNDARY_EN)] = None
    method_note_de: Annotated[Note | None, Field(description=METHOD_DE)] = None
    method_note_en: Annotated[Note | None, Field(description=METHOD_EN)] = None
    population: Annotated[Population | None, Field(description=POPULATION)] = None
    population_basis_de: Annotated[Words | None, Field(description=BASIS_DE)] = None
    population_basis_en: Annotated[Words | None, Field(description=BASIS_EN)] = None
    population_source_id: Annotated[Slug | None, Field(description=SOURCE_ID)] = None
    source_id: Annotated[Slug | None, Field(description=SOURCE_ID)] = None
    source_note: Annotated[Proof | None, Field(description=SOURCE_NOTE)] = None
    verification: Annotated[Verification, Field(description=VERIFICATION)] = "reported"


class InventoryPatch(Patch):
    """What is to change. City, year, standard and kind say which inventory it is, and stay."""

    status: Literal["draft", "review"] = Field(default_factory=unset, description=STATUS)
    reporting_level: Level | None = Field(default_factory=unset, description=LEVEL)
    period_start_on: Day = Field(default_factory=unset, description=STARTS_ON)
    period_end_on: Day = Field(default_factory=unset, description=ENDS_ON)
    gases: Gases = Field(default_factory=unset, description=GASES)
    gwp_set: GwpSetId | None = Field(default_factory=unset, description=GWP_SET)
    series_id: Slug = Field(default_factory=unset, description=SERIES)
    break_reason_de: Note | None = Field(default_factory=unset, description=BREAK_DE)
    break_reason_en: Note | None = Field(default_factory=unset, description=BREAK_EN)
    boundary_de: Note | None = Field(default_factory=unset, description=BOUNDARY_DE)
    boundary_en: Note | None = Field(default_factory=unset, description=BOUNDARY_EN)
    method_note_de: Note | None = Field(default_factory=unset, description=METHOD_DE)
    method_note_en: Note | None = Field(default_factory=unset, description=METHOD_EN)
    population: Population | None = Field(default_factory=unset, description=POPULATION)
    population_basis_de: Words | None = Field(default_factory=unset, description=BASIS_DE)
    population_basis_en: Words | None = Field(default_factory=unset, description=BASIS_EN)
    population_source_id: Slug | None = Field(default_factory=unset, description=SOURCE_ID)
    source_id: Slug | None = Field(default_factory=unset, description=SOURCE_ID)
    source_note: Proof | None = Field(default_factory=unset, description=SOURCE_NOTE)
    verification: Verification = Field(default_factory=unset, description=VERIFICATION)


class SetTotalsOut(Out):
    """Totals by one set of potentials, in kilograms of CO2e; null: not reported, or see ``reasons``."""

    basic_kg: Sum | None = Field(description="BASIC; GPC only.")
    basic_plus_kg: Sum | None = Field(description="BASIC+; GPC only.")
    territorial_kg: Sum | None = Field(description="All of scope 1; GPC only.")
    other_scope3_kg: Sum | None = Field(description="VI, other scope 3; in none of the three.")
    total_kg: Sum | None = Field(description="The total of a standard with sectors of its own.")
    biogenic_co2_kg: Sum | None = Field(description="Biogenic CO2; in no total.")
    basic_per_head_kg: Sum | None = Field(description="BASIC for each inhabitant.")
    basic_plus_per_head_kg: Sum | None = Field(description="BASIC+ for each inhabitant.")
    territorial_per_head_kg: Sum | None = Field(description="Scope 1 for each inhabitant.")
    total_per_head_kg: Sum | None = Field(description="The total for each inhabitant.")
    reasons: list[Literal["gwp_set_not_stated", "not_split_by_gas", "gas_without_potential"]] = Field(
        max_length=3,
        description="Why a total cannot be given by this set: the inventory does not state its own, its CO2e"
        " is not split by gas, or a gas has no potential in the set.",
    )


class TotalsOut(Out):
    """The same inventory as it was reported, and by the potentials of each IPCC report."""

    reported: SetTotalsOut = Field(description="By the inventory's own set.")
    sar: SetTotalsOut = Field(description="By the Second Assessment Report.")
    ar4: SetTotalsOut = Field(description="By the Fourth.")
    ar5: SetTotalsOut = Field(description="By the Fifth.")
    ar6: SetTotalsOut = Field(description="By the Sixth.")


class _InventoryFacts(Out):
    id: RecordId = Field(description="Id of the inventory.")
    city_id: Slug = Field(description=CITY)
    year: InventoryYear = Field(description=YEAR)
    standard: Standard = Field(description=STANDARD)
    kind: Kind = Field(description=KIND)
    reporting_level: Level | None = Field(description=LEVEL)
    edition: int = Field(ge=1, le=100_000, description="Counts the editions of this city, year and standard.")
    status: Status = Field(description=STATUS)
    series_id: Slug = Field(description=SERIES)
    break_reason_de: Note | None = Field(description=BREAK_DE)
    break_reason_en: Note | None = Field(description=BREAK_EN)
    period_start_on: Day = Field(description=STARTS_ON)
    period_end_on: Day = Field(description=ENDS_ON)
    gases: Gases = Field(description=GASES)
    gwp_set: GwpSetId | None = Field(description=GWP_SET)
    boundary_de: Note | None = Field(description=BOUNDARY_DE)
    boundary_en: Note | None = Field(description=BOUNDARY_EN)
    method_note_de: Note | None = Field(description=METHOD_DE)
    method_note_en: Note | None = Field(description=METHOD_EN)
    population: Population | None = Field(description=POPULATION)
    population_basis_de: ShortText | None = Field(description=BASIS_DE)
    population_basis_en: ShortText | None = Field(description=BASIS_EN)
    population_source_id: Slug | None = Field(description=SOURCE_ID)
    source_id: Slug | None = Field(description=SOURCE_ID)
    source_note: Proof | None = Field(description=SOURCE_NOTE)
    verification: Verification = Field(description=VERIFICATION)
    supersedes_id: RecordId | None = Field(description="The edition it was made from.")
    published_at: Moment | None = Field(description="When it was published.")
    withdrawal_reason: Note | None = Field(description="Why it was withdrawn.")
    totals_from: Literal["lines", "reported"] | None = Field(
        description="Whether the totals are added up from lines, or were published without them."
    )
    is_partial: bool | None = Field(
        description="Whether its total lacks references of its level (open, NE or C), judged when it was"
        " published; null for drafts and where no lines can tell. See `/inventories/{id}/coverage`."
    )
    totals: TotalsOut = Field(description="Its totals by set of potentials.")


class InventoryOut(RowOut, _InventoryFacts):
    """An inventory of a city's emissions in a year."""


class CoverageOut(Out):
    """How far an inventory by GPC answers the references of its level."""

    required: list[Slug] = Field(max_length=100, description="The references of the level.")
    valued: list[Slug] = Field(max_length=100, description="Those with an amount.")
    keyed: list[Slug] = Field(max_length=100, description="Those with a notation key only.")
    missing: list[Slug] = Field(max_length=100, description="Those that say nothing yet.")


class ReportedTotalOut(Out):
    """A figure that was published without the lines behind it."""

    id: Slug = Field(description="Short name of the figure.")
    measure: Literal["basic", "basic_plus", "territorial", "total"] = Field(
        description="Which total it is, or is a part of."
    )
    counts: bool = Field(description="Whether it stands for the inventory as a whole.")
    is_change: bool = Field(description="True for a change on the year before; no level.")
    sector: Slug | None = Field(description="Its sector; null for the whole.")
    part_de: ShortText | None = Field(description="The part of the sector, in German.")
    part_en: ShortText | None = Field(description="The same in English.")
    scope: Annotated[int, Field(ge=1, le=3)] | None = Field(description="Its scope, where it is of one.")
    amount_kg: Sum | None = Field(description="Kilograms; null where only a share was published.")
    share_pct: float | None = Field(description="Share of the whole as published, percent.")
    note_de: Note | None = Field(description="What to know when using it, in German.")
    note_en: Note | None = Field(description="The same in English.")
    quarantine_reason_de: Note | None = Field(description="Why it is not believed, in German.")
    quarantine_reason_en: Note | None = Field(description="The same in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class InventoryDetailOut(InventoryOut):
    """An inventory with what it answers and what it does not."""

    lines: Count = Field(description="How many lines it has.")
    coverage: CoverageOut | None = Field(description="GPC only: what of its level is answered.")
    reported_totals: list[ReportedTotalOut] = Field(
        max_length=1000, description="Figures that were published without lines."
    )


class InventoryQuery(PageQuery):
    """Filters of the list of inventories."""

    city: Annotated[Slug | None, Field(description=CITY)] = None
    year: Annotated[YearFilter, Field(description=YEAR)] = None
    year_min: Annotated[YearFilter, Field(description="Earliest year.")] = None
    year_max: Annotated[YearFilter, Field(description="Latest year.")] = None
    standard: Annotated[Standard | None, Field(description=STANDARD)] = None
    kind: Annotated[Kind | None, Field(description=KIND)] = None
    status: Annotated[Status | None, Field(description=STATUS)] = None
    series: Annotated[Slug | None, Field(description=SERIES)] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "city_id", "year", "standard", "edition"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "city_id,-year"


class WithdrawalIn(In):
    """Why an inventory is withdrawn."""

    reason: Note = Field(description="The reason, for everybody who cited it.")


class DifferenceQuery(In):
    """What an inventory is held against."""

    to: RecordId = Field(description="The other inventory, of the same city.")


class InventoryDifferenceOut(Out):
    """What stands at one place in both; null where there is nothing."""

    gpc_ref: Slug | None = Field(description="GPC reference.")
    sector: Slug = Field(description="Sector.")
    carrier: Slug | None = Field(description="Energy carrier.")
    gas: ShortText = Field(description="The gas weighed, or CO2e.")
    before_kg: Sum | None = Field(description="Sum of the lines here.")
    after_kg: Sum | None = Field(description="Sum of the lines there.")
    change_kg: Sum | None = Field(description="The difference; null where one side has no amount.")
    before_lines: Count = Field(description="How many lines, keys included.")
    after_lines: Count = Field(description="How many lines there.")
    before_keys: list[ShortText] = Field(max_length=4, description="Notation keys here.")
    after_keys: list[ShortText] = Field(max_length=4, description="Notation keys there.")


class InventoryDifferences(Out):
    """Where two inventories differ."""

    from_id: RecordId = Field(description="The one asked at.")
    to_id: RecordId = Field(description="The one it is held against.")
    before: SetTotalsOut = Field(description="Totals as reported of the first.")
    after: SetTotalsOut = Field(description="Totals as reported of the second.")
    items: list[InventoryDifferenceOut] = Field(max_length=10_000, description="Only places that differ.")
    next: None = Field(description="Always null: the list is complete.")
