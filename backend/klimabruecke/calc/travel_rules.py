"""Whether a journey keeps the travel rules of a city: rail before air, taxis as an exception, a CO2 levy.

Pure: the numbers of a rule, the items of a journey and what was answered about its legs go in; a finding for
each leg comes out. How long a train takes is not known here: people look it up and answer it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from klimabruecke.calc.geo import geodesic_km
from klimabruecke.calc.items import Flight, Item, Ride
from klimabruecke.calc.quantities import Places

FASTEST_TRAIN_KMH = 250
RAIL_DETOUR = Decimal("1.2")
"""Our assumption: no train does a whole way faster than 250 km/h over 1.2 times the geodesic.

A flight that is farther than that in the hours of a rule is beyond rail, and nobody is asked about it.
"""

GRAMS_PER_TONNE = 1_000_000

Key: TypeAlias = tuple[str, frozenset[str]]


class Result(StrEnum):
    """What a rule says of a leg, and of a journey: the worst of its legs."""

    KEPT = "kept"
    EXCEPTION = "exception"
    OPEN = "open"
    BROKEN = "broken"


_FROM_BEST_TO_WORST = tuple(Result)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known about a leg, named by its two ends in whatever order; a taxi by kilometres has none.

    ``rail_hours`` is how long the train takes one way, ``exception`` the code of a reason, ``reason`` what
    was written besides.
    """

    type: str
    origin: str | None = None
    destination: str | None = None
    rail_hours: Decimal | None = None
    exception: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of one item; ``code`` names the sentence.

    ``fastest_rail_hours`` is the least a train could need by our assumption, for flights only.
    """

    item: int
    code: str
    result: Result
    answer: Answer | None = None
    fastest_rail_hours: Decimal | None = None


def rail_first(
    items: Sequence[Item], answers: Iterable[Answer], max_rail_hours: int, places: Places
) -> tuple[Finding, ...]:
    """Rail is taken where it needs no more than ``max_rail_hours``; one finding for each flight.

    A flight between places that are not known is open: nobody can say what it is.
    """
    known = _by_key(answers)
    return tuple(
        _flight(place, item, known.get(key_of(item)), max_rail_hours, places)
        for place, item in enumerate(items)
        if isinstance(item, Flight)
    )


def _flight(place: int, flight: Flight, answer: Answer | None, most: int, places: Places) -> Finding:
    fastest = fastest_rail_hours(flight, places)
    if fastest is not None and fastest > most:
        return Finding(place, "beyond_rail", Result.KEPT, None, fastest)
    if answer is None:
        return Finding(place, "rail_unanswered", Result.OPEN, None, fastest)
    if answer.rail_hours is not None and answer.rail_hours > most:
        return Finding(place, "rail_takes_longer", Result.KEPT, answer, fastest)
    if answer.exception is not None:
        return Finding(place, "rail_exception", Result.EXCEPTION, answer, fastest)
    return Finding(place, "rail_possible", Result.BROKEN, answer, fastest)


def fastest_rail_hours(flight: Flight, places: Places) -> Decimal | None:
    """The least a train could need between the ends of a flight; None where one of them is not known."""
    origin, destination = places.get(flight.origin), places.get(flight.destination)
    if origin is None or destination is None:
        return None
    return geodesic_km(origin, destination) * RAIL_DETOUR / FASTEST_TRAIN_KMH


def taxi_exception(items: Sequence[Item], answers: Iterable[Answer]) -> tuple[Finding, ...]:
    """A taxi needs a reason; one finding for each ride."""
    known = _by_key(answers)
    return tuple(
        _taxi(place, known.get(key_of(item)))
        for place, item in enumerate(items)
        if isinstance(item, Ride) and item.type == "taxi"
    )


def _taxi(place: int, answer: Answer | None) -> Finding:
    if answer is None or answer.exception is None:
        return Finding(place, "taxi_unanswered", Result.OPEN, answer)
    return Finding(place, "taxi_exception", Result.EXCEPTION, answer)


def worst(findings: Sequence[Finding]) -> Result:
    """What a rule says of the whole journey; a journey it has nothing to say about keeps it."""
    results = [finding.result for finding in findings]
    return max(results, key=_FROM_BEST_TO_WORST.index, default=Result.KEPT)


def key_of(leg: Item | Answer) -> Key:
    """What an answer and the items it is about have in common: there and back is one way."""
    ends = (getattr(leg, "origin", None), getattr(leg, "destination", None))
    return leg.type, frozenset(end.upper() for end in ends if end is not None)


def _by_key(answers: Iterable[Answer]) -> dict[Key, Answer]:
    return {key_of(answer): answer for answer in answers}


def levy_cents(share_g: int, cents_per_tonne: int) -> int:
    """What a share of a footprint costs, rounded once to the nearest cent, half a cent up."""
    return (share_g * cents_per_tonne + GRAMS_PER_TONNE // 2) // GRAMS_PER_TONNE
