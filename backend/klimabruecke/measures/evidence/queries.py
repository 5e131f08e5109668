"""The facts about measures that say how they were established."""

from typing import Any

from sqlalchemy import Select, String, cast, func, literal
from sqlmodel import col

from klimabruecke.core.evidence import Fact
from klimabruecke.measures.measures.tables import Measure
from klimabruecke.measures.progress.tables import MeasureIndicator

_PAGE = literal("/massnahmen/") + col(Measure.id)
_GERMAN = func.coalesce(col(Measure.title_de), col(Measure.title_en), type_=String)
_ENGLISH = func.coalesce(col(Measure.title_en), col(Measure.title_de), type_=String)


def _with_measure(rows: Select[Any]) -> Select[Any]:
    return rows.join(Measure, col(Measure.id) == col(MeasureIndicator.measure_id))


MEASURE = Fact(
    "measure",
    Measure,
    title_de=literal("Maßnahme: ") + _GERMAN,
    title_en=literal("Measure: ") + _ENGLISH,
    page=_PAGE,
    city_id=col(Measure.city_id),
)
SCHEDULE = Fact(
    "measure_schedule",
    Measure,
    title_de=literal("Zeitraum: ") + _GERMAN,
    title_en=literal("Period: ") + _ENGLISH,
    value=literal("ab ") + cast(col(Measure.starts_year), String),
    value_en=literal("from ") + cast(col(Measure.starts_year), String),
    page=_PAGE,
    city_id=col(Measure.city_id),
    verification="schedule_verification",
    source=None,
    hides=("starts_year", "ends_year"),
)
INDICATOR = Fact(
    "measure_indicator",
    MeasureIndicator,
    title_de=func.coalesce(col(MeasureIndicator.title_de), col(MeasureIndicator.title_en), type_=String),
    title_en=func.coalesce(col(MeasureIndicator.title_en), col(MeasureIndicator.title_de), type_=String),
    value=cast(col(MeasureIndicator.latest_value), String),
    unit=col(MeasureIndicator.unit),
    page=_PAGE,
    city_id=col(MeasureIndicator.city_id),
    around=_with_measure,
)
OF_MEASURES = (MEASURE, SCHEDULE)
FACTS = (*OF_MEASURES, INDICATOR)
