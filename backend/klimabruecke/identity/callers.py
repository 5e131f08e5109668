"""Who is asking, and what they may do: pure functions over plain values."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from klimabruecke.core.changes import Actor
from klimabruecke.identity.errors import Forbidden

Role = Literal["viewer", "editor", "coordinator", "auditor", "admin"]
Area = Literal["climate", "procurement", "learning", "all"]

EVERY_CITY = "*"
WRITERS: tuple[Role, ...] = ("editor", "coordinator")


@dataclass(frozen=True)
class Right:
    """A role in a city (or ``*``) and an area (or ``all``)."""

    role: str
    city: str
    area: str

    def covers(self, city_id: str, area: str | None) -> bool:
        return self.city in (EVERY_CITY, city_id) and (area is None or self.area in ("all", area))


@dataclass(frozen=True)
class Caller:
    """A person with an account, a service client (an editor within its scopes), or a command."""

    kind: Literal["person", "client", "system"]
    id: str
    rights: tuple[Right, ...]
    scopes: frozenset[str] = frozenset()
    acting_for: str | None = None
    """Id of the person they stand in for as a deputy; their rights stay their own."""

    @property
    def actor(self) -> Actor:
        """The same for the trail."""
        return Actor(self.kind, self.id, self.acting_for)

    @property
    def people(self) -> frozenset[str]:
        """Ids of the people behind what they do: themselves, and whom they stand in for."""
        return frozenset(filter(None, (self.id, self.acting_for)))

    def has_role(self, *roles: str) -> bool:
        return any(right.role in roles for right in self.rights)

    def writes_in(self, area: str | None) -> bool:
        """Whether there is any city in which they may write in this area; None: in whatever area."""
        return any(
            right.role in WRITERS and (area is None or right.area in ("all", area)) for right in self.rights
        )

    def may_write(self, city_id: str, area: str | None) -> bool:
        """Whether they may write what belongs to this city in this area; None: in whatever area."""
        return any(right.role in WRITERS and right.covers(city_id, area) for right in self.rights)

    def require_city(self, city_id: str, area: str) -> None:
        """City data is written by editors of that city and area, and by coordinators: else Forbidden."""
        if not self.may_write(city_id, area):
            raise Forbidden

    def require_part(self, city_ids: Collection[str]) -> None:
        """What cities share is written by editors of one of them, and by coordinators: else Forbidden."""
        if not any(self.may_write(city_id, None) for city_id in city_ids):
            raise Forbidden

    def cities_of(self, *roles: str) -> list[str] | None:
        """The cities in which they have one of these roles; None where it is all of them."""
        cities = {right.city for right in self.rights if right.role in roles}
        return None if EVERY_CITY in cities else sorted(cities)


THE_SYSTEM = Caller("system", "", (Right("coordinator", EVERY_CITY, "all"),))
"""For commands; no request ever is the system."""
