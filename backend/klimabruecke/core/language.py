"""German and English: which one a request wants, and sentences that exist in both."""

from typing import Literal, NamedTuple

from starlette.requests import HTTPConnection

Language = Literal["de", "en"]


class Bilingual(NamedTuple):
    """One sentence in both languages, each written in its own right."""

    de: str
    en: str

    def in_(self, language: Language) -> str:
        return self.de if language == "de" else self.en

    def fill(self, **values: object) -> "Bilingual":
        return Bilingual(self.de.format(**values), self.en.format(**values))


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
