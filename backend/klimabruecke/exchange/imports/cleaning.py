"""What nobody needs any more: uploads that were not used, and imports that can no longer be undone.

Done by the worker at its start and every hour; whatever is left over by one that was killed, the next takes.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, select, update
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from klimabruecke.core.changes import bump, context
from klimabruecke.core.db import Database
from klimabruecke.core.records import bury
from klimabruecke.exchange.imports.actions import UNDO_FOR
from klimabruecke.exchange.imports.tables import ImportFile, ImportJob, ImportUndo, Upload, UploadPiece

AT_ONCE = 100
"""So many of each in one transaction; the rest in the next hour."""


def clean_up(database: Database) -> None:
    """Nothing is written where there is nothing to clean."""
    now = database.clock()
    old = ((Upload, col(Upload.expires_at) < now), (ImportJob, col(ImportJob.updated_at) < now - UNDO_FOR))
    with database.reading() as connection:
        is_needed = any(connection.execute(_living(*each).limit(1)).first() for each in old)
    if is_needed:
        with database.transaction() as session:
            for each in old:
                _bury(session, *each)
            _empty(session)


def _living(table: Any, is_old: ColumnElement[bool]) -> Select[Any]:
    return select(table.id).where(is_old, col(table.deleted_at).is_(None)).order_by(table.id)


def _bury(session: Session, table: Any, is_old: ColumnElement[bool]) -> None:
    ids = session.connection().execute(_living(table, is_old).limit(AT_ONCE)).scalars().all()
    rows = select_rows(table).where(col(table.id).in_(ids)).with_for_update(skip_locked=True)
    for row in session.exec(rows):
        bury(session, row)
    session.flush()


def _empty(session: Session) -> None:
    """The bytes and the copies for undoing go at once; tombstones say that there was something."""
    connection = session.connection()
    gone = select(col(Upload.id)).where(col(Upload.deleted_at).is_not(None))
    connection.execute(delete(UploadPiece).where(col(UploadPiece.upload_id).in_(gone)))
    over = select(col(ImportJob.id)).where(col(ImportJob.deleted_at).is_not(None))
    connection.execute(delete(ImportUndo).where(col(ImportUndo.import_id).in_(over)))
    is_used = exists().where(
        col(ImportJob.file_id) == col(ImportFile.id), col(ImportJob.deleted_at).is_(None)
    )
    now = context(session).clock()
    emptied = update(ImportFile).where(~is_used, col(ImportFile.content) != b"")
    connection.execute(emptied.values(content=b"", updated_at=now, version=col(ImportFile.version) + 1))
    bump(session, ("upload_piece", "import_undo", "import_file"))
