"""What can be asked on the way to a first inventory."""

from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.calc.inventory_coverage import SectorCoverage, is_partial
from klimabruecke.core.records import no_such
from klimabruecke.inventories.first.coverage import sectors_of
from klimabruecke.inventories.first.guide import Datum, Form, OfferedFactor, first_data
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.schemas import PUBLIC_STATUSES
from klimabruecke.reference.queries import factor_book, factor_names
from klimabruecke.reference.standards.queries import reference_names

GUIDE_TABLES = ("emission_factor",)
COVERAGE_TABLES = ("inventory", "emission_record", "gpc_reference")


def data(connection: Connection) -> dict[str, Any]:
    """The twelve, in the shape of ``FirstInventoryData``."""
    found = first_data().values()
    named = {factor.id for datum in found for form in datum.forms for factor in form.factors}
    names = factor_names(connection, named)
    return {"items": [_datum(connection, datum, names) for datum in found], "next": None}


def datum(datum_id: str) -> Datum:
    """One of the twelve. Raises NotFound."""
    found = first_data().get(datum_id)
    if found is None:
        raise no_such("first_inventory_datum")
    return found


def _datum(connection: Connection, one: Datum, names: Any) -> dict[str, Any]:
    texts = {}
    for name in ("name", "holder", "asked", "why"):
        texts[f"{name}_de"], texts[f"{name}_en"] = getattr(one, name)
    return {
        "id": one.id,
        "kind": one.kind,
        **texts,
        "gpc_refs": list(one.gpc_refs),
        "forms": [_form(connection, form, names) for form in one.forms],
    }


def _form(connection: Connection, form: Form, names: Any) -> dict[str, Any]:
    return {
        "id": form.id,
        "name_de": form.name.de,
        "name_en": form.name.en,
        "base_unit": form.base_unit,
        "units": list(form.units),
        "gpc_refs": list(form.gpc_refs),
        "factors": [_factor(connection, factor, names) for factor in form.factors],
    }


def _factor(connection: Connection, offered: OfferedFactor, names: Any) -> dict[str, Any]:
    factor = factor_book(connection).get(offered.id)
    return {
        "id": offered.id,
        "name_de": names[offered.id][0],
        "name_en": names[offered.id][1],
        "country_code": offered.country_code,
        "value": float(factor.value),
        "unit": factor.unit,
        "gas": offered.gas,
        "quality": offered.quality,
        "note_de": offered.note and offered.note.de,
        "note_en": offered.note and offered.note.en,
        "source_id": factor.source_id,
        "verification": factor.verification,
    }


def coverage(connection: Connection, inventory_id: str, *, drafts: bool) -> dict[str, Any]:
    """In the shape of ``InventoryCoverageOut``. Raises NotFound, without ``drafts`` also for those."""
    names = ("id", "status", "reporting_level", "totals_from", "totals")
    living = select(*(getattr(Inventory, name) for name in names)).where(
        col(Inventory.id) == inventory_id, col(Inventory.deleted_at).is_(None)
    )
    row = connection.execute(living).one_or_none()
    if row is None or not (drafts or row.status in PUBLIC_STATUSES):
        raise no_such("inventory")
    sectors = [] if row.totals_from == "reported" else sectors_of(connection, row)
    level = row.reporting_level
    return {
        "inventory_id": row.id,
        "reporting_level": level,
        "is_partial": is_partial(sectors) if sectors else None,
        "total_kg": row.totals["reported"][f"{level}_kg"] if level else None,
        **_counts(sectors),
        "sectors": [_sector(connection, sector) for sector in sectors],
    }


def _sector(connection: Connection, sector: SectorCoverage) -> dict[str, Any]:
    names = reference_names(connection)
    first = names[next(iter(sector.states))]
    return {
        "sector": sector.sector,
        "name_de": first.sector_name_de,
        "name_en": first.sector_name_en,
        **_counts([sector]),
        "references": [
            {"gpc_ref": ref, "name_de": names[ref].name_de, "name_en": names[ref].name_en, "state": state}
            for ref, state in sector.states.items()
        ],
    }


def _counts(sectors: list[SectorCoverage]) -> dict[str, Any]:
    required = sum(len(one.states) for one in sectors)
    filled, not_estimated, unanswered = (
        sum(one.count(state) for one in sectors) for state in ("amount", "NE", "open")
    )
    return {
        "required": required,
        "filled": filled,
        "not_estimated": not_estimated,
        "other_keys": required - filled - not_estimated - unanswered,
        "open": unanswered,
        "filled_pct": round(100 * filled / required, 1) if required else 0,
    }
