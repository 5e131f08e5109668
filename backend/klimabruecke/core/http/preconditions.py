"""If-Match: nobody overwrites what they have not seen."""

from typing import Annotated

from fastapi import Header, Request

from klimabruecke.core.errors import DomainError, problem_type
from klimabruecke.core.language import Bilingual

STALE = problem_type(
    "stale",
    412,
    Bilingual("Inzwischen geändert", "Changed meanwhile"),
    Bilingual(
        "Der Eintrag wurde geändert, seit Sie ihn geladen haben.",
        "The record was changed since you loaded it.",
    ),
    Bilingual(
        "Laden Sie den Eintrag neu, übernehmen Sie Ihre Änderung und senden Sie sie mit dem neuen ETag.",
        "Load the record again, make your change anew and send it with the new ETag.",
    ),
)
IF_MATCH_REQUIRED = problem_type(
    "if-match-required",
    428,
    Bilingual("If-Match fehlt", "If-Match is missing"),
    Bilingual(
        "Geändert und gelöscht wird nur, was der Absender in seinem heutigen Stand kennt.",
        "A record is changed or deleted only by those who know its current state.",
    ),
    Bilingual(
        "Laden Sie den Eintrag und senden Sie seinen ETag in der Kopfzeile If-Match.",
        "Load the record and send its ETag in the If-Match header.",
    ),
)


class Stale(DomainError):
    problem = STALE


class IfMatchRequired(DomainError):
    problem = IF_MATCH_REQUIRED


IfMatchHeader = Annotated[
    str | None,
    Header(
        alias="If-Match",
        max_length=1000,
        pattern=r"^[\x21\x23-\x7e \"]+$",
        description="ETag of the state the change is made to; required (428 without, 412 when stale).",
    ),
]
"""Declare it on every PUT, PATCH and DELETE, so that the document names it."""


def require_match(request: Request, tag: str) -> None:
    """Raises IfMatchRequired without the header and Stale where it names another state than ``tag``.

    RFC 9110 asks for the strong comparison here: a weak validator never matches.
    """
    header = request.headers.get("if-match")
    if header is None:
        raise IfMatchRequired
    if header.strip() != "*" and tag not in (part.strip() for part in header.split(",")):
        raise Stale
