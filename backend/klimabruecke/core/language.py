"""German and English: which one a request wants, and sentences that exist in both."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from starlette.requests import HTTPConnection

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = ("de", "en")


class Bilingual(NamedTuple):
    """One sentence in both languages, each written in its own right."""

    de: str
    en: str

    def in_(self, language: Language) -> str:
        return self.de if language == "de" else self.en

    def fill(self, **values: object) -> "Bilingual":
        """The sentence with numbers and days written as each language writes them."""
        return Bilingual(
            self.de.format(**{name: written(value, "de") for name, value in values.items()}),
            self.en.format(**{name: written(value, "en") for name, value in values.items()}),
        )


def written(value: object, language: Language) -> str:
    """A value as people read it: `1.234,5` and `1,234.5`, `1. Mai 2026` and `1 May 2026`."""
    if isinstance(value, date):
        german = f"{value.day}. {_MONTHS[value.month - 1]} {value.year}"
        return german if language == "de" else f"{value.day} {value:%B} {value.year}"
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return str(value)
    number = f"{value:,.3f}".rstrip("0").rstrip(".")
    return number.translate(_GERMAN_SIGNS) if language == "de" else number


_GERMAN_SIGNS = str.maketrans(",.", ".,")
_MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def preferred_language(connection: HTTPConnection) -> Language:
    """The better liked of German and English by ``Accept-Language``; German where neither is named."""
    header = connection.headers.get("accept-language")
    if not header:
        return "de"
    weights = {"de": 0.0, "en": 0.0}
    any_other = 0.0
    for choice in header[:200].split(","):
        tag, _, parameters = choice.partition(";")
        primary = tag.strip().lower().partition("-")[0]
        weight = _quality(parameters)
        if primary in weights:
            weights[primary] = max(weights[primary], weight)
        elif primary == "*":
            any_other = weight
    german, english = weights["de"] or any_other, weights["en"]
    return "en" if english > german else "de"


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0
