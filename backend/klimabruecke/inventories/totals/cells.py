"""The cells of an inventory: added up from its lines, from reported totals, or as the rollup keeps them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, select
from sqlmodel import col

from klimabruecke.calc import inventory as calc
from klimabruecke.calc.inventory import Cell, Cells
from klimabruecke.core.changes import table_of
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.inventories.tables import ReportedTotal
from klimabruecke.inventories.totals.tables import EmissionRollup
from klimabruecke.reference.standards.queries import vocabulary

ALL_SECTORS = "all_sectors"
_ROLLUP = table_of(EmissionRollup)


def cells_of(line: Any, references: Mapping[str, calc.Reference]) -> Cells:
    """What a line adds; nothing where it has a notation key or was deleted."""
    if line.amount_kg is None or line.deleted_at is not None:
        return {}
    return calc.cells_of(_calculable(line, references, line.gas_split))


def _calculable(
    line: Any, references: Mapping[str, calc.Reference], gas_split: Mapping[str, int] | None = None
) -> calc.Line:
    counts_in = references[line.gpc_ref].counts_in if line.gpc_ref else "total"
    scope = line.scope or calc.NO_SCOPE
    return calc.Line(line.sector, scope, counts_in, line.gas, int(line.amount_kg), gas_split or {})


def stored_cells(connection: Connection, inventory_id: str) -> Cells:
    """The cells as the rollup keeps them."""
    names = ("sector", "scope", "counts_in", "gas", "weighed", "amount_kg", "entries")
    rows = select(*(_ROLLUP.c[name] for name in names)).where(_ROLLUP.c.inventory_id == inventory_id)
    found = connection.execute(rows)
    return {Cell(row[0], row[1], row[2], row[3], bool(row[4])): (int(row[5]), int(row[6])) for row in found}


def line_cells(connection: Connection, inventory_id: str) -> Cells:
    """The cells, added up from the lines."""
    references = vocabulary(connection).references
    record = EmissionRecord
    with_amount = (
        col(record.inventory_id) == inventory_id,
        col(record.deleted_at).is_(None),
        col(record.amount_kg).is_not(None),
    )
    key = [getattr(record, name) for name in ("gpc_ref", "sector", "scope", "gas")]
    sums = select(*key, func.sum(col(record.amount_kg)).label("amount_kg"), func.count().label("entries"))
    cells: Cells = {}
    unsplit = sums.where(*with_amount, col(record.gas_split).is_(None)).group_by(*key)
    for row in connection.execute(unsplit):
        for cell, (amount_kg, _) in calc.cells_of(_calculable(row, references)).items():
            calc.add(cells, {cell: (amount_kg, row.entries)})
    split = select(*key, col(record.amount_kg), col(record.gas_split))
    for row in connection.execute(split.where(*with_amount, col(record.gas_split).is_not(None))):
        calc.add(cells, calc.cells_of(_calculable(row, references, row.gas_split)))
    return cells


def reported_cells(connection: Connection, inventory_id: str, gases: str) -> Cells:
    """The cells of an inventory without lines: the totals that were published for it as a whole.

    They count in the total they were published as and in no other: a BASIC total is no BASIC+ total.
    """
    counting = select(col(ReportedTotal.measure), col(ReportedTotal.amount_kg)).where(
        col(ReportedTotal.inventory_id) == inventory_id,
        col(ReportedTotal.counts).is_(True),
        col(ReportedTotal.deleted_at).is_(None),
    )
    gas = ("CO2", True) if gases == "co2" else (calc.CO2E, False)
    return {
        Cell(ALL_SECTORS, calc.NO_SCOPE, measure, *gas): (amount_kg, 1)
        for measure, amount_kg in connection.execute(counting)
        if amount_kg is not None
    }
