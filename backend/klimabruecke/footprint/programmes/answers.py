"""What a grant programme looks like from outside."""

from typing import Literal

from pydantic import Field

from klimabruecke.core.schemas import Out, RowOut
from klimabruecke.core.types import Count, Day, RecordId, ShortText, Slug, Text
from klimabruecke.footprint.answers import Kg, Levels, Sentence
from klimabruecke.footprint.programmes.schemas import (
    CHANGED,
    CITY_IDS,
    CONDITIONS,
    CURRENCY,
    ENDS_ON,
    FUNDER,
    GRANT_REFERENCE,
    NOTICE_DE,
    NOTICE_EN,
    OWN_SHARE,
    PLANNED,
    POSITION_CODE,
    POSITIONS,
    SPENT,
    STARTS_ON,
    Cents,
)

NoticeCode = Literal["outside_programme_period", "approval_lapsed"]


class NoticeOut(Out):
    """Something to look at: stored all the same, and said at once."""

    code: NoticeCode = Field(description="Stable name of what there is to know.")
    pointer: ShortText = Field(description="JSON pointer to the field it is about.")
    detail: Sentence = Field(description="The same in a sentence.")


class PositionOut(Out):
    """A position of the budget and finance plan."""

    code: ShortText = Field(description=POSITION_CODE)
    title_de: ShortText | None = Field(description="Title in German.")
    title_en: ShortText | None = Field(description="Title in English.")
    planned_cents: Cents = Field(description=PLANNED)
    changed_cents: Cents | None = Field(description=CHANGED)
    spent_cents: Cents | None = Field(description=SPENT)


class ConditionOut(Out):
    """A condition of the grant."""

    text_de: Text | None = Field(description="In German.")
    text_en: Text | None = Field(description="In English.")


class _Facts(Out):
    id: RecordId = Field(description="Id of the programme.")
    title_de: ShortText | None = Field(description="Title in German.")
    title_en: ShortText | None = Field(description="Title in English.")
    funder: ShortText = Field(description=FUNDER)
    grant_reference: ShortText | None = Field(description=GRANT_REFERENCE)
    starts_on: Day = Field(description=STARTS_ON)
    ends_on: Day = Field(description=ENDS_ON)
    currency: ShortText = Field(description=CURRENCY)
    own_share_cents: Cents | None = Field(description=OWN_SHARE)
    positions: list[PositionOut] = Field(max_length=100, description=POSITIONS)
    conditions: list[ConditionOut] = Field(max_length=50, description=CONDITIONS)
    funding_notice_de: Text | None = Field(description=NOTICE_DE)
    funding_notice_en: Text | None = Field(description=NOTICE_EN)
    city_ids: list[Slug] = Field(max_length=50, description=CITY_IDS)


class ProgrammeOut(RowOut, _Facts):
    """A grant programme."""


LeftOutCode = Literal["outside_programme_period", "cancelled"]


class ReasonOut(Out):
    """Why an activity does not count."""

    code: LeftOutCode = Field(description="Stable name of the reason.")
    detail: Sentence = Field(description="The same in a sentence.")


class LeftOutOut(Out):
    """An activity of the programme that the figures leave out."""

    activity_id: RecordId = Field(description="The activity.")
    title: ShortText = Field(description="What it is.")
    starts_on: Day = Field(description="First day.")
    ends_on: Day = Field(description="Last day.")
    reasons: list[ReasonOut] = Field(max_length=3, description="Why it is left out.")


class _Sums(Out):
    """What some activities add up to; gross, nothing is netted."""

    ghg_kg: Kg | None = Field(description="Greenhouse gases in kg CO2e; null where no activity counts.")
    ghg_low_kg: Kg | None = Field(description="Low end of the range.")
    ghg_high_kg: Kg | None = Field(description="High end of the range.")
    non_co2_kg: Levels | None = Field(
        description="Effect of flying beyond greenhouse gases; never in `ghg_kg`."
    )
    activities: Count = Field(description="How many activities count.")
    travellers: Count | None = Field(
        description="How many people their groups are together; null where no activity says how many."
    )
    activities_without_travellers: Count = Field(
        description="How many of the activities name no number of people; nobody of them is in `travellers`."
    )
    demo: bool = Field(description="True where invented activities of the demonstration are counted in.")


class StatusFiguresOut(_Sums):
    """The activities of one status: only what is done has happened, and only there people took part."""

    status: Literal["done", "approved", "planned"] = Field(description="How far the activities are.")


class ProgrammeFiguresOut(_Sums):
    """What the activities of a programme inside its period add up to, planned ones among them."""

    programme_id: RecordId = Field(description="The programme.")
    starts_on: Day = Field(description=STARTS_ON)
    ends_on: Day = Field(description=ENDS_ON)
    by_status: list[StatusFiguresOut] = Field(
        max_length=3, description="The same by status: done, approved, planned; where there are any."
    )
    left_out: list[LeftOutOut] = Field(max_length=10_000, description="What does not count, and why.")
