"""Making and changing plans and their alternatives, while they are open."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from klimabruecke.audit import actions as audit
from klimabruecke.calc.alternatives import changed
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.items import Item
from klimabruecke.core.changes import context
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.ids import new_id
from klimabruecke.core.language import Language
from klimabruecke.core.records import InUse, buried, bury, locked, no_such
from klimabruecke.footprint import documents
from klimabruecke.footprint.calculator import Calculator, Refuse, at, at_items
from klimabruecke.footprint.deps import Principal, require_write
from klimabruecke.footprint.plans import texts
from klimabruecke.footprint.plans.schemas import (
    MAX_ALTERNATIVES,
    AlternativeIn,
    AlternativePatch,
    DerivedIn,
    NewAlternative,
    PlanIn,
    PlanPatch,
)
from klimabruecke.footprint.plans.tables import Plan, PlanAlternative
from klimabruecke.footprint.projects.queries import cities_of, hold_project, named_project
from klimabruecke.footprint.refusals import LAST_ALTERNATIVE, PlanDecided, refused


def create_plan(
    session: Session, calculator: Calculator, principal: Principal, asked: PlanIn, *, demo: bool = False
) -> Plan:
    """Store a plan with its alternatives, each computed."""
    project = named_project(session, asked.project_id)
    require_write(principal, project.city_ids)
    plan = Plan(
        id=new_id(),
        title=asked.title,
        project_id=asked.project_id,
        kind=asked.kind,
        activity_on=asked.on or context(session).clock().date(),
        demo=demo,
    )
    alternatives = [
        _alternative(plan, place, given.label)
        | _computed(calculator, _items(given), plan.activity_on, at_items(f"/alternatives/{place}"))
        for place, given in enumerate(asked.alternatives)
    ]
    session.add(plan)
    session.flush()
    session.add_all(PlanAlternative(**values) for values in alternatives)
    session.flush()
    return plan


def open_plan(session: Session, principal: Principal, plan_id: str) -> Plan:
    """The plan, locked, for somebody who may write it. Raises NotFound, Forbidden, PlanDecided."""
    plan = locked(session, Plan, plan_id)
    require_write(principal, cities_of(session, plan.project_id))
    if plan.decided_at is not None:
        raise PlanDecided
    return plan


def update_plan(session: Session, calculator: Calculator, plan: Plan, patch: PlanPatch) -> None:
    """Another day chooses other factors: all alternatives are computed anew."""
    given = patch.given()
    plan.title = given.get("title", plan.title)
    if "on" in given:
        plan.activity_on = given["on"]
        for alternative in alternatives(session, plan):
            items = documents.items_of(alternative.items)
            computed = calculator.computed(items, plan.activity_on, refuse=at("/on"))
            alternative.footprint = documents.kept(computed)
    session.flush()


def delete_plan(session: Session, plan: Plan) -> None:
    for row in (plan, *alternatives(session, plan)):
        bury(session, row)
    session.flush()


def restore_plan(session: Session, principal: Principal, plan_id: str) -> None:
    """Bring back a deleted plan with the alternatives that were deleted with it.

    Raises NotFound, Forbidden, NotDeleted, TooLateToRestore, ProjectDeleted.
    """
    plan = buried(session, Plan, plan_id)
    require_write(principal, cities_of(session, plan.project_id))
    hold_project(session, plan.project_id)
    # A plan is buried before its alternatives: what was deleted earlier, one by one, stays so.
    with_it = select(PlanAlternative).where(
        PlanAlternative.plan_id == plan.id, col(PlanAlternative.deleted_at) >= plan.deleted_at
    )
    for row in (plan, *session.exec(with_it).all()):
        audit.restore(session, row)
    session.flush()


def alternatives(session: Session, plan: Plan) -> list[PlanAlternative]:
    """The living alternatives in their order; the lock on the plan keeps them as they are."""
    living = select(PlanAlternative).where(
        PlanAlternative.plan_id == plan.id, col(PlanAlternative.deleted_at).is_(None)
    )
    return list(session.exec(living.order_by(col(PlanAlternative.place))).all())


def add_alternative(
    session: Session, calculator: Calculator, plan: Plan, asked: NewAlternative, language: Language
) -> PlanAlternative:
    """Store one more alternative: with items of its own, or made from another one by a change."""
    others = alternatives(session, plan)
    if len(others) >= MAX_ALTERNATIVES:
        raise refused("", "too_many_alternatives", most=MAX_ALTERNATIVES)
    place = others[-1].place + 1
    if isinstance(asked, AlternativeIn):
        values = _alternative(plan, place, asked.label)
        values |= _computed(calculator, _items(asked), plan.activity_on, at_items())
    else:
        values = _derived(calculator, plan, place, others, asked, language)
    alternative = PlanAlternative(**values)
    session.add(alternative)
    session.flush()
    return alternative


def _derived(
    calculator: Calculator,
    plan: Plan,
    place: int,
    others: list[PlanAlternative],
    asked: DerivedIn,
    language: Language,
) -> dict[str, Any]:
    base = next((other for other in others if other.id == asked.from_alternative_id), None)
    if base is None:
        raise refused("/from_alternative_id", "unknown_alternative")
    try:
        made = changed(documents.items_of(base.items), asked.parameters.change(), calculator.places)
    except CalcError as error:
        raise _unfit(error) from None
    label = asked.label or texts.LABELS[asked.change].in_(language)
    return {
        **_alternative(plan, place, label),
        **_computed(calculator, made.items, plan.activity_on, _unfit),
        "from_alternative_id": base.id,
        "change": asked.change,
        "parameters": {name: documents.plain(value) for name, value in made.parameters.items()},
    }


def _unfit(error: CalcError) -> Invalid:
    """At the parameter that does not fit; at the change itself where its result cannot be computed."""
    by_parameter = error.item is None and error.field is not None
    pointer = f"/parameters/{error.field}" if by_parameter else "/change"
    return Invalid(FieldError(pointer, error.code, texts.refusal(error)))


def open_alternative(session: Session, plan: Plan, alternative_id: str) -> PlanAlternative:
    """An alternative of an open plan. Raises NotFound."""
    found = next((each for each in alternatives(session, plan) if each.id == alternative_id), None)
    if found is None:
        raise no_such("plan_alternative")
    return found


def update_alternative(
    session: Session,
    calculator: Calculator,
    plan: Plan,
    alternative: PlanAlternative,
    patch: AlternativePatch,
) -> None:
    """With other items it is an alternative of its own: no longer what a change made of another one."""
    given = patch.given()
    alternative.label = given.get("label", alternative.label)
    if "items" in given:
        items = tuple(item.item() for item in given["items"])
        for name, value in _computed(calculator, items, plan.activity_on, at_items()).items():
            setattr(alternative, name, value)
        alternative.from_alternative_id = alternative.change = alternative.parameters = None
    session.flush()


def delete_alternative(session: Session, plan: Plan, alternative: PlanAlternative) -> None:
    """Raises InUse for the last one: a plan without alternatives plans nothing."""
    if len(alternatives(session, plan)) == 1:
        raise InUse(LAST_ALTERNATIVE)
    bury(session, alternative)
    session.flush()


def _alternative(plan: Plan, place: int, label: str) -> dict[str, Any]:
    return {"id": new_id(), "plan_id": plan.id, "place": place, "label": label, "demo": plan.demo}


def _items(given: AlternativeIn) -> tuple[Item, ...]:
    return tuple(item.item() for item in given.items)


def _computed(calculator: Calculator, items: tuple[Item, ...], on: date, refuse: Refuse) -> dict[str, Any]:
    computed = calculator.computed(items, on, refuse=refuse)
    return {"items": documents.item_documents(items), "footprint": documents.kept(computed)}
