"""The address of the climate targets. All of it is public."""

from typing import Annotated

from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.changes import counted
from klimabruecke.core.db import ReadDep, small_read
from klimabruecke.core.http.answers import PUBLIC, etag, is_unchanged, item_response, not_modified
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.schemas import shape_of
from klimabruecke.inventories.deps import Public
from klimabruecke.inventories.targets import queries
from klimabruecke.inventories.targets.schemas import CityTargets, TargetQuery

router = StrictRouter(tags=["inventories"])


@router.get("/targets", summary="List the climate targets", response_model=CityTargets)
@small_read
def list_targets(
    _: Public,
    request: Request,
    connection: ReadDep,
    query: Annotated[TargetQuery, asked_for(TargetQuery)],
) -> Response:
    """Each with the straight line from its base year and the gap to it, within one series only.

    Where the base year has no inventory, there is no line, and the reason is given.
    """
    moved = counted(connection, queries.TABLES)
    tag = etag("targets", moved, request.scope["query_string"], shape_of(CityTargets))
    if is_unchanged(request, tag):
        return not_modified(tag)
    found = CityTargets(items=queries.city_targets(connection, query.city), next=None)
    return item_response(request, found, tag, PUBLIC)
