"""Asking another person to approve an activity, and approving it."""

from sqlmodel import Session

from klimabruecke.core.records import locked
from klimabruecke.footprint.activities.actions import RESOURCE, open_activity, update_activity
from klimabruecke.footprint.activities.schemas import ActivityPatch
from klimabruecke.footprint.activities.tables import Activity
from klimabruecke.footprint.approvals.schemas import ActivityApprovalIn, ApprovalRequestIn
from klimabruecke.footprint.calculator import Calculator
from klimabruecke.footprint.deps import Principal, require_write
from klimabruecke.footprint.projects.queries import cities_of
from klimabruecke.footprint.refusals import refused
from klimabruecke.identity import queries as identity
from klimabruecke.identity.approvals import actions as approvals
from klimabruecke.identity.approvals.schemas import ApprovalOut
from klimabruecke.identity.errors import NotPending


def ask(session: Session, principal: Principal, activity_id: str, asked: ApprovalRequestIn) -> ApprovalOut:
    """Ask for the approval of a planned activity.

    Raises NotFound, Forbidden, Invalid, NotPending where it is not planned any more, AlreadyAsked.
    """
    activity = open_activity(session, principal, activity_id)
    if activity.status != "planned":
        raise NotPending
    if asked.asked_user_id is not None:
        _check_asked(session, principal, asked.asked_user_id)
    made = approvals.propose(session, RESOURCE, activity_id, None, principal, asked.asked_user_id)
    return ApprovalOut.model_validate(made)


def _check_asked(session: Session, principal: Principal, user_id: str) -> None:
    if user_id in principal.people:
        raise refused("/asked_user_id", "asked_oneself")
    person = identity.person(session.connection(), user_id)
    if person is None:
        raise refused("/asked_user_id", "unknown_person")
    if not person.writes_in(None):
        raise refused("/asked_user_id", "asked_may_not")


def activity_to_approve(session: Session, principal: Principal, activity_id: str) -> Activity:
    """The activity, locked, for somebody who may approve it. Raises NotFound, Forbidden.

    That is who may write it, and the person who was asked, who may be of another city: so a second pair of
    eyes is found where one person is alone in their office.
    """
    activity = locked(session, Activity, activity_id)
    request = approvals.open_approval(session, RESOURCE, activity_id)
    if request is None or request.asked_user_id not in principal.people:
        taking_part = [each["city_id"] for each in activity.participants]
        require_write(principal, [*cities_of(session, activity.project_id), *taking_part])
    return activity


def approve(
    session: Session,
    calculator: Calculator,
    principal: Principal,
    activity: Activity,
    given: ActivityApprovalIn,
) -> str:
    """Set it to approved, which answers the request; gives the id of the approval.

    Raises NotPending, SecondPersonRequired, and Invalid past the carbon budget without a reason.
    """
    request = approvals.open_approval(session, RESOURCE, activity.id)
    if request is None:
        raise NotPending
    change = {name: getattr(given, name) for name in given.model_fields_set}
    patch = ActivityPatch(status="approved", **change)
    update_activity(session, calculator, principal, activity, patch)
    return request.id


def withdraw(session: Session, activity_id: str, request_id: str) -> None:
    """Take a request back. Raises NotPending where it is answered."""
    request = approvals.open_approval(session, RESOURCE, activity_id)
    if request is None or request.id != request_id:
        raise NotPending
    approvals.withdraw(session, request)
