"""How entries are hashed and linked: pure functions over plain values."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson

from klimabruecke.core.clock import rfc3339

GENESIS = "0" * 64

HASHED = (
    "chain",
    "seq",
    "at",
    "actor_kind",
    "actor_id",
    "action",
    "resource",
    "resource_id",
    "request_id",
    "before_hash",
    "after_hash",
)
"""The columns of an entry its hash covers, in this order, behind the hash of the entry before."""
ACTING_FOR = "acting_for_id"
"""Covered too, last, where somebody acted for another person; entries from before there was such a column
keep the hash they were given.
"""


def link(prev_hash: str, entry: Mapping[str, Any]) -> str:
    """The hash of an entry: SHA-256 over the canonical JSON of the previous hash and its columns."""
    acting_for = [entry[ACTING_FOR]] if entry[ACTING_FOR] is not None else []
    return _digest([prev_hash, *(entry[name] for name in HASHED), *acting_for])


def record_hash(values: Mapping[str, Any], left_out: frozenset[str]) -> str:
    """The hash of a record's columns, without those that are personal or about the trail itself."""
    return _digest({name: value for name, value in values.items() if name not in left_out})


def _digest(value: Any) -> str:
    text = orjson.dumps(value, default=_plain, option=orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATETIME)
    return hashlib.sha256(text).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    raise TypeError(type(value).__name__)
