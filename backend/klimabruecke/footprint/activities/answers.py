"""What activities and their footprints look like from outside."""

from typing import Annotated

from pydantic import Field

from klimabruecke.calc.limits import MAX_ITEMS
from klimabruecke.core.schemas import Out, RowOut
from klimabruecke.core.types import Day, RecordId, ShortText, Slug, Text
from klimabruecke.footprint.activities.schemas import (
    ASSUMPTIONS,
    ENDS_ON,
    HOST_CITY,
    KIND,
    OVER_BUDGET,
    PARTICIPANTS,
    PROGRAMME,
    PROJECT,
    STAGE,
    STARTS_ON,
    STATUS,
    ActivityStatus,
    Stage,
)
from klimabruecke.footprint.answers import FootprintOut, Kg
from klimabruecke.footprint.budgets.answers import LightOut
from klimabruecke.footprint.items import KeptItem
from klimabruecke.footprint.programmes.answers import NoticeOut
from klimabruecke.footprint.rules.answers import RuleFieldsOut
from klimabruecke.footprint.schemas import Kind, MethodId
from klimabruecke.footprint.travellers import ParticipantsOut

SignedKg = Annotated[float, Field(json_schema_extra={"format": "double"})]


class _ActivityFacts(Out):
    id: RecordId = Field(description="Id of the activity.")
    title: ShortText = Field(description="What it is.")
    kind: Kind = Field(description=KIND)
    project_id: RecordId = Field(description=PROJECT)
    plan_id: RecordId | None = Field(description="The decided plan it was made from.")
    programme_id: RecordId | None = Field(description=PROGRAMME)
    starts_on: Day = Field(description=STARTS_ON)
    ends_on: Day = Field(description=ENDS_ON)
    status: ActivityStatus = Field(description=STATUS)
    host_city_id: Slug | None = Field(description=HOST_CITY)
    participants: list[ParticipantsOut] = Field(max_length=50, description=PARTICIPANTS)
    footprint_id: RecordId = Field(description="The footprint that counts: the newest version.")
    stage: Stage = Field(description=STAGE)
    method_id: MethodId = Field(description="The method it was computed by.")
    ghg_kg: Kg = Field(description="Greenhouse gases in kg CO2e.")
    ghg_low_kg: Kg = Field(description="Low end of the range.")
    ghg_high_kg: Kg = Field(description="High end of the range.")


class ActivityRowOut(RowOut, _ActivityFacts):
    """An activity in the list."""


class _ActivityDetails(_ActivityFacts):
    items: list[KeptItem] = Field(max_length=MAX_ITEMS, description="What it is made of.")
    assumptions: list[Text] = Field(max_length=20, description=ASSUMPTIONS)
    over_budget_reason: Text | None = Field(description=OVER_BUDGET)
    footprint: FootprintOut = Field(description="As it was computed and kept.")
    notices: list[NoticeOut] = Field(max_length=10, description="What to look at; nothing was refused.")


class ActivityOut(RowOut, RuleFieldsOut, _ActivityDetails):
    """An activity with its footprint."""


class WrittenActivityOut(ActivityOut):
    """An activity after a write, with the light of its carbon budget."""

    budget: LightOut | None = Field(description="Null where its project has no budget for the year.")


class DifferenceOut(Out):
    """What changed against the version before, and why. The three parts add up to it exactly."""

    ghg_kg: SignedKg = Field(description="The difference; negative where the new figure is lower.")
    factor_set_kg: SignedKg = Field(description="Because of other factors, with method and items as before.")
    method_kg: SignedKg = Field(description="Because of another method, or another version of it.")
    input_kg: SignedKg = Field(description="Because of other items.")


class _FootprintFacts(Out):
    id: RecordId = Field(description="Id of this version.")
    activity_id: RecordId = Field(description="The activity.")
    number: int = Field(ge=1, le=1_000_000, description="Version, counted from 1.")
    current: bool = Field(description="True for the version that counts.")
    stage: Stage = Field(description=STAGE)
    method_id: MethodId = Field(description="The method it was computed by.")
    method_version: ShortText = Field(description="Version of the method.")
    on: Day = Field(description="Day whose factors were used.")
    factor_set_id: Slug | None = Field(description="The factor set that was asked for; null for a day.")
    ghg_kg: Kg = Field(description="Greenhouse gases in kg CO2e.")
    ghg_low_kg: Kg = Field(description="Low end of the range.")
    ghg_high_kg: Kg = Field(description="High end of the range.")


class _FootprintRowFacts(_FootprintFacts):
    difference_kg: SignedKg | None = Field(description="Against the version before; null for the first.")
    factor_set_kg: SignedKg | None = Field(description="Of that, because of other factors.")
    method_kg: SignedKg | None = Field(description="Of that, because of another method or version of it.")
    input_kg: SignedKg | None = Field(description="Of that, because of other items.")


class ActivityFootprintRowOut(RowOut, _FootprintRowFacts):
    """A version of an activity's footprint in the list."""


class _FootprintDetails(_FootprintFacts):
    items: list[KeptItem] = Field(max_length=MAX_ITEMS, description="What it was computed from.")
    footprint: FootprintOut = Field(description="The figures, with the factors and values used.")
    difference: DifferenceOut | None = Field(description="Against the version before; null for the first.")


class ActivityFootprintOut(RowOut, _FootprintDetails):
    """A version of an activity's footprint. Versions are never changed."""
