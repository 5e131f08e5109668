"""What can be asked of the vocabularies, and the calculator's view of the GPC references."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Select, select
from sqlmodel import col

from klimabruecke.calc.inventory import Reference
from klimabruecke.core.changes import counted
from klimabruecke.core.listing import Listing
from klimabruecke.core.schemas import RowOut
from klimabruecke.reference.standards.schemas import (
    BalanceSectorOut,
    EnergyCarrierOut,
    GpcReferenceOut,
    StandardCrosswalkOut,
)
from klimabruecke.reference.standards.tables import (
    BalanceSector,
    EnergyCarrier,
    GpcReference,
    StandardCrosswalk,
)


def _living(table: Any, out: type[RowOut]) -> Select[Any]:
    return select(*(getattr(table, name) for name in out.model_fields)).where(col(table.deleted_at).is_(None))


GPC_REFERENCES = Listing(
    GpcReferenceOut,
    _living(GpcReference, GpcReferenceOut),
    resources=["gpc_reference"],
    sorts={"place": GpcReference.place},
    filters={
        "sector": lambda sector: col(GpcReference.sector) == sector,
        "scope": lambda scope: col(GpcReference.scope) == scope,
        "basic": lambda basic: col(GpcReference.basic) == basic,
    },
    default_sort="place",
)

BALANCE_SECTORS = Listing(
    BalanceSectorOut,
    _living(BalanceSector, BalanceSectorOut),
    resources=["balance_sector"],
    sorts={"place": BalanceSector.place},
    filters={"bisko": lambda bisko: col(BalanceSector.bisko) == bisko},
    default_sort="place",
)

ENERGY_CARRIERS = Listing(
    EnergyCarrierOut,
    _living(EnergyCarrier, EnergyCarrierOut),
    resources=["energy_carrier"],
    sorts={"place": EnergyCarrier.place},
    filters={},
    default_sort="place",
)

STANDARD_CROSSWALK = Listing(
    StandardCrosswalkOut,
    _living(StandardCrosswalk, StandardCrosswalkOut),
    resources=["standard_crosswalk"],
    sorts={},
    filters={
        "from_standard": lambda standard: col(StandardCrosswalk.from_standard) == standard,
        "to_standard": lambda standard: col(StandardCrosswalk.to_standard) == standard,
    },
)


def gpc_references(connection: Connection) -> dict[str, Any]:
    """The references with their names, by id, in the order of the standard."""
    rows = connection.execute(GPC_REFERENCES.base.order_by(col(GpcReference.place)))
    return {row.id: row for row in rows}


class Vocabulary(NamedTuple):
    """What a line of an inventory can name."""

    references: Mapping[str, Reference]
    sectors: frozenset[str]
    bisko_sectors: frozenset[str]
    carriers: frozenset[str]


_kept: WeakKeyDictionary[Engine, tuple[int, Vocabulary]] = WeakKeyDictionary()


def vocabulary(connection: Connection) -> Vocabulary:
    """All of it, in the order of the standards; read anew only where it was written since the last time."""
    counter = counted(connection, ["gpc_reference", "balance_sector", "energy_carrier"])
    kept = _kept.get(connection.engine)
    if kept is None or kept[0] != counter:
        kept = _kept[connection.engine] = (counter, _vocabulary(connection))
    return kept[1]


def _vocabulary(connection: Connection) -> Vocabulary:
    names = ("id", "sector", "scope", "basic", "basic_plus", "territorial")
    columns = [getattr(GpcReference, name) for name in names]
    living = select(*columns).where(col(GpcReference.deleted_at).is_(None)).order_by(col(GpcReference.place))
    references = {row.id: Reference(*row) for row in connection.execute(living)}
    sectors = connection.execute(
        select(col(BalanceSector.id), col(BalanceSector.bisko)).where(col(BalanceSector.deleted_at).is_(None))
    ).all()
    carriers = connection.execute(
        select(col(EnergyCarrier.id)).where(col(EnergyCarrier.deleted_at).is_(None))
    ).scalars()
    return Vocabulary(
        references,
        frozenset(row.id for row in sectors),
        frozenset(row.id for row in sectors if row.bisko),
        frozenset(carriers),
    )


def reference_names(connection: Connection) -> dict[str, Any]:
    """What the GPC references and their sectors are called, by reference."""
    names = ("id", "name_de", "name_en", "sector_name_de", "sector_name_en")
    rows = connection.execute(select(*(getattr(GpcReference, name) for name in names)))
    return {row.id: row for row in rows}


def crosswalk(connection: Connection, standards: Sequence[str]) -> list[Mapping[str, Any]]:
    """How the sectors of these standards relate, sorted by id."""
    names = ("from_standard", "from_code", "to_standard", "to_code", "relation", "note_de", "note_en")
    table = StandardCrosswalk
    rows = select(*(getattr(table, name) for name in names)).where(
        col(table.deleted_at).is_(None),
        col(table.from_standard).in_(standards),
        col(table.to_standard).in_(standards),
    )
    return [dict(row._mapping) for row in connection.execute(rows.order_by(col(table.id)))]
