"""What the yearly upkeep looks like from outside."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import Out
from klimabruecke.core.types import NO_CONTROL_CHARACTERS, Count, Day, ShortText

UpkeepKind = Literal["factor_set", "population", "travel_rule", "carbon_budget"]
Sentence = Annotated[str, Field(max_length=1000, pattern=NO_CONTROL_CHARACTERS)]


class UpkeepItem(Out):
    """Something to be looked at again."""

    id: ShortText = Field(description="Kind and record.")
    kind: UpkeepKind = Field(
        description="factor_set: by its best-before date, else by its last day where no later set of the "
        "publisher goes on; population: by the year it was counted; "
        "travel_rule: by its last day, where no other rule follows; carbon_budget: by its year, where the "
        "project goes on and no limit follows."
    )
    record_id: ShortText = Field(description="Id of the record.")
    title_de: Sentence = Field(description="What it is, in German.")
    title_en: Sentence = Field(description="What it is, in English.")
    best_before_on: Day | None = Field(description="Last day it is good for; null: nobody knows its age.")
    state: Literal["past", "near"] = Field(description="past: that day is over; near: within 90 days.")
    link: Annotated[str, Field(max_length=400, pattern="^/")] = Field(
        description="Page of the interface where it stands, by its German address."
    )


class Upkeep(Out):
    """Everything that is past its best or soon will be."""

    items: list[UpkeepItem] = Field(max_length=10_000, description="What is longest past comes first.")
    factor_sets_without_end: Count = Field(
        description="Sets with neither a best-before date nor a last day: they never come up here."
    )
    next: None = Field(description="Always null: the list is complete.")
