"""The addresses of Fachaustausche."""

from typing import Annotated

from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import PRIVATE, created_response, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import bury, locked
from klimabruecke.core.types import RecordId
from klimabruecke.measures.deps import Principal, Reader, Writer, require_write
from klimabruecke.measures.exchanges import actions, queries
from klimabruecke.measures.exchanges.schemas import ExchangeIn, ExchangeOut, ExchangePatch, ExchangeQuery
from klimabruecke.measures.exchanges.tables import Exchange

router = StrictRouter(tags=["exchange"])

ExchangeId = Annotated[RecordId, Path(description="Id of the exchange.")]


@router.get(
    "/exchanges",
    summary="List the exchanges",
    response_model=Page[ExchangeOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_exchanges(
    _: Reader, request: Request, query: Annotated[ExchangeQuery, asked_for(ExchangeQuery)]
) -> Response:
    """When the cities' experts met, the latest first."""
    return await queries.EXCHANGES.respond(request, query)


@router.post(
    "/exchanges",
    summary="Record an exchange",
    response_model=ExchangeOut,
    status_code=201,
    responses=made_at("get_exchange", "exchange_id"),
)
def create_exchange(principal: Writer, request: Request, session: SessionDep, asked: ExchangeIn) -> Response:
    """By one of its cities or the coordination. People are counted, units are functions."""
    exchange = actions.create_exchange(session, principal, asked)
    settle(session)
    found = queries.exchange(session.connection(), exchange.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get("/exchanges/{exchange_id}", summary="Get an exchange", response_model=ExchangeOut)
@small_read
def get_exchange(_: Reader, request: Request, connection: ReadDep, exchange_id: ExchangeId) -> Response:
    """One exchange with what was asked and agreed."""
    found = queries.exchange(connection, exchange_id)
    return item_response(request, found, tag_of(found), PRIVATE)


@router.patch("/exchanges/{exchange_id}", summary="Change an exchange", response_model=ExchangeOut)
def update_exchange(
    principal: Writer,
    request: Request,
    session: SessionDep,
    exchange_id: ExchangeId,
    patch: ExchangePatch,
    _: IfMatchHeader = None,
) -> Response:
    """What is left out stays as it is; a list replaces the one before."""
    exchange = _seen_exchange(session, principal, request, exchange_id)
    actions.update_exchange(session, principal, exchange, patch)
    settle(session)
    found = queries.exchange(session.connection(), exchange_id)
    return written_response(found, tag_of(found))


@router.delete("/exchanges/{exchange_id}", summary="Delete an exchange", status_code=204)
def delete_exchange(
    principal: Writer,
    request: Request,
    session: SessionDep,
    exchange_id: ExchangeId,
    _: IfMatchHeader = None,
) -> Response:
    """For what was entered by mistake."""
    bury(session, _seen_exchange(session, principal, request, exchange_id))
    return Response(status_code=204)


def _seen_exchange(session: Session, principal: Principal, request: Request, exchange_id: str) -> Exchange:
    """The exchange, locked, in the state the caller has seen."""
    exchange = locked(session, Exchange, exchange_id)
    require_write(principal, *exchange.city_ids)
    require_seen(request, exchange)
    return exchange
