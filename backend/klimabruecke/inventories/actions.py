"""Bringing many lines into an inventory at once, by the rules of the single line."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from klimabruecke.audit import actions as audit
from klimabruecke.core.bulk import Upsert
from klimabruecke.core.changes import bump, context, table_of
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.ids import new_id
from klimabruecke.core.language import Bilingual
from klimabruecke.inventories.deps import Principal
from klimabruecke.inventories.emissions.actions import check_named, open_inventory, rules_of
from klimabruecke.inventories.emissions.schemas import LineIn
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.refusals import SENTENCES
from klimabruecke.inventories.totals.actions import rebuild

_TABLE = table_of(EmissionRecord)
_FIELDS = tuple(LineIn.model_fields)
_WRITTEN = tuple(name for name in _FIELDS if name != "line_key")
_VALUES = attrgetter(*_FIELDS)
_BY_KEY = itemgetter("line_key")
_LINES = Upsert(_TABLE, ["inventory_id", "line_key"], _WRITTEN)
MOST_ERRORS = 100

KEY_NEEDED = Bilingual(
    "Jede Zeile einer Datei braucht eine Kennung, damit dieselbe Datei sie kein zweites Mal schreibt.",
    "Every line of a file needs a key, so that the same file does not write it a second time.",
)
KEY_REPEATED = Bilingual(
    "Diese Kennung hat schon eine andere Zeile der Datei.",
    "Another line of the file has this key already.",
)


class Applied(NamedTuple):
    """How many lines were new, differed, or stood there already, and how many left the inventory."""

    new: int
    changed: int
    unchanged: int
    removed: int


def apply_lines(
    session: Session,
    principal: Principal,
    inventory: Inventory,
    lines: Sequence[LineIn],
    *,
    is_complete: bool = False,
) -> Applied:
    """Write these lines by their keys; the same lines again change nothing.

    ``is_complete``: lines of the inventory that are not among them leave it. All or nothing, in the
    transaction of the caller. Raises Forbidden, InventoryPublished, and Invalid with the places
    ``/lines/<index>/<field>`` of up to a hundred lines.
    """
    inventory = open_inventory(session, principal, inventory.id)
    rows = _rows(session, inventory, lines)
    before = _stored(session, inventory)
    known = {key for key, is_living in before.items() if is_living}
    named = {row["line_key"] for row in rows}
    written = _upserted(session, inventory, rows)
    gone = sorted(known - named) if is_complete else []
    _remove(session, inventory, gone)
    new = len(named - known)
    applied = Applied(new, written - new, len(rows) - written, len(gone))
    if written or gone:
        bump(session, [_TABLE.name])
        audit.record(session, "apply_lines", "inventory", inventory.id, inventory.city_id)
        rebuild(session, inventory)
        session.flush()
    return applied


def _rows(session: Session, inventory: Inventory, lines: Sequence[LineIn]) -> list[dict[str, Any]]:
    """The values of the lines, in the order of their keys. Raises Invalid."""
    rules = rules_of(session, inventory)
    errors: list[FieldError] = []
    seen: set[str] = set()
    rows = []
    for index, line in enumerate(lines):
        fault = rules.fault(line)
        if fault is not None:
            errors.append(_error(index, fault.field, fault.code, SENTENCES[fault.code]))
        elif line.line_key is None:
            errors.append(_error(index, "line_key", "key_needed", KEY_NEEDED))
        elif line.line_key in seen:
            errors.append(_error(index, "line_key", "key_repeated", KEY_REPEATED))
        else:
            seen.add(line.line_key)
            rows.append({**dict(zip(_FIELDS, _VALUES(line), strict=True)), **rules.filled(line)})
        if len(errors) == MOST_ERRORS:
            break
    if errors:
        raise Invalid(*errors)
    check_named(session, lines, lambda index: f"/lines/{index}")
    return sorted(rows, key=_BY_KEY)


def _error(index: int, field: str, code: str, detail: Bilingual) -> FieldError:
    return FieldError(f"/lines/{index}/{field}", code, detail)


def _stored(session: Session, inventory: Inventory) -> Mapping[str, bool]:
    """The keys the inventory has, and whether their lines are living."""
    columns = (_TABLE.c.line_key, _TABLE.c.deleted_at.is_(None))
    rows = session.connection().execute(select(*columns).where(_TABLE.c.inventory_id == inventory.id))
    return {key: bool(is_living) for key, is_living in rows}


def _upserted(session: Session, inventory: Inventory, rows: Iterable[dict[str, Any]]) -> int:
    """Write what is new or differs; gives the number of rows written."""
    now = context(session).clock()
    same = {"inventory_id": inventory.id, "city_id": inventory.city_id, "year": inventory.year}
    same |= {"version": 1, "created_at": now, "updated_at": now, "deleted_at": None, "change_no": 0}
    added = ({**row, "id": new_id()} for row in rows)
    return _LINES.write(session.connection(), added, {**same, "demo": inventory.demo})


def _remove(session: Session, inventory: Inventory, keys: Sequence[str]) -> None:
    if not keys:
        return
    now = context(session).clock()
    buried = update(_TABLE).where(
        _TABLE.c.inventory_id == bindparam("of_inventory"), _TABLE.c.line_key == bindparam("of_key")
    )
    buried = buried.values(deleted_at=now, updated_at=now, version=_TABLE.c.version + 1)
    session.connection().execute(buried, [{"of_inventory": inventory.id, "of_key": key} for key in keys])
