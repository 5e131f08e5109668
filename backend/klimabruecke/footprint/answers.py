"""What a footprint is answered with. Every kg is rounded to a gram; totals are the sums of rounded items."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import Out, Verification
from klimabruecke.core.types import NO_CONTROL_CHARACTERS, ShortText, Slug
from klimabruecke.footprint.schemas import MethodId

Kg = Annotated[float, Field(ge=0, json_schema_extra={"format": "double"})]
Index = Annotated[int, Field(ge=0, le=99, json_schema_extra={"format": "int32"})]
Sentence = Annotated[str, Field(max_length=2000, pattern=NO_CONTROL_CHARACTERS)]
ItemType = Literal[
    "flight",
    "rail",
    "coach",
    "taxi",
    "ferry",
    "car",
    "hotel",
    "electricity",
    "heat",
    "meal",
    "video",
    "freight",
    "material",
    "print",
]
WarningCode = Literal[
    "proxy_factor",
    "older_factor_set",
    "mixed_gwp_sets",
    "recalled_factor",
    "short_leg_non_co2",
    "wtw_only",
]


class MethodRef(Out):
    """The method that computed."""

    id: MethodId = Field(description="Its id; see `/footprint-methods`.")
    version: ShortText = Field(description="Its version; parameters change only with it.")


class Levels(Out):
    """A low, a central and a high estimate in kg CO2e."""

    low: Kg = Field(description="Low estimate.")
    central: Kg = Field(description="Central estimate.")
    high: Kg = Field(description="High estimate.")


class UsedFactor(Out):
    """A number the figure rests on."""

    id: ShortText = Field(description="Emission factor, or `<method>:<parameter>`.")
    value: float = Field(description="Its value.", json_schema_extra={"format": "double"})
    unit: ShortText = Field(description="Its unit.")
    source_id: Slug = Field(description="Where it was read; see `/sources`.")
    verification: Verification = Field(description="How it was established.")


class ItemFootprintOut(Out):
    """One item of the answer."""

    index: Index = Field(description="Position of the item in the request.")
    type: ItemType = Field(description="Kind of item.")
    distance_km: Kg | None = Field(description="Distance one way as counted; null where there is none.")
    ttw_kg: Kg = Field(description="Tank to wheel, or the whole figure where `wtt_kg` is null.")
    wtt_kg: Kg | None = Field(description="Well to tank; null where the factors do not give it apart.")
    ghg_kg: Kg = Field(description="Greenhouse gases: `ttw_kg` plus `wtt_kg`.")
    ghg_low_kg: Kg = Field(description="Low end of the range.")
    ghg_high_kg: Kg = Field(description="High end of the range.")
    non_co2_kg: Levels = Field(description="Effect of flying beyond greenhouse gases; never in `ghg_kg`.")
    formula: Sentence = Field(description="How the figure came about, with its numbers.")
    factors: list[UsedFactor] = Field(max_length=50, description="The primary factor first.")


class WarningOut(Out):
    """What a reader must know about the figure."""

    code: WarningCode = Field(description="Stable name of the warning.")
    item: Index | None = Field(description="The item it is about; null for the whole.")
    detail: Sentence = Field(description="The same in a sentence.")


class FootprintOut(Out):
    """The climate impact of the items by one method."""

    method: MethodRef
    ghg_kg: Kg = Field(description="Greenhouse gases in kg CO2e.")
    ghg_low_kg: Kg = Field(description="Low end of the range.")
    ghg_high_kg: Kg = Field(description="High end of the range.")
    ttw_kg: Kg = Field(description="Sum of the items' `ttw_kg`.")
    wtt_kg: Kg | None = Field(
        description="Sum of the items' `wtt_kg` where they are known; null where none is, which is not zero."
    )
    non_co2_kg: Levels = Field(description="Effect of flying beyond greenhouse gases; never in `ghg_kg`.")
    climate_effect_kg: Levels = Field(description="`ghg_kg` plus `non_co2_kg` at each level.")
    per_traveller_kg: Kg | None = Field(description="By the largest group of travellers; null without any.")
    items: list[ItemFootprintOut] = Field(max_length=100, description="In the order of the request.")
    assumptions: list[Sentence] = Field(max_length=500, description="What was assumed.")
    warnings: list[WarningOut] = Field(max_length=700, description="What a reader must know.")


class IncludesOut(Out):
    """What a method's total contains."""

    wtt: bool = Field(description="The upstream part of the fuel.")
    non_co2: bool = Field(description="The effect of flying beyond greenhouse gases.")
    detour: bool = Field(description="The detour against the direct line.")
    construction: bool = Field(description="Building of vehicles and infrastructure.")


class ComparisonOut(Out):
    """One method's own total, or why it has none."""

    method: MethodId = Field(description="The method; see `/footprint-methods`.")
    ghg_kg: Kg | None = Field(description="The method's own total; null where it cannot compute an item.")
    includes: IncludesOut
    why: Sentence = Field(description="What makes this method's figure higher or lower.")
    reason_if_null: Sentence | None = Field(description="What the method cannot compute.")


class FootprintComparisonOut(Out):
    """The same items by every method."""

    items: list[ComparisonOut] = Field(max_length=20, description="Our own method first.")


class MethodParameterOut(Out):
    """A number a method is made of."""

    id: Slug = Field(description="Its name inside the method.")
    name_de: ShortText = Field(description="What it is, in German.")
    name_en: ShortText = Field(description="What it is, in English.")
    value: float = Field(description="Its value.", json_schema_extra={"format": "double"})
    unit: ShortText = Field(description="Its unit; `-` for none.")
    factor_id: Slug | None = Field(description="The emission factor it is; null for a number of its own.")
    source_id: Slug = Field(description="Where it was read; see `/sources`.")
    verification: Verification = Field(description="How it was established.")
    applies_to: ShortText | None = Field(description="What it is used for.")


class FootprintMethodOut(Out):
    """A method: what it counts, by which formula, with which numbers."""

    id: MethodId = Field(description="Name of the method in requests.")
    version: ShortText = Field(description="Parameters change only with the version.")
    title_de: ShortText = Field(description="Name in German.")
    title_en: ShortText = Field(description="Name in English.")
    summary_de: Sentence = Field(description="What it does, in German.")
    summary_en: Sentence = Field(description="What it does, in English.")
    own: bool = Field(description="True for the method of this system, false for those it is compared with.")
    includes: IncludesOut
    parameters: list[MethodParameterOut] = Field(max_length=200, description="Its numbers.")
    formula: Sentence = Field(description="The formula for flights.")
    source_id: Slug = Field(description="Where the method is described; see `/sources`.")


class FootprintMethods(Out):
    """All methods."""

    items: list[FootprintMethodOut] = Field(max_length=20, description="Our own method first.")
    next: None = Field(description="Always null: the list is complete.")
