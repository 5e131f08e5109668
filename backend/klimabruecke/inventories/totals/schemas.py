"""What the totals over inventories are asked with, and what they look like."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import Out
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import Count, QueryInteger, RecordId, Slug
from klimabruecke.inventories.schemas import (
    CITY,
    GAS_WORDS,
    KIND,
    STANDARD,
    Gas,
    Kind,
    Standard,
    Sum,
    TotalSet,
    YearFilter,
)

CUTS = ("city", "year", "sector", "scope", "gas", "inventory")
_CUT = f"({'|'.join(CUTS)})"
BY = spelled(
    f"^{_CUT}(,{_CUT}){{0,{len(CUTS) - 1}}}$",
    Bilingual(
        f"Gegliedert wird nach: {', '.join(CUTS)}; mehrere durch Komma getrennt.",
        f"Totals are divided by: {', '.join(CUTS)}; several are separated by commas.",
    ),
)
GWP = "`reported`: each inventory by its own set. Else all by one set, null where that cannot be said."


class EmissionTotalQuery(BaseModel):
    """What is added up, and by what it is divided."""

    model_config = ConfigDict(extra="forbid")

    by: Annotated[str, Field(pattern=BY, max_length=80, description="Comma list.")] = "city,year"
    gwp: Annotated[TotalSet, Field(description=GWP)] = "reported"
    city: Annotated[Slug | None, Field(description=CITY)] = None
    year: Annotated[YearFilter, Field(description="The year.")] = None
    year_min: Annotated[YearFilter, Field(description="Earliest year.")] = None
    year_max: Annotated[YearFilter, Field(description="Latest year.")] = None
    standard: Annotated[Standard | None, Field(description=STANDARD)] = None
    kind: Annotated[Kind | None, Field(description=KIND)] = None
    sector: Annotated[Slug | None, Field(description="A sector.")] = None
    scope: Annotated[QueryInteger | None, Field(ge=1, le=3, description="A scope.")] = None
    gas: Annotated[Gas | None, Field(description=GAS_WORDS)] = None


class EmissionTotalOut(Out):
    """Sums of one group, in kilograms of CO2e. Standards and kinds are always kept apart."""

    standard: Standard = Field(description=STANDARD)
    kind: Kind = Field(description=KIND)
    city_id: Slug | None = Field(description="The city; null where all are added up.")
    year: Annotated[int, Field(ge=1900, le=2200)] | None = Field(description="The year.")
    sector: Slug | None = Field(description="The sector.")
    scope: Annotated[int, Field(ge=1, le=3)] | None = Field(description="The scope; null where not divided.")
    gas: Gas | None = Field(description="The gas; `CO2e` where it is not known which.")
    inventory_id: RecordId | None = Field(description="The inventory.")
    basic_kg: Sum | None = Field(description="What counts in BASIC.")
    basic_plus_kg: Sum | None = Field(description="What counts in BASIC+.")
    territorial_kg: Sum | None = Field(description="What counts in the territorial total.")
    other_scope3_kg: Sum | None = Field(description="Other scope 3.")
    total_kg: Sum | None = Field(description="The total of standards with sectors of their own.")
    biogenic_co2_kg: Sum | None = Field(description="Biogenic CO2; in no total.")
    inventories: Count = Field(description="How many inventories are in it.")
    gwp_set: Literal["SAR", "AR4", "AR5", "AR5CCF", "AR6", "not_stated", "mixed"] = Field(
        description="The set the inventories were made with; `mixed` where they differ."
    )
    reasons: list[
        Literal["gwp_set_not_stated", "not_split_by_gas", "gas_without_potential", "not_in_every_inventory"]
    ] = Field(max_length=4, description="Why a sum cannot be given; a part is never shown as the whole.")
    demo: bool = Field(description="True where invented records of the demonstration are counted in.")


class EmissionTotals(Out):
    """All groups."""

    items: list[EmissionTotalOut] = Field(
        max_length=20_000, description="Sorted by what they are divided by."
    )
    next: None = Field(description="Always null: the list is complete.")
