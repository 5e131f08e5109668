"""What is done with imports behind the requests: checked, applied, undone; each in one transaction.

A preview is the application itself, undone: what it counts is what applying will do.
"""

from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from klimabruecke.core.changes import Actor, act_as, context
from klimabruecke.core.db import Database
from klimabruecke.core.jobs import Kind, Write
from klimabruecke.core.records import change, locked
from klimabruecke.exchange.imports.actions import APPLY, CHECK, NO_ROWS, REVERSE
from klimabruecke.exchange.imports.checking import Checked, documents
from klimabruecke.exchange.imports.reading import Problem
from klimabruecke.exchange.imports.resources.protocol import NotAccepted, Outcome, Resource
from klimabruecke.exchange.imports.resources.registry import RESOURCES
from klimabruecke.exchange.imports.tables import ImportJob


def prepare_check(database: Database, import_id: str) -> Write:
    """Read and judge the file; count what applying it would do."""
    _progress(database, import_id)
    job, resource = _job(database, import_id)
    checked = resource.check(job)
    waits = checked.state in ("previewed", "quarantined")
    preview = _previewed(database, job, resource, checked) if waits else None

    def write(session: Session) -> None:
        found = locked(session, ImportJob, import_id)
        change(found, _document(checked, preview))
        if found.state == "previewed" and not found.dry_run:
            _take(session, found, resource, checked)

    return write


def prepare_application(database: Database, import_id: str) -> Write:
    """Read and judge the file again: what is stored may have changed since the preview."""
    job, resource = _job(database, import_id)
    checked = resource.check(job)

    def write(session: Session) -> None:
        found = locked(session, ImportJob, import_id)
        if found.state in ("previewed", "quarantined"):
            _take(session, found, resource, checked)

    return write


def prepare_reversal(database: Database, import_id: str) -> Write:
    """Put back what the application found."""
    _, resource = _job(database, import_id)

    def write(session: Session) -> None:
        found = locked(session, ImportJob, import_id)
        if found.state != "applied":
            return
        _act_for(session, found)
        refusal = resource.reverse(session, found)
        if refusal is None:
            change(found, {"state": "reversed"})
        else:
            change(found, {"problems": [*found.problems, *documents([refusal])]})

    return write


def give_up(session: Session, import_id: str) -> None:
    """A fault of ours; the import says so."""
    found = locked(session, ImportJob, import_id)
    refused = documents([Problem("could_not_be_read", "refuse")])
    change(found, {"state": "failed", "progress_percent": 100, "problems": [*found.problems, *refused]})


JOBS = {
    CHECK: Kind(prepare_check, give_up),
    APPLY: Kind(prepare_application, give_up),
    REVERSE: Kind(prepare_reversal, give_up),
}


def _progress(database: Database, import_id: str) -> None:
    with database.transaction() as session:
        found = locked(session, ImportJob, import_id)
        change(found, {"state": "validating", "progress_percent": 10})


def _job(database: Database, import_id: str) -> tuple[Any, Resource]:
    columns = ImportJob.__table__.columns  # type: ignore[attr-defined]
    with database.reading() as connection:
        job = connection.execute(select(*columns).where(col(ImportJob.id) == import_id)).one()
    return job, RESOURCES[job.resource](database)


def _previewed(database: Database, job: Any, resource: Resource, checked: Checked) -> Outcome:
    try:
        with database.trial() as session:
            return resource.apply(session, job, checked.reading)
    except NotAccepted as refused:
        return Outcome(problems=refused.problems)


def _document(checked: Checked, preview: Outcome | None) -> dict[str, Any]:
    document: dict[str, Any] = {"layout": checked.layout, "progress_percent": 100}
    if preview is None:
        rows = {**NO_ROWS, "rejected": checked.rejected}
    else:
        checked = checked.and_also(preview.problems)
        rows = _rows(checked, preview)
        document |= {"totals_before_kg": preview.before_kg, "totals_after_kg": preview.after_kg}
    return {**document, "state": checked.state, "rows": rows, "problems": documents(checked.problems)}


def _rows(checked: Checked, outcome: Outcome) -> dict[str, int]:
    counted = {"new": outcome.new, "changed": outcome.changed, "unchanged": outcome.unchanged}
    return {**counted, "rejected": checked.and_also(outcome.problems).rejected}


def _take(session: Session, job: ImportJob, resource: Resource, checked: Checked) -> None:
    _act_for(session, job)
    outcome = resource.apply(session, job, checked.reading)
    change(
        job,
        {
            "state": "applied",
            "progress_percent": 100,
            "applied_at": context(session).clock(),
            "rows": _rows(checked, outcome),
            "totals_before_kg": outcome.before_kg,
            "totals_after_kg": outcome.after_kg,
            "inventory_ids": outcome.inventory_ids,
        },
    )


def _act_for(session: Session, job: ImportJob) -> None:
    """The trail names who asked for it, not the machine that did it."""
    kind: Any = job.actor_kind
    act_as(session, Actor(kind, job.actor_id, job.acting_for_id))
