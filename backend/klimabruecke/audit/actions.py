"""Writing the trail: called once before each commit, inside the writer's transaction."""

from functools import cache
from typing import Any

from sqlalchemy import Executable, bindparam, insert, update
from sqlmodel import Session

from klimabruecke.audit.chain import GENESIS, link, record_hash
from klimabruecke.audit.tables import AuditEntry, OutboxEvent
from klimabruecke.core.changes import (
    Change,
    context,
    count,
    inserting,
    number,
    table_of,
    take_changes,
    together,
)
from klimabruecke.core.ids import new_id
from klimabruecke.core.tables import PLATFORM, ChangeHead, Row

_EVENTS = "audit_events"
_ABOUT_THE_TRAIL = frozenset({"change_no"})


def record(session: Session, action: str, resource: str, resource_id: str, chain: str = PLATFORM) -> None:
    """Note something that is no change of a row: a sign-in, a refused password, an export."""
    session.info.setdefault(_EVENTS, []).append((chain, action, resource, resource_id))


def name(session: Session, row: Row, action: str) -> None:
    """Call the change of this row by what it means, such as ``decide``, instead of ``update``."""
    session.info.setdefault("audit_names", {})[id(row)] = action


def restore(session: Session, row: Row) -> None:
    """Undo a deletion; the trail calls it so."""
    row.deleted_at = None
    name(session, row, "restore")


def settle(session: Session) -> None:
    """Number the changes of the transaction, one entry each, and link the entries to their chains."""
    changes = take_changes(session)
    events: list[tuple[str, str, str, str]] = session.info.pop(_EVENTS, [])
    names: dict[int, str] = session.info.pop("audit_names", {})
    for chain in sorted(changes.keys() | {event[0] for event in events}):
        here = changes.get(chain, [])
        entries = [_of_change(change, names.get(id(change.row), change.kind)) for change in here]
        entries += [_of_event(event) for event in events if event[0] == chain]
        last, last_hash = _locked_head(session, chain, len(entries))
        with together(session):
            _append(session, chain, entries, last, last_hash)
            number(session, here, last + 1)
    count(session)


def _locked_head(session: Session, chain: str, added: int) -> tuple[int, str]:
    """The last number and hash of a chain, whose head already counts what will be added."""
    connection = session.connection()
    adding = {"chain": chain, "change_no": added, "hash": GENESIS}
    head = connection.execute(_moving(connection.dialect.name), adding).one()
    return head.change_no - added, head.hash


def _append(session: Session, chain: str, entries: list[dict[str, Any]], last: int, last_hash: str) -> None:
    """Link the entries behind the last one, and seal the head with the hash of the new last."""
    connection = session.connection()
    known = context(session)
    for seq, entry in enumerate(entries, start=last + 1):
        entry |= {
            "id": new_id(),
            "chain": chain,
            "seq": seq,
            "at": known.clock(),
            "actor_kind": known.actor.kind,
            "actor_id": known.actor.id,
            "acting_for_id": known.actor.acting_for_id,
            "request_id": known.request_id,
        }
        entry["prev_hash"], entry["hash"] = last_hash, link(last_hash, entry)
        last_hash = entry["hash"]
    connection.execute(_ENTERING, entries)
    connection.execute(_PUBLISHING, [_outbox(entry) for entry in entries])
    connection.execute(_SEALING, {"the_chain": chain, "the_hash": last_hash})


@cache
def _moving(dialect: str) -> Executable:
    """Locks the head, making it where there is none, and moves its number; the hash is still the last."""
    head = table_of(ChangeHead)
    adding = inserting(dialect)(head)
    moved: Executable = adding.on_conflict_do_update(
        index_elements=["chain"], set_={"change_no": head.c.change_no + adding.excluded.change_no}
    ).returning(head.c.change_no, head.c.hash)
    return moved


_HEAD = table_of(ChangeHead)
_ENTERING = insert(table_of(AuditEntry))
_PUBLISHING = insert(table_of(OutboxEvent))
_SEALING = update(_HEAD).where(_HEAD.c.chain == bindparam("the_chain")).values(hash=bindparam("the_hash"))


def _of_change(change: Change, action: str) -> dict[str, Any]:
    row: Any = change.row
    left_out = _left_out(type(row))
    after = {column: getattr(row, column) for column in table_of(row).columns.keys()}  # noqa: SIM118
    return {
        "action": action,
        "resource": table_of(row).name,
        "resource_id": row.id,
        "before_hash": record_hash(change.before, left_out) if change.before is not None else None,
        "after_hash": record_hash(after, left_out),
    }


def _of_event(event: tuple[str, str, str, str]) -> dict[str, Any]:
    _, action, resource, resource_id = event
    return {
        "action": action,
        "resource": resource,
        "resource_id": resource_id,
        "before_hash": None,
        "after_hash": None,
    }


def _left_out(table: type[Row]) -> frozenset[str]:
    personal = {column for column, kind in table.__data_classes__.items() if kind == "personal"}
    return _ABOUT_THE_TRAIL | personal


def _outbox(entry: dict[str, Any]) -> dict[str, Any]:
    kept = {column: entry[column] for column in ("chain", "seq", "action", "resource", "resource_id")}
    return {"id": entry["id"], "created_at": entry["at"], **kept}
