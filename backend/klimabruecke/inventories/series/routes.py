"""The address of a city's series. All of it is public."""

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
from klimabruecke.inventories.series import queries
from klimabruecke.inventories.series.schemas import CitySeries, SeriesQuery

router = StrictRouter(tags=["inventories"])


@router.get("/series", summary="Get the series of a city", response_model=CitySeries)
@small_read
def list_series(
    _: Public,
    request: Request,
    connection: ReadDep,
    query: Annotated[SeriesQuery, asked_for(SeriesQuery)],
) -> Response:
    """A city's published totals in lines. A change of method or boundary is a break, with its reason.

    Years without an inventory are gaps; nothing is filled in between.
    """
    moved = counted(connection, queries.TABLES)
    tag = etag("series", moved, request.scope["query_string"], shape_of(CitySeries))
    if is_unchanged(request, tag):
        return not_modified(tag)
    return item_response(request, queries.city_series(connection, query), tag, PUBLIC)
