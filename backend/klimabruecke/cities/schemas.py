"""What the cities look like from outside, and how their list is filtered."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import In, Out, PageQuery, RowOut, Verification, sort_pattern
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import (
    AS_NUMBER,
    EXACT,
    FILLED,
    CountryCode,
    Integer,
    Number,
    ShortText,
    Slug,
    Text,
    Year,
    number_schema,
)

Level = Literal["city", "state", "metropolitan"]
Population = Annotated[Integer, Field(ge=1, le=100_000_000)]
CityId = Annotated[
    str,
    Field(
        max_length=80,
        pattern=spelled(
            r"^[a-z][a-z0-9-]*$",
            Bilingual(
                "Eine Kennung besteht aus Kleinbuchstaben, Ziffern und Strichen, zum Beispiel bremen-nord.",
                "An id is made of lower-case letters, digits and dashes, such as bremen-north.",
            ),
        ),
    ),
]
Name = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
Remark = Annotated[str, Field(min_length=1, max_length=1000, pattern=FILLED)]
Code = Annotated[str, Field(min_length=1, max_length=10, pattern=FILLED)]
InYear = Annotated[Integer, Field(ge=1900, le=2200)]
"""The days of this system begin in 1900, and a figure is good until a day some years later."""
Latitude = Annotated[Decimal, EXACT, AS_NUMBER, Field(ge=-90, le=90), number_schema(-90, 90)]
Longitude = Annotated[Decimal, EXACT, AS_NUMBER, Field(ge=-180, le=180), number_schema(-180, 180)]
Area = Annotated[Decimal, EXACT, AS_NUMBER, Field(ge=0, le=10**7), number_schema(0, 10**7)]

SOURCE_ID = "Where it was read; see `/sources`."
VERIFICATION = "How it was established. `recalled` is not yet proven and must be shown as such."


class CityIn(In):
    """A city to be added. A figure comes with its source."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "oldenburg",
                    "name_de": "Oldenburg",
                    "name_en": "Oldenburg",
                    "country_code": "DE",
                    "latitude": 53.14,
                    "longitude": 8.21,
                }
            ]
        }
    )

    id: CityId = Field(description="Short name of the city; it stays.")
    name_de: Name = Field(description="Name in German.")
    name_en: Name = Field(description="Name in English.")
    level: Annotated[Level, Field(description="Kind of place.")] = "city"
    parent_city_id: Annotated[Slug | None, Field(description="The state it lies in, if listed here.")] = None
    country_code: CountryCode = Field(description="ISO 3166-1 code; Namibia is `NA`.")
    subdivision: Annotated[Code | None, Field(description="ISO 3166-2 code of state or province.")] = None
    un_locode: Annotated[Code | None, Field(description="UN/LOCODE.")] = None
    wikidata_id: Annotated[Code | None, Field(description="Wikidata item.")] = None
    official_key: Annotated[Code | None, Field(description="The country's own key.")] = None
    latitude: Latitude = Field(description="Latitude, degrees north.")
    longitude: Longitude = Field(description="Longitude, degrees east.")
    area_km2: Annotated[Area | None, Field(description="Area.")] = None
    area_source_id: Annotated[Slug | None, Field(description=SOURCE_ID)] = None
    population: Annotated[Population | None, Field(description="Number of people.")] = None
    population_year: Annotated[InYear | None, Field(description="Year of that number.")] = None
    population_basis_de: Annotated[Name | None, Field(description="How they were counted, German.")] = None
    population_basis_en: Annotated[Name | None, Field(description="The same in English.")] = None
    population_source_id: Annotated[Slug | None, Field(description=SOURCE_ID)] = None
    verification: Annotated[Verification, Field(description=VERIFICATION)] = "reported"
    note_de: Annotated[Remark | None, Field(description="What to know, in German.")] = None
    note_en: Annotated[Remark | None, Field(description="The same in English.")] = None


class _CityFacts(Out):
    id: Slug = Field(description="Short name of the city.")
    name_de: ShortText = Field(description="Name in German.")
    name_en: ShortText = Field(description="Name in English.")
    level: Level = Field(description="A city, a metropolitan municipality, or the state of Bremen.")
    parent_city_id: Slug | None = Field(description="The state a city belongs to, where it is listed here.")
    country: CountryCode = Field(description="ISO 3166-1 code; Namibia is `NA`.")
    subdivision: ShortText | None = Field(description="ISO 3166-2 code of state, province or region.")
    un_locode: ShortText | None = Field(description="UN/LOCODE.")
    wikidata_id: ShortText | None = Field(description="Wikidata item.")
    official_key: ShortText | None = Field(description="The country's own key, such as the German AGS.")
    latitude_deg: Number = Field(description="Latitude, degrees north.")
    longitude_deg: Number = Field(description="Longitude, degrees east.")
    area_km2: Number | None = Field(description="Area.")
    area_source_id: Slug | None = Field(description=SOURCE_ID)
    population: Population | None = Field(description="Number of people.")
    population_year: Year | None = Field(description="Year of that number.")
    population_basis_de: ShortText | None = Field(description="How it was counted, in German.")
    population_basis_en: ShortText | None = Field(description="The same in English.")
    population_source_id: Slug | None = Field(description=SOURCE_ID)
    population_verification: Verification = Field(description=VERIFICATION)
    target_text_de: Text | None = Field(description="The climate targets in words, in German.")
    target_text_en: Text | None = Field(description="The same in English.")
    target_base_year: Year | None = Field(description="Year the reductions refer to.")
    target_2030_pct: Number | None = Field(description="Reduction by 2030, percent.")
    target_final_pct: Number | None = Field(description="Reduction by the final year, percent.")
    target_final_year: Year | None = Field(description="The final year.")
    target_source_id: Slug | None = Field(description=SOURCE_ID)
    memberships_de: Text | None = Field(
        description="Climate and fair trade networks, in German, set apart by `; `."
    )
    memberships_en: Text | None = Field(description="The same in English.")
    memberships_verification: Verification | None = Field(
        description="How the memberships were established; `recalled` as soon as one of them is."
    )
    memberships_evidence_de: Text | None = Field(
        description="Which membership rests on which source, in German."
    )
    memberships_evidence_en: Text | None = Field(description="The same in English.")
    partnership_note_de: Text | None = Field(description="The partnerships in short, in German.")
    partnership_note_en: Text | None = Field(description="The same in English.")
    partnership_source_id: Slug | None = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)
    note_de: Text | None = Field(description="What to know when using the figures, in German.")
    note_en: Text | None = Field(description="The same in English.")


class CityOut(RowOut, _CityFacts):
    """A city of the partnership, or the state of Bremen."""


class PopulationOut(Out):
    """Number of people in a year."""

    year: Year = Field(description="The year.")
    population: Population = Field(description="Number of people.")
    basis_de: ShortText | None = Field(
        description="How it was counted, in German; figures of two bases make no trend."
    )
    basis_en: ShortText | None = Field(description="The same in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class TargetOut(Out):
    """One climate target."""

    base_year: Year = Field(description="Year the reduction refers to.")
    target_year: Year = Field(description="Year it is to be reached.")
    reduction_pct: Number = Field(description="Reduction, percent.")
    text_de: Text | None = Field(description="The target in words, in German.")
    text_en: Text | None = Field(description="The same in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class PartnershipEventOut(Out):
    """Something that happened between cities."""

    id: Slug = Field(description="Short name of the event.")
    year: Year = Field(description="The year.")
    city_ids: list[Slug] = Field(max_length=50, description="The cities that took part.")
    text_de: Text = Field(description="What happened, in German.")
    text_en: Text = Field(description="What happened, in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class GapOut(Out):
    """Something that is not known."""

    id: Slug = Field(description="Short name of the gap.")
    text_de: Text = Field(description="What is not known, in German.")
    text_en: Text = Field(description="What is not known, in English.")
    source_id: Slug | None = Field(description="Where we looked, if anywhere.")


class CityDetailOut(CityOut):
    """A city with its series and its timeline."""

    population_series: list[PopulationOut] = Field(max_length=500, description="Oldest first.")
    targets: list[TargetOut] = Field(max_length=100, description="The nearest first.")
    partnership_events: list[PartnershipEventOut] = Field(max_length=500, description="Oldest first.")
    gaps: list[GapOut] = Field(max_length=100, description="What is not known and should be.")


class CityQuery(PageQuery):
    """Filters of the list of cities."""

    level: Annotated[Level | None, Field(description="Kind of place.")] = None
    country: Annotated[CountryCode | None, Field(description="ISO 3166-1 code; Namibia is `NA`.")] = None
    verification: Annotated[Verification | None, Field(description="How it was established.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "name_de", "name_en", "population"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "id"
