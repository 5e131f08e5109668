"""Airports by code, name or city, searched in memory.

Coordinates and names come from the package airportsdata (source ``airportsdata-20260905``); only airports
with an IATA code are kept, which leaves out the airstrips nobody books. Beside it stands our own short list
of the airports people here fly from and to, with the German names of their cities. Loading takes about a
third of a second and happens once, at the first question.
"""

import csv
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from pathlib import Path
from typing import Any

import airportsdata

from klimabruecke.reference.text import fold, spellings

GERMAN_NAMES = Path(__file__).parent / "data" / "airport_cities_de_2026-11-24.csv"

_CITY, _NAME, _WORD, _INSIDE = range(4)
"""How well a text fits: it begins the city, begins the name, begins a word, or stands inside one."""

_ANY_AIRPORT = frozenset({"airport", "international"})
_MANY = 300
"""So many airports are found inside words at most; a text found in more of them says too little."""


@dataclass(frozen=True, slots=True)
class Airport:
    """One airport with an IATA code. ``city_de`` is set for those of our short list."""

    iata: str
    icao: str | None
    name: str
    city: str | None
    city_de: str | None
    country: str
    subdivision: str | None
    latitude_deg: float
    longitude_deg: float


class AirportIndex:
    """A sorted table of all a search text can begin with, and one long text for what it can stand in."""

    def __init__(self, airports: Iterable[Airport], aliases: Mapping[str, tuple[str, ...]]) -> None:
        self._airports = sorted(airports, key=_standing)
        self._by_iata = {airport.iata: airport for airport in self._airports}
        self._by_icao = {airport.icao: airport for airport in self._airports if airport.icao}
        entries = sorted(
            (text, fit, number)
            for number, airport in enumerate(self._airports)
            for text, fit in _searchable(airport, aliases.get(airport.iata, ()))
        )
        self._texts = [text for text, _, _ in entries]
        self._fits = [(fit, number) for _, fit, number in entries]
        self._all_text = "\n".join(self._texts)
        self._starts = _starts(self._texts)

    def find(self, iata: str) -> Airport | None:
        """The airport of an IATA code, in capitals or not."""
        return self._by_iata.get(iata.upper())

    def search(self, text: str, limit: int) -> list[Airport]:
        """At most ``limit`` airports, best first: IATA code, ICAO code, city, name, word, part of a word."""
        wanted = fold(text)
        if not wanted:
            return []
        code = wanted.upper()
        found = [hit for hit in (self._by_iata.get(code), self._by_icao.get(code)) if hit]
        best = self._beginning_with(wanted)
        if len(best) + len(found) < limit:
            best = self._containing(wanted) | best
        numbers = nsmallest(limit, best, key=lambda number: (best[number], number))
        found += [airport for number in numbers if (airport := self._airports[number]) not in found]
        return found[:limit]

    def _beginning_with(self, wanted: str) -> dict[int, tuple[int, bool]]:
        """Airport numbers with their best fit; a whole name fits better than its beginning."""
        best: dict[int, tuple[int, bool]] = {}
        for place in range(bisect_left(self._texts, wanted), len(self._texts)):
            text = self._texts[place]
            if not text.startswith(wanted):
                break
            fit, number = self._fits[place]
            rating = (fit, text != wanted)
            if number not in best or rating < best[number]:
                best[number] = rating
        return best

    def _containing(self, wanted: str) -> dict[int, tuple[int, bool]]:
        best: dict[int, tuple[int, bool]] = {}
        position = self._all_text.find(wanted)
        while position >= 0 and len(best) < _MANY:
            place = bisect_left(self._starts, position + 1) - 1
            best[self._fits[place][1]] = (_INSIDE, True)
            position = self._all_text.find(wanted, position + 1)
        return best


def _standing(airport: Airport) -> tuple[bool, bool, bool, str]:
    """Which of two equal fits comes first. The data know no size, so our short list leads. After it: a main
    airport mostly has a code of its city's letters in their order (JNB) and calls itself international."""
    letters = iter(fold(airport.city or ""))
    own_letters = all(letter in letters for letter in airport.iata.lower())
    international = "international" in airport.name.lower()
    return airport.city_de is None, not own_letters, not international, airport.name + airport.iata


def _searchable(airport: Airport, aliases: Iterable[str]) -> Iterator[tuple[str, int]]:
    for city in filter(None, (airport.city, airport.city_de, *aliases)):
        yield from _beginnings(city, _CITY)
    yield from _beginnings(airport.name, _NAME)


def _beginnings(name: str, fit: int) -> Iterator[tuple[str, int]]:
    for text in spellings(name):
        yield text, fit
        words = text.split(" ")
        for skipped in range(1, len(words)):
            if words[skipped] not in _ANY_AIRPORT:
                yield " ".join(words[skipped:]), _WORD


def _starts(texts: Iterable[str]) -> list[int]:
    starts, position = [], 0
    for text in texts:
        starts.append(position)
        position += len(text) + 1
    return starts


@lru_cache(maxsize=1)
def airport_index() -> AirportIndex:
    """The index of this process, built at its first use."""
    with GERMAN_NAMES.open(encoding="utf-8", newline="") as file:
        german = {row["iata"]: row for row in csv.DictReader(file)}
    rows: Mapping[str, Any] = airportsdata.load("IATA")
    airports = [_airport(row, german.get(iata, {}).get("city_de")) for iata, row in rows.items()]
    aliases = {iata: tuple(filter(None, row["also_known_as"].split(";"))) for iata, row in german.items()}
    return AirportIndex(airports, aliases)


def _airport(row: Mapping[str, Any], city_de: str | None) -> Airport:
    return Airport(
        iata=row["iata"],
        # Where an airport has no ICAO code, the data put its IATA code behind an underscore.
        icao=row["icao"] if row["icao"] and not row["icao"].startswith("_") else None,
        name=row["name"],
        city=row["city"] or None,
        city_de=city_de or None,
        country=row["country"],
        subdivision=row["subd"] or None,
        latitude_deg=row["lat"],
        longitude_deg=row["lon"],
    )
