"""What every route has in common."""

from inspect import iscoroutinefunction, unwrap

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, _IncludedRouter, iter_route_contexts

from klimabruecke.core.db import get_reading, get_session
from klimabruecke.core.http.route import StrictRouter
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
    """Also where it stands in ``small_read``, which finds a thread for it."""
    return iscoroutinefunction(unwrap(route.endpoint))


def test_a_route_that_writes_runs_in_a_thread() -> None:
    """In the event loop it could wait for a row lock whose holder waits for the event loop."""
    waiting = [route.name for route in ROUTES if uses(route.dependant, get_session) and is_async(route)]
    assert waiting == []


def test_a_route_that_reads_by_a_connection_never_does_so_in_the_event_loop() -> None:
    """Except on SQLite, by ``small_read``: a PostgreSQL that keeps one waiting would keep all waiting."""
    blocking = [route.name for route in ROUTES if uses(route.dependant, get_reading) and is_async(route)]
    assert blocking == []


def test_every_router_is_passed_by_at_a_glance_where_the_address_is_anothers() -> None:
    """A plain one has all its routes tried for every request; the last domain would pay for all others."""
    plain = [
        route.original_router.routes[0].path
        for route in APP.routes
        if isinstance(route, _IncludedRouter) and not isinstance(route.original_router, StrictRouter)
    ]
    assert plain == []


def test_every_operation_has_a_name_of_its_own() -> None:
    names = [route.name for route in ROUTES]
    assert sorted(set(names)) == sorted(names)
