"""Activities from files: our own table, by the rules of POST /activities; the calculator computes.

An activity has no identifier of its own that people would know, so the one of the file is kept beside it.
What a file says nothing about stays as it is. People are numbers: a column that names them refuses the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlmodel import Session, col, or_, select

from klimabruecke.core.db import Database
from klimabruecke.core.errors import DomainError, FieldError
from klimabruecke.core.ids import new_id
from klimabruecke.exchange.imports import cells, judging
from klimabruecke.exchange.imports.checking import Checked
from klimabruecke.exchange.imports.container import Cell, Document, opened
from klimabruecke.exchange.imports.layouts.headings import HEADING_ROWS, plain
from klimabruecke.exchange.imports.queries import content, undos
from klimabruecke.exchange.imports.reading import Place, Problem
from klimabruecke.exchange.imports.resources.activity_fields import COLUMNS, GROUP, ITEM, KEY, PEOPLE, WORDS
from klimabruecke.exchange.imports.resources.protocol import NotAccepted, Outcome, on_behalf_of
from klimabruecke.exchange.imports.resources.records import ReadRow, Words, not_accepted, read_rows
from klimabruecke.exchange.imports.resources.trying import keep_undo, refused_at, taken, tried, valid
from klimabruecke.exchange.imports.tables import ImportKey
from klimabruecke.footprint import documents
from klimabruecke.footprint.activities.actions import (
    create_activity,
    delete_activity,
    open_activity,
    update_activity,
)
from klimabruecke.footprint.activities.schemas import ActivityIn, ActivityPatch
from klimabruecke.footprint.activities.tables import Activity
from klimabruecke.footprint.calculator import Calculator, calculator
from klimabruecke.footprint.projects.tables import CooperationProject

RESOURCE = "activities"


@dataclass
class ReadActivity:
    """The rows with one identifier: what they say of it, and the row of each item and each group."""

    key: str
    first: ReadRow
    fields: dict[str, Any] = field(default_factory=dict)
    items: list[tuple[dict[str, Any], ReadRow]] = field(default_factory=list)
    groups: list[tuple[dict[str, Any], ReadRow]] = field(default_factory=list)
    said_in: dict[str, ReadRow] = field(default_factory=dict)


class Activities:
    """A file holds activities of projects in which its city takes part."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._calculator: Calculator = calculator(database)

    def check(self, job: Any) -> Checked:
        """Read the rows and try each activity: one that cannot be taken is left out, and said."""
        with self._database.reading() as connection:
            document = opened(content(connection, job.file_id))
            answers = judging.answers(connection, job.mapping_id)
        if naming := _named_people(document):
            return Checked("template", [], naming)
        words = Words(WORDS, answers.words)
        rows, problems = read_rows(document, COLUMNS, KEY, words, answers)
        found, doubtful = _gathered(rows)
        return tried(self._database, job, "template", found, [*problems, *doubtful], self._take)

    def apply(self, session: Session, job: Any, reading: Sequence[ReadActivity]) -> Outcome:
        """All of the activities, or nothing. Raises NotAccepted."""
        return taken(session, job, reading, self._take)

    def reverse(self, session: Session, job: Any) -> Problem | None:
        """Delete what was new, and put back what was changed; that makes a new version of its footprint."""
        undone = undos(session, job.id)
        for one in undone:
            activity = session.get(Activity, one.record_id)
            if activity is None or activity.deleted_at is not None or activity.version != one.writings:
                return Problem("changed_since", "warn")
        caller = on_behalf_of(job)
        for one in undone:
            activity = open_activity(session, caller, one.record_id)
            if one.was_made:
                delete_activity(session, activity)
            else:
                patch = ActivityPatch.model_validate(one.before)
                update_activity(session, self._calculator, caller, activity, patch)
        return None

    def _take(self, session: Session, job: Any, read: ReadActivity, outcome: Outcome) -> None:
        """Make or change one activity. Raises NotAccepted."""
        asked = _asked(session, job, read)
        caller = on_behalf_of(job)
        try:
            activity = _stored(session, job, read.key)
            if activity is None:
                new = valid(ActivityIn, asked, partial(_at_cell, read))
                activity, _ = create_activity(session, self._calculator, caller, new)
                outcome.new += 1
                _remember(session, job, read.key, activity)
                keep_undo(session, job, activity, None)
                return
            open_activity(session, caller, activity.id)
            patch = _patch(activity, read, asked)
            if not patch.model_fields_set:
                outcome.unchanged += 1
                return
            before = {name: _plain(activity, name) for name in sorted(patch.model_fields_set)}
            update_activity(session, self._calculator, caller, activity, patch)
        except DomainError as refused:
            raise refused_at(refused, partial(_at_cell, read)) from refused
        outcome.changed += 1
        values = {"title": activity.title, "fields": sorted(patch.model_fields_set)}
        outcome.problems.append(Problem("record_changed", "warn", read.first.place, values))
        keep_undo(session, job, activity, before)


def _named_people(document: Document) -> list[Problem]:
    """The first heading below which people are named; numbers of people may stand there."""
    for name in document.sheet_names:
        rows = document.read(name).rows
        for number, row in enumerate(rows[:HEADING_ROWS]):
            for place, cell in enumerate(row):
                if plain(cell) in PEOPLE and any(
                    _is_words(cells.at(one, place)) for one in rows[number + 1 :]
                ):
                    where = Place(name or None, number + 1, cells.letter(place))
                    return [Problem("people_named", "refuse", where, {"heading": cells.text(cell)[:80]})]
    return []


def _is_words(cell: Cell | None) -> bool:
    return any(letter.isalpha() for letter in cells.text(cell))


def _gathered(rows: list[ReadRow]) -> tuple[list[ReadActivity], list[Problem]]:
    """The rows of each activity together, in the order their identifiers come."""
    found: dict[str, ReadActivity] = {}
    problems: list[Problem] = []
    torn: set[str] = set()
    for row in rows:
        key = row.given.get(KEY)
        if key is None:
            problems.append(Problem("key_missing", "quarantine", row.at(KEY)))
            continue
        read = found.setdefault(key[:200], ReadActivity(key[:200], row))
        for name, value in row.given.items():
            if name == KEY or name.startswith((ITEM, GROUP)):
                continue
            if read.fields.setdefault(name, value) != value:
                values = {"first": str(read.said_in[name].place.row)}
                problems.append(Problem("rows_contradict", "quarantine", row.at(name), values))
                torn.add(read.key)
            read.said_in.setdefault(name, row)
        _add_parts(read, row)
    return [read for key, read in found.items() if key not in torn], problems


def _add_parts(read: ReadActivity, row: ReadRow) -> None:
    item = {name.removeprefix(ITEM): value for name, value in row.given.items() if name.startswith(ITEM)}
    group = {name.removeprefix(GROUP): value for name, value in row.given.items() if name.startswith(GROUP)}
    if item:
        read.items.append((item, row))
    if group and group not in [known for known, _ in read.groups]:
        read.groups.append((group, row))


def _asked(session: Session, job: Any, read: ReadActivity) -> dict[str, Any]:
    """What the rows say, as a request would; a city by its id whatever the case. Raises NotAccepted."""
    asked = {name: value for name, value in read.fields.items() if name != "project"}
    if "project" in read.fields:
        asked["project_id"] = _project_id(session, job, read)
    if "host_city_id" in asked:
        asked["host_city_id"] = asked["host_city_id"].lower()
    if read.items:
        asked["items"] = [item for item, _ in read.items]
    if read.groups:
        asked["participants"] = [
            {**group, **({"city_id": group["city_id"].lower()} if "city_id" in group else {})}
            for group, _ in read.groups
        ]
    return asked


def _project_id(session: Session, job: Any, read: ReadActivity) -> str:
    """By title or id, among the projects of the city. Raises NotAccepted."""
    said = read.fields["project"]
    found = session.exec(
        select(CooperationProject).where(
            or_(
                col(CooperationProject.id) == said,
                col(CooperationProject.title_de) == said,
                col(CooperationProject.title_en) == said,
            ),
            col(CooperationProject.deleted_at).is_(None),
        )
    ).all()
    ours = [project for project in found if job.city_id in project.city_ids]
    if len(ours) != 1:
        raise NotAccepted([Problem("project_unknown", "quarantine", read.said_in["project"].at("project"))])
    return ours[0].id


def _stored(session: Session, job: Any, key: str) -> Activity | None:
    """The living activity an identifier of a file was kept for."""
    kept = _kept(session, job, key)
    activity = None if kept is None else session.get(Activity, kept.record_id)
    return None if activity is None or activity.deleted_at is not None else activity


def _kept(session: Session, job: Any, key: str) -> ImportKey | None:
    return session.exec(
        select(ImportKey).where(
            ImportKey.city_id == job.city_id, ImportKey.resource == RESOURCE, ImportKey.external_id == key
        )
    ).one_or_none()


def _remember(session: Session, job: Any, key: str, activity: Activity) -> None:
    kept = _kept(session, job, key)
    if kept is None:
        kept = ImportKey(
            id=new_id(), city_id=job.city_id, resource=RESOURCE, external_id=key, record_id=activity.id
        )
    kept.record_id = activity.id
    session.add(kept)
    session.flush()


def _patch(activity: Activity, read: ReadActivity, asked: dict[str, Any]) -> ActivityPatch:
    """What the rows say otherwise than it is stored."""
    patch: ActivityPatch = valid(ActivityPatch, asked, partial(_at_cell, read))
    given = patch.model_dump(include=set(asked) - {"items"})
    differing = {name for name, value in given.items() if value != getattr(activity, name)}
    if patch.items and documents.item_documents([item.item() for item in patch.items]) != activity.items:
        differing.add("items")
    changes: ActivityPatch = valid(
        ActivityPatch, {name: asked[name] for name in differing}, partial(_at_cell, read)
    )
    return changes


def _plain(activity: Activity, name: str) -> Any:
    """A stored field as a request would say it."""
    value = getattr(activity, name)
    return value.isoformat() if name in ("starts_on", "ends_on") else value


def _at_cell(read: ReadActivity, error: FieldError) -> Problem:
    """``/items/1/from`` is in the row of the second item, below its heading."""
    name, *rest = error.pointer.strip("/").split("/")
    parts = {"items": (ITEM, read.items), "participants": (GROUP, read.groups)}.get(name)
    if parts is not None and rest and rest[0].isdigit() and int(rest[0]) < len(parts[1]):
        row = parts[1][int(rest[0])][1]
        return not_accepted(row, error, f"{parts[0]}{rest[1]}" if len(rest) > 1 else None)
    column = "project" if name == "project_id" else name
    row = read.said_in.get(column, read.first)
    return not_accepted(row, error, column)
