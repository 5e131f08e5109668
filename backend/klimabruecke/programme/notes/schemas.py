"""What a note on measures is asked with, and what it looks like from outside."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.types import Day, QueryInteger, Slug
from klimabruecke.footprint.papers.answers import PaperOut

CITY = "The city whose measures it is about."


class ProgressNoteQuery(BaseModel):
    """Of which city and year, in which format."""

    model_config = ConfigDict(extra="forbid")

    city: Annotated[Slug, Field(description=CITY)]
    year: Annotated[QueryInteger, Field(ge=1990, le=2100, description="The year whose reports it names.")]
    format: Annotated[
        Literal["json", "text", "docx"] | None, Field(description="The format, where Accept cannot be set.")
    ] = None


class ProgressNoteOut(PaperOut):
    """A note for a council on where a city's measures stand."""

    city_id: Slug = Field(description=CITY)
    year: int = Field(ge=1990, le=2100, description="The year whose reports it names.")
    on: Day = Field(description="The day its statements are of.")
    demo: bool = Field(description="True where something in it is invented for the demonstration.")
