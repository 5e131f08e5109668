"""What tasks look like from outside."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import Out
from klimabruecke.core.types import NO_CONTROL_CHARACTERS, Day, RecordId, ShortText

TaskKind = Literal["approve", "confirm", "still_right", "expiring", "due"]
TaskCode = Literal[
    "activity_approval",
    "client_approval",
    "factor_set_approval",
    "evidence_confirmation",
    "actuals_missing",
    "plan_undecided",
    "budget_passed",
    "factor_set_outdated",
    "client_expiring",
    "programme_ending",
]
Sentence = Annotated[str, Field(max_length=1000, pattern=NO_CONTROL_CHARACTERS)]


class TaskOut(Out):
    """One thing that waits for somebody."""

    id: ShortText = Field(description="The same for the same task of the same person.")
    kind: TaskKind = Field(
        description="approve: for another person; confirm: a fact, by its source; still_right: look again "
        "whether it holds; expiring: ends soon; due: the day has come or is near."
    )
    code: TaskCode = Field(description="What exactly.")
    record_id: ShortText = Field(description="Id of the record it is about.")
    title_de: Sentence = Field(description="What to do, in German.")
    title_en: Sentence = Field(description="What to do, in English.")
    since_on: Day | None = Field(description="Since when it waits; null where nobody recorded it.")
    due_on: Day | None = Field(description="Until when it should be done; null without such a day.")
    link: Annotated[str, Field(max_length=400, pattern="^/")] = Field(
        description="Page of the interface where it is done, by its German address."
    )
    hand_on_de: Sentence = Field(description="Sentence to hand it on with, in German; put the link behind.")
    hand_on_en: Sentence = Field(description="The same in English.")
    for_user_id: RecordId | None = Field(
        description="Whose task it is, where you stand in for them; send it as `X-KB-Acting-For`."
    )
    for_name: ShortText | None = Field(description="Their name in the interface.")


class Tasks(Out):
    """Everything that waits for somebody."""

    items: list[TaskOut] = Field(max_length=10_000, description="What is due first comes first.")
    next: None = Field(description="Always null: the list is complete.")
