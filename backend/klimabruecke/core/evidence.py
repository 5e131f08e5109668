"""Facts that say of themselves how they were established, and what it takes to prove one that is recalled.

A domain declares its facts: which columns of a table one verification stands for. From that follow what
the public is shown while they are only recalled (a gap), the list of what waits for a proof, and the proof.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, String, case, cast, literal, null, select, type_coerce
from sqlmodel import Session

from klimabruecke.core.records import locked
from klimabruecke.core.tables import Row

RECALLED = "recalled"


@dataclass(frozen=True)
class Fact:
    """A statement that rows of a table make, with the column that says how it was established.

    ``title_de`` and ``title_en`` say which statement, ``value`` and ``unit`` what it states, ``page`` the
    address of the interface where it stands: expressions over the table, or over what ``around`` joins.
    """

    kind: str
    table: type[Row]
    title_de: Any
    title_en: Any
    page: Any
    value: Any = None
    value_en: Any = None
    """The same in English, where it is words."""
    unit: Any = None
    city_id: Any = None
    verification: str = "verification"
    source: str | None = "source_id"
    """The column that names where it was read; None where only the proof itself does."""
    place: str | None = None
    """The column that says where it can be read, where the row is a source itself."""
    hides: tuple[str, ...] = ()
    """The columns the public is not shown while it is recalled; none named: the whole row."""
    around: Callable[[Select[Any]], Select[Any]] = lambda rows: rows
    proves: Callable[[Session, Any], None] = lambda _session, _row: None
    """What is proven with it."""

    @property
    def is_recalled(self) -> Any:
        return getattr(self.table, self.verification) == RECALLED

    @property
    def proof(self) -> tuple[str, ...]:
        """The columns a proof writes; loading the data again leaves them as they are."""
        return tuple(filter(None, (self.verification, self.source, self.place)))


def recalled(fact: Fact) -> Select[Any]:
    """The facts of this kind that wait for a proof, in the columns all kinds share."""
    record_id = getattr(fact.table, "id")  # noqa: B009 - every table has one, its base does not say so
    texts = {
        "kind": literal(fact.kind),
        "record_id": record_id,
        "title_de": fact.title_de,
        "title_en": fact.title_en,
        "value_de": fact.value,
        "value_en": fact.value if fact.value_en is None else fact.value_en,
        "unit": fact.unit,
        "city_id": fact.city_id,
        "source_id": getattr(fact.table, fact.source) if fact.source else None,
        "link": fact.page,
    }
    columns = [cast(null() if text is None else text, String).label(name) for name, text in texts.items()]
    identity = (literal(f"{fact.kind}.") + record_id).label("id")
    alive = getattr(fact.table, "deleted_at").is_(None)  # noqa: B009
    return fact.around(select(identity, *columns)).where(fact.is_recalled, alive)


def for_the_public(rows: Select[Any], facts: Sequence[Fact]) -> Select[Any]:
    """The same without what is only recalled: rows of such facts are left out, their columns empty."""
    masked = {name: fact for fact in facts for name in fact.hides}
    columns = [
        shown_to_the_public(column, masked[column.key]) if column.key in masked else column
        for column in rows.selected_columns
    ]
    whole = [fact for fact in facts if not fact.hides]
    return rows.with_only_columns(*columns).where(*(~fact.is_recalled for fact in whole))


def shown_to_the_public(column: Any, fact: Fact) -> Any:
    """A column that is empty while its fact is only recalled."""
    return type_coerce(case((fact.is_recalled, null()), else_=column), column.type).label(column.key)


def prove(session: Session, fact: Fact, record_id: str, source_id: str | None, place: str) -> None:
    """From now on the fact counts as read in this source, at this place."""
    row = locked(session, fact.table, record_id)
    setattr(row, fact.verification, "verified")
    if fact.source:
        setattr(row, fact.source, source_id)
    if fact.place:
        setattr(row, fact.place, place)
    fact.proves(session, row)
    session.flush()
