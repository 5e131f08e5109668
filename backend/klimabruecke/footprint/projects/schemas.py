"""What a cooperation project looks like from outside."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from klimabruecke.core.schemas import In, Out, PageQuery, Patch, RowOut, SearchText, sort_pattern, unset
from klimabruecke.core.types import FILLED, Day, RecordId, ShortText, Slug, Text

ProjectStatus = Literal["planned", "active", "completed", "cancelled"]
Title = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
CityIds = Annotated[list[Slug], Field(min_length=1, max_length=50)]

TITLE_DE = "Title in German; one of the two titles is needed."
TITLE_EN = "Title in English; one of the two titles is needed."
CITY_IDS = "The cities that take part; their editors may write here."
STATUS = "Where the project stands."
EXAMPLE: JsonDict = {
    "title_de": "Fachaustausch Abwasser Bremen und Windhoek",
    "title_en": "Exchange on waste water, Bremen and Windhoek",
    "city_ids": ["bremen", "windhoek"],
    "starts_on": "2026-03-01",
    "ends_on": "2027-06-30",
}


class CooperationProjectIn(In):
    """A project to be made."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    title_de: Annotated[Title | None, Field(description=TITLE_DE)] = None
    title_en: Annotated[Title | None, Field(description=TITLE_EN)] = None
    city_ids: CityIds = Field(description=CITY_IDS)
    starts_on: Annotated[Day | None, Field(description="First day.")] = None
    ends_on: Annotated[Day | None, Field(description="Last day.")] = None
    status: Annotated[ProjectStatus, Field(description=STATUS)] = "active"
    note: Annotated[Text | None, Field(description="What else there is to know; no names of people.")] = None


class CooperationProjectPatch(Patch):
    """What is to change."""

    title_de: Title | None = Field(default_factory=unset, description=TITLE_DE)
    title_en: Title | None = Field(default_factory=unset, description=TITLE_EN)
    city_ids: CityIds = Field(default_factory=unset, description=CITY_IDS)
    starts_on: Day | None = Field(default_factory=unset, description="First day.")
    ends_on: Day | None = Field(default_factory=unset, description="Last day.")
    status: ProjectStatus = Field(default_factory=unset, description=STATUS)
    note: Text | None = Field(default_factory=unset, description="What else there is to know.")


class _Facts(Out):
    id: RecordId = Field(description="Id of the project.")
    title_de: ShortText | None = Field(description="Title in German.")
    title_en: ShortText | None = Field(description="Title in English.")
    city_ids: list[Slug] = Field(max_length=50, description="The cities that take part.")
    starts_on: Day | None = Field(description="First day.")
    ends_on: Day | None = Field(description="Last day.")
    status: ProjectStatus = Field(description=STATUS)
    note: Text | None = Field(description="What else there is to know.")


class CooperationProjectOut(RowOut, _Facts):
    """A cooperation project."""


class CooperationProjectQuery(PageQuery):
    """Filters of the list of projects."""

    city: Annotated[Slug | None, Field(description="A city that takes part.")] = None
    status: Annotated[ProjectStatus | None, Field(description=STATUS)] = None
    q: Annotated[SearchText | None, Field(description="Part of a title or note.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "title_de", "title_en", "starts_on", "status"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "id"
