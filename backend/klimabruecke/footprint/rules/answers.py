"""What travel rules and their checks look like from outside."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.calc.limits import MAX_ITEMS
from klimabruecke.core.schemas import Out, RowOut, Verification, unset
from klimabruecke.core.types import Day, ShortText, Slug, Text
from klimabruecke.footprint.answers import Index, Kg, Sentence
from klimabruecke.footprint.rules.schemas import (
    ACTIVE,
    AMOUNT,
    ANSWERS,
    CITY,
    CURRENCY,
    KIND,
    LEVY_PAID,
    MAX_RAIL_HOURS,
    PORTAL_KG,
    SOURCE,
    SOURCE_NOTE,
    VALID_FROM,
    VALID_TO,
    VERIFICATION,
    Cents,
    Currency,
    DifferenceReason,
    Hours,
    Place,
    RailException,
    RailHours,
    RuleKind,
    TaxiException,
    Wording,
)
from klimabruecke.footprint.schemas import PlaceCode

CheckResult = Literal["kept", "exception", "open", "broken", "unknown"]
CheckKind = Literal["rail_first", "taxi_exception", "gap"]
DueCents = Annotated[int, Field(ge=0, le=2**53 - 1)]
SignedKg = Annotated[float, Field(json_schema_extra={"format": "double"})]

RESULT = (
    "kept: nothing against it; exception: with a reason; open: something is not answered yet; broken: against"
    " the rule and without a reason; unknown: the city's rules are not known here."
)


class KeptAnswer(Out):
    """An answer about a leg, with the fields it was given."""

    type: Literal["flight", "taxi"] = Field(description="Kind of item.")
    from_: Annotated[PlaceCode, Field(alias="from")] = Field(
        default_factory=unset, description="Where it starts."
    )
    to: PlaceCode = Field(default_factory=unset, description="Where it ends.")
    rail_hours: Hours = Field(
        default_factory=unset, description="How long the train takes one way, in hours."
    )
    exception: RailException | TaxiException = Field(default_factory=unset, description="Why it is so.")
    reason: Wording = Field(default_factory=unset, description="The same in words.")


class _RuleFacts(Out):
    id: Slug = Field(description="Id of the rule.")
    city_id: Slug = Field(description=CITY)
    kind: RuleKind = Field(description=KIND)
    title_de: ShortText | None = Field(description="Title in German.")
    title_en: ShortText | None = Field(description="Title in English.")
    text_de: Text | None = Field(description="What it says, in German.")
    text_en: Text | None = Field(description="What it says, in English.")
    valid_from_on: Day | None = Field(description=VALID_FROM)
    valid_to_on: Day | None = Field(description=VALID_TO)
    active: bool = Field(description=ACTIVE)
    max_rail_hours: RailHours | None = Field(description=MAX_RAIL_HOURS)
    amount_cents_per_tonne: Cents | None = Field(description=AMOUNT)
    currency: Currency | None = Field(description=CURRENCY)
    source_id: Slug | None = Field(description=SOURCE)
    source_note: Place | None = Field(description=SOURCE_NOTE)
    verification: Verification | None = Field(description=VERIFICATION)


class TravelRuleOut(RowOut, _RuleFacts):
    """A travel rule of a city."""


class RuleFindingOut(Out):
    """What a rule says of one item."""

    item: Index = Field(description="Place of the item in `items`.")
    from_: PlaceCode | None = Field(
        alias="from", description="Where it starts; null for a ride by kilometres."
    )
    to: PlaceCode | None = Field(description="Where it ends.")
    result: CheckResult = Field(description=RESULT)
    sentence: Sentence = Field(description="The same in a sentence.")


class RuleCheckOut(Out):
    """What one rule says of a journey."""

    rule_id: Slug = Field(description="The rule; see `/travel-rules`.")
    city_id: Slug = Field(description=CITY)
    kind: CheckKind = Field(description=KIND)
    title: ShortText = Field(description="Its title.")
    result: CheckResult = Field(description=f"The worst of the findings. {RESULT}")
    sentence: Sentence = Field(description="The same in a sentence.")
    source_id: Slug | None = Field(description=SOURCE)
    source_note: Place | None = Field(description=SOURCE_NOTE)
    verification: Verification | None = Field(description=VERIFICATION)
    findings: list[RuleFindingOut] = Field(max_length=MAX_ITEMS, description="One for each leg it is about.")


class LevyOut(Out):
    """What a city's CO2 levy is for a journey, and how it is counted."""

    rule_id: Slug = Field(description="The rule; see `/travel-rules`.")
    city_id: Slug = Field(description=CITY)
    share_kg: Kg | None = Field(description="What the city bears of the footprint, by its travellers.")
    amount_cents_per_tonne: Cents | None = Field(description=AMOUNT)
    currency: Currency = Field(description=CURRENCY)
    due_cents: DueCents | None = Field(description="Share times amount; null where one of them is not known.")
    sentence: Sentence = Field(description="How it is counted, or why it is not.")
    source_id: Slug | None = Field(description=SOURCE)
    source_note: Place | None = Field(description=SOURCE_NOTE)
    verification: Verification | None = Field(description=VERIFICATION)


_CHECKS = "The rules of the cities the travellers come from; of the project's first city where none is given."
_LEVIES = "The levies of these cities."
_DUE = "What is due altogether, in cents; null where one of `levies` is not known, or none is due."


class RuleFieldsOut(Out):
    """What an activity shows of travel rules, the levy and another portal's figure."""

    rule_answers: list[KeptAnswer] = Field(max_length=MAX_ITEMS, description=ANSWERS)
    rule_checks: list[RuleCheckOut] = Field(max_length=200, description=_CHECKS)
    levies: list[LevyOut] = Field(max_length=50, description=_LEVIES)
    levy_due_cents: DueCents | None = Field(description=_DUE)
    levy_paid_cents: Cents | None = Field(description=LEVY_PAID)
    levy_paid_on: Day | None = Field(description="Day the levy was paid.")
    levy_currency: Currency | None = Field(description="Currency of what was paid; unpaid, of what is due.")
    portal_ghg_kg: Kg | None = Field(description=PORTAL_KG)
    portal_difference_kg: SignedKg | None = Field(description="The portal's figure less ours.")
    portal_difference_reason: DifferenceReason | None = Field(
        description="Why the portal's figure is another one than ours."
    )
    portal_note: Text | None = Field(description="The same in words.")


class TravelRuleCheckOut(Out):
    """What the rules of a city say of a planned journey. Nothing is stored."""

    rule_checks: list[RuleCheckOut] = Field(max_length=200, description="One for each rule that holds.")
    levies: list[LevyOut] = Field(max_length=50, description="The city's levies, for all travellers.")
    levy_due_cents: DueCents | None = Field(description=_DUE)
    levy_currency: Currency | None = Field(description="Currency of what is due.")
