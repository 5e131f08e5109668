"""What can be asked of carbon budgets. The light is computed in one place, for lists and approvals alike."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Connection, bindparam, case, cast, func, literal, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from klimabruecke.core.changes import table_of
from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import Listing
from klimabruecke.core.records import no_such
from klimabruecke.footprint.budgets.answers import CarbonBudgetOut, LightOut
from klimabruecke.footprint.budgets.tables import CarbonBudget
from klimabruecke.footprint.filters import kilograms, names_city
from klimabruecke.footprint.projects.tables import CooperationProject
from klimabruecke.footprint.totals.tables import FootprintGroupTotal

_PASSED = Bilingual(
    "Die Obergrenze ist überschritten. Jede weitere Genehmigung braucht eine Begründung.",
    "The budget is passed. Every further approval needs a reason.",
)
_WOULD_PASS = Bilingual(
    "Mit allen geplanten Vorhaben wäre die Obergrenze überschritten.",
    "With all planned activities the budget would be passed.",
)
_WARNED = Bilingual(
    "Die Warnschwelle ist erreicht, die Obergrenze noch nicht.",
    "The warning mark is reached, the limit is not.",
)
_FREE = Bilingual(
    "Genehmigte und geplante Vorhaben passen unter die Obergrenze.",
    "Approved and planned activities fit into the budget.",
)


def _sum_g(*statuses: str) -> Any:
    """What the activities of these statuses add up to; none is truly nothing."""
    total = table_of(FootprintGroupTotal)
    sums = select(cast(func.coalesce(func.sum(total.c.ghg_g), 0), BigInteger)).where(
        total.c.project_id == col(CarbonBudget.project_id),
        total.c.year == col(CarbonBudget.year),
        or_(*(total.c.status == status for status in statuses)),
    )
    return sums.correlate(table_of(CarbonBudget)).scalar_subquery()


_USED, _PLANNED, _LIMIT = _sum_g("approved", "done"), _sum_g("planned"), col(CarbonBudget.limit_g)
_IS_PASSED = _USED > _LIMIT
_IS_WARNED = _LIMIT * col(CarbonBudget.warn_pct) <= _USED * 100
_PASSES_IF_APPROVED = _USED + _PLANNED > _LIMIT
_LIGHT = case((_IS_PASSED, "red"), (or_(_IS_WARNED, _PASSES_IF_APPROVED), "amber"), else_="green")


def _words(language: str) -> Any:
    found = [getattr(words, language) for words in (_PASSED, _WOULD_PASS, _WARNED, _FREE)]
    return case(
        (_IS_PASSED, literal(found[0])),
        (_PASSES_IF_APPROVED, literal(found[1])),
        (_IS_WARNED, literal(found[2])),
        else_=literal(found[3]),
    ).label(f"words_{language}")


_COMPUTED = {
    "limit_kg": kilograms(_LIMIT, "limit_kg"),
    "used_kg": kilograms(_USED, "used_kg"),
    "planned_kg": kilograms(_PLANNED, "planned_kg"),
    "left_kg": kilograms(_LIMIT - _USED, "left_kg"),
    "light": _LIGHT.label("light"),
    "words_de": _words("de"),
    "words_en": _words("en"),
}
_BUDGETS = (
    select(
        *(
            _COMPUTED[name] if name in _COMPUTED else getattr(CarbonBudget, name)
            for name in CarbonBudgetOut.model_fields
        )
    )
    .select_from(CarbonBudget)
    .join(CooperationProject, col(CooperationProject.id) == col(CarbonBudget.project_id))
    .where(col(CarbonBudget.deleted_at).is_(None))
)
_OF_YEAR = _BUDGETS.where(
    col(CarbonBudget.project_id) == bindparam("of_project"), col(CarbonBudget.year) == bindparam("of_year")
)

BUDGETS = Listing(
    CarbonBudgetOut,
    _BUDGETS,
    resources=["carbon_budget", "activity_total", "cooperation_project"],
    sorts={"year": CarbonBudget.year},
    filters={
        "project": lambda project: col(CarbonBudget.project_id) == project,
        "city": lambda city: names_city(CooperationProject.city_ids, city),
        "year": lambda year: col(CarbonBudget.year) == year,
        "light": lambda light: light == _LIGHT,
    },
    default_sort="-year",
    cache=PRIVATE,
)


def budget(connection: Connection, budget_id: str) -> CarbonBudgetOut:
    row = connection.execute(_BUDGETS.where(col(CarbonBudget.id) == budget_id)).one_or_none()
    if row is None:
        raise no_such("carbon_budget")
    return CarbonBudgetOut.model_validate(dict(row._mapping))


def light(connection: Connection, project_id: str, year: int) -> LightOut | None:
    """The light of a project's year as it is now, inside the transaction too; None without a budget."""
    row = connection.execute(_OF_YEAR, {"of_project": project_id, "of_year": year}).one_or_none()
    if row is None:
        return None
    return LightOut.model_validate({name: row._mapping[name] for name in LightOut.model_fields})


def state_of(found: CarbonBudgetOut) -> tuple[float, float]:
    """What changes without a write of the budget itself."""
    return found.used_kg, found.planned_kg


def last_budgets(connection: Connection, until_year: int) -> Sequence[Any]:
    """The budgets up to this year that no later one follows, of projects that go on after their year.

    With the titles of their projects.
    """
    later = aliased(CarbonBudget)
    followed = select(col(later.id)).where(
        col(later.project_id) == col(CarbonBudget.project_id),
        col(later.year) > col(CarbonBudget.year),
        col(later.deleted_at).is_(None),
    )
    titles = (col(CooperationProject.title_de), col(CooperationProject.title_en))
    ended = col(CooperationProject.ends_on)
    last = (
        select(col(CarbonBudget.id), col(CarbonBudget.year), col(CarbonBudget.project_id), ended, *titles)
        .join(CooperationProject, col(CooperationProject.id) == col(CarbonBudget.project_id))
        .where(
            col(CarbonBudget.deleted_at).is_(None),
            col(CarbonBudget.year) <= until_year,
            col(CooperationProject.deleted_at).is_(None),
            col(CooperationProject.status).in_(("planned", "active")),
            ~followed.exists(),
        )
        .order_by(col(CarbonBudget.id))
    )
    rows = connection.execute(last)
    return [row for row in rows if row.ends_on is None or row.ends_on.year > row.year]
