"""Recalculating, without storing anything, what rests on factors a draft would replace."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.calc.amounts import kilograms
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.factors import FactorBook
from klimabruecke.core.db import Database
from klimabruecke.footprint.activities.tables import Activity, ActivityFootprint
from klimabruecke.footprint.calculator import Calculator
from klimabruecke.footprint.documents import items_of
from klimabruecke.footprint.factor_effects.schemas import (
    FactorEffect,
    FactorSetEffects,
    ReplacedFactor,
    YearEffect,
)
from klimabruecke.footprint.plans.tables import Plan, PlanAlternative
from klimabruecke.footprint.queries import catalogue, methods_with, places
from klimabruecke.reference.drafts import queries as drafts
from klimabruecke.reference.drafts.queries import DraftFactors
from klimabruecke.reference.drafts.schemas import FactorRow

MOST = 5_000
"""Activities and alternatives that are looked at, the latest first."""


@dataclass
class _Year:
    """Grams of a year."""

    activities: int = 0
    changed: int = 0
    kept_g: int = 0
    difference_g: int = 0


@dataclass
class _Sums:
    """What the walk over the activities finds."""

    years: defaultdict[int, _Year] = field(default_factory=lambda: defaultdict(_Year))
    not_recalculated: int = 0


def effects(database: Database, connection: Connection, draft_id: str) -> FactorSetEffects:
    """Raises NotFound for a draft that is not there."""
    loaded = drafts.draft_factors(connection, draft_id)
    now = catalogue(database)
    with_draft = FactorBook([*now.book.all(), *loaded.factors])
    before = Calculator(now.methods, places(database))
    after = Calculator(methods_with(with_draft), places(database))
    activities, plans = _activities(connection), _alternatives(connection)
    using = _users(((row.id, row.footprint) for row in activities[:MOST]), loaded)
    planned = _users(((row.plan_id, row.footprint) for row in plans[:MOST]), loaded)
    sums = _walk(activities[:MOST], using, before, after, loaded)
    return FactorSetEffects(
        draft_id=draft_id,
        factors=[_factor_effect(row, now.book, using, planned) for row in loaded.rows],
        years=[_shown(year, found) for year, found in sorted(sums.years.items()) if found.changed],
        not_recalculated=sums.not_recalculated,
        complete=len(activities) <= MOST and len(plans) <= MOST,
    )


def _activities(connection: Connection) -> Sequence[Any]:
    """Activities that count, each with the footprint that counts."""
    version = ActivityFootprint
    named = ("items", "footprint", "method_id", "factors_on", "ghg_g")
    columns: list[Any] = [Activity.id, Activity.starts_on, *(getattr(version, name) for name in named)]
    found = (
        select(*columns)
        .join(version, col(version.id) == col(Activity.footprint_id))
        .where(col(Activity.deleted_at).is_(None), col(Activity.status) != "cancelled")
        .order_by(col(Activity.starts_on).desc(), col(Activity.id))
        .limit(MOST + 1)
    )
    return connection.execute(found).all()


def _alternatives(connection: Connection) -> Sequence[Any]:
    found = (
        select(col(PlanAlternative.plan_id), col(PlanAlternative.footprint))
        .join(Plan, col(Plan.id) == col(PlanAlternative.plan_id))
        .where(col(Plan.deleted_at).is_(None), col(PlanAlternative.deleted_at).is_(None))
        .order_by(col(Plan.activity_on).desc(), col(PlanAlternative.id))
        .limit(MOST + 1)
    )
    return connection.execute(found).all()


def _users(documents: Any, loaded: DraftFactors) -> Mapping[str, set[str]]:
    """Which records rest on which of the factors that would be replaced."""
    replaced = {row.replaces for row in loaded.rows if row.replaces is not None}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for record_id, document in documents:
        for item in document["items"]:
            for factor in item["factors"]:
                if factor["id"] in replaced:
                    found[factor["id"]].add(record_id)
    return found


def _walk(
    activities: Sequence[Any],
    using: Mapping[str, set[str]],
    before: Calculator,
    after: Calculator,
    loaded: DraftFactors,
) -> _Sums:
    touched = set().union(*using.values())
    sums = _Sums()
    for row in activities:
        year = sums.years[row.starts_on.year]
        year.activities += 1
        year.kept_g += row.ghg_g
        if row.id not in touched or row.factors_on < loaded.draft.valid_from_on:
            continue
        items = items_of(row.items)
        try:
            old, new = (each.compute(items, row.factors_on, row.method_id) for each in (before, after))
        except CalcError:
            sums.not_recalculated += 1
            continue
        if difference_g := new.ghg_g.central_g - old.ghg_g.central_g:
            year.changed += 1
            year.difference_g += difference_g
    return sums


def _factor_effect(
    row: FactorRow, book: FactorBook, using: Mapping[str, set[str]], planned: Mapping[str, set[str]]
) -> FactorEffect:
    old = None if row.replaces is None else book.get(row.replaces)
    pct = None if old is None or not old.value else (row.value - old.value) / old.value * 100
    replaced = None if old is None else ReplacedFactor(id=old.id, value=old.value, source_id=old.source_id)
    return FactorEffect(
        id=row.id,
        name_de=row.name_de,
        name_en=row.name_en,
        region_code=row.region_code,
        unit=row.unit,
        value=row.value,
        verification=row.verification,
        replaces=replaced,
        change_pct=None if pct is None else float(pct.quantize(Decimal("0.01"))),
        activities=len(using.get(row.replaces or "", ())),
        plans=len(planned.get(row.replaces or "", ())),
    )


def _shown(year: int, found: _Year) -> YearEffect:
    return YearEffect(
        year=year,
        activities=found.activities,
        changed=found.changed,
        ghg_kg=kilograms(found.kept_g),
        recalculated_kg=kilograms(found.kept_g + found.difference_g),
        difference_kg=kilograms(found.difference_g),
    )
