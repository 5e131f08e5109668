"""What an activity is asked with."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from klimabruecke.calc.limits import MAX_ITEMS
from klimabruecke.core.schemas import In, PageQuery, Patch, SearchText, sort_pattern, unset
from klimabruecke.core.types import FILLED, Day, RecordId, Slug
from klimabruecke.footprint.rules.schemas import RuleFields
from klimabruecke.footprint.schemas import ActivityDay, ItemIn, Kind, MethodId
from klimabruecke.footprint.travellers import ParticipantList

ActivityStatus = Literal["planned", "approved", "done", "cancelled"]
Stage = Literal["planned", "actual"]
Title = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
Reason = Annotated[str, Field(min_length=1, max_length=4000, pattern=FILLED)]
Assumptions = Annotated[list[Reason], Field(max_length=20)]
Items = Annotated[list[ItemIn], Field(min_length=1, max_length=MAX_ITEMS)]

TITLE = "What it is. Numbers of people only, no names."
KIND = "What kind of activity it is."
PROJECT = "The project it belongs to."
PROGRAMME = "The grant it is paid from; null for none."
STATUS = "Cancelled activities do not count."
STARTS_ON = "First day. Its year is the one the activity counts in, and it chooses the factor sets."
ENDS_ON = "Last day."
HOST_CITY = "Where it takes place; it bears the whole where no participants are given."
PARTICIPANTS = "Who takes part, in groups; the footprint is divided between them by their numbers."
ITEMS = "What it is made of."
ASSUMPTIONS = "What was assumed where nothing is documented, such as legs or hotels; no names of people."
STAGE = "Whether the figure rests on what was planned or on what happened."
OVER_BUDGET = "Why it is approved although the carbon budget is passed; no names of people."


EXAMPLE: JsonDict = {
    "title": "Delegationsreise nach Windhoek",
    "kind": "trip",
    "project_id": "0193b6b0-0000-7000-8000-000000000001",
    "starts_on": "2026-09-14",
    "ends_on": "2026-09-20",
    "host_city_id": "windhoek",
    "participants": [{"city_id": "bremen", "count": 5, "kind": "administration", "paid_by": "grant"}],
    "items": [{"type": "flight", "from": "FRA", "to": "WDH", "travellers": 5, "return": True}],
}


class ActivityIn(RuleFields):
    """An activity to be recorded. What is made from a decided plan takes project, kind and items from it."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    title: Title = Field(description=TITLE)
    plan_id: Annotated[RecordId | None, Field(description="The decided plan it is made from.")] = None
    kind: Annotated[Kind | None, Field(description=f"{KIND} The plan's, where left out.")] = None
    project_id: Annotated[RecordId | None, Field(description=f"{PROJECT} The plan's, where left out.")] = None
    programme_id: Annotated[RecordId | None, Field(description=PROGRAMME)] = None
    starts_on: ActivityDay = Field(description=STARTS_ON)
    ends_on: Annotated[Day | None, Field(description=f"{ENDS_ON} The first one, where left out.")] = None
    status: Annotated[ActivityStatus, Field(description=STATUS)] = "planned"
    host_city_id: Annotated[Slug | None, Field(description=HOST_CITY)] = None
    participants: ParticipantList = Field(default_factory=list, description=PARTICIPANTS)
    items: Annotated[
        Items | None, Field(description=f"{ITEMS} The chosen alternative's, where left out.")
    ] = None
    assumptions: Assumptions = Field(default_factory=list, description=ASSUMPTIONS)
    over_budget_reason: Annotated[Reason | None, Field(description=OVER_BUDGET)] = None


class ActivityPatch(RuleFields, Patch):
    """What is to change. Other items or another first day make a new footprint."""

    title: Title = Field(default_factory=unset, description=TITLE)
    kind: Kind = Field(default_factory=unset, description=KIND)
    project_id: RecordId = Field(default_factory=unset, description=PROJECT)
    programme_id: RecordId | None = Field(default_factory=unset, description=PROGRAMME)
    starts_on: ActivityDay = Field(default_factory=unset, description=STARTS_ON)
    ends_on: Day = Field(default_factory=unset, description=ENDS_ON)
    status: ActivityStatus = Field(default_factory=unset, description=STATUS)
    host_city_id: Slug | None = Field(default_factory=unset, description=HOST_CITY)
    participants: ParticipantList = Field(default_factory=unset, description=PARTICIPANTS)
    items: Items = Field(default_factory=unset, description=ITEMS)
    assumptions: Assumptions = Field(default_factory=unset, description=ASSUMPTIONS)
    over_budget_reason: Reason | None = Field(default_factory=unset, description=OVER_BUDGET)


class ActivityFootprintIn(In):
    """How to compute anew; what is left out stays as it was computed last."""

    method: Annotated[MethodId | None, Field(description="Which method computes.")] = None
    on: Annotated[ActivityDay | None, Field(description="Day whose factors are used.")] = None
    factor_set: Annotated[
        Slug | None,
        Field(
            description="A set of `/emission-factor-sets`: as if on the first day it holds. Not beside `on`."
        ),
    ] = None


class ActivityQuery(PageQuery):
    """Filters of the list of activities."""

    city: Annotated[Slug | None, Field(description="A city that takes part or hosts.")] = None
    project: Annotated[RecordId | None, Field(description=PROJECT)] = None
    plan: Annotated[RecordId | None, Field(description="The plan it was made from.")] = None
    programme: Annotated[RecordId | None, Field(description="The grant it is paid from.")] = None
    kind: Annotated[Kind | None, Field(description=KIND)] = None
    status: list[ActivityStatus] = Field(
        default_factory=list, max_length=4, description="Repeatable: any of these."
    )
    starts_min: Annotated[Day | None, Field(description="Earliest first day.")] = None
    starts_max: Annotated[Day | None, Field(description="Latest first day.")] = None
    q: Annotated[SearchText | None, Field(description="Part of the title.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "title", "starts_on", "status", "ghg_kg"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "-starts_on"


class ActivityFootprintQuery(PageQuery):
    """The versions of one activity's footprint."""

    sort: Annotated[
        str, Field(pattern=sort_pattern("id", "number"), max_length=20, description="`-` sorts downwards.")
    ] = "-number"


class OneActivityFootprintQuery(ActivityFootprintQuery):
    """The same with the activity, which stands in the path."""

    activity_id: str
