"""From the cells of a line to items: what is clear becomes one, what is not becomes a question."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from klimabruecke.calc.geo import geodesic_km
from klimabruecke.calc.items import Cabin, Car, Flight, Hotel, Ride
from klimabruecke.footprint.travel_tables import values
from klimabruecke.footprint.travel_tables.choices import (
    Choice,
    Entry,
    QuestionCode,
    entry_of,
    first_of,
    one_of,
    unsure,
)
from klimabruecke.footprint.travel_tables.headings import Field
from klimabruecke.footprint.travel_tables.places import PlaceFinder, code_in
from klimabruecke.footprint.travel_tables.values import Means

Cells: TypeAlias = Mapping[Field, str]

LONGEST_TRAIN_KM = 1500
"""No train is offered for a longer way where the table does not name one: an assumption."""

_THERE_AND_BACK = re.compile(r"(?i)⇄|<->|\b(hin und zurück|hin und rück|und zurück|return|round ?trip)\b")
_BETWEEN = re.compile(r"\s*(?:→|=>|->|>|⇄|<-|[–—]|\bnach\b|\bto\b|\s[-/]\s|[-/](?=[A-Z]{3}\b))\s*")
_AND = re.compile(r"\s*(?:[;&]|\bund\b|\band\b)\s*")


@dataclass
class RowReader:
    """Reads lines one by one. ``travellers`` go on each leg where the table has no number of people.

    ``assumed`` names what the table does not say and was taken as the calculator's default.
    """

    finder: PlaceFinder
    travellers: int | None = None
    assumed: set[str] = field(default_factory=set)

    def entries(self, row: int, cells: Cells) -> Iterator[Entry]:
        """The items of a line: the legs of a journey, a stay, or both."""
        text = {name: cell for name, cell in cells.items() if cell}
        means = _means(text)
        stops = _stops(text)
        stays = means == "hotel" or bool({"nights", "hotel"} & text.keys())
        goes = means not in (None, "hotel") or "distance_km" in text
        if means == "hotel" or (stays and not all(stops)):
            stops = []
        elif goes and not stops:
            stops = ["", ""]
        for ends in pairwise(stops):
            yield self._leg(row, text, means, ends)
        if stays:
            yield self._stay(row, text, stops[1] if len(stops) == 2 else "")
        if not stays and not stops:
            yield Entry(row, questions=("not_recognised",))

    # --- legs -----------------------------------------------------------------------------------

    def _leg(self, row: int, text: Cells, means: Means | None, ends: tuple[str, str]) -> Entry:
        if means is None and "means" not in text and (all(map(code_in, ends)) or _names_a_cabin(text)):
            means = "flight"  # airports have codes and aeroplanes an economy class, stations and trains none
        if means is None:
            return self._by_air_or_rail(row, text, ends)
        travellers = self._people(text)
        common = {"travellers": travellers, "is_return": _return(text)}
        if means == "flight":
            return entry_of(row, Flight, {**self._places(means, ends), "cabin": self._cabin(text), **common})
        way = self._way(means, text, ends)
        if means == "car":
            return entry_of(row, Car, {**way, "vehicles": _cars(travellers), **common})
        if means == "rail":
            way["country"] = self._railway(text, ends)
        return entry_of(row, Ride, {"type": Choice("means_unclear", (means,)), **way, **common})

    def _by_air_or_rail(self, row: int, text: Cells, ends: tuple[str, str]) -> Entry:
        """Nothing says how the way was made: both are offered, the train where it can go."""
        by_air, by_rail = (self._leg(row, text, means, ends) for means in ("flight", "rail"))
        trains = [item for item in by_rail.possible if isinstance(item, Ride) and self._in_reach(item)]
        questions: tuple[QuestionCode, ...] = ("means_unclear", *by_air.questions)
        return Entry(row, questions=questions, candidates=(*by_air.possible, *trains))

    def _in_reach(self, ride: Ride) -> bool:
        places = [self.finder.places.get(code) for code in (ride.origin, ride.destination) if code]
        ends = [place for place in places if place is not None]
        return len(ends) < 2 or geodesic_km(*ends) <= LONGEST_TRAIN_KM

    def _way(self, means: Means, text: Cells, ends: tuple[str, str]) -> dict[str, Choice]:
        """On the ground the distance the table gives, else the places."""
        if "distance_km" not in text:
            return self._places(means, ends)
        return {"distance_km": one_of("distance_unclear", values.kilometres(text["distance_km"]))}

    def _places(self, means: Means, ends: tuple[str, str]) -> dict[str, Choice]:
        return {
            name: self._place(text, on_ground=means != "flight")
            for name, text in zip(("origin", "destination"), ends, strict=True)
        }

    def _place(self, text: str, *, on_ground: bool) -> Choice:
        if not text:
            return unsure("place_missing")
        found = self.finder.find(text, on_ground=on_ground)
        return Choice("place_unclear", found.codes, sure=found.clear)

    def _people(self, text: Cells) -> Choice:
        """By the table's number, else one for each name, else as the caller says."""
        if "travellers" in text:
            return one_of("travellers_unclear", values.whole(text["travellers"]), self.travellers)
        if "name" in text:
            names = len([name for name in _AND.split(text["name"]) if name])
            return Choice("travellers_unclear", (names,), sure=names == 1)
        if self.travellers is None:
            return unsure("travellers_unclear", 1)
        self.assumed.add("travellers")
        return Choice("travellers_unclear", (self.travellers,))

    def _cabin(self, text: Cells) -> Choice:
        if "class" not in text:
            self.assumed.add("class")
            return Choice("class_unclear", (Cabin.ECONOMY,))
        return one_of("class_unclear", values.cabin(text["class"]), *Cabin)

    def _railway(self, text: Cells, ends: tuple[str, str]) -> Choice:
        """Whose railway counts: as the table says, else that of both ends."""
        if "country" in text:
            return one_of("country_unclear", self.finder.country(text["country"]))
        countries = dict.fromkeys(self.finder.country(end) for end in ends if end)
        return first_of("country_unclear", [country for country in countries if country])

    # --- stays ----------------------------------------------------------------------------------

    def _stay(self, row: int, text: Cells, destination: str) -> Entry:
        details = {
            "country": one_of("country_unclear", self._country(text, destination)),
            "rooms": _rooms(text, self._people(text)),
            "nights": one_of("nights_unclear", _nights(text)),
        }
        return entry_of(row, Hotel, details)

    def _country(self, text: Cells, destination: str) -> str | None:
        """Where the house stands: as named, by its place, where the way leads, or behind the house's name."""
        for place in (text.get("country"), text.get("place"), text.get("to"), destination):
            if place:
                return self.finder.country(place)
        _, comma, place = text.get("hotel", "").rpartition(",")
        return self.finder.country(place) if comma else None


def _names_a_cabin(text: Cells) -> bool:
    """By its name, not by a letter: a letter may be anything."""
    cell = text.get("class", "")
    return len(cell) > 2 and values.cabin(cell) in (Cabin.ECONOMY, Cabin.PREMIUM, Cabin.BUSINESS)


def _means(text: Cells) -> Means | None:
    """By the column that says so, else by the number of the flight or train, else by the carrier."""
    if "means" in text and (found := values.means(text["means"])):
        return found
    named = (values.carrier(text[name]) for name in ("number", "carrier") if name in text)
    return next(filter(None, named), None)


def _stops(text: Cells) -> list[str]:
    """The places of a way: from and to, or those a route names in one cell."""
    if "route" in text and not {"from", "to"} & text.keys():
        stops = [stop.strip(" ,") for stop in _BETWEEN.split(_THERE_AND_BACK.sub("→", text["route"]))]
        return [stop for stop in stops if stop] if len(list(filter(None, stops))) > 1 else []
    return [text.get("from", ""), text.get("to", "")] if {"from", "to"} & text.keys() else []


def _return(text: Cells) -> Choice:
    if "return" not in text:
        return Choice("return_unclear", (bool(_THERE_AND_BACK.search(text.get("route", ""))),))
    return one_of("return_unclear", values.both_ways(text["return"]), False, True)


def _cars(people: Choice) -> Choice:
    """One person takes one car; how many cars several took, the table does not say."""
    most = max(people.options, default=1)
    return Choice("cars_unclear", tuple(range(1, min(most, 3) + 1)), sure=people.sure and most == 1)


def _rooms(text: Cells, people: Choice) -> Choice:
    """One person sleeps in one room; how several divided them, the table must say."""
    if "rooms" in text:
        return one_of("rooms_unclear", values.whole(text["rooms"]))
    numbers = dict.fromkeys(rooms for number in people.options for rooms in (number, -(-number // 2)))
    return Choice("rooms_unclear", tuple(numbers), sure=people.sure and people.options == (1,))


def _nights(text: Cells) -> int | None:
    if "nights" in text:
        return values.whole(text["nights"])
    first, last = values.day(text.get("date", "")), values.day(text.get("until", ""))
    return max((last - first).days, 0) or None if first and last else None
