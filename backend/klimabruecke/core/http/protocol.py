"""uvicorn's httptools protocol with a deadline and a size limit for request headers.

Stock uvicorn holds a half-open connection for ever; three hundred of them are a cheap attack.
"""

import asyncio
import os
from typing import Any, ClassVar

import orjson
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from klimabruecke.core.errors import BAD_REQUEST, MEDIA_TYPE
from klimabruecke.core.http.envelope import DATA_POLICY, SECURITY

MAX_HEADER_BYTES = 65_536


class DeadlineProtocol(HttpToolsProtocol):
    """Closes a connection whose headers are not complete in time or grow without end."""

    header_seconds: ClassVar[float] = 10

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._header_bytes = 0
        self._deadline: asyncio.TimerHandle | None = self._start_deadline()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_deadline()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._header_bytes = 0
        self._deadline = self._deadline or self._start_deadline()

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        self._count(len(url))

    def on_header(self, name: bytes, value: bytes) -> None:
        super().on_header(name, value)
        self._count(len(name) + len(value))

    def on_headers_complete(self) -> None:
        self._stop_deadline()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002
        """What cannot be read has no language either: the answer is in German, as everywhere by default."""
        if self.transport.is_closing():
            return
        request_id = os.urandom(16).hex()
        body = orjson.dumps(
            {
                "type": f"/problems/{BAD_REQUEST.slug}",
                "title": BAD_REQUEST.title.de,
                "status": 400,
                "detail": BAD_REQUEST.remedy.de,
                "instance": request_id,
                "errors": [],
            }
        )
        headers = [
            *SECURITY,
            DATA_POLICY,
            (b"content-type", MEDIA_TYPE.encode()),
            (b"content-length", str(len(body)).encode()),
            (b"content-language", b"de"),
            (b"cache-control", b"no-store"),
            (b"x-request-id", request_id.encode()),
            (b"connection", b"close"),
        ]
        lines = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
        self.transport.write(b"HTTP/1.1 400 Bad Request\r\n" + lines + b"\r\n" + body)
        self.transport.close()

    def _count(self, size: int) -> None:
        self._header_bytes += size
        if self._header_bytes > MAX_HEADER_BYTES:
            self.send_400_response("headers too large")

    def _start_deadline(self) -> asyncio.TimerHandle:
        return self.loop.call_later(self.header_seconds, self._too_slow)

    def _stop_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_slow(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()


def with_deadline(seconds: float) -> type[DeadlineProtocol]:
    """The protocol of a server that waits so long for the headers of a request."""
    return type("DeadlineProtocol", (DeadlineProtocol,), {"header_seconds": seconds})
