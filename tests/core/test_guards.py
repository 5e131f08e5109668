"""Deny by default: a route that says nothing about who may enter keeps the application from starting."""

from pathlib import Path
from typing import Annotated

import pytest
from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute

from klimabruecke.core.http.guard import PUBLIC, guarded_routes
from klimabruecke.core.http.route import StrictRoute
from klimabruecke.identity.deps import Administrator, Demand
from klimabruecke.main import create_app
from klimabruecke.settings import Environment, Settings


def settings(folder: Path) -> Settings:
    return Settings(env=Environment.TEST, data_dir=folder, frontend_dir=folder)


@pytest.mark.parametrize("route_class", [StrictRoute, APIRoute])
def test_a_route_without_a_guard_keeps_the_application_from_starting(
    tmp_path: Path, route_class: type[APIRoute]
) -> None:
    router = APIRouter(route_class=route_class)

    @router.get("/test-open")
    async def get_open() -> str:
        return "open"

    with pytest.raises(TypeError, match=r"GET /api/v1/test-open"):
        create_app(settings(tmp_path), more_routers=(router,))


def test_a_route_with_two_guards_does_not_know_what_it_wants() -> None:
    router = APIRouter(route_class=StrictRoute, dependencies=[PUBLIC])
    with pytest.raises(TypeError, match="2 guards"):

        @router.get("/test-both")
        async def get_both(_: Administrator) -> str:
            return "both"


def test_a_guard_may_stand_anywhere_among_the_dependencies(tmp_path: Path) -> None:
    router = APIRouter(route_class=StrictRoute)
    somebody = Demand(lambda caller: caller.has_role("auditor"))

    async def inner(_: Annotated[object, Depends(somebody)]) -> int:
        return 1

    @router.get("/test-inner")
    async def get_inner(number: Annotated[int, Depends(inner)]) -> int:
        return number

    app = create_app(settings(tmp_path), more_routers=(router,))
    found = {path: guard for path, _, guard in guarded_routes(app)}
    assert found["/api/v1/test-inner"] is somebody


def test_every_route_has_a_guard(tmp_path: Path) -> None:
    app = create_app(settings(tmp_path))
    assert [path for path, _, guard in guarded_routes(app) if guard is None] == []
    assert len(list(guarded_routes(app))) > 40
