"""The addresses of inventories: read by everybody once published, written by the city."""

from typing import Annotated

from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import (
    PRIVATE,
    PUBLIC,
    created_response,
    etag,
    is_same_copy,
    item_response,
    made_at,
    not_modified,
)
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.types import RecordId
from klimabruecke.inventories.deps import VISITOR, Principal, Writer, belongs_here, require_write
from klimabruecke.inventories.inventories import actions, queries
from klimabruecke.inventories.inventories.schemas import (
    DifferenceQuery,
    InventoryDetailOut,
    InventoryDifferences,
    InventoryIn,
    InventoryOut,
    InventoryPatch,
    InventoryQuery,
)
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.totals.queries import counter

router = StrictRouter(tags=["inventories"])

InventoryId = Annotated[RecordId, Path(description="Id of the inventory.")]
CONFLICTS = {"x-conflicts": [409]}


@router.get(
    "/inventories",
    summary="List the inventories",
    response_model=Page[InventoryOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
    dependencies=[VISITOR],
)
async def list_inventories(
    request: Request, query: Annotated[InventoryQuery, asked_for(InventoryQuery)]
) -> Response:
    """Each with its totals by set of potentials; drafts and withdrawn ones with a role only.

    A city without one has none: that is a gap, never zero.
    """
    listing = queries.ALL_INVENTORIES if belongs_here(request) else queries.PUBLISHED_INVENTORIES
    return await listing.respond(request, query)


@router.post(
    "/inventories",
    summary="Make an inventory",
    response_model=InventoryDetailOut,
    status_code=201,
    responses=made_at("get_inventory", "inventory_id"),
    openapi_extra=CONFLICTS,
)
def create_inventory(principal: Writer, session: SessionDep, asked: InventoryIn) -> Response:
    """A draft without lines, which are added at `/emissions` or brought by an import."""
    inventory = actions.create_inventory(session, principal, asked)
    return _made(session, inventory.id)


@router.get(
    "/inventories/{inventory_id}",
    summary="Get an inventory",
    response_model=InventoryDetailOut,
    dependencies=[VISITOR],
)
@small_read
def get_inventory(request: Request, connection: ReadDep, inventory_id: InventoryId) -> Response:
    """One inventory with its totals, what it answers, and what was published without lines."""
    drafts = belongs_here(request)
    found = queries.inventory(connection, inventory_id, drafts=drafts)
    return item_response(request, found, tag_of(found), PRIVATE if drafts else PUBLIC)


@router.patch(
    "/inventories/{inventory_id}",
    summary="Change an inventory",
    response_model=InventoryDetailOut,
    openapi_extra=CONFLICTS,
)
def update_inventory(
    principal: Writer,
    request: Request,
    session: SessionDep,
    inventory_id: InventoryId,
    patch: InventoryPatch,
    _: IfMatchHeader = None,
) -> Response:
    """What is left out stays as it is. What is published is not changed: make a new edition."""
    inventory = seen_inventory(session, principal, request, inventory_id)
    actions.update_inventory(session, inventory, patch)
    settle(session)
    found = queries.inventory(session.connection(), inventory_id, drafts=True)
    return written_response(found, tag_of(found))


@router.delete(
    "/inventories/{inventory_id}", summary="Delete a draft", status_code=204, openapi_extra=CONFLICTS
)
def delete_inventory(
    principal: Writer,
    request: Request,
    session: SessionDep,
    inventory_id: InventoryId,
    _: IfMatchHeader = None,
) -> Response:
    """With its lines; it can be brought back for ninety days. What is published is withdrawn instead."""
    inventory = seen_inventory(session, principal, request, inventory_id)
    actions.delete_inventory(session, inventory)
    return Response(status_code=204)


@router.get(
    "/inventories/{inventory_id}/differences",
    summary="Hold two inventories against each other",
    response_model=InventoryDifferences,
    dependencies=[VISITOR],
)
@small_read
def list_inventory_differences(
    request: Request,
    connection: ReadDep,
    inventory_id: InventoryId,
    query: Annotated[DifferenceQuery, asked_for(DifferenceQuery)],
) -> Response:
    """Two editions or two years of one city, place by place; only where they differ."""
    drafts = belongs_here(request)
    cache = PRIVATE if drafts else PUBLIC
    tag = etag("differences", counter(connection), inventory_id, query.to, drafts)
    if is_same_copy(request, tag):
        return not_modified(tag, cache)
    found = queries.differences(connection, inventory_id, query.to, drafts=drafts)
    return item_response(request, found, tag, cache)


def _made(session: Session, inventory_id: str) -> Response:
    settle(session)
    found = queries.inventory(session.connection(), inventory_id, drafts=True)
    return created_response(found, f"/api/v1/inventories/{inventory_id}", tag_of(found))


def seen_inventory(session: Session, principal: Principal, request: Request, inventory_id: str) -> Inventory:
    """The inventory, locked, in the state the caller has seen."""
    inventory = actions.locked_with_siblings(session, inventory_id)
    require_write(principal, inventory.city_id)
    require_seen(request, inventory)
    return inventory
