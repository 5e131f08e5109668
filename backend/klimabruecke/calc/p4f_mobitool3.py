"""Flights as pledge4future/co2calculator computes them, with the factors of mobitool v3.

Great circle on a sphere of 6,371 km plus 95 km, one factor up to 3,700 km and a lower one beyond, so a
longer trip can show less (1,079.7 kg at 3,700 km, 701.3 kg at 3,701 km). The factors are life-cycle figures
whose level implies that they contain the non-CO2 effect: nothing is added to them. There is no first class
on short legs.
"""

from dataclasses import replace
from decimal import Decimal

from klimabruecke.calc.flight import Journey
from klimabruecke.calc.geo import haversine_km
from klimabruecke.calc.lines import Line, Note, factor_line
from klimabruecke.calc.methods import MethodData, flight_choice, flight_quantity


class P4fFlight:
    def __init__(self, data: MethodData) -> None:
        self._data = data
        self._detour_km = data.parameters["detour_flight_km"].value
        self._long_haul_over_km = data.parameters["long_haul_over_km"].value

    def haul(self, distance_km: Decimal) -> str:
        """The band of a distance that already contains the 95 km."""
        return "short_haul" if distance_km <= self._long_haul_over_km else "long_haul"

    def line(self, journey: Journey) -> Line:
        distance_km = haversine_km(journey.origin, journey.destination) + self._detour_km
        choice = flight_choice(self._data.table, self.haul(distance_km), journey.cabin)
        factors = [self._data.book.on(factor_id, journey.day) for factor_id in choice.factor_ids]
        line = factor_line(flight_quantity(journey, distance_km), factors)
        detour = Note("detour_added", parameters={"detour_km": float(self._detour_km)})
        return replace(line, assumptions=(detour, Note("non_co2_inside_the_total")))
