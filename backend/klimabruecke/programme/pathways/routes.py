"""The address of the pathways. What is published is public."""

from typing import Annotated

from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.changes import counted
from klimabruecke.core.db import ReadDep
from klimabruecke.core.http.answers import etag, is_unchanged, item_response, not_modified
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.schemas import shape_of
from klimabruecke.identity.deps import Anyone
from klimabruecke.identity.recalled import sight_of
from klimabruecke.programme.pathways import queries
from klimabruecke.programme.pathways.schemas import CityPathways, PathwayQuery

router = StrictRouter(tags=["measures"])


@router.get("/pathways", summary="List what is left until the targets", response_model=CityPathways)
def list_pathways(
    _: Anyone, request: Request, connection: ReadDep, query: Annotated[PathwayQuery, asked_for(PathwayQuery)]
) -> Response:
    """For each target of a city what is still to be saved, and what its published measures would add.

    A saving that is claimed by two measures counts once, what the latest inventory already shows is not
    counted again, adaptation saves no tonnes, and what is only claimed stands apart.
    """
    sight = sight_of(request)
    moved = counted(connection, queries.TABLES)
    tag = etag("pathways", moved, sight.recalled, request.scope["query_string"], shape_of(CityPathways))
    if is_unchanged(request, tag):
        return not_modified(tag, sight.cache)
    found = queries.pathways(connection, query.city, with_recalled=sight.recalled)
    return item_response(
        request, CityPathways.model_validate({"items": found, "next": None}), tag, sight.cache
    )
