"""The outermost layer: request id, security headers, HEAD, OPTIONS, time and size limits, last resort.

Plain ASGI, so that streams pass through untouched and an error page carries the same headers as a good one.
"""

import asyncio
import logging
import os
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from klimabruecke.core import errors
from klimabruecke.core.http.ratelimit import RateLimit
from klimabruecke.core.problems import problem_response

log = logging.getLogger("klimabruecke.access")

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
SECURITY = [
    (b"strict-transport-security", b"max-age=31536000; includeSubDomains"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
]
DATA_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'")


class MethodTable:
    """Which methods a path knows: FastAPI names only those of one route in ``Allow``."""

    def __init__(self, app: FastAPI) -> None:
        found: dict[str, set[str]] = {}
        for route in iter_route_contexts(app.routes):
            methods = getattr(route.original_route, "methods", None)
            if route.path and methods:
                found.setdefault(route.path, set()).update(methods)
        self._paths = [(compile_path(path)[0], methods) for path, methods in found.items()]

    def allowed(self, path: str) -> list[str]:
        methods: set[str] = set()
        for pattern, known in self._paths:
            if pattern.match(path):
                methods |= known
        if not methods:
            return [] if path.startswith("/api") else ["GET", "HEAD", "OPTIONS"]
        return sorted(methods | {"OPTIONS"} | ({"HEAD"} if "GET" in methods else set()))


@dataclass(frozen=True)
class BodyLimit:
    """How much a request may carry, and how long that may take."""

    max_bytes: int
    seconds: float


class Envelope:
    """Wraps the whole application."""

    def __init__(
        self, app: ASGIApp, *, rate: RateLimit, bodies: BodyLimit, uploads: BodyLimit, methods: MethodTable
    ) -> None:
        self.app = app
        self.rate = rate
        self.bodies = bodies
        self.uploads = uploads
        self.methods = methods

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        exchange = _Exchange(scope, send)
        guarded = _Body(receive, self.uploads if _is_upload(scope) else self.bodies)
        try:
            await self._answer(exchange, guarded)
        except Exception:
            log.exception("unexpected", extra={"request_id": exchange.request_id})
            if exchange.status:
                raise  # mid-stream: the connection is cut, so that nobody takes a half for a whole
            last_resort = problem_response(HTTPConnection(exchange.scope), errors.INTERNAL)
            await last_resort(exchange.scope, receive, exchange.send)
        exchange.log()

    async def _answer(self, exchange: "_Exchange", body: "_Body") -> None:
        scope, connection = exchange.scope, HTTPConnection(exchange.scope)
        used = self.rate.use(scope)
        exchange.extra = used.headers
        scope["state"]["client"] = used.client
        if used.exhausted:
            refusal = problem_response(connection, errors.TOO_MANY_REQUESTS, headers=used.retry_after)
        elif body.is_too_large(scope):
            refusal = problem_response(connection, errors.BODY_TOO_LARGE)
        elif scope["method"] == "OPTIONS" and (allowed := self.methods.allowed(scope["path"])):
            await exchange.send(_no_content(allowed))
            await exchange.send({"type": "http.response.body"})
            return
        else:
            await self.app(scope, body.receive, exchange.send)
            return
        await refusal(scope, body.receive, exchange.send)


class _Exchange:
    """One request and the answer on its way out."""

    def __init__(self, scope: Scope, send: Send) -> None:
        given = HTTPConnection(scope).headers.get("x-request-id", "")
        self.request_id = given if _REQUEST_ID.fullmatch(given) else os.urandom(16).hex()
        self.scope: Scope = {**scope, "state": {**scope.get("state", {}), "request_id": self.request_id}}
        self.head = scope["method"] == "HEAD"
        if self.head:
            self.scope["method"] = "GET"
        self.status = 0
        self.extra: Sequence[tuple[bytes, bytes]] = ()
        self._send = send
        self._begun = time.perf_counter()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = self._headers(message.get("headers", []))
        elif self.head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)

    def _headers(self, headers: Sequence[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        given = {name.lower() for name, _ in headers}
        own = [*SECURITY, DATA_POLICY, (b"x-request-id", self.request_id.encode()), *self.extra]
        if self.status == 405:
            allowed = self.scope["app"].state.methods.allowed(self.scope["path"])
            headers = [(name, value) for name, value in headers if name.lower() != b"allow"]
            own.append((b"allow", ", ".join(allowed).encode()))
        return [*headers, *((name, value) for name, value in own if name not in given or name == b"allow")]

    def log(self) -> None:
        log.info(
            "request",
            extra={
                "request_id": self.request_id,
                "method": "HEAD" if self.head else self.scope["method"],
                "path": self.scope["path"],
                "status": self.status,
                "milliseconds": round((time.perf_counter() - self._begun) * 1000, 1),
            },
        )


class _Body:
    """Receives a body of limited size within a limited time."""

    def __init__(self, receive: Receive, limit: BodyLimit) -> None:
        self._receive = receive
        self._left = limit.max_bytes
        self._max = limit.max_bytes
        self._seconds = limit.seconds
        self._deadline: float | None = None
        self._complete = False

    def is_too_large(self, scope: Scope) -> bool:
        for name, value in scope["headers"]:
            if name == b"content-length":
                return not value.isdigit() or int(value[:20]) > self._max
        return False

    async def receive(self) -> Message:
        if self._complete:
            return await self._receive()  # waits for the client to leave, without a deadline
        now = asyncio.get_running_loop().time()
        self._deadline = self._deadline or now + self._seconds
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError as slow:
            raise HTTPException(408, headers={"Connection": "close"}) from slow
        self._left -= len(message.get("body", b""))
        self._complete = not message.get("more_body", False)
        if self._left < 0:
            raise HTTPException(413, headers={"Connection": "close"})
        return message


def _is_upload(scope: Scope) -> bool:
    """Whether it says it is a form with files; addresses that read none refuse it before they read it."""
    return any(
        name == b"content-type" and value.lower().startswith(b"multipart/form-data")
        for name, value in scope["headers"]
    )


def _no_content(allowed: list[str]) -> Message:
    headers = MutableHeaders({"Allow": ", ".join(allowed), "Content-Length": "0"})
    return {"type": "http.response.start", "status": 204, "headers": headers.raw}
