"""The address of the totals."""

from typing import Annotated

from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, small_read
from klimabruecke.core.http.answers import PRIVATE, etag, is_unchanged, item_response, not_modified
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.footprint.deps import Reader
from klimabruecke.footprint.totals import queries
from klimabruecke.footprint.totals.schemas import FootprintTotalQuery, FootprintTotals

router = StrictRouter(tags=["activities"])


@router.get("/footprint-totals", summary="Add up the activities", response_model=FootprintTotals)
@small_read
def list_footprint_totals(
    _: Reader,
    request: Request,
    connection: ReadDep,
    query: Annotated[FootprintTotalQuery, asked_for(FootprintTotalQuery)],
) -> Response:
    """Gross totals by year, city, kind, project, status, grant, kind of travellers or who pays.

    They come from sums kept in whole grams. An activity of several groups of travellers is divided between
    them by their numbers; the parts add up to the gram. Cancelled activities do not count.
    """
    tag = etag("footprint-totals", queries.counter(connection), request.scope["query_string"])
    if is_unchanged(request, tag):
        return not_modified(tag, PRIVATE)
    totals = queries.footprint_totals(connection, query)
    return item_response(request, {"items": totals, "next": None}, tag, PRIVATE)
