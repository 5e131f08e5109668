"""What a question is asked with, and what it looks like from outside."""

from typing import Annotated

from pydantic import ConfigDict, Field

from klimabruecke.core.schemas import In, Out, PageQuery, RowOut, SearchText, sort_pattern
from klimabruecke.core.types import (
    FILLED,
    Day,
    QueryFlag,
    RecordId,
    ShortText,
    Slug,
    Text,
)

Said = Annotated[str, Field(min_length=1, max_length=4000, pattern=FILLED)]

FROM = "The city that asks."
TO = "The city that is asked: the one whose measure it is."
MEASURE = "The measure it is about."
TEXT = "The question, in whichever language both understand."
ASKED_BY = "Which unit asks, as a function; never a person's name."
ANSWER = "The answer."
ANSWERED_BY = "Which unit answers, as a function; never a person's name."


class MeasureQuestionIn(In):
    """A question to the unit behind a measure."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "from_city_id": "bremen",
                    "measure_id": "DUR-03",
                    "text": "How is the survival of the planted trees counted?",
                    "asked_by": "Climate protection unit",
                }
            ]
        }
    )

    from_city_id: Slug = Field(description=FROM)
    measure_id: Slug = Field(description=MEASURE)
    text: Said = Field(description=TEXT)
    asked_by: Annotated[ShortText | None, Field(description=ASKED_BY)] = None


class AnswerIn(In):
    """The answer to a question."""

    answer: Said = Field(description=ANSWER)
    answered_by: Annotated[ShortText | None, Field(description=ANSWERED_BY)] = None


class _Facts(Out):
    id: RecordId = Field(description="Id of the question.")
    from_city_id: Slug = Field(description=FROM)
    to_city_id: Slug = Field(description=TO)
    measure_id: Slug = Field(description=MEASURE)
    text: Text = Field(description=TEXT)
    asked_by: ShortText | None = Field(description=ASKED_BY)
    asked_on: Day = Field(description="When it was asked.")
    answer: Text | None = Field(description=ANSWER)
    answered_by: ShortText | None = Field(description=ANSWERED_BY)
    answered_on: Day | None = Field(description="When it was answered; null while it is open.")


class MeasureQuestionOut(RowOut, _Facts):
    """A question of one city to another about a measure, and its answer."""


class MeasureQuestionQuery(PageQuery):
    """Filters of the list of questions."""

    city: Annotated[Slug | None, Field(description="A city that asks or is asked.")] = None
    to_city: Annotated[Slug | None, Field(description=TO)] = None
    measure: Annotated[Slug | None, Field(description=MEASURE)] = None
    open: Annotated[
        QueryFlag | None, Field(description="Only those without an answer, or only those with.")
    ] = None
    q: Annotated[SearchText | None, Field(description="Part of question or answer.")] = None
    sort: Annotated[
        str,
        Field(pattern=sort_pattern("id", "asked_on"), max_length=80, description="`-` sorts downwards."),
    ] = "-asked_on"
