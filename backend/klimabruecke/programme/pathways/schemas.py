"""What the way to a target looks like with what measures would add to it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.calc.measure_effects import Basis, Reason
from klimabruecke.core.schemas import Out, Verification
from klimabruecke.core.types import Number, ShortText, Slug
from klimabruecke.inventories.schemas import CITY, InventoryYear, Sum
from klimabruecke.inventories.targets.schemas import Why

LOW = "The smallest estimate of this basis, where there are several; null where there is one."
HIGH = "The largest."


class PathwayQuery(BaseModel):
    """Whose pathways."""

    model_config = ConfigDict(extra="forbid")

    city: Annotated[Slug | None, Field(description=CITY)] = None


class SavingOut(Out):
    """What measures would save in a year, all figures of one basis together."""

    ghg_kg: Sum | None = Field(description="Kilograms of CO2e a year; null where no measure has a figure.")
    ghg_low_kg: Sum | None = Field(description=LOW)
    ghg_high_kg: Sum | None = Field(description=HIGH)


class MeasureOnPathOut(Out):
    """A published measure, and whether its figure counts."""

    measure_id: Slug = Field(description="Id of the measure.")
    title_de: ShortText | None = Field(description="Its title in German.")
    title_en: ShortText | None = Field(description="Its title in English.")
    ghg_kg: Sum | None = Field(
        description="Less CO2e a year, kg: what was measured, else expected, else claimed, the latest of it."
    )
    ghg_low_kg: Sum | None = Field(description=LOW)
    ghg_high_kg: Sum | None = Field(description=HIGH)
    basis: Basis | None = Field(description="How the figure was got.")
    year: int | None = Field(
        ge=1900, le=2200, description="The year it is for, or was estimated in; null where nobody says."
    )
    overlap_group: Slug | None = Field(description="Figures of one group are the same saving seen twice.")
    counts: bool = Field(description="Whether it is in the sums.")
    why_not: Reason | None = Field(
        description="in_the_series: the latest inventory shows it already; after_the_target: it begins "
        "later; overlap: another measure's figure stands for the same saving; no_yearly_figure: nobody says "
        "how much a year; adaptation saves no tonnes, offsetting none here; given_up: cancelled, merged or "
        "superseded."
    )
    counted_with: Slug | None = Field(description="That other measure.")
    source_id: Slug | None = Field(description="Where the measure was read.")
    verification: Verification = Field(description="How it was established.")


class CityPathwayOut(Out):
    """A target, what is still to be saved, and what measures would add."""

    target_id: Slug = Field(description="The target; see `/targets` for its line.")
    city_id: Slug = Field(description=CITY)
    base_year: InventoryYear = Field(description="Year the reduction refers to.")
    target_year: InventoryYear = Field(description="Year it is to be reached.")
    reduction_pct: Number = Field(description="Reduction, percent.")
    latest_year: InventoryYear | None = Field(description="The latest year of the series.")
    to_go_kg: Sum | None = Field(description="What is still to be saved until then, from the latest year on.")
    reason_if_null: Why | None = Field(description="Why there is no line to the target.")
    measured: SavingOut = Field(description="What was measured and the series does not show yet.")
    expected: SavingOut = Field(description="What is expected.")
    claimed: SavingOut = Field(description="What is claimed without showing how; never in `remaining_kg`.")
    remaining_kg: Sum | None = Field(
        description="What is left after what was measured and expected; negative: more than is needed."
    )
    remaining_with_claims_kg: Sum | None = Field(description="What would be left if the claims were true.")
    measures: list[MeasureOnPathOut] = Field(
        max_length=10_000, description="All published measures of the city; those that do not count say why."
    )


class CityPathways(Out):
    """Pathways."""

    items: list[CityPathwayOut] = Field(max_length=2000, description="By city, the nearest target first.")
    next: None = Field(description="Always null: the list is complete.")
