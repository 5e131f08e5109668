"""Who may read and write here: the one seam between this domain and identity.

Published measures are for everybody; drafts, transfers, questions and exchanges for everyone with a role. A
measure is written by the editors of its city in the area climate and by coordinators, and what two cities
share by those of either.
"""

from collections.abc import Iterable
from typing import Annotated, NamedTuple

from fastapi import Request

from klimabruecke.core.http.answers import PRIVATE, PUBLIC
from klimabruecke.identity.callers import THE_SYSTEM, Caller
from klimabruecke.identity.deps import Anyone, Reader, writer
from klimabruecke.identity.errors import Forbidden
from klimabruecke.identity.recalled import sight_of

__all__ = [
    "HOUSE",
    "THE_SYSTEM",
    "Anyone",
    "Principal",
    "Reach",
    "Reader",
    "Writer",
    "reach_of",
    "require_write",
]

AREA = "climate"
Principal = Caller
Writer = Annotated[Caller, writer(AREA)]


def require_write(principal: Principal, *city_ids: str) -> None:
    """Raises Forbidden for who may write in none of these cities."""
    if not may_write(principal, city_ids):
        raise Forbidden


def may_write(principal: Principal, city_ids: Iterable[str]) -> bool:
    return any(principal.may_write(city_id, AREA) for city_id in city_ids)


class Reach(NamedTuple):
    """What somebody may know of: what is not published yet, what is only recalled."""

    drafts: bool
    recalled: bool

    @property
    def cache(self) -> str:
        return PRIVATE if self.drafts else PUBLIC


HOUSE = Reach(drafts=True, recalled=True)
"""Whoever writes here."""


def reach_of(request: Request) -> Reach:
    """Everyone with a role knows of everything; visitors of what is published and proven."""
    caller: Principal | None = getattr(request.state, "caller", None)
    is_staff = caller is not None and bool(caller.rights)
    return Reach(drafts=is_staff, recalled=is_staff or sight_of(request).recalled)
