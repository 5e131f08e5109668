"""Recording what happened: a change of the activity that makes an actual version of its footprint."""

from typing import Any

from sqlmodel import Session

from klimabruecke.footprint.activities.actions import update_activity
from klimabruecke.footprint.activities.schemas import ActivityPatch
from klimabruecke.footprint.activities.tables import Activity, ActivityFootprint
from klimabruecke.footprint.activities.versions import current_version, planned_version
from klimabruecke.footprint.actuals.schemas import ActualsIn
from klimabruecke.footprint.calculator import Calculator
from klimabruecke.footprint.deps import Principal
from klimabruecke.footprint.refusals import ActivityCancelled, refused


def record_actuals(
    session: Session, calculator: Calculator, principal: Principal, activity: Activity, asked: ActualsIn
) -> ActivityFootprint:
    """The activity is done, by the same rules as any other change of it; the planned version stays.

    Recorded again, the last record counts. Raises ActivityCancelled, and Invalid as a change does.
    """
    if activity.status == "cancelled":
        raise ActivityCancelled
    if asked.same_as_planned == (asked.items is not None):
        raise refused("/items", "items_or_same_as_planned")
    patch = ActivityPatch.model_validate({"status": "done", **_given(session, activity, asked)})
    update_activity(session, calculator, principal, activity, patch, stage="actual")
    return current_version(session, activity)


def _given(session: Session, activity: Activity, asked: ActualsIn) -> dict[str, Any]:
    """What the request names; the planned items where nothing was different."""
    given = {name: getattr(asked, name) for name in ActualsIn.model_fields if name != "same_as_planned"}
    given["items"] = asked.items or planned_version(session, activity.id).items
    return {name: value for name, value in given.items() if value is not None}
