"""The router and route class of all domains: strict query strings, strict JSON, strict media types.

FastAPI lets an unknown or repeated query parameter pass, reads NaN and repeated names, stumbles over endless
nesting, and ignores ``Accept``. A misspelt filter must never return everything, so all are refused here.
"""

import json
from collections.abc import Callable, Coroutine, Sequence
from functools import lru_cache
from inspect import iscoroutinefunction, signature
from typing import Any

import orjson
from fastapi import APIRouter, FastAPI, Request
from fastapi._compat import ModelField
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.params import Form
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from klimabruecke.core.http.guard import guard_of
from klimabruecke.core.http.query import (
    QueryNames,
    QueryReader,
    needs_only_its_path,
    needs_only_its_query,
    readers,
)

JSON_BODIES = frozenset({"application/json"})
PATCH_BODIES = JSON_BODIES | {"application/merge-patch+json"}
_CHARSETS = frozenset({"utf-8", "utf8", "us-ascii"})
JSON_ANSWER = ("application/json",)

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
Reader = Callable[[Request], Coroutine[Any, Any, dict[str, Any]]]


def strict_json(body: bytes) -> Any:
    """Parse RFC 8259 JSON; raises ValueError or RecursionError for anything else.

    orjson refuses NaN, lone surrogates, bad UTF-8 and depth beyond 1,024; the standard library, run second,
    can see a repeated name.
    """
    orjson.loads(body)
    return json.loads(body, object_pairs_hook=_every_name_once)


def _every_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) != len(pairs):
        raise ValueError("a name is repeated")
    return names


class StrictRequest(Request):
    """A request whose JSON is exactly RFC 8259."""

    async def json(self) -> Any:
        body = await self.body()
        try:
            return strict_json(body)
        except (ValueError, RecursionError) as damaged:
            raise json.JSONDecodeError("not RFC 8259 JSON", "", 0) from damaged


class StrictRoute(APIRoute):
    """The route class of ``StrictRouter``.

    ``answers`` are the media types a route offers; lists name theirs in ``openapi_extra["x-formats"]``.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        super().__init__(path, endpoint, **options)
        parameters = [one for reader in readers(self.dependant) for one in reader.parameters()]
        if parameters:
            self.openapi_extra = {**(self.openapi_extra or {}), "parameters": parameters}
        self._short: Handler | None = None

    def get_route_handler(self) -> Handler:
        inner = super().get_route_handler()
        admit = self._admit()

        async def handle(plain: Request) -> Response:
            request = StrictRequest(plain.scope, plain.receive)
            await admit(request)
            return await inner(request)

        return handle

    def _admit(self) -> Callable[[Request], Coroutine[Any, Any, None]]:
        """The guard and the checks before anything else; raises what is wrong with the request."""
        names = QueryNames.of_route(self.dependant)
        bodies = _bodies(self)
        offers = _offers(self)
        guard = guard_of(self)

        async def admit(request: Request) -> None:
            if guard is not None:
                await guard.admit(request)
            if request.scope["query_string"]:
                names.check(request)
            if bodies:
                _check_media_type(request, bodies)
            if not accepts(request.headers.get("accept"), offers):
                raise HTTPException(406)

        return admit

    def shorten(self, dependants: Sequence[Dependant]) -> None:
        """Take the short way where all this route needs, wherever it is included, is its query or its path.

        A list or a record in memory or on the driver costs less than FastAPI's way to it. The guard speaks on
        either way; any other dependency keeps the long one.
        """
        first = dependants[0]
        if all(needs_only_its_query(dependant) for dependant in dependants):
            (reader,) = (found for found in first.dependencies if isinstance(found.call, QueryReader))
            self._short = self._short_way(str(first.request_param_name), _by_query(reader))
        elif _answers_itself(self.endpoint) and all(needs_only_its_path(each) for each in dependants):
            self._short = self._short_way(str(first.request_param_name), _by_path(first.path_params))

    def _short_way(self, request_name: str, read: Reader) -> Handler:
        admit = self._admit()

        async def answer(request: Request) -> Response:
            await admit(request)
            response: Response = await self.endpoint(**{request_name: request, **await read(request)})
            return response

        return answer

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._short is None or scope["method"] != "GET":
            await super().handle(scope, receive, send)
            return
        response = await self._short(StrictRequest(scope, receive))
        await response(scope, receive, send)


def _by_query(reader: Dependant) -> Reader:
    read, name = reader.call, str(reader.name)

    async def read_query(request: Request) -> dict[str, Any]:
        return {name: await read(request)}  # type: ignore[misc]

    return read_query


def _by_path(fields: Sequence[ModelField]) -> Reader:
    async def read_path(request: Request) -> dict[str, Any]:
        values: dict[str, Any] = {}
        wrong: list[Any] = []
        for field in fields:
            given = request.path_params[field.alias]
            values[field.name], errors = field.validate(given, {}, loc=("path", field.alias))
            wrong += errors
        if wrong:
            raise RequestValidationError(wrong)
        return values

    return read_path


def _answers_itself(endpoint: Callable[..., Any]) -> bool:
    """Whether it makes the response, and FastAPI has nothing left to do."""
    return iscoroutinefunction(endpoint) and signature(endpoint).return_annotation is Response


def shorten_reads(app: FastAPI) -> None:
    """Let each route that can take the short way; called when all routers are included."""
    found: dict[int, tuple[StrictRoute, list[Dependant]]] = {}
    for context in iter_route_contexts(app.routes):
        route = context.original_route
        if isinstance(route, StrictRoute):
            found.setdefault(id(route), (route, []))[1].append(context.dependant)
    for route, dependants in found.values():
        route.shorten(dependants)


def _offers(route: APIRoute) -> tuple[str, ...]:
    extra = route.openapi_extra or {}
    return tuple(extra.get("x-formats", JSON_ANSWER))


def _bodies(route: APIRoute) -> frozenset[str]:
    """The media types a route reads: JSON, or the one kind of form it declares."""
    if route.body_field is None:
        return frozenset()
    info = route.body_field.field_info
    return frozenset({info.media_type}) if isinstance(info, Form) else _json_bodies(route)


def _json_bodies(route: APIRoute) -> frozenset[str]:
    """A merge patch changes what is there; nothing can be made from one."""
    return PATCH_BODIES if "PATCH" in (route.methods or ()) else JSON_BODIES


def accepts(header: str | None, offers: Sequence[str]) -> bool:
    """Whether an ``Accept`` header allows one of the offered media types (RFC 9110, section 12.5.1)."""
    return header is None or best_offer(header, offers) is not None


def best_offer(header: str, offers: Sequence[str]) -> str | None:
    """The offer an ``Accept`` header likes best; the earlier offer where it likes two alike."""
    return _best_offer(header[:1000], tuple(offers))


@lru_cache(maxsize=256)
def _best_offer(header: str, offers: tuple[str, ...]) -> str | None:
    # Remembered, because a client sends the same header with every request.
    ranges = [_media_range(choice) for choice in header.split(",") if choice.strip()]
    if not ranges:
        return offers[0]
    rated = [(_quality_of(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    quality, _, offer = max(rated)
    return offer if quality > 0 else None


def _media_range(choice: str) -> tuple[str, float]:
    name, *parameters = (part.strip().lower() for part in choice.split(";"))
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return name, min(max(float(parameter[2:]), 0.0), 1.0)
            except ValueError:
                return name, 0.0
    return name, 1.0


def _quality_of(offer: str, ranges: list[tuple[str, float]]) -> float:
    family = offer.partition("/")[0] + "/*"
    for wanted in (offer, family, "*/*"):
        for name, quality in ranges:
            if name == wanted:
                return quality
    return 0.0


def _check_media_type(request: Request, bodies: frozenset[str]) -> None:
    media_type, *parameters = (
        part.strip().lower() for part in request.headers.get("content-type", "").split(";")
    )
    charsets = {part.partition("=")[2].strip('"') for part in parameters if part.startswith("charset=")}
    if media_type not in bodies or not charsets <= _CHARSETS:
        raise HTTPException(415)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HTTPException(415, headers={"Accept-Encoding": "identity"})


class StrictRouter(APIRouter):
    """The router of a domain: its routes are strict."""

    def __init__(self, **options: Any) -> None:
        super().__init__(route_class=StrictRoute, **options)
