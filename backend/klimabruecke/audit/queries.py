"""What can be asked of the trail."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Connection, func, select
from sqlmodel import col

from klimabruecke.audit.schemas import AuditEntryOut
from klimabruecke.audit.tables import AuditEntry
from klimabruecke.core.http.answers import NO_STORE
from klimabruecke.core.listing import Listing


class _Trail(Listing[AuditEntryOut]):
    # Every entry moves the head of its chain, so the heads say whether anything was added.
    counter: ClassVar[str] = "SELECT sum(change_no) FROM change_head"


AUDIT_ENTRIES = _Trail(
    AuditEntryOut,
    select(*(getattr(AuditEntry, name) for name in AuditEntryOut.model_fields)),
    resources=["audit_entry"],
    sorts={"at": AuditEntry.at, "seq": AuditEntry.seq},
    filters={
        "chain": lambda chains: col(AuditEntry.chain).in_(chains),
        "actor": lambda actor: col(AuditEntry.actor_id) == actor,
        "resource": lambda resource: col(AuditEntry.resource) == resource,
        "record": lambda record: col(AuditEntry.resource_id) == record,
        "action": lambda action: col(AuditEntry.action) == action,
        "since": lambda moment: col(AuditEntry.at) >= moment,
        "until": lambda moment: col(AuditEntry.at) < moment,
    },
    default_sort="-id",
    cache=NO_STORE,
)


def done_between(
    connection: Connection, resource: str, actions: Sequence[str], begin: datetime, end: datetime
) -> dict[str, datetime]:
    """When people or programs first did one of these to a record in this time, by the id of the record."""
    done = (
        select(col(AuditEntry.resource_id), func.min(col(AuditEntry.at)))
        .where(
            col(AuditEntry.resource) == resource,
            col(AuditEntry.action).in_(actions),
            col(AuditEntry.actor_kind) != "system",
            col(AuditEntry.at) >= begin,
            col(AuditEntry.at) < end,
        )
        .group_by(col(AuditEntry.resource_id))
    )
    return dict(connection.execute(done).all())


def history_of(connection: Connection, resource: str, resource_id: str) -> list[dict[str, Any]]:
    """What was done to a record, newest first, at most the last 500; without who it was."""
    columns = (col(AuditEntry.at), col(AuditEntry.action), col(AuditEntry.actor_kind))
    entries = (
        select(*columns)
        .where(col(AuditEntry.resource) == resource, col(AuditEntry.resource_id) == resource_id)
        .order_by(col(AuditEntry.id).desc())
        .limit(500)
    )
    return [dict(row._mapping) for row in connection.execute(entries)]
