"""What the activities add up to, read from the rollups."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, func, select
from sqlmodel import col

from klimabruecke.calc.amounts import kilograms
from klimabruecke.calc.uncertainty import Group, Range, total_range
from klimabruecke.core.changes import table_of
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.tables import ResourceCounter
from klimabruecke.core.validation import sentence
from klimabruecke.footprint.refusals import refused
from klimabruecke.footprint.totals.schemas import FootprintTotalQuery
from klimabruecke.footprint.totals.tables import ALL, NOT_NAMED, ActivityTotal, FootprintGroupTotal

_COLUMNS = {
    "year": "year",
    "city": "city_id",
    "kind": "kind",
    "project": "project_id",
    "status": "status",
    "programme": "programme_id",
    "traveller_kind": "traveller_kind",
    "paid_by": "paid_by",
}
_INSIDE = ("city", "traveller_kind", "paid_by")
"""What can differ inside one activity."""
_NON_CO2 = ("low", "central", "high")

MOST = 10_000
"""Groups in an answer; whoever wants more asks by year or project."""

Bucket: TypeAlias = tuple[str | int, ...]


def counter(connection: Connection) -> int:
    """What moves with every change of the totals."""
    moved = select(col(ResourceCounter.counter)).where(
        col(ResourceCounter.resource) == ActivityTotal.__tablename__
    )
    return connection.execute(moved).scalar() or 0


def footprint_totals(connection: Connection, query: FootprintTotalQuery) -> list[dict[str, Any]]:
    """The totals of every group that has activities, in the shape of ``FootprintTotalOut``."""
    by = query.by.split(",")
    if len(set(by)) < len(by):
        raise Invalid(FieldError("/query/by", "sort_repeated", sentence("sort_repeated")))
    counts = _counts(connection, query, by)
    groups = _groups(connection, query, by)
    return [
        {
            **_named(by, bucket),
            **_amounts(groups[bucket]),
            "activities": int(found.activities),
            "travellers": int(found.travellers) or None,
            "demo": found.demo_activities > 0,
        }
        for bucket, found in counts
    ]


def _counts(
    connection: Connection, query: FootprintTotalQuery, by: Sequence[str]
) -> list[tuple[Bucket, Any]]:
    """Activities by bucket; each once, however many groups of travellers it has in the bucket."""
    table = table_of(ActivityTotal)
    columns = [table.c[_COLUMNS[name]] for name in by]
    sums = [func.sum(table.c[name]).label(name) for name in ("activities", "demo_activities", "travellers")]
    rows = select(*columns, *sums).where(*_conditions(table, query))
    for name in _INSIDE:
        if getattr(query, name) is None:
            column = table.c[_COLUMNS[name]]
            rows = rows.where(column != ALL if name in by else column == ALL)
    found = connection.execute(rows.group_by(*columns).order_by(*columns).limit(MOST + 1)).all()
    if len(found) > MOST:
        raise refused("/query/by", "too_many_totals", most=MOST)
    return [(tuple(row[: len(by)]), row) for row in found]


def _groups(
    connection: Connection, query: FootprintTotalQuery, by: Sequence[str]
) -> dict[Bucket, list[tuple[Group, Range]]]:
    table = table_of(FootprintGroupTotal)
    columns = [table.c[_COLUMNS[name]] for name in by]
    group = [table.c.item_type, table.c.factor_id]
    names = ("ghg_g", "uncertainty_g", *(f"non_co2_{level}_g" for level in _NON_CO2))
    sums = [func.sum(table.c[name]).label(name) for name in names]
    rows = select(*columns, *group, *sums).where(*_conditions(table, query)).group_by(*columns, *group)
    found: dict[Bucket, list[tuple[Group, Range]]] = defaultdict(list)
    # In one order, or the last digit of a sum of squares would depend on the database.
    for row in connection.execute(rows.order_by(*columns, *group)):
        one = Group(row.item_type, row.factor_id, int(row.ghg_g), int(row.uncertainty_g))
        non_co2 = Range(int(row.non_co2_low_g), int(row.non_co2_central_g), int(row.non_co2_high_g))
        found[tuple(row[: len(by)])].append((one, non_co2))
    return found


def _conditions(table: Any, query: FootprintTotalQuery) -> list[ColumnElement[bool]]:
    columns = table.c
    equal = ("city", "kind", "project", "programme", "traveller_kind", "paid_by")
    given = {_COLUMNS[name]: getattr(query, name) for name in equal}
    found = [columns[name] == value for name, value in given.items() if value is not None]
    if query.status:
        found.append(columns.status.in_(query.status))
    if query.year_min is not None:
        found.append(columns.year >= query.year_min)
    if query.year_max is not None:
        found.append(columns.year <= query.year_max)
    return found


def _named(by: Sequence[str], bucket: Bucket) -> dict[str, Any]:
    values: dict[str, Any] = dict.fromkeys(_COLUMNS.values())
    values |= {_COLUMNS[name]: value for name, value in zip(by, bucket, strict=True)}
    return {name: None if value == NOT_NAMED else value for name, value in values.items()}


def _amounts(groups: Sequence[tuple[Group, Range]]) -> dict[str, Any]:
    """Uncertainties inside a group were added when the rows were; groups combine by root sum of squares."""
    ghg_g = total_range([group for group, _ in groups])
    return {
        "ghg_kg": kilograms(ghg_g.central_g),
        "ghg_low_kg": kilograms(ghg_g.low_g),
        "ghg_high_kg": kilograms(ghg_g.high_g),
        "non_co2_kg": {
            level: kilograms(sum(getattr(non_co2, f"{level}_g") for _, non_co2 in groups))
            for level in _NON_CO2
        },
    }
