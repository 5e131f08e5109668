"""What a paper looks like from outside."""

from typing import Annotated

from pydantic import Field

from klimabruecke.core.language import Language
from klimabruecke.core.schemas import Out
from klimabruecke.core.types import NO_CONTROL_CHARACTERS, RecordId, ShortText
from klimabruecke.footprint.papers.schemas import Body, PaperKind

Passage = Annotated[str, Field(max_length=40_000, pattern=NO_CONTROL_CHARACTERS)]
Whole = Annotated[str, Field(max_length=400_000, pattern=NO_CONTROL_CHARACTERS)]
Cells = Annotated[list[Passage], Field(max_length=12)]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$", max_length=64)]


class FactOut(Out):
    """A line of the head, as a form asks for it."""

    label: ShortText = Field(description="What it is about.")
    value: Passage = Field(description="What is known, or a visible blank.")
    missing: bool = Field(description="True where it is still to be filled in.")


class TableOut(Out):
    """A table of text."""

    title: Passage = Field(description="What it shows.")
    columns: Cells = Field(description="Headings of the columns.")
    rows: list[Cells] = Field(max_length=1_000, description="Rows of cells.")


class ParagraphOut(Out):
    """A paragraph with its heading and the table that belongs to it."""

    heading: ShortText | None = Field(description="Null where it goes on under the last one.")
    text: Passage = Field(description="The sentences, each number with its reference to a source note.")
    table: TableOut | None = Field(description="Null where there is none.")


class NoteOut(Out):
    """A source note."""

    number: int = Field(ge=1, le=2_000, description="The number it is referred to by.")
    text: Passage = Field(description="Where the number comes from.")


class PaperOut(Out):
    """A text with its source notes."""

    language: Language = Field(description="Its language.")
    title: ShortText = Field(description="Its title.")
    subtitle: Passage = Field(description="What it is about.")
    facts: list[FactOut] = Field(max_length=20, description="What a form asks line by line.")
    paragraphs: list[ParagraphOut] = Field(max_length=30, description="The text.")
    sources: list[NoteOut] = Field(max_length=2_000, description="The source notes.")
    text: Whole = Field(description="The whole as plain text, to paste.")


class DecisionMark(Out):
    """Which frozen decision a text was made from."""

    id: RecordId = Field(description="Id of the decision.")
    sha256: Sha256 = Field(description="Hash of its snapshot.")


class PlanDocumentOut(PaperOut):
    """A text made from the frozen snapshot of a decision, and from nothing else."""

    kind: PaperKind = Field(description="Which text it is.")
    body: Body | None = Field(description="Who decides; null for the other kinds.")
    decision: DecisionMark = Field(description="What it was made from.")
    demo: bool = Field(description="True for invented records of the demonstration.")
