"""What of plans, activities and carbon budgets waits for somebody to do something."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, false, or_, select, true
from sqlmodel import col

from klimabruecke.footprint.activities.tables import Activity
from klimabruecke.footprint.budgets.queries import BUDGETS
from klimabruecke.footprint.budgets.tables import CarbonBudget
from klimabruecke.footprint.filters import names_city
from klimabruecke.footprint.plans.tables import Plan
from klimabruecke.footprint.programmes.tables import Programme
from klimabruecke.footprint.projects.tables import CooperationProject

MOST = 200
"""Of each kind; who has more waiting begins with the first of them."""

Cities = Collection[str] | None
"""Cities somebody writes for; None: all."""


class Waiting(NamedTuple):
    """A record somebody should look at."""

    id: str
    title_de: str
    title_en: str
    since_on: date
    due_on: date | None = None


class PassedBudget(NamedTuple):
    """A carbon budget that is passed."""

    id: str
    title_de: str
    title_en: str
    year: int


def planned_activities(connection: Connection, ids: Collection[str], cities: Cities) -> list[Waiting]:
    """Those of these activities that are still planned; they begin on ``due_on``."""
    if not ids:
        return []
    found = _activities(cities).where(col(Activity.id).in_(ids), col(Activity.status) == "planned")
    return [
        Waiting(row.id, row.title, row.title, row.created_at.date(), row.starts_on)
        for row in _first(connection, found.order_by(col(Activity.starts_on), col(Activity.id)))
    ]


def activities_without_actuals(connection: Connection, on: date, cities: Cities) -> list[Waiting]:
    """Activities that are over and not yet done, the oldest first."""
    over = _activities(cities).where(
        col(Activity.status).in_(("planned", "approved")), col(Activity.ends_on) < on
    )
    return [
        Waiting(row.id, row.title, row.title, row.ends_on + timedelta(days=1))
        for row in _first(connection, over.order_by(col(Activity.ends_on), col(Activity.id)))
    ]


def undecided_plans(connection: Connection, until: date, cities: Cities) -> list[Waiting]:
    """Open plans for a day up to ``until``, the earliest first."""
    near = (
        select(Plan)
        .join(CooperationProject, col(CooperationProject.id) == col(Plan.project_id))
        .where(
            col(Plan.deleted_at).is_(None),
            col(Plan.decided_at).is_(None),
            col(Plan.activity_on) <= until,
            _of(cities, CooperationProject.city_ids),
        )
    )
    return [
        Waiting(row.id, row.title, row.title, row.created_at.date(), row.activity_on)
        for row in _first(connection, near.order_by(col(Plan.activity_on), col(Plan.id)))
    ]


def ending_programmes(connection: Connection, on: date, ahead: timedelta, cities: Cities) -> list[Waiting]:
    """Grants whose period ends from this day on and so long ahead, the earliest first."""
    ending = (
        select(Programme)
        .where(
            col(Programme.deleted_at).is_(None),
            col(Programme.ends_on).between(on, on + ahead),
            _of(cities, Programme.city_ids),
        )
        .order_by(col(Programme.ends_on), col(Programme.id))
    )
    return [
        Waiting(
            row.id,
            row.title_de or row.title_en,
            row.title_en or row.title_de,
            row.ends_on - ahead,
            row.ends_on,
        )
        for row in _first(connection, ending)
    ]


def passed_budgets(connection: Connection, since_year: int, cities: Cities) -> list[PassedBudget]:
    """Carbon budgets of this year and later that are passed, by year."""
    passed = (
        BUDGETS.base.add_columns(col(CooperationProject.title_de), col(CooperationProject.title_en))
        .where(
            BUDGETS.filters["light"]("red"),
            col(CarbonBudget.year) >= since_year,
            _of(cities, CooperationProject.city_ids),
        )
        .order_by(col(CarbonBudget.year), col(CarbonBudget.id))
    )
    return [
        PassedBudget(row.id, row.title_de or row.title_en, row.title_en or row.title_de, row.year)
        for row in _first(connection, passed)
    ]


def _activities(cities: Cities) -> Select[Any]:
    return (
        select(Activity)
        .join(CooperationProject, col(CooperationProject.id) == col(Activity.project_id))
        .where(
            col(Activity.deleted_at).is_(None),
            _of(cities, CooperationProject.city_ids, Activity.participants),
        )
    )


def _of(cities: Cities, *columns: Any) -> ColumnElement[bool]:
    """True where one of the columns names one of the cities."""
    if cities is None:
        return true()
    return or_(false(), *(names_city(column, city) for column in columns for city in cities))


def _first(connection: Connection, found: Select[Any]) -> Iterable[Any]:
    return connection.execute(found.limit(MOST)).all()
