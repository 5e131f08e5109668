"""Turns pydantic's findings into field errors in German and English, with a JSON pointer each."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.language import Bilingual
from klimabruecke.core.spellings import words_for

_SENTENCES: dict[str, Bilingual] = {
    "missing": Bilingual("Diese Angabe fehlt.", "This value is missing."),
    "extra_forbidden": Bilingual(
        "Diese Angabe gibt es hier nicht. Prüfen Sie die Schreibweise.",
        "This name is not known here. Check the spelling.",
    ),
    "repeated": Bilingual("Diese Angabe darf nur einmal vorkommen.", "This value may be given only once."),
    "string_type": Bilingual("Erlaubt ist Text.", "Text is accepted."),
    "string_too_long": Bilingual("Höchstens {max_length} Zeichen.", "At most {max_length} characters."),
    "string_too_short": Bilingual("Mindestens {min_length} Zeichen.", "At least {min_length} characters."),
    "greater_than": Bilingual("Der Wert muss größer als {gt} sein.", "The value must be greater than {gt}."),
    "greater_than_equal": Bilingual(
        "Der kleinste erlaubte Wert ist {ge}.", "The smallest accepted value is {ge}."
    ),
    "less_than": Bilingual("Der Wert muss kleiner als {lt} sein.", "The value must be less than {lt}."),
    "less_than_equal": Bilingual("Der größte erlaubte Wert ist {le}.", "The largest accepted value is {le}."),
    "finite_number": Bilingual("Erlaubt ist eine endliche Zahl.", "A finite number is accepted."),
    "int_type": Bilingual("Erlaubt ist eine ganze Zahl.", "A whole number is accepted."),
    "float_type": Bilingual("Erlaubt ist eine Zahl.", "A number is accepted."),
    "bool_type": Bilingual(
        "Erlaubt ist ja oder nein (true oder false).", "Yes or no is accepted (true or false)."
    ),
    "literal_error": Bilingual("Erlaubt ist: {expected}.", "Accepted: {expected}."),
    "enum": Bilingual("Erlaubt ist: {expected}.", "Accepted: {expected}."),
    "union_tag_invalid": Bilingual("Erlaubt ist: {expected_tags}.", "Accepted: {expected_tags}."),
    "union_tag_not_found": Bilingual(
        "Die Angabe „{discriminator}“ fehlt.", "The value “{discriminator}” is missing."
    ),
    "unknown_change": Bilingual(
        "Sagen Sie, was gegenüber der anderen Alternative anders ist: {expected}.",
        "Say what is different from the other alternative: {expected}.",
    ),
    "list_type": Bilingual("Erlaubt ist eine Liste.", "A list is accepted."),
    "too_long": Bilingual("Höchstens {max_length} Einträge.", "At most {max_length} entries."),
    "too_short": Bilingual("Mindestens {min_length} Einträge.", "At least {min_length} entries."),
    "string_too_short_1": Bilingual("Mindestens 1 Zeichen.", "At least 1 character."),
    "string_too_long_1": Bilingual("Höchstens 1 Zeichen.", "At most 1 character."),
    "too_short_1": Bilingual("Mindestens 1 Eintrag.", "At least 1 entry."),
    "too_long_1": Bilingual("Höchstens 1 Eintrag.", "At most 1 entry."),
    "model_attributes_type": Bilingual("Erlaubt ist ein JSON-Objekt.", "A JSON object is accepted."),
    "day_expected": Bilingual(
        "Erlaubt ist ein Tag in der Form JJJJ-MM-TT, zum Beispiel 2026-11-24.",
        "A day in the form YYYY-MM-DD is accepted, such as 2026-11-24.",
    ),
    "day_out_of_range": Bilingual(
        "Erlaubt sind Tage vom {first} bis zum {last}.", "Days from {first} to {last} are accepted."
    ),
    "cursor_unknown": Bilingual(
        "Diese Seitenmarke passt nicht zu Filter und Sortierung. Beginnen Sie auf der ersten Seite.",
        "This page mark does not fit the filter and sorting. Start again at the first page.",
    ),
    "moment_expected": Bilingual(
        "Erlaubt ist ein Zeitpunkt mit Zeitzone, zum Beispiel 2026-11-24T08:00:00Z.",
        "A moment with its time zone is accepted, such as 2026-11-24T08:00:00Z.",
    ),
    "guessable": Bilingual(
        "Dieses Passwort wird zuerst ausprobiert: Es ist verbreitet, ein einfaches Muster oder Ihr Name. "
        "Nehmen Sie zum Beispiel vier zufällige Wörter.",
        "This password is tried first: it is common, a simple pattern or your name. "
        "Take four random words, for example.",
    ),
    "admin_is_for_all": Bilingual(
        "Die Rolle admin gilt immer für alle Städte (*) und alle Bereiche (all).",
        "The role admin is always for all cities (*) and all areas (all).",
    ),
    "unknown_city": Bilingual(
        "Diese Stadt gibt es hier nicht. Wählen Sie eine aus der Liste der Städte, /api/v1/cities.",
        "There is no such city here. Choose one from the list of cities, /api/v1/cities.",
    ),
    "city_repeated": Bilingual("Jede Stadt darf nur einmal vorkommen.", "Each city may be named only once."),
    "unknown_user": Bilingual(
        "Dieses Konto gibt es nicht, oder es ist gesperrt. /colleagues nennt, wer mitarbeitet.",
        "There is no such account, or it is suspended. /colleagues lists who works here.",
    ),
    "deputy_is_oneself": Bilingual(
        "Niemand vertritt sich selbst. Wählen Sie eine andere Person.",
        "Nobody stands in for themselves. Choose another person.",
    ),
    "ends_before_start": Bilingual(
        "Das Ende liegt vor dem Anfang. Erlaubt ist ein Tag ab dem Beginn.",
        "The end lies before the start. A day from the start on is accepted.",
    ),
    "ends_in_the_past": Bilingual(
        "Der letzte Tag ist schon vorbei. Erlaubt ist ein Tag ab heute.",
        "The last day is over. A day from today on is accepted.",
    ),
    "sort_repeated": Bilingual("Jedes Feld wird nur einmal genannt.", "Each field is named only once."),
}
_SAME = {
    "int_parsing": "int_type",
    "int_from_float": "int_type",
    "int_parsing_size": "int_type",
    "integer_expected": "int_type",
    "float_parsing": "float_type",
    "decimal_parsing": "float_type",
    "decimal_type": "float_type",
    "bool_parsing": "bool_type",
    "flag_expected": "bool_type",
    "string_unicode": "string_type",
    "dict_type": "model_attributes_type",
    "model_type": "model_attributes_type",
    "datetime_parsing": "moment_expected",
    "datetime_from_date_parsing": "moment_expected",
    "timezone_aware": "moment_expected",
    "date_type": "day_expected",
    "date_parsing": "day_expected",
    "date_from_datetime_parsing": "day_expected",
    "date_from_datetime_inexact": "day_expected",
}
_OTHERWISE = Bilingual(
    "Dieser Wert ist hier nicht zulässig. Die Beschreibung steht in /api/v1/openapi.json.",
    "This value is not accepted here. It is described in /api/v1/openapi.json.",
)


def sentence(code: str, context: Mapping[str, Any] | None = None) -> Bilingual:
    """The sentence for a rule, filled from pydantic's context (limits, never the input)."""
    given = context or {}
    if code == "string_pattern_mismatch":
        return words_for(str(given.get("pattern", "")))
    limits = given.get("min_length"), given.get("max_length")
    of_one = _SENTENCES.get(f"{code}_1") if 1 in limits else None
    template = of_one or _SENTENCES.get(_SAME.get(code, code), _OTHERWISE)
    try:
        return template.fill(**{name: _readable(value) for name, value in given.items()})
    except KeyError:
        return _OTHERWISE


def refused(pointer: str, code: str, **values: object) -> Invalid:
    """422 at one place of the body, with a sentence all domains share."""
    return Invalid(FieldError(pointer, code, sentence(code, values)))


_QUOTED = re.compile(r"'([^']*)'")


def _readable(value: Any) -> Any:
    """pydantic lists choices in English (``'a', 'b' or 'c'``); the plain list reads the same in both."""
    if isinstance(value, str) and (choices := _QUOTED.findall(value)):
        return ", ".join(choices)
    # Years are limits too, and nobody writes a year with a separator.
    return str(value) if isinstance(value, int) and abs(value) < 10_000 else value


_MEANT_FIELD = {"unknown_change": "change"}
"""pydantic names the object where the field that tells its kind is missing or wrong."""


def field_errors(findings: Sequence[Mapping[str, Any]], body: Any = None) -> list[FieldError]:
    """At most a hundred field errors; more would help nobody."""
    return [_field_error(finding, body) for finding in findings[:100]]


def _field_error(finding: Mapping[str, Any], body: Any) -> FieldError:
    code, context = str(finding["type"]), finding.get("ctx") or {}
    if code == "value_error":
        # Our own validators raise ValueError("code"): the code is the message.
        code = str(context.get("error", code))
    where, *steps = finding["loc"]
    if code in _MEANT_FIELD:
        steps.append(_MEANT_FIELD[code])
    if where == "body":
        return FieldError(pointer(_without_tags(steps, body)), code, sentence(code, context))
    return FieldError(pointer([where, *steps]), code, sentence(code, context))


def pointer(steps: Sequence[str | int]) -> str:
    """RFC 6901; at most 2,000 characters, whatever a client called its fields."""
    return "".join("/" + str(step)[:200].replace("~", "~0").replace("/", "~1") for step in steps)[:2000]


TAG_FIELDS = ("type", "change")
UNTAGGED = "untagged"
"""The tag of a union's member that carries none of its own."""


def _without_tags(steps: Sequence[str | int], body: Any) -> list[str | int]:
    """pydantic puts the tag of a union into the path (``items/0/flight/to``); JSON has no such step."""
    path: list[str | int] = []
    here, may_be_tag = body, True
    for step in steps:
        if may_be_tag and isinstance(here, dict) and step in (UNTAGGED, *map(here.get, TAG_FIELDS)):
            may_be_tag = False  # the next one is a field, though it may be called the same
            continue
        path.append(step)
        here, may_be_tag = _child(here, step), True
    return path


def _child(here: Any, step: str | int) -> Any:
    try:
        return here[step]
    except (KeyError, IndexError, TypeError):
        return None
