"""The address of cities side by side. All of it is public."""

from typing import Annotated

from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.changes import counted
from klimabruecke.core.db import ReadDep, small_read
from klimabruecke.core.http.answers import PUBLIC, etag, is_unchanged, item_response, not_modified
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.schemas import shape_of
from klimabruecke.inventories.comparisons import queries
from klimabruecke.inventories.comparisons.schemas import Comparison, ComparisonQuery
from klimabruecke.inventories.deps import Public

router = StrictRouter(tags=["inventories"])


@router.get("/comparisons", summary="Hold cities side by side", response_model=Comparison)
@small_read
def list_comparisons(
    _: Public,
    request: Request,
    connection: ReadDep,
    query: Annotated[ComparisonQuery, asked_for(ComparisonQuery)],
) -> Response:
    """One inventory of each city, with a grade of how far they can be compared and the reasons for it.

    They come in the order of the request. A ranking is refused: methods, boundaries and years differ.
    """
    moved = counted(connection, queries.TABLES)
    tag = etag("comparisons", moved, request.scope["query_string"], shape_of(Comparison))
    if is_unchanged(request, tag):
        return not_modified(tag)
    found = Comparison.model_validate(queries.comparison(connection, query))
    return item_response(request, found, tag, PUBLIC)
