"""What a grant programme is asked with."""

from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from klimabruecke.core.schemas import In, PageQuery, Patch, SearchText, sort_pattern, unset
from klimabruecke.core.types import FILLED, Day, Integer, Slug

MOST_CENTS = 10**13
"""A hundred thousand million: more is a typing mistake."""

Title = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
Reference = Annotated[str, Field(min_length=1, max_length=80, pattern=FILLED)]
Sentences = Annotated[str, Field(min_length=1, max_length=1000, pattern=FILLED)]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$", min_length=3, max_length=3)]
Cents = Annotated[Integer, Field(ge=0, le=MOST_CENTS, json_schema_extra={"format": "int64"})]
Code = Annotated[str, Field(min_length=1, max_length=20, pattern=FILLED)]
CityIds = Annotated[list[Slug], Field(min_length=1, max_length=50)]

TITLE_DE = "Title in German; one of the two titles is needed."
TITLE_EN = "Title in English; one of the two titles is needed."
FUNDER = "Who gives the money."
GRANT_REFERENCE = "What the funder calls the grant (Förderkennzeichen); null while it is not known."
STARTS_ON = "First day of the period the grant is given for (Bewilligungszeitraum)."
ENDS_ON = "Last day of that period."
CURRENCY = "Currency of all amounts, ISO 4217; nothing is ever converted."
OWN_SHARE = "What the cities pay themselves, in cents; null while it is not known."
POSITIONS = "The budget and finance plan (Ausgaben- und Finanzierungsplan), position by position."
CONDITIONS = "What the grant is tied to (Auflagen)."
NOTICE_DE = "The words by which the funder is to be named (Förderhinweis), in German."
NOTICE_EN = "The same in English."
CITY_IDS = "The cities that take part; their editors may write here."
POSITION_CODE = "Number of the position in the plan; no two have the same."
PLANNED = "What was granted at first, in cents."
CHANGED = "What it was changed to, in cents; null where nothing was changed."
SPENT = "What was spent so far, in cents; null while it is not known."


class PositionIn(In):
    """A position of the budget and finance plan."""

    code: Code = Field(description=POSITION_CODE)
    title_de: Annotated[Title | None, Field(description=TITLE_DE)] = None
    title_en: Annotated[Title | None, Field(description=TITLE_EN)] = None
    planned_cents: Cents = Field(description=PLANNED)
    changed_cents: Annotated[Cents | None, Field(description=CHANGED)] = None
    spent_cents: Annotated[Cents | None, Field(description=SPENT)] = None


class ConditionIn(In):
    """A condition of the grant, in one language at least."""

    text_de: Annotated[Sentences | None, Field(description="In German.")] = None
    text_en: Annotated[Sentences | None, Field(description="In English.")] = None


Positions = Annotated[list[PositionIn], Field(max_length=100)]
Conditions = Annotated[list[ConditionIn], Field(max_length=50)]

EXAMPLE: JsonDict = {
    "title_de": "Koordination kommunaler Entwicklungspolitik",
    "title_en": "Coordination of municipal development policy",
    "funder": "Engagement Global",
    "starts_on": "2025-07-01",
    "ends_on": "2027-06-30",
    "own_share_cents": 1_000_000,
    "positions": [{"code": "1.2", "title_de": "Reisekosten", "planned_cents": 1_200_000}],
    "city_ids": ["bremen"],
}


class ProgrammeIn(In):
    """A grant to be recorded."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    title_de: Annotated[Title | None, Field(description=TITLE_DE)] = None
    title_en: Annotated[Title | None, Field(description=TITLE_EN)] = None
    funder: Title = Field(description=FUNDER)
    grant_reference: Annotated[Reference | None, Field(description=GRANT_REFERENCE)] = None
    starts_on: Day = Field(description=STARTS_ON)
    ends_on: Day = Field(description=ENDS_ON)
    currency: Annotated[Currency, Field(description=CURRENCY)] = "EUR"
    own_share_cents: Annotated[Cents | None, Field(description=OWN_SHARE)] = None
    positions: Positions = Field(default_factory=list, description=POSITIONS)
    conditions: Conditions = Field(default_factory=list, description=CONDITIONS)
    funding_notice_de: Annotated[Sentences | None, Field(description=NOTICE_DE)] = None
    funding_notice_en: Annotated[Sentences | None, Field(description=NOTICE_EN)] = None
    city_ids: CityIds = Field(description=CITY_IDS)


class ProgrammePatch(Patch):
    """What is to change; lists are replaced as a whole."""

    title_de: Title | None = Field(default_factory=unset, description=TITLE_DE)
    title_en: Title | None = Field(default_factory=unset, description=TITLE_EN)
    funder: Title = Field(default_factory=unset, description=FUNDER)
    grant_reference: Reference | None = Field(default_factory=unset, description=GRANT_REFERENCE)
    starts_on: Day = Field(default_factory=unset, description=STARTS_ON)
    ends_on: Day = Field(default_factory=unset, description=ENDS_ON)
    currency: Currency = Field(default_factory=unset, description=CURRENCY)
    own_share_cents: Cents | None = Field(default_factory=unset, description=OWN_SHARE)
    positions: Positions = Field(default_factory=unset, description=POSITIONS)
    conditions: Conditions = Field(default_factory=unset, description=CONDITIONS)
    funding_notice_de: Sentences | None = Field(default_factory=unset, description=NOTICE_DE)
    funding_notice_en: Sentences | None = Field(default_factory=unset, description=NOTICE_EN)
    city_ids: CityIds = Field(default_factory=unset, description=CITY_IDS)


class ProgrammeQuery(PageQuery):
    """Filters of the list of programmes."""

    city: Annotated[Slug | None, Field(description="A city that takes part.")] = None
    on: Annotated[Day | None, Field(description="A day inside the period.")] = None
    q: Annotated[SearchText | None, Field(description="Part of a title, the funder or the reference.")] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "title_de", "title_en", "funder", "starts_on", "ends_on"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "-starts_on"
