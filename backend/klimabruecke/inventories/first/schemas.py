"""What the way to a first inventory is asked with, and what it looks like from outside."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from klimabruecke.core.schemas import In, Out, Verification
from klimabruecke.core.types import (
    NO_CONTROL_CHARACTERS,
    CountryCode,
    Number,
    QueryInteger,
    RecordId,
    ShortText,
    Slug,
    Text,
)
from klimabruecke.inventories.emissions.schemas import ActivityUnit, Quantity, Unit
from klimabruecke.inventories.schemas import (
    CITY,
    LEVEL,
    SOURCE_ID,
    VERIFICATION,
    YEAR,
    Level,
    Note,
    Proof,
    Quality,
    Sum,
)

State = Literal["amount", "NO", "NE", "IE", "C", "open"]
References = Annotated[list[Slug], Field(max_length=60)]
Whole = Annotated[str, Field(max_length=20_000, pattern=NO_CONTROL_CHARACTERS)]
_Refs = Annotated[int, Field(ge=0, le=100)]
_Share = Annotated[float, Field(ge=0, le=100)]
_Amount = Annotated[Quantity, Field(ge=0)]
DATUM = "Short name of the datum."
FORM = "The way the datum is entered."
GPC_REF = "The reference the amount counts in; one of those of the form."


class OfferedFactorOut(Out):
    """A factor of `/emission-factors` that can be used at once."""

    id: Slug = Field(description="The factor, see `/emission-factors`.")
    name_de: Text | None = Field(description="Its name in German.")
    name_en: Text | None = Field(description="The same in English.")
    country_code: CountryCode | None = Field(description="The country it is for; null: everywhere.")
    value: Number = Field(description="Kilograms for each base unit.")
    unit: Unit = Field(description="Unit as its publisher gives it.")
    gas: Literal["CO2", "CO2e"] = Field(description="What it gives: CO2 alone, or all gases as CO2e.")
    quality: Quality = Field(description="How well it fits a city's inventory: high, medium, low.")
    note_de: Text | None = Field(description="What to know before using it, in German.")
    note_en: Text | None = Field(description="The same in English.")
    source_id: Slug = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)


class FirstFormOut(Out):
    """One way a datum is entered."""

    id: Slug = Field(description=FORM)
    name_de: ShortText = Field(description="What is counted, in German.")
    name_en: ShortText = Field(description="The same in English.")
    base_unit: Slug = Field(description="The unit a factor is given for.")
    units: list[Slug] = Field(max_length=10, description="The units an amount can be entered in.")
    gpc_refs: References = Field(description="The references it can count in.")
    factors: list[OfferedFactorOut] = Field(
        max_length=20, description="Factors that can be used; none: give one with its source."
    )


class FirstDatumOut(Out):
    """One of the twelve data a first BASIC inventory needs."""

    id: Slug = Field(description=DATUM)
    kind: Literal["amount", "population", "grid_factor"] = Field(
        description="An amount that makes lines, the people figures are divided by, or the factor of the"
        " grid, which is entered with each amount of electricity."
    )
    name_de: ShortText = Field(description="What it is, in German.")
    name_en: ShortText = Field(description="The same in English.")
    holder_de: ShortText = Field(description="Who usually holds it, a function, in German.")
    holder_en: ShortText = Field(description="The same in English.")
    asked_de: Text = Field(description="What to ask for, in German.")
    asked_en: Text = Field(description="The same in English.")
    why_de: Text = Field(description="What to know about it, in German.")
    why_en: Text = Field(description="The same in English.")
    gpc_refs: References = Field(description="The references it fills.")
    forms: list[FirstFormOut] = Field(max_length=20, description="The ways it is entered.")


class FirstInventoryData(Out):
    """The twelve, in the order they are asked for."""

    items: list[FirstDatumOut] = Field(max_length=12, description="The data.")
    next: None = Field(description="Always null: the list is complete.")


class LetterQuery(BaseModel):
    """For which city and year, and in which format."""

    model_config = ConfigDict(extra="forbid")

    city: Annotated[Slug, Field(description=CITY)]
    year: Annotated[QueryInteger, Field(ge=1900, le=2200, description=YEAR)]
    format: Annotated[
        Literal["json", "docx"] | None, Field(description="The format, where Accept cannot be set.")
    ] = None


class LetterOut(Out):
    """A letter that asks for a datum."""

    datum_id: Slug = Field(description=DATUM)
    city_id: Slug = Field(description=CITY)
    year: Annotated[int, Field(ge=1900, le=2200)] = Field(description=YEAR)
    language: Literal["en"] = Field(description="Its language.")
    title: ShortText = Field(description="What it is about.")
    gaps: list[ShortText] = Field(
        max_length=10, description="What is still to be filled in, as it stands there."
    )
    text: Whole = Field(description="The whole as plain text, to paste.")


ENTRY: JsonDict = {
    "form_id": "grid-power-homes",
    "gpc_ref": "I.1.2",
    "activity_value": 120,
    "activity_unit": "GWh",
    "emission_factor_id": "DERIVED-NA-SUPPLYMIX",
    "source_note": "Electricity distributor, sales by tariff",
    "quality_activity": "M",
}


class FirstEntryIn(In):
    """An amount of one of the data, and the factor it is converted with."""

    model_config = ConfigDict(json_schema_extra={"examples": [ENTRY]})

    form_id: Slug = Field(description=FORM)
    gpc_ref: Slug = Field(description=GPC_REF)
    activity_value: _Amount = Field(description="How much there was.")
    activity_unit: ActivityUnit = Field(description="Its unit; one of those of the form.")
    emission_factor_id: Annotated[
        Slug | None, Field(description="A factor the form offers; or else one of your own:")
    ] = None
    factor_value: Annotated[
        _Amount | None, Field(description="Kilograms of CO2e for each base unit of the form.")
    ] = None
    factor_source: Annotated[
        Annotated[str, Field(min_length=1, max_length=300, pattern=NO_CONTROL_CHARACTERS)] | None,
        Field(description="Where a factor of your own is from; needed with it."),
    ] = None
    source_note: Proof = Field(description="Where the amount is from: which office, which list, which year.")
    quality_activity: Annotated[Quality | None, Field(description="How good the amount is.")] = None


KEYS: JsonDict = {
    "gpc_refs": ["I.7.1", "I.8.1"],
    "notation_key": "NO",
    "explanation": "There is no mining and no gas network in the city.",
}


class NotationKeysIn(In):
    """References nobody can give an amount for, and why."""

    model_config = ConfigDict(json_schema_extra={"examples": [KEYS]})

    gpc_refs: Annotated[list[Slug], Field(min_length=1, max_length=60)] = Field(
        description="References of the level that say nothing yet."
    )
    notation_key: Annotated[
        Literal["NE", "NO"], Field(description="NE not estimated, NO not occurring in the city.")
    ] = "NE"
    explanation: Note = Field(description="Why; it is kept with each of them.")


class CoveredReferenceOut(Out):
    """A reference of the level and what is said of it."""

    gpc_ref: Slug = Field(description="The reference.")
    name_de: ShortText = Field(description="What it is, in German.")
    name_en: ShortText = Field(description="The same in English.")
    state: State = Field(description="An amount, a notation key, or `open`: nothing yet.")


class _Counts(Out):
    required: _Refs = Field(description="References of the level.")
    filled: _Refs = Field(description="Those with an amount.")
    not_estimated: _Refs = Field(description="Those with NE.")
    other_keys: _Refs = Field(description="Those with NO, IE or C.")
    open: _Refs = Field(description="Those that say nothing yet.")
    filled_pct: _Share = Field(description="Share with an amount, percent; of references, not of emissions.")


class CoveredSectorOut(_Counts):
    """A sector of the level."""

    sector: Slug = Field(description="The sector.")
    name_de: ShortText = Field(description="Its name in German.")
    name_en: ShortText = Field(description="The same in English.")
    references: list[CoveredReferenceOut] = Field(max_length=60, description="In the order of the standard.")


class InventoryCoverageOut(_Counts):
    """How far an inventory answers its level, and whether its total is whole."""

    inventory_id: RecordId = Field(description="The inventory.")
    reporting_level: Level | None = Field(description=LEVEL)
    is_partial: bool | None = Field(
        description="True where references are open, not estimated or confidential: the total then lacks"
        " them. Null where no lines can tell."
    )
    total_kg: Sum | None = Field(description="Total of the level as reported; a part of it where partial.")
    sectors: list[CoveredSectorOut] = Field(max_length=6, description="Empty where it has no level.")
