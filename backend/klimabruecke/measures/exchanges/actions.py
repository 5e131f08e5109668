"""Recording and changing Fachaustausche."""

from typing import Any

from sqlalchemy import column, select, table
from sqlmodel import Session

from klimabruecke.cities.queries import check_cities
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import change
from klimabruecke.measures.deps import Principal, require_write
from klimabruecke.measures.exchanges.schemas import ExchangeIn, ExchangePatch
from klimabruecke.measures.exchanges.tables import Exchange
from klimabruecke.measures.measures.queries import known_measure
from klimabruecke.measures.refusals import refused

_ACTIVITY = table("activity", column("id"), column("deleted_at"))
"""A sibling domain's table: known here by name only, as a foreign key knows it."""


def create_exchange(
    session: Session, principal: Principal, asked: ExchangeIn, *, demo: bool = False
) -> Exchange:
    require_write(principal, *asked.city_ids)
    exchange = Exchange(id=new_id(), demo=demo, **_stored(asked.model_dump(mode="python")))
    _check(session, exchange)
    session.add(exchange)
    session.flush()
    return exchange


def update_exchange(session: Session, principal: Principal, exchange: Exchange, patch: ExchangePatch) -> None:
    """Who moves it to other cities must be allowed to write for one of those as well."""
    given = _stored(patch.model_dump(include=patch.model_fields_set))
    require_write(principal, *given.get("city_ids", exchange.city_ids))
    change(exchange, given)
    _check(session, exchange)
    session.flush()


def _stored(given: dict[str, Any]) -> dict[str, Any]:
    """Days inside a list are kept as text, as JSON has none."""
    if "follow_ups" in given:
        given["follow_ups"] = [
            {**one, "due_on": one["due_on"].isoformat() if one["due_on"] else None}
            for one in given["follow_ups"]
        ]
    return given


def _check(session: Session, exchange: Exchange) -> None:
    if exchange.title_de is None and exchange.title_en is None:
        raise refused("/title_de", "title_missing")
    check_cities(session, exchange.city_ids, lambda place: f"/city_ids/{place}")
    for name in ("heads", "follow_ups"):
        for place, one in enumerate(getattr(exchange, name)):
            if one["city_id"] is not None and one["city_id"] not in exchange.city_ids:
                raise refused(f"/{name}/{place}/city_id", "city_not_there")
    for place, measure_id in enumerate(exchange.measure_ids):
        known_measure(session, measure_id, f"/measure_ids/{place}")
    check_activity(session, exchange.activity_id)


def check_activity(session: Session, activity_id: str | None) -> None:
    """Raises Invalid for an activity that is not there or was deleted."""
    if activity_id is None:
        return
    living = select(_ACTIVITY.c.id).where(_ACTIVITY.c.id == activity_id, _ACTIVITY.c.deleted_at.is_(None))
    if session.connection().execute(living).one_or_none() is None:
        raise refused("/activity_id", "unknown_activity")
