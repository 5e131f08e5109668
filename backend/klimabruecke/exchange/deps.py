"""Who may exchange files here: the one seam between this domain and identity.

Imports are read by everybody with a role, and made by coordinators and by editors of the city in the area
climate and programs of theirs.
"""

from typing import Annotated

from klimabruecke.identity.callers import Caller
from klimabruecke.identity.deps import Reader, writer

__all__ = ["Principal", "Reader", "Writer", "require_write"]

Principal = Caller
Writer = Annotated[Caller, writer("climate")]


def require_write(principal: Principal, city_id: str) -> None:
    """Raises Forbidden for who may not write what belongs to this city."""
    principal.require_city(city_id, "climate")
