"""What the columns of a travel agency's table are called, in German and English."""

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias, cast, get_args

from klimabruecke.footprint.travel_tables.words import meanings, plain

Field: TypeAlias = Literal[
    "date",
    "until",
    "from",
    "to",
    "route",
    "means",
    "class",
    "travellers",
    "name",
    "carrier",
    "number",
    "return",
    "distance_km",
    "hotel",
    "place",
    "country",
    "nights",
    "rooms",
]
FIELDS: tuple[Field, ...] = get_args(Field)

_BESIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def fields_of(headings: Sequence[str]) -> tuple[Field | None, ...]:
    """A field for each heading, None for those that are not known. A field is one column: the first one."""
    seen: set[Field] = set()
    found: list[Field | None] = []
    for heading in headings:
        field = _field(heading)
        if field == "date" and field in seen and plain(heading) in ("abreise", "arrival date"):
            field = "until"
        found.append(None if field in seen else field)
        if field is not None:
            seen.add(field)
    return tuple(found)


def _field(heading: str) -> Field | None:
    """By the whole heading, else without what stands in brackets or behind its last word IATA."""
    known = meanings("heading")
    for text in (plain(heading), plain(_BESIDE.sub(" ", heading))):
        for name in (text, text.removesuffix(" code").removesuffix(" iata")):
            if name in known:
                return cast(Field, known[name])
    return None
