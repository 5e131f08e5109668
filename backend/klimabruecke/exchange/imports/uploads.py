"""Files that come in pieces, with the offsets of tus 1.0: what has arrived is kept if the line breaks."""

from datetime import timedelta

from sqlalchemy import Connection, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from klimabruecke.core.changes import context
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import bury, change, locked, no_such
from klimabruecke.exchange.deps import Principal
from klimabruecke.exchange.imports.refusals import PieceElsewhere, piece_too_long
from klimabruecke.exchange.imports.schemas import UploadIn
from klimabruecke.exchange.imports.tables import Upload, UploadPiece

KEPT = timedelta(hours=24)
MAX_OPEN = 10
"""Of one caller. Who begins another gives up the oldest."""


def plain_name(given: str) -> str:
    """The name without its folders; what browsers send is not to be trusted further than for showing."""
    name = given.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in name if letter.isprintable())[:200] or "-"


def create_upload(session: Session, principal: Principal, asked: UploadIn) -> Upload:
    """Begin an upload."""
    open_ones = select_rows(Upload).where(Upload.owner_id == principal.id, col(Upload.deleted_at).is_(None))
    latest_first = session.exec(open_ones.order_by(col(Upload.id).desc())).all()
    for given_up in latest_first[MAX_OPEN - 1 :]:
        bury(session, given_up)
    upload = Upload(
        id=new_id(),
        owner_id=principal.id,
        file_name=plain_name(asked.file_name),
        size_bytes=asked.size_bytes,
        expires_at=context(session).clock() + KEPT,
    )
    session.add(upload)
    session.flush()
    return upload


def open_upload(session: Session, principal: Principal, upload_id: str) -> Upload:
    """The caller's own upload, locked. Raises NotFound, also for somebody else's."""
    upload = locked(session, Upload, upload_id)
    if upload.owner_id != principal.id or upload.expires_at < context(session).clock():
        raise no_such("upload")
    return upload


def add_piece(session: Session, upload: Upload, offset: int, content: bytes) -> None:
    """Keep a piece that begins where the last one ended. Raises PieceElsewhere, Invalid."""
    if offset != upload.received_bytes:
        raise PieceElsewhere(upload.received_bytes)
    if offset + len(content) > upload.size_bytes:
        raise piece_too_long()
    if content:
        session.add(UploadPiece(id=new_id(), upload_id=upload.id, starts_at_byte=offset, content=content))
        change(upload, {"received_bytes": offset + len(content)})
        session.flush()


def found_upload(connection: Connection, owner_id: str, upload_id: str) -> Upload:
    """The caller's own upload. Raises NotFound."""
    columns = Upload.__table__.columns  # type: ignore[attr-defined]
    row = connection.execute(
        select(*columns).where(
            col(Upload.id) == upload_id, col(Upload.owner_id) == owner_id, col(Upload.deleted_at).is_(None)
        )
    ).one_or_none()
    if row is None:
        raise no_such("upload")
    return Upload(**row._mapping)


def put_together(connection: Connection, upload_id: str) -> bytes:
    """All of its bytes."""
    pieces = select(col(UploadPiece.content)).where(col(UploadPiece.upload_id) == upload_id)
    return b"".join(connection.execute(pieces.order_by(col(UploadPiece.starts_at_byte))).scalars())
