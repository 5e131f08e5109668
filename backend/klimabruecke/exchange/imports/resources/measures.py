"""Measures from files: our own table, or the actions of a Kausal Watch site.

A measure is met again by the identifier its city gives it. What a file says nothing about stays as it is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlmodel import Session, col, or_, select

from klimabruecke.cities.queries import city_detail
from klimabruecke.core.db import Database
from klimabruecke.core.errors import DomainError, FieldError
from klimabruecke.core.records import locked
from klimabruecke.exchange.imports import judging
from klimabruecke.exchange.imports.checking import Checked
from klimabruecke.exchange.imports.container import Document, opened
from klimabruecke.exchange.imports.layouts import kausal
from klimabruecke.exchange.imports.layouts.hints import Answers
from klimabruecke.exchange.imports.queries import content, undos
from klimabruecke.exchange.imports.reading import Layout, Problem
from klimabruecke.exchange.imports.resources.measure_fields import COLUMNS, KEY, WORDS
from klimabruecke.exchange.imports.resources.protocol import NotAccepted, Outcome, on_behalf_of
from klimabruecke.exchange.imports.resources.records import ReadRow, Words, not_accepted, read_rows
from klimabruecke.exchange.imports.resources.trying import keep_undo, refused_at, taken, tried, valid
from klimabruecke.measures.measures.actions import create_measure, delete_measure, update_measure
from klimabruecke.measures.measures.schemas import MeasureIn, MeasurePatch
from klimabruecke.measures.measures.tables import Measure
from klimabruecke.measures.questions.tables import Question
from klimabruecke.measures.transfers.tables import Transfer

GERMAN_SPEAKING = ("DE", "AT", "CH")


class Measures:
    """A file holds measures of one city."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(self, job: Any) -> Checked:
        """Read the rows and try each: one that cannot be taken is left out, and said. Raises Refused."""
        with self._database.reading() as connection:
            document = opened(content(connection, job.file_id))
            answers = judging.answers(connection, job.mapping_id)
            country = city_detail(connection, job.city_id, with_recalled=True).country
        language = "de" if country in GERMAN_SPEAKING else "en"
        layout, rows, problems = _read(document, answers, language)
        rows, doubtful = _with_a_key(rows)
        return tried(self._database, job, layout, rows, [*problems, *doubtful], _take)

    def apply(self, session: Session, job: Any, reading: Sequence[ReadRow]) -> Outcome:
        """All of the rows, or nothing. Raises NotAccepted."""
        return taken(session, job, reading, _take)

    def reverse(self, session: Session, job: Any) -> Problem | None:
        """Delete what was new, and put back what was changed."""
        undone = undos(session, job.id)
        for one in undone:
            measure = session.get(Measure, one.record_id)
            if measure is None or measure.deleted_at is not None or measure.version != one.writings:
                return Problem("changed_since", "warn")
        if _are_named(session, [one.record_id for one in undone if one.was_made]):
            return Problem("still_named", "warn")
        for one in undone:
            measure = locked(session, Measure, one.record_id)
            if one.was_made:
                delete_measure(session, measure)
            else:
                update_measure(session, on_behalf_of(job), measure, MeasurePatch.model_validate(one.before))
        return None


def _read(document: Document, answers: Answers, language: str) -> tuple[Layout, list[ReadRow], list[Problem]]:
    words = Words(WORDS, answers.words)
    if document.feed is None:
        rows, problems = read_rows(document, COLUMNS, KEY, words, answers)
        return "template", rows, problems
    actions = kausal.actions_of(document.feed)
    if actions is None:
        return "unknown", [], [Problem("not_a_feed_of_actions", "refuse")]
    rows = list(kausal.read(document.feed, words, language))
    rows.sort(key=lambda row: "replaced_by" in row.given)  # what they were merged with comes first
    problems = list(words.questions.values())
    if names := kausal.left_out(actions):
        problems.append(Problem("feed_left_out", "warn", values={"names": names}))
    return "kausal", rows, problems


def _with_a_key(rows: list[ReadRow]) -> tuple[list[ReadRow], list[Problem]]:
    """Those that can be met again; the others, and those that call themselves alike, are left out."""
    counted = Counter(row.given.get("id") or row.given.get(KEY) for row in rows)
    kept, problems = [], []
    for row in rows:
        key = row.given.get("id") or row.given.get(KEY)
        if key is None:
            problems.append(Problem("key_missing", "quarantine", row.at(KEY)))
        elif counted[key] > 1:
            problems.append(Problem("record_repeated", "quarantine", row.at(KEY), {"key": key[:80]}))
        else:
            kept.append(row)
    return kept, problems


@dataclass(frozen=True)
class _Given:
    """What a row says, as the fields of a measure."""

    fields: dict[str, Any]
    effects: list[dict[str, Any]]


def _take(session: Session, job: Any, row: ReadRow, outcome: Outcome) -> None:
    """Make or change the measure of a row. Raises NotAccepted."""
    given = _given(session, job, row)
    measure = _stored(session, job, row)
    try:
        if measure is None:
            measure = _made(session, job, row, given)
            outcome.new += 1
            keep_undo(session, job, measure, None)
            return
        before = MeasureIn.model_validate(_values(measure)).model_dump(mode="json")
        patch = _patch(measure, row, given)
        if not patch.model_fields_set:
            outcome.unchanged += 1
            return
        update_measure(session, on_behalf_of(job), measure, patch)
    except DomainError as refused:
        raise refused_at(refused, partial(_at_cell, row)) from refused
    outcome.changed += 1
    outcome.problems.append(_told(row, measure, patch))
    keep_undo(session, job, measure, before)


def _given(session: Session, job: Any, row: ReadRow) -> _Given:
    fields = {name: value for name, value in row.given.items() if not name.startswith("effect_")}
    fields.pop("id", None)
    if (replaced_by := fields.pop("replaced_by", None)) is not None:
        found = _by_identifier(session, job.city_id, replaced_by)
        fields |= {"replaced_by_id": found[0].id} if len(found) == 1 else {}
    said = {name: row.given.get(f"effect_{name}") for name in ("ghg_kg", "basis", "year", "overlap_group")}
    effects = []
    if said["ghg_kg"] is not None:
        effects.append({**{name: value for name, value in said.items() if value is not None}, "per": "year"})
    if (quantity := row.given.get("effect_quantity")) is not None:
        effects.append({"quantity": float(quantity), "unit": row.given.get("effect_unit")})
    return _Given(fields, effects)


def _stored(session: Session, job: Any, row: ReadRow) -> Measure | None:
    """The measure a row is about. Raises NotAccepted where it could be several, or is another city's."""
    if (measure_id := row.given.get("id")) is not None:
        found = session.get(Measure, measure_id)
        if found is None or found.deleted_at is not None or found.city_id != job.city_id:
            raise NotAccepted([Problem("key_missing", "quarantine", row.at("id"))])
        return locked(session, Measure, measure_id)
    same = _by_identifier(session, job.city_id, row.given[KEY])
    if len(same) > 1:
        raise NotAccepted([Problem("key_ambiguous", "quarantine", row.at(KEY), {"key": row.given[KEY]})])
    return locked(session, Measure, same[0].id) if same else None


def _by_identifier(session: Session, city_id: str, identifier: str) -> Sequence[Measure]:
    return session.exec(
        select(Measure).where(
            Measure.city_id == city_id, Measure.identifier == identifier, col(Measure.deleted_at).is_(None)
        )
    ).all()


def _made(session: Session, job: Any, row: ReadRow, given: _Given) -> Measure:
    asked = valid(
        MeasureIn, {**given.fields, "city_id": job.city_id, "effects": given.effects}, partial(_at_cell, row)
    )
    return create_measure(session, on_behalf_of(job), asked)


def _patch(measure: Measure, row: ReadRow, given: _Given) -> MeasurePatch:
    """What the row says otherwise than it is stored; effects of other kinds stay beside those of the row."""
    fields = dict(given.fields)
    if given.effects:
        fields["effects"] = _beside(measure.effects, given.effects)
    patch: MeasurePatch = valid(MeasurePatch, fields, partial(_at_cell, row))
    said = patch.model_dump(include=set(fields))
    differing = {name: fields[name] for name, value in said.items() if value != getattr(measure, name)}
    changes: MeasurePatch = valid(MeasurePatch, differing, partial(_at_cell, row))
    return changes


def _beside(stored: list[dict[str, Any]], given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = list(stored)
    for effect in given:
        kind = _kind_of(effect)
        place = next((n for n, one in enumerate(found) if _kind_of(one) == kind), None)
        if place is None:
            found.append(effect)
        else:
            found[place] = {**found[place], **effect}
    return found


def _kind_of(effect: Mapping[str, Any]) -> tuple[Any, ...]:
    """A figure that was expected and one that was measured stand side by side."""
    if effect.get("ghg_kg") is None:
        return (effect.get("unit"),)
    return ("ghg", effect.get("per"), effect.get("basis"))


def _at_cell(row: ReadRow, error: FieldError) -> Problem:
    name, *rest = error.pointer.strip("/").split("/")
    if name == "effects":
        name = f"effect_{rest[1]}" if len(rest) > 1 else "effect_ghg_kg"
    return not_accepted(row, error, name)


def _values(measure: Measure) -> dict[str, Any]:
    return {name: getattr(measure, name) for name in MeasureIn.model_fields}


def _told(row: ReadRow, measure: Measure, patch: MeasurePatch) -> Problem:
    title = measure.title_de or measure.title_en or measure.id
    values = {"title": title, "fields": sorted(patch.model_fields_set)}
    return Problem("record_changed", "warn", replace(row.place, column=None), values)


def _are_named(session: Session, measure_ids: list[str]) -> bool:
    """Whether a living record names one of these, that is not one of them."""
    naming = (
        select(Transfer.id).where(
            or_(
                col(Transfer.source_measure_id).in_(measure_ids),
                col(Transfer.target_measure_id).in_(measure_ids),
            ),
            col(Transfer.deleted_at).is_(None),
        ),
        select(Question.id).where(
            col(Question.measure_id).in_(measure_ids), col(Question.deleted_at).is_(None)
        ),
        select(Measure.id).where(
            col(Measure.replaced_by_id).in_(measure_ids),
            col(Measure.id).not_in(measure_ids),
            col(Measure.deleted_at).is_(None),
        ),
    )
    return any(session.exec(one.limit(1)).first() is not None for one in naming)
