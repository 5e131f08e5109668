"""What other domains ask of inventories."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select
from sqlmodel import col

from klimabruecke.calc.inventory import BIOGENIC, Unweighable, co2e_kg
from klimabruecke.inventories.emissions.schemas import LineIn
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.totals.cells import stored_cells
from klimabruecke.reference.queries import gwp_sets

OPEN = ("draft", "review")
CHUNK_ROWS = 1000


class Editions(NamedTuple):
    """Of a city, year and standard: the newest inventory that can be written, and the published one."""

    open_id: str | None
    published_id: str | None


def editions(connection: Connection, city_id: str, year: int, standard: str) -> Editions:
    """The inventories of the whole community."""
    rows = connection.execute(
        select(col(Inventory.id), col(Inventory.status))
        .where(
            col(Inventory.city_id) == city_id,
            col(Inventory.year) == year,
            col(Inventory.standard) == standard,
            col(Inventory.kind) == "community",
            col(Inventory.deleted_at).is_(None),
        )
        .order_by(col(Inventory.edition).desc())
    ).all()
    open_ids = [row.id for row in rows if row.status in OPEN]
    published = [row.id for row in rows if row.status == "published"]
    return Editions(next(iter(open_ids), None), next(iter(published), None))


def totals_of_city(connection: Connection, city_id: str) -> list[tuple[int, dict[str, int]]]:
    """Year and totals in kg, as reported, of every inventory of the community that stands or is worked on."""
    rows = connection.execute(
        select(col(Inventory.year), col(Inventory.totals)).where(
            col(Inventory.city_id) == city_id,
            col(Inventory.kind) == "community",
            col(Inventory.status) != "withdrawn",
            col(Inventory.deleted_at).is_(None),
        )
    )
    return [(year, _amounts(totals.get("reported", {}))) for year, totals in rows]


def _amounts(totals: dict[str, Any]) -> dict[str, int]:
    names = ("basic", "basic_plus", "territorial", "total")
    return {name: kg for name in names if (kg := totals.get(f"{name}_kg")) is not None}


def sectors_kg(connection: Connection, inventory_id: str) -> dict[str, int]:
    """Kilograms of CO2e by sector, by the inventory's own set of potentials, without biogenic CO2."""
    own = connection.execute(select(col(Inventory.gwp_set)).where(col(Inventory.id) == inventory_id)).scalar()
    potentials = gwp_sets(connection)[own] if own else None
    sums: dict[str, int] = defaultdict(int)
    for cell, (amount_kg, _) in stored_cells(connection, inventory_id).items():
        if cell.gas == BIOGENIC:
            continue
        try:
            sums[cell.sector] += co2e_kg(cell, amount_kg, potentials, None)
        except Unweighable:
            continue
    return dict(sorted(sums.items()))


def lines(connection: Connection, inventory_id: str) -> list[dict[str, Any]]:
    """The living lines of an inventory as plain values, in the order of their keys; see ``line_in``."""
    columns = [getattr(EmissionRecord, name) for name in LineIn.model_fields]
    rows = connection.execute(
        select(*columns)
        .where(col(EmissionRecord.inventory_id) == inventory_id, col(EmissionRecord.deleted_at).is_(None))
        .order_by(col(EmissionRecord.line_key))
    )
    return [{name: _plain(value) for name, value in row._mapping.items()} for row in rows]


def lines_in_order(connection: Connection, inventory_id: str) -> Iterator[Any]:
    """The living lines by reference or sector and by key, a chunk at a time."""
    columns = [getattr(EmissionRecord, name) for name in ("city_id", "year", *LineIn.model_fields)]
    order = [col(getattr(EmissionRecord, name)) for name in ("sector", "gpc_ref", "line_key")]
    rows = (
        select(*columns)
        .where(col(EmissionRecord.inventory_id) == inventory_id, col(EmissionRecord.deleted_at).is_(None))
        .order_by(*order)
    )
    yield from connection.execution_options(yield_per=CHUNK_ROWS).execute(rows)


def _plain(value: Any) -> Any:
    return format(value, "f") if isinstance(value, Decimal) else value


def line_in(plain: dict[str, Any]) -> LineIn:
    """A line again from its plain values, to the last digit."""
    exact = {
        name: Decimal(plain[name]) for name in ("activity_value", "factor_value") if plain[name] is not None
    }
    return LineIn(**{**plain, **exact})


def writings(connection: Connection, inventory_id: str) -> int:
    """How often the lines of an inventory were written altogether: what moves with each of them."""
    written = select(func.sum(col(EmissionRecord.version))).where(
        col(EmissionRecord.inventory_id) == inventory_id
    )
    return int(connection.execute(written).scalar() or 0)
