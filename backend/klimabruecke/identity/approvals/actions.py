"""Asking for an approval, giving it, and taking the request back.

A resource that needs another person calls ``propose`` and ``approve`` inside its own actions, and lets
nothing happen while the approval is open. It also asks whether the approver has the right to the record.
"""

from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import Session, col

from klimabruecke.core.changes import context
from klimabruecke.core.ids import new_id
from klimabruecke.identity.callers import Caller
from klimabruecke.identity.errors import AlreadyAsked, NotPending, SecondPersonRequired
from klimabruecke.identity.tables import Approval


def propose(
    session: Session,
    resource: str,
    resource_id: str,
    city_id: str | None,
    proposer: Caller | None,
    asked_user_id: str | None = None,
) -> Approval:
    """Open an approval. Without a proposer it came from the command line and is approved at once.

    Raises AlreadyAsked while another one is open.
    """
    if open_approval(session, resource, resource_id) is not None:
        raise AlreadyAsked
    proposed = Approval(
        id=new_id(),
        resource=resource,
        resource_id=resource_id,
        city_id=city_id,
        proposed_by=proposer.id if proposer else None,
        proposed_for=proposer.acting_for if proposer else None,
        asked_user_id=asked_user_id,
        approved_at=None if proposer else context(session).clock(),
    )
    session.add(proposed)
    session.flush()
    return proposed


def open_approval(session: Session, resource: str, resource_id: str) -> Approval | None:
    """The approval of a record that still waits, locked; None where nobody asked for one."""
    waiting = select(Approval).where(
        col(Approval.resource) == resource,
        col(Approval.resource_id) == resource_id,
        col(Approval.approved_at).is_(None),
        col(Approval.deleted_at).is_(None),
    )
    return session.scalars(waiting.with_for_update()).one_or_none()


def given_approval(connection: Connection, resource: str, resource_id: str) -> Any:
    """The latest approval of a record by a second person; None where there is none."""
    answered = (
        select(Approval)
        .where(
            col(Approval.resource) == resource,
            col(Approval.resource_id) == resource_id,
            col(Approval.approved_by).is_not(None),
            col(Approval.deleted_at).is_(None),
        )
        .order_by(col(Approval.approved_at).desc())
    )
    return connection.execute(answered.limit(1)).one_or_none()


def approve(session: Session, resource: str, resource_id: str, approver: Caller) -> Approval:
    """Raises NotPending where nothing is open, and SecondPersonRequired for who stands on the other side.

    That is whoever proposed it, for themselves or for somebody else, also through a deputy; and a program.
    """
    found = open_approval(session, resource, resource_id)
    if found is None:
        raise NotPending
    if approver.kind != "person" or approver.people & {found.proposed_by, found.proposed_for}:
        raise SecondPersonRequired
    found.approved_by, found.approved_for = approver.id, approver.acting_for
    found.approved_at = context(session).clock()
    session.flush()
    return found


def withdraw(session: Session, approval: Approval) -> None:
    """Nobody waits for it any more; the trail keeps that it was asked for."""
    approval.deleted_at = context(session).clock()
    session.flush()
