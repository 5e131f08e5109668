"""The addresses of what happens to an inventory: published, withdrawn, brought back, made anew."""

from typing import Annotated

from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import SessionDep, settle
from klimabruecke.core.http.answers import created_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.records import tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.types import RecordId
from klimabruecke.inventories.deps import Writer, require_write
from klimabruecke.inventories.inventories import actions, queries
from klimabruecke.inventories.inventories.routes import seen_inventory
from klimabruecke.inventories.inventories.schemas import InventoryDetailOut, WithdrawalIn

router = StrictRouter(tags=["inventories"])

InventoryId = Annotated[RecordId, Path(description="Id of the inventory.")]
MADE = made_at("get_inventory", "inventory_id")
CONFLICTS = {"x-conflicts": [409]}


@router.post(
    "/inventories/{inventory_id}/publications",
    summary="Publish an inventory",
    response_model=InventoryDetailOut,
    status_code=201,
    responses=MADE,
    openapi_extra={"x-conflicts": [409, 412, 428]},
)
def create_inventory_publication(
    principal: Writer,
    request: Request,
    session: SessionDep,
    inventory_id: InventoryId,
    _: IfMatchHeader = None,
) -> Response:
    """In the state that was seen. What was published for the same year and method is superseded."""
    inventory = seen_inventory(session, principal, request, inventory_id)
    actions.publish_inventory(session, inventory)
    return _now(session, inventory_id)


@router.post(
    "/inventories/{inventory_id}/withdrawals",
    summary="Withdraw an inventory",
    response_model=InventoryDetailOut,
    status_code=201,
    responses=MADE,
    openapi_extra=CONFLICTS,
)
def create_inventory_withdrawal(
    principal: Writer, session: SessionDep, inventory_id: InventoryId, asked: WithdrawalIn
) -> Response:
    """It is no longer shown to the public; the reason stays with it."""
    inventory = actions.locked_with_siblings(session, inventory_id)
    require_write(principal, inventory.city_id)
    actions.withdraw_inventory(session, inventory, asked.reason)
    return _now(session, inventory_id)


@router.post(
    "/inventories/{inventory_id}/restorations",
    summary="Bring an inventory back",
    response_model=InventoryDetailOut,
    status_code=201,
    responses=MADE,
    openapi_extra={"x-conflicts": [409, 410]},
)
def create_inventory_restoration(
    principal: Writer, session: SessionDep, inventory_id: InventoryId
) -> Response:
    """What was withdrawn is published again; a deleted draft is a draft again, for ninety days."""
    actions.restore_inventory(session, principal, inventory_id)
    return _now(session, inventory_id)


@router.post(
    "/inventories/{inventory_id}/revisions",
    summary="Make a new edition",
    response_model=InventoryDetailOut,
    status_code=201,
    responses=MADE,
    openapi_extra=CONFLICTS,
)
def create_inventory_revision(principal: Writer, session: SessionDep, inventory_id: InventoryId) -> Response:
    """A draft with a copy of all lines, to correct what is published."""
    inventory = actions.locked_with_siblings(session, inventory_id)
    require_write(principal, inventory.city_id)
    return _now(session, actions.revise_inventory(session, inventory).id)


def _now(session: Session, inventory_id: str) -> Response:
    settle(session)
    found = queries.inventory(session.connection(), inventory_id, drafts=True)
    return created_response(found, f"/api/v1/inventories/{inventory_id}", tag_of(found))
