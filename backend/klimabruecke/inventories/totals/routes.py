"""The address of the totals over inventories. All of it is public."""

from typing import Annotated

from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep
from klimabruecke.core.http.answers import etag
from klimabruecke.core.http.kept import kept_response
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.schemas import shape_of
from klimabruecke.inventories.deps import Public
from klimabruecke.inventories.totals import queries
from klimabruecke.inventories.totals.schemas import EmissionTotalQuery, EmissionTotals

router = StrictRouter(tags=["inventories"])


@router.get("/emission-totals", summary="Add up the inventories", response_model=EmissionTotals)
def list_emission_totals(
    _: Public,
    request: Request,
    connection: ReadDep,
    query: Annotated[EmissionTotalQuery, asked_for(EmissionTotalQuery)],
) -> Response:
    """Sums of published inventories by city, year, sector, scope, gas or inventory.

    Standards, and the community and the municipality's own operations, are never added up: each group says
    which it is of. Figures published without lines stand under the sector `all_sectors`. Where cities are
    added up, the state that contains some of them is left out.
    """
    # In a thread: cut finely over all cities it reads every cell, and nobody else should wait for that.
    tag = etag(
        "emission-totals",
        queries.counter(connection),
        request.scope["query_string"],
        shape_of(EmissionTotals),
    )
    return kept_response(
        request, tag, lambda: {"items": queries.emission_totals(connection, query), "next": None}
    )
