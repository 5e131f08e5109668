"""Flights by ADEME's Impact CO2, on the geodesic: one factor a band, the same for every cabin.

The factors hold fuel from well to wheel, aircraft construction and contrails, so nothing is added. The
bands step down at 1,000 and 2,000 km: 224.6 kg at 1,000 km, 184.8 kg at 1,001 km.
"""

from dataclasses import replace
from decimal import Decimal

from klimabruecke.calc.flight import Journey
from klimabruecke.calc.geo import geodesic_km
from klimabruecke.calc.lines import Line, Note, factor_line
from klimabruecke.calc.methods import MethodData, flight_choice, flight_quantity

CABIN = "average"


class AdemeFlight:
    def __init__(self, data: MethodData) -> None:
        self._data = data
        self._short_until_km = data.parameters["short_haul_until_km"].value
        self._medium_until_km = data.parameters["medium_haul_until_km"].value

    def haul(self, distance_km: Decimal) -> str:
        if distance_km <= self._short_until_km:
            return "short_haul"
        return "medium_haul" if distance_km <= self._medium_until_km else "long_haul"

    def line(self, journey: Journey) -> Line:
        distance_km = geodesic_km(journey.origin, journey.destination)
        choice = flight_choice(self._data.table, self.haul(distance_km), CABIN)
        factors = [self._data.book.on(factor_id, journey.day) for factor_id in choice.factor_ids]
        line = factor_line(flight_quantity(journey, distance_km), factors)
        return replace(
            line, assumptions=(Note("one_factor_for_all_cabins"), Note("non_co2_inside_the_total"))
        )
