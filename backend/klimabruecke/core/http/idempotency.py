"""Idempotency-Key: a request that is sent twice is done once, and answered twice alike.

The answer is stored in the transaction of the work itself: it is there exactly when the work is. A repeat
that comes while the first is still at work waits for it in the database.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Annotated, Any

import orjson
from fastapi import Header, Request
from sqlalchemy import delete, select, text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col
from starlette.responses import Response

from klimabruecke.core.changes import context, table_of, upsert
from klimabruecke.core.errors import DomainError, problem_type
from klimabruecke.core.language import Bilingual
from klimabruecke.core.tables import IdempotencyKey

KEPT = timedelta(hours=24)
WAIT_SECONDS = 10
KEY = r"^[!-~]{1,255}$"

REQUIRED = problem_type(
    "idempotency-key-required",
    400,
    Bilingual("Kennung der Anfrage fehlt", "Key of the request is missing"),
    Bilingual(
        "Diese Anfrage setzt etwas in Gang, das nur einmal geschehen soll, und braucht eine eigene Kennung.",
        "This request starts something that must not happen twice. It needs a key of its own.",
    ),
    Bilingual(
        "Senden Sie mit jeder neuen Anfrage eine neue Kennung (Kopfzeile Idempotency-Key, 1 bis 255 "
        "sichtbare ASCII-Zeichen) und mit einer Wiederholung dieselbe.",
        "Send a new key with every new request (header Idempotency-Key, 1 to 255 visible ASCII characters) "
        "and the same key when you repeat one.",
    ),
)
USED_OTHERWISE = problem_type(
    "idempotency-key-used",
    422,
    Bilingual("Kennung schon verwendet", "Key already used"),
    Bilingual(
        "Mit dieser Kennung wurde in den letzten 24 Stunden etwas anderes verlangt.",
        "Something else was asked for with this key within the last 24 hours.",
    ),
    Bilingual(
        "Senden Sie für eine andere Anfrage eine neue Kennung.", "Send a new key for a different request."
    ),
)
STILL_AT_WORK = problem_type(
    "idempotency-key-at-work",
    409,
    Bilingual("Die erste Anfrage läuft noch", "The first request is still at work"),
    Bilingual(
        "Eine Anfrage mit derselben Kennung ist noch nicht fertig.",
        "A request with the same key is not finished.",
    ),
    Bilingual(
        "Warten Sie die Sekunden aus Retry-After ab und wiederholen Sie dann dieselbe Anfrage.",
        "Wait for the seconds in Retry-After, then repeat the same request.",
    ),
)


class KeyRequired(DomainError):
    problem = REQUIRED


class KeyUsedOtherwise(DomainError):
    problem = USED_OTHERWISE


class StillAtWork(DomainError):
    problem = STILL_AT_WORK

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "2"})


IdempotencyKeyHeader = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=KEY,
        max_length=255,
        description="A key of your own for this request; repeat it with the same key. Kept for 24 hours.",
    ),
]
"""Optional to FastAPI, so that a missing one is the 400 above."""


def once(
    session: Session,
    request: Request,
    caller_id: str,
    asked: Mapping[str, Any],
    work: Callable[[], Response],
) -> Response:
    """The answer of ``work``, or the one this caller's key was answered with before.

    Call it when it is known that the caller may do this. ``asked`` is what the request asks for. Raises
    KeyRequired, KeyUsedOtherwise, StillAtWork.
    """
    given = request.headers.get("idempotency-key")
    if not given:
        raise KeyRequired
    key = _digest(caller_id, request.method, request.url.path, given)
    fingerprint = _digest(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS).decode())
    now = context(session).clock()
    _forget(session, key)
    row = {"id": key, "fingerprint": fingerprint, "status": 0, "headers": {}, "body": b"", "created_at": now}
    if not _is_first(session, row):
        return _replayed(session, key, fingerprint)
    response = work()
    headers = {name: value for name, value in response.headers.items() if name != "content-length"}
    answered = {"status": response.status_code, "headers": headers, "body": bytes(response.body)}
    table = table_of(IdempotencyKey)
    session.connection().execute(table.update().where(table.c.id == key).values(**answered))
    return response


def _is_first(session: Session, row: dict[str, Any]) -> bool:
    """On PostgreSQL the insert waits for whoever has inserted the same key and has not finished."""
    table = table_of(IdempotencyKey)
    inserting = upsert(session, table).values(**row).on_conflict_do_nothing().returning(table.c.id)
    connection = session.connection()
    on_postgresql = connection.dialect.name == "postgresql"
    if on_postgresql:
        connection.execute(text(f"SET LOCAL statement_timeout = '{WAIT_SECONDS}s'"))
    try:
        found = connection.execute(inserting).first()
    except OperationalError as waited:
        raise StillAtWork from waited
    if on_postgresql:
        connection.execute(text("SET LOCAL statement_timeout = '5s'"))
    return found is not None


def _replayed(session: Session, key: str, fingerprint: str) -> Response:
    table = table_of(IdempotencyKey)
    found = session.connection().execute(select(table).where(table.c.id == key)).one()
    if found.fingerprint != fingerprint:
        raise KeyUsedOtherwise
    return Response(
        found.body, status_code=found.status, headers={**found.headers, "Idempotent-Replayed": "true"}
    )


def _forget(session: Session, key: str) -> None:
    """This key when it is old; on the way, whatever else is."""
    too_old = context(session).clock() - KEPT
    old = col(IdempotencyKey.created_at) < too_old
    oldest = select(col(IdempotencyKey.id)).where(old).limit(100)
    session.connection().execute(
        delete(IdempotencyKey).where(
            old, (col(IdempotencyKey.id) == key) | col(IdempotencyKey.id).in_(oldest)
        )
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256(orjson.dumps(parts)).hexdigest()
