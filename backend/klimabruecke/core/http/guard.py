"""Guards: what a route asks of its caller. Every route has exactly one, also a route that is public.

``StrictRoute`` lets the guard speak before it reads anything else of the request. What a guard says about
itself goes into the OpenAPI document, so that the document and the application cannot disagree.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts


class Guard(ABC):
    """Base of all guards; ``statuses`` are its own refusals."""

    statuses: Sequence[int] = ()

    def security(self, path: str) -> Sequence[Mapping[str, list[str]]]:  # noqa: ARG002
        """What the OpenAPI document says of an operation at this path; nothing where everybody may enter."""
        return ()

    @abstractmethod
    async def admit(self, request: Request) -> None:
        """Raises a DomainError for who may not enter; leaves the caller in ``request.state``."""

    async def __call__(self, request: Request) -> Any:
        """The caller, for the route that declares the guard as a parameter."""
        return getattr(request.state, "caller", None)


class _Public(Guard):
    async def admit(self, request: Request) -> None:
        """Everybody may enter."""


PUBLIC = Depends(_Public())
"""Stands where no account is needed: published data, and the doors people and programs come in by."""


def guard_of(route: APIRoute) -> Guard | None:
    """The guard of a route; None where it has none. Raises TypeError where it has several."""
    found = set(_guards(route.dependant))
    if len(found) > 1:
        raise TypeError(f"{route.path} has {len(found)} guards: one says who may enter")
    return found.pop() if found else None


def _guards(dependant: Dependant) -> Iterator[Guard]:
    if isinstance(dependant.call, Guard):
        yield dependant.call
    for inner in dependant.dependencies:
        yield from _guards(inner)


def guarded_routes(app: FastAPI) -> Iterator[tuple[str, set[str], Guard | None]]:
    """Path, methods and guard of every route of an application."""
    for found in iter_route_contexts(app.routes):
        if found.path and (methods := getattr(found.original_route, "methods", None)):
            route = found.original_route
            yield found.path, methods, guard_of(route) if isinstance(route, APIRoute) else None


def check_guards(app: FastAPI) -> None:
    """Deny by default: the application does not start while a route says nothing about who may enter."""
    open_routes = [f"{min(methods)} {path}" for path, methods, guard in guarded_routes(app) if guard is None]
    if open_routes:
        raise TypeError(f"Routes without a guard (use one of identity.deps): {', '.join(open_routes)}")
