"""What a Fachaustausch is described with, and what it looks like from outside."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from klimabruecke.core.schemas import In, Out, PageQuery, Patch, RowOut, SearchText, sort_pattern, unset
from klimabruecke.core.types import (
    FILLED,
    Day,
    Integer,
    RecordId,
    ShortText,
    Slug,
    Text,
)
from klimabruecke.measures.measures.schemas import Flag, Title

ExchangeFormat = Literal["on_site", "online", "hybrid"]
ExchangeStatus = Literal["planned", "held", "cancelled"]
Agreed = Annotated[str, Field(min_length=1, max_length=1000, pattern=FILLED)]
CityIds = Annotated[list[Slug], Field(min_length=2, max_length=50)]
MeasureIds = Annotated[list[Slug], Field(max_length=50)]

TITLE = "What it is called, in German; one of the two titles is needed."
SAME = "The same in English."
ON = "The day; the first one where it takes several."
FORMAT = "Where the experts meet."
STATUS = "Planned, held or cancelled."
CITY_IDS = "The cities that take part; their editors may write here."
HEADS = "How many came from which city; people are counted, not named."
TOPICS = "What it is about."
QUESTIONS = "What was asked."
RESULTS = "What came of it."
FOLLOW_UPS = "What was agreed: who, as a function, does what by which day."
MEASURE_IDS = "The measures it was about."
ACTIVITY = "The trip or event it was; its footprint is kept there."


class Heads(In):
    """How many people came from a city."""

    city_id: Slug = Field(description="The city.")
    count: Annotated[Integer, Field(ge=1, le=10_000, description="How many.")]


class FollowUp(In):
    """What was agreed."""

    text: Agreed = Field(description="What is to be done.")
    city_id: Annotated[Slug | None, Field(description="In which city.")] = None
    responsible_unit: Annotated[
        ShortText | None, Field(description="Who, as a function; never a person's name.")
    ] = None
    due_on: Annotated[Day | None, Field(description="By which day.")] = None
    done: Annotated[Flag, Field(description="Whether it is done.")] = False


class ExchangeIn(In):
    """A Fachaustausch to be recorded."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "title_en": "Reforestation: Durban and Bremen",
                    "on": "2026-11-12",
                    "format": "online",
                    "status": "held",
                    "city_ids": ["bremen", "durban"],
                    "heads": [{"city_id": "bremen", "count": 3}, {"city_id": "durban", "count": 4}],
                    "measure_ids": ["DUR-03"],
                    "follow_ups": [
                        {"text": "Send the planting plan", "city_id": "durban", "due_on": "2026-12-01"}
                    ],
                }
            ]
        }
    )

    title_de: Annotated[Title | None, Field(description=TITLE)] = None
    title_en: Annotated[Title | None, Field(description=SAME)] = None
    on: Day = Field(description=ON)
    format: ExchangeFormat = Field(description=FORMAT)
    status: Annotated[ExchangeStatus, Field(description=STATUS)] = "planned"
    city_ids: CityIds = Field(description=CITY_IDS)
    heads: Annotated[list[Heads], Field(max_length=50, description=HEADS)] = Field(default_factory=list)
    topics: Annotated[Text | None, Field(description=TOPICS)] = None
    questions_asked: Annotated[Text | None, Field(description=QUESTIONS)] = None
    results: Annotated[Text | None, Field(description=RESULTS)] = None
    follow_ups: Annotated[list[FollowUp], Field(max_length=100, description=FOLLOW_UPS)] = Field(
        default_factory=list
    )
    measure_ids: MeasureIds = Field(default_factory=list, description=MEASURE_IDS)
    activity_id: Annotated[RecordId | None, Field(description=ACTIVITY)] = None


class ExchangePatch(Patch):
    """What is to change."""

    title_de: Title | None = Field(default_factory=unset, description=TITLE)
    title_en: Title | None = Field(default_factory=unset, description=SAME)
    on: Day = Field(default_factory=unset, description=ON)
    format: ExchangeFormat = Field(default_factory=unset, description=FORMAT)
    status: ExchangeStatus = Field(default_factory=unset, description=STATUS)
    city_ids: CityIds = Field(default_factory=unset, description=CITY_IDS)
    heads: list[Heads] = Field(default_factory=unset, max_length=50, description=HEADS)
    topics: Text | None = Field(default_factory=unset, description=TOPICS)
    questions_asked: Text | None = Field(default_factory=unset, description=QUESTIONS)
    results: Text | None = Field(default_factory=unset, description=RESULTS)
    follow_ups: list[FollowUp] = Field(default_factory=unset, max_length=100, description=FOLLOW_UPS)
    measure_ids: MeasureIds = Field(default_factory=unset, description=MEASURE_IDS)
    activity_id: RecordId | None = Field(default_factory=unset, description=ACTIVITY)


class HeadsOut(Out):
    """How many people came from a city."""

    city_id: Slug = Field(description="The city.")
    count: int = Field(ge=1, le=10_000, description="How many.")


class FollowUpOut(Out):
    """What was agreed."""

    text: Text = Field(description="What is to be done.")
    city_id: Slug | None = Field(description="In which city.")
    responsible_unit: ShortText | None = Field(description="Who, as a function.")
    due_on: Day | None = Field(description="By which day.")
    done: bool = Field(description="Whether it is done.")


class _Facts(Out):
    id: RecordId = Field(description="Id of the exchange.")
    title_de: ShortText | None = Field(description=TITLE)
    title_en: ShortText | None = Field(description=SAME)
    on: Day = Field(description=ON)
    format: ExchangeFormat = Field(description=FORMAT)
    status: ExchangeStatus = Field(description=STATUS)
    city_ids: list[Slug] = Field(max_length=50, description=CITY_IDS)
    heads: list[HeadsOut] = Field(max_length=50, description=HEADS)
    topics: Text | None = Field(description=TOPICS)
    questions_asked: Text | None = Field(description=QUESTIONS)
    results: Text | None = Field(description=RESULTS)
    follow_ups: list[FollowUpOut] = Field(max_length=100, description=FOLLOW_UPS)
    measure_ids: list[Slug] = Field(max_length=50, description=MEASURE_IDS)
    activity_id: RecordId | None = Field(description=ACTIVITY)


class ExchangeOut(RowOut, _Facts):
    """A meeting of experts of several cities."""


class ExchangeQuery(PageQuery):
    """Filters of the list of exchanges."""

    city: Annotated[Slug | None, Field(description="A city that takes part.")] = None
    measure: Annotated[Slug | None, Field(description="A measure it was about.")] = None
    status: Annotated[ExchangeStatus | None, Field(description=STATUS)] = None
    on_min: Annotated[Day | None, Field(description="Earliest day.")] = None
    on_max: Annotated[Day | None, Field(description="Latest day.")] = None
    q: Annotated[SearchText | None, Field(description="Part of a title, topic or result.")] = None
    sort: Annotated[
        str, Field(pattern=sort_pattern("id", "on"), max_length=80, description="`-` sorts downwards.")
    ] = "-on"
