"""Plan against actual, from the versions that are kept."""

from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.calc.amounts import kilograms
from klimabruecke.core.language import Language
from klimabruecke.footprint import documents
from klimabruecke.footprint.activities.queries import living
from klimabruecke.footprint.activities.tables import ActivityFootprint

Document = dict[str, Any]


def plan_actual(connection: Connection, activity_id: str, language: Language) -> Document:
    """In the shape of ``PlanActualOut``. Raises NotFound."""
    current_id = living(connection, activity_id).footprint_id
    rows = connection.execute(
        select(ActivityFootprint)
        .where(col(ActivityFootprint.activity_id) == activity_id)
        .order_by(col(ActivityFootprint.number).desc())
    ).all()
    planned = next(row for row in rows if row.stage == "planned")
    current = next(row for row in rows if row.id == current_id)
    if current.stage == "planned":
        return {"planned": _side(planned), "actual": None, "difference": None, "causes": []}
    difference_g = documents.saving(current.footprint, planned.footprint)
    return {
        "planned": _side(planned),
        "actual": _side(current),
        "difference": {
            "ghg_kg": kilograms(difference_g.central_g),
            "ghg_low_kg": kilograms(difference_g.low_g),
            "ghg_high_kg": kilograms(difference_g.high_g),
        },
        "causes": [
            {
                "code": cause["code"],
                "ghg_kg": kilograms(cause["ghg_g"]),
                "detail": cause["detail"][language],
            }
            for cause in current.deviation
        ],
    }


def _side(version: Any) -> Document:
    return {"footprint_id": version.id, **documents.shown_range(version.footprint)}
