"""Setting carbon budgets, and holding approvals against them."""

from sqlmodel import Session, col, select

from klimabruecke.core.ids import new_id
from klimabruecke.footprint.budgets import queries
from klimabruecke.footprint.budgets.answers import LightOut
from klimabruecke.footprint.budgets.schemas import CarbonBudgetIn, CarbonBudgetPatch, limit_g
from klimabruecke.footprint.budgets.tables import CarbonBudget
from klimabruecke.footprint.deps import Principal, require_write
from klimabruecke.footprint.projects.queries import named_project
from klimabruecke.footprint.refusals import refused


def create_budget(
    session: Session, principal: Principal, asked: CarbonBudgetIn, *, demo: bool = False
) -> CarbonBudget:
    require_write(principal, named_project(session, asked.project_id).city_ids)
    if _locked(session, asked.project_id, asked.year) is not None:
        raise refused("/year", "budget_exists")
    budget = CarbonBudget(
        id=new_id(),
        project_id=asked.project_id,
        year=asked.year,
        limit_g=limit_g(asked.limit_kg),
        warn_pct=asked.warn_pct,
        demo=demo,
    )
    session.add(budget)
    session.flush()
    return budget


def update_budget(session: Session, budget: CarbonBudget, patch: CarbonBudgetPatch) -> None:
    given = patch.given()
    if "limit_kg" in given:
        budget.limit_g = limit_g(given["limit_kg"])
    budget.warn_pct = given.get("warn_pct", budget.warn_pct)
    session.flush()


def hold_budget(session: Session, project_id: str, year: int) -> None:
    """Lock the budget an approval counts in, before it counts: two approvals then see each other."""
    _locked(session, project_id, year)


def check_budget(session: Session, project_id: str, year: int, reason: str | None) -> LightOut | None:
    """The light after an approval. Raises Invalid where the limit is passed and nobody said why."""
    light = queries.light(session.connection(), project_id, year)
    if light is not None and light.left_kg < 0 and reason is None:
        over = {"year": str(year), "over": -light.left_kg}
        raise refused("/over_budget_reason", "over_budget_reason_missing", **over)
    return light


def _locked(session: Session, project_id: str, year: int) -> CarbonBudget | None:
    living = select(CarbonBudget).where(
        CarbonBudget.project_id == project_id,
        CarbonBudget.year == year,
        col(CarbonBudget.deleted_at).is_(None),
    )
    return session.exec(living.with_for_update()).one_or_none()
