"""What is asked about travel."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.schemas import In, PageQuery, SearchText, sort_pattern
from klimabruecke.core.types import FILLED, Integer, Slug
from klimabruecke.footprint.schemas import Kind

QUESTION = "The question that is answered, as it was asked. No names of people."
YEAR_MIN = "First year; an activity counts in the year of its first day."
YEAR_MAX = "Last year."

_Year = Annotated[Integer, Field(ge=1900, le=2200)]


class TravelDisclosureIn(In):
    """A question to be answered from what is recorded now."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "question": "Wie viele Delegationsreisen gab es 2024 bis 2026, und was verursachten sie?",
                    "year_min": 2024,
                    "year_max": 2026,
                    "kinds": ["trip"],
                }
            ]
        }
    )

    question: Annotated[str, Field(min_length=1, max_length=4000, pattern=FILLED)] = Field(
        description=QUESTION
    )
    year_min: _Year = Field(description=YEAR_MIN)
    year_max: _Year = Field(description=YEAR_MAX)
    cities: list[Slug] = Field(
        default_factory=list,
        max_length=50,
        description="The shares of these cities only; all where empty, for coordinators.",
    )
    kinds: list[Kind] = Field(
        default_factory=list, max_length=5, description="These kinds of activity only; all where empty."
    )


class TravelDisclosureQuery(PageQuery):
    """Filters of the list of answers."""

    q: Annotated[SearchText | None, Field(description="Part of the question.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "year_min", "year_max"),
            max_length=40,
            description="`-` sorts downwards.",
        ),
    ] = "-id"


class OneDisclosureQuery(BaseModel):
    """In which format."""

    model_config = ConfigDict(extra="forbid")

    format: Annotated[
        Literal["json", "docx", "csv"] | None, Field(description="The format, where Accept cannot be set.")
    ] = None
    locale: Annotated[
        Literal["de", "en"],
        Field(description="CSV only: `de` separates by semicolon and writes a decimal comma."),
    ] = "en"
