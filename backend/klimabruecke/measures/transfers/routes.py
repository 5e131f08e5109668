"""The addresses of transfers and of the graph they make."""

from typing import Annotated

from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.changes import counted
from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import PRIVATE, created_response, etag, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import bury, locked
from klimabruecke.core.types import RecordId
from klimabruecke.measures.deps import Principal, Reader, Writer, require_write
from klimabruecke.measures.transfers import actions, queries
from klimabruecke.measures.transfers.schemas import (
    ExchangeGraph,
    TransferIn,
    TransferOut,
    TransferPatch,
    TransferQuery,
    TransferStageIn,
)
from klimabruecke.measures.transfers.tables import Transfer

router = StrictRouter(tags=["exchange"])

TransferId = Annotated[RecordId, Path(description="Id of the transfer.")]


@router.get(
    "/transfers",
    summary="List the transfers",
    response_model=Page[TransferOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_transfers(
    _: Reader, request: Request, query: Annotated[TransferQuery, asked_for(TransferQuery)]
) -> Response:
    """What one city takes from another, and how far it has come."""
    return await queries.TRANSFERS.respond(request, query)


@router.post(
    "/transfers",
    summary="Begin a transfer",
    response_model=TransferOut,
    status_code=201,
    responses=made_at("get_transfer", "transfer_id"),
)
def create_transfer(principal: Writer, request: Request, session: SessionDep, asked: TransferIn) -> Response:
    """A measure of one city on its way to another, begun by either of the two."""
    transfer = actions.create_transfer(session, principal, asked)
    settle(session)
    found = queries.transfer(session.connection(), transfer.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get("/transfers/{transfer_id}", summary="Get a transfer", response_model=TransferOut)
@small_read
def get_transfer(_: Reader, request: Request, connection: ReadDep, transfer_id: TransferId) -> Response:
    """One transfer with the stages it has passed."""
    found = queries.transfer(connection, transfer_id)
    return item_response(request, found, tag_of(found), PRIVATE)


@router.patch("/transfers/{transfer_id}", summary="Change a transfer", response_model=TransferOut)
def update_transfer(
    principal: Writer,
    request: Request,
    session: SessionDep,
    transfer_id: TransferId,
    patch: TransferPatch,
    _: IfMatchHeader = None,
) -> Response:
    """What was changed on the way and learnt; the stage moves on at `/stages`."""
    transfer = _seen_transfer(session, principal, request, transfer_id)
    actions.update_transfer(session, transfer, patch)
    settle(session)
    found = queries.transfer(session.connection(), transfer_id)
    return written_response(found, tag_of(found))


@router.post(
    "/transfers/{transfer_id}/stages",
    summary="Move a transfer on",
    response_model=TransferOut,
    status_code=201,
    responses=made_at("get_transfer", "transfer_id"),
    openapi_extra={"x-conflicts": [409, 412, 428]},
)
def create_transfer_stage(
    principal: Writer,
    request: Request,
    session: SessionDep,
    transfer_id: TransferId,
    asked: TransferStageIn,
    _: IfMatchHeader = None,
) -> Response:
    """Only forward, else 409 `stage-passed`. Declining needs a reason, adopting something that shows it."""
    transfer = _seen_transfer(session, principal, request, transfer_id)
    actions.move_on(session, transfer, asked)
    settle(session)
    found = queries.transfer(session.connection(), transfer_id)
    return created_response(found, request.url.path.removesuffix("/stages"), tag_of(found))


@router.delete("/transfers/{transfer_id}", summary="Delete a transfer", status_code=204)
def delete_transfer(
    principal: Writer,
    request: Request,
    session: SessionDep,
    transfer_id: TransferId,
    _: IfMatchHeader = None,
) -> Response:
    """For what was entered by mistake; what a city does not take is declined instead."""
    bury(session, _seen_transfer(session, principal, request, transfer_id))
    return Response(status_code=204)


@router.get("/exchange-graph", summary="Show who takes what from whom", response_model=ExchangeGraph)
@small_read
def get_exchange_graph(_: Reader, request: Request, connection: ReadDep) -> Response:
    """The cities and the transfers between them, counted."""
    tag = etag("exchange-graph", counted(connection, ["transfer", "city"]))
    return item_response(request, queries.exchange_graph(connection), tag, PRIVATE)


def _seen_transfer(session: Session, principal: Principal, request: Request, transfer_id: str) -> Transfer:
    """The transfer, locked, in the state the caller has seen; both its cities may write it."""
    transfer = locked(session, Transfer, transfer_id)
    require_write(principal, transfer.from_city_id, transfer.to_city_id)
    require_seen(request, transfer)
    return transfer
