"""What can be asked of the lines of inventories."""

from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, select
from sqlmodel import col

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing
from klimabruecke.core.records import no_such
from klimabruecke.inventories.emissions.schemas import EmissionOut
from klimabruecke.inventories.emissions.tables import EmissionRecord
from klimabruecke.inventories.inventories.tables import SHOWN_TO_ALL, Inventory

_LINES = select(*(getattr(EmissionRecord, name) for name in EmissionOut.model_fields)).where(
    col(EmissionRecord.deleted_at).is_(None)
)
_OF_LIVING = exists().where(
    col(Inventory.id) == col(EmissionRecord.inventory_id), col(Inventory.deleted_at).is_(None)
)


def _equals(name: str, value: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = getattr(EmissionRecord, name) == value
    return found


class _Lines(Listing[EmissionOut]):
    versioned = True


def _listing(base: Any, **options: Any) -> Listing[EmissionOut]:
    equal = ("city_id", "year", "gpc_ref", "sector", "scope", "gas", "notation_key", "inventory_id")
    return _Lines(
        EmissionOut,
        base,
        resources=["emission_record", "inventory"],
        sorts={name: getattr(EmissionRecord, name) for name in ("gpc_ref", "sector", "amount_kg")},
        filters={name.removesuffix("_id"): partial(_equals, name) for name in equal},
        **options,
    )


PUBLISHED_LINES = _listing(_LINES.where(_OF_LIVING.where(SHOWN_TO_ALL)))
ALL_LINES = _listing(_LINES.where(_OF_LIVING), cache=PRIVATE)
"""Those of drafts too, for people with a role."""


def line(connection: Connection, line_id: str) -> EmissionOut:
    """A line, also of a draft. Raises NotFound."""
    row = connection.execute(_LINES.where(col(EmissionRecord.id) == line_id)).one_or_none()
    if row is None:
        raise no_such("emission_record")
    return EmissionOut.model_validate(dict(row._mapping))
