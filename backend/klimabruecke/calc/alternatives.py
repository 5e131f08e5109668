"""Alternatives to a journey: pure changes of legs, people, rooms, nights and video hours.

Each change takes items and gives other items. What it needs to know and was not told it takes from the items,
and says so in ``parameters``. A change that does not fit raises CalcError: an alternative that changes
nothing would be shown as a saving of nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeAlias

from klimabruecke.calc.amounts import ceiling
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.geo import Place, geodesic_km
from klimabruecke.calc.items import Car, Flight, Hotel, Item, Meal, Ride, Video
from klimabruecke.calc.quantities import Places
from klimabruecke.calc.stays import longer, merged

FEEDER_LIMIT_KM = 1000
"""A longer way to the hub is no feeder any more."""

FEWER_SHARE = Decimal("0.6")
HYBRID_SHARE = Decimal("0.4")
"""How many of the travellers a first proposal sends where nobody said how many."""

VIDEO_HOURS_PER_NIGHT = 2
"""What a night away is worth in video hours: an assumption, shown with the alternative."""


@dataclass(frozen=True, slots=True)
class RailToHub:
    """The short flight to or from the hub becomes a train; the long flight stays."""

    hub: str | None = None
    country: str | None = None
    max_km: int = FEEDER_LIMIT_KM


@dataclass(frozen=True, slots=True)
class FewerTravellers:
    """Fewer people go; rooms, meals and cars shrink in proportion, rounded up."""

    travellers: int | None = None


@dataclass(frozen=True, slots=True)
class OneLongerStay:
    """Journeys made several times are made once, or fewer people stay as many nights altogether."""

    travellers: int | None = None
    nights: int | None = None


@dataclass(frozen=True, slots=True)
class Hybrid:
    """Some travel, and everybody meets by video."""

    travellers: int | None = None
    participants: int | None = None
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class OnlineOnly:
    """Nobody travels, stays or eats on site; everybody meets by video. What is sent or bought stays."""

    participants: int | None = None
    hours: Decimal | None = None


Change: TypeAlias = RailToHub | FewerTravellers | OneLongerStay | Hybrid | OnlineOnly
Applied: TypeAlias = Mapping[str, str | int | Decimal]


@dataclass(frozen=True, slots=True)
class Changed:
    """The items after a change, and the parameters it was really made with."""

    items: tuple[Item, ...]
    parameters: Applied


def changed(items: Sequence[Item], change: Change, places: Places) -> Changed:
    """Apply a change. Raises CalcError with the parameter that does not fit, or none where no value would."""
    return _CHANGES[type(change)](tuple(items), change, places)


def travellers_of(items: Sequence[Item]) -> int:
    """How many people travel: the largest number on one leg. Raises CalcError where nobody does."""
    found = max((item.travellers for item in items if isinstance(item, Flight | Ride | Car)), default=0)
    if not found:
        raise CalcError("nobody_travels")
    return found


def _rail_to_hub(items: tuple[Item, ...], change: RailToHub, places: Places) -> Changed:
    limit_km = change.max_km
    feeders = [_ends(item, places) for item in items if isinstance(item, Flight)]
    short = [pair for pair in feeders if geodesic_km(*pair) <= limit_km]
    hub = change.hub or _hub_between(feeders, short)
    pair = next((pair for pair in short if hub in (pair[0].code, pair[1].code)), None)
    if pair is None:
        raise CalcError("no_feeder_flight", "hub" if change.hub else None, limit_km=limit_km)
    country = change.country or _one_country(pair)

    def by_rail(item: Item) -> Item:
        if not isinstance(item, Flight) or hub not in (item.origin, item.destination):
            return item
        if geodesic_km(*_ends(item, places)) > limit_km:
            return item
        return Ride(
            type="rail",
            origin=item.origin,
            destination=item.destination,
            country=country,
            travellers=item.travellers,
            is_return=item.is_return,
        )

    return Changed(
        tuple(by_rail(item) for item in items), {"hub": hub, "country": country, "max_km": limit_km}
    )


def _ends(flight: Flight, places: Places) -> tuple[Place, Place]:
    found = places.get(flight.origin), places.get(flight.destination)
    if found[0] is None or found[1] is None:
        raise CalcError("no_feeder_flight", "hub", limit_km=FEEDER_LIMIT_KM)
    return found[0], found[1]


def _hub_between(flights: list[tuple[Place, Place]], short: list[tuple[Place, Place]]) -> str:
    """The airport where a short flight meets a long one."""
    long = {place.code for pair in flights if pair not in short for place in pair}
    return next((place.code for pair in short for place in pair if place.code in long), "")


def _one_country(pair: tuple[Place, Place]) -> str:
    """Whose railway counts. Raises CalcError where the way crosses a border: the caller must say."""
    if pair[0].country != pair[1].country:
        raise CalcError("rail_country_needed", "country")
    return pair[0].country


def _fewer_travellers(items: tuple[Item, ...], change: FewerTravellers, _: Places) -> Changed:
    before = travellers_of(items)
    after = _fewer(before, change.travellers, FEWER_SHARE)
    return Changed(scaled(items, after, before), {"travellers": after})


def _fewer(before: int, wanted: int | None, share: Decimal) -> int:
    """How many go after a change. Raises CalcError where that is not fewer than before."""
    if wanted is None:
        if before < 2:
            raise CalcError("one_traveller")
        return max(1, min(before - 1, ceiling(before * share)))
    if wanted >= before:
        raise CalcError("not_fewer", "travellers", travellers=before)
    return wanted


def scaled(items: Sequence[Item], after: int, before: int) -> tuple[Item, ...]:
    """The same journey for `after` instead of `before` people, every number rounded up."""

    def part(number: int) -> int:
        return -(-number * after // before)

    def one(item: Item) -> Item:
        if isinstance(item, Car):
            vehicles = None if item.vehicles is None else part(item.vehicles)
            return replace(item, travellers=part(item.travellers), vehicles=vehicles)
        if isinstance(item, Flight | Ride):
            return replace(item, travellers=part(item.travellers))
        if isinstance(item, Hotel):
            return replace(item, rooms=part(item.rooms))
        return replace(item, count=part(item.count)) if isinstance(item, Meal) else item

    return tuple(one(item) for item in items)


def _one_longer_stay(items: tuple[Item, ...], change: OneLongerStay, _: Places) -> Changed:
    once = merged(items)
    before = travellers_of(once)
    after = before
    if change.travellers is not None or once == items:
        after = _fewer(before, change.travellers, FEWER_SHARE)
    stayed = longer(once, scaled(once, after, before), change.nights)
    nights = max(item.nights for item in stayed if isinstance(item, Hotel))
    return Changed(stayed, {"travellers": after, "nights": nights})


def _hybrid(items: tuple[Item, ...], change: Hybrid, _: Places) -> Changed:
    before = travellers_of(items)
    after = _fewer(before, change.travellers, HYBRID_SHARE)
    video = _video(items, change.participants, change.hours)
    return Changed((*scaled(items, after, before), video), {"travellers": after, **_said(video)})


def _online_only(items: tuple[Item, ...], change: OnlineOnly, _: Places) -> Changed:
    video = _video(items, change.participants, change.hours)
    on_site = Flight | Ride | Car | Hotel | Meal
    kept = tuple(item for item in items if not isinstance(item, on_site))
    return Changed((*kept, video), _said(video))


def _video(items: tuple[Item, ...], participants: int | None, hours: Decimal | None) -> Video:
    """Everybody who would have travelled, for two hours a night."""
    travellers = travellers_of(items)
    nights = max((item.nights for item in items if isinstance(item, Hotel)), default=1)
    return Video(
        participants=participants or max(2, travellers),
        hours=hours if hours is not None else Decimal(VIDEO_HOURS_PER_NIGHT * nights),
    )


def _said(video: Video) -> dict[str, int | Decimal]:
    return {"participants": video.participants, "hours": video.hours}


_CHANGES: Mapping[type, Callable[[tuple[Item, ...], Any, Places], Changed]] = {
    RailToHub: _rail_to_hub,
    FewerTravellers: _fewer_travellers,
    OneLongerStay: _one_longer_stay,
    Hybrid: _hybrid,
    OnlineOnly: _online_only,
}
