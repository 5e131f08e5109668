"""Public answers that cost something to make, kept in memory for whoever asks the same again.

What an answer says is decided by its ETag, which counts every write it depends on: a kept answer is never
older than the database, and one nobody can ask for any more is pushed out by others.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

import orjson
from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.http.answers import JSON, is_unchanged, not_modified, validators

MOST_BYTES = 8 * 2**20


class Kept:
    """The bodies of answers by their ETag, those asked for last; together never more than a few megabytes."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def body(self, tag: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under this ETag, or what ``make`` gives, kept from now on."""
        with self._lock:
            if (body := self._bodies.get(tag)) is not None:
                self._bodies.move_to_end(tag)
                return body
        body = make()
        with self._lock:
            self._bytes += len(body) - len(self._bodies.pop(tag, b""))
            self._bodies[tag] = body
            while self._bytes > self._most_bytes:
                self._bytes -= len(self._bodies.popitem(last=False)[1])
        return body


def kept_response(request: Request, tag: str, make: Callable[[], Mapping[str, Any]]) -> Response:
    """A public answer under its validator, made only where nobody has asked for it since the last change."""
    if is_unchanged(request, tag):
        return not_modified(tag)
    kept: Kept = request.app.state.kept
    body = kept.body(tag, lambda: orjson.dumps(make()))
    return Response(body, media_type=JSON, headers=validators(tag))
