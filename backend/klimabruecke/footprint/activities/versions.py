"""Computing an activity's footprint anew: a new version, and why it differs from the one before."""

from datetime import date
from typing import NamedTuple

from sqlmodel import Session, col, select

from klimabruecke.calc.catalogue import OWN_METHOD
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.footprint import Footprint
from klimabruecke.calc.items import Item
from klimabruecke.core.errors import NotFound
from klimabruecke.core.ids import new_id
from klimabruecke.footprint import documents
from klimabruecke.footprint.activities.deviations import deviation
from klimabruecke.footprint.activities.schemas import ActivityFootprintIn, Stage
from klimabruecke.footprint.activities.tables import Activity, ActivityFootprint
from klimabruecke.footprint.calculator import Calculator, Refuse
from klimabruecke.footprint.refusals import refused
from klimabruecke.reference import queries as reference


class Basis(NamedTuple):
    """What a footprint is computed with, besides the items."""

    method_id: str
    on: date
    factor_set_id: str | None = None


class Causes(NamedTuple):
    """Parts of a difference, in grams; they add up to it exactly."""

    factor_set_g: int
    method_g: int
    input_g: int


def current_version(session: Session, activity: Activity) -> ActivityFootprint:
    return session.get_one(ActivityFootprint, activity.footprint_id)


def planned_version(session: Session, activity_id: str) -> ActivityFootprint:
    """What was planned last; what actual figures are held against. It stays as it is."""
    planned = select(ActivityFootprint).where(
        ActivityFootprint.activity_id == activity_id, ActivityFootprint.stage == "planned"
    )
    return session.exec(planned.order_by(col(ActivityFootprint.number).desc()).limit(1)).one()


def first_version(activity: Activity, computed: Footprint) -> ActivityFootprint:
    """The footprint an activity begins with."""
    return _version(activity, 1, Basis(OWN_METHOD, activity.starts_on), computed)


def new_version(
    session: Session,
    calculator: Calculator,
    activity: Activity,
    items: tuple[Item, ...],
    basis: Basis,
    refuse: Refuse,
    stage: Stage | None = None,
) -> ActivityFootprint:
    """Compute and store one more version; from now on it is the one that counts.

    It is of the stage of the version before, unless another is given.
    """
    before = current_version(session, activity)
    after = calculator.computed(items, basis.on, basis.method_id, refuse=refuse)
    causes = causes_of(calculator, before, basis, after)
    activity.items = documents.item_documents(items)
    version = _version(activity, before.number + 1, basis, after)
    version.factor_set_g, version.method_g, version.input_g = causes
    version.difference_g = sum(causes)
    version.stage = stage or before.stage
    if version.stage == "actual":
        planned = planned_version(session, activity.id)
        version.deviation = deviation(calculator, planned, items, basis.on, after)
    session.add(version)
    activity.footprint_id = version.id
    session.flush()
    return version


def causes_of(calculator: Calculator, before: ActivityFootprint, basis: Basis, after: Footprint) -> Causes:
    """One step after the other: the old items by the new factors, by the new method, then the new items.

    A step that cannot be computed (the new method does not know an old item) leaves its part to the next.
    Where the old method has another version now it cannot compute any more: what that and new factors make
    is one part, and counts as method.
    """
    items = documents.items_of(before.items)

    def step(method_id: str, otherwise_g: int) -> int:
        try:
            return calculator.compute(items, basis.on, method_id).ghg_g.central_g
        except CalcError:
            return otherwise_g

    same_version = calculator.methods[before.method_id].data.version == before.method_version
    by_factors_g = step(before.method_id, before.ghg_g) if same_version else before.ghg_g
    by_method_g = step(basis.method_id, by_factors_g)
    return Causes(
        factor_set_g=by_factors_g - before.ghg_g,
        method_g=by_method_g - by_factors_g,
        input_g=after.ghg_g.central_g - by_method_g,
    )


def basis_of(session: Session, activity: Activity, asked: ActivityFootprintIn) -> Basis:
    """What was asked for; the rest as it was computed last. Raises Invalid for a set that names no day."""
    before = current_version(session, activity)
    method_id = asked.method or before.method_id
    if asked.factor_set is None:
        if asked.on is None:
            return Basis(method_id, before.factors_on, before.factor_set_id)
        return Basis(method_id, asked.on)
    if asked.on is not None:
        raise refused("/factor_set", "on_or_factor_set")
    try:
        starts_on = reference.factor_set_start(session.connection(), asked.factor_set)
    except NotFound:
        raise refused("/factor_set", "unknown_factor_set") from None
    if starts_on is None:
        raise refused("/factor_set", "undated_factor_set")
    return Basis(method_id, starts_on, asked.factor_set)


def _version(activity: Activity, number: int, basis: Basis, computed: Footprint) -> ActivityFootprint:
    kept = documents.kept(computed)
    return ActivityFootprint(
        id=new_id(),
        activity_id=activity.id,
        number=number,
        method_id=computed.method_id,
        method_version=computed.method_version,
        factors_on=basis.on,
        factor_set_id=basis.factor_set_id,
        items=activity.items,
        footprint=kept,
        ghg_g=kept["ghg_g"],
        ghg_low_g=kept["ghg_low_g"],
        ghg_high_g=kept["ghg_high_g"],
        demo=activity.demo,
    )
