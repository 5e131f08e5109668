"""Why what happened emitted more or less than what was planned: the difference by cause, to the gram.

One step after the other, each beginning where the one before ended, so that the parts add up exactly:

1. the planned items by the factors, then by the method of the actual figure;
2. planned and actual items are matched: the same way by the same means, the same way by other means, another
   way between the same ends, another way with one end in common (`ways`); stays by country; everything else
   by its type;
3. in each match first the people, then the route, then the cabin, or else the means of transport; in a stay
   first the people, then the room nights.

What has no match was added or dropped. Grams that only rounding makes go to the largest cause.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from klimabruecke.calc.errors import Parameter
from klimabruecke.calc.items import Car, Flight, Hotel, Item, Ride
from klimabruecke.calc.quantities import Places
from klimabruecke.calc.ways import Group, Way, all_travellers, groups_of, matched

CauseCode: TypeAlias = Literal[
    "travellers",
    "route",
    "means",
    "class",
    "nights",
    "added",
    "dropped",
    "other_items",
    "factors",
    "method",
]
GramsOf: TypeAlias = Callable[[Item], int | None]
"""What an item emits by the method and factors of the actual figure; None where they have no answer."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned item: as it was kept, by the factors of the actual figure, and by its method too."""

    item: Item
    ghg_g: int
    by_factors_g: int
    by_method_g: int


@dataclass(frozen=True, slots=True)
class Actual:
    """An item as it happened."""

    item: Item
    ghg_g: int


@dataclass(frozen=True, slots=True)
class Cause:
    """A part of the difference, and what a sentence about it needs."""

    code: CauseCode
    ghg_g: int
    parameters: Mapping[str, Parameter]


_Part: TypeAlias = tuple[CauseCode | Literal["rounding"], int, Mapping[str, Parameter]]
_Counted: TypeAlias = Sequence[tuple[Item, int]]


def causes_of(
    planned: Sequence[Planned], actual: Sequence[Actual], places: Places, grams_of: GramsOf
) -> tuple[Cause, ...]:
    """The causes, the largest first; they add up to actual minus planned exactly."""
    before = [(each.item, each.by_method_g) for each in planned]
    after = [(each.item, each.ghg_g) for each in actual]
    old, new = groups_of(before, after, places)
    parts: list[_Part] = [
        ("factors", sum(each.by_factors_g - each.ghg_g for each in planned), {}),
        ("method", sum(each.by_method_g - each.by_factors_g for each in planned), {}),
    ]
    pairs, dropped, added = matched(old, new)
    for pair in pairs:
        parts += _way(*pair, grams_of)
    parts += [("dropped", -group.ghg_g, _named(group)) for group in dropped]
    parts += [("added", group.ghg_g, _named(group)) for group in added]
    parts += _stays(before, after, all_travellers(old), all_travellers(new))
    parts += _others(before, after)
    return _summed(parts)


def _way(old: Way, new: Way, grams_of: GramsOf) -> Iterator[_Part]:
    """One way against another: people first; then route and cabin where the means are the same."""
    by_car = [way.types == ("car",) for way in (old, new)]
    ghg_g = old.ghg_g
    # A car emits the same whoever sits in it: only cars against cars grow with their number.
    if old.people != new.people and by_car[0] == by_car[1]:
        scaled_g = _scaled(ghg_g, new.people, old.people)
        yield "travellers", scaled_g - ghg_g, _numbers(old.people, new.people, "car" if by_car[0] else "")
        ghg_g = scaled_g
    if set(old.types) != set(new.types):
        yield "means", new.ghg_g - ghg_g, {"way": new.stops, "before": old.types, "after": new.types}
        return
    if old.place != new.place:
        routed_g = _in_the_old_cabin(old, new, grams_of)
        yield "route", routed_g - ghg_g, {"type": new.types[0], "before": old.stops, "after": new.stops}
        ghg_g = routed_g
    yield _remainder(old, new, new.ghg_g - ghg_g)


def _in_the_old_cabin(old: Way, new: Way, grams_of: GramsOf) -> int:
    """The new route flown as the old one was; as it was flown where that cannot be told."""
    cabins = set(old.variants)
    if new.types != ("flight",) or len(cabins) > 1 or cabins == set(new.variants):
        return new.ghg_g
    found = [grams_of(leg.in_cabin(*cabins)) for leg in new.legs]
    return new.ghg_g if None in found else sum(each or 0 for each in found)


def _remainder(old: Way, new: Way, ghg_g: int) -> _Part:
    """What is left on the same way: the cabin, the fuel, or the country whose factor counts."""
    if _alike(old.variants, new.variants):
        return "rounding", ghg_g, {}
    if new.types == ("flight",):
        return "class", ghg_g, {"way": new.stops, "before": _most(old.variants), "after": _most(new.variants)}
    if new.types == ("car",):
        return "means", ghg_g, {"way": new.stops, "before": ("car",), "after": ("car",)}
    return "route", ghg_g, {"type": new.types[0], "before": old.stops, "after": new.stops}


def _alike(old: Mapping[str, int], new: Mapping[str, int]) -> bool:
    """Whether the same share of people had the same cabin (or fuel, or country)."""
    all_old, all_new = sum(old.values()), sum(new.values())
    return all(old.get(name, 0) * all_new == new.get(name, 0) * all_old for name in {*old, *new})


def _most(variants: Mapping[str, int]) -> tuple[str, ...]:
    """The names, that of the most people first."""
    return tuple(sorted(variants, key=lambda name: (-variants[name], name)))


def _stays(before: _Counted, after: _Counted, old_people: int, new_people: int) -> Iterator[_Part]:
    """Stays by country. Rooms and nights of several houses do not compare, room nights do."""
    old, new = _room_nights(before), _room_nights(after)
    for country in dict.fromkeys([*old, *new]):
        if country not in new:
            nights, ghg_g = old[country]
            yield "dropped", -ghg_g, {"type": "hotel", "country": country, "nights": nights}
        elif country not in old:
            nights, ghg_g = new[country]
            yield "added", ghg_g, {"type": "hotel", "country": country, "nights": nights}
        else:
            yield from _stay(country, old[country], new[country], (old_people, new_people))


def _stay(
    country: str, old: tuple[int, int], new: tuple[int, int], people: tuple[int, int]
) -> Iterator[_Part]:
    (old_nights, ghg_g), (new_nights, new_g) = old, new
    old_people, new_people = people if all(people) else (1, 1)
    if old_people != new_people:
        scaled_g = _scaled(ghg_g, new_people, old_people)
        yield "travellers", scaled_g - ghg_g, _numbers(old_people, new_people)
        ghg_g = scaled_g
    if old_nights * new_people == new_nights * old_people:
        yield "rounding", new_g - ghg_g, {}
    else:
        yield "nights", new_g - ghg_g, {"country": country, "before": old_nights, "after": new_nights}


def _room_nights(counted: _Counted) -> dict[str, tuple[int, int]]:
    """Room nights and grams by country."""
    found: dict[str, tuple[int, int]] = {}
    for item, ghg_g in counted:
        if isinstance(item, Hotel):
            nights, sum_g = found.get(item.country, (0, 0))
            found[item.country] = (nights + item.rooms * item.nights, sum_g + ghg_g)
    return found


def _others(before: _Counted, after: _Counted) -> Iterator[_Part]:
    """Meals, energy, video, freight and purchases, by type."""
    old, new = _by_type(before), _by_type(after)
    for item_type in dict.fromkeys([*old, *new]):
        difference_g = new.get(item_type, 0) - old.get(item_type, 0)
        both = item_type in old and item_type in new
        code: CauseCode = "other_items" if both else "added" if item_type in new else "dropped"
        yield code, difference_g, {"type": item_type}


def _by_type(counted: _Counted) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for item, ghg_g in counted:
        if not isinstance(item, Flight | Ride | Car | Hotel):
            found[item.type] += ghg_g
    return found


def _named(group: Group) -> dict[str, Parameter]:
    return {"type": group.type, "way": group.stops}


def _numbers(before: int, after: int, unit: str = "") -> dict[str, Parameter]:
    return {"before": before, "after": after, "unit": unit}


def _scaled(ghg_g: int, after: int, before: int) -> int:
    """The same for another number of people, half up."""
    return (2 * ghg_g * after + before) // (2 * before)


def _summed(parts: Iterable[_Part]) -> tuple[Cause, ...]:
    """One cause where code and words are the same; there and back are one. Nothing that makes nothing."""
    sums: dict[tuple[CauseCode, tuple[tuple[str, Parameter], ...]], int] = defaultdict(int)
    rounding_g = 0
    for code, ghg_g, parameters in parts:
        if code == "rounding":
            rounding_g += ghg_g
        else:
            sums[code, tuple(parameters.items())] += ghg_g
    found = sorted((key for key in sums if sums[key]), key=lambda key: -abs(sums[key]))
    if rounding_g:
        largest = found[0] if found else ("other_items", (("type", "rounding"),))
        sums[largest] += rounding_g
        found = found or [largest]
    # The rounding may have taken all there was of the only cause.
    return tuple(Cause(code, sums[code, words], dict(words)) for code, words in found if sums[code, words])
