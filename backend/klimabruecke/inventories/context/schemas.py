"""What national figures look like."""

from typing import Annotated

from pydantic import Field

from klimabruecke.core.schemas import Out, PageQuery, RowOut, Verification, sort_pattern
from klimabruecke.core.types import CountryCode, ShortText, Slug
from klimabruecke.inventories.schemas import (
    GASES,
    SOURCE_ID,
    VERIFICATION,
    Gases,
    InventoryYear,
    Sum,
    YearFilter,
)

COUNTRY = "ISO 3166-1 code; Namibia is `NA`."


class _NationalFacts(Out):
    id: Slug = Field(description="Short name of the figure.")
    country: CountryCode = Field(description=COUNTRY)
    year: InventoryYear = Field(description="The year.")
    gases: Gases = Field(description=GASES)
    amount_kg: Sum = Field(description="Kilograms of the whole country; no city's figure.")
    coverage_de: ShortText = Field(description="What it covers, in German.")
    coverage_en: ShortText = Field(description="The same in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class NationalEmissionOut(RowOut, _NationalFacts):
    """What a country emitted in a year."""


class NationalEmissionQuery(PageQuery):
    """Filters of the list."""

    country: Annotated[CountryCode | None, Field(description=COUNTRY)] = None
    year: Annotated[YearFilter, Field(description="The year.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "country", "year"), max_length=80, description="`-` sorts downwards."
        ),
    ] = "country,year"
