"""One text for one document, so that a hash of it means something (RFC 8785, JSON Canonicalization Scheme).

Documents hold text, booleans, null, integers, and numbers between 0.001 and 10^15, which RFC 8785 writes as
Python does; names are ASCII.
"""

import hashlib
from typing import Any

import orjson


def canonical_json(document: Any) -> str:
    """The document with sorted names and without spaces; a whole number is written without a point."""
    return orjson.dumps(_whole(document), option=orjson.OPT_SORT_KEYS).decode()


def sha256_of(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _whole(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _whole(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(each) for each in value]
    return value
