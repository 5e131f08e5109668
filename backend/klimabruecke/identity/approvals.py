"""Approval by another person: what one proposes another approves, with the same right.

The first user are service clients. A resource that needs it calls ``propose`` when it is made and ``approve``
when it is approved, and lets nothing happen while it is pending.
"""

from sqlalchemy import select
from sqlmodel import Session, col

from klimabruecke.core.changes import context
from klimabruecke.core.ids import new_id
from klimabruecke.identity.callers import Caller
from klimabruecke.identity.errors import NotPending, SecondPersonRequired
from klimabruecke.identity.tables import Approval


def propose(
    session: Session, resource: str, resource_id: str, city_id: str | None, proposer: Caller | None
) -> Approval:
    """Open an approval. Without a proposer it came from the command line and is approved at once."""
    proposed = Approval(
        id=new_id(),
        resource=resource,
        resource_id=resource_id,
        city_id=city_id,
        proposed_by=proposer.id if proposer else None,
        approved_at=None if proposer else context(session).clock(),
    )
    session.add(proposed)
    session.flush()
    return proposed


def approve(session: Session, resource: str, resource_id: str, approver: Caller) -> Approval:
    """Raises SecondPersonRequired for the proposer, and NotPending where there is nothing to approve."""
    pending = select(Approval).where(
        col(Approval.resource) == resource, col(Approval.resource_id) == resource_id
    )
    found = session.scalars(pending.with_for_update()).one_or_none()
    if found is None or found.approved_at is not None:
        raise NotPending
    if found.proposed_by == approver.id:
        raise SecondPersonRequired
    found.approved_by, found.approved_at = approver.id, context(session).clock()
    session.flush()
    return found
