"""The trail, for those who check it. Who may read it is a question of rights, so its address is here."""

from typing import Annotated

from fastapi import Request
from starlette.responses import Response

from klimabruecke.audit.queries import AUDIT_ENTRIES
from klimabruecke.audit.schemas import AuditEntryOut, AuditQuery
from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.identity.callers import Caller
from klimabruecke.identity.deps import Auditor

router = StrictRouter(tags=["audit"])


@router.get(
    "/audit",
    summary="Read the trail",
    response_model=Page[AuditEntryOut],
    responses=LIST_RESPONSES,
    openapi_extra={**Listing.openapi_extra, "x-conflicts": [404]},
)
async def list_audit_entries(
    request: Request, caller: Auditor, query: Annotated[AuditQuery, asked(AuditQuery)]
) -> Response:
    """Who changed what, and when, newest first. People are named by the id of their account only.

    An auditor of one city reads the chain of that city.
    """
    return await AUDIT_ENTRIES.respond(request, _visible(caller, query))


def _visible(caller: Caller, query: AuditQuery) -> AuditQuery:
    """The query, confined to the chains the caller may know of."""
    cities = caller.cities_of("auditor", "admin")
    if cities is None:
        return query
    if not set(query.chain) <= set(cities):
        raise NotFound
    return query.model_copy(update={"chain": query.chain or cities})
