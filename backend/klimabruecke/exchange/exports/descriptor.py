"""The description of a data package, by Frictionless Data Package 1 and Table Schema 1."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

Json = dict[str, Any]
TITLE = "Klimabrücke: climate data of cities that work together"
DESCRIPTION = (
    "Cities, greenhouse gas inventories and their lines, climate targets, measures and their uptake, each row"
    " with its source and how it was established: `recalled` is not yet proven and must be shown as such. An"
    " empty cell is not known, never zero. Amounts are kilograms. A text that a spreadsheet would run as a"
    " formula has an apostrophe before it. Lines of one series id make a line over the years; those of two"
    " never do."
)
FOREIGN = {"emissions": ("inventory_id", "inventories")}
"""Tables all rows of which name one of another table of the package."""
_TYPES = {
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "array": "array",
    "object": "object",
}
_FORMATS = {"date": {"type": "date"}, "date-time": {"type": "datetime", "format": "any"}}


def descriptor(city: str | None, resources: Sequence[Json], sources: Iterable[Any]) -> Json:
    """``sources`` are those the rows name; the licences are theirs."""
    named = list(sources)
    licences = sorted({source.licence for source in named if source.licence})
    return {
        "profile": "tabular-data-package",
        "name": f"klimabruecke-{city.lower()}" if city else "klimabruecke",
        "title": TITLE,
        "description": DESCRIPTION,
        "licenses": [{"name": _name(licence), "title": licence} for licence in licences],
        "sources": [_source(source) for source in named],
        "resources": list(resources),
    }


def resource(name: str, out: type[BaseModel], columns: Sequence[str], file: Json) -> Json:
    """A table of the package with the meaning of its columns, taken from what its rows are."""
    schema = out.model_json_schema(mode="serialization")
    fields = [_field(column, schema["properties"][column], schema.get("$defs", {})) for column in columns]
    foreign = FOREIGN.get(name)
    keys = (
        {"foreignKeys": [{"fields": foreign[0], "reference": {"resource": foreign[1], "fields": "id"}}]}
        if foreign
        else {}
    )
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "description": re.sub(r"\s+", " ", out.__doc__ or "").strip(),
        **file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {"fields": fields, "missingValues": [""], "primaryKey": "id", **keys},
    }


def _field(name: str, described: Json, shared: Mapping[str, Json]) -> Json:
    choices = [_resolved(one, shared) for one in described.get("anyOf", [described])]
    nullable = any(choice.get("type") == "null" for choice in choices)
    value = next(choice for choice in choices if choice.get("type") != "null")
    field = {"name": name, **_type(value), "description": described.get("description", "")}
    constraints: Json = {} if nullable else {"required": True}
    if "enum" in value:
        constraints["enum"] = value["enum"]
    return {**field, **({"constraints": constraints} if constraints else {})}


def _type(value: Json) -> Json:
    return _FORMATS.get(value.get("format", "")) or {"type": _TYPES.get(value.get("type", ""), "string")}


def _resolved(described: Json, shared: Mapping[str, Json]) -> Json:
    reference = described.get("$ref")
    return shared[reference.rpartition("/")[2]] if reference else described


def _name(licence: str) -> str:
    return re.sub(r"[^A-Za-z0-9._]+", "-", licence).strip("-")[:80] or "licence"


def _source(source: Any) -> Json:
    title = ", ".join(filter(None, (source.publisher, source.title)))
    is_address = bool(source.locator) and re.fullmatch(r"https?://\S+", source.locator) is not None
    return {"title": title, **({"path": source.locator} if is_address else {})}
