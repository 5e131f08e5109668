"""What the actual figures of an activity are recorded with."""

from typing import Annotated

from pydantic import ConfigDict, Field

from klimabruecke.core.schemas import In
from klimabruecke.core.types import Day
from klimabruecke.footprint.activities.schemas import (
    ENDS_ON,
    OVER_BUDGET,
    PARTICIPANTS,
    STARTS_ON,
    Items,
    Reason,
)
from klimabruecke.footprint.schemas import ActivityDay
from klimabruecke.footprint.travellers import ParticipantList

_AS_IT_WAS = "As it was, where left out."


class ActualsIn(In):
    """What happened: `same_as_planned`, or `items` for all of it. What else changed may stand beside."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"same_as_planned": True}]})

    same_as_planned: Annotated[
        bool, Field(strict=True, description="True where the planned items happened as they were planned.")
    ] = False
    items: Annotated[
        Items | None,
        Field(description="What it was really made of, all of it; not beside `same_as_planned`."),
    ] = None
    starts_on: Annotated[ActivityDay | None, Field(description=f"{STARTS_ON} {_AS_IT_WAS}")] = None
    ends_on: Annotated[Day | None, Field(description=f"{ENDS_ON} {_AS_IT_WAS}")] = None
    participants: Annotated[ParticipantList | None, Field(description=f"{PARTICIPANTS} {_AS_IT_WAS}")] = None
    over_budget_reason: Annotated[Reason | None, Field(description=OVER_BUDGET)] = None
