"""What a pasted table is answered with."""

from pydantic import Field

from klimabruecke.core.schemas import Out
from klimabruecke.core.types import Day, ShortText
from klimabruecke.footprint.answers import Sentence
from klimabruecke.footprint.items import KeptItem
from klimabruecke.footprint.travel_tables.choices import MOST_CANDIDATES, QuestionCode
from klimabruecke.footprint.travel_tables.headings import Field as ColumnField
from klimabruecke.footprint.travel_tables.schemas import MAX_COLUMNS, MAX_ROWS


class ColumnOut(Out):
    """A column of the table."""

    heading: ShortText = Field(description="As it is called; its number where no heading was found.")
    field: ColumnField | None = Field(description="What it was recognised as; null where it was not.")


class QuestionOut(Out):
    """What somebody must say before the row can count."""

    code: QuestionCode = Field(description="Stable name of the question; the first, where there are several.")
    detail: Sentence = Field(description="All that is asked, in words.")


class TravelRowOut(Out):
    """A row of the table: an item or a question. With several legs or a stay it comes several times.

    Rows that are equal but for their travellers come once, with all of them, as the first of them.
    """

    row: int = Field(ge=1, le=100_000, description="Line of the pasted text, counted from 1.")
    item: KeptItem | None = Field(description="What it is, where that is clear.")
    question: QuestionOut | None = Field(description="What is not; null beside an item.")
    candidates: list[KeptItem] = Field(
        max_length=2 * MOST_CANDIDATES, description="Items that would answer the question."
    )


class TravelTableOut(Out):
    """The table as it was understood. Nothing is stored."""

    columns: list[ColumnOut] = Field(max_length=MAX_COLUMNS, description="In the order of the table.")
    rows: list[TravelRowOut] = Field(max_length=MAX_ROWS, description="In the order of the table.")
    starts_on: Day | None = Field(description="Earliest day; null where a day could not be read.")
    ends_on: Day | None = Field(description="Latest day; null where a day could not be read.")
    assumptions: list[Sentence] = Field(max_length=10, description="What the table does not say.")
