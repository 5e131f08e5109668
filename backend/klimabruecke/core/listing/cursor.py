"""Keyset cursors: where the next page begins, bound to the filter and the sort they were made for."""

import base64
import binascii
import hashlib
from typing import Any

import orjson

from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.validation import sentence


def binding(resource: str, sort: str, filters: dict[str, Any]) -> str:
    """What a cursor is bound to: another filter or sort makes another binding."""
    text = orjson.dumps([resource, sort, sorted(filters.items())], default=str)
    return hashlib.blake2b(text, digest_size=6).hexdigest()


def encode(bound_to: str, keys: list[Any]) -> str:
    return base64.urlsafe_b64encode(orjson.dumps([bound_to, *keys])).rstrip(b"=").decode()


def decode(cursor: str, bound_to: str, kinds: list[type]) -> list[Any]:
    """The sort key values of the last row seen; Invalid for a foreign, damaged or stale cursor."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        keys: list[Any]
        found, *keys = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError) as damaged:
        raise _unknown() from damaged
    fits = len(keys) == len(kinds) and all(_fits(key, kind) for key, kind in zip(keys, kinds, strict=True))
    if found != bound_to or not fits:
        raise _unknown()
    return keys


def _fits(key: Any, kind: type) -> bool:
    if isinstance(key, str) and "\x00" in key:
        return False
    return key is None or (isinstance(key, kind) and not (kind is int and isinstance(key, bool)))


def _unknown() -> Invalid:
    return Invalid(FieldError("/query/cursor", "cursor_unknown", sentence("cursor_unknown")))
