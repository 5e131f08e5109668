"""What lists of measures are narrowed by, and what is said of many measures at once."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.schemas import Out, PageQuery, SearchText, sort_pattern
from klimabruecke.core.types import Count, Day, Moment, ShortText, Slug, Text
from klimabruecke.measures.measures.schemas import MeasureOut
from klimabruecke.measures.words import ActionType, CoBenefit, Sector, Status, Visibility


class MeasureFilters(BaseModel):
    """What lists of measures, and the counts beside them, are narrowed by."""

    model_config = ConfigDict(extra="forbid")

    city: Annotated[list[Slug], Field(max_length=50, description="Cities.")] = Field(default=[])
    sector: Annotated[list[Sector], Field(max_length=20, description="Fields of work.")] = Field(default=[])
    action_type: Annotated[list[ActionType], Field(max_length=10, description="Kinds of measures.")] = Field(
        default=[]
    )
    status: Annotated[list[Status], Field(max_length=20, description="Where they stand.")] = Field(default=[])
    co_benefit: Annotated[CoBenefit | None, Field(description="What else they bring.")] = None
    visibility: Annotated[
        Visibility | None, Field(description="Drafts are seen by those with a role only.")
    ] = None
    stale_on: Annotated[
        Day | None, Field(description="Not confirmed in the twelve months before this day, or never.")
    ] = None
    q: Annotated[
        SearchText | None, Field(description="Words in German or English; small typing errors are forgiven.")
    ] = None


class MeasureQuery(MeasureFilters, PageQuery):
    """Filters of the list of measures."""

    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern(
                "id",
                "city_id",
                "title_de",
                "title_en",
                "starts_year",
                "ghg_reduction_kg_per_year",
                "updated_at",
            ),
            max_length=120,
            description="`-` sorts downwards.",
        ),
    ] = "id"


class FacetOut(Out):
    """How many measures carry a word, with all other filters as they are."""

    value: ShortText = Field(description="The word.")
    measures: Count = Field(description="How many.")


Facet = Annotated[list[FacetOut], Field(max_length=100)]


class MeasureFacets(Out):
    """The words measures can be narrowed by, and how many would remain."""

    total: Count = Field(description="How many measures all filters leave.")
    city: Facet = Field(description="By city.")
    sector: Facet = Field(description="By field of work.")
    action_type: Facet = Field(description="By kind.")
    status: Facet = Field(description="By where they stand.")
    co_benefit: Facet = Field(description="By what else they bring.")


ReasonCode = Literal[
    "same_sector",
    "same_action_type",
    "same_effect",
    "co_benefits",
    "hazards",
    "instruments",
    "prerequisites",
    "same_words",
]


class LikenessOut(Out):
    """One thing two measures have in common."""

    code: ReasonCode = Field(description="What it is.")
    values: list[ShortText] = Field(max_length=50, description="The words they share.")
    text: Text = Field(description="The same as a sentence, in the language asked for.")


class SimilarOut(Out):
    """A measure of another city, and why it is like the one asked about."""

    measure: MeasureOut = Field(description="The other measure.")
    score: int = Field(ge=0, le=100, description="How much they have in common, of 100.")
    reasons: list[LikenessOut] = Field(max_length=10, description="Why, the strongest first.")


class SimilarMeasures(Out):
    """Measures of other cities that are like one."""

    items: list[SimilarOut] = Field(max_length=20, description="The most alike first.")
    next: None = Field(description="Always null: the list is complete.")


class MeasureEventOut(Out):
    """Something that was done to a measure."""

    at: Moment = Field(description="When (RFC 3339).")
    action: ShortText = Field(description="What, such as `create`, `update`, `confirm`.")
    actor_kind: ShortText = Field(description="By a person, a service client or the system.")


class MeasureHistory(Out):
    """What was done to a measure, newest first."""

    items: list[MeasureEventOut] = Field(max_length=500, description="At most the last 500.")
    next: None = Field(description="Always null: the list is complete.")
