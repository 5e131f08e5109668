"""What a carbon budget is asked with."""

from decimal import Decimal
from typing import Annotated

from pydantic import ConfigDict, Field

from klimabruecke.calc.amounts import grams
from klimabruecke.core.schemas import In, PageQuery, Patch, sort_pattern, unset
from klimabruecke.core.types import Integer, QueryInteger, RecordId, Slug
from klimabruecke.footprint.budgets.answers import Light

LimitKg = Annotated[
    float, Field(strict=True, ge=0.001, le=1_000_000_000_000, json_schema_extra={"format": "double"})
]
WarnPct = Annotated[Integer, Field(ge=1, le=100)]
BudgetYear = Annotated[Integer, Field(ge=1900, le=2200)]

PROJECT = "The project it holds for."
YEAR = "The year it holds for."
LIMIT = "What the activities of the project may emit in the year, in kg CO2e; kept to the gram."
WARN = "From how many per cent of the limit on the light is amber."


class CarbonBudgetIn(In):
    """A budget to be set."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"project_id": "0193b6b0-0000-7000-8000-000000000001", "year": 2026, "limit_kg": 20000}
            ]
        }
    )

    project_id: RecordId = Field(description=PROJECT)
    year: BudgetYear = Field(description=YEAR)
    limit_kg: LimitKg = Field(description=LIMIT)
    warn_pct: Annotated[WarnPct, Field(description=WARN)] = 80


class CarbonBudgetPatch(Patch):
    """What is to change."""

    limit_kg: LimitKg = Field(default_factory=unset, description=LIMIT)
    warn_pct: WarnPct = Field(default_factory=unset, description=WARN)


class CarbonBudgetQuery(PageQuery):
    """Filters of the list of budgets."""

    project: Annotated[RecordId | None, Field(description=PROJECT)] = None
    city: Annotated[Slug | None, Field(description="A city that takes part in the project.")] = None
    year: Annotated[QueryInteger | None, Field(ge=1900, le=2200, description=YEAR)] = None
    light: Annotated[Light | None, Field(description="The light it shows.")] = None
    sort: Annotated[
        str, Field(pattern=sort_pattern("id", "year"), max_length=20, description="`-` sorts downwards.")
    ] = "-year"


def limit_g(limit_kg: float) -> int:
    return grams(Decimal(repr(limit_kg)))
