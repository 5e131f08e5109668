"""Flights by klimabruecke-2026: continuous in distance in every cabin, no border makes a trip cheaper.

Per traveller and leg: TTW = (24.0 + 0.0665 km⁻¹ × distance) × cabin multiplier, WTT = 0.2027 × TTW; the
effect beyond greenhouse gases is 0 / 0.7 / 2.0 × TTW and stands beside the total, never in it. The distance
is the geodesic without a detour: the anchors the two terms were fitted to contain it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from klimabruecke.calc.amounts import grams, mass, number, parameter
from klimabruecke.calc.factors import Factor
from klimabruecke.calc.geo import Place, geodesic_km
from klimabruecke.calc.items import Cabin
from klimabruecke.calc.lines import HUNDRED, Line, Note, guard_non_co2, non_co2_kg

ONE = Decimal(1)
ASSUMPTIONS = (Note("geodesic_without_detour"), Note("non_co2_beside_the_total"))
SIX_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Journey:
    """One flight with its places found: `trips` is 2 for a return, `day` chooses the factor set."""

    origin: Place
    destination: Place
    cabin: Cabin
    travellers: int
    trips: int
    day: date

    @property
    def passengers(self) -> str:
        """The people and directions as a formula shows them."""
        return f"{self.travellers} pax × 2" if self.trips == 2 else f"{self.travellers} pax"


class ContinuousFlight:
    """The model with its parameters looked up once. `parameters` are the method's, by name."""

    def __init__(self, parameters: Mapping[str, Factor]) -> None:
        self._fixed = parameters["air_fixed"]
        self._per_km = parameters["air_per_km"]
        self._wtt_share = parameters["air_wtt_share"]
        self._k = tuple(parameters[f"air_non_co2_{level}"] for level in ("low", "central", "high"))
        self._short_until_km = parameters["air_cabin_short_until_km"].value
        self._long_from_km = parameters["air_cabin_long_from_km"].value
        self._short_leg_km = parameters["air_short_leg_km"].value
        business_short = parameters["air_business_short"]
        self._short: Mapping[Cabin, Factor] = {Cabin.BUSINESS: business_short, Cabin.FIRST: business_short}
        self._long: Mapping[Cabin, Factor] = {
            Cabin.PREMIUM: parameters["air_premium_long"],
            Cabin.BUSINESS: parameters["air_business_long"],
            Cabin.FIRST: parameters["air_first_long"],
        }
        self._by_cabin = {cabin: self._factors_of(cabin) for cabin in Cabin}
        for factors, _ in self._by_cabin.values():
            guard_non_co2(factors)

    def _factors_of(self, cabin: Cabin) -> tuple[tuple[Factor, ...], Decimal]:
        """The parameters a flight in the cabin uses, and its uncertainty in %: that of the least certain."""
        cabins = tuple(table[cabin] for table in (self._short, self._long) if cabin in table)
        greenhouse = (self._fixed, self._per_km, *cabins, self._wtt_share)
        return (*greenhouse, *self._k), max(factor.uncertainty_pct for factor in greenhouse)

    def multiplier(self, cabin: Cabin, distance_km: Decimal) -> Decimal:
        """A seat of the cabin in economy seats: linear between short and long legs, to six places."""
        short = self._short[cabin].value if cabin in self._short else ONE
        if distance_km <= self._short_until_km:
            return short
        long = self._long[cabin].value if cabin in self._long else ONE
        if distance_km >= self._long_from_km:
            return long
        share = (distance_km - self._short_until_km) / (self._long_from_km - self._short_until_km)
        return (short + share * (long - short)).quantize(SIX_PLACES)

    def ttw_kg(self, cabin: Cabin, distance_km: Decimal) -> Decimal:
        """Tank-to-wake kg CO2e of one traveller on one leg."""
        economy = self._fixed.value + self._per_km.value * distance_km
        return economy * self.multiplier(cabin, distance_km)

    def line(self, journey: Journey) -> Line:
        distance_km = geodesic_km(journey.origin, journey.destination)
        cabin = journey.cabin
        ttw_kg = self.ttw_kg(cabin, distance_km) * (journey.travellers * journey.trips)
        wtt_kg = self._wtt_share.value * ttw_kg
        factors, uncertainty_pct = self._by_cabin[cabin]
        short_leg = distance_km < self._short_leg_km
        return Line(
            ttw_kg=ttw_kg,
            wtt_kg=wtt_kg,
            uncertainty_kg=(ttw_kg + wtt_kg) * uncertainty_pct / HUNDRED,
            factors=factors,
            formula=self._formula(journey, distance_km, ttw_kg),
            distance_km=distance_km,
            non_co2_kg=non_co2_kg(ttw_kg, *self._k),
            warnings=(self._short_leg_note(distance_km),) if short_leg else (),
            assumptions=ASSUMPTIONS,
        )

    def _formula(self, journey: Journey, distance_km: Decimal, ttw_kg: Decimal) -> str:
        multiplier = parameter(self.multiplier(journey.cabin, distance_km))
        ttw = mass(grams(ttw_kg))
        share, k = self._wtt_share.value, self._k[1].value
        return (
            f"TTW ({parameter(self._fixed.value)} + {number(self._per_km.value)} × {number(distance_km)} km)"
            f" × {multiplier} × {journey.passengers} = {ttw};"
            f" WTT {number(share)} × {ttw} = {mass(grams(share * ttw_kg))};"
            f" non-CO2 {number(k)} × {ttw} = {mass(grams(k * ttw_kg))}"
        )

    def _short_leg_note(self, distance_km: Decimal) -> Note:
        km = float(distance_km)
        return Note(
            "short_leg_non_co2", parameters={"distance_km": km, "limit_km": float(self._short_leg_km)}
        )
