"""Writing reference data: what every way into it shares."""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session, select

from klimabruecke.reference.evidence.schemas import NewSource
from klimabruecke.reference.tables import Source
from klimabruecke.reference.text import fold, search_text


def add_source(session: Session, source_id: str, given: dict[str, Any], verification: str) -> None:
    """A publication that was not listed, under an id that is free."""
    said = NewSource.model_validate(given)
    words = search_text(source_id, said.title, said.publisher, said.note)
    facts: dict[str, Any] = {**said.model_dump(), "verification": verification}
    session.add(Source(**facts, id=source_id, search_text=words))
    session.flush()


def new_source_id(session: Session, given: dict[str, Any]) -> str:
    """Publisher and year, such as ``namibia-statistics-agency-2024``; numbered where that is taken."""
    return free_id(given["publisher"], given["year"], set(session.exec(select(Source.id)).all()))


def free_id(publisher: str, year: int, taken: Collection[str]) -> str:
    """Publisher and year as an id, such as ``uk-desnz-defra-2026``; numbered where that is taken."""
    words = fold(publisher).encode("ascii", "ignore").decode().split()
    name = f"{'-'.join(words)[:50].strip('-') or 'set'}-{year}"
    number = 1
    found = name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
