"""Places of a table: airports by their code or their city's name, cities for what runs on the ground."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from klimabruecke.calc.quantities import Places
from klimabruecke.footprint.travel_tables.words import meanings, plain

_CODE = re.compile(
    r"\(([A-Z]{3})\)|\[([A-Z]{3})\]|^([A-Z]{3})(?=$|\s*[-–/,:]|\s+[A-Z]?[a-z(])|[-–/,]\s*([A-Z]{3})$"
)
MOST = 6
"""So many places are offered where a name means several."""


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport as the finder knows it; ``listed`` is true for those people here use."""

    code: str
    country: str
    names: str
    listed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The codes a cell can mean: one where it is clear, several or none where it must be asked."""

    codes: tuple[str, ...]
    clear: bool


@dataclass
class PlaceFinder:
    """Looks each text up once; ``search`` finds airports by a part of their name, best first."""

    places: Places
    search: Callable[[str], Sequence[Airport]]
    _known: dict[tuple[str, bool], Found] = field(default_factory=dict)

    def find(self, text: str, *, on_ground: bool) -> Found:
        """The airport a cell names; on the ground rather the city of that name, where it is one of ours."""
        key = (text, on_ground)
        if key not in self._known:
            self._known[key] = self._find(text, on_ground=on_ground)
        return self._known[key]

    def country(self, text: str) -> str | None:
        """The country a cell names, or that of the place it names."""
        words = plain(text)
        if words in meanings("country"):
            return meanings("country")[words]
        if re.fullmatch("[A-Z]{2}", text.strip()):
            return text.strip()
        found = self.find(text, on_ground=True)
        countries = {place.country for code in found.codes if (place := self.places.get(code))}
        return countries.pop() if len(countries) == 1 and found.codes and found.clear else None

    def _find(self, text: str, *, on_ground: bool) -> Found:
        code = code_in(text)
        if code is not None and self.places.get(code) is not None:
            return Found((code,), clear=True)
        beside = meanings("beside_a_place")
        words, country = _without_country([word for word in plain(text).split() if word not in beside])
        if not words:
            return Found((), clear=False)
        city = self.places.get("-".join(words)) if on_ground else None
        if city is not None and city.code == "-".join(words):
            return Found((city.code,), clear=True)
        near = self.search(" ".join(words)) or self.search(words[0])
        fitting = [
            airport
            for airport in near
            if set(words) <= set(airport.names.split()) and country in (None, airport.country)
        ]
        listed = [airport for airport in fitting if airport.listed]
        for sure in (fitting, listed):
            if len(sure) == 1:
                return Found((sure[0].code,), clear=True)
        return Found(tuple(airport.code for airport in (fitting or near)[:MOST]), clear=False)


def code_in(text: str) -> str | None:
    """An IATA code that stands in a cell as such: ``FRA``, ``Frankfurt (FRA)``, ``FRA - Frankfurt``."""
    found = _CODE.search(text.strip())
    if found is None or (found[4] and plain(found[4]) in meanings("country")):
        return None
    codes: list[str | None] = [*found.groups()]
    return next(filter(None, codes))


def _without_country(words: list[str]) -> tuple[list[str], str | None]:
    """``windhoek namibia`` is Windhoek, in Namibia."""
    for length in (3, 2, 1):
        name = " ".join(words[-length:])
        if len(words) > length and name in meanings("country"):
            return words[:-length], meanings("country")[name]
    return words, None
