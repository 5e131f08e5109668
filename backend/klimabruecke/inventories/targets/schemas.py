"""What the way to a climate target looks like."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.schemas import Out, Verification
from klimabruecke.core.types import Number, RecordId, Slug, Text
from klimabruecke.inventories.schemas import CITY, SERIES, SOURCE_ID, VERIFICATION, InventoryYear, Sum
from klimabruecke.inventories.series.schemas import ShownMeasure

Why = Literal["no_inventory", "base_year_missing", "target_not_behind_base"]


class TargetQuery(BaseModel):
    """Whose targets."""

    model_config = ConfigDict(extra="forbid")

    city: Annotated[Slug | None, Field(description=CITY)] = None


class PathPointOut(Out):
    """A year on the straight line from base to target."""

    year: InventoryYear = Field(description="The year.")
    amount_kg: Sum = Field(description="What the line gives, in kilograms of CO2e.")


class PathwayOut(Out):
    """A target in kilograms, against the series that holds its base year."""

    series_id: Slug = Field(description=SERIES)
    measure: ShownMeasure = Field(description="Which total it is about.")
    base_kg: Sum = Field(description="Emissions of the base year.")
    base_inventory_id: RecordId = Field(description="The inventory they are of.")
    target_kg: Sum = Field(description="What is left in the target year.")
    latest_year: InventoryYear = Field(description="The latest year of the series.")
    latest_kg: Sum = Field(description="Emissions of that year.")
    latest_inventory_id: RecordId = Field(description="The inventory they are of.")
    on_path_kg: Sum = Field(description="What the straight line gives for that year.")
    gap_kg: Sum = Field(description="How much more than that was emitted; negative: less.")
    to_go_kg: Sum = Field(description="What is still to be saved until the target year.")
    points: list[PathPointOut] = Field(max_length=400, description="The straight line, year by year.")


class CityTargetOut(Out):
    """A climate target and the way to it."""

    id: Slug = Field(description="Short name of the target.")
    city_id: Slug = Field(description=CITY)
    base_year: InventoryYear = Field(description="Year the reduction refers to.")
    target_year: InventoryYear = Field(description="Year it is to be reached.")
    reduction_pct: Number = Field(description="Reduction, percent.")
    text_de: Text | None = Field(description="The target in words, in German.")
    text_en: Text | None = Field(description="The same in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)
    pathway: PathwayOut | None = Field(description="Null where `reason_if_null` says why.")
    reason_if_null: Why | None = Field(
        description="The city has no inventory, or none of the base year by a method it still reports by."
    )


class CityTargets(Out):
    """Climate targets."""

    items: list[CityTargetOut] = Field(max_length=2000, description="By city, the nearest first.")
    next: None = Field(description="Always null: the list is complete.")
