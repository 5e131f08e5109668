"""What all writes here share: patches that say what was given, rows locked before they are compared."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import orjson
from fastapi import Request
from pydantic import BaseModel
from sqlmodel import Session, col, select
from starlette.responses import Response

from klimabruecke.audit import actions as audit
from klimabruecke.cities import queries as cities
from klimabruecke.core.changes import context
from klimabruecke.core.http.answers import (
    JSON,
    NO_STORE,
    PRIVATE,
    created_response,
    etag,
    item_response,
    validators,
)
from klimabruecke.core.http.preconditions import require_match
from klimabruecke.core.language import Language
from klimabruecke.core.schemas import In
from klimabruecke.core.tables import TOMBSTONES_STAY, Row
from klimabruecke.footprint.refusals import NotDeleted, TooLateToRestore, no_such, refused

Table = TypeVar("Table", bound=Row)
LANGUAGES: tuple[Language, ...] = ("de", "en")


def unset() -> Any:
    """The default of a field a patch may leave out; ``given`` tells it from null."""
    return None


class Patch(In):
    """A merge patch (RFC 7396): what is left out stays, null clears a field whose type admits it."""

    def given(self) -> dict[str, Any]:
        """The fields that were sent."""
        return {name: getattr(self, name) for name in self.model_fields_set}


def locked(session: Session, table: type[Table], record_id: str) -> Table:
    """The living row, locked until the transaction ends, so that its ETag is compared with the latest state.

    On SQLite writers take turns and no lock is needed. Raises NotFound.
    """
    row: Any = table
    found = session.exec(
        select(table)
        .where(row.id == record_id, col(table.deleted_at).is_(None))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise no_such(str(table.__tablename__))
    return found


def change(row: Row, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def bury(session: Session, row: Row) -> None:
    """A soft deletion: the row stays as a tombstone."""
    row.deleted_at = context(session).clock()


def buried(session: Session, table: type[Table], record_id: str) -> Table:
    """The deleted row, locked, while it can come back. Raises NotFound, NotDeleted, TooLateToRestore."""
    row: Any = table
    found = session.exec(select(table).where(row.id == record_id).with_for_update()).one_or_none()
    if found is None:
        raise no_such(str(table.__tablename__))
    if found.deleted_at is None:
        raise NotDeleted
    if found.deleted_at + TOMBSTONES_STAY < context(session).clock():
        raise TooLateToRestore
    return found


def unbury(session: Session, row: Row) -> None:
    """Undo a deletion; the trail calls it so."""
    row.deleted_at = None
    audit.name(session, row, "restore")


def check_cities(session: Session, city_ids: Iterable[str], pointer: Callable[[int], str]) -> None:
    """Raises Invalid for a city that is not known here or stands there twice."""
    seen: set[str] = set()
    for place, city_id in enumerate(city_ids):
        if city_id in seen:
            raise refused(pointer(place), "city_repeated")
        check_city(session, city_id, pointer(place))
        seen.add(city_id)


def check_city(session: Session, city_id: str, pointer: str) -> None:
    """Raises Invalid for a city that is not known here."""
    if cities.coordinates(session.connection(), city_id) is None:
        raise refused(pointer, "unknown_city")


def tag_of(row: Any, *more: object) -> str:
    """The validator of a record, and of what else its representation shows."""
    return etag(row.id, row.version, *more)


def require_seen(request: Request, row: Any, *more: object) -> None:
    """If-Match names the current state, whatever the language it was read in."""
    tags = [tag_of(row, *more), *(tag_of(row, *more, language) for language in LANGUAGES)]
    given = request.headers.get("if-match", "")
    require_match(request, next((tag for tag in tags if tag in given), tags[0]))


def read_response(request: Request, item: dict[str, Any], tag: str, language: Language) -> Response:
    """A record with sentences in one language, behind a sign-in."""
    response = item_response(request, item, tag, PRIVATE)
    response.headers["Content-Language"] = language
    return response


def made_response(request: Request, item: dict[str, Any], tag: str, language: Language) -> Response:
    """201 with the record, whose id is the last step of its address."""
    response = created_response(item, f"{request.url.path}/{item['id']}", tag)
    response.headers["Content-Language"] = language
    return response


def written_response(
    item: BaseModel | dict[str, Any], tag: str, language: Language | None = None
) -> Response:
    """200 with the record as it is after the write."""
    body = item.model_dump_json() if isinstance(item, BaseModel) else orjson.dumps(item)
    headers = validators(tag, NO_STORE) | ({"Content-Language": language} if language else {})
    return Response(body, media_type=JSON, headers=headers)
