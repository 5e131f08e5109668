"""What travel rules are asked with, and what an activity says about them."""

from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from klimabruecke.calc.limits import MAX_ITEMS
from klimabruecke.core.schemas import In, PageQuery, Patch, Verification, sort_pattern, unset
from klimabruecke.core.types import FILLED, Day, Integer, QueryFlag, Slug
from klimabruecke.footprint.schemas import Airport, ItemIn, PlaceCode

RuleKind = Literal["rail_first", "co2_levy", "taxi_exception", "gap"]
RailException = Literal[
    "no_connection_on_the_day",
    "connecting_flight_on_one_ticket",
    "several_appointments",
    "duty_of_care_or_disability",
    "security",
    "other",
]
TaxiException = Literal[
    "no_public_transport",
    "luggage_or_material",
    "several_people",
    "duty_of_care_or_disability",
    "security",
    "other",
]
DifferenceReason = Literal["method", "non_co2_factor", "legs"]

Title = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
Wording = Annotated[str, Field(min_length=1, max_length=4000, pattern=FILLED)]
Place = Annotated[str, Field(min_length=1, max_length=400, pattern=FILLED)]
Cents = Annotated[Integer, Field(ge=1, le=100_000_000_000)]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$", min_length=3, max_length=3)]
RailHours = Annotated[Integer, Field(ge=1, le=48)]
Hours = Annotated[float, Field(strict=True, ge=0.1, le=240, json_schema_extra={"format": "double"})]
PortalKg = Annotated[
    float, Field(strict=True, ge=0, le=1_000_000_000, json_schema_extra={"format": "double"})
]

CITY = "The city whose official travel it is about; it holds for nobody else."
KIND = "rail_first, co2_levy and taxi_exception are checked; gap says that the rules are not known."
TITLE_DE = "Title in German; one of the two titles is needed."
TITLE_EN = "Title in English; one of the two titles is needed."
TEXT_DE = "What it says, in German."
TEXT_EN = "What it says, in English."
VALID_FROM = "First day it holds; null where it is not limited."
VALID_TO = "Last day it holds; null where it is not limited."
ACTIVE = "The switch: false takes it out of every check."
MAX_RAIL_HOURS = "rail_first: rail is taken where it needs no more hours, one way."
AMOUNT = "co2_levy: what a tonne of CO2e costs, in cents. Null where nobody has read it."
AMOUNT_IN = f"{AMOUNT} Setting it needs `source_id` or `source_note` in the same request."
AMOUNT_NEW = (
    f"{AMOUNT} Another amount needs `verification` and `source_id` in the same request; `source_id` may be"
    " null where `source_note` says where it was read."
)
CURRENCY = "co2_levy: currency of the amount, ISO 4217."
SOURCE = "Where it was read; see `/sources`. Everything but a gap and what is `recalled` needs a source."
SOURCE_NOTE = "Where in the source, or which document, where `/sources` does not list it."
VERIFICATION = "How it was established; needed for everything but a gap. `recalled` is not yet proven."


class TravelRuleIn(In):
    """A rule of a city."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "city_id": "durban",
                    "kind": "rail_first",
                    "title_en": "Rail before air up to four hours",
                    "valid_from_on": "2027-01-01",
                    "max_rail_hours": 4,
                    "source_note": "Travel policy of the municipality, section 3",
                    "verification": "reported",
                }
            ]
        }
    )

    city_id: Slug = Field(description=CITY)
    kind: RuleKind = Field(description=KIND)
    title_de: Annotated[Title | None, Field(description=TITLE_DE)] = None
    title_en: Annotated[Title | None, Field(description=TITLE_EN)] = None
    text_de: Annotated[Wording | None, Field(description=TEXT_DE)] = None
    text_en: Annotated[Wording | None, Field(description=TEXT_EN)] = None
    valid_from_on: Annotated[Day | None, Field(description=VALID_FROM)] = None
    valid_to_on: Annotated[Day | None, Field(description=VALID_TO)] = None
    active: Annotated[bool, Field(strict=True, description=ACTIVE)] = True
    max_rail_hours: Annotated[RailHours | None, Field(description=MAX_RAIL_HOURS)] = None
    amount_cents_per_tonne: Annotated[Cents | None, Field(description=AMOUNT_IN)] = None
    currency: Annotated[Currency | None, Field(description=CURRENCY)] = None
    source_id: Annotated[Slug | None, Field(description=SOURCE)] = None
    source_note: Annotated[Place | None, Field(description=SOURCE_NOTE)] = None
    verification: Annotated[Verification | None, Field(description=VERIFICATION)] = None


class TravelRulePatch(Patch):
    """What is to change; city and kind stay."""

    title_de: Title | None = Field(default_factory=unset, description=TITLE_DE)
    title_en: Title | None = Field(default_factory=unset, description=TITLE_EN)
    text_de: Wording | None = Field(default_factory=unset, description=TEXT_DE)
    text_en: Wording | None = Field(default_factory=unset, description=TEXT_EN)
    valid_from_on: Day | None = Field(default_factory=unset, description=VALID_FROM)
    valid_to_on: Day | None = Field(default_factory=unset, description=VALID_TO)
    active: Annotated[bool, Field(strict=True)] = Field(default_factory=unset, description=ACTIVE)
    max_rail_hours: RailHours | None = Field(default_factory=unset, description=MAX_RAIL_HOURS)
    amount_cents_per_tonne: Cents | None = Field(default_factory=unset, description=AMOUNT_NEW)
    currency: Currency | None = Field(default_factory=unset, description=CURRENCY)
    source_id: Slug | None = Field(default_factory=unset, description=SOURCE)
    source_note: Place | None = Field(default_factory=unset, description=SOURCE_NOTE)
    verification: Verification | None = Field(default_factory=unset, description=VERIFICATION)


class TravelRuleQuery(PageQuery):
    """Filters of the list of travel rules."""

    city: Annotated[Slug | None, Field(description=CITY)] = None
    kind: Annotated[RuleKind | None, Field(description=KIND)] = None
    valid_on: Annotated[Day | None, Field(description="A day it holds on.")] = None
    active: Annotated[QueryFlag | None, Field(description=ACTIVE)] = None
    sort: Annotated[
        str,
        Field(
            pattern=sort_pattern("id", "city_id", "kind", "valid_from_on"),
            max_length=80,
            description="`-` sorts downwards.",
        ),
    ] = "city_id,kind,id"


# --- what is answered about the legs of a journey ---------------------------------------------------

REASON = "In words; needed for the exception `other`. No names of people."


class FlightAnswer(In):
    """About a flight that a train could do: how long the train takes, or why it is flown nevertheless."""

    type: Literal["flight"] = Field(description="Kind of item.")
    from_: Airport = Field(alias="from")
    to: Airport
    rail_hours: Annotated[Hours | None, Field(description="How long the train takes one way, in hours.")] = (
        None
    )
    exception: Annotated[RailException | None, Field(description="Why it is flown nevertheless.")] = None
    reason: Annotated[Wording | None, Field(description=REASON)] = None


class TaxiAnswer(In):
    """Why a taxi is taken. One answer is for all rides between the same places, or all without places."""

    type: Literal["taxi"] = Field(description="Kind of item.")
    from_: Annotated[PlaceCode | None, Field(alias="from", description="Where the ride starts.")] = None
    to: Annotated[PlaceCode | None, Field(description="Where the ride ends.")] = None
    exception: TaxiException = Field(description="Why a taxi is taken.")
    reason: Annotated[Wording | None, Field(description=REASON)] = None


RuleAnswer: TypeAlias = Annotated[FlightAnswer | TaxiAnswer, Field(discriminator="type")]
RuleAnswers: TypeAlias = Annotated[list[RuleAnswer], Field(max_length=MAX_ITEMS)]

ANSWERS = "What is answered about its legs, each named by its two ends in whatever order."
LEVY_PAID = "What was paid of the levy, in cents; together with the day and the currency."
PORTAL_KG = "What the office's own travel portal says, in kg CO2e. It stands beside our figure, never for it."


class RuleFields(In):
    """What an activity says about travel rules, the levy and another portal's figure."""

    rule_answers: RuleAnswers = Field(default_factory=unset, description=ANSWERS)
    levy_paid_cents: Cents | None = Field(default_factory=unset, description=LEVY_PAID)
    levy_paid_on: Day | None = Field(default_factory=unset, description="Day the levy was paid.")
    levy_currency: Currency | None = Field(
        default_factory=unset, description="Currency of what was paid, ISO 4217; it says nothing unpaid."
    )
    portal_ghg_kg: PortalKg | None = Field(default_factory=unset, description=PORTAL_KG)
    portal_difference_reason: DifferenceReason | None = Field(
        default_factory=unset, description="Why the portal's figure is another one than ours."
    )
    portal_note: Wording | None = Field(
        default_factory=unset, description="The same in words; no names of people."
    )


_ANSWERED: JsonDict = {
    "city_id": "bremen",
    "on": "2026-09-14",
    "items": [{"type": "flight", "from": "BRE", "to": "FRA", "travellers": 5, "return": True}],
    "rule_answers": [
        {"type": "flight", "from": "BRE", "to": "FRA", "exception": "connecting_flight_on_one_ticket"}
    ],
}


class TravelRuleCheckIn(In):
    """A journey of people of one city, as it is planned."""

    model_config = ConfigDict(json_schema_extra={"examples": [_ANSWERED]})

    city_id: Slug = Field(description="The city the travellers come from.")
    on: Day = Field(description="First day of the journey; it chooses the rules and the factor sets.")
    items: list[ItemIn] = Field(min_length=1, max_length=MAX_ITEMS, description="What it is made of.")
    rule_answers: RuleAnswers = Field(default_factory=list, description=ANSWERS)
