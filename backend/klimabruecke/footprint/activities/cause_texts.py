"""Why plan and actual differ, in sentences of both languages."""

from collections.abc import Mapping

from klimabruecke.calc.deviation import Cause
from klimabruecke.calc.errors import Parameter
from klimabruecke.core.language import Bilingual
from klimabruecke.footprint.texts import filled

TYPES: Mapping[str, Bilingual] = {
    "flight": Bilingual("Flug", "flight"),
    "rail": Bilingual("Bahn", "train"),
    "coach": Bilingual("Reisebus", "coach"),
    "taxi": Bilingual("Taxi", "taxi"),
    "ferry": Bilingual("Fähre", "ferry"),
    "car": Bilingual("Auto", "car"),
    "electricity": Bilingual("Strom", "electricity"),
    "heat": Bilingual("Wärme", "heat"),
    "meal": Bilingual("Essen", "meals"),
    "video": Bilingual("Videokonferenz", "video conference"),
    "freight": Bilingual("Transport", "freight"),
    "material": Bilingual("Beschaffung", "purchase"),
    "print": Bilingual("Druck", "print"),
    "rounding": Bilingual("Rundung auf ganze Gramm", "rounding to whole grams"),
}
CABINS: Mapping[str, str] = {
    "economy": "Economy",
    "premium": "Premium Economy",
    "business": "Business",
    "first": "First",
}

SENTENCES: Mapping[str, Bilingual] = {
    "travellers": Bilingual("Reisende: {after} statt {before}", "Travellers: {after} instead of {before}"),
    "cars": Bilingual("Autos: {after} statt {before}", "Cars: {after} instead of {before}"),
    "route": Bilingual(
        "Andere Strecke ({type}): {after} statt {before}",
        "Another route ({type}): {after} instead of {before}",
    ),
    "country": Bilingual(
        "{after} ({type}): mit einem anderen Land gerechnet", "{after} ({type}): counted in another country"
    ),
    "means": Bilingual("{way}: {after} statt {before}", "{way}: {after} instead of {before}"),
    "fuel": Bilingual("{way}: Auto mit anderem Antrieb", "{way}: car with another drive"),
    "class": Bilingual("{way}: {after} statt {before}", "{way}: {after} instead of {before}"),
    "mix": Bilingual(
        "{way}: andere Verteilung auf die Klassen ({after})", "{way}: cabins divided otherwise ({after})"
    ),
    "nights": Bilingual(
        "Zimmernächte ({country}): {after} statt {before}",
        "Room nights ({country}): {after} instead of {before}",
    ),
    "added": Bilingual("Dazugekommen: {what}", "Added: {what}"),
    "dropped": Bilingual("Weggefallen: {what}", "Left out: {what}"),
    "other_items": Bilingual("Anders als geplant: {what}", "Other than planned: {what}"),
    "factors": Bilingual(
        "Andere Emissionsfaktoren als bei der Planung", "Other emission factors than when it was planned"
    ),
    "method": Bilingual(
        "Andere Rechenmethode als bei der Planung", "Another method of calculation than when it was planned"
    ),
}
ROOM_NIGHTS = Bilingual("Zimmernächte: {nights} ({country})", "room nights: {nights} ({country})")


def sentence(cause: Cause) -> Bilingual:
    """The cause in words; how many kilograms it makes stands beside it."""
    given = cause.parameters
    words: dict[str, Bilingual] = {name: _word(name, value) for name, value in given.items()}
    if cause.code in ("added", "dropped", "other_items"):
        words["what"] = _what(given, words)
    template = SENTENCES[_variant(cause)]
    return Bilingual(
        template.de.format(**{name: word.de for name, word in words.items()}),
        template.en.format(**{name: word.en for name, word in words.items()}),
    )


def _variant(cause: Cause) -> str:
    """Where before and after read the same, what differs is something else."""
    same = cause.parameters.get("before") == cause.parameters.get("after")
    if cause.code == "travellers":
        return "cars" if cause.parameters["unit"] == "car" else "travellers"
    if same and cause.code in ("route", "means", "class"):
        return {"route": "country", "means": "fuel", "class": "mix"}[cause.code]
    return cause.code


def _what(given: Mapping[str, Parameter], words: Mapping[str, Bilingual]) -> Bilingual:
    if given["type"] == "hotel":
        return filled(ROOM_NIGHTS, given)
    if "way" not in given:
        return words["type"]
    return Bilingual(*(f"{kind} {way}" for kind, way in zip(words["type"], words["way"], strict=True)))


def _word(name: str, value: Parameter) -> Bilingual:
    """A parameter as people read it: places by their codes, means and cabins by their names."""
    if isinstance(value, tuple):
        return _words(value)
    if isinstance(value, float):
        return filled(Bilingual("{km} km", "{km} km"), {"km": value})
    if name == "type":
        return TYPES.get(str(value), _same(str(value)))
    return filled(Bilingual("{it}", "{it}"), {"it": value})


def _words(values: tuple[str, ...]) -> Bilingual:
    if all(each in TYPES for each in values):
        kinds = [TYPES[each] for each in values]
        return Bilingual(", ".join(kind.de for kind in kinds), ", ".join(kind.en for kind in kinds))
    if all(each in CABINS for each in values):
        return _same(", ".join(CABINS[each] for each in values))
    return _same("–".join(_place(each) for each in values))


def _place(code: str) -> str:
    """An airport by its code, a city by its name: the id of a city here is its name in small letters."""
    return code if code.isupper() else code.title()


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)
