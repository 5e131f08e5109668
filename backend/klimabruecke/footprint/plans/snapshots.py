"""The frozen document behind a decision: masses in whole grams, factor values as decimals in text."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.calc.limits import MAX_ITEMS
from klimabruecke.core.schemas import Out, Verification, unset
from klimabruecke.core.types import Count, Day, Moment, RecordId, ShortText, Slug, Text
from klimabruecke.footprint.answers import Index, ItemType, MethodRef, Sentence, WarningCode
from klimabruecke.footprint.items import KeptItem
from klimabruecke.footprint.plans import schemas
from klimabruecke.footprint.plans.schemas import MAX_ALTERNATIVES
from klimabruecke.footprint.rules.answers import CheckKind, CheckResult
from klimabruecke.footprint.schemas import Country, Kind

ChangeName = Literal["rail_to_hub", "fewer_travellers", "one_longer_stay", "hybrid", "online_only"]
DecimalInText = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$", max_length=40)]


class ParametersOut(Out):
    """What a change was made with; what was left out of the request is filled in."""

    hub: Annotated[str, Field(pattern="^[A-Z]{3}$", max_length=3)] = Field(
        default_factory=unset, description="IATA code of the airport the train goes to."
    )
    country: Country = Field(default_factory=unset, description="Whose railway counts.")
    max_km: int = Field(
        default_factory=unset, ge=50, le=1500, description="Longest flight a train can replace, in km."
    )
    travellers: int = Field(default_factory=unset, ge=1, le=10_000, description="How many people travel.")
    nights: int = Field(default_factory=unset, ge=1, le=3_650, description="Nights of the longest stay.")
    participants: int = Field(
        default_factory=unset, ge=1, le=100_000, description="How many people meet by video."
    )
    hours: float = Field(
        default_factory=unset,
        gt=0,
        le=100_000,
        description="Hours of the video conference.",
        json_schema_extra={"format": "double"},
    )


class LevelsInGrams(Out):
    """A low, a central and a high estimate."""

    low: Count = Field(description="Low estimate, g CO2e.")
    central: Count = Field(description="Central estimate, g CO2e.")
    high: Count = Field(description="High estimate, g CO2e.")


class BothLanguages(Out):
    """A sentence as it was shown."""

    de: Sentence = Field(description="In German.")
    en: Sentence = Field(description="In English.")


class SnapshotWarning(Out):
    """A warning as it was shown."""

    code: WarningCode = Field(description="What it is about.")
    item: Index | None = Field(description="The item it is about; null for the whole.")
    detail: BothLanguages = Field(description="The sentence.")


class SnapshotFactor(Out):
    """A factor with the value that was used."""

    id: ShortText = Field(description="Its id.")
    value: DecimalInText = Field(description="Its exact value.")
    unit: ShortText = Field(description="Its unit.")
    source_id: Slug = Field(description="Where it was read.")
    verification: Verification = Field(description="How it was established then.")


class _GhgInGrams(Out):
    ghg_g: Count = Field(description="Greenhouse gases, g CO2e.")
    ghg_low_g: Count = Field(description="Low end of the range.")
    ghg_high_g: Count = Field(description="High end of the range.")
    ttw_g: Count = Field(description="Tank to wheel.")
    non_co2_g: LevelsInGrams = Field(description="Effect of flying beyond greenhouse gases.")


class SnapshotItem(_GhgInGrams):
    """One item's figures."""

    index: Index = Field(description="Position of the item.")
    type: ItemType = Field(description="What it is.")
    distance_m: Count | None = Field(description="Distance one way, in metres.")
    wtt_g: Count | None = Field(description="Well to tank; null where it is not known apart.")
    formula: Sentence = Field(description="How the figure came about.")
    factors: list[SnapshotFactor] = Field(max_length=50, description="The primary factor first.")


class SnapshotGroup(Out):
    """What errs together: the items of a type that rest on the same factor."""

    item_type: ItemType = Field(description="The type.")
    factor_id: ShortText = Field(description="The primary factor.")
    ghg_g: Count = Field(description="Greenhouse gases, g CO2e.")
    uncertainty_g: Count = Field(description="Absolute uncertainty.")
    non_co2_g: LevelsInGrams = Field(description="Effect of flying beyond greenhouse gases.")


class SnapshotFootprint(_GhgInGrams):
    """A footprint as it was computed."""

    method: MethodRef = Field(description="The method.")
    wtt_g: Count | None = Field(description="Well to tank; null where no item gives it apart.")
    climate_effect_g: LevelsInGrams = Field(description="Greenhouse gases plus the effect beyond them.")
    per_traveller_g: Count | None = Field(description="By the largest group of travellers.")
    items: list[SnapshotItem] = Field(max_length=MAX_ITEMS, description="Item by item.")
    groups: list[SnapshotGroup] = Field(max_length=MAX_ITEMS, description="What errs together.")
    assumptions: list[BothLanguages] = Field(max_length=500, description="What was assumed.")
    warnings: list[SnapshotWarning] = Field(max_length=700, description="What a reader must know.")


class SnapshotAlternative(Out):
    """An alternative as it was."""

    id: RecordId = Field(description="Its id.")
    label: ShortText = Field(description="What told it from the others.")
    from_alternative_id: RecordId | None = Field(description="What it was made from.")
    change: ChangeName | None = Field(description="How it was made.")
    parameters: ParametersOut | None = Field(description="What the change was made with.")
    items: list[KeptItem] = Field(max_length=MAX_ITEMS, description="What it was made of.")
    footprint: SnapshotFootprint = Field(description="Its footprint.")


class SnapshotPlan(Out):
    """The plan as it was."""

    id: RecordId = Field(description="Its id.")
    title: ShortText = Field(description="What it was about.")
    project_id: RecordId = Field(description="Its project.")
    kind: Kind = Field(description="What was planned.")
    on: Day = Field(description="Day of the activity.")


class SnapshotProject(Out):
    """The project as it was called."""

    id: RecordId = Field(description="Its id.")
    title_de: ShortText | None = Field(description="Title in German.")
    title_en: ShortText | None = Field(description="Title in English.")


class SnapshotDecision(Out):
    """The choice."""

    id: RecordId = Field(description="Id of the decision.")
    alternative_id: RecordId = Field(description="The alternative chosen.")
    reason: Text = Field(description="Why.")
    decided_at: Moment = Field(description="When.")
    purpose: Text | None = Field(default_factory=unset, description=schemas.PURPOSE)
    benefit: Text | None = Field(default_factory=unset, description=schemas.BENEFIT)
    ends_on: Day | None = Field(default_factory=unset, description=schemas.ENDS_ON)
    cost_cents: Count | None = Field(default_factory=unset, description=schemas.COST)
    currency: schemas.Currency | None = Field(default_factory=unset, description=schemas.CURRENCY)
    budget_line: ShortText | None = Field(default_factory=unset, description=schemas.BUDGET_LINE)


class SnapshotPlace(BothLanguages):
    """A place of the items with its names then."""

    id: Slug = Field(description="IATA code, or id of a city.")


class SnapshotSource(Out):
    """A source of the factors as it was called then."""

    id: Slug = Field(description="Its id; see `/sources`.")
    publisher: ShortText | None = Field(description="Who published it.")
    title: Sentence = Field(description="Its title.")
    year: int | None = Field(ge=1800, le=2200, description="The year it names.")


class SnapshotFinding(Out):
    """What a rule said of a leg."""

    item: Index = Field(description="Position of the item.")
    from_: ShortText | None = Field(alias="from", description="Where it begins.")
    to: ShortText | None = Field(description="Where it ends.")
    result: CheckResult = Field(description="The result.")
    sentence: BothLanguages = Field(description="The same in a sentence.")


class SnapshotRuleCheck(Out):
    """What a travel rule of the project's home said of the chosen alternative."""

    rule_id: Slug = Field(description="Its id; see `/travel-rules`.")
    city_id: Slug = Field(description="Whose rule it is.")
    city: BothLanguages = Field(description="What the city was called.")
    kind: CheckKind = Field(description="What it was about.")
    title: BothLanguages = Field(description="Its title.")
    result: CheckResult = Field(description="The worst of its findings.")
    source: SnapshotSource | None = Field(description="Where it was read.")
    source_note: ShortText | None = Field(description="Where in the source, or where else it was read.")
    verification: Verification | None = Field(description="How it was established.")
    findings: list[SnapshotFinding] = Field(max_length=MAX_ITEMS, description="One for each leg.")


class SnapshotOut(Out):
    """The frozen document. Version 1 has neither places, sources nor rules, nor what the papers need."""

    format: Literal["klimabruecke/plan-decision/1", "klimabruecke/plan-decision/2"] = Field(
        description="Name and version of this document."
    )
    plan: SnapshotPlan = Field(description="The plan.")
    project: SnapshotProject = Field(description="Its project.")
    alternatives: list[SnapshotAlternative] = Field(
        max_length=MAX_ALTERNATIVES, description="All alternatives, the first one first."
    )
    decision: SnapshotDecision = Field(description="The choice.")
    places: list[SnapshotPlace] = Field(
        default_factory=list, max_length=2_400, description="The places the items name."
    )
    sources: list[SnapshotSource] = Field(
        default_factory=list, max_length=1_000, description="The sources of the factors used."
    )
    rule_checks: list[SnapshotRuleCheck] = Field(
        default_factory=list, max_length=200, description="What travel rules said of the chosen alternative."
    )
