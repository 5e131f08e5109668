"""Who may read and write here: the one seam between this domain and identity.

Published measures are for everybody; drafts, transfers, questions and exchanges for everyone with a role. A
measure is written by the editors of its city in the area climate and by coordinators, and what two cities
share by those of either.
"""

from collections.abc import Iterable
from typing import Annotated

from klimabruecke.identity.callers import THE_SYSTEM, Caller
from klimabruecke.identity.deps import Anyone, Reader, writer
from klimabruecke.identity.errors import Forbidden

__all__ = ["THE_SYSTEM", "Anyone", "Principal", "Reader", "Writer", "require_write", "sees_drafts"]

AREA = "climate"
Principal = Caller
Writer = Annotated[Caller, writer(AREA)]


def require_write(principal: Principal, *city_ids: str) -> None:
    """Raises Forbidden for who may write in none of these cities."""
    if not may_write(principal, city_ids):
        raise Forbidden


def may_write(principal: Principal, city_ids: Iterable[str]) -> bool:
    return any(principal.may_write(city_id, AREA) for city_id in city_ids)


def sees_drafts(caller: Caller | None) -> bool:
    """Whether what is not published yet may be known to them."""
    return caller is not None and bool(caller.rights)
