"""What the reference data look like from outside, and how their lists are filtered."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from klimabruecke.core.schemas import Out, PageQuery, RowOut, SearchText, Verification, sort_pattern
from klimabruecke.core.types import (
    NO_CONTROL_CHARACTERS,
    CountryCode,
    Day,
    Number,
    ShortText,
    Slug,
    Text,
    Year,
)
from klimabruecke.reference.text import wanted

Grade = Literal["A", "B", "C", "D"]
NonCo2 = Literal["excluded", "included", "defines", "not_applicable", "not_stated"]
RegionCode = Annotated[str, Field(max_length=10, pattern=r"^(world|[A-Z]{2}(-[A-Z0-9]{1,3})?)$")]
Searched = Annotated[SearchText, AfterValidator(wanted)]
Title = Annotated[str, Field(max_length=400, pattern=NO_CONTROL_CHARACTERS)]

SOURCE_ID = "Where the figure was read; see `/sources`."
GWP_VERIFICATION = "How the set of potentials was established, apart from the figure itself."
VERIFICATION = "How the figure was established. `recalled` is not yet proven and must be shown as such."


class _SourceFacts(Out):
    id: Slug = Field(description="Short name of the source.")
    title: Title = Field(description="Title, in its own language.")
    publisher: ShortText | None = Field(description="Who published it.")
    year: Year | None = Field(description="Year of publication.")
    kind: ShortText = Field(description="Kind of publication, such as `dataset` or `press_release`.")
    locator: Title | None = Field(description="Where to find it, or the copy that was read.")
    licence: ShortText | None = Field(description="Licence or terms as the publisher gives them.")
    accessed_on: Day | None = Field(description="Day it was read.")
    verification: Verification = Field(description="Whether it was read or is only remembered.")
    note: Text | None = Field(description="What to know when using it.")


class SourceOut(RowOut, _SourceFacts):
    """A publication that a figure or statement was taken from."""


class SourceQuery(PageQuery):
    """Filters of the list of sources."""

    kind: Annotated[ShortText | None, Field(description="Kind of publication.")] = None
    publisher: Annotated[ShortText | None, Field(description="The publisher, in full.")] = None
    verification: Annotated[Verification | None, Field(description="How it was established.")] = None
    q: Annotated[Searched | None, Field(description="Part of id, title, publisher or note.")] = None
    sort: Annotated[
        str,
        Field(pattern=sort_pattern("id", "title", "year"), max_length=80, description="`-` sorts downwards."),
    ] = "id"


class _EmissionFactorSetFacts(Out):
    id: Slug = Field(description="Short name, such as `desnz-2025`.")
    publisher: ShortText = Field(description="Who published the factors.")
    title: Title = Field(description="Title of the edition.")
    edition_year: Year | None = Field(description="Year of the edition.")
    valid_from_on: Day | None = Field(description="First day the factors are meant for.")
    valid_to_on: Day | None = Field(description="Last day the factors are meant for; null: no end was given.")
    licence: ShortText | None = Field(description="Licence or terms as the publisher gives them.")
    gwp_set: ShortText | None = Field(description="Global warming potentials used, as the publisher says.")
    gwp_set_verification: Verification | None = Field(description=GWP_VERIFICATION)
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)
    best_before_on: Day | None = Field(description="From this day on a newer edition should be used.")
    factors: int = Field(
        ge=0, le=1_000_000, description="Number of factors carried, those cited only included."
    )


class EmissionFactorSetOut(RowOut, _EmissionFactorSetFacts):
    """One edition of a publisher's emission factors."""


class EmissionFactorSetQuery(PageQuery):
    """Filters of the list of factor sets."""

    verification: Annotated[Verification | None, Field(description="How it was established.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "publisher", "edition_year"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "id"


class _EmissionFactorFacts(Out):
    id: Slug = Field(description="Short name of the factor.")
    factor_set_id: Slug = Field(description="The edition it belongs to.")
    category: Slug = Field(description="What kind of activity it is for.")
    name: Title = Field(description="The activity, as the publisher names it.")
    name_de: Title | None = Field(description="The same in plain German.")
    name_en: Title | None = Field(description="The same in plain English.")
    region_code: RegionCode = Field(description="ISO 3166 code of country or state, or `world`.")
    region_name: ShortText = Field(description="The region in words.")
    unit: ShortText = Field(description="Unit of `value`.")
    value: Number = Field(description="Greenhouse gas for one unit of the activity.")
    co2_kg: Number | None = Field(description="Carbon dioxide in it, kg.")
    ch4_kg: Number | None = Field(description="Methane in it, kg of the gas.")
    n2o_kg: Number | None = Field(description="Nitrous oxide in it, kg of the gas.")
    scope_boundary: ShortText = Field(description="What is counted, in the publisher's words.")
    scope: Literal["ttw", "wtt", "wtw", "life_cycle", "other"] = Field(description="The same as a class.")
    gwp_set: ShortText | None = Field(description="Global warming potentials used, as the publisher says.")
    gwp_set_verification: Verification | None = Field(description=GWP_VERIFICATION)
    non_co2: NonCo2 = Field(description="Whether the climate effect of aviation beside its gases is inside.")
    valid_from_on: Day | None = Field(description="First day it is meant for.")
    valid_to_on: Day | None = Field(description="Last day it is meant for; null: no end was given.")
    publisher: ShortText = Field(description="Who published it.")
    document: Title = Field(description="Title of the document.")
    table_or_section: ShortText | None = Field(description="Place in the document.")
    publication_year: Annotated[str, Field(max_length=20, pattern=r"^\d{4}(-\d{4})?$")] | None = Field(
        description="Year of publication, a span where the publisher gives one."
    )
    licence: ShortText | None = Field(description="Licence or terms as the publisher gives them.")
    redistribution: Literal["open", "cited_only"] = Field(
        description="`cited_only` factors are quoted one by one and stand in no list."
    )
    quality_grade: Grade = Field(description="A (read in the publisher's table) to D (weak).")
    quality_note: Text | None = Field(description="What to know when using it.")
    uncertainty_pct: Number = Field(description="Half width of the range, percent.")
    uncertainty_basis: Literal["publisher", "proposed"] = Field(
        description="Who says so; `proposed` is our own estimate."
    )
    best_before_on: Day | None = Field(description="From this day on a newer edition should be used.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)
    publisher_factor_id: ShortText | None = Field(description="The publisher's own id of the row.")
    copy_read: ShortText | None = Field(description="The copy that was read, where not the original.")
    replaces_id: Slug | None = Field(description="The factor it succeeds from its first day on.")


class EmissionFactorOut(RowOut, _EmissionFactorFacts):
    """An emission factor with all it takes to defend it."""


class EmissionFactorQuery(PageQuery):
    """Filters of the list of emission factors."""

    category: Annotated[list[Slug], Field(max_length=50, description="One or more.")] = Field(default=[])
    region: Annotated[RegionCode | None, Field(description="ISO code or `world`; Namibia is `NA`.")] = None
    unit: Annotated[ShortText | None, Field(description="Unit of the factor.")] = None
    source: Annotated[Slug | None, Field(description="Id of the source.")] = None
    factor_set: Annotated[Slug | None, Field(description="Id of the edition.")] = None
    verification: Annotated[Verification | None, Field(description="How it was established.")] = None
    grade: Annotated[Grade | None, Field(description="Quality grade.")] = None
    non_co2: Annotated[NonCo2 | None, Field(description="How non-CO2 effects are treated.")] = None
    valid_on: Annotated[Day | None, Field(description="A day the factor is meant for.")] = None
    q: Annotated[Searched | None, Field(description="Part of id, name, region, publisher or document.")] = (
        None
    )
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "category", "name", "region_code", "valid_from_on", "quality_grade"),
            max_length=120,
            description="`-` sorts downwards.",
        ),
    ] = "id"


class GasPotential(Out):
    """One gas and what it is worth."""

    gas: Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9-]+$")] = Field(
        description="Gas, such as `CH4` or `HFC134a`."
    )
    value: Number = Field(description="kg CO2e for one kg of the gas.")


class _GwpSetFacts(Out):
    id: Slug = Field(description="The report: SAR, AR4, AR5, AR5CCF or AR6.")
    title: ShortText = Field(description="The report in words.")
    horizon_years: int = Field(ge=1, le=500, description="The horizon of the potentials.")
    gases: list[GasPotential] = Field(max_length=500, description="A gas that is missing has no value there.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class GwpSetOut(RowOut, _GwpSetFacts):
    """Global warming potentials of one IPCC report."""


class GwpSets(Out):
    """All sets of potentials."""

    items: list[GwpSetOut] = Field(max_length=100, description="Sorted by id.")
    next: None = Field(description="Always null: the list is complete.")


class AirportOut(Out):
    """An airport with an IATA code."""

    iata: Annotated[str, Field(pattern=r"^[A-Z0-9]{3}$", max_length=3)] = Field(description="IATA code.")
    icao: Annotated[str, Field(max_length=4, pattern=r"^[A-Z0-9]{3,4}$")] | None = Field(
        description="ICAO code."
    )
    name: ShortText = Field(description="Name of the airport.")
    city: ShortText | None = Field(description="City it serves.")
    city_de: ShortText | None = Field(description="German name of the city, where we know one.")
    country: CountryCode = Field(description="ISO 3166-1 code; Namibia is `NA`.")
    subdivision: ShortText | None = Field(description="State or province.")
    latitude_deg: float = Field(ge=-90, le=90, description="Latitude, degrees north.")
    longitude_deg: float = Field(ge=-180, le=180, description="Longitude, degrees east.")


class Airports(Out):
    """What a search found."""

    items: list[AirportOut] = Field(max_length=100, description="Best first.")
    next: None = Field(description="Always null: a better search text is quicker than a next page.")


class AirportQuery(Out):
    """The airport search."""

    q: Annotated[SearchText, Field(description="IATA or ICAO code, city (also German) or part of the name.")]
    limit: Annotated[int, Field(ge=1, le=100, description="Airports to show.")] = 10
