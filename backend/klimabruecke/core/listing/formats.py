"""Which format, and rows to bytes in it: JSON objects, NDJSON lines, CSV lines."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

import orjson
from fastapi import Request
from starlette.exceptions import HTTPException

from klimabruecke.core.http.route import best_offer
from klimabruecke.core.schemas import PageQuery
from klimabruecke.core.types import Wire

JSON = "application/json"
NDJSON = "application/x-ndjson"
CSV = "text/csv"
LIST_FORMATS = {"json": JSON, "ndjson": NDJSON, "csv": CSV}

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")

Row = Sequence[Any]


class RowEncoder:
    """Turns raw driver rows into JSON objects; converters run for the columns that need one."""

    def __init__(self, names: Sequence[str], wires: Sequence[Wire | None]) -> None:
        self.names = tuple(names)
        self._wires = [(name, wire) for name, wire in zip(names, wires, strict=True) if wire is not None]

    def objects(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """One mapping a row; what stands beyond the named columns (sort keys) is left out."""
        # Both maps run in C, which takes a fifth off the step that costs most after the database.
        found = list(map(dict, map(zip, repeat(self.names), rows)))
        for name, wire in self._wires:
            for item in found:
                if item[name] is not None:
                    item[name] = wire(item[name])
        return found


def ndjson(chunks: Iterable[list[dict[str, Any]]]) -> Iterator[bytes]:
    for chunk in chunks:
        yield b"".join(orjson.dumps(item, option=orjson.OPT_APPEND_NEWLINE) for item in chunk)


def csv_text(names: Sequence[str], chunks: Iterable[list[dict[str, Any]]], locale: str) -> Iterator[bytes]:
    """RFC 4180 with a header. ``de``: byte order mark, semicolons, decimal comma for German sheets."""
    german = locale == "de"
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";" if german else ",", lineterminator="\r\n")
    if german:
        buffer.write("\ufeff")
    writer.writerow(names)
    for chunk in chunks:
        writer.writerows([_cell(item[name], german) for name in names] for item in chunk)
        yield _drain(buffer)
    yield _drain(buffer)


def _drain(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _cell(value: Any, german: bool) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        text = repr(value)
        return text.replace(".", ",") if german else text
    if isinstance(value, str):
        # A spreadsheet would run the cell as a formula; an apostrophe makes it text.
        return "'" + value if value.startswith(FORMULA_STARTS) else value
    if isinstance(value, (list, dict)):
        return orjson.dumps(value).decode()
    return value


def media_type_for(request: Request, query: PageQuery) -> str:
    """The format asked for by ``?format=`` or else by ``Accept``."""
    return asked_media_type(request, query.format, LIST_FORMATS)


def asked_media_type(request: Request, name: str | None, formats: Mapping[str, str]) -> str:
    """The media type of the format named, else the one ``Accept`` likes best."""
    if name is not None:
        return formats[name]
    accept = request.headers.get("accept")
    offers = tuple(formats.values())
    found = offers[0] if accept is None else best_offer(accept, offers)
    if found is None:
        raise HTTPException(406)
    return found
