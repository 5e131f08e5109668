"""Loading seed files: dated CSV files that ship with the package, one row of a file per row of a table.

The same file again changes nothing, not even a version; a changed cell changes its row only. Rows that
left a file stay: older sets of factors are kept, so that older results can be explained.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import Any, get_args

from sqlalchemy import column
from sqlmodel import Session, select

from klimabruecke.core.evidence import RECALLED, Fact
from klimabruecke.core.tables import Row

_READERS: Mapping[type, Callable[[str], Any]] = {
    bool: lambda cell: {"true": True, "false": False}[cell],
    int: int,
    str: str,
    date: date.fromisoformat,
    Decimal: Decimal,
}


def read_rows(file: Path) -> list[dict[str, str]]:
    """The rows of a seed file as text. Nothing is guessed: the country code NA stays NA."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def store(
    session: Session,
    table: type[Row],
    rows: Iterable[Mapping[str, str | None]],
    facts: Sequence[Fact] = (),
) -> None:
    """Insert what is new and update what differs, by id. An empty cell is null.

    Where somebody has proven a fact that the file still calls recalled, the proof stays.
    """
    make: Callable[..., Row] = table
    readers = _readers(table)
    rows = list(rows)
    named = {cells["id"] for cells in rows}
    shipped = select(table).where(column("id").in_(sorted(filter(None, named))))
    stored = {row.id: row for row in session.exec(shipped).all()}  # type: ignore[attr-defined]
    for cells in rows:
        values = {name: readers[name](cell) if cell else None for name, cell in cells.items()}
        row = stored.get(values["id"])
        if row is None:
            session.add(make(**values))
            continue
        kept = {name for fact in facts if _is_proven(fact, row, values) for name in fact.proof}
        for name, value in values.items():
            if name in kept:
                continue
            setattr(row, name, value)  # an equal value makes no change
    session.flush()


def _is_proven(fact: Fact, row: Row, values: Mapping[str, Any]) -> bool:
    said = values.get(fact.verification), getattr(row, fact.verification)
    return said[0] == RECALLED and said[1] != RECALLED


def _readers(table: type[Row]) -> dict[str, Callable[[str], Any]]:
    kinds = {name: _without_none(field.annotation) for name, field in table.model_fields.items()}
    return {name: _READERS[kind] for name, kind in kinds.items() if kind in _READERS and name not in _STAMPED}


def _without_none(annotation: Any) -> Any:
    kinds: list[Any] = [kind for kind in get_args(annotation) or (annotation,) if kind is not NoneType]
    return kinds[0]


_STAMPED = frozenset(Row.model_fields) - {"demo"}
"""What the platform writes itself; a seed file has no such columns."""
