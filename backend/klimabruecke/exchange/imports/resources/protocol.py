"""What an import needs to know of a kind of record: how its files are read and judged, taken over and undone.

Each kind is a module beside this one that answers to ``Resource``; ``registry`` names them.
"""

from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlmodel import Session

from klimabruecke.exchange.imports.checking import Checked
from klimabruecke.exchange.imports.reading import Problem
from klimabruecke.identity.callers import Caller, Right


@dataclass
class Outcome:
    """What became of the rows of a file; of emissions also the totals by sector before and after."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    before_kg: dict[str, int] = field(default_factory=dict)
    after_kg: dict[str, int] = field(default_factory=dict)
    inventory_ids: list[str] = field(default_factory=list)


class NotAccepted(Exception):
    """Rows that cannot be taken over; ``problems`` say which and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("rows are not accepted")
        self.problems = problems


class Resource(Protocol):
    """A kind of record that comes in files."""

    def check(self, job: Any) -> Checked:
        """Read the file of the import and hold it against what is stored; nothing is written."""

    def apply(self, session: Session, job: Any, reading: Any) -> Outcome:
        """All of a reading, or nothing, in the transaction of the caller. Raises NotAccepted.

        A preview is this very application, undone.
        """

    def reverse(self, session: Session, job: Any) -> Problem | None:
        """Put back what the application found; a problem, and nothing done, where that is not possible."""


def on_behalf_of(job: Any) -> Caller:
    """Who asked for the import, with no more rights than it needs: those of an editor of its city.

    Whether they have them was asked when they asked for it.
    """
    rights = (Right("editor", job.city_id, "climate"),)
    return Caller(job.actor_kind, job.actor_id or "", rights, acting_for=job.acting_for_id)
