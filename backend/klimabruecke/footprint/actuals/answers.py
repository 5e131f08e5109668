"""What plan against actual looks like from outside."""

from pydantic import Field

from klimabruecke.calc.deviation import CauseCode
from klimabruecke.core.schemas import Out
from klimabruecke.core.types import RecordId
from klimabruecke.footprint.activities.answers import SignedKg
from klimabruecke.footprint.answers import Kg, Sentence


class StageOut(Out):
    """One side: the figure with its range, and the version it stands in."""

    footprint_id: RecordId = Field(description="The version; see `/activities/{id}/footprints`.")
    ghg_kg: Kg = Field(description="Greenhouse gases in kg CO2e.")
    ghg_low_kg: Kg = Field(description="Low end of the range.")
    ghg_high_kg: Kg = Field(description="High end of the range.")


class DeviationOut(Out):
    """Actual minus planned. What both share cancels, its error too."""

    ghg_kg: SignedKg = Field(description="The difference; negative where less was emitted than planned.")
    ghg_low_kg: SignedKg = Field(description="Low end of its range.")
    ghg_high_kg: SignedKg = Field(description="High end of its range.")


class CauseOut(Out):
    """A part of the difference."""

    code: CauseCode = Field(description="Stable name of the cause.")
    ghg_kg: SignedKg = Field(description="What it makes; all causes add up to the difference exactly.")
    detail: Sentence = Field(description="The same in words.")


class PlanActualOut(Out):
    """What was planned, what happened, and why they differ."""

    planned: StageOut = Field(description="The last version that was planned.")
    actual: StageOut | None = Field(
        description="The version that counts; null before there are actual figures."
    )
    difference: DeviationOut | None = Field(description="Actual minus planned; null before.")
    causes: list[CauseOut] = Field(max_length=1000, description="The largest first.")
