"""What stands in a cell: days, numbers, cabins, means of transport. None where nobody can be sure."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal, TypeAlias, cast

from klimabruecke.calc.items import Cabin
from klimabruecke.footprint.travel_tables.words import meanings, plain

Means: TypeAlias = Literal["flight", "rail", "coach", "taxi", "ferry", "car", "hotel"]

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("jan", "feb", "mae", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"),
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?!\d)")
_NAMED = re.compile(r"(\d{1,2})\.?[ -]?([A-Za-zÄä]{3})[a-zä]*\.?[ -]?(\d{4}|\d{2})(?!\d)")

_BRACKETS = re.compile(r"\([^)]*\)")
_TRAIN = re.compile(r"(ICE|IC|EC|RE|RB|IRE|TGV|RJ|RJX|THA)\s?\d{1,5}")
_FLIGHT = re.compile(r"(?=.?[A-Z])[A-Z0-9]{2}\s?\d{1,4}[A-Z]?")
_AIRLINE = re.compile(r"(?=.?[A-Z])[A-Z0-9]{2}")


def day(text: str) -> date | None:
    """A day with its year. The day stands before the month, as in Germany, South Africa and Namibia."""
    if found := _ISO.search(text):
        year, month, number = map(int, found.groups())
    elif found := _DAY_FIRST.search(text):
        number, month, year = map(int, found.groups())
    elif (found := _NAMED.search(text)) and (name := plain(found[2])[:3]) in _MONTHS:
        number, month, year = int(found[1]), _MONTHS.index(name) % 12 + 1, int(found[3])
    else:
        return None
    try:
        return date(year + 2000 if year < 100 else year, month, number)
    except ValueError:
        return None


def whole(text: str) -> int | None:
    """A number of people, rooms or nights: ``5``, ``5 Pers.``, ``2x``."""
    found = re.fullmatch(r"(\d{1,5})(?:[.,]0)?\s*x?\s*[A-Za-zäöüÄÖÜ.]*", text.strip())
    return int(found[1]) if found and int(found[1]) else None


def kilometres(text: str) -> Decimal | None:
    """A distance, with German or English separators: ``1.234,5 km``, ``1,234.5``, ``350``."""
    digits = re.sub(r"\s|km|KM", "", text)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?|\d+(,\d{1,2})?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d{1,2})?", digits):
        digits = digits.replace(",", "")
    else:
        return None
    try:
        return Decimal(digits) or None
    except InvalidOperation:
        return None


def cabin(text: str) -> Cabin | None:
    found = meanings("cabin").get(plain(_BRACKETS.sub(" ", text)))
    return Cabin(found) if found else None


def means(text: str) -> Means | None:
    """The means of transport a cell names, or the hotel; None where it names several."""
    known, words = meanings("means"), plain(text)
    found = {known[words]} if words in known else {known[word] for word in words.split() if word in known}
    return cast(Means, found.pop()) if len(found) == 1 else None


def carrier(text: str) -> Means | None:
    """What a carrier's name or a flight or train number says about the means of transport."""
    code = text.strip().upper()
    if _TRAIN.fullmatch(code):
        return "rail"
    if found := means(text):
        return found
    if _FLIGHT.fullmatch(code) or (text.strip() == code and _AIRLINE.fullmatch(code)):
        return "flight"
    return "flight" if meanings("airline").keys() & set(plain(text).split()) else None


def both_ways(text: str) -> bool | None:
    """Whether a cell says there and back; a day of return says so too."""
    found = meanings("return").get(plain(text))
    if found is None:
        return True if day(text) else None
    return found == "true"
