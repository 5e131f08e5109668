"""Whether the days of an activity lie inside the period a grant is given for, and what to say if not."""

from datetime import date
from typing import Any, NamedTuple

from klimabruecke.core.language import Bilingual, Language

_BEFORE = Bilingual(
    "Der {day} liegt vor dem Bewilligungszeitraum (ab {edge}).",
    "{day} lies before the period of the grant (from {edge}).",
)
_AFTER = Bilingual(
    "Der {day} liegt nach dem Bewilligungszeitraum (bis {edge}).",
    "{day} lies after the period of the grant (until {edge}).",
)


class Period(NamedTuple):
    """First and last day of a grant."""

    starts_on: date
    ends_on: date


class Notice(NamedTuple):
    """Something to look at, at one field."""

    code: str
    pointer: str
    detail: Bilingual

    def shown(self, language: Language) -> dict[str, Any]:
        return {"code": self.code, "pointer": self.pointer, "detail": self.detail.in_(language)}


def period_notices(period: Period, starts_on: date, ends_on: date) -> list[Notice]:
    """One for each day of an activity that lies outside; a single day is named once."""
    days = {"/ends_on": ends_on} if starts_on != ends_on else {}
    return [
        Notice("outside_programme_period", pointer, sentence)
        for pointer, day in {"/starts_on": starts_on, **days}.items()
        if (sentence := _outside(period, day)) is not None
    ]


def _outside(period: Period, day: date) -> Bilingual | None:
    if day < period.starts_on:
        return _BEFORE.fill(day=day, edge=period.starts_on)
    if day > period.ends_on:
        return _AFTER.fill(day=day, edge=period.ends_on)
    return None
