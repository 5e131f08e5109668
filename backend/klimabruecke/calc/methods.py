"""What all methods have in common: a choice of factors, and a model for flights."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeAlias

from klimabruecke.calc.amounts import number
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.factors import Factor, FactorBook, FactorChoice, FactorTable
from klimabruecke.calc.flight import Journey
from klimabruecke.calc.geo import Place, geodesic_km
from klimabruecke.calc.items import Cabin
from klimabruecke.calc.lines import Line, Quantity

Distance: TypeAlias = Callable[[Place, Place], Decimal]


class FlightModel(Protocol):
    """How a method computes one flight. Raises CalcError `cabin_not_covered` where it has no value."""

    def line(self, journey: Journey) -> Line: ...


@dataclass(frozen=True, slots=True)
class Includes:
    """What a method's own total contains."""

    wtt: bool
    non_co2: bool
    detour: bool
    construction: bool


@dataclass(frozen=True, slots=True)
class MethodData:
    """A method as the seed files describe it: factor choices, parameters by name, and all factors."""

    id: str
    version: str
    includes: Includes
    table: FactorTable
    parameters: Mapping[str, Factor]
    book: FactorBook


@dataclass(frozen=True, slots=True)
class Method:
    """A method ready to compute with."""

    data: MethodData
    flight: FlightModel
    distance: Distance = geodesic_km
    """How the way between two places is measured where no distance is given, before the detour."""

    @property
    def id(self) -> str:
        return self.data.id


def flight_choice(table: FactorTable, haul: str, cabin: str) -> FactorChoice:
    """The factors of a cabin on a haul.

    Raises CalcError `cabin_not_covered` where the method has none: another cabin's factor would be a silent
    proxy.
    """
    choice = table.find("flight", f"{haul}_{cabin}")
    if choice is None:
        accepted = tuple(known for known in Cabin if table.find("flight", f"{haul}_{known}"))
        raise CalcError("cabin_not_covered", "cabin", cabin=cabin, haul=haul, accepted=accepted)
    return choice


def flight_quantity(journey: Journey, distance_km: Decimal) -> Quantity:
    """Passenger kilometres of a flight over the distance the method counts."""
    left = f"{number(distance_km)} km × {journey.passengers}"
    return Quantity(distance_km * (journey.travellers * journey.trips), "passenger_km", left, distance_km)
