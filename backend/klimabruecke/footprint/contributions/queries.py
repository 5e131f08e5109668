"""What can be asked of contributions."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Integer, cast, extract, func, select
from sqlmodel import col

from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.records import no_such
from klimabruecke.core.tables import ResourceCounter
from klimabruecke.footprint.contributions.schemas import ContributionOut, ContributionTotalQuery
from klimabruecke.footprint.contributions.tables import ClimateContribution

_TABLE = "climate_contribution"
_CONTRIBUTIONS = select(*(getattr(ClimateContribution, name) for name in ContributionOut.model_fields)).where(
    col(ClimateContribution.deleted_at).is_(None)
)

CONTRIBUTIONS = Listing(
    ContributionOut,
    _CONTRIBUTIONS,
    resources=[_TABLE],
    sorts={
        name: getattr(ClimateContribution, name) for name in ("period_starts_on", "city_id", "amount_cents")
    },
    filters={
        "city": lambda city: col(ClimateContribution.city_id) == city,
        "kind": lambda kind: col(ClimateContribution.kind) == kind,
        "starts_min": lambda day: col(ClimateContribution.period_starts_on) >= day,
        "starts_max": lambda day: col(ClimateContribution.period_starts_on) <= day,
        "q": lambda text: contains(text, ClimateContribution.recipient, ClimateContribution.note),
    },
    default_sort="-period_starts_on",
    cache=PRIVATE,
)


def contribution(connection: Connection, contribution_id: str) -> ContributionOut:
    one = _CONTRIBUTIONS.where(col(ClimateContribution.id) == contribution_id)
    row = connection.execute(one).one_or_none()
    if row is None:
        raise no_such("climate_contribution")
    return ContributionOut.model_validate(dict(row._mapping))


def counter(connection: Connection) -> int:
    """What moves with every change of a contribution."""
    moved = select(col(ResourceCounter.counter)).where(col(ResourceCounter.resource) == _TABLE)
    return connection.execute(moved).scalar() or 0


def contribution_totals(connection: Connection, query: ContributionTotalQuery) -> list[dict[str, Any]]:
    """The sums by year, city, kind and currency, in the shape of ``ContributionTotalOut``."""
    year = cast(extract("year", col(ClimateContribution.period_starts_on)), Integer)
    names = ("city_id", "kind", "currency")
    columns = [year.label("year"), *(col(getattr(ClimateContribution, name)) for name in names)]
    demo = func.max(cast(col(ClimateContribution.demo), Integer))
    sums = (func.sum(col(ClimateContribution.amount_cents)), func.count(), demo)
    rows = select(*columns, *sums).where(col(ClimateContribution.deleted_at).is_(None))
    if query.city is not None:
        rows = rows.where(col(ClimateContribution.city_id) == query.city)
    if query.year_min is not None:
        rows = rows.where(col(ClimateContribution.period_starts_on) >= date(query.year_min, 1, 1))
    if query.year_max is not None:
        rows = rows.where(col(ClimateContribution.period_starts_on) <= date(query.year_max, 12, 31))
    grouped = rows.group_by(*columns).order_by(columns[0].desc(), *columns[1:])
    return [
        {
            **dict(zip(("year", *names), row[:4], strict=True)),
            "amount_cents": int(row[4]),
            "contributions": row[5],
            "demo": row[6] > 0,
        }
        for row in connection.execute(grouped)
    ]
