"""What the lines of an inventory say of each reference of its level."""

from collections import defaultdict
from typing import Any, cast

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.calc.inventory_coverage import SectorCoverage, State, by_sector, is_partial
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.reference.standards.queries import vocabulary


def sectors_of(connection: Connection, inventory: Any) -> list[SectorCoverage]:
    """By sector; none where the inventory has no level."""
    if inventory.reporting_level is None:
        return []
    rows = (
        select(col(EmissionRecord.gpc_ref), col(EmissionRecord.notation_key))
        .where(col(EmissionRecord.inventory_id) == inventory.id, col(EmissionRecord.deleted_at).is_(None))
        .distinct()
    )
    answers: dict[str, list[State]] = defaultdict(list)
    for reference, key in connection.execute(rows):
        answers[str(reference)].append(cast(State, key) if key else "amount")
    references = vocabulary(connection).references.values()
    return by_sector(references, inventory.reporting_level, answers)


def lacks_something(connection: Connection, inventory: Any) -> bool | None:
    """Whether the total of its level is only a part; None where no lines can tell."""
    if inventory.reporting_level is None or inventory.totals_from == "reported":
        return None
    return is_partial(sectors_of(connection, inventory))
