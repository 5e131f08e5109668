"""Loads the inventories this version ships with."""

from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session, col, select

from klimabruecke.core.seeding import read_rows, store
from klimabruecke.inventories.context.tables import NationalEmission
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.inventories.tables import Inventory, ReportedTotal
from klimabruecke.inventories.series.tables import InventoryGap
from klimabruecke.inventories.totals.actions import settle_totals

DATA = Path(__file__).parent / "data"
INVENTORIES = DATA / "inventories_2026-11-24.csv"


def seed(session: Session) -> None:
    """After the cities and the reference data. Running it again changes nothing.

    One figure we know of is not shipped: that of OpenGHGMap for the state of Bremen in 2018, whose licence
    (ODbL) would ask its terms of everything it stands beside.
    """
    store(session, Inventory, _inventories(session))
    store(session, ReportedTotal, read_rows(DATA / "reported_totals_2026-11-24.csv"))
    store(session, EmissionRecord, read_rows(DATA / "inventory_lines_2026-11-24.csv"))
    store(session, NationalEmission, read_rows(DATA / "national_emissions_2026-11-24.csv"))
    store(session, InventoryGap, read_rows(DATA / "inventory_gaps_2026-11-24.csv"))
    for inventory in session.exec(select(Inventory).where(col(Inventory.id).in_(_ids()))).all():
        settle_totals(session, inventory)


def _ids() -> list[str]:
    return [row["id"] for row in read_rows(INVENTORIES)]


def _inventories(session: Session) -> Iterator[dict[str, str]]:
    """One that is stored keeps its status: a city may have superseded or withdrawn it."""
    stored = set(session.exec(select(Inventory.id).where(col(Inventory.id).in_(_ids()))).all())
    for row in read_rows(INVENTORIES):
        if row["id"] in stored:
            del row["status"]
        yield row
