"""The addresses of uploads: a file in pieces, resumed where a line broke."""

from typing import Annotated, Any

from fastapi import Depends, Header, Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.errors import UnsupportedMediaType
from klimabruecke.core.http.answers import NO_STORE, created_response, item_response, made_at
from klimabruecke.core.http.records import tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.types import QueryInteger, RecordId
from klimabruecke.exchange.deps import Writer
from klimabruecke.exchange.imports import uploads
from klimabruecke.exchange.imports.container import MAX_FILE_BYTES
from klimabruecke.exchange.imports.refusals import NOT_A_PIECE
from klimabruecke.exchange.imports.schemas import UploadIn, UploadOut
from klimabruecke.exchange.imports.tables import Upload

router = StrictRouter(tags=["imports"])

PIECES = ("application/octet-stream", "application/offset+octet-stream")
"""The second is what tus calls it."""
MAX_PIECE_BYTES = 2**20
TUS = {"Tus-Resumable": "1.0.0"}
UploadId = Annotated[RecordId, Path(description="Id of the upload.")]
BYTES = {"type": "string", "format": "binary", "maxLength": MAX_PIECE_BYTES}
PIECE: dict[str, Any] = {
    "x-conflicts": [409],
    "requestBody": {
        "required": True,
        "content": {
            PIECES[0]: {"schema": {"type": "string", "format": "binary", "maxLength": MAX_PIECE_BYTES}}
        },
    },
}


async def piece_of(request: Request) -> bytes:
    """The bytes of a request, before anybody waits for the database."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in PIECES:
        raise UnsupportedMediaType(NOT_A_PIECE)
    return await request.body()


@router.post(
    "/uploads",
    summary="Begin an upload",
    response_model=UploadOut,
    status_code=201,
    responses=made_at("get_upload", "upload_id"),
)
def create_upload(
    principal: Writer,
    request: Request,
    session: SessionDep,
    asked: UploadIn,
) -> Response:
    """For a file that is to survive a broken line, in pieces of at most 1 MiB.

    Send the pieces by PATCH to `Location`, each with the offset it begins at, and ask for the offset by HEAD,
    both as tus 1.0 does; clients of tus take `Location` for the address of their upload. Then name the upload
    in POST /imports by `upload_id`. It is kept for 24 hours.
    """
    upload = uploads.create_upload(session, principal, asked)
    settle(session)
    response = created_response(_shown(upload), f"{request.url.path}/{upload.id}", tag_of(upload))
    return _with_offset(response, upload)


@router.get("/uploads/{upload_id}", summary="Get an upload", response_model=UploadOut)
@small_read
def get_upload(principal: Writer, request: Request, connection: ReadDep, upload_id: UploadId) -> Response:
    """How much of it has arrived: `Upload-Offset`, which HEAD tells too. Only its owner knows of it."""
    found = uploads.found_upload(connection, principal.id, upload_id)
    return _with_offset(item_response(request, _shown(found), tag_of(found), NO_STORE), found)


@router.patch(
    "/uploads/{upload_id}", summary="Add a piece to an upload", status_code=204, openapi_extra=PIECE
)
def update_upload(
    principal: Writer,
    piece: Annotated[bytes, Depends(piece_of)],
    session: SessionDep,
    upload_id: UploadId,
    upload_offset: Annotated[
        QueryInteger, Header(ge=0, le=MAX_FILE_BYTES, description="Where the piece begins, counted from 0.")
    ],
) -> Response:
    """The piece is kept when the answer is there; of a piece whose line broke nothing is. Another offset than
    the one that was reached is 409 `upload-offset`.
    """
    upload = uploads.open_upload(session, principal, upload_id)
    uploads.add_piece(session, upload, upload_offset, piece)
    return _with_offset(Response(status_code=204, headers={"Cache-Control": NO_STORE}), upload)


def _shown(upload: Upload) -> UploadOut:
    return UploadOut.model_validate({name: getattr(upload, name) for name in UploadOut.model_fields})


def _with_offset(response: Response, upload: Upload) -> Response:
    response.headers.update(
        {"Upload-Offset": str(upload.received_bytes), "Upload-Length": str(upload.size_bytes), **TUS}
    )
    return response
