"""What a measure brings: a figure in its own unit, how it was got, for when, and by which source."""

from typing import Annotated

from pydantic import Field

from klimabruecke.core.schemas import In, Out, Verification
from klimabruecke.core.types import FILLED, Integer, ShortText, Slug
from klimabruecke.measures.words import Basis, Per

Kg = Annotated[Integer, Field(ge=0, le=2**53 - 1)]
Quantity = Annotated[float, Field(strict=True, ge=-1e15, le=1e15, json_schema_extra={"format": "double"})]
Unit = Annotated[str, Field(min_length=1, max_length=80, pattern=FILLED)]
EffectYear = Annotated[Integer, Field(ge=1900, le=2200)]
Years = Annotated[Integer, Field(ge=1, le=200)]

GHG_KG = "Less CO2e, kg; either this or a `quantity`."
QUANTITY = "Any other figure, such as hectares, kilowatts or people reached."
UNIT = "Its unit in English, such as `ha` or `kWh/a`."
UNIT_DE = "The same in German; null where it is written alike."
PER = "In a year, or over all of `period_years`; null for what is simply there."
PERIOD = "How many years a figure for a period covers."
BASIS = "Expected beforehand, measured afterwards, or claimed without showing how."
BASIS_NOTE = "How the figure was got, such as `CDM PDD`."
YEAR = "The year it is for, or was estimated in."
OVERLAP = "Effects of one group are the same saving seen twice: the largest counts, they are never added."
SOURCE = "Where it was read; without one, the source of the measure."
VERIFICATION = "How it was established; without one, as the measure."


class EffectIn(In):
    """One effect."""

    ghg_kg: Annotated[Kg | None, Field(description=GHG_KG)] = None
    quantity: Annotated[Quantity | None, Field(description=QUANTITY)] = None
    unit: Annotated[Unit | None, Field(description=UNIT)] = None
    unit_de: Annotated[Unit | None, Field(description=UNIT_DE)] = None
    per: Annotated[Per | None, Field(description=PER)] = None
    period_years: Annotated[Years | None, Field(description=PERIOD)] = None
    basis: Annotated[Basis | None, Field(description=BASIS)] = None
    basis_note: Annotated[ShortText | None, Field(description=BASIS_NOTE)] = None
    year: Annotated[EffectYear | None, Field(description=YEAR)] = None
    overlap_group: Annotated[Slug | None, Field(description=OVERLAP)] = None
    source_id: Annotated[Slug | None, Field(description=SOURCE)] = None
    verification: Annotated[Verification | None, Field(description=VERIFICATION)] = None


class EffectOut(Out):
    """One effect."""

    ghg_kg: Kg | None = Field(description=GHG_KG)
    quantity: Quantity | None = Field(description=QUANTITY)
    unit: ShortText | None = Field(description=UNIT)
    unit_de: ShortText | None = Field(description=UNIT_DE)
    per: Per | None = Field(description=PER)
    period_years: Years | None = Field(description=PERIOD)
    basis: Basis | None = Field(description=BASIS)
    basis_note: ShortText | None = Field(description=BASIS_NOTE)
    year: EffectYear | None = Field(description=YEAR)
    overlap_group: Slug | None = Field(description=OVERLAP)
    source_id: Slug | None = Field(description=SOURCE)
    verification: Verification | None = Field(description=VERIFICATION)


_BEST_FIRST = {"measured": 0, "expected": 1, "claimed": 2}


def reduction_kg_per_year(effects: list[dict[str, object]]) -> int | None:
    """Less CO2e a year: what was measured before what was expected before what is claimed; else null.

    A figure for a period is not spread over its years: nobody says that it is the same in each.
    """
    yearly = [one for one in effects if one["ghg_kg"] is not None and one["per"] == "year"]
    best = sorted(yearly, key=lambda one: (_BEST_FIRST[str(one["basis"])], -int(str(one["year"] or 0))))
    return int(str(best[0]["ghg_kg"])) if best else None


def fault_of(effect: dict[str, object], action_type: str) -> str | None:
    """The code of what an effect lacks; None where it is whole."""
    is_ghg = effect["ghg_kg"] is not None
    if is_ghg == (effect["quantity"] is not None):
        return "effect_without_figure"
    if is_ghg == (effect["unit"] is not None):
        return "effect_without_unit"
    if is_ghg and (effect["per"] is None or effect["basis"] is None):
        return "effect_without_basis"
    if (effect["per"] == "period") != (effect["period_years"] is not None):
        return "effect_without_period"
    if action_type == "adaptation" and effect["ghg_kg"] == 0:
        return "adaptation_without_tonnes"
    return None
