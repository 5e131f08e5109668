"""Who may read and write here: the one seam between this domain and identity.

Plans, activities, projects, budgets and totals are readable by everyone who is signed in; they are written by
coordinators and by the editors of a city that takes part.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Request

from klimabruecke.core.changes import Actor
from klimabruecke.core.errors import DomainError, problem_type
from klimabruecke.core.language import Bilingual

EVERY_CITY = "*"

UNAUTHENTICATED = problem_type(
    "unauthenticated",
    401,
    Bilingual("Anmeldung nötig", "Sign-in needed"),
    Bilingual("Diese Angaben sind nur nach der Anmeldung zugänglich.", "These data need a sign-in."),
    Bilingual("Melden Sie sich an und versuchen Sie es noch einmal.", "Sign in and try again."),
)
FORBIDDEN = problem_type(
    "forbidden",
    403,
    Bilingual("Keine Berechtigung", "Not permitted"),
    Bilingual("Ihre Rolle erlaubt das hier nicht.", "Your role does not permit this here."),
    Bilingual(
        "Schreiben dürfen die Koordination und die Redaktionen der beteiligten Städte.",
        "The coordination and the editors of the cities that take part may write.",
    ),
)


class Unauthenticated(DomainError):
    problem = UNAUTHENTICATED

    def __init__(self) -> None:
        super().__init__(headers={"WWW-Authenticate": "Bearer"})


class Forbidden(DomainError):
    problem = FORBIDDEN


@dataclass(frozen=True)
class Grant:
    """A role in a city and an area."""

    role: str
    city: str
    area: str


@dataclass(frozen=True)
class Principal:
    """Who asks."""

    kind: Literal["person", "client", "system"]
    id: str
    grants: tuple[Grant, ...] = ()


def signed_in() -> Principal:
    """Nobody can be signed in before identity is there; every request is refused until then."""
    raise Unauthenticated


def reader(request: Request, principal: Annotated[Principal, Depends(signed_in)]) -> Principal:
    request.state.actor = Actor(principal.kind, principal.id)
    return principal


def writer(principal: Annotated[Principal, Depends(reader)]) -> Principal:
    if not any(_writes(grant) for grant in principal.grants):
        raise Forbidden
    return principal


THE_SYSTEM = Principal("system", "", (Grant("coordinator", EVERY_CITY, "all"),))
"""For commands; no request ever is the system."""

Reader = Annotated[Principal, Depends(reader)]
Writer = Annotated[Principal, Depends(writer)]


def may_write(principal: Principal, city_ids: Iterable[str]) -> bool:
    """Whether somebody may write what these cities do together."""
    cities = {EVERY_CITY, *city_ids}
    return any(_writes(grant) and grant.city in cities for grant in principal.grants)


def require_write(principal: Principal, city_ids: Iterable[str]) -> None:
    """Raises Forbidden for who may not write what these cities do together."""
    if not may_write(principal, city_ids):
        raise Forbidden


def _writes(grant: Grant) -> bool:
    return grant.role in ("coordinator", "editor")
