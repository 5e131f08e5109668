"""Who sees facts that are only recalled: whoever has a role, and outside production everybody."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from fastapi import Request
from pydantic import BaseModel

from klimabruecke.core.evidence import Fact
from klimabruecke.core.http.answers import PRIVATE, PUBLIC
from klimabruecke.core.listing import Listing
from klimabruecke.identity.callers import Caller

Item = TypeVar("Item", bound=BaseModel)


class Sight(NamedTuple):
    """Whether somebody sees what is only recalled, and whether others may be given the same copy."""

    recalled: bool
    cache: str


def sight_of(request: Request) -> Sight:
    """In production only who has a role; a demonstration, development and tests show everything, marked."""
    if request.app.state.shows_recalled:
        return Sight(recalled=True, cache=PUBLIC)
    caller: Caller | None = getattr(request.state, "caller", None)
    is_staff = caller is not None and bool(caller.rights)
    return Sight(is_staff, PRIVATE if is_staff else PUBLIC)


class Views(Generic[Item]):
    """A list and its records as the public sees them, and as those do who are to prove them."""

    def __init__(self, listing: Listing[Item], facts: Sequence[Fact]) -> None:
        self._by_sight = {
            Sight(recalled=True, cache=PUBLIC): listing,
            Sight(recalled=True, cache=PRIVATE): listing.for_one_reader(),
            Sight(recalled=False, cache=PUBLIC): listing.without_recalled(facts),
        }

    def of(self, request: Request) -> Listing[Item]:
        return self.seen_with(sight_of(request))

    def seen_with(self, sight: Sight) -> Listing[Item]:
        return self._by_sight[sight]
