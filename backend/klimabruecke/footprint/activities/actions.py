"""Recording and changing activities; the rollups move in the same transaction."""

from typing import Any

import orjson
from sqlmodel import Session, select

from klimabruecke.audit import actions as audit
from klimabruecke.audit.actions import name
from klimabruecke.calc.items import Item
from klimabruecke.cities.queries import check_city
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import buried, bury, change, locked
from klimabruecke.footprint import documents
from klimabruecke.footprint.activities.schemas import ActivityFootprintIn, ActivityIn, ActivityPatch, Stage
from klimabruecke.footprint.activities.tables import Activity, ActivityFootprint
from klimabruecke.footprint.activities.versions import (
    Basis,
    basis_of,
    current_version,
    first_version,
    new_version,
)
from klimabruecke.footprint.budgets.actions import check_budget, hold_budget
from klimabruecke.footprint.budgets.answers import LightOut
from klimabruecke.footprint.budgets.queries import light
from klimabruecke.footprint.calculator import Calculator, at, at_items
from klimabruecke.footprint.deps import Principal, require_write
from klimabruecke.footprint.plans.tables import Plan, PlanDecision
from klimabruecke.footprint.programmes.queries import is_living, named_programme
from klimabruecke.footprint.programmes.tables import Programme
from klimabruecke.footprint.projects.queries import cities_of, hold_project, named_project
from klimabruecke.footprint.refusals import refused
from klimabruecke.footprint.rules.actions import check_fields, fitting_answers, stored
from klimabruecke.footprint.totals.actions import move
from klimabruecke.footprint.totals.contributions import NOTHING, Contribution, contribution
from klimabruecke.identity.approvals import actions as approvals
from klimabruecke.identity.errors import SecondPersonRequired

RESOURCE = "activity"
"""What an approval calls it."""
APPROVED_FOR = (
    *("kind", "project_id", "programme_id", "host_city_id"),
    *("starts_on", "ends_on", "participants", "items"),
)
COUNTED = frozenset({"approved", "done"})
"""Statuses that use up a carbon budget."""


def create_activity(
    session: Session, calculator: Calculator, principal: Principal, asked: ActivityIn, *, demo: bool = False
) -> tuple[Activity, LightOut | None]:
    """Record an activity with its first footprint; also gives the light of its budget."""
    values = stored(asked.model_dump(exclude={"items"})) | {"ends_on": asked.ends_on or asked.starts_on}
    values |= _from_plan(session, asked)
    require_write(principal, named_project(session, values["project_id"]).city_ids)
    items: tuple[Item, ...] = documents.items_of(values["items"])
    activity = Activity(id=new_id(), footprint_id="", demo=demo, **values)
    _check_programme(session, principal, None, activity.programme_id)
    _check(session, activity)
    check_fields(activity, items)
    refuse = at_items(day="/starts_on") if asked.items else at("/plan_id")
    version = first_version(activity, calculator.computed(items, activity.starts_on, refuse=refuse))
    activity.footprint_id = version.id
    session.add(activity)
    session.flush()
    session.add(version)
    session.flush()
    return activity, _count(session, activity, NOTHING, gained=activity.status in COUNTED)


def _from_plan(session: Session, asked: ActivityIn) -> dict[str, Any]:
    """Project, kind and items: as asked for, else of the alternative a plan was decided for."""
    items = None if asked.items is None else documents.item_documents([item.item() for item in asked.items])
    given = {"project_id": asked.project_id, "kind": asked.kind, "items": items}
    if asked.plan_id is None:
        for field, value in given.items():
            if value is None:
                raise refused(f"/{field}", "missing_without_plan")
        return given
    plan, alternative = _decided(session, asked.plan_id)
    if asked.project_id not in (None, plan["project_id"]):
        raise refused("/project_id", "another_project")
    return {
        "project_id": plan["project_id"],
        "kind": asked.kind or plan["kind"],
        "items": items or alternative["items"],
    }


def _decided(session: Session, plan_id: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A decided plan and its chosen alternative, both from the snapshot."""
    if session.get(Plan, plan_id) is None:
        raise refused("/plan_id", "unknown_plan")
    decision = session.exec(select(PlanDecision).where(PlanDecision.plan_id == plan_id)).one_or_none()
    if decision is None:
        raise refused("/plan_id", "plan_undecided")
    snapshot = orjson.loads(decision.snapshot)
    chosen = next(each for each in snapshot["alternatives"] if each["id"] == decision.alternative_id)
    return snapshot["plan"], chosen


def open_activity(session: Session, principal: Principal, activity_id: str) -> Activity:
    """The activity, locked, for somebody who may write it. Raises NotFound, Forbidden."""
    activity = locked(session, Activity, activity_id)
    taking_part = [each["city_id"] for each in activity.participants]
    require_write(principal, [*cities_of(session, activity.project_id), *taking_part])
    return activity


def update_activity(
    session: Session,
    calculator: Calculator,
    principal: Principal,
    activity: Activity,
    patch: ActivityPatch,
    stage: Stage | None = None,
) -> LightOut | None:
    """Change an activity; other items or another first day make a new version of its footprint.

    So does naming the ``stage`` its figure rests on.
    """
    given = stored(patch.model_dump(include=patch.model_fields_set - {"items"}))
    before, old_status, old_day = _counted(session, activity), activity.status, activity.starts_on
    if "project_id" in given:
        require_write(principal, named_project(session, given["project_id"]).city_ids)
        _check_plan(session, activity, given["project_id"])
    if "programme_id" in given and given["programme_id"] != activity.programme_id:
        _check_programme(session, principal, activity.programme_id, given["programme_id"])
    substance = _substance(activity)
    items = tuple(item.item() for item in patch.items or ()) or documents.items_of(activity.items)
    change(activity, given)
    _check(session, activity)
    if "rule_answers" not in given:
        activity.rule_answers = fitting_answers(activity.rule_answers, items)
    check_fields(activity, items)
    session.flush()
    moved = activity.starts_on != old_day
    if stage or moved or documents.item_documents(items) != activity.items:
        _compute(session, calculator, activity, items, moved=moved, stage=stage)
    if activity.status == old_status == "approved" and substance != _substance(activity):
        _approved_anew(session, principal, activity, asked="status" in given)
    newly = old_status not in COUNTED or bool({"items", "project_id", "starts_on"} & patch.model_fields_set)
    if activity.status == "approved" != old_status:
        name(session, activity, "approve")
    if activity.status != old_status:
        answer_request(session, principal, activity)
    return _count(session, activity, before, gained=activity.status in COUNTED and newly)


def _check_programme(
    session: Session, principal: Principal, before: str | None, programme_id: str | None
) -> None:
    """Only who writes for a grant lets an activity count in its figures, or takes it out of them."""
    if before is not None:
        require_write(principal, session.get_one(Programme, before).city_ids)
    if programme_id is not None:
        require_write(principal, named_programme(session, programme_id).city_ids)


def _substance(activity: Activity) -> tuple[Any, ...]:
    """What an approval is given for."""
    return tuple(getattr(activity, name) for name in APPROVED_FOR)


def _approved_anew(session: Session, principal: Principal, activity: Activity, *, asked: bool) -> None:
    """What a second person approved is open again when somebody else changes it.

    Raises SecondPersonRequired where ``approved`` was asked for along with the change.
    """
    given = approvals.given_approval(session.connection(), RESOURCE, activity.id)
    if given is None or principal.people & {given.approved_by, given.approved_for}:
        return
    if asked:
        raise SecondPersonRequired
    activity.status = "planned"


def _check_plan(session: Session, activity: Activity, project_id: str) -> None:
    """What was made from a plan stays in the plan's project."""
    if activity.plan_id is not None and session.get_one(Plan, activity.plan_id).project_id != project_id:
        raise refused("/project_id", "another_project")


def _compute(
    session: Session,
    calculator: Calculator,
    activity: Activity,
    items: tuple[Item, ...],
    *,
    moved: bool,
    stage: Stage | None,
) -> None:
    """By the method used last; by its factors too, unless the activity has moved to another day."""
    version = current_version(session, activity)
    basis = Basis(version.method_id, version.factors_on, version.factor_set_id)
    if moved:
        basis = Basis(version.method_id, activity.starts_on)
    new_version(session, calculator, activity, items, basis, at_items(day="/starts_on"), stage)


def answer_request(session: Session, principal: Principal, activity: Activity) -> None:
    """What its new status means for an approval somebody has asked for.

    Approving it, or carrying it out, gives the approval: raises SecondPersonRequired for who asked for it.
    Calling it off withdraws the request.
    """
    request = approvals.open_approval(session, RESOURCE, activity.id)
    if request is not None and activity.status in COUNTED:
        approvals.approve(session, RESOURCE, activity.id, principal)
    elif request is not None and activity.status == "cancelled":
        approvals.withdraw(session, request)


def delete_activity(session: Session, activity: Activity) -> None:
    before = _counted(session, activity)
    bury(session, activity)
    session.flush()
    move(session, before, NOTHING)


def restore_activity(
    session: Session, principal: Principal, activity_id: str, over_budget_reason: str | None
) -> LightOut | None:
    """Bring back a deleted activity; it counts again, and needs a reason where it passes the budget now.

    A grant that was deleted meanwhile is named no more.

    Raises NotFound, Forbidden, NotDeleted, TooLateToRestore, ProjectDeleted, Invalid.
    """
    activity = buried(session, Activity, activity_id)
    taking_part = [each["city_id"] for each in activity.participants]
    require_write(principal, [*cities_of(session, activity.project_id), *taking_part])
    hold_project(session, activity.project_id)
    if activity.programme_id is not None and not is_living(session, activity.programme_id):
        activity.programme_id = None
    audit.restore(session, activity)
    activity.over_budget_reason = over_budget_reason or activity.over_budget_reason
    session.flush()
    return _count(session, activity, NOTHING, gained=activity.status in COUNTED)


def recalculate(
    session: Session, calculator: Calculator, activity: Activity, asked: ActivityFootprintIn
) -> ActivityFootprint:
    """A new version by another method or other factors; the items stay."""
    before = _counted(session, activity)
    basis = basis_of(session, activity, asked)
    refuse = at("/method" if asked.method else "/factor_set" if asked.factor_set else "/on")
    version = new_version(session, calculator, activity, documents.items_of(activity.items), basis, refuse)
    move(session, before, contribution(activity, version.footprint))
    return version


def _counted(session: Session, activity: Activity) -> Contribution:
    return contribution(activity, current_version(session, activity).footprint)


def _count(session: Session, activity: Activity, before: Contribution, *, gained: bool) -> LightOut | None:
    """Move the rollups. What newly uses up a budget needs a reason where it passes it (raises Invalid)."""
    project_id, year = activity.project_id, activity.starts_on.year
    if gained:
        hold_budget(session, project_id, year)
    move(session, before, _counted(session, activity))
    if gained:
        return check_budget(session, project_id, year, activity.over_budget_reason)
    return light(session.connection(), project_id, year)


def _check(session: Session, activity: Activity) -> None:
    if activity.ends_on < activity.starts_on:
        raise refused("/ends_on", "ends_before_start")
    _check_participants(session, activity.participants)
    if activity.host_city_id is not None:
        check_city(session, activity.host_city_id, "/host_city_id")


def _check_participants(session: Session, participants: list[dict[str, Any]]) -> None:
    """Several groups of a city are welcome; the same group twice is a slip."""
    groups = [{name: value for name, value in each.items() if name != "count"} for each in participants]
    for place, group in enumerate(groups):
        if group in groups[:place]:
            raise refused(f"/participants/{place}", "group_repeated")
        check_city(session, group["city_id"], f"/participants/{place}/city_id")
