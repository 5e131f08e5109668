"""The address of the yearly upkeep."""

from fastapi import Request
from starlette.responses import Response

from klimabruecke.core.db import DatabaseDep, ReadDep
from klimabruecke.core.http.answers import PRIVATE, etag, item_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.identity.deps import SignedIn
from klimabruecke.programme.upkeep import queries
from klimabruecke.programme.upkeep.schemas import Upkeep
from klimabruecke.reference import queries as reference

router = StrictRouter(tags=["tasks"])


@router.get("/upkeep", summary="List what needs looking after", response_model=Upkeep)
def list_upkeep(_: SignedIn, request: Request, connection: ReadDep, db: DatabaseDep) -> Response:
    """Factor sets, populations and travel rules that are past their best, or will be within 90 days."""
    found = Upkeep(
        items=queries.upkeep(connection, db.clock().date()),
        factor_sets_without_end=reference.factor_sets_without_end(connection),
        next=None,
    )
    return item_response(request, found, etag("upkeep", found.model_dump_json()), PRIVATE)
