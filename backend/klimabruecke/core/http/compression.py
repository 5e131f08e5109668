"""Compressed answers of the API: Zstandard, else Brotli, else gzip, for clients that take one of them.

A compressed answer has another validator than the plain one (RFC 9110, section 8.8.3): its coding stands at
the end of the ETag, as Apache does it, and is taken off again where a client sends the ETag back. Tokens are
never compressed beside what a caller wrote: the length of the answer would give them away.
"""

import re
from collections.abc import Iterable, Sequence

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette_compress import CompressMiddleware, add_compress_type

from klimabruecke.core.http.route import best_offer
from klimabruecke.core.listing.formats import CSV, NDJSON

SMALLEST = 1000
"""Bytes; less fits into one packet anyway."""

_API, _SECRETS = "/api/", ("/api/v1/auth/", "/api/v1/oauth/")
_CODINGS = ("zstd", "br", "gzip")

Headers = Iterable[tuple[bytes, bytes]]

add_compress_type(NDJSON)
add_compress_type(CSV)


class Compression:
    """Wraps the application; who takes no compressed answer pays nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._packing = CompressMiddleware(
            app, minimum_size=SMALLEST, zstd_level=1, brotli_quality=4, gzip_level=1
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(_API):
            await self.app(scope, receive, send)
            return
        accepted = _accepted(scope)
        if not accepted and scope["method"] == "GET":
            await self.app(scope, receive, send)
            return
        asked = {
            **scope,
            "headers": [(name, _plain(name, value, accepted)) for name, value in scope["headers"]],
        }
        sent_back = b", ".join(value for name, value in scope["headers"] if name == b"if-none-match")

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _tagged(message["headers"], message["status"], sent_back)}
            await send(message)

        await (self._packing if accepted else self.app)(asked, receive, tagged)


def _accepted(scope: Scope) -> tuple[str, ...]:
    """The codings this answer may have."""
    asked = next((value for name, value in scope["headers"] if name == b"accept-encoding"), b"")
    if not asked or scope["path"].startswith(_SECRETS):
        return ()
    return tuple(coding for coding in _CODINGS if best_offer(asked.decode("latin-1"), (coding,)))


def _plain(name: bytes, value: bytes, accepted: Sequence[str]) -> bytes:
    """A copy in a coding the client takes no longer is not fresh; who writes may have read any."""
    codings = accepted if name == b"if-none-match" else _CODINGS if name == b"if-match" else ()
    for coding in codings:
        value = value.replace(f'-{coding}"'.encode(), b'"')
    return value


def _tagged(headers: Headers, status: int, sent_back: bytes) -> list[tuple[bytes, bytes]]:
    """The validator of what is sent; a 304 repeats the one the client has."""
    coding = next((value for name, value in headers if name.lower() == b"content-encoding"), b"")

    def validator(tag: bytes) -> bytes:
        if coding:
            return tag[:-1] + b"-" + coding + b'"'
        return _same(tag, sent_back) if status == 304 else tag

    changes = {b"etag": validator, b"vary": _each_once}
    return [(name, changes.get(name.lower(), bytes)(value)) for name, value in headers]


def _each_once(names: bytes) -> bytes:
    """The library adds Accept-Encoding to ``Vary`` also where it is named already."""
    return b", ".join(dict.fromkeys(name.strip() for name in names.split(b",")))


def _same(tag: bytes, sent_back: bytes) -> bytes:
    known = re.search(re.escape(tag[:-1]) + rb'(-(?:zstd|br|gzip))?"', sent_back)
    return known[0] if known else tag
