"""What a programme's activities add up to for its funder, and what is left out of that."""

from typing import Any, TypeAlias

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.calc.amounts import kilograms
from klimabruecke.calc.uncertainty import Range
from klimabruecke.core.language import Bilingual, Language
from klimabruecke.footprint.activities.tables import Activity, ActivityFootprint
from klimabruecke.footprint.programmes.period import Period, period_notices
from klimabruecke.footprint.programmes.queries import programme
from klimabruecke.footprint.totals.sums import added_up, travellers_in

_STATUSES = ("done", "approved", "planned")
_CANCELLED = Bilingual("Dieses Vorhaben wurde abgesagt.", "This activity was called off.")
_ACTIVITIES = (
    select(
        *(col(getattr(Activity, name)) for name in ("id", "title", "starts_on", "ends_on", "status")),
        col(Activity.participants),
        col(Activity.demo),
        col(ActivityFootprint.footprint),
    )
    .join(ActivityFootprint, col(ActivityFootprint.id) == col(Activity.footprint_id))
    .where(col(Activity.deleted_at).is_(None))
    .order_by(col(Activity.starts_on), col(Activity.id))
)

Document: TypeAlias = dict[str, Any]


def programme_figures(connection: Connection, programme_id: str, language: Language) -> Document:
    """The figures in the shape of ``ProgrammeFiguresOut``. Raises NotFound."""
    found = programme(connection, programme_id)
    period = Period(found.starts_on, found.ends_on)
    counted: list[Any] = []
    left_out: list[Document] = []
    for row in connection.execute(_ACTIVITIES.where(col(Activity.programme_id) == programme_id)):
        if reasons := _reasons(period, row, language):
            left_out.append(_left_out(row, reasons))
        else:
            counted.append(row)
    return {
        "programme_id": programme_id,
        "starts_on": period.starts_on.isoformat(),
        "ends_on": period.ends_on.isoformat(),
        **_amounts(counted),
        "by_status": _by_status(counted),
        "left_out": left_out,
    }


def _by_status(counted: list[Any]) -> list[Document]:
    """What is only planned has not happened: nobody has taken part in it yet."""
    parts = [(status, [row for row in counted if row.status == status]) for status in _STATUSES]
    return [{"status": status, **_amounts(rows)} for status, rows in parts if rows]


def _amounts(counted: list[Any]) -> Document:
    ghg_g, non_co2_g = added_up(row.footprint for row in counted)
    return {
        "ghg_kg": kilograms(ghg_g.central_g) if counted else None,
        "ghg_low_kg": kilograms(ghg_g.low_g) if counted else None,
        "ghg_high_kg": kilograms(ghg_g.high_g) if counted else None,
        "non_co2_kg": _levels(non_co2_g) if counted else None,
        "activities": len(counted),
        "travellers": sum(travellers_in(row.participants) for row in counted) or None,
        "activities_without_travellers": sum(not row.participants for row in counted),
        "demo": any(row.demo for row in counted),
    }


def _levels(levels: Range) -> Document:
    return {level: kilograms(getattr(levels, f"{level}_g")) for level in ("low", "central", "high")}


def _reasons(period: Period, row: Any, language: Language) -> list[Document]:
    reasons = [(notice.code, notice.detail) for notice in period_notices(period, row.starts_on, row.ends_on)]
    if row.status == "cancelled":
        reasons.append(("cancelled", _CANCELLED))
    return [{"code": code, "detail": detail.in_(language)} for code, detail in reasons]


def _left_out(row: Any, reasons: list[Document]) -> Document:
    return {
        "activity_id": row.id,
        "title": row.title,
        "starts_on": row.starts_on.isoformat(),
        "ends_on": row.ends_on.isoformat(),
        "reasons": reasons,
    }
