"""Actions as Kausal Watch gives them (REST v1, ``/v1/plan/<plan>/actions/``), read as measures.

Statuses and categories are numbers of the plan. A feed may bring what they stand for along, as lists beside
``results`` (``action_statuses``, ``categories``, ``implementation_phases``, ``organizations`` with ``id`` and
``identifier`` or ``name``); what is not resolved is asked. People are never taken over.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from klimabruecke.exchange.imports.reading import Place
from klimabruecke.exchange.imports.resources.records import ReadRow, Words

SECTOR_TYPES = ("sector", "sektor", "handlungsfeld", "field_of_action", "action_field", "theme")
NO_WORD = "-"
"""What actions are asked about that say nothing: ``sector:-`` is the field of work of those without one."""
NOT_TAKEN = (
    *("contact_persons", "implementation_phase", "schedule", "related_actions", "decision_level"),
    *("choice_attributes", "choice_with_text_attributes", "numeric_value_attributes", "text_attributes"),
    *("rich_text_attributes", "category_choice_attributes"),
)
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</(?:p|li|h\d|div)>|<br\s*/?>", re.IGNORECASE)
_GOAL = re.compile(r"\d{1,2}")
MOST_LEAD, MOST_TEXT, MOST_SHORT = 1000, 4000, 200


def actions_of(feed: Any) -> list[dict[str, Any]] | None:
    """The actions of a feed; None where it is none."""
    found = feed.get("results") if isinstance(feed, dict) else feed
    if not isinstance(found, list) or not found:
        return None
    is_one = all(isinstance(one, dict) and {"identifier", "name", "status"} <= one.keys() for one in found)
    return found if is_one else None


def left_out(actions: list[dict[str, Any]]) -> list[str]:
    """The names of what the feed says and this house has no place for."""
    return [name for name in NOT_TAKEN if any(action.get(name) for action in actions)]


def read(feed: Any, words: Words, language: str) -> Iterator[ReadRow]:
    """A row for each action, numbered as they come; texts are in the language of the plan."""
    actions = actions_of(feed) or []
    lookups = {
        name: _lookup(feed, name)
        for name in ("action_statuses", "categories", "implementation_phases", "organizations")
    }
    by_id = {action.get("id"): action for action in actions}
    for number, action in enumerate(actions, start=1):
        yield _row(number, action, lookups, by_id, words, language)


def _lookup(feed: Any, name: str) -> dict[Any, str]:
    rows = feed.get(name, []) if isinstance(feed, dict) else []
    entries = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return {row.get("id"): str(row.get("identifier") or row.get("name") or "") for row in entries}


def _row(
    number: int,
    action: Mapping[str, Any],
    lookups: Mapping[str, dict[Any, str]],
    by_id: Mapping[Any, Mapping[str, Any]],
    words: Words,
    language: str,
) -> ReadRow:
    place = Place("actions", number)
    kept = action.get("merged_with") or action.get("superseded_by")
    given = {
        "identifier": _text(action.get("identifier"), MOST_SHORT),
        f"title_{language}": _text(action.get("name"), MOST_SHORT),
        f"lead_{language}": _text(action.get("lead_paragraph"), MOST_LEAD),
        f"description_{language}": _text(action.get("description"), MOST_TEXT),
        f"status_reason_{language}": _text(action.get("manual_status_reason"), MOST_LEAD),
        "status": _status(action, lookups["action_statuses"], words, place),
        "status_as_read": lookups["action_statuses"].get(action.get("status")),
        "sector": _sector(action, lookups["categories"], words, place),
        "action_type": words.meaning("action_type", NO_WORD, place),
        "completion_pct": action.get("completion"),
        "starts_year": _year(action.get("start_date")),
        "ends_year": _year(action.get("end_date")),
        "is_continuous": action.get("schedule_continuous") is True or None,
        "sdgs": _goals(action, lookups["categories"]),
        "replaced_by": by_id.get(kept, {}).get("identifier"),
        **_units(action, lookups["organizations"], language),
    }
    return ReadRow(place, {name: value for name, value in given.items() if value not in (None, "", [])})


def _status(action: Mapping[str, Any], names: Mapping[Any, str], words: Words, place: Place) -> str | None:
    """What was merged or superseded says so itself; everything else by its status."""
    if action.get("merged_with"):
        return "merged"
    if action.get("superseded_by"):
        return "superseded"
    number = action.get("status")
    return words.meaning("status", NO_WORD if number is None else str(number), place, names.get(number))


def _sector(action: Mapping[str, Any], names: Mapping[Any, str], words: Words, place: Place) -> str | None:
    categories = action.get("categories")
    found = categories if isinstance(categories, dict) else {}
    number = next((found[kind] for kind in SECTOR_TYPES if found.get(kind)), None)
    number = number[0] if isinstance(number, list) else number
    return words.meaning("sector", NO_WORD if number is None else str(number), place, names.get(number))


def _goals(action: Mapping[str, Any], names: Mapping[Any, str]) -> list[int]:
    categories = action.get("categories")
    numbers = categories.get("sdg") if isinstance(categories, dict) else None
    found = [_GOAL.search(names.get(one, "")) for one in numbers] if isinstance(numbers, list) else []
    return sorted({int(match[0]) for match in found if match})


def _units(action: Mapping[str, Any], names: Mapping[Any, str], language: str) -> dict[str, str]:
    """Organisations by name where the feed tells it: the first is responsible, the others take part."""
    parties = action.get("responsible_parties")
    known = [one for one in parties if isinstance(one, dict)] if isinstance(parties, list) else []
    primary = [
        name for one in known if one.get("role") == "primary" and (name := names.get(one.get("organization")))
    ]
    others = [
        name for one in known if one.get("role") != "primary" and (name := names.get(one.get("organization")))
    ]
    return {
        f"responsible_unit_{language}": "; ".join(primary)[:MOST_SHORT],
        f"partners_{language}": "; ".join(others)[:MOST_LEAD],
    }


def _text(said: Any, most: int) -> str | None:
    """The words of a text that may be HTML: a line for each block, no tags."""
    if not isinstance(said, str):
        return None
    lines = html.unescape(_TAG.sub("", _BLOCK.sub("\n", said))).split("\n")
    return "\n".join(line for each in lines if (line := " ".join(each.split())))[:most]


def _year(said: Any) -> int | None:
    return int(said[:4]) if isinstance(said, str) and said[:4].isdigit() else None
