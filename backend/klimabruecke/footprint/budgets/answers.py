"""What a carbon budget looks like from outside: a light, and the same in words."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import Out, RowOut
from klimabruecke.core.types import RecordId, ShortText
from klimabruecke.footprint.answers import Kg

Light = Literal["green", "amber", "red"]
SignedKg = Annotated[float, Field(json_schema_extra={"format": "double"})]


class _LightFacts(Out):
    id: RecordId = Field(description="Id of the budget.")
    project_id: RecordId = Field(description="The project it holds for.")
    year: int = Field(ge=1900, le=2200, description="The year it holds for.")
    limit_kg: Kg = Field(description="What may be emitted.")
    warn_pct: int = Field(ge=1, le=100, description="From how many per cent on the light is amber.")
    used_kg: Kg = Field(description="Of activities that are approved or done.")
    planned_kg: Kg = Field(description="Of activities that wait for their approval.")
    left_kg: SignedKg = Field(description="The limit less what is used; negative once it is passed.")
    light: Light = Field(
        description="red: passed; amber: warning mark reached, or passed with all that is planned."
    )
    words_de: ShortText = Field(description="The light in words, in German.")
    words_en: ShortText = Field(description="The light in words, in English.")


class LightOut(_LightFacts):
    """The light of a budget, beside an activity that counts in it."""


class CarbonBudgetOut(RowOut, _LightFacts):
    """A carbon budget with what is used of it."""
