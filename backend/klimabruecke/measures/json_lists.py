"""Conditions over the small lists that rows keep as canonical JSON."""

from typing import Any

from sqlalchemy import ColumnElement, String, literal, type_coerce

from klimabruecke.core.listing.search import position


def names(column: Any, word: Any) -> ColumnElement[bool]:
    """True where the list in a column holds the word; words stand in quotes, a part is no match."""
    text, wanted = type_coerce(column, String), type_coerce(word, String)
    return position("position", text, literal('"') + wanted + literal('"')) > 0
