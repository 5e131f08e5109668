"""A publication that is not listed yet: as it comes in with what was read in it, and as it waits."""

from typing import Annotated

from pydantic import Field

from klimabruecke.core.schemas import In, Out
from klimabruecke.core.types import FILLED, Day, Integer

Line = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
Title = Annotated[str, Field(min_length=1, max_length=400, pattern=FILLED)]
Note = Annotated[str, Field(min_length=1, max_length=1000, pattern=FILLED)]
Short = Annotated[str, Field(min_length=1, max_length=80, pattern=FILLED)]
YearIn = Annotated[Integer, Field(ge=1850, le=2200)]


class NewSource(In):
    """The publication it was read in, where `/sources` does not list it yet."""

    title: Title = Field(description="Title, in its own language.")
    publisher: Line = Field(description="Who published it.")
    year: YearIn = Field(description="Year of publication.")
    kind: Short = Field(description="Kind of publication, such as `dataset`.")
    locator: Title = Field(description="Where to find it.")
    licence: Line = Field(description="Licence or terms as the publisher gives them.")
    accessed_on: Day = Field(description="Day it was read.")
    note: Annotated[Note | None, Field(description="What to know when using it.")] = None


class AnnouncedSource(Out):
    """A source that is listed as soon as somebody else agrees."""

    title: Title = Field(description="Title, in its own language.")
    publisher: Line = Field(description="Who published it.")
    year: YearIn = Field(description="Year of publication.")
    kind: Short = Field(description="Kind of publication.")
    locator: Title = Field(description="Where to find it.")
    licence: Line = Field(description="Licence or terms as the publisher gives them.")
    accessed_on: Day = Field(description="Day it was read.")
    note: Note | None = Field(description="What to know when using it.")
