"""Inventories from files: read, taken over into those of a city, and put back as they were before.

A file speaks for the whole inventory of its year: lines that are no longer in it leave. It goes into the
draft that is being worked on; what is published gets a new edition as a draft, and itself stays as it is.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from klimabruecke.core.db import Database
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import locked
from klimabruecke.core.validation import field_errors
from klimabruecke.exchange.imports import judging, recognition, rules
from klimabruecke.exchange.imports.checking import Checked
from klimabruecke.exchange.imports.container import opened
from klimabruecke.exchange.imports.queries import content, undos
from klimabruecke.exchange.imports.reading import Problem, Reading, ReadInventory
from klimabruecke.exchange.imports.resources.inventory_lines import line_ins, line_ins_with_place
from klimabruecke.exchange.imports.resources.protocol import NotAccepted, Outcome
from klimabruecke.exchange.imports.rules import Judged, Known
from klimabruecke.exchange.imports.tables import ImportUndo
from klimabruecke.identity.callers import THE_SYSTEM
from klimabruecke.inventories import queries as inventories
from klimabruecke.inventories.actions import apply_lines
from klimabruecke.inventories.emissions.schemas import LineIn
from klimabruecke.inventories.inventories.actions import (
    create_inventory,
    delete_inventory,
    revise_inventory,
)
from klimabruecke.inventories.inventories.schemas import InventoryIn
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.reference.queries import gwp_sets

LEVELS = {"basic": "basic", "basic+": "basic_plus", "territorial": "territorial"}
BASIS_DE, BASIS_EN = "laut der importierten Datei", "as stated in the imported file"


class Inventories:
    """A file holds one inventory of its city, or several years of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(self, job: Any) -> Checked:
        """Read the file and hold it against what is known. Raises Refused."""
        with self._database.reading() as connection:
            document = opened(content(connection, job.file_id))
            known = judging.known(connection, job, self._database.clock().year)
            sums = judging.sums(connection)
            return _checked(recognition.read(document, judging.hints(connection, job)), known, sums)

    def apply(self, session: Session, job: Any, reading: Reading) -> Outcome:
        """All inventories of the file, or nothing, in the transaction of the caller. Raises NotAccepted."""
        outcome = Outcome()
        with_lines = [inventory for inventory in reading.inventories if inventory.lines]
        for inventory in with_lines:
            _apply_one(session, job, inventory, outcome, is_alone=len(with_lines) == 1)
        return outcome

    def reverse(self, session: Session, job: Any) -> Problem | None:
        """Put everything back; a problem, and nothing done, where somebody has written there since."""
        undone = undos(session, job.id)
        connection = session.connection()
        for one in undone:
            inventory = session.get(Inventory, one.record_id)
            is_open = (
                inventory is not None
                and inventory.deleted_at is None
                and inventory.status in inventories.OPEN
            )
            if not is_open or inventories.writings(connection, one.record_id) != one.writings:
                return Problem("changed_since", "warn")
        for one in undone:
            inventory = locked(session, Inventory, one.record_id)
            if one.was_made:
                delete_inventory(session, inventory)
            else:
                lines = [inventories.line_in(line) for line in one.before]
                apply_lines(session, THE_SYSTEM, inventory, lines, is_complete=True)
        return None


def _checked(reading: Reading, known: Known, sums: Callable[[ReadInventory], Judged]) -> Checked:
    problems = list(reading.problems)
    for inventory in reading.inventories:
        problems += rules.problems(sums(inventory), known)
    waits = any(problem.severity != "warn" for problem in problems)
    if not (waits or any(inventory.lines for inventory in reading.inventories)):
        problems.append(Problem("no_lines", "refuse"))
    return Checked(reading.layout, reading, problems + _twice(reading))


def _twice(reading: Reading) -> list[Problem]:
    """Lines that call themselves the same: only one of them could be stored."""
    found = []
    for inventory in reading.inventories:
        counted = Counter(line.key for line in inventory.lines)
        found += [
            Problem("row_key_repeated", "quarantine", line.place, {"key": line.key[:80]})
            for line in inventory.lines
            if counted[line.key] > 1
        ]
    return found


def _apply_one(session: Session, job: Any, read: ReadInventory, outcome: Outcome, *, is_alone: bool) -> None:
    """In the name of the system: whether the caller may was asked when they asked for it."""
    connection = session.connection()
    year = read.year or 0
    open_id, published_id = inventories.editions(connection, job.city_id, year, read.standard)
    base_id = open_id or published_id
    before = inventories.sectors_kg(connection, base_id) if base_id else {}
    lines = _line_ins(read)
    if open_id is None and published_id is not None and _says_the_same(session, published_id, lines):
        outcome.unchanged += len(lines)
        _note_totals(outcome, before, before, None if is_alone else year)
        return
    inventory = _target(session, job, read, open_id, published_id)
    stored = [] if base_id is None else inventories.lines(connection, base_id)
    try:
        applied = apply_lines(session, THE_SYSTEM, inventory, lines, is_complete=True)
    except Invalid as wrong:
        raise NotAccepted(_faults(read, wrong)) from wrong
    outcome.new += applied.new
    outcome.changed += applied.changed
    outcome.unchanged += applied.unchanged
    outcome.inventory_ids.append(inventory.id)
    outcome.problems += _gone(stored, lines, applied.removed)
    after = inventories.sectors_kg(connection, inventory.id)
    _note_totals(outcome, before, after, None if is_alone else year)
    session.add(
        ImportUndo(
            id=new_id(),
            import_id=job.id,
            city_id=job.city_id,
            record_id=inventory.id,
            was_made=open_id is None,
            writings=inventories.writings(connection, inventory.id),
            before=[] if open_id is None else stored,
        )
    )
    session.flush()


def _line_ins(read: ReadInventory) -> list[LineIn]:
    """Raises NotAccepted for one that says what no line can, such as a key that is too long."""
    try:
        return line_ins(read)
    except ValidationError as wrong:
        found = [{**one, "loc": ("body", *one["loc"])} for one in wrong.errors(include_url=False)]
        raise NotAccepted([_fault(error, []) for error in field_errors(found)]) from wrong


def _gone(stored: list[dict[str, Any]], lines: list[LineIn], removed: int) -> list[Problem]:
    """What the file no longer has: a reference is for a person to decide, other lines of one are told."""
    said = {line.gpc_ref or line.sector for line in lines}
    missing = sorted({row["gpc_ref"] or row["sector"] for row in stored} - said)
    if missing:
        return [Problem("references_gone", "quarantine", values={"references": missing})]
    return [Problem("lines_replaced", "warn", values={"lines": removed})] if removed else []


def _note_totals(outcome: Outcome, before: dict[str, int], after: dict[str, int], year: int | None) -> None:
    prefix = "" if year is None else f"{year}/"
    outcome.before_kg |= {f"{prefix}{sector}": kg for sector, kg in before.items()}
    outcome.after_kg |= {f"{prefix}{sector}": kg for sector, kg in after.items()}


def _says_the_same(session: Session, inventory_id: str, lines: list[LineIn]) -> bool:
    """Whether these lines are all the inventory has."""
    stored = {row["line_key"]: row for row in inventories.lines(session.connection(), inventory_id)}
    if len(stored) != len(lines):
        return False
    return all(_is_stored(line, stored.get(line.line_key or "")) for line in lines)


def _is_stored(line: LineIn, row: dict[str, Any] | None) -> bool:
    """What follows from the reference is not in the file."""
    if row is None:
        return False
    given = line.model_dump(exclude={"scope"} | ({"sector"} if line.gpc_ref else set()))
    return given == inventories.line_in(row).model_dump(include=set(given))


def _target(
    session: Session, job: Any, read: ReadInventory, open_id: str | None, published_id: str | None
) -> Inventory:
    """The draft the lines go into."""
    if open_id is not None:
        return locked(session, Inventory, open_id)
    if published_id is not None:
        return revise_inventory(session, locked(session, Inventory, published_id))
    named = (read.gwp_set or "").upper().replace(" ", "")
    asked = InventoryIn.model_validate(
        {
            "city_id": job.city_id,
            "year": read.year,
            "standard": read.standard,
            "reporting_level": _level(read),
            "gwp_set": named if named in gwp_sets(session.connection()) else None,
            "boundary_en": read.boundary,
            "source_note": f"Import: {job.file_name}"[:400],
            **_people(read),
        }
    )
    return create_inventory(session, THE_SYSTEM, asked)


def _level(read: ReadInventory) -> str | None:
    if read.standard != "gpc":
        return None
    return LEVELS.get((read.reporting_level or "").lower(), "basic")


def _people(read: ReadInventory) -> dict[str, Any]:
    if read.population is None:
        return {}
    return {
        "population": read.population,
        "population_basis_de": BASIS_DE,
        "population_basis_en": BASIS_EN,
    }


def _faults(read: ReadInventory, wrong: Invalid) -> list[Problem]:
    """The refusals of the inventory at the rows of the file: what a person may not enter, no file may."""
    places = [line.place for line, _ in line_ins_with_place(read)]
    return [_fault(error, places) for error in wrong.errors]


def _fault(error: FieldError, places: list[Any]) -> Problem:
    values = {"sentence_de": error.detail.de, "sentence_en": error.detail.en}
    _, _, rest = error.pointer.partition("/lines/")
    index, _, _ = rest.partition("/")
    if not index.isdigit():
        return Problem("line_not_accepted", "refuse", values=values)
    return Problem("line_not_accepted", "refuse", places[int(index)], values)
