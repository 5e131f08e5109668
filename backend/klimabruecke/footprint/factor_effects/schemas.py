"""What a draft of a factor set would change, factor by factor and year by year."""

from typing import Annotated

from pydantic import Field

from klimabruecke.core.schemas import Out, Verification
from klimabruecke.core.types import Count, Number, RecordId, ShortText, Slug, Year
from klimabruecke.footprint.answers import Kg, Sentence

SignedKg = Annotated[float, Field(json_schema_extra={"format": "double"})]


class ReplacedFactor(Out):
    """The factor that would no longer answer."""

    id: Slug = Field(description="Its id.")
    value: Number = Field(description="Its value, in the same unit.")
    source_id: Slug = Field(description="Where it was read; see `/sources`.")


class FactorEffect(Out):
    """A factor of the draft."""

    id: Slug = Field(description="Its id.")
    name_de: Sentence = Field(description="What it is for, in German.")
    name_en: Sentence = Field(description="What it is for, in English.")
    region_code: ShortText = Field(description="ISO code, or `world`.")
    unit: ShortText = Field(description="Unit of the value.")
    value: Number = Field(description="Its value.")
    verification: Verification = Field(description="How it was established.")
    replaces: ReplacedFactor | None = Field(
        description="What it succeeds; null: nothing, so nothing changes."
    )
    change_pct: float | None = Field(
        description="New against old value, percent; null without an old one, or where that is zero.",
        json_schema_extra={"format": "double"},
    )
    activities: Count = Field(description="Activities whose footprint that counts rests on the old factor.")
    plans: Count = Field(description="Plans with an alternative that rests on the old factor.")


class YearEffect(Out):
    """A year whose total would be another one."""

    year: Year = Field(description="Year in which the activities begin.")
    activities: Count = Field(description="Activities of the year, without those that were cancelled.")
    changed: Count = Field(description="Those whose figure would be another one.")
    ghg_kg: Kg = Field(description="Their total as it is kept.")
    recalculated_kg: SignedKg = Field(description="The total if those were recalculated.")
    difference_kg: SignedKg = Field(description="What the new factors alone make of it.")


class FactorSetEffects(Out):
    """What the draft would change. Nothing changes by itself: an activity is recalculated one by one."""

    draft_id: RecordId = Field(description="The draft.")
    factors: list[FactorEffect] = Field(max_length=2_000, description="In the order of the file.")
    years: list[YearEffect] = Field(max_length=400, description="Only years that would change.")
    not_recalculated: Count = Field(description="Activities that no method can compute again; left as kept.")
    complete: bool = Field(description="False: there are more activities or plans than were looked at.")
