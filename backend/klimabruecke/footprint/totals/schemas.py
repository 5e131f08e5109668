"""What the totals look like from outside, and how they are cut."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import Out
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import Count, QueryInteger, RecordId, Slug
from klimabruecke.footprint.answers import Kg, Levels
from klimabruecke.footprint.schemas import Kind
from klimabruecke.footprint.travellers import Payer, TravellerKind

CountedStatus = Literal["planned", "approved", "done"]
DIMENSIONS = ("year", "city", "kind", "project", "status", "programme", "traveller_kind", "paid_by")
YearFilter = Annotated[QueryInteger | None, Field(ge=1900, le=2200)]

NOT_ASKED = "null where `by` does not name it."
NOT_NAMED = "Also where none is named."


class FootprintTotalOut(Out):
    """What the activities of one group add up to; gross, nothing is netted."""

    year: int | None = Field(ge=1900, le=2200, description=f"Year of the first day; {NOT_ASKED}")
    city_id: Slug | None = Field(description=f"The city that bears it; {NOT_ASKED} {NOT_NAMED}")
    kind: Kind | None = Field(description=f"Kind of activity; {NOT_ASKED}")
    project_id: RecordId | None = Field(description=f"The project; {NOT_ASKED}")
    status: CountedStatus | None = Field(description=f"Where the activities stand; {NOT_ASKED}")
    programme_id: RecordId | None = Field(description=f"The grant; {NOT_ASKED} {NOT_NAMED}")
    traveller_kind: TravellerKind | None = Field(description=f"Who travels; {NOT_ASKED} {NOT_NAMED}")
    paid_by: Payer | None = Field(description=f"Who pays for it; {NOT_ASKED} {NOT_NAMED}")
    ghg_kg: Kg = Field(description="Greenhouse gases in kg CO2e.")
    ghg_low_kg: Kg = Field(description="Low end of the range; what rests on one factor errs together.")
    ghg_high_kg: Kg = Field(description="High end of the range.")
    non_co2_kg: Levels = Field(description="Effect of flying beyond greenhouse gases; never in `ghg_kg`.")
    activities: Count = Field(
        description="How many activities; one of several cities or kinds counts in each of them."
    )
    travellers: Count | None = Field(
        description="How many people take part; null where no activity says how many."
    )
    demo: bool = Field(description="True where invented activities of the demonstration are counted in.")


class FootprintTotals(Out):
    """All groups, sorted by what they are grouped by."""

    items: list[FootprintTotalOut] = Field(
        max_length=10_000, description="A group without activities is left out."
    )
    next: None = Field(description="Always null: the list is complete.")


class FootprintTotalQuery(BaseModel):
    """How the totals are cut."""

    model_config = ConfigDict(extra="forbid")

    by: Annotated[
        str,
        Field(
            pattern=spelled(
                f"^({'|'.join(DIMENSIONS)})(,({'|'.join(DIMENSIONS)})){{0,{len(DIMENSIONS) - 1}}}$",
                Bilingual(
                    f"Zusammengefasst wird nach: {', '.join(DIMENSIONS)}.",
                    f"Totals are grouped by: {', '.join(DIMENSIONS)}.",
                ),
            ),
            max_length=80,
            description=f"What to group by: a comma list of {', '.join(DIMENSIONS)}.",
        ),
    ] = "year"
    city: Annotated[Slug | None, Field(description="The share of this city only.")] = None
    kind: Annotated[Kind | None, Field(description="This kind of activity only.")] = None
    project: Annotated[RecordId | None, Field(description="This project only.")] = None
    programme: Annotated[RecordId | None, Field(description="Paid from this grant only.")] = None
    traveller_kind: Annotated[
        TravellerKind | None, Field(description="The share of these travellers only.")
    ] = None
    paid_by: Annotated[Payer | None, Field(description="The share that is paid by these only.")] = None
    status: Annotated[
        list[CountedStatus], Field(max_length=3, description="Repeatable; all three where left out.")
    ] = []
    year_min: Annotated[YearFilter, Field(description="Earliest year.")] = None
    year_max: Annotated[YearFilter, Field(description="Latest year.")] = None
