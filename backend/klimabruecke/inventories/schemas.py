"""Words that all parts of this domain share."""

from typing import Annotated, Any, Literal

from pydantic import Field

from klimabruecke.core.language import Bilingual
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import FILLED, Integer, QueryInteger

Standard = Literal["gpc", "bisko", "quellenbilanz", "verursacherbilanz", "iclei", "cdp_reported", "other"]
Kind = Literal["community", "municipal_operations"]
Level = Literal["basic", "basic_plus", "territorial"]
Gases = Literal["co2", "co2e"]
Status = Literal["draft", "review", "published", "superseded", "withdrawn"]
GwpSetId = Literal["SAR", "AR4", "AR5", "AR5CCF", "AR6"]
TotalSet = Literal["reported", "sar", "ar4", "ar5", "ar6"]
NotationKey = Literal["NO", "NE", "IE", "C"]
Quality = Literal["H", "M", "L"]

Kilograms = Annotated[Integer, Field(ge=-(10**13), le=10**13)]
Sum = Annotated[int, Field(ge=-(2**53) + 1, le=2**53 - 1)]
"""A sum of kilograms; the ends are the largest integers every JSON reader keeps exact."""
Gas = Annotated[
    str,
    Field(
        max_length=40,
        pattern=spelled(
            r"^[A-Za-z0-9][A-Za-z0-9_-]*$",
            Bilingual(
                "Geben Sie das Gas wie in /api/v1/gwp-sets an, zum Beispiel CO2, CH4 oder N2O, oder CO2e.",
                "Give the gas as in /api/v1/gwp-sets, such as CO2, CH4 or N2O, or CO2e.",
            ),
        ),
    ),
]
InventoryYear = Annotated[Integer, Field(ge=1900, le=2200)]
YearFilter = Annotated[QueryInteger | None, Field(ge=1900, le=2200)]
Note = Annotated[str, Field(min_length=1, max_length=1000, pattern=FILLED)]
Words = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
Proof = Annotated[str, Field(min_length=1, max_length=400, pattern=FILLED)]

SETS: dict[str, str | None] = {"reported": None, "sar": "SAR", "ar4": "AR4", "ar5": "AR5", "ar6": "AR6"}
"""The names of the totals, and the set of potentials behind each."""
GAS_WORDS = "A gas as in `/gwp-sets`, or CO2e."
NOT_STATED = "not_stated"
PUBLIC_STATUSES = ("published", "superseded")

CITY = "The city."
YEAR = "The year it is for; where the period is no calendar year, the one it is reported as."
STANDARD = "The method; those with sectors of their own have no BASIC and no BASIC+."
KIND = "The whole community, or the municipality's own operations: never added up."
LEVEL = "GPC only: what the inventory claims to answer."
STATUS = "Drafts and reviews are seen by those who work here; superseded ones stay citable."
GASES = "CO2 alone, or all gases as CO2e."
GWP_SET = "The set of potentials it was made with; null where that is not stated."
SERIES = "Figures of one series make a line; those of two never do."
SOURCE_ID = "Where it was read; see `/sources`."
SOURCE_NOTE = "What it rests on where that is no listed source, such as the city's own records."
VERIFICATION = "How it was established. `recalled` is not yet proven and must be shown as such."


def plain_kg(value: Any) -> int | None:
    """A sum of the database (PostgreSQL gives decimals) as a whole number."""
    return None if value is None else int(value)
