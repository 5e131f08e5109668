"""What every route has in common."""

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts

from klimabruecke.core.db import get_session
from klimabruecke.main import create_app
from klimabruecke.settings import Environment, Settings

APP = create_app(Settings(env=Environment.TEST))
ROUTES = [
    context.original_route
    for context in iter_route_contexts(APP.routes)
    if isinstance(context.original_route, APIRoute)
]


def uses(dependant: Dependant, call: object) -> bool:
    return dependant.call is call or any(uses(inner, call) for inner in dependant.dependencies)


def is_async(route: APIRoute) -> bool:
    return route.endpoint.__code__.co_flags & 0x80 != 0


def test_a_route_that_writes_runs_in_a_thread() -> None:
    """In the event loop it could wait for a row lock whose holder waits for the event loop."""
    waiting = [route.name for route in ROUTES if uses(route.dependant, get_session) and is_async(route)]
    assert waiting == []


def test_every_operation_has_a_name_of_its_own() -> None:
    names = [route.name for route in ROUTES]
    assert sorted(set(names)) == sorted(names)
