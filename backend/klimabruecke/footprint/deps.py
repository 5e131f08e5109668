"""Who may read and write here: the one seam between this domain and identity.

Plans, activities, projects, budgets and totals are readable by everyone with a role; they are written by
coordinators and by the editors of a city that takes part, and by service clients of such a city. Published
year totals are readable by everybody and published by coordinators.
"""

from collections.abc import Collection

from klimabruecke.identity.callers import THE_SYSTEM, Caller
from klimabruecke.identity.deps import Coordinator, Public, Reader, Writer, WritingPerson
from klimabruecke.identity.errors import Forbidden

__all__ = [
    "THE_SYSTEM",
    "Coordinator",
    "Principal",
    "Public",
    "Reader",
    "Writer",
    "WritingPerson",
    "require_each",
    "require_write",
]

Principal = Caller


def require_write(principal: Principal, city_ids: Collection[str]) -> None:
    """Raises Forbidden for who may not write what these cities do together."""
    principal.require_part(city_ids)


def require_each(principal: Principal, city_ids: Collection[str]) -> None:
    """Raises Forbidden for who may not write in every one of these cities; none named: in all there are."""
    if not city_ids and principal.cities_of("coordinator") is not None:
        raise Forbidden
    for city_id in city_ids:
        principal.require_part([city_id])
