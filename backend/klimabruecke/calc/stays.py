"""One longer stay instead of several: the same nights altogether, with fewer journeys."""

from collections.abc import Sequence
from dataclasses import replace

from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.items import Car, Flight, Hotel, Item, Ride


def merged(items: Sequence[Item]) -> tuple[Item, ...]:
    """Journeys that stand there several times, once; the stays in a country then become one.

    A leg is the same journey where all but the number of people is equal; the largest group stays. Room
    nights are kept: the rooms are those of the largest stay, its nights make up for the rest.
    """
    legs = [_way(item) for item in items if isinstance(item, Flight | Ride | Car)]
    if len(set(legs)) == len(legs):
        return tuple(items)
    found: dict[object, Item] = {}
    for place, item in enumerate(items):
        key = _key(item, place)
        found[key] = _together(found[key], item) if key in found else item
    return tuple(found.values())


def longer(before: Sequence[Item], after: Sequence[Item], nights: int | None) -> tuple[Item, ...]:
    """The stays of `after`, made long enough to keep the room nights of `before`.

    `before` and `after` hold the same items in the same order, before and after there were fewer people.
    `nights` sets the longest stay instead. Raises CalcError where nobody stays, or not longer.
    """
    stays = [item for item in before if isinstance(item, Hotel)]
    if not stays:
        raise CalcError("nobody_stays")
    kept = [_same_room_nights(old, new) for old, new in zip(before, after, strict=True)]
    if nights is None:
        return tuple(kept)
    longest = max((item for item in kept if isinstance(item, Hotel)), key=lambda stay: stay.nights)
    if nights < max(stay.nights for stay in stays):
        raise CalcError("not_longer", "nights", nights=max(stay.nights for stay in stays))
    return tuple(replace(longest, nights=nights) if item is longest else item for item in kept)


def _way(item: Flight | Ride | Car) -> Item:
    """A leg without its people."""
    return (
        replace(item, travellers=1, vehicles=None) if isinstance(item, Car) else replace(item, travellers=1)
    )


def _key(item: Item, place: int) -> object:
    if isinstance(item, Flight | Ride | Car):
        return _way(item)
    return ("hotel", item.country) if isinstance(item, Hotel) else place


def _together(first: Item, second: Item) -> Item:
    if isinstance(first, Hotel) and isinstance(second, Hotel):
        rooms = max(first.rooms, second.rooms)
        room_nights = first.rooms * first.nights + second.rooms * second.nights
        return replace(first, rooms=rooms, nights=-(-room_nights // rooms))
    return first if _people(first) >= _people(second) else second


def _people(leg: Item) -> int:
    return getattr(leg, "travellers", 0)


def _same_room_nights(old: Item, new: Item) -> Item:
    if isinstance(old, Hotel) and isinstance(new, Hotel):
        return replace(new, nights=-(-old.rooms * old.nights // new.rooms))
    return new
