"""Conditions and columns lists here share."""

from typing import Any

from sqlalchemy import ColumnElement, Float, Label, String, cast, literal, type_coerce

from klimabruecke.core.listing.search import position


def names_city(column: Any, city: Any) -> ColumnElement[bool]:
    """True where the canonical JSON of a column names the city; ids stand in quotes, a part is no match."""
    text, wanted = type_coerce(column, String), type_coerce(city, String)
    return position("position", text, literal('"') + wanted + literal('"')) > 0


def kilograms(grams: Any, name: str) -> Label[Any]:
    """A column of grams as kilograms under a name; null stays null."""
    return (cast(grams, Float) / 1000).label(name)
