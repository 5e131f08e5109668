"""What can be asked of approvals."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select
from sqlmodel import col

from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing
from klimabruecke.identity.approvals.schemas import ApprovalOut
from klimabruecke.identity.tables import Approval

MOST = 500
"""More than that nobody works through; the oldest come first."""

_LIVING = select(*(getattr(Approval, name) for name in ApprovalOut.model_fields)).where(
    col(Approval.deleted_at).is_(None)
)

APPROVALS = Listing(
    ApprovalOut,
    _LIVING,
    resources=["approval"],
    sorts={},
    filters={
        "resource": lambda resource: col(Approval.resource) == resource,
        "record": lambda record: col(Approval.resource_id) == record,
    },
    default_sort="-id",
    cache=PRIVATE,
)


def approval(connection: Connection, resource: str, resource_id: str, approval_id: str) -> ApprovalOut:
    """One approval of a record. Raises NotFound."""
    of_record = (col(Approval.resource) == resource) & (col(Approval.resource_id) == resource_id)
    row = connection.execute(_LIVING.where(of_record, col(Approval.id) == approval_id)).one_or_none()
    if row is None:
        raise NotFound
    return ApprovalOut.model_validate(dict(row._mapping))


def waiting(connection: Connection, resource: str, asked: str, involved: Collection[str]) -> Sequence[Any]:
    """Open approvals this person was asked for, or nobody in particular, the oldest first.

    Not those the ``involved`` people asked for themselves: they cannot give them.
    """
    mine = _LIVING.where(
        col(Approval.resource) == resource,
        col(Approval.approved_at).is_(None),
        or_(col(Approval.asked_user_id).is_(None), col(Approval.asked_user_id) == asked),
        col(Approval.proposed_by).not_in(involved),
        or_(col(Approval.proposed_for).is_(None), col(Approval.proposed_for).not_in(involved)),
    )
    return connection.execute(mine.order_by(col(Approval.id)).limit(MOST)).all()
