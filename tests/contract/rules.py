"""Who may do what: the callers, the rules, and the good requests a row asks with.

Rules follow the contract:

- everybody: reference data, what computes and stores nothing, and the doors people and programs come in by
- cookie: the two addresses the refresh cookie opens; an access token is no key to them
- people: everybody with an account, no program
- readers: every role, and programs with the scope ``<resource>:read``
- writers: coordinators, editors of a city that takes part, and its programs with ``<resource>:write``
- coordinators: those of all cities
- of Bremen: the same for what belongs to one city
- writing people: the same without programs
- auditors: auditors and administrators
- administrators
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.conftest import REPOSITORY
from tests.contract.world import World, matching

Json = dict[str, Any]

CITIES = ("bremen", "bremerhaven", "durban", "windhoek")
TAKING_PART = ("bremen", "windhoek")
"""The cities of the project all written records belong to."""

PEOPLE = (
    *("viewer", "coordinator", "auditor", "admin"),
    *CITIES,
    "bremerhaven-procurement",
)
PROGRAMS = tuple(f"client of {city}" for city in CITIES)
NOBODY = ("anonymous", "suspended")
CALLERS = (*NOBODY, *PEOPLE, *PROGRAMS, "client without scopes")


class Rule(NamedTuple):
    """Who may enter; all others with an account or a client are refused by 403, nobody else by 401."""

    allowed: frozenset[str]
    knows: bool = True
    """Whether the operation asks who is calling at all."""


def only(*callers: str) -> Rule:
    return Rule(frozenset(callers))


EVERYBODY = Rule(frozenset(CALLERS), knows=False)
COOKIE = Rule(frozenset(), knows=False)
SIGNED_IN = only(*PEOPLE)
READERS = only(*PEOPLE, *PROGRAMS)
WRITERS = only("coordinator", *TAKING_PART, *(f"client of {city}" for city in TAKING_PART))
COORDINATORS = only("coordinator")
BREMEN = only("coordinator", "bremen", "client of bremen")
"""Writers of what belongs to Bremen alone."""
WRITING_PEOPLE = only("coordinator", *TAKING_PART)
BREMEN_PEOPLE = only("coordinator", "bremen")
ALL_WRITING_PEOPLE = only("coordinator", *CITIES, "bremerhaven-procurement")
"""Who writes anywhere, of whatever city: the second pair of eyes."""
CLIMATE_WRITERS = only("coordinator", *CITIES, *PROGRAMS)
"""Who writes climate records anywhere, of whatever city."""
AUDITORS = only("auditor", "admin")
ADMINISTRATORS = only("admin")


@dataclass(frozen=True)
class Asked:
    """A request: the address behind the base, and what goes with it."""

    path: str
    body: Json | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    file: bytes | None = None


@dataclass(frozen=True)
class Row:
    """A row of the table."""

    rule: Rule
    status: int
    request: Callable[[World], Asked]
    refusal: int = 403
    """404 where somebody who is signed in may not even know of the record."""
    strangers: frozenset[str] = frozenset()
    """Who may enter, but not know of this record: 404."""

    def expected(self, caller: str) -> int:
        """The exact status for this caller."""
        if self.rule is COOKIE:
            return 401
        if caller in self.rule.allowed:
            return self.status
        if caller in NOBODY:
            return 401
        if caller in self.strangers:
            return 404
        return self.refusal if caller in PEOPLE else 403


def at(path: str, **body: Any) -> Callable[[World], Asked]:
    return lambda _: Asked(path, body or None)


def at_made(path: str, kind: str) -> Callable[[World], Asked]:
    """The address of something that is there, such as ``/plans/{plan}``."""
    return lambda world: Asked(path.format(**world.known(kind)))


def changing(kind: str, **body: Any) -> Callable[[World], Asked]:
    """A change of something new, in the state it is in."""
    return lambda world: _matching(world, world.new(kind), body)


def removing(kind: str) -> Callable[[World], Asked]:
    return lambda world: _matching(world, world.new(kind), None)


def _matching(world: World, path: str, body: Json | None) -> Asked:
    return Asked(path, body, matching(world, path))


def approving(world: World) -> Asked:
    """The approval of an activity, in the state it is in, that somebody else has asked for."""
    activity = world.new("approval_request").rpartition("/approval-requests")[0]
    return Asked(f"{activity}/approvals", {}, matching(world, activity))


def confirming(world: World) -> Asked:
    """The confirmation of a proof that another coordinator has proposed."""
    proof = world.new("proof")
    return Asked(f"{proof}/confirmations", None, matching(world, proof))


def publishing(world: World) -> Asked:
    """The publication of a factor set that another coordinator has loaded."""
    draft = world.new("factor_set")
    return Asked(f"{draft}/publications", None, matching(world, draft))


def still_right(world: World) -> Asked:
    """That a measure is still right, in the state it is in."""
    measure = world.new("measure")
    return Asked(f"{measure}/confirmations", None, matching(world, measure))


def of_measure(kept: str, **body: Any) -> Callable[[World], Asked]:
    """A task, an indicator or an update of a measure of Bremen."""
    return lambda world: Asked(f"{world.known('measure')['measure']}/{kept}", body)


def moving_on(world: World) -> Asked:
    """The next stage of a transfer, in the state it is in."""
    transfer = world.new("transfer")
    return Asked(f"{transfer}/stages", {"stage": "exchange"}, matching(world, transfer))


def example(name: str) -> Json:
    found: Json = json.loads((REPOSITORY / "openapi" / "examples" / f"{name}.json").read_bytes())
    return found


COMPUTED = example("delegation-bremen-windhoek")
