"""What publications of year totals are asked with, and what they look like from outside."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from klimabruecke.core.schemas import In, Out, PageQuery, RowOut, sort_pattern
from klimabruecke.core.types import Count, Integer, Moment, RecordId, Slug
from klimabruecke.footprint.answers import Kg, MethodRef
from klimabruecke.footprint.plans.snapshots import LevelsInGrams, SnapshotSource

PublishedYear = Annotated[Integer, Field(ge=1900, le=2200)]

YEAR = "Year of the first day of the activities."
NUMBER = "Counted from 1 for each year; the highest is the latest."
ACTIVITIES = "How many activities were done."
TRAVELLERS = "How many people took part in them."


class YearPublicationIn(In):
    """A year to be published."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"year": 2025}]})

    year: PublishedYear = Field(description=YEAR)


class _Facts(Out):
    id: RecordId = Field(description="Id of the publication.")
    year: int = Field(ge=1900, le=2200, description=YEAR)
    number: int = Field(ge=1, le=1_000_000, description=NUMBER)
    published_at: Moment = Field(description="When it was published.")
    ghg_kg: Kg = Field(description="Greenhouse gases in kg CO2e; gross, nothing is netted.")
    ghg_low_kg: Kg = Field(description="Low end of the range.")
    ghg_high_kg: Kg = Field(description="High end of the range.")
    activities: Count = Field(description=ACTIVITIES)
    travellers: Count = Field(description=TRAVELLERS)
    sha256: str = Field(
        pattern="^[0-9a-f]{64}$", max_length=64, description="SHA-256 of the snapshot as canonical JSON."
    )


class YearPublicationRowOut(RowOut, _Facts):
    """A publication in the list."""


class YearSnapshotOut(Out):
    """The frozen document; masses in whole grams. Version 1 says nothing of what the total rests on."""

    format: Literal["klimabruecke/year-publication/1", "klimabruecke/year-publication/2"] = Field(
        description="Name and version of the document."
    )
    id: RecordId = Field(description="Id of the publication.")
    year: int = Field(ge=1900, le=2200, description=YEAR)
    number: int = Field(ge=1, le=1_000_000, description=NUMBER)
    published_at: Moment = Field(description="When it was published.")
    ghg_g: Count = Field(description="Greenhouse gases, g CO2e.")
    ghg_low_g: Count = Field(description="Low end of the range.")
    ghg_high_g: Count = Field(description="High end of the range.")
    activities: Count = Field(description=ACTIVITIES)
    travellers: Count = Field(description=TRAVELLERS)
    demo: bool = Field(description="True where invented activities of the demonstration are in it.")
    non_co2_g: LevelsInGrams | None = Field(
        default=None, description="Effect of flying beyond greenhouse gases; never in `ghg_g`."
    )
    methods: list[MethodRef] = Field(
        default_factory=list, max_length=50, description="The methods that computed."
    )
    sources: list[SnapshotSource] = Field(
        default_factory=list, max_length=1_000, description="The sources of the factors used."
    )
    unproven: list[Slug] = Field(
        default_factory=list, max_length=1_000, description="Those of which a factor is only recalled."
    )


class _Details(_Facts):
    snapshot: YearSnapshotOut = Field(description="The frozen document.")


class YearPublicationOut(RowOut, _Details):
    """A publication with its snapshot.

    `sha256` is the SHA-256 of `snapshot` written as canonical JSON (RFC 8785); it can be checked without us.
    """


class YearPublicationQuery(PageQuery):
    """The list has no filters: a total of fewer activities could tell what one of them was."""

    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "year", "number", "published_at"),
            max_length=60,
            description="`-` sorts downwards.",
        ),
    ] = "-year,-number"
