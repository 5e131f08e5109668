"""Keyset cursors: where the next page begins, bound to the filter and the sort they were made for."""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

import orjson
from fastapi import Request

from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.listing.statement import Key
from klimabruecke.core.validation import sentence

_IN_JSON: dict[type, tuple[type, ...]] = {
    bool: (bool,),
    int: (int,),
    float: (int, float),
    str: (str,),
    date: (str,),
    datetime: (str,),
}


def binding(resource: str, sort: str, filters: dict[str, Any]) -> str:
    """What a cursor is bound to: another filter or sort makes another binding."""
    text = orjson.dumps([resource, sort, sorted(filters.items())], default=str)
    return hashlib.blake2b(text, digest_size=6).hexdigest()


def encode(bound_to: str, keys: Sequence[Key], values: Sequence[Any]) -> str:
    """``values`` are what the driver gave for the keys in the last row of a page."""
    plain = [_plain(value, key.kind) for value, key in zip(values, keys, strict=True)]
    return base64.urlsafe_b64encode(orjson.dumps([bound_to, *plain])).rstrip(b"=").decode()


def _plain(value: Any, kind: type) -> Any:
    """SQLite has no booleans, PostgreSQL's driver gives dates as objects."""
    if value is None or isinstance(value, (str, float)):
        return value
    return kind(value) if kind in (bool, int) else str(value)


def decode(cursor: str, bound_to: str, keys: Sequence[Key]) -> list[Any]:
    """The sort key values of the last row seen; Invalid for a foreign, damaged or stale cursor."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        values: list[Any]
        found, *values = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError) as damaged:
        raise _unknown() from damaged
    fits = len(values) == len(keys) and all(map(_fits, values, keys))
    if found != bound_to or not fits:
        raise _unknown()
    return values


def _fits(value: Any, key: Key) -> bool:
    """Whether a database can compare the value with the key's column, whoever made the cursor."""
    if value is None:
        return key.nullable
    if type(value) not in _IN_JSON[key.kind]:
        return False
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    if key.kind in (date, datetime):
        return _is_iso(value, key.kind)
    return not (isinstance(value, str) and "\x00" in value)


def _is_iso(value: str, kind: type[date]) -> bool:
    try:
        kind.fromisoformat(value)
    except ValueError:
        return False
    return True


def _unknown() -> Invalid:
    return Invalid(FieldError("/query/cursor", "cursor_unknown", sentence("cursor_unknown")))


def addresses(request: Request, cursor: str | None) -> tuple[str | None, str]:
    """The address of the next page, and the Link header with that of the first and the next one."""
    path = request.scope["path"]
    others = urlencode(
        [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    )
    first = f"{path}?{others}" if others else path
    if cursor is None:
        return None, f'<{first}>; rel="first"'
    following = f"{path}?{others}{'&' if others else ''}cursor={cursor}"
    return following, f'<{first}>; rel="first", <{following}>; rel="next"'
