"""What can be asked of activities and their footprints."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, or_, select
from sqlmodel import col

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.language import Language
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.records import no_such
from klimabruecke.footprint.activities.answers import ActivityFootprintRowOut, ActivityRowOut
from klimabruecke.footprint.activities.documents import shown_activity, shown_version
from klimabruecke.footprint.activities.tables import Activity, ActivityFootprint
from klimabruecke.footprint.filters import kilograms, names_city
from klimabruecke.footprint.programmes.period import Notice, period_notices
from klimabruecke.footprint.programmes.queries import period_of
from klimabruecke.footprint.rules.checks import state_of
from klimabruecke.footprint.rules.documents import shown_fields
from klimabruecke.footprint.rules.queries import rules_of
from klimabruecke.footprint.texts import LAPSED
from klimabruecke.identity.approvals.actions import given_approval

_GHG = {
    f"{name}_kg": kilograms(getattr(ActivityFootprint, f"{name}_g"), f"{name}_kg")
    for name in ("ghg", "ghg_low", "ghg_high")
}
_CURRENT = col(ActivityFootprint.id) == col(Activity.footprint_id)


_OF_ACTIVITY: dict[str, Any] = {
    **_GHG,
    "stage": col(ActivityFootprint.stage),
    "method_id": col(ActivityFootprint.method_id),
}
_ACTIVITIES = (
    select(
        *(
            _OF_ACTIVITY[name] if name in _OF_ACTIVITY else getattr(Activity, name)
            for name in ActivityRowOut.model_fields
        )
    )
    .select_from(Activity)
    .join(ActivityFootprint, _CURRENT)
    .where(col(Activity.deleted_at).is_(None))
)

ACTIVITIES = Listing(
    ActivityRowOut,
    _ACTIVITIES,
    resources=["activity", "activity_footprint"],
    sorts={
        "title": Activity.title,
        "starts_on": Activity.starts_on,
        "status": Activity.status,
        "ghg_kg": ActivityFootprint.ghg_g,
    },
    filters={
        "city": lambda city: or_(names_city(Activity.participants, city), col(Activity.host_city_id) == city),
        "project": lambda project: col(Activity.project_id) == project,
        "plan": lambda plan: col(Activity.plan_id) == plan,
        "programme": lambda programme: col(Activity.programme_id) == programme,
        "kind": lambda kind: col(Activity.kind) == kind,
        "status": lambda statuses: col(Activity.status).in_(statuses),
        "starts_min": lambda day: col(Activity.starts_on) >= day,
        "starts_max": lambda day: col(Activity.starts_on) <= day,
        "q": lambda text: contains(text, Activity.title),
    },
    default_sort="-starts_on",
    cache=PRIVATE,
)

_OF_VERSION: dict[str, Any] = {
    **_GHG,
    "current": _CURRENT.label("current"),
    "on": col(ActivityFootprint.factors_on).label("on"),
    **{
        f"{name}_kg": kilograms(getattr(ActivityFootprint, f"{name}_g"), f"{name}_kg")
        for name in ("difference", "factor_set", "method", "input")
    },
}
_VERSIONS = (
    select(
        *(
            _OF_VERSION[name] if name in _OF_VERSION else getattr(ActivityFootprint, name)
            for name in ActivityFootprintRowOut.model_fields
        )
    )
    .select_from(ActivityFootprint)
    .join(Activity, col(Activity.id) == col(ActivityFootprint.activity_id))
    .where(col(Activity.deleted_at).is_(None))
)

VERSIONS = Listing(
    ActivityFootprintRowOut,
    _VERSIONS,
    resources=["activity", "activity_footprint"],
    sorts={"number": ActivityFootprint.number},
    filters={"activity_id": lambda activity_id: col(ActivityFootprint.activity_id) == activity_id},
    default_sort="-number",
    cache=PRIVATE,
)


# Built once: every write reads them back.
_LIVING = select(Activity).where(
    col(Activity.id) == bindparam("activity_id"), col(Activity.deleted_at).is_(None)
)
_COUNTING = select(ActivityFootprint).where(col(ActivityFootprint.id) == bindparam("footprint_id"))


class Found(NamedTuple):
    """A row, the document made of it, and what else that document depends on."""

    row: Any
    document: dict[str, Any]
    state: tuple[object, ...] = ()


def activity(connection: Connection, activity_id: str, language: Language) -> Found:
    """An activity with the footprint that counts. Raises NotFound."""
    row = living(connection, activity_id)
    version = connection.execute(_COUNTING, {"footprint_id": row.footprint_id}).one()
    notices, rules = notices_of(connection, row), rules_of(connection, row)
    shown = shown_activity(row, version, notices, language) | shown_fields(row, version, rules, language)
    return Found(row, shown, (*notices, *state_of(rules)))


def state_around(connection: Connection, activity: Any) -> tuple[object, ...]:
    """What an activity's document depends on besides its row: the period of its grant, the travel rules."""
    return (*notices_of(connection, activity), *state_of(rules_of(connection, activity)))


def notices_of(connection: Connection, activity: Any) -> list[Notice]:
    """What there is to look at: days outside the period of its grant, an approval for another state."""
    period = period_of(connection, activity.programme_id)
    outside = [] if period is None else period_notices(period, activity.starts_on, activity.ends_on)
    if activity.status == "planned" and given_approval(connection, "activity", activity.id) is not None:
        return [*outside, Notice("approval_lapsed", "/status", LAPSED)]
    return outside


def version(connection: Connection, activity_id: str, footprint_id: str, language: Language) -> Found:
    """One version of an activity's footprint. Raises NotFound."""
    current_id = living(connection, activity_id).footprint_id
    one = (col(ActivityFootprint.id) == footprint_id) & (col(ActivityFootprint.activity_id) == activity_id)
    row = connection.execute(select(ActivityFootprint).where(one)).one_or_none()
    if row is None:
        raise no_such("activity_footprint")
    return Found(row, shown_version(row, row.id == current_id, language))


def known_activity(connection: Connection, activity_id: str) -> None:
    """Raises NotFound for an activity that does not exist."""
    living(connection, activity_id)


def living(connection: Connection, activity_id: str) -> Any:
    """The row of an activity that was not deleted. Raises NotFound."""
    row = connection.execute(_LIVING, {"activity_id": activity_id}).one_or_none()
    if row is None:
        raise no_such("activity")
    return row
