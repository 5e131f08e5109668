"""Entering the data of a first inventory, and answering what nobody can give an amount for."""

from typing import Any

from sqlmodel import Session, col, select

from klimabruecke.calc.activity_amounts import emitted_kg
from klimabruecke.core.ids import new_id
from klimabruecke.inventories.deps import Principal
from klimabruecke.inventories.emissions.actions import create_line, delete_line, open_inventory
from klimabruecke.inventories.emissions.schemas import EmissionIn
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.first.coverage import sectors_of
from klimabruecke.inventories.first.guide import Datum, Form, forms
from klimabruecke.inventories.first.refusals import refused
from klimabruecke.inventories.first.schemas import FirstEntryIn, NotationKeysIn
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.refusals import InventoryNotReady
from klimabruecke.reference.queries import factor_book

_KEYED = "first/keyed/"
"""How the keys of lines begin that say why there is no amount; an amount takes their place."""
_LARGEST_KG = 10**13


def enter(session: Session, principal: Principal, inventory_id: str, asked: FirstEntryIn) -> EmissionRecord:
    """A line with the amount converted to kilograms; several of one reference add up.

    A key this reference got by ``set_keys`` makes way. Raises NotFound, Forbidden, InventoryPublished,
    InventoryNotReady, Invalid.
    """
    inventory = _first_inventory(session, principal, inventory_id)
    datum, form = _form(asked)
    factor = _factor(session, form, asked)
    kg = emitted_kg(asked.activity_value, asked.activity_unit, factor["factor_value"])
    if kg > _LARGEST_KG:
        raise refused("/activity_value", "amount_too_large")
    _give_way(session, principal, inventory, asked.gpc_ref)
    line = EmissionIn(
        inventory_id=inventory.id,
        line_key=f"first/{datum.id}/{form.id}/{new_id()}",
        gpc_ref=asked.gpc_ref,
        amount_kg=kg,
        activity=form.name.en,
        activity_value=asked.activity_value,
        activity_unit=asked.activity_unit,
        quality_activity=asked.quality_activity,
        source_note=asked.source_note,
        **factor,
    )
    return create_line(session, principal, line)


def set_keys(session: Session, principal: Principal, inventory_id: str, asked: NotationKeysIn) -> Inventory:
    """The same key and reason for each of these references, all or none of them.

    Raises NotFound, Forbidden, InventoryPublished, InventoryNotReady, Invalid at the first reference that is
    answered already or not of the level.
    """
    inventory = _first_inventory(session, principal, inventory_id)
    sectors = sectors_of(session.connection(), inventory)
    unanswered = {ref for one in sectors for ref, state in one.states.items() if state == "open"}
    for index, reference in enumerate(asked.gpc_refs):
        if reference in asked.gpc_refs[:index]:
            raise refused(f"/gpc_refs/{index}", "reference_repeated")
        if reference not in unanswered:
            raise refused(f"/gpc_refs/{index}", "reference_answered")
    for reference in asked.gpc_refs:
        line = EmissionIn(
            inventory_id=inventory.id,
            line_key=f"{_KEYED}{reference}/{new_id()}",
            gpc_ref=reference,
            notation_key=asked.notation_key,
            explanation=asked.explanation,
        )
        create_line(session, principal, line)
    return inventory


def _first_inventory(session: Session, principal: Principal, inventory_id: str) -> Inventory:
    """Open, by GPC, and counting all gases: what the twelve data are made for."""
    inventory = open_inventory(session, principal, inventory_id)
    if inventory.standard != "gpc" or inventory.gases != "co2e":
        raise InventoryNotReady("not_by_gpc")
    return inventory


def _form(asked: FirstEntryIn) -> tuple[Datum, Form]:
    found = forms().get(asked.form_id)
    if found is None:
        raise refused("/form_id", "unknown_form")
    _, form = found
    if asked.gpc_ref not in form.gpc_refs:
        raise refused("/gpc_ref", "not_of_form", choices=form.gpc_refs)
    if asked.activity_unit not in form.units:
        raise refused("/activity_unit", "unit_not_of_form", choices=form.units)
    return found


def _factor(session: Session, form: Form, asked: FirstEntryIn) -> dict[str, Any]:
    """The fields of a line that say what it was converted with."""
    if (asked.emission_factor_id is None) == (asked.factor_value is None):
        raise refused("/factor_value", "factor_needed")
    if asked.emission_factor_id is None:
        if asked.factor_source is None:
            raise refused("/factor_source", "factor_source_needed")
        return {
            "factor_value": asked.factor_value,
            "factor_unit": f"kgCO2e/{form.base_unit}",
            "method": f"Faktor / factor: {asked.factor_source}",
        }
    offered = form.offered(asked.emission_factor_id)
    if offered is None:
        raise refused("/emission_factor_id", "factor_not_of_form")
    factor = factor_book(session.connection()).get(offered.id)
    return {
        "emission_factor_id": factor.id,
        "factor_value": factor.value,
        "factor_unit": factor.unit,
        "gas": offered.gas,
        "quality_factor": offered.quality,
    }


def _give_way(session: Session, principal: Principal, inventory: Inventory, gpc_ref: str) -> None:
    keyed = select(EmissionRecord).where(
        EmissionRecord.inventory_id == inventory.id,
        EmissionRecord.gpc_ref == gpc_ref,
        col(EmissionRecord.line_key).startswith(_KEYED),
        col(EmissionRecord.deleted_at).is_(None),
    )
    for line in session.exec(keyed).all():
        delete_line(session, principal, line)
