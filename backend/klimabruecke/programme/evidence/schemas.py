"""What recalled facts and their proofs look like from outside."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from klimabruecke.core.schemas import In, Out, PageQuery, RowOut, SearchText, sort_pattern
from klimabruecke.core.types import (
    NO_CONTROL_CHARACTERS,
    Moment,
    QueryFlag,
    RecordId,
    ShortText,
    Slug,
    Text,
)
from klimabruecke.reference.evidence.schemas import AnnouncedSource, Line, NewSource, Note

FactId = Annotated[
    str, Field(pattern=r"^[a-z_]{1,40}\.[A-Za-z0-9][A-Za-z0-9._-]{0,79}$", min_length=3, max_length=121)
]
FactTitle = Annotated[str, Field(max_length=1100, pattern=NO_CONTROL_CHARACTERS)]
Link = Annotated[str, Field(max_length=400, pattern="^/")]

FACT_ID = "The fact: its kind and the id of its record, such as `city_population.windhoek-2023`."
SOURCE_ID = "A source of `/sources` it was read in. Either this or `new_source`; neither for a source itself."
PLACE = "Where in the source: page, table or section; for a source itself, where it can be read."
NOTE = "What to know about it."
VALUE_DE = "What it states, as it is kept; null where the title says it all."


class _FactFacts(Out):
    id: FactId = Field(description=FACT_ID)
    kind: Slug = Field(description="What kind of fact, such as `emission_factor` or `city_population`.")
    record_id: Slug = Field(description="Id of the record that states it.")
    title_de: FactTitle = Field(description="Which fact, in German.")
    title_en: FactTitle = Field(description="Which fact, in English.")
    value_de: Text | None = Field(description=VALUE_DE)
    value_en: Text | None = Field(description="The same in English, where it is words.")
    unit: ShortText | None = Field(description="Unit of the value.")
    city_id: Slug | None = Field(description="The city it is about; null: none.")
    source_id: Slug | None = Field(description="What stands as its source now; it has not been read there.")
    link: Link = Field(description="Page of the interface where it stands, by its German address.")
    proposal_id: RecordId | None = Field(description="The proof that waits to be confirmed; null: none.")


class RecalledFactOut(_FactFacts):
    """A statement that somebody remembers and nobody has yet read at its source."""


class RecalledFactQuery(PageQuery):
    """Filters of the list of recalled facts."""

    kind: Annotated[Slug | None, Field(description="What kind of fact.")] = None
    city: Annotated[Slug | None, Field(description="Id of the city it is about.")] = None
    proposed: Annotated[
        QueryFlag | None, Field(description="true: a proof waits to be confirmed; false: none does.")
    ] = None
    q: Annotated[SearchText | None, Field(description="Part of the title.")] = None
    sort: Annotated[
        str,
        Field(pattern=sort_pattern("id", "kind"), max_length=40, description="`-` sorts downwards."),
    ] = "id"


_EXAMPLE: dict[str, Any] = {
    "fact_id": "city_population.windhoek-2023",
    "source_id": "S035",
    "place": "Table 2.1",
}


class EvidenceProposalIn(In):
    """Where a recalled fact was read."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    fact_id: FactId = Field(description=FACT_ID)
    source_id: Annotated[Slug | None, Field(description=SOURCE_ID)] = None
    new_source: Annotated[NewSource | None, Field(description="A source that is not listed yet.")] = None
    place: Line = Field(description=PLACE)
    note: Annotated[Note | None, Field(description=NOTE)] = None


class _ProposalFacts(Out):
    id: RecordId = Field(description="Id of the proof.")
    fact_id: FactId = Field(description=FACT_ID)
    city_id: Slug | None = Field(description="The city the fact is about; null: none.")
    title_de: FactTitle = Field(description="Which fact, in German.")
    title_en: FactTitle = Field(description="Which fact, in English.")
    value_de: Text | None = Field(description="What it stated when the proof was proposed.")
    value_en: Text | None = Field(description="The same in English, where it is words.")
    unit: ShortText | None = Field(description="Unit of the value.")
    link: Link = Field(description="Page of the interface where it stands, by its German address.")
    source_id: Slug | None = Field(description=SOURCE_ID)
    new_source: AnnouncedSource | None = Field(description="A source that is listed with the confirmation.")
    place: Line = Field(description=PLACE)
    note: Note | None = Field(description=NOTE)
    proposed_by: RecordId = Field(description="Who proposed it; somebody else confirms.")
    confirmed_by: RecordId | None = Field(description="Who confirmed it; null while it waits.")
    confirmed_at: Moment | None = Field(description="When; null while it waits.")


class EvidenceProposalOut(RowOut, _ProposalFacts):
    """The proof of a fact: proposed, or confirmed by a second person."""


class EvidenceProposalQuery(PageQuery):
    """Filters of the list of proofs."""

    fact: Annotated[FactId | None, Field(description="Proofs of this fact.")] = None
    city: Annotated[Slug | None, Field(description="Id of the city it is about.")] = None
    confirmed: Annotated[QueryFlag | None, Field(description="true: confirmed; false: those that wait.")] = (
        None
    )
    sort: Annotated[
        str,
        Field(pattern=sort_pattern("id", "confirmed_at"), max_length=40, description="`-` sorts downwards."),
    ] = "-id"
