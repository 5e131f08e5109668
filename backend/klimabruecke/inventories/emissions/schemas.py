"""What a line of an inventory is asked with, and what it looks like from outside."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from klimabruecke.core.schemas import In, Out, PageQuery, Patch, RowOut, Verification, sort_pattern, unset
from klimabruecke.core.types import (
    AS_NUMBER,
    EXACT,
    FILLED,
    SHORTEST,
    Integer,
    Number,
    QueryInteger,
    RecordId,
    ShortText,
    Slug,
    number_schema,
)
from klimabruecke.inventories.schemas import (
    CITY,
    SOURCE_ID,
    SOURCE_NOTE,
    VERIFICATION,
    YEAR,
    Gas,
    InventoryYear,
    Kilograms,
    NotationKey,
    Note,
    Proof,
    Quality,
    Words,
    YearFilter,
)

LineKey = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
Unit = Annotated[str, Field(min_length=1, max_length=80, pattern=FILLED)]
ActivityUnit = Annotated[str, Field(min_length=1, max_length=40, pattern=FILLED)]
_MOST = 10**15
Quantity = Annotated[
    Decimal,
    EXACT,
    SHORTEST,
    AS_NUMBER,
    Field(ge=-_MOST, le=_MOST),
    number_schema(-_MOST, _MOST),
]
GasSplit = Annotated[dict[Gas, Kilograms], Field(min_length=1, max_length=40)]
IncludedIn = Annotated[list[Slug], Field(min_length=1, max_length=20)]
Scope = Annotated[Integer, Field(ge=1, le=3)]

INVENTORY = "The inventory it belongs to."
LINE_KEY = "Its name inside the inventory, such as sheet and row; given by us where it is left out."
GPC_REF = "GPC reference; lines of one reference add up. Inventories by GPC only."
SECTOR = "Sector, see `/balance-sectors`; follows from the reference in inventories by GPC."
CARRIER = "Energy carrier, see `/energy-carriers`. BISKO only."
SCOPE = "Scope; follows from the reference in inventories by GPC."
GAS = "What was weighed, as in `/gwp-sets`; `CO2e` where all gases are given as one, `CO2_biogenic` apart."
AMOUNT = "Kilograms of this gas. Empty where a notation key stands; that is not zero."
GAS_SPLIT = "Of CO2e only: kilograms of CO2e by gas, where that is known; else no other set can be computed."
KEY = "NO not occurring, NE not estimated, IE included elsewhere, C confidential; instead of an amount."
INCLUDED_IN = "IE: the references or sectors it is counted in."
EXPLANATION = "Why: needed for NE, and for IE where no place can be named."
ACTIVITY = "Fuel or activity, as the source names it."
ACTIVITY_VALUE = "How much of it there was."
ACTIVITY_UNIT = "Unit of that."
FACTOR_VALUE = "Emission factor, as the source gives it."
FACTOR_UNIT = "Unit of the factor."
FACTOR_ID = "The factor, where it is one of `/emission-factors`."
QUALITY_ACTIVITY = "Data quality of the activity: high, medium, low."
QUALITY_FACTOR = "Data quality of the factor."
METHOD = "How it was estimated."
NOTE = "What else there is to know; no names of people."
EXAMPLE: JsonDict = {
    "inventory_id": "01920000-0000-7000-8000-000000000001",
    "gpc_ref": "I.1.1",
    "gas": "CO2e",
    "amount_kg": 424998020,
    "activity": "LPG",
    "quality_activity": "M",
    "quality_factor": "H",
    "source_note": "Energy office, sales by fuel",
}


class LineIn(In):
    """A line, as files bring them too. A rule about several fields is checked where it is stored."""

    line_key: Annotated[LineKey | None, Field(description=LINE_KEY)] = None
    gpc_ref: Annotated[Slug | None, Field(description=GPC_REF)] = None
    sector: Annotated[Slug | None, Field(description=SECTOR)] = None
    carrier: Annotated[Slug | None, Field(description=CARRIER)] = None
    scope: Annotated[Scope | None, Field(description=SCOPE)] = None
    gas: Annotated[Gas, Field(description=GAS)] = "CO2e"
    amount_kg: Annotated[Kilograms | None, Field(description=AMOUNT)] = None
    gas_split: Annotated[GasSplit | None, Field(description=GAS_SPLIT)] = None
    notation_key: Annotated[NotationKey | None, Field(description=KEY)] = None
    included_in: Annotated[IncludedIn | None, Field(description=INCLUDED_IN)] = None
    explanation: Annotated[Note | None, Field(description=EXPLANATION)] = None
    activity: Annotated[Words | None, Field(description=ACTIVITY)] = None
    activity_value: Annotated[Quantity | None, Field(description=ACTIVITY_VALUE)] = None
    activity_unit: Annotated[ActivityUnit | None, Field(description=ACTIVITY_UNIT)] = None
    factor_value: Annotated[Quantity | None, Field(description=FACTOR_VALUE)] = None
    factor_unit: Annotated[Unit | None, Field(description=FACTOR_UNIT)] = None
    emission_factor_id: Annotated[Slug | None, Field(description=FACTOR_ID)] = None
    quality_activity: Annotated[Quality | None, Field(description=QUALITY_ACTIVITY)] = None
    quality_factor: Annotated[Quality | None, Field(description=QUALITY_FACTOR)] = None
    method: Annotated[Proof | None, Field(description=METHOD)] = None
    source_id: Annotated[Slug | None, Field(description=SOURCE_ID)] = None
    source_note: Annotated[Proof | None, Field(description=SOURCE_NOTE)] = None
    verification: Annotated[Verification, Field(description=VERIFICATION)] = "reported"
    note: Annotated[Note | None, Field(description=NOTE)] = None


class EmissionIn(LineIn):
    """A line to be recorded."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    inventory_id: RecordId = Field(description=INVENTORY)


class EmissionPatch(Patch):
    """What is to change."""

    gpc_ref: Slug | None = Field(default_factory=unset, description=GPC_REF)
    sector: Slug | None = Field(default_factory=unset, description=SECTOR)
    carrier: Slug | None = Field(default_factory=unset, description=CARRIER)
    scope: Scope | None = Field(default_factory=unset, description=SCOPE)
    gas: Gas = Field(default_factory=unset, description=GAS)
    amount_kg: Kilograms | None = Field(default_factory=unset, description=AMOUNT)
    gas_split: GasSplit | None = Field(default_factory=unset, description=GAS_SPLIT)
    notation_key: NotationKey | None = Field(default_factory=unset, description=KEY)
    included_in: IncludedIn | None = Field(default_factory=unset, description=INCLUDED_IN)
    explanation: Note | None = Field(default_factory=unset, description=EXPLANATION)
    activity: Words | None = Field(default_factory=unset, description=ACTIVITY)
    activity_value: Quantity | None = Field(default_factory=unset, description=ACTIVITY_VALUE)
    activity_unit: ActivityUnit | None = Field(default_factory=unset, description=ACTIVITY_UNIT)
    factor_value: Quantity | None = Field(default_factory=unset, description=FACTOR_VALUE)
    factor_unit: Unit | None = Field(default_factory=unset, description=FACTOR_UNIT)
    emission_factor_id: Slug | None = Field(default_factory=unset, description=FACTOR_ID)
    quality_activity: Quality | None = Field(default_factory=unset, description=QUALITY_ACTIVITY)
    quality_factor: Quality | None = Field(default_factory=unset, description=QUALITY_FACTOR)
    method: Proof | None = Field(default_factory=unset, description=METHOD)
    source_id: Slug | None = Field(default_factory=unset, description=SOURCE_ID)
    source_note: Proof | None = Field(default_factory=unset, description=SOURCE_NOTE)
    verification: Verification = Field(default_factory=unset, description=VERIFICATION)
    note: Note | None = Field(default_factory=unset, description=NOTE)


class _EmissionFacts(Out):
    id: RecordId = Field(description="Id of the line.")
    inventory_id: RecordId = Field(description=INVENTORY)
    city_id: Slug = Field(description=CITY)
    year: InventoryYear = Field(description=YEAR)
    line_key: LineKey = Field(description=LINE_KEY)
    gpc_ref: Slug | None = Field(description=GPC_REF)
    sector: Slug = Field(description=SECTOR)
    carrier: Slug | None = Field(description=CARRIER)
    scope: Scope | None = Field(description=SCOPE)
    gas: Gas = Field(description=GAS)
    amount_kg: Kilograms | None = Field(description=AMOUNT)
    gas_split: GasSplit | None = Field(description=GAS_SPLIT)
    notation_key: NotationKey | None = Field(description=KEY)
    included_in: IncludedIn | None = Field(description=INCLUDED_IN)
    explanation: Note | None = Field(description=EXPLANATION)
    activity: ShortText | None = Field(description=ACTIVITY)
    activity_value: Number | None = Field(description=ACTIVITY_VALUE)
    activity_unit: ActivityUnit | None = Field(description=ACTIVITY_UNIT)
    factor_value: Number | None = Field(description=FACTOR_VALUE)
    factor_unit: Unit | None = Field(description=FACTOR_UNIT)
    emission_factor_id: Slug | None = Field(description=FACTOR_ID)
    quality_activity: Quality | None = Field(description=QUALITY_ACTIVITY)
    quality_factor: Quality | None = Field(description=QUALITY_FACTOR)
    method: Proof | None = Field(description=METHOD)
    source_id: Slug | None = Field(description=SOURCE_ID)
    source_note: Proof | None = Field(description=SOURCE_NOTE)
    verification: Verification = Field(description=VERIFICATION)
    note: Note | None = Field(description=NOTE)


class EmissionOut(RowOut, _EmissionFacts):
    """A line of an inventory."""


class EmissionQuery(PageQuery):
    """Filters of the list of lines."""

    inventory: Annotated[RecordId | None, Field(description=INVENTORY)] = None
    city: Annotated[Slug | None, Field(description=CITY)] = None
    year: Annotated[YearFilter, Field(description=YEAR)] = None
    gpc_ref: Annotated[Slug | None, Field(description=GPC_REF)] = None
    sector: Annotated[Slug | None, Field(description=SECTOR)] = None
    scope: Annotated[QueryInteger | None, Field(ge=1, le=3, description=SCOPE)] = None
    gas: Annotated[Gas | None, Field(description=GAS)] = None
    notation_key: Annotated[NotationKey | None, Field(description=KEY)] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "gpc_ref", "sector", "amount_kg"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "id"


def line_of(row: Any) -> LineIn:
    """A stored line as it would be asked with, to write it again; stored values need no checking."""
    return LineIn.model_construct(**{name: getattr(row, name) for name in LineIn.model_fields})
