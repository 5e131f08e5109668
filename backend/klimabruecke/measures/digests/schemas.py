"""What the monthly digest looks like from outside."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import Out
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import Day, ShortText, Slug, Text

NewsKind = Literal["measure", "update", "answer", "exchange", "transfer"]
MONTH = spelled(
    "^20[0-9]{2}-(0[1-9]|1[0-2])$",
    Bilingual(
        "Geben Sie den Monat als Jahr und Zahl an, zum Beispiel 2026-11.",
        "Give the month as a year and a number, such as 2026-11.",
    ),
)
Month = Annotated[str, Field(pattern=MONTH, min_length=7, max_length=7)]


class NewsOut(Out):
    """One thing that is new."""

    kind: NewsKind = Field(description="What is new.")
    city_ids: list[Slug] = Field(max_length=50, description="The cities it is of.")
    on: Day = Field(description="The day.")
    title_de: Text = Field(description="What it is about, in German.")
    title_en: Text = Field(description="The same in English.")
    text_de: Text | None = Field(description="What happened, in German.")
    text_en: Text | None = Field(description="The same in English.")
    link: ShortText = Field(description="Where it can be read, behind the address of this application.")
    demo: bool = Field(description="True for invented records of the demonstration.")


class DigestOut(Out):
    """What was new in a month."""

    month: Month = Field(description="The month.")
    title_de: ShortText = Field(description="Title in German.")
    title_en: ShortText = Field(description="Title in English.")
    items: list[NewsOut] = Field(max_length=10_000, description="The oldest first.")


class DigestQuery(BaseModel):
    """Which month, for whom, in which form."""

    model_config = ConfigDict(extra="forbid")

    month: Annotated[Month, Field(description="The month, such as 2026-11.")]
    city: Annotated[Slug | None, Field(description="For this city: only what is new in the other ones.")] = (
        None
    )
    format: Annotated[
        Literal["json", "text", "html", "atom"] | None,
        Field(description="The format, where Accept cannot be set."),
    ] = None
