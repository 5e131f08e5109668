"""What plans, alternatives and decisions look like from outside."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.calc.limits import MAX_ITEMS
from klimabruecke.core.schemas import Out, RowOut
from klimabruecke.core.types import Count, Day, Moment, RecordId, ShortText, Text
from klimabruecke.footprint.answers import FootprintOut, Kg
from klimabruecke.footprint.items import KeptItem
from klimabruecke.footprint.plans import schemas
from klimabruecke.footprint.plans.schemas import MAX_ALTERNATIVES
from klimabruecke.footprint.plans.snapshots import ChangeName, ParametersOut, SnapshotOut
from klimabruecke.footprint.schemas import Kind

SignedKg = Annotated[float, Field(json_schema_extra={"format": "double"})]
Status = Literal["open", "decided"]

PROJECT = "The project it belongs to."
DECIDED_AT = "When it was decided; null while it is open."


class AlternativeOut(Out):
    """One way to do it, with the footprint that was computed for it."""

    id: RecordId = Field(description="Id of the alternative.")
    label: ShortText = Field(description="What tells it from the others.")
    from_alternative_id: RecordId | None = Field(description="What it was made from; null for its own items.")
    change: ChangeName | None = Field(description="How it was made; null for its own items.")
    parameters: ParametersOut | None = Field(description="What the change was made with.")
    items: list[KeptItem] = Field(max_length=MAX_ITEMS, description="What it is made of.")
    footprint: FootprintOut = Field(description="As computed when the alternative was last written.")


class SavingOut(Out):
    """What an alternative saves against the first one; what both share cancels, its uncertainty too."""

    ghg_kg: SignedKg = Field(description="Greenhouse gases saved; negative where it causes more.")
    low_kg: SignedKg = Field(description="Low end of the range of the difference.")
    high_kg: SignedKg = Field(description="High end of the range of the difference.")
    pct: SignedKg | None = Field(description="Of the first one, in per cent; null where that is nothing.")


class PlanAlternativeOut(AlternativeOut):
    """An alternative beside the others."""

    saving: SavingOut | None = Field(description="Against the first one; null for the first one itself.")


class DecisionRef(Out):
    """The decision that froze a plan."""

    id: RecordId = Field(description="Id of the decision.")
    alternative_id: RecordId = Field(description="The alternative chosen.")
    reason: Text = Field(description="Why.")
    decided_at: Moment = Field(description="When.")
    purpose: Text | None = Field(description=schemas.PURPOSE)
    benefit: Text | None = Field(description=schemas.BENEFIT)
    ends_on: Day | None = Field(description=schemas.ENDS_ON)
    cost_cents: Count | None = Field(description=schemas.COST)
    currency: schemas.Currency | None = Field(description=schemas.CURRENCY)
    budget_line: ShortText | None = Field(description=schemas.BUDGET_LINE)
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$", max_length=64)] = Field(
        description="Hash of the snapshot's canonical JSON."
    )


class _PlanFacts(Out):
    id: RecordId = Field(description="Id of the plan.")
    title: ShortText = Field(description="What it is about.")
    project_id: RecordId = Field(description=PROJECT)
    kind: Kind = Field(description="What is planned.")
    on: Day = Field(description="Day of the activity; it chooses the factor sets.")
    status: Status = Field(description="`decided` is frozen: nothing of it changes any more.")


class _PlanDetails(_PlanFacts):
    alternatives: list[PlanAlternativeOut] = Field(
        max_length=MAX_ALTERNATIVES, description="The first one is what savings are counted against."
    )
    decision: DecisionRef | None = Field(description="Null while the plan is open.")


class PlanOut(RowOut, _PlanDetails):
    """A plan with its alternatives side by side. Of a decided one, all is shown from the snapshot."""


class _PlanRowFacts(_PlanFacts):
    alternatives: Count = Field(description="How many alternatives there are.")
    decision_id: RecordId | None = Field(description="The decision; null while the plan is open.")
    decided_at: Moment | None = Field(description=DECIDED_AT)
    ghg_kg: Kg | None = Field(description="Greenhouse gases of the chosen alternative; null while open.")
    ghg_low_kg: Kg | None = Field(description="Low end of the range.")
    ghg_high_kg: Kg | None = Field(description="High end of the range.")


class PlanRowOut(RowOut, _PlanRowFacts):
    """A plan in the list."""


class PlanDecisionOut(DecisionRef):
    """A decision with its snapshot.

    `sha256` is the SHA-256 of `snapshot` written as canonical JSON (RFC 8785); it can be checked without us.
    """

    plan_id: RecordId = Field(description="The plan.")
    snapshot: SnapshotOut = Field(description="The frozen document.")
