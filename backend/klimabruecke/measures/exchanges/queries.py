"""What can be asked of Fachaustausche."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import Session, col

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.records import no_such
from klimabruecke.measures.exchanges.schemas import ExchangeOut
from klimabruecke.measures.exchanges.tables import Exchange
from klimabruecke.measures.json_lists import names
from klimabruecke.measures.refusals import refused

_EXCHANGES = select(*(getattr(Exchange, name) for name in ExchangeOut.model_fields)).where(
    col(Exchange.deleted_at).is_(None)
)

EXCHANGES = Listing(
    ExchangeOut,
    _EXCHANGES,
    resources=["exchange"],
    sorts={"on": Exchange.on},
    filters={
        "city": lambda city: names(Exchange.city_ids, city),
        "measure": lambda measure: names(Exchange.measure_ids, measure),
        "status": lambda status: col(Exchange.status) == status,
        "on_min": lambda day: col(Exchange.on) >= day,
        "on_max": lambda day: col(Exchange.on) <= day,
        "q": lambda text: contains(
            text, Exchange.title_de, Exchange.title_en, Exchange.topics, Exchange.results
        ),
    },
    default_sort="-on",
    cache=PRIVATE,
)


def exchange(connection: Connection, exchange_id: str) -> ExchangeOut:
    row = connection.execute(_EXCHANGES.where(col(Exchange.id) == exchange_id)).one_or_none()
    if row is None:
        raise no_such("exchange")
    return ExchangeOut.model_validate(dict(row._mapping))


def check_exchange(session: Session, exchange_id: str, pointer: str) -> None:
    """Raises Invalid for an exchange a body names that is not there."""
    found = session.get(Exchange, exchange_id)
    if found is None or found.deleted_at is not None:
        raise refused(pointer, "unknown_exchange")


def held_between(connection: Connection, first: date, last: date) -> list[Any]:
    """The exchanges held on one of these days, the oldest first."""
    held = _EXCHANGES.where(col(Exchange.status) == "held", col(Exchange.on).between(first, last))
    return list(connection.execute(held.order_by(col(Exchange.on), col(Exchange.id))))
