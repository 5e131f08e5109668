"""Stored records as every domain reads and writes them: named when missing, locked, deleted, brought back.

A domain names its records once (``name_records``), so that a 404 can say what there is none of.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from sqlmodel import Session, col, select

from klimabruecke.core.changes import context
from klimabruecke.core.errors import DomainError, NotFound, ProblemType, problem_type
from klimabruecke.core.language import Bilingual
from klimabruecke.core.tables import TOMBSTONES_STAY, Row

Table = TypeVar("Table", bound=Row)

IN_USE = problem_type(
    "in-use",
    409,
    Bilingual("Wird noch gebraucht", "Still in use"),
    Bilingual("Andere Einträge hängen von diesem Eintrag ab.", "Other records depend on this record."),
    Bilingual("Löschen Sie zuerst die Einträge, die ihn nennen.", "Delete the records that name it first."),
)
NOT_DELETED = problem_type(
    "not-deleted",
    409,
    Bilingual("Nicht gelöscht", "Not deleted"),
    Bilingual(
        "Dieser Eintrag ist nicht gelöscht; es gibt nichts wiederherzustellen.",
        "This record is not deleted; there is nothing to bring back.",
    ),
    Bilingual("Laden Sie den aktuellen Stand.", "Load the current state."),
)
TOO_LATE = problem_type(
    "too-late-to-restore",
    410,
    Bilingual("Frist abgelaufen", "Too late to restore"),
    Bilingual(
        "Gelöschtes lässt sich 90 Tage lang wiederherstellen; diese Frist ist vorbei.",
        "What was deleted can be brought back for 90 days; they are over.",
    ),
    Bilingual("Legen Sie den Eintrag neu an.", "Make the record anew."),
)
_NAMES: dict[str, tuple[Bilingual, str]] = {}


class InUse(DomainError):
    problem: ClassVar[ProblemType] = IN_USE


class NotDeleted(DomainError):
    problem = NOT_DELETED


class TooLateToRestore(DomainError):
    problem = TOO_LATE


def name_records(names: Mapping[str, tuple[Bilingual, str]]) -> None:
    """By table: what reads on after "Es gibt" and "There is", and the address that lists those there are."""
    _NAMES.update(names)


def no_such(table: str) -> NotFound:
    """404 that says what there is none of, by the name of its table."""
    return NotFound.among(*_NAMES[table])


def locked(session: Session, table: type[Table], record_id: str) -> Table:
    """The living row, locked until the transaction ends, so that its ETag is compared with the latest state.

    On SQLite writers take turns and no lock is needed. Raises NotFound.
    """
    row: Any = table
    found = session.exec(
        select(table)
        .where(row.id == record_id, col(table.deleted_at).is_(None))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise no_such(str(table.__tablename__))
    return found


def change(row: Row, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def bury(session: Session, row: Row) -> None:
    """A soft deletion: the row stays as a tombstone."""
    row.deleted_at = context(session).clock()


def buried(session: Session, table: type[Table], record_id: str) -> Table:
    """The deleted row, locked, while it can come back. Raises NotFound, NotDeleted, TooLateToRestore."""
    row: Any = table
    found = session.exec(select(table).where(row.id == record_id).with_for_update()).one_or_none()
    if found is None:
        raise no_such(str(table.__tablename__))
    if found.deleted_at is None:
        raise NotDeleted
    if found.deleted_at + TOMBSTONES_STAY < context(session).clock():
        raise TooLateToRestore
    return found
