"""What a measure is described with, and what it looks like from outside."""

from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from klimabruecke.core.schemas import (
    In,
    Out,
    Patch,
    RowOut,
    Verification,
    unset,
)
from klimabruecke.core.types import FILLED, NO_CONTROL_CHARACTERS, Count, Day, Integer, ShortText, Slug, Text
from klimabruecke.measures.measures.effects import EffectIn, EffectOut
from klimabruecke.measures.words import (
    ActionType,
    CoBenefit,
    Hazard,
    Instrument,
    Phase,
    Prerequisite,
    Sector,
    Status,
    Visibility,
)

MeasureYear = Annotated[Integer, Field(ge=1900, le=2200)]
Percent = Annotated[Integer, Field(ge=0, le=100)]
Cents = Annotated[Integer, Field(ge=1, le=9_000_000_000_000_000)]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$", min_length=3, max_length=3)]
Paragraph = Annotated[str, Field(max_length=1000, pattern=NO_CONTROL_CHARACTERS)]
Title = Annotated[str, Field(min_length=1, max_length=200, pattern=FILLED)]
Goal = Annotated[Integer, Field(ge=1, le=17)]

Effects = Annotated[list[EffectIn], Field(max_length=50)]
CoBenefits = Annotated[list[CoBenefit], Field(max_length=20)]
Hazards = Annotated[list[Hazard], Field(max_length=20)]
Instruments = Annotated[list[Instrument], Field(max_length=20)]
Prerequisites = Annotated[list[Prerequisite], Field(max_length=20)]
Flag = Annotated[bool, Field(strict=True)]
Goals = Annotated[list[Goal], Field(max_length=17)]

SAME = "The same in English."
CITY_ID = "The city whose measure it is."
IDENTIFIER = "What the city itself calls it, such as `L-KE-182`."
PLAN = "The plan or programme it belongs to."
TITLE_DE = "Title in German; one of the two titles is needed."
TITLE_EN = "Title in English; one of the two titles is needed."
LEAD_DE = "What it is about in a sentence or two, in German."
DESCRIPTION_DE = "What is done, in German."
SECTOR = "The field of work."
ACTION_TYPE = (
    "Lowers emissions, adapts to climate change, both, makes others possible, sets a frame, or offsets."
)
STATUS = "Where it stands."
PHASE = "The step of carrying it out."
STATUS_REASON_DE = "Why it stands there, in German; a cancelled measure needs it in one language."
STATUS_AS_READ = "The status in the words of the source."
COMPLETION_PCT = "How much of it is done, percent."
DECIDED_BY = "Which body decided it, such as the council; no names of people."
STARTS_YEAR = "First year."
ENDS_YEAR = "Last year."
IS_CONTINUOUS = "True where it goes on without an end."
SCHEDULE_VERIFICATION = "How the years were established, where otherwise than the rest."
RESPONSIBLE_UNIT_DE = "Who is responsible, as a function in German; never a person's name."
PARTNERS_DE = "Who else takes part, as functions or bodies, in German."
COST_CENTS = "What it costs, in cents of `cost_currency`."
COST_CURRENCY = "ISO 4217, such as EUR, ZAR or NAD."
COST_NOTE_DE = "What the cost contains, in German."
FUNDING_DE = "Who pays, in German."
EFFECTS = "What it brings, each figure in its own unit and with its basis."
CO_BENEFITS = "What else it brings."
SDGS = "Sustainable Development Goals it serves, by number."
HAZARDS = "What it protects against."
INSTRUMENTS = "By what means."
PREREQUISITES = "What a city needs to copy it."
NEEDS_DE = "What a city needs to copy it, in words, in German."
LESSONS_DE = "What was learnt, in German."
REPLACED_BY_ID = "The measure it was merged with or superseded by."
CAVEAT_DE = "What to know before using the figures, in German."
SOURCE_ID = "Where it was read; see `/sources`."
VERIFICATION = "How it was established. `recalled` is not yet proven and must be shown as such."
VISIBILITY = "A draft is seen by everyone with a role, what is published by everybody."

EXAMPLE: JsonDict = {
    "city_id": "durban",
    "title_en": "Landfill gas to electricity",
    "title_de": "Strom aus Deponiegas",
    "sector": "waste",
    "action_type": "mitigation",
    "status": "in_operation",
    "phase": "operation",
    "starts_year": 2004,
    "effects": [{"ghg_kg": 68833000, "per": "year", "basis": "expected", "source_id": "S051"}],
    "instruments": ["investment"],
}


class MeasureIn(In):
    """A measure to be recorded."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    city_id: Slug = Field(description=CITY_ID)
    identifier: Annotated[ShortText | None, Field(description=IDENTIFIER)] = None
    plan: Annotated[ShortText | None, Field(description=PLAN)] = None
    title_de: Annotated[Title | None, Field(description=TITLE_DE)] = None
    title_en: Annotated[Title | None, Field(description=TITLE_EN)] = None
    lead_de: Annotated[Paragraph | None, Field(description=LEAD_DE)] = None
    lead_en: Annotated[Paragraph | None, Field(description=SAME)] = None
    description_de: Annotated[Text | None, Field(description=DESCRIPTION_DE)] = None
    description_en: Annotated[Text | None, Field(description=SAME)] = None
    sector: Sector = Field(description=SECTOR)
    action_type: ActionType = Field(description=ACTION_TYPE)
    status: Status = Field(description=STATUS)
    phase: Annotated[Phase | None, Field(description=PHASE)] = None
    status_reason_de: Annotated[Paragraph | None, Field(description=STATUS_REASON_DE)] = None
    status_reason_en: Annotated[Paragraph | None, Field(description=SAME)] = None
    status_as_read: Annotated[ShortText | None, Field(description=STATUS_AS_READ)] = None
    completion_pct: Annotated[Percent | None, Field(description=COMPLETION_PCT)] = None
    decided_by: Annotated[ShortText | None, Field(description=DECIDED_BY)] = None
    starts_year: Annotated[MeasureYear | None, Field(description=STARTS_YEAR)] = None
    ends_year: Annotated[MeasureYear | None, Field(description=ENDS_YEAR)] = None
    is_continuous: Annotated[Flag, Field(description=IS_CONTINUOUS)] = False
    schedule_verification: Annotated[Verification | None, Field(description=SCHEDULE_VERIFICATION)] = None
    responsible_unit_de: Annotated[ShortText | None, Field(description=RESPONSIBLE_UNIT_DE)] = None
    responsible_unit_en: Annotated[ShortText | None, Field(description=SAME)] = None
    partners_de: Annotated[Paragraph | None, Field(description=PARTNERS_DE)] = None
    partners_en: Annotated[Paragraph | None, Field(description=SAME)] = None
    cost_cents: Annotated[Cents | None, Field(description=COST_CENTS)] = None
    cost_currency: Annotated[Currency | None, Field(description=COST_CURRENCY)] = None
    cost_note_de: Annotated[Paragraph | None, Field(description=COST_NOTE_DE)] = None
    cost_note_en: Annotated[Paragraph | None, Field(description=SAME)] = None
    funding_de: Annotated[Paragraph | None, Field(description=FUNDING_DE)] = None
    funding_en: Annotated[Paragraph | None, Field(description=SAME)] = None
    effects: Effects = Field(default_factory=list, description=EFFECTS)
    co_benefits: CoBenefits = Field(default_factory=list, description=CO_BENEFITS)
    sdgs: Goals = Field(default_factory=list, description=SDGS)
    hazards: Hazards = Field(default_factory=list, description=HAZARDS)
    instruments: Instruments = Field(default_factory=list, description=INSTRUMENTS)
    prerequisites: Prerequisites = Field(default_factory=list, description=PREREQUISITES)
    needs_de: Annotated[Text | None, Field(description=NEEDS_DE)] = None
    needs_en: Annotated[Text | None, Field(description=SAME)] = None
    lessons_de: Annotated[Text | None, Field(description=LESSONS_DE)] = None
    lessons_en: Annotated[Text | None, Field(description=SAME)] = None
    replaced_by_id: Annotated[Slug | None, Field(description=REPLACED_BY_ID)] = None
    caveat_de: Annotated[Paragraph | None, Field(description=CAVEAT_DE)] = None
    caveat_en: Annotated[Paragraph | None, Field(description=SAME)] = None
    source_id: Annotated[Slug | None, Field(description=SOURCE_ID)] = None
    verification: Annotated[Verification, Field(description=VERIFICATION)] = "reported"
    visibility: Annotated[Visibility, Field(description=VISIBILITY)] = "draft"


class MeasurePatch(Patch):
    """What is to change."""

    city_id: Slug = Field(default_factory=unset, description=CITY_ID)
    identifier: ShortText | None = Field(default_factory=unset, description=IDENTIFIER)
    plan: ShortText | None = Field(default_factory=unset, description=PLAN)
    title_de: Title | None = Field(default_factory=unset, description=TITLE_DE)
    title_en: Title | None = Field(default_factory=unset, description=TITLE_EN)
    lead_de: Paragraph | None = Field(default_factory=unset, description=LEAD_DE)
    lead_en: Paragraph | None = Field(default_factory=unset, description=SAME)
    description_de: Text | None = Field(default_factory=unset, description=DESCRIPTION_DE)
    description_en: Text | None = Field(default_factory=unset, description=SAME)
    sector: Sector = Field(default_factory=unset, description=SECTOR)
    action_type: ActionType = Field(default_factory=unset, description=ACTION_TYPE)
    status: Status = Field(default_factory=unset, description=STATUS)
    phase: Phase | None = Field(default_factory=unset, description=PHASE)
    status_reason_de: Paragraph | None = Field(default_factory=unset, description=STATUS_REASON_DE)
    status_reason_en: Paragraph | None = Field(default_factory=unset, description=SAME)
    status_as_read: ShortText | None = Field(default_factory=unset, description=STATUS_AS_READ)
    completion_pct: Percent | None = Field(default_factory=unset, description=COMPLETION_PCT)
    decided_by: ShortText | None = Field(default_factory=unset, description=DECIDED_BY)
    starts_year: MeasureYear | None = Field(default_factory=unset, description=STARTS_YEAR)
    ends_year: MeasureYear | None = Field(default_factory=unset, description=ENDS_YEAR)
    is_continuous: Flag = Field(default_factory=unset, description=IS_CONTINUOUS)
    schedule_verification: Verification | None = Field(
        default_factory=unset, description=SCHEDULE_VERIFICATION
    )
    responsible_unit_de: ShortText | None = Field(default_factory=unset, description=RESPONSIBLE_UNIT_DE)
    responsible_unit_en: ShortText | None = Field(default_factory=unset, description=SAME)
    partners_de: Paragraph | None = Field(default_factory=unset, description=PARTNERS_DE)
    partners_en: Paragraph | None = Field(default_factory=unset, description=SAME)
    cost_cents: Cents | None = Field(default_factory=unset, description=COST_CENTS)
    cost_currency: Currency | None = Field(default_factory=unset, description=COST_CURRENCY)
    cost_note_de: Paragraph | None = Field(default_factory=unset, description=COST_NOTE_DE)
    cost_note_en: Paragraph | None = Field(default_factory=unset, description=SAME)
    funding_de: Paragraph | None = Field(default_factory=unset, description=FUNDING_DE)
    funding_en: Paragraph | None = Field(default_factory=unset, description=SAME)
    effects: Effects = Field(default_factory=unset, description=EFFECTS)
    co_benefits: CoBenefits = Field(default_factory=unset, description=CO_BENEFITS)
    sdgs: Goals = Field(default_factory=unset, description=SDGS)
    hazards: Hazards = Field(default_factory=unset, description=HAZARDS)
    instruments: Instruments = Field(default_factory=unset, description=INSTRUMENTS)
    prerequisites: Prerequisites = Field(default_factory=unset, description=PREREQUISITES)
    needs_de: Text | None = Field(default_factory=unset, description=NEEDS_DE)
    needs_en: Text | None = Field(default_factory=unset, description=SAME)
    lessons_de: Text | None = Field(default_factory=unset, description=LESSONS_DE)
    lessons_en: Text | None = Field(default_factory=unset, description=SAME)
    replaced_by_id: Slug | None = Field(default_factory=unset, description=REPLACED_BY_ID)
    caveat_de: Paragraph | None = Field(default_factory=unset, description=CAVEAT_DE)
    caveat_en: Paragraph | None = Field(default_factory=unset, description=SAME)
    source_id: Slug | None = Field(default_factory=unset, description=SOURCE_ID)
    verification: Verification = Field(default_factory=unset, description=VERIFICATION)
    visibility: Visibility = Field(default_factory=unset, description=VISIBILITY)


class _Facts(Out):
    id: Slug = Field(description="Id of the measure.")
    city_id: Slug = Field(description=CITY_ID)
    identifier: ShortText | None = Field(description=IDENTIFIER)
    plan: ShortText | None = Field(description=PLAN)
    title_de: ShortText | None = Field(description=TITLE_DE)
    title_en: ShortText | None = Field(description=TITLE_EN)
    lead_de: Paragraph | None = Field(description=LEAD_DE)
    lead_en: Paragraph | None = Field(description=SAME)
    description_de: Text | None = Field(description=DESCRIPTION_DE)
    description_en: Text | None = Field(description=SAME)
    sector: Sector = Field(description=SECTOR)
    action_type: ActionType = Field(description=ACTION_TYPE)
    status: Status = Field(description=STATUS)
    phase: Phase | None = Field(description=PHASE)
    status_reason_de: Paragraph | None = Field(description=STATUS_REASON_DE)
    status_reason_en: Paragraph | None = Field(description=SAME)
    status_as_read: ShortText | None = Field(description=STATUS_AS_READ)
    completion_pct: Percent | None = Field(description=COMPLETION_PCT)
    decided_by: ShortText | None = Field(description=DECIDED_BY)
    starts_year: MeasureYear | None = Field(description=STARTS_YEAR)
    ends_year: MeasureYear | None = Field(description=ENDS_YEAR)
    is_continuous: bool = Field(description=IS_CONTINUOUS)
    schedule_verification: Verification | None = Field(description=SCHEDULE_VERIFICATION)
    responsible_unit_de: ShortText | None = Field(description=RESPONSIBLE_UNIT_DE)
    responsible_unit_en: ShortText | None = Field(description=SAME)
    partners_de: Paragraph | None = Field(description=PARTNERS_DE)
    partners_en: Paragraph | None = Field(description=SAME)
    cost_cents: Cents | None = Field(description=COST_CENTS)
    cost_currency: Currency | None = Field(description=COST_CURRENCY)
    cost_note_de: Paragraph | None = Field(description=COST_NOTE_DE)
    cost_note_en: Paragraph | None = Field(description=SAME)
    funding_de: Paragraph | None = Field(description=FUNDING_DE)
    funding_en: Paragraph | None = Field(description=SAME)
    effects: Annotated[list[EffectOut], Field(max_length=50)] = Field(description=EFFECTS)
    ghg_reduction_kg_per_year: Count | None = Field(
        description="Less CO2e a year by its effects; null where no source says so, never 0 for that."
    )
    co_benefits: CoBenefits = Field(description=CO_BENEFITS)
    sdgs: Goals = Field(description=SDGS)
    hazards: Hazards = Field(description=HAZARDS)
    instruments: Instruments = Field(description=INSTRUMENTS)
    prerequisites: Prerequisites = Field(description=PREREQUISITES)
    needs_de: Text | None = Field(description=NEEDS_DE)
    needs_en: Text | None = Field(description=SAME)
    lessons_de: Text | None = Field(description=LESSONS_DE)
    lessons_en: Text | None = Field(description=SAME)
    replaced_by_id: Slug | None = Field(description=REPLACED_BY_ID)
    caveat_de: Paragraph | None = Field(description=CAVEAT_DE)
    caveat_en: Paragraph | None = Field(description=SAME)
    source_id: Slug | None = Field(description=SOURCE_ID)
    verification: Verification = Field(description=VERIFICATION)
    visibility: Visibility = Field(description=VISIBILITY)
    confirmed_on: Day | None = Field(description="When it was last said to be still right.")
    confirmed_as: ShortText | None = Field(description="In which role.")
    review_due_on: Day | None = Field(
        description="When it becomes stale: twelve months after it was confirmed; null where it never was."
    )


class MeasureOut(RowOut, _Facts):
    """What a city does about its climate."""
