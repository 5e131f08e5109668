"""From an item to its line: find the factors of its kind and country, count the quantity, multiply."""

from dataclasses import replace

from klimabruecke.calc.countries import check_country
from klimabruecke.calc.factors import WORLD, Factor, FactorChoice
from klimabruecke.calc.flight import Journey
from klimabruecke.calc.items import Flight, Item
from klimabruecke.calc.limits import check_limits
from klimabruecke.calc.lines import Line, Note, factor_line, guard_non_co2, non_co2_kg
from klimabruecke.calc.quantities import COUNT, Context


def line_of(item: Item, context: Context) -> Line:
    """Compute one item. Raises CalcError for every input that has no honest answer."""
    check_limits(item)
    if isinstance(item, Flight):
        return _flight(item, context)
    check_country(item.country)
    data = context.method.data
    choice = data.table.choose(item.type, item.variant, item.country)
    counted = COUNT[type(item)](item, choice.activity_unit, context)
    factors = [data.book.on(factor_id, context.on) for factor_id in choice.factor_ids]
    line = replace(
        factor_line(counted.quantity, factors),
        choice=choice,
        is_proxy=_is_proxy(choice, factors, item.country),
        assumptions=counted.assumptions,
        parameters=counted.parameters,
    )
    return _with_air_freight(line, context) if item.variant.startswith("air_") else line


def _flight(item: Flight, context: Context) -> Line:
    origin, destination = context.ends(item.origin, item.destination, "unknown_airport")
    trips = 2 if item.is_return else 1
    journey = Journey(origin, destination, item.cabin, item.travellers, trips, context.on)
    return context.method.flight.line(journey)


def _is_proxy(choice: FactorChoice, factors: list[Factor], country: str | None) -> bool:
    """The world row stands in for a missing one, unless its factors are the country's own, as in Britain."""
    if (
        choice.country == WORLD
        and country is not None
        and all(factor.region_code == country for factor in factors)
    ):
        return False
    return choice.is_proxy


def _with_air_freight(line: Line, context: Context) -> Line:
    """Freight that flies warms beyond its greenhouse gases as passengers do: beside the total, as theirs."""
    parameters = context.method.data.parameters
    levels = [parameters.get(f"air_non_co2_{level}") for level in ("low", "central", "high")]
    low, central, high = levels
    if low is None or central is None or high is None:
        return line
    guard_non_co2(line.factors)
    return replace(
        line,
        factors=(*line.factors, low, central, high),
        non_co2_kg=non_co2_kg(line.ttw_kg, low, central, high),
        assumptions=(*line.assumptions, Note("non_co2_beside_the_total")),
    )
