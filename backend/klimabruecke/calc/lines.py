"""One item's emissions: from a quantity and its factors to kilograms, a range and a written formula."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from klimabruecke.calc.amounts import ZERO, grams, mass, number
from klimabruecke.calc.errors import FactorDataError, Parameter
from klimabruecke.calc.factors import Factor, FactorChoice, NonCo2, Scope

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Note:
    """A warning or an assumption: a stable code, the item it is about and what a sentence about it needs."""

    code: str
    item: int | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NonCo2Kg:
    """Climate effect of flying beyond its greenhouse gases, in kg CO2e: low, central and high estimate."""

    low: Decimal = ZERO
    central: Decimal = ZERO
    high: Decimal = ZERO


NO_NON_CO2 = NonCo2Kg()


@dataclass(frozen=True, slots=True)
class Line:
    """The computed item before rounding.

    `wtt_kg` is None where the factors give no separate upstream part; `ttw_kg` then holds the whole figure,
    so that `ttw_kg + wtt_kg` is the greenhouse-gas total in every case. The first factor is the primary
    one. `parameters` are the method's numbers the quantity was counted with, such as a detour: they bear the
    figure as the factors do, but convert no gases and have no scope. `proxy` is the choice of factors that
    stands in for a missing one, else None.
    """

    ttw_kg: Decimal
    wtt_kg: Decimal | None
    uncertainty_kg: Decimal
    factors: tuple[Factor, ...]
    formula: str
    parameters: tuple[Factor, ...] = ()
    distance_km: Decimal | None = None
    non_co2_kg: NonCo2Kg = NO_NON_CO2
    choice: FactorChoice | None = None
    is_proxy: bool = False
    warnings: tuple[Note, ...] = ()
    assumptions: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much of what: `left` is the multiplication it came from, as a formula shows it."""

    amount: Decimal
    unit: str
    left: str
    distance_km: Decimal | None = None


def factor_line(quantity: Quantity, factors: Sequence[Factor]) -> Line:
    """Quantity times factors that add up, split into tank-to-wheel and well-to-tank where they are.

    The uncertainties of the factors of one item add, as they do inside a group.
    """
    wtt = [factor for factor in factors if factor.scope is Scope.WTT]
    rest = [factor for factor in factors if factor.scope is not Scope.WTT]
    guard_wtt(rest, wtt)
    ttw_kg, formula = _product(quantity, rest)
    wtt_kg = None
    if wtt:
        wtt_kg, wtt_formula = _product(quantity, wtt)
        formula = f"TTW {formula}; WTT {wtt_formula}"
    spread = sum((factor.value * factor.uncertainty_pct for factor in factors), ZERO)
    return Line(
        ttw_kg=ttw_kg,
        wtt_kg=wtt_kg,
        uncertainty_kg=quantity.amount * spread / HUNDRED,
        factors=tuple(factors),
        formula=formula,
        distance_km=quantity.distance_km,
    )


def _product(quantity: Quantity, factors: Sequence[Factor]) -> tuple[Decimal, str]:
    value = sum((factor.value for factor in factors), ZERO)
    kg = quantity.amount * value
    terms = " + ".join(number(factor.value) for factor in factors)
    terms = f"({terms})" if len(factors) > 1 else terms
    return kg, f"{quantity.left} × {terms} kg/{quantity.unit} = {mass(grams(kg))}"


def guard_wtt(rest: Sequence[Factor], wtt: Sequence[Factor]) -> None:
    """A factor that already reaches from well to wheel gets no second upstream line (FactorDataError)."""
    whole = [factor.id for factor in rest if factor.scope in {Scope.WTW, Scope.LIFE_CYCLE}]
    if wtt and whole:
        raise FactorDataError(f"{whole} already contain the upstream part that {wtt[0].id} would add again")


def guard_non_co2(factors: Sequence[Factor]) -> None:
    """A factor that contains the non-CO2 effect, or may, is never multiplied for it (FactorDataError)."""
    for factor in factors:
        if factor.non_co2 in {NonCo2.INCLUDED, NonCo2.NOT_STATED}:
            raise FactorDataError(f"{factor.id} may already contain the non-CO2 effect: it would count twice")


def non_co2_kg(ttw_kg: Decimal, low: Factor, central: Factor, high: Factor) -> NonCo2Kg:
    """The effect beside the greenhouse gases: k times the tank-to-wheel part, for three values of k."""
    return NonCo2Kg(low.value * ttw_kg, central.value * ttw_kg, high.value * ttw_kg)
