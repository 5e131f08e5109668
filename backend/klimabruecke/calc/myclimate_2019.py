"""Flights by the myclimate calculator in its 2019 documentation, with the documented default load factor.

Great circle on a sphere of 6,371 km plus 95 km = x. Fuel of the flight a·x² + b·x + c, over the occupied
seats, times the share of passengers in the load and the cabin's weight, times (3.15 × 2 + 0.54) kg CO2e a
kg of fuel; plus aircraft and airport. Between 1,500 and 2,500 km linear between the values there. The
doubling is the non-CO2 effect: it is inside, nothing is added. The published code also has load factors by
world region, which differ by direction; with the default one both directions agree.
"""

from decimal import Decimal

from klimabruecke.calc.amounts import grams, mass, number
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.factors import Factor
from klimabruecke.calc.flight import Journey
from klimabruecke.calc.geo import haversine_km
from klimabruecke.calc.items import Cabin
from klimabruecke.calc.lines import HUNDRED, Line, Note
from klimabruecke.calc.methods import MethodData

HAULS = ("short", "long")
_PER_HAUL = ("a", "b", "c", "average_seats", "passenger_to_freight_ratio")
_FOR_ALL = ("passenger_load_factor", "co2_per_kg_fuel", "non_co2_multiplier", "preproduction_per_kg_fuel")
_ADDED = ("aircraft_factor", "airport_infrastructure")


class MyclimateFlight:
    def __init__(self, data: MethodData) -> None:
        self._parameters = data.parameters
        self._detour_km = self._value("detour")
        self._short_until_km = self._value("interpolation_from")
        self._long_from_km = self._value("interpolation_to")

    def _value(self, name: str) -> Decimal:
        return self._parameters[name].value

    def by_distance(self, cabin: str, distance_km: Decimal) -> tuple[Decimal, str]:
        """kg CO2e of one traveller over a distance that already contains the 95 km, and how it came about."""
        if distance_km < self._short_until_km:
            return self._haul("short", cabin, distance_km)
        if distance_km >= self._long_from_km:
            return self._haul("long", cabin, distance_km)
        share = (distance_km - self._short_until_km) / (self._long_from_km - self._short_until_km)
        short_kg, short = self._haul("short", cabin, self._short_until_km)
        long_kg, long = self._haul("long", cabin, self._long_from_km)
        return short_kg + share * (
            long_kg - short_kg
        ), f"({short}) + {number(share)} × (({long}) − ({short}))"

    def _haul(self, haul: str, cabin: str, x: Decimal) -> tuple[Decimal, str]:
        a, b, c, seats, passenger_share = (self._value(f"{name}_{haul}") for name in _PER_HAUL)
        load, co2, multiplier, upstream = (self._value(name) for name in _FOR_ALL)
        aircraft, airport = (self._value(name) for name in _ADDED)
        weight = self._value(f"class_{cabin}_{haul}")
        fuel_kg = (a * x * x + b * x + c) / (seats * load) * passenger_share * weight
        km = f"{number(x)} km"
        flown = f"{number(a)} × {km} × {km} + {number(b)} × {km} + {number(c)}"
        shares = f"({number(seats)} × {number(load)}) × {number(passenger_share)} × {number(weight)}"
        per_fuel = f"({number(co2)} × {number(multiplier)} + {number(upstream)})"
        formula = f"({flown}) ÷ {shares} × {per_fuel} + {number(aircraft)} × {km} + {number(airport)}"
        return fuel_kg * (co2 * multiplier + upstream) + aircraft * x + airport, formula

    def line(self, journey: Journey) -> Line:
        cabin = journey.cabin
        if f"class_{cabin}_short" not in self._parameters:
            accepted = tuple(known for known in Cabin if f"class_{known}_short" in self._parameters)
            raise CalcError("cabin_not_covered", "cabin", cabin=cabin, accepted=accepted)
        distance_km = haversine_km(journey.origin, journey.destination) + self._detour_km
        each_kg, formula = self.by_distance(cabin, distance_km)
        total_kg = each_kg * (journey.travellers * journey.trips)
        factors = self._used(cabin, distance_km)
        return Line(
            ttw_kg=total_kg,
            wtt_kg=None,
            uncertainty_kg=total_kg * max(factor.uncertainty_pct for factor in factors) / HUNDRED,
            factors=factors,
            formula=f"({formula}) × {journey.passengers} = {mass(grams(total_kg))}",
            distance_km=distance_km,
            assumptions=(
                Note("detour_added", parameters={"detour_km": float(self._detour_km)}),
                Note("non_co2_inside_the_total"),
            ),
        )

    def _used(self, cabin: Cabin, distance_km: Decimal) -> tuple[Factor, ...]:
        """Every coefficient the figure rests on; between the hauls those of both."""
        hauls = [haul for haul in HAULS if self._uses(haul, distance_km)]
        names = [f"{name}_{haul}" for haul in hauls for name in (*_PER_HAUL, f"class_{cabin}")]
        return tuple(self._parameters[name] for name in (*names, *_FOR_ALL, *_ADDED))

    def _uses(self, haul: str, distance_km: Decimal) -> bool:
        if haul == "short":
            return distance_km < self._long_from_km
        return distance_km >= self._short_until_km
