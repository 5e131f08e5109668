"""What tasks, indicators and updates are described with, and what they look like from outside."""

from typing import Annotated, Literal

from pydantic import Field

from klimabruecke.core.schemas import In, Out, Patch, RowOut, Verification, unset
from klimabruecke.core.types import Day, Number, RecordId, ShortText, Slug, Text
from klimabruecke.measures.measures.effects import Quantity, Unit
from klimabruecke.measures.measures.schemas import Flag, MeasureYear, Title

TaskState = Literal["not_started", "in_progress", "completed", "cancelled"]
IndicatorEffect = Literal["increases", "decreases", "part_of"]

MEASURE = "The measure it belongs to."
CITY = "The city whose measure it is."
SAME = "The same in English."
TASK_TITLE = "What is to be done, in German; one of the two titles is needed."
STATE = "Where it stands."
DUE = "By which day."
COMPLETED = "When it was completed."
UNIT_IN_CHARGE = "Who does it, as a function; never a person's name."
INDICATOR_TITLE = "What is counted, in German; one of the two titles is needed."
UNIT = "Its unit in English, such as `kWh/a`."
EFFECT = "What the measure does to it."
PROGRESS = "True where it says how far the measure is."
BASELINE = "Where it began; the year belongs to it."
TARGET = "Where it shall go; the year belongs to it."
LATEST = "Where it is; the year belongs to it."
YEAR = "The year of that value."
SOURCE = "Where it was read; see `/sources`."
VERIFICATION = "How it was established."
ON = "The day it is about; today where it is left out."
TEXT = "What is new, in German; one of the two texts is needed."
REPORTED_BY = "Who reports it, as a function; never a person's name."


class MeasureTaskIn(In):
    """A task to be made."""

    title_de: Annotated[Title | None, Field(description=TASK_TITLE)] = None
    title_en: Annotated[Title | None, Field(description=SAME)] = None
    state: Annotated[TaskState, Field(description=STATE)] = "not_started"
    due_on: Annotated[Day | None, Field(description=DUE)] = None
    completed_on: Annotated[Day | None, Field(description=COMPLETED)] = None
    responsible_unit: Annotated[ShortText | None, Field(description=UNIT_IN_CHARGE)] = None


class MeasureTaskPatch(Patch):
    """What is to change."""

    title_de: Title | None = Field(default_factory=unset, description=TASK_TITLE)
    title_en: Title | None = Field(default_factory=unset, description=SAME)
    state: TaskState = Field(default_factory=unset, description=STATE)
    due_on: Day | None = Field(default_factory=unset, description=DUE)
    completed_on: Day | None = Field(default_factory=unset, description=COMPLETED)
    responsible_unit: ShortText | None = Field(default_factory=unset, description=UNIT_IN_CHARGE)


class _OfMeasure(Out):
    id: RecordId = Field(description="Its id.")
    city_id: Slug = Field(description=CITY)
    measure_id: Slug = Field(description=MEASURE)


class _Task(_OfMeasure):
    title_de: ShortText | None = Field(description=TASK_TITLE)
    title_en: ShortText | None = Field(description=SAME)
    state: TaskState = Field(description=STATE)
    due_on: Day | None = Field(description=DUE)
    completed_on: Day | None = Field(description=COMPLETED)
    responsible_unit: ShortText | None = Field(description=UNIT_IN_CHARGE)


class MeasureTaskOut(RowOut, _Task):
    """A step of a measure."""


class MeasureIndicatorIn(In):
    """An indicator to be made."""

    title_de: Annotated[Title | None, Field(description=INDICATOR_TITLE)] = None
    title_en: Annotated[Title | None, Field(description=SAME)] = None
    unit: Unit = Field(description=UNIT)
    effect: IndicatorEffect = Field(description=EFFECT)
    indicates_progress: Annotated[Flag, Field(description=PROGRESS)] = True
    baseline_value: Annotated[Quantity | None, Field(description=BASELINE)] = None
    baseline_year: Annotated[MeasureYear | None, Field(description=YEAR)] = None
    target_value: Annotated[Quantity | None, Field(description=TARGET)] = None
    target_year: Annotated[MeasureYear | None, Field(description=YEAR)] = None
    latest_value: Annotated[Quantity | None, Field(description=LATEST)] = None
    latest_year: Annotated[MeasureYear | None, Field(description=YEAR)] = None
    source_id: Annotated[Slug | None, Field(description=SOURCE)] = None
    verification: Annotated[Verification, Field(description=VERIFICATION)] = "reported"


class MeasureIndicatorPatch(Patch):
    """What is to change."""

    title_de: Title | None = Field(default_factory=unset, description=INDICATOR_TITLE)
    title_en: Title | None = Field(default_factory=unset, description=SAME)
    unit: Unit = Field(default_factory=unset, description=UNIT)
    effect: IndicatorEffect = Field(default_factory=unset, description=EFFECT)
    indicates_progress: Flag = Field(default_factory=unset, description=PROGRESS)
    baseline_value: Quantity | None = Field(default_factory=unset, description=BASELINE)
    baseline_year: MeasureYear | None = Field(default_factory=unset, description=YEAR)
    target_value: Quantity | None = Field(default_factory=unset, description=TARGET)
    target_year: MeasureYear | None = Field(default_factory=unset, description=YEAR)
    latest_value: Quantity | None = Field(default_factory=unset, description=LATEST)
    latest_year: MeasureYear | None = Field(default_factory=unset, description=YEAR)
    source_id: Slug | None = Field(default_factory=unset, description=SOURCE)
    verification: Verification = Field(default_factory=unset, description=VERIFICATION)


class _Indicator(_OfMeasure):
    title_de: ShortText | None = Field(description=INDICATOR_TITLE)
    title_en: ShortText | None = Field(description=SAME)
    unit: ShortText = Field(description=UNIT)
    effect: IndicatorEffect = Field(description=EFFECT)
    indicates_progress: bool = Field(description=PROGRESS)
    baseline_value: Number | None = Field(description=BASELINE)
    baseline_year: MeasureYear | None = Field(description=YEAR)
    target_value: Number | None = Field(description=TARGET)
    target_year: MeasureYear | None = Field(description=YEAR)
    latest_value: Number | None = Field(description=LATEST)
    latest_year: MeasureYear | None = Field(description=YEAR)
    source_id: Slug | None = Field(description=SOURCE)
    verification: Verification = Field(description=VERIFICATION)


class MeasureIndicatorOut(RowOut, _Indicator):
    """What a measure is measured by."""


class MeasureUpdateIn(In):
    """News of a measure."""

    on: Annotated[Day | None, Field(description=ON)] = None
    text_de: Annotated[Text | None, Field(description=TEXT)] = None
    text_en: Annotated[Text | None, Field(description=SAME)] = None
    reported_by: Annotated[ShortText | None, Field(description=REPORTED_BY)] = None


class _Update(_OfMeasure):
    on: Day = Field(description="The day it is about.")
    text_de: Text | None = Field(description=TEXT)
    text_en: Text | None = Field(description=SAME)
    reported_by: ShortText | None = Field(description=REPORTED_BY)


class MeasureUpdateOut(RowOut, _Update):
    """News of a measure."""


class MeasureTasks(Out):
    """The tasks of a measure."""

    items: list[MeasureTaskOut] = Field(max_length=1000, description="The next to be due first.")
    next: None = Field(description="Always null: the list is complete.")


class MeasureIndicators(Out):
    """The indicators of a measure."""

    items: list[MeasureIndicatorOut] = Field(max_length=1000, description="The oldest first.")
    next: None = Field(description="Always null: the list is complete.")


class MeasureUpdates(Out):
    """The news of a measure."""

    items: list[MeasureUpdateOut] = Field(max_length=1000, description="The newest first.")
    next: None = Field(description="Always null: the list is complete.")
