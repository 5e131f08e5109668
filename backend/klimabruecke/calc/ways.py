"""Ways of two journeys brought together: which planned leg became which actual one.

Every leg is looked at in one direction; a leg there and back is two, each with half of the grams. Legs by the
same means between the same places are one group, however many lines name them. Places within 50 km of each
other count as one: a train leaves from the city, the aeroplane from its airport.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from klimabruecke.calc.amounts import ceiling
from klimabruecke.calc.geo import Place, geodesic_km
from klimabruecke.calc.items import Cabin, Car, Flight, Item, Ride
from klimabruecke.calc.quantities import Places

SAME_PLACE_KM = 50
"""So near to each other, a city and an airport are one place: an assumption."""

Leg: TypeAlias = Flight | Ride | Car
Counted: TypeAlias = Sequence[tuple[Item, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """An item, one way: who goes, and what that emits."""

    leg: Leg
    people: int
    ghg_g: int

    @property
    def variant(self) -> str:
        """What the figure depends on besides way and people."""
        if isinstance(self.leg, Flight):
            return self.leg.cabin.value
        return self.leg.fuel if isinstance(self.leg, Car) else self.leg.country or ""

    def in_cabin(self, cabin: str) -> Item:
        """The same flight, one way, in another cabin."""
        leg = self.leg
        return replace(leg, cabin=Cabin(cabin), is_return=False) if isinstance(leg, Flight) else leg


@dataclass(frozen=True, slots=True)
class Group:
    """All who go one way by the same means. `ends` is empty where only a distance is known."""

    type: str
    ends: tuple[str, ...]
    distance_km: Decimal | None
    lines: tuple[Line, ...]

    @property
    def people(self) -> int:
        """Travellers, or cars."""
        return sum(line.people for line in self.lines)

    @property
    def ghg_g(self) -> int:
        return sum(line.ghg_g for line in self.lines)

    @property
    def stops(self) -> tuple[str, ...] | float:
        """Both ends, or the distance in km; the same in both directions."""
        return min(self.ends, self.ends[::-1]) if self.ends else float(self.distance_km or 0)


@dataclass(frozen=True, slots=True)
class Way:
    """Groups that follow one another."""

    groups: tuple[Group, ...]

    @property
    def legs(self) -> tuple[Line, ...]:
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def types(self) -> tuple[str, ...]:
        """The means of transport, each once."""
        return tuple(dict.fromkeys(group.type for group in self.groups))

    @property
    def people(self) -> int:
        return max(group.people for group in self.groups)

    @property
    def ghg_g(self) -> int:
        return sum(group.ghg_g for group in self.groups)

    @property
    def variants(self) -> Counter[str]:
        """Cabins, fuels or countries with the number of people."""
        found: Counter[str] = Counter()
        for line in self.legs:
            found[line.variant] += line.people
        return found

    @property
    def place(self) -> object:
        """What tells this way from another."""
        return tuple((group.ends, group.distance_km) for group in self.groups)

    @property
    def stops(self) -> tuple[str, ...] | float:
        """The places in their order, or the distance in km; the same in both directions."""
        if not self.groups[0].ends:
            return self.groups[0].stops
        there = tuple(group.ends[0] for group in self.groups if group.ends) + self.groups[-1].ends[1:]
        return min(there, there[::-1])

    @property
    def ends(self) -> tuple[str, ...]:
        return (*self.groups[0].ends[:1], *self.groups[-1].ends[1:])


Pairs: TypeAlias = list[tuple[Way, Way]]
Fits: TypeAlias = Callable[[Way, Way], bool]


def groups_of(before: Counted, after: Counted, places: Places) -> tuple[list[Group], list[Group]]:
    """The ways of two journeys, in order; near places are called by one name in both."""
    name_of = _names(places)
    return _grouped(before, name_of), _grouped(after, name_of)


def all_travellers(groups: Sequence[Group]) -> int:
    """How many people travel: the largest group, or all who leave the first place; 0 where nobody does."""
    people = [group for group in groups if group.type != "car"]
    largest = max((group.people for group in people), default=0)
    first = next((group.ends[:1] for group in people if group.ends), ())
    return max(largest, sum(group.people for group in people if first and group.ends[:1] == first))


def matched(old: list[Group], new: list[Group]) -> tuple[Pairs, list[Group], list[Group]]:
    """Pairs of ways, and what has no counterpart on either side."""
    pairs: Pairs = []

    def pair(olds: list[Way], news: list[Way], fits: Fits) -> tuple[list[Way], list[Way]]:
        for way in list(olds):
            other = next((each for each in news if fits(way, each)), None)
            if other is not None:
                pairs.append((way, other))
                olds.remove(way)
                news.remove(other)
        return olds, news

    olds, news = pair(_single(old), _single(new), _same_way_and_means)
    olds, news = pair(olds, news, _same_ends)
    olds, news = pair(_chained(olds), _chained(news), _same_ends)
    olds, news = pair(_apart(olds), _apart(news), _one_end)
    olds, news = pair(olds, news, _by_distance)
    return pairs, [way.groups[0] for way in olds], [way.groups[0] for way in news]


def _same_way_and_means(old: Way, new: Way) -> bool:
    return (old.types, old.place) == (new.types, new.place)


def _same_ends(old: Way, new: Way) -> bool:
    return bool(old.ends) and old.ends == new.ends


def _one_end(old: Way, new: Way) -> bool:
    shares = any(here == there for here, there in zip(old.ends, new.ends, strict=False))
    return old.types == new.types and shares


def _by_distance(old: Way, new: Way) -> bool:
    return old.types == new.types and not (old.ends and new.ends)


def _single(groups: Iterable[Group]) -> list[Way]:
    return [Way((group,)) for group in groups]


def _apart(ways: Iterable[Way]) -> list[Way]:
    return _single(group for way in ways for group in way.groups)


def _chained(ways: list[Way]) -> list[Way]:
    """Ways that follow one another become one, from a place nobody comes from on, until they turn back."""
    left = [way.groups[0] for way in ways]
    found: list[Way] = []
    while left:
        reached = {group.ends[1:] for group in left}
        start = next((group for group in left if group.ends[:1] not in reached), left[0])
        found.append(Way(_chain(start, left)))
        left = [group for group in left if group not in found[-1].groups]
    return found


def _chain(start: Group, groups: list[Group]) -> tuple[Group, ...]:
    chain, met = [start], set(start.ends)

    def follows(group: Group) -> bool:
        return group.ends[:1] == chain[-1].ends[1:] and not met.issuperset(group.ends[1:])

    while start.ends and (following := next(filter(follows, groups), None)) is not None:
        chain.append(following)
        met.update(following.ends)
    return tuple(chain)


def _grouped(counted: Counted, name_of: Callable[[str], str]) -> list[Group]:
    there: list[tuple[tuple[str, ...], Line]] = []
    back: list[tuple[tuple[str, ...], Line]] = []
    for item, ghg_g in counted:
        if not isinstance(item, Flight | Ride | Car):
            continue
        ends = tuple(name_of(place) for place in (item.origin, item.destination) if place)
        half_g = ghg_g // 2 if item.is_return else ghg_g
        there.append((ends, Line(item, _people(item), half_g)))
        if item.is_return:
            back.insert(0, (ends[::-1], Line(item, _people(item), ghg_g - half_g)))
    lines: dict[tuple[str, tuple[str, ...], Decimal | None], list[Line]] = {}
    for ends, line in [*there, *back]:
        distance_km = None if isinstance(line.leg, Flight) else line.leg.distance_km
        lines.setdefault((line.leg.type, ends, distance_km), []).append(line)
    return [Group(*key, tuple(found)) for key, found in lines.items()]


def _people(leg: Leg) -> int:
    """Travellers; of cars their number, which is what the figure depends on."""
    if isinstance(leg, Car):
        return leg.vehicles or ceiling(leg.travellers / leg.occupancy)
    return leg.travellers


def _names(places: Places) -> Callable[[str], str]:
    """One name for all places that are near to each other: that of the first one met."""
    met: list[Place] = []
    known: dict[str, str] = {}

    def name_of(code: str) -> str:
        if code not in known:
            place = places.get(code)
            near = (other for other in met if place and geodesic_km(place, other) <= SAME_PLACE_KM)
            known[code] = code if place is None else next(near, place).code
            if place is not None:
                met.append(place)
        return known[code]

    return name_of
