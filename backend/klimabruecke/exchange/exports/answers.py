"""Files that are made when they are asked for, and sent piece by piece."""

from collections.abc import Callable, Iterator
from tempfile import TemporaryFile
from typing import BinaryIO

from starlette.responses import Response, StreamingResponse

from klimabruecke.core.http.answers import validators

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
CHUNK_BYTES = 2**18


def file_response(
    make: Callable[[BinaryIO], None], media_type: str, name: str, headers: dict[str, str]
) -> Response:
    """The file, made on disk before the first byte leaves: a fault on the way is told, never half a file.

    ``name`` consists of ids, numbers and words of ours, and so is safe in the header.
    """
    file = TemporaryFile()  # noqa: SIM115 - closed when it is sent
    try:
        make(file)
        size = file.tell()
        file.seek(0)
    except BaseException:
        file.close()
        raise
    named = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(size)}
    return StreamingResponse(_pieces(file), media_type=media_type, headers={**headers, **named})


def tagged(tag: str, cache: str, language: str) -> dict[str, str]:
    return validators(tag, cache) | {"Content-Language": language}


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(CHUNK_BYTES):
            yield piece
