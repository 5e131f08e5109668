"""What a factor set is loaded with, row by row of its file, and what its draft looks like."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from klimabruecke.core.schemas import In, Out, PageQuery, RowOut, Verification, sort_pattern
from klimabruecke.core.types import FILLED, NO_CONTROL_CHARACTERS, Day, RecordId, Slug
from klimabruecke.reference.evidence.schemas import (
    AnnouncedSource,
    Line,
    NewSource,
    Note,
    Short,
    Title,
    YearIn,
)
from klimabruecke.reference.schemas import Grade, NonCo2, RegionCode

MAX_CSV = 600_000
"""Characters; with German letters and escapes it still fits into a request."""
MAX_ROWS = 2_000

Unit = Annotated[str, Field(min_length=1, max_length=40, pattern=FILLED)]
MAX_VALUE, MAX_DIGITS, MAX_PLACES = Decimal(1_000_000_000), 28, 20


_WRITTEN = re.compile(r"[0-9]{1,34}(\.[0-9]{1,34})?([eE][+-]?[0-9]{1,2})?")


def _exact(value: Any) -> Any:
    """A plain or scientific number of a size that both databases keep to the last digit."""
    if not (isinstance(value, str) and _WRITTEN.fullmatch(value)):
        raise ValueError("number_expected")
    number = Decimal(value)
    _, digits, exponent = number.as_tuple()
    if number > MAX_VALUE or len(digits) > MAX_DIGITS or -int(exponent) > MAX_PLACES:
        raise ValueError("number_out_of_range")
    return number


Exact = Annotated[Decimal, BeforeValidator(_exact)]


class FactorRow(In):
    """One row of the file. What it does not say is the same for the whole set."""

    id: Slug = Field(description="Short name, new here.")
    category: Slug = Field(description="What kind of activity it is for; one of those that are there.")
    name: Title = Field(description="As the publisher names it.")
    name_de: Title = Field(description="The same in plain German.")
    name_en: Title = Field(description="The same in plain English.")
    region_code: RegionCode = Field(description="ISO code, or `world`; Namibia is `NA`.")
    region_name: Short = Field(description="The region in words.")
    unit: Unit = Field(description="Unit of the value; one of those that are there.")
    value: Exact = Field(description="Greenhouse gas for one unit.")
    co2_kg: Exact | None = None
    ch4_kg: Exact | None = None
    n2o_kg: Exact | None = None
    scope_boundary: Line = Field(description="What is counted, in the publisher's words.")
    scope: Literal["ttw", "wtt", "wtw", "life_cycle", "other"]
    non_co2: NonCo2
    table_or_section: Line | None = None
    redistribution: Literal["open", "cited_only"]
    quality_grade: Grade
    quality_note: Note | None = None
    uncertainty_pct: Exact = Field(description="Half width of the range, percent.")
    uncertainty_basis: Literal["publisher", "proposed"]
    verification: Verification
    publisher_factor_id: Short | None = None
    replaces: Slug | None = Field(default=None, description="Id of the factor it succeeds.")


_EXAMPLE: dict[str, Any] = {
    "title": "Government GHG Conversion Factors 2026",
    "publisher": "UK DESNZ/DEFRA",
    "edition_year": 2026,
    "valid_from_on": "2026-01-01",
    "valid_to_on": "2026-12-31",
    "licence": "OGL v3.0",
    "gwp_set": "AR5",
    "verification": "verified",
    "best_before_on": "2027-06-30",
    "source_id": "S201",
    "csv": "id,category,name,...",
}

TITLE = "Title of the edition."
PUBLISHER = "Who published the factors."
YEAR = "Year of the edition."
FIRST = "First day the factors are meant for; from it on they answer in place of those they replace."
LAST = "Last day the factors are meant for; null: no end was given."
LICENCE = "Licence or terms as the publisher gives them."
GWP = "Global warming potentials used, as the publisher says."
ESTABLISHED = "How the set was established; `recalled` is not yet proven."
BEST_BEFORE = "From this day on a newer edition should be used."
SOURCE = "Where it was read; see `/sources`. Either this or `new_source`."
FILE = (
    "The file as text, columns as in the template; separated by commas, or by semicolons with decimal commas."
)


class EmissionFactorSetDraftIn(In):
    """A set to be loaded."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    title: Title = Field(description=TITLE)
    publisher: Line = Field(description=PUBLISHER)
    edition_year: YearIn = Field(description=YEAR)
    valid_from_on: Day = Field(description=FIRST)
    valid_to_on: Annotated[Day | None, Field(description=LAST)] = None
    licence: Line = Field(description=LICENCE)
    gwp_set: Annotated[Line | None, Field(description=GWP)] = None
    verification: Verification = Field(description=ESTABLISHED)
    best_before_on: Annotated[Day | None, Field(description=BEST_BEFORE)] = None
    source_id: Annotated[Slug | None, Field(description=SOURCE)] = None
    new_source: Annotated[NewSource | None, Field(description="What the new source is.")] = None
    csv: str = Field(min_length=1, max_length=MAX_CSV, pattern=NO_CONTROL_CHARACTERS, description=FILE)


class _DraftFacts(Out):
    id: RecordId = Field(description="Id of the draft.")
    title: Title = Field(description=TITLE)
    publisher: Line = Field(description=PUBLISHER)
    edition_year: YearIn = Field(description=YEAR)
    valid_from_on: Day = Field(description=FIRST)
    valid_to_on: Day | None = Field(description=LAST)
    licence: Line = Field(description=LICENCE)
    gwp_set: Line | None = Field(description=GWP)
    verification: Verification = Field(description=ESTABLISHED)
    best_before_on: Day | None = Field(description=BEST_BEFORE)
    source_id: Slug | None = Field(description=SOURCE)
    new_source: AnnouncedSource | None = Field(description="The source that comes with the set.")
    loaded_by: RecordId = Field(description="Who loaded it; somebody else publishes it.")
    factors: int = Field(ge=1, le=MAX_ROWS, description="Number of factors in the file.")


class EmissionFactorSetDraftOut(RowOut, _DraftFacts):
    """A set that is loaded and used by nothing yet."""


class EmissionFactorSetDraftQuery(PageQuery):
    """The list of drafts."""

    sort: Annotated[
        str,
        Field(pattern=sort_pattern("id", "title"), max_length=80, description="`-` sorts downwards."),
    ] = "id"
