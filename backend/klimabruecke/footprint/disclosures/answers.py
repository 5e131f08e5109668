"""What an answer about travel looks like from outside."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import Out, RowOut, Verification, unset
from klimabruecke.core.types import Count, Moment, RecordId, ShortText, Slug, Text
from klimabruecke.footprint.answers import MethodRef
from klimabruecke.footprint.contributions.schemas import (
    Cents,
    ContributionTotalOut,
    Currency,
)
from klimabruecke.footprint.disclosures.schemas import QUESTION, YEAR_MAX, YEAR_MIN
from klimabruecke.footprint.papers.answers import PaperOut, Sha256
from klimabruecke.footprint.plans.snapshots import BothLanguages, LevelsInGrams, SnapshotSource
from klimabruecke.footprint.schemas import Kind

Year = Annotated[int, Field(ge=1900, le=2200)]


class DisclosedLevy(Out):
    """What CO2 levies of one currency come to; beside the emissions, never against them."""

    currency: Currency = Field(description="ISO 4217.")
    due_cents: Count | None = Field(
        description="What is due, in cents; null where nothing of it is known or where it is `withheld`."
    )
    paid_cents: Count | None = Field(
        description="What was paid, in cents; null where none is recorded or where it is `withheld`."
    )
    undetermined: Count = Field(
        description="Activities not in `due_cents`: the amount per tonne or the travellers are not known."
    )
    withheld: list[Literal["due_cents", "paid_cents"]] = Field(
        default_factory=unset,
        max_length=2,
        description="Amounts that are null because they would tell about fewer than five travellers.",
    )


class DisclosedLevyRule(Out):
    """A rule levies were counted by, as it stood then."""

    rule_id: Slug = Field(description="Its id.")
    city_id: Slug = Field(description="Whose rule it is.")
    title_de: ShortText | None = Field(description="Title in German.")
    title_en: ShortText | None = Field(description="Title in English.")
    amount_cents_per_tonne: Cents | None = Field(description="Cents per tonne; null where it is not known.")
    currency: Currency = Field(description="ISO 4217.")
    source_note: ShortText | None = Field(description="Where in the source, or where else it was read.")
    verification: Verification | None = Field(description="How it was established.")
    source: SnapshotSource | None = Field(description="Where it was read.")


class DisclosedRow(Out):
    """What a group of activities adds up to; gross, nothing is netted."""

    members: list[ShortText] = Field(
        max_length=400,
        description="The years, cities or kinds in this row; several where small ones are put together, `-`"
        " for no city, empty for all.",
    )
    activities: Count = Field(description="How many; one of several cities counts once in a row.")
    people: Count | None = Field(
        description="How many people took part, as far as recorded; one of two trips counts twice."
    )
    ghg_g: Count = Field(description="Greenhouse gases, g CO2e.")
    ghg_low_g: Count = Field(description="Low end of the range; what rests on one factor errs together.")
    ghg_high_g: Count = Field(description="High end of the range.")
    non_co2_g: LevelsInGrams = Field(
        description="Effect of flying beyond greenhouse gases; never in `ghg_g`."
    )
    levies: list[DisclosedLevy] = Field(
        max_length=50, description="CO2 levies by currency; empty where none applies and none was paid."
    )


class DisclosedCity(BothLanguages):
    """A city with its names then."""

    id: Slug = Field(description="Its id.")


class NotCounted(Out):
    """What is left out because it is not done."""

    planned: Count = Field(description="Planned activities of these years.")
    approved: Count = Field(description="Approved activities of these years.")


class DisclosureSnapshot(Out):
    """The frozen document."""

    format: Literal["klimabruecke/travel-disclosure/1", "klimabruecke/travel-disclosure/2"] = Field(
        description="Name and version of this document."
    )
    id: RecordId = Field(description="Id of the answer.")
    question: Text = Field(description=QUESTION)
    year_min: Year = Field(description=YEAR_MIN)
    year_max: Year = Field(description=YEAR_MAX)
    city_ids: list[Slug] = Field(max_length=50, description="The cities asked about; empty for all.")
    kinds: list[Kind] = Field(max_length=5, description="The kinds asked about; empty for all.")
    made_at: Moment = Field(description="When it was read from the records.")
    cities: list[DisclosedCity] = Field(max_length=1_000, description="The cities it names.")
    total: DisclosedRow = Field(description="All activities together.")
    by_year: list[DisclosedRow] = Field(max_length=400, description="By the year of the first day.")
    by_city: list[DisclosedRow] = Field(max_length=1_000, description="By city; shares of emissions add up.")
    by_kind: list[DisclosedRow] = Field(max_length=5, description="By kind of activity.")
    without_people: Count = Field(description="Counted activities for which no number of people is recorded.")
    levy_rules: list[DisclosedLevyRule] = Field(max_length=200, description="The rules behind the levies.")
    contributions: list[ContributionTotalOut] = Field(
        max_length=10_000,
        description="Money these cities gave for climate work in these years; never netted. A levy among it"
        " may be the same payment as in `levies`.",
    )
    levy_contributions_withheld: bool = Field(
        default_factory=unset,
        description="True where levies are not among `contributions` because they would tell about fewer than"
        " five travellers.",
    )
    not_counted: NotCounted = Field(description="What is not done yet.")
    methods: list[MethodRef] = Field(max_length=50, description="The methods that computed.")
    sources: list[SnapshotSource] = Field(max_length=1_000, description="The sources of the factors used.")
    unproven: list[Slug] = Field(max_length=1_000, description="Those of which a factor is only recalled.")
    demo: bool = Field(description="True where invented activities of the demonstration are counted in.")


class TravelDisclosureRowOut(RowOut):
    """An answer in the list."""

    id: RecordId = Field(description="Id of the answer.")
    question: Text = Field(description=QUESTION)
    year_min: Year = Field(description=YEAR_MIN)
    year_max: Year = Field(description=YEAR_MAX)
    activities: Count = Field(description="How many activities were counted.")
    sha256: Sha256 = Field(description="Hash of the snapshot's canonical JSON.")


class TextsOut(Out):
    """The answer as a text."""

    de: PaperOut = Field(description="In German.")
    en: PaperOut = Field(description="In English.")


class TravelDisclosureOut(TravelDisclosureRowOut):
    """An answer with its snapshot and its texts.

    `sha256` is the SHA-256 of `snapshot` written as canonical JSON (RFC 8785); it can be checked without us.
    """

    snapshot: DisclosureSnapshot = Field(description="The frozen document.")
    texts: TextsOut = Field(description="The answer to paste, made from the snapshot alone.")
