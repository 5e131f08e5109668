"""What can be asked of transfers."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection, Integer, case, cast, func, or_, select
from sqlmodel import col

from klimabruecke.cities.queries import city_names
from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing
from klimabruecke.core.records import no_such
from klimabruecke.measures.transfers.schemas import TransferOut
from klimabruecke.measures.transfers.tables import Transfer

_TRANSFERS = select(*(getattr(Transfer, name) for name in TransferOut.model_fields)).where(
    col(Transfer.deleted_at).is_(None)
)

TRANSFERS = Listing(
    TransferOut,
    _TRANSFERS,
    resources=["transfer"],
    sorts={name: getattr(Transfer, name) for name in ("from_city_id", "to_city_id", "updated_at")},
    filters={
        "city": lambda city: or_(col(Transfer.from_city_id) == city, col(Transfer.to_city_id) == city),
        "measure": lambda measure: or_(
            col(Transfer.source_measure_id) == measure, col(Transfer.target_measure_id) == measure
        ),
        "stage": lambda stage: col(Transfer.stage) == stage,
        "kind": lambda kind: col(Transfer.kind) == kind,
    },
    default_sort="-updated_at",
    cache=PRIVATE,
)


def transfer(connection: Connection, transfer_id: str) -> TransferOut:
    row = connection.execute(_TRANSFERS.where(col(Transfer.id) == transfer_id)).one_or_none()
    if row is None:
        raise no_such("transfer")
    return TransferOut.model_validate(dict(row._mapping))


def all_transfers(connection: Connection) -> list[Any]:
    """Every transfer, by id."""
    return list(connection.execute(_TRANSFERS.order_by(col(Transfer.id))))


def exchange_graph(connection: Connection) -> dict[str, Any]:
    """Cities and what goes between them, in the shape of ``ExchangeGraph``."""
    edges = [dict(row._mapping) for row in connection.execute(_EDGES)]
    given: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for edge in edges:
        edge["demo"] = edge["demo"] > 0
        given[edge["from_city_id"]] += edge["transfers"]
        taken[edge["to_city_id"]] += edge["transfers"]
    names = city_names(connection, sorted({*given, *taken}))
    nodes = [
        {
            "city_id": city_id,
            "name_de": name.de,
            "name_en": name.en,
            "given": given[city_id],
            "taken": taken[city_id],
        }
        for city_id, name in names.items()
    ]
    return {"nodes": nodes, "edges": edges}


def _among(*stages: str) -> Any:
    return func.sum(case((col(Transfer.stage).in_(stages), 1), else_=0))


_EDGES = (
    select(
        col(Transfer.from_city_id),
        col(Transfer.to_city_id),
        func.count().label("transfers"),
        _among("interest", "exchange", "adaptation").label("open"),
        _among("adopted").label("adopted"),
        _among("declined").label("declined"),
        func.max(cast(col(Transfer.demo), Integer)).label("demo"),
    )
    .where(col(Transfer.deleted_at).is_(None))
    .group_by(col(Transfer.from_city_id), col(Transfer.to_city_id))
    .order_by(col(Transfer.from_city_id), col(Transfer.to_city_id))
)
