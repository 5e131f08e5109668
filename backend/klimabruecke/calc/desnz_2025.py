"""Flights by the conversion factors of the UK government, `International, to/from non-UK`, on the geodesic.

The factors contain 8 % for the detour; nothing is added to the distance. The set follows the date of the
flight. The well-to-tank rows are shown as published, although they did not follow the fall of the
tank-to-wheel rows in 2025. The non-CO2 effect is the row with radiative forcing minus the row without; it
stands beside the total.
"""

from dataclasses import replace
from datetime import date

from klimabruecke.calc.factors import NonCo2
from klimabruecke.calc.flight import ASSUMPTIONS, Journey
from klimabruecke.calc.geo import geodesic_km
from klimabruecke.calc.lines import Line, NonCo2Kg, Quantity, factor_line
from klimabruecke.calc.methods import MethodData, flight_choice, flight_quantity

HAUL = "international"


class DesnzFlight:
    def __init__(self, data: MethodData) -> None:
        self._data = data

    def line(self, journey: Journey) -> Line:
        distance_km = geodesic_km(journey.origin, journey.destination)
        line = self.haul_line(flight_quantity(journey, distance_km), HAUL, journey.cabin, journey.day)
        return replace(line, assumptions=ASSUMPTIONS)

    def haul_line(self, quantity: Quantity, haul: str, cabin: str, day: date) -> Line:
        """The line of any haul (domestic, short_haul, long_haul, international) and cabin DESNZ publishes."""
        choice = flight_choice(self._data.table, haul, cabin)
        factors = tuple(self._data.book.on(factor_id, day) for factor_id in choice.factor_ids)
        without_rf = [factor for factor in factors if factor.non_co2 is not NonCo2.INCLUDED]
        with_rf = next(factor for factor in factors if factor.non_co2 is NonCo2.INCLUDED)
        extra_kg = (with_rf.value - without_rf[0].value) * quantity.amount
        line = factor_line(quantity, without_rf)
        return replace(line, factors=factors, non_co2_kg=NonCo2Kg(extra_kg, extra_kg, extra_kg))
