"""What a transfer is described with, and what it looks like from outside."""

from typing import Annotated

from pydantic import ConfigDict, Field

from klimabruecke.core.schemas import In, Out, PageQuery, Patch, RowOut, sort_pattern, unset
from klimabruecke.core.types import Count, Day, RecordId, ShortText, Slug, Text
from klimabruecke.measures.measures.schemas import Paragraph
from klimabruecke.measures.transfers.stages import Stage, TransferKind

FROM = "The city that gives: the one whose measure it is."
TO = "The city that takes."
SOURCE = "The measure it starts from."
TARGET = "The measure it became in the city that takes."
KIND = "Whether it inspired, was adapted or copied, or is warned against."
STAGE = "How far it has come: interest, exchange, adaptation, then adopted or declined."
EVIDENCE = "What shows the uptake: a decision, a document, an address."
CHANGED = "What was changed on the way."
LEARNT = "What was learnt; of a declined one too."
QUESTION = "The question it began with."
EXCHANGE = "The Fachaustausch it came from."
ACTIVITY = "The trip or event it came from."


class TransferIn(In):
    """A transfer to be begun."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "source_measure_id": "DUR-03",
                    "to_city_id": "bremen",
                    "kind": "inspired",
                    "stage": "interest",
                }
            ]
        }
    )

    source_measure_id: Slug = Field(description=SOURCE)
    to_city_id: Slug = Field(description=TO)
    kind: Annotated[TransferKind, Field(description=KIND)] = "inspired"
    stage: Annotated[Stage, Field(description=STAGE)] = "interest"
    note: Annotated[Paragraph | None, Field(description="What is to be said of this stage.")] = None
    target_measure_id: Annotated[Slug | None, Field(description=TARGET)] = None
    evidence: Annotated[Paragraph | None, Field(description=EVIDENCE)] = None
    changed: Annotated[Text | None, Field(description=CHANGED)] = None
    learnt: Annotated[Text | None, Field(description=LEARNT)] = None
    question_id: Annotated[RecordId | None, Field(description=QUESTION)] = None
    exchange_id: Annotated[RecordId | None, Field(description=EXCHANGE)] = None
    activity_id: Annotated[RecordId | None, Field(description=ACTIVITY)] = None


class TransferPatch(Patch):
    """What is to change; stages are passed at `/stages`."""

    kind: TransferKind = Field(default_factory=unset, description=KIND)
    target_measure_id: Slug | None = Field(default_factory=unset, description=TARGET)
    evidence: Paragraph | None = Field(default_factory=unset, description=EVIDENCE)
    changed: Text | None = Field(default_factory=unset, description=CHANGED)
    learnt: Text | None = Field(default_factory=unset, description=LEARNT)
    question_id: RecordId | None = Field(default_factory=unset, description=QUESTION)
    exchange_id: RecordId | None = Field(default_factory=unset, description=EXCHANGE)
    activity_id: RecordId | None = Field(default_factory=unset, description=ACTIVITY)


class TransferStageIn(In):
    """The next stage."""

    stage: Stage = Field(description=STAGE)
    on: Annotated[Day | None, Field(description="The day; today where it is left out.")] = None
    note: Annotated[
        Paragraph | None, Field(description="What is to be said of it; why, where it is declined.")
    ] = None
    target_measure_id: Annotated[Slug | None, Field(description=TARGET)] = None
    evidence: Annotated[Paragraph | None, Field(description=EVIDENCE)] = None
    exchange_id: Annotated[RecordId | None, Field(description=EXCHANGE)] = None


class TransferStep(Out):
    """A stage that was reached."""

    stage: Stage = Field(description=STAGE)
    on: Day = Field(description="When.")
    note: Text | None = Field(description="What was said of it.")


class _Facts(Out):
    id: RecordId = Field(description="Id of the transfer.")
    from_city_id: Slug = Field(description=FROM)
    to_city_id: Slug = Field(description=TO)
    source_measure_id: Slug = Field(description=SOURCE)
    target_measure_id: Slug | None = Field(description=TARGET)
    kind: TransferKind = Field(description=KIND)
    stage: Stage = Field(description=STAGE)
    steps: list[TransferStep] = Field(max_length=10, description="The stages so far, the oldest first.")
    evidence: Text | None = Field(description=EVIDENCE)
    changed: Text | None = Field(description=CHANGED)
    learnt: Text | None = Field(description=LEARNT)
    question_id: RecordId | None = Field(description=QUESTION)
    exchange_id: RecordId | None = Field(description=EXCHANGE)
    activity_id: RecordId | None = Field(description=ACTIVITY)


class TransferOut(RowOut, _Facts):
    """A measure of one city on its way to another."""


class TransferQuery(PageQuery):
    """Filters of the list of transfers."""

    city: Annotated[Slug | None, Field(description="A city that gives or takes.")] = None
    measure: Annotated[Slug | None, Field(description="The measure it starts from or became.")] = None
    stage: Annotated[Stage | None, Field(description=STAGE)] = None
    kind: Annotated[TransferKind | None, Field(description=KIND)] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "from_city_id", "to_city_id", "updated_at"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "-updated_at"


class GraphNode(Out):
    """A city that gives or takes."""

    city_id: Slug = Field(description="The city.")
    name_de: ShortText = Field(description="Its name in German.")
    name_en: ShortText = Field(description="Its name in English.")
    given: Count = Field(description="How many of its measures are on their way elsewhere, or arrived.")
    taken: Count = Field(description="How many it takes from elsewhere.")


class GraphEdge(Out):
    """What goes from one city to another."""

    from_city_id: Slug = Field(description=FROM)
    to_city_id: Slug = Field(description=TO)
    transfers: Count = Field(description="How many there are.")
    open: Count = Field(description="How many are on their way.")
    adopted: Count = Field(description="How many were adopted.")
    declined: Count = Field(description="How many were declined.")
    demo: bool = Field(description="True where invented records of the demonstration are counted in.")


class ExchangeGraph(Out):
    """Which city takes what from which."""

    nodes: list[GraphNode] = Field(max_length=1000, description="The cities, by id.")
    edges: list[GraphEdge] = Field(max_length=10_000, description="By giving and taking city.")
