"""Who may exchange files here: the one seam between this domain and identity.

Imports are read by everybody with a role, and made by coordinators and by editors of the city in the area
climate and programs of theirs. What is published is taken along by everybody.
"""

from typing import Annotated

from fastapi import Request

from klimabruecke.identity.callers import Caller
from klimabruecke.identity.deps import VISITOR, Reader, visitor, writer

__all__ = ["VISITOR", "Principal", "Reader", "Writer", "belongs_here", "require_write"]

Principal = Caller
Writer = Annotated[Caller, writer("climate")]


def belongs_here(request: Request) -> bool:
    """Whether somebody with a role is asking, who may see drafts and transfers too."""
    caller = visitor(request)
    return caller is not None and bool(caller.rights)


def require_write(principal: Principal, city_id: str) -> None:
    """Raises Forbidden for who may not write what belongs to this city."""
    principal.require_city(city_id, "climate")
