"""Who may read and write here: the one seam between this domain and identity.

What is published is read by everybody; drafts by those with a role. Written by coordinators, and by editors
of the city in the area climate and programs of theirs.
"""

from typing import Annotated

from fastapi import Request

from klimabruecke.identity.callers import THE_SYSTEM, Caller
from klimabruecke.identity.deps import VISITOR, Public, visitor, writer

__all__ = ["THE_SYSTEM", "VISITOR", "Principal", "Public", "Writer", "belongs_here", "require_write"]

Principal = Caller
Writer = Annotated[Caller, writer("climate")]


def belongs_here(request: Request) -> bool:
    """Whether somebody with a role is asking, who may see drafts too."""
    caller = visitor(request)
    return caller is not None and bool(caller.rights)


def require_write(principal: Principal, city_id: str) -> None:
    """Raises Forbidden for who may not write what belongs to this city."""
    principal.require_city(city_id, "climate")
