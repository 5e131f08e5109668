"""Whether the rows of a file fit the factors that are there."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from klimabruecke.core.errors import FieldError
from klimabruecke.reference.drafts.rows import Numbered, refuse
from klimabruecke.reference.drafts.schemas import FactorRow
from klimabruecke.reference.drafts.texts import finding
from klimabruecke.reference.tables import EmissionFactor

SAME = ("category", "region_code", "unit", "scope", "non_co2")
"""What a factor has in common with the one it succeeds: the calculator puts it in that one's place."""
_READ = ("id", *SAME, "publisher_factor_id", "replaces_id", "valid_from_on", "deleted_at")


class Known:
    """The factors that are there, as far as new ones are compared with them."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(select(*(getattr(EmissionFactor, name) for name in _READ))).all()
        self.ids = {row.id for row in rows}
        """Those of deleted factors too: an id never gets a second meaning."""
        living = [row for row in rows if row.deleted_at is None]
        self.by_id: Mapping[str, Any] = {row.id: row for row in living}
        self.successors = {row.replaces_id: row.id for row in living if row.replaces_id}
        self.units = sorted({row.unit for row in living})
        self.categories = sorted({row.category for row in living})
        self.latest: dict[str, str] = {}
        for row in sorted(living, key=lambda row: row.valid_from_on or date.min):
            if row.publisher_factor_id is not None:
                self.latest[row.publisher_factor_id] = row.id


def check_rows(connection: Connection, rows: Sequence[Numbered], valid_from_on: date) -> None:
    """Raises Invalid with row and column of everything that does not fit."""
    known = Known(connection)
    found: list[FieldError] = []
    ids: set[str] = set()
    replaced: set[str] = set()
    for number, factor in rows:
        if factor.id in ids:
            found.append(finding("id_repeated", number, "id"))
        elif factor.id in known.ids:
            found.append(finding("id_taken", number, "id"))
        if factor.replaces is not None and factor.replaces in replaced:
            found.append(finding("replaced_twice", number, "replaces"))
        found.extend(_misfits(known, number, factor, valid_from_on))
        ids.add(factor.id)
        replaced.add(factor.replaces or "")
    refuse(found)


def _misfits(known: Known, number: int, factor: FactorRow, valid_from_on: date) -> Iterator[FieldError]:
    if factor.unit not in known.units:
        yield finding("unknown_unit", number, "unit", {"known": tuple(known.units)})
    if factor.category not in known.categories:
        yield finding("unknown_category", number, "category", {"known": tuple(known.categories)})
    if factor.replaces is None:
        same = known.latest.get(factor.publisher_factor_id or "")
        if same is not None:
            yield finding("same_publisher_id", number, "replaces", {"factor": same})
        return
    old = known.by_id.get(factor.replaces)
    if old is None:
        yield finding("unknown_replaced", number, "replaces")
        return
    if (successor := known.successors.get(old.id)) is not None:
        yield finding("replaced_already", number, "replaces", {"successor": successor})
    if old.valid_from_on is not None and old.valid_from_on > valid_from_on:
        yield finding("replaced_is_newer", number, "replaces", {"day": old.valid_from_on})
    for name in SAME:
        if getattr(factor, name) != getattr(old, name):
            yield finding("differs_from_replaced", number, name, {"value": getattr(old, name)})
