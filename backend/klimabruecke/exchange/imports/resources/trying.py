"""Records tried one by one: what a person could not enter is left out of a file, and said at its cell."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError
from sqlmodel import Session

from klimabruecke.core.db import Database
from klimabruecke.core.errors import DomainError, FieldError
from klimabruecke.core.ids import new_id
from klimabruecke.core.tables import Row
from klimabruecke.core.validation import field_errors
from klimabruecke.exchange.imports.checking import Checked
from klimabruecke.exchange.imports.reading import Layout, Problem
from klimabruecke.exchange.imports.resources.protocol import NotAccepted, Outcome
from klimabruecke.exchange.imports.tables import ImportUndo

Read = TypeVar("Read")
Take: TypeAlias = Callable[[Session, Any, Read, Outcome], None]
"""Makes or changes one record. Raises NotAccepted, DomainError."""
AtCell: TypeAlias = Callable[[FieldError], Problem]


def tried(
    database: Database,
    job: Any,
    layout: Layout,
    reads: Iterable[Read],
    problems: Sequence[Problem],
    take: Take[Read],
) -> Checked:
    """What is left when each record was tried, in a transaction nothing of which stays.

    Where something is asked first, nothing is tried: the answer may change every record.
    """
    found = list(problems)
    accepted: list[Read] = []
    if not any(problem.severity in ("question", "refuse") for problem in problems):
        with database.trial() as session:
            for read in reads:
                try:
                    with session.begin_nested():
                        take(session, job, read, Outcome())
                    accepted.append(read)
                except NotAccepted as refused:
                    found += refused.problems
        if not accepted:
            found.append(Problem("no_lines", "refuse"))
    return Checked(layout, accepted, found)


def taken(session: Session, job: Any, reads: Sequence[Read], take: Take[Read]) -> Outcome:
    """All of them, or nothing. Raises NotAccepted."""
    outcome = Outcome()
    for read in reads:
        take(session, job, read, outcome)
    return outcome


def valid(model: type[BaseModel], document: dict[str, Any], at_cell: AtCell) -> Any:
    """The document as a request body. Raises NotAccepted with the cells that are wrong."""
    try:
        return model.model_validate(document)
    except ValidationError as wrong:
        found = [{**one, "loc": ("body", *one["loc"])} for one in wrong.errors(include_url=False)]
        raise NotAccepted([at_cell(error) for error in field_errors(found, document)]) from wrong


def refused_at(refused: DomainError, at_cell: AtCell) -> NotAccepted:
    """The same for a refusal; one of the whole record says it once."""
    errors = refused.errors or (FieldError("", "refused", refused.detail),)
    return NotAccepted([at_cell(error) for error in errors])


def keep_undo(session: Session, job: Any, record: Row, before: dict[str, Any] | None) -> None:
    """What an undo needs: how the record was, None for a new one, and how often it is written by now."""
    record_id: str = record.id  # type: ignore[attr-defined]
    session.add(
        ImportUndo(
            id=new_id(),
            import_id=job.id,
            city_id=job.city_id,
            record_id=record_id,
            was_made=before is None,
            writings=record.version,
            before=before or {},
        )
    )
    session.flush()
