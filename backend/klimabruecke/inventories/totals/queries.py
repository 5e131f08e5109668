"""What published inventories add up to, read from the rollups."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, ColumnElement, Connection, cast, func, select
from sqlmodel import col

from klimabruecke.calc import inventory as calc
from klimabruecke.cities.queries import states
from klimabruecke.core.changes import counted, table_of
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.validation import sentence
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.inventories.refusals import refused
from klimabruecke.inventories.schemas import SETS
from klimabruecke.inventories.totals.groups import Group, Measured
from klimabruecke.inventories.totals.schemas import EmissionTotalQuery
from klimabruecke.inventories.totals.tables import EmissionRollup, PublishedTotal
from klimabruecke.reference.queries import gwp_sets

_FIELDS = {
    "city": "city_id",
    "year": "year",
    "sector": "sector",
    "scope": "scope",
    "gas": "gas",
    "inventory": "inventory_id",
}
_ALWAYS = ("standard", "kind")
_COARSE = {"city", "year", "sector", "inventory"}
_AMOUNTS = [f"{name}_kg" for name in calc.MEASURES]
_FACTS = ("inventory_id", "gwp_set", "demo")
MOST = 20_000
"""Groups in an answer; whoever wants more asks by city or year."""

Bucket: TypeAlias = tuple[Any, ...]
Groups: TypeAlias = dict[Bucket, Group]


def counter(connection: Connection) -> int:
    """What moves with every change of the totals, of what is published and of the potentials."""
    return counted(connection, ["inventory", "emission_rollup", "published_total", "gwp_value", "city"])


def emission_totals(connection: Connection, query: EmissionTotalQuery) -> list[dict[str, Any]]:
    """The sums of every group that has published amounts, in the shape of ``EmissionTotalOut``.

    Where cities are added up, a state that contains some of them is left out.
    """
    by = query.by.split(",")
    if len(set(by)) < len(by):
        raise Invalid(FieldError("/query/by", "sort_repeated", sentence("sort_repeated")))
    is_coarse = query.gwp == "reported" and query.scope is None and query.gas is None and set(by) <= _COARSE
    found = _coarse(connection, query, by) if is_coarse else _fine(connection, query, by)
    if len(found) > MOST:
        raise refused("/query/by", "too_many_totals", most=MOST)
    return found


def _keys(by: Sequence[str]) -> list[str]:
    return [*(_FIELDS[name] for name in by), *_ALWAYS]


def _coarse(connection: Connection, query: EmissionTotalQuery, by: Sequence[str]) -> list[dict[str, Any]]:
    """From a row for each sector; what is of one inventory is added up by the database alone."""
    table = table_of(PublishedTotal)
    keys = [table.c[name] for name in _keys(by)]
    amounts = [cast(func.sum(table.c[name]), BigInteger).label(name) for name in _AMOUNTS]
    facts = [table.c.gwp_set.label("of_gwp_set"), table.c.demo.label("of_demo")]
    inventory_id = table.c.inventory_id.label("of_inventory_id")
    rows = select(*keys, *facts, *amounts, inventory_id).where(*_conditions(connection, table, query, by))
    if _COARSE - {"inventory"} <= set(by):
        rows = rows.with_only_columns(*keys, *facts, *(table.c[name] for name in _AMOUNTS), inventory_id)
    else:
        rows = rows.group_by(*keys, *facts, inventory_id)
    found = connection.execute(rows.order_by(*keys)).all()
    if {"city", "year"} <= set(by) or "inventory" in by:
        return _each_alone(found, by)
    groups: Groups = {}
    for row in found:
        group = groups.setdefault(tuple(row[: len(keys)]), Group())
        group.count(row.of_inventory_id, row.of_gwp_set, row.of_demo)
        given = zip(calc.MEASURES, row[-len(_AMOUNTS) - 1 : -1], strict=True)
        group.add({measure: kg for measure, kg in given if kg is not None})
    return _documents(connection, groups, by)


def _each_alone(rows: Sequence[Any], by: Sequence[str]) -> list[dict[str, Any]]:
    """Groups of one inventory each, of which only one is published for a city, year, standard and kind."""
    named = [*_keys(by), "gwp_set", "demo", *_AMOUNTS]
    absent = [name for name in _FIELDS.values() if name not in named]
    names = [*named, *absent, "inventories", "reasons"]
    rest = (*(None for _ in absent), 1, ())
    return [dict(zip(names, (*row[:-1], *rest), strict=True)) for row in rows]


def _fine(connection: Connection, query: EmissionTotalQuery, by: Sequence[str]) -> list[dict[str, Any]]:
    """Cell by cell, because each is expressed by the set of potentials and rounded on its own."""
    sets = gwp_sets(connection)
    named = SETS[query.gwp]
    wanted = sets[named] if named else None
    groups: Groups = {}
    for row in _cells(connection, query, by):
        group = groups.setdefault(tuple(getattr(row, name) for name in _keys(by)), Group())
        group.count(row.inventory_id, row.gwp_set, row.demo)
        cell = calc.Cell(row.sector, row.scope, row.counts_in, row.gas, bool(row.weighed))
        measures = calc.measures_of(row.counts_in)
        try:
            kg = calc.co2e_kg(cell, int(row.amount_kg), sets.get(row.gwp_set), wanted)
        except calc.Unweighable as refusal:
            group.withhold(measures, refusal.reason)
        else:
            group.add(dict.fromkeys(measures, kg))
    return _documents(connection, groups, by)


def _cells(connection: Connection, query: EmissionTotalQuery, by: Sequence[str]) -> Any:
    table = table_of(EmissionRollup)
    inventory = [col(getattr(Inventory, name)) for name in (*_ALWAYS, "gwp_set", "demo")]
    rows = (
        select(*table.c, *inventory)
        .join(Inventory, col(Inventory.id) == table.c.inventory_id)
        .where(
            col(Inventory.status) == "published",
            col(Inventory.deleted_at).is_(None),
            *_conditions(connection, table, query, by),
        )
    )
    for name in _ALWAYS:
        if (value := getattr(query, name)) is not None:
            rows = rows.where(getattr(Inventory, name) == value)
    return connection.execute(rows)


def _conditions(
    connection: Connection, table: Any, query: EmissionTotalQuery, by: Iterable[str]
) -> list[ColumnElement[bool]]:
    columns = table.c
    equal: dict[str, Any] = {"city_id": query.city, "year": query.year, "sector": query.sector}
    equal |= {"standard": query.standard, "kind": query.kind, "scope": query.scope, "gas": query.gas}
    given = {name: value for name, value in equal.items() if value is not None and name in columns}
    found: list[ColumnElement[bool]] = [columns[name] == value for name, value in given.items()]
    if query.year_min is not None:
        found.append(columns.year >= query.year_min)
    if query.year_max is not None:
        found.append(columns.year <= query.year_max)
    if query.city is None and not {"city", "inventory"} & set(by):
        found.append(columns.city_id.not_in(states(connection)))
    return found


def _documents(connection: Connection, groups: Groups, by: Sequence[str]) -> list[dict[str, Any]]:
    measured = _measured(connection)
    return [{**_named(by, bucket), **groups[bucket].document(measured)} for bucket in sorted(groups)]


def _measured(connection: Connection) -> Measured:
    """Which totals each published inventory has."""
    table = table_of(PublishedTotal)
    counts = [func.count(table.c[name]) for name in _AMOUNTS]
    rows = connection.execute(select(table.c.inventory_id, *counts).group_by(table.c.inventory_id))
    return {
        row[0]: frozenset(name for name, count in zip(calc.MEASURES, row[1:], strict=True) if count)
        for row in rows
    }


def _named(by: Sequence[str], bucket: Bucket) -> dict[str, Any]:
    values: dict[str, Any] = dict.fromkeys(_FIELDS.values())
    values |= zip(_keys(by), bucket, strict=True)
    return {**values, "scope": values["scope"] or None}
