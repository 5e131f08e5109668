"""Statements compiled once per shape: which filters are set, which sort, whether a cursor is given.

Values never enter a statement, only bind parameters do; so the number of statements is the number of shapes,
and a request costs a dictionary look-up instead of building and compiling SQL.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Select,
    and_,
    bindparam,
    case,
    false,
    func,
    literal_column,
    or_,
    select,
    tuple_,
)

from klimabruecke.core.prepared import Statement, compiled

Filter = Callable[[Any], ColumnElement[bool]]


@dataclass(frozen=True)
class Key:
    """One sort key; ``kind`` is the Python type its values have in a cursor."""

    name: str
    column: ColumnElement[Any]
    kind: type
    descending: bool
    nullable: bool


@dataclass(frozen=True)
class Shape:
    """What decides the text of a statement: filter names with their number of values (0: a single value),
    sort keys, and for a cursor which of its values are null."""

    filters: tuple[tuple[str, int], ...]
    keys: tuple[Key, ...]
    nulls: tuple[bool, ...] | None
    limited: bool
    counting: bool = False


def compile_statement(
    base: Select[Any], filters: Mapping[str, Filter], shape: Shape, dialect: Dialect
) -> Statement:
    statement = base
    for name, count in shape.filters:
        values = bindparam(name) if count == 0 else [bindparam(f"{name}_{place}") for place in range(count)]
        statement = statement.where(filters[name](values))
    if shape.counting:
        return compiled(select(func.count()).select_from(statement.subquery()), dialect)
    statement = statement.add_columns(
        *(key.column.label(f"key_{place}") for place, key in enumerate(shape.keys))
    )
    if shape.nulls is not None:
        statement = statement.where(_after(shape.keys, shape.nulls))
    statement = statement.order_by(*_order(shape.keys))
    if shape.limited:
        statement = statement.limit(bindparam("page_size"))
    return compiled(statement, dialect)


def compile_record(base: Select[Any], counter: str, dialect: Dialect) -> Statement:
    """The statement that finds one record by ``record_id``; its last column is what ``counter`` counts."""
    found = base.where(base.selected_columns["id"] == bindparam("record_id"))
    return compiled(found.add_columns(literal_column(f"({counter})").label("counted")), dialect)


def _order(keys: Sequence[Key]) -> list[ColumnElement[Any]]:
    """Nulls stand last whichever way a column is sorted, on both databases alike."""
    order: list[ColumnElement[Any]] = []
    for key in keys:
        if key.nullable:
            order.append(case((key.column.is_(None), 1), else_=0))
        order.append(key.column.desc() if key.descending else key.column.asc())
    return order


def _after(keys: Sequence[Key], nulls: Sequence[bool]) -> ColumnElement[bool]:
    """Rows behind the cursor in the total order of the keys."""
    binds = [bindparam(f"key_{place}", type_=key.column.type) for place, key in enumerate(keys)]
    if not any(key.nullable or key.descending for key in keys):
        return tuple_(*(key.column for key in keys)) > tuple_(*binds)
    branches = []
    for place, key in enumerate(keys):
        equal = [_same(keys[earlier], binds[earlier], nulls[earlier]) for earlier in range(place)]
        branches.append(and_(*equal, _beyond(key, binds[place], nulls[place])))
    return or_(*branches)


def _same(key: Key, bind: ColumnElement[Any], is_null: bool) -> ColumnElement[bool]:
    return key.column.is_(None) if is_null else key.column == bind


def _beyond(key: Key, bind: ColumnElement[Any], is_null: bool) -> ColumnElement[bool]:
    if is_null:
        return false()
    further = key.column < bind if key.descending else key.column > bind
    return or_(further, key.column.is_(None)) if key.nullable else further
