"""Finds the routers an address can be meant for by its noun.

FastAPI asks the routers of all domains one after the other; with every domain the last one gets slower.
"""

from collections import defaultdict
from collections.abc import Sequence

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

_CHOSEN = "klimabruecke.route"


class ByNoun(BaseRoute):
    """Stands before the routes it chooses from; what it does not know is left to those after it."""

    def __init__(self, prefix: str, routes: Sequence[BaseRoute]) -> None:
        self._step = prefix.count("/") + 1
        self._routes: dict[str, list[BaseRoute]] = defaultdict(list)
        for route in routes:
            paths = [context.path for context in iter_route_contexts([route]) if context.path]
            for noun in dict.fromkeys(
                path.split("/")[self._step] for path in paths if path.startswith(prefix)
            ):
                self._routes[noun].append(route)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        steps = scope["path"].split("/", self._step + 1)
        partial = None
        for route in self._routes.get(steps[self._step], ()) if len(steps) > self._step else ():
            match, child_scope = route.matches(scope)
            if match is Match.FULL:
                return match, {**child_scope, _CHOSEN: route}
            if match is Match.PARTIAL and partial is None:
                partial = match, {**child_scope, _CHOSEN: route}
        return partial or (Match.NONE, {})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await scope[_CHOSEN].handle(scope, receive, send)


def choose_by_noun(app: FastAPI, prefix: str) -> None:
    """Let the addresses below ``prefix`` find their router at once; called when all routers are included."""
    app.router.routes.insert(0, ByNoun(prefix, app.router.routes))
