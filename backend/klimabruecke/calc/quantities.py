"""How much an item is: passenger and vehicle kilometres, room nights, kilowatt hours, tonnes, pieces."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from klimabruecke.calc.amounts import THOUSAND, ceiling, number
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.factors import Factor
from klimabruecke.calc.geo import METRE, Place
from klimabruecke.calc.items import Car, Electricity, Freight, Heat, Hotel, Material, Meal, Print, Ride, Video
from klimabruecke.calc.lines import Note, Quantity
from klimabruecke.calc.methods import Method

_DETOUR = {
    "rail": "detour_rail",
    "coach": "detour_road",
    "taxi": "detour_road",
    "car": "detour_road",
    "ferry": "detour_ferry",
}


class Places(Protocol):
    """The airports (by IATA code) and cities (by id) a request may name; a dictionary will do."""

    def get(self, code: str, /) -> Place | None: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What every item of a request is computed with."""

    method: Method
    places: Places
    on: date

    def ends(self, origin: str, destination: str, unknown: str = "unknown_place") -> tuple[Place, Place]:
        """Both places of a way.

        Raises CalcError `unknown` for a code that is no airport and no city here, and `same_place` for a way
        from a place to itself, by whatever code, which would be all detour.
        """
        start, end = self._place(origin, "from", unknown), self._place(destination, "to", unknown)
        if start.position == end.position:
            raise CalcError("same_place", "to", place=destination)
        return start, end

    def _place(self, code: str, field: str, unknown: str) -> Place:
        place = self.places.get(code)
        if place is None:
            raise CalcError(unknown, field, place=code)
        return place


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity, what was assumed on the way to it, and the method's parameters it was counted with."""

    quantity: Quantity
    assumptions: tuple[Note, ...] = ()
    parameters: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class _Way:
    distance_km: Decimal
    formula: str
    assumptions: tuple[Note, ...] = ()
    parameters: tuple[Factor, ...] = ()


def ride(item: Ride, unit: str, context: Context) -> Counted:
    way = _way(item, context)
    trips = 2 if item.is_return else 1
    amount = way.distance_km * (item.travellers * trips)
    left = _directions(f"{way.formula} × {item.travellers} pax", trips)
    return Counted(Quantity(amount, unit, left, way.distance_km), way.assumptions, way.parameters)


def car(item: Car, unit: str, context: Context) -> Counted:
    """Vehicle kilometres; who drives along changes the number of cars, not the figure of one."""
    way = _way(item, context)
    trips = 2 if item.is_return else 1
    vehicles = item.vehicles or ceiling(item.travellers / item.occupancy)
    left = _directions(f"{way.formula} × {vehicles} vehicle", trips)
    assumptions = way.assumptions
    if item.vehicles is None:
        parameters = {"vehicles": vehicles, "travellers": item.travellers, "occupancy": float(item.occupancy)}
        assumptions = (*assumptions, Note("cars_by_occupancy", parameters=parameters))
    quantity = Quantity(way.distance_km * (vehicles * trips), unit, left, way.distance_km)
    return Counted(quantity, assumptions, way.parameters)


def _directions(left: str, trips: int) -> str:
    return f"{left} × 2" if trips == 2 else left


def _way(item: Ride | Car, context: Context) -> _Way:
    """The distance one way: as given, or between the places times the detour of the means of transport."""
    if item.distance_km is not None:
        if item.origin is not None or item.destination is not None:
            raise CalcError("distance_and_places", "distance_km")
        return _Way(item.distance_km, f"{number(item.distance_km)} km")
    if item.origin is None and item.destination is None:
        raise CalcError("distance_or_places", "distance_km")
    if item.origin is None or item.destination is None:
        raise CalcError("place_missing", "from" if item.origin is None else "to")
    start, end = context.ends(item.origin, item.destination)
    direct_km = context.method.distance(start, end)
    detour = context.method.data.parameters[_DETOUR[item.type]]
    distance_km = (direct_km * detour.value).quantize(METRE)
    note = Note("detour_factor", parameters={"factor": float(detour.value), "direct_km": float(direct_km)})
    return _Way(distance_km, f"{number(distance_km)} km", (note,), (detour,))


def heat(item: Heat, unit: str, context: Context) -> Counted:
    """Kilowatt hours by the net calorific value, which the factors count.

    Raises CalcError `gross_only_for_natural_gas`: for other carriers no conversion has a source here.
    """
    if item.calorific_value == "net":
        net = Note("heat_by_net_calorific_value") if item.carrier == "natural_gas" else None
        return Counted(Quantity(item.kwh, unit, f"{number(item.kwh)} kWh"), (net,) if net else ())
    if item.carrier != "natural_gas":
        raise CalcError(
            "gross_only_for_natural_gas", "calorific_value", carrier=item.carrier, accepted=("net",)
        )
    ratio = context.method.data.parameters["gas_gross_to_net"]
    note = Note("gas_gross_to_net", parameters={"ratio": float(ratio.value)})
    left = f"{number(item.kwh)} kWh ÷ {number(ratio.value)}"
    return Counted(Quantity(item.kwh / ratio.value, unit, left), (note,), (ratio,))


def freight(item: Freight, unit: str, _: Context) -> Counted:
    """Tonne kilometres."""
    tonnes = item.mass_kg / THOUSAND
    left = f"{number(tonnes)} t × {number(item.distance_km)} km"
    quantity = Quantity(tonnes * item.distance_km, unit, left, item.distance_km)
    return Counted(quantity, (Note("mass_with_packaging"),))


def material(item: Material, unit: str, _: Context) -> Counted:
    """Tonnes or pieces, whichever the factor counts. Raises CalcError `mass_needed` or `count_needed`."""
    if unit == "piece":
        if item.count is None or item.mass_kg is not None:
            raise CalcError("count_needed", "count", material=item.material)
        return _as_asked(item.count, unit, number(item.count))
    if item.mass_kg is None or item.count is not None:
        raise CalcError("mass_needed", "mass_kg", material=item.material)
    return _tonnes(item.mass_kg, unit)


def printed(item: Print, unit: str, _: Context) -> Counted:
    return _tonnes(item.mass_kg, unit)


def hotel(item: Hotel, unit: str, _: Context) -> Counted:
    nights = _as_asked(item.rooms * item.nights, unit, f"{number(item.rooms)} × {number(item.nights)}")
    return Counted(nights.quantity, (Note("hotel_by_room"),))


def electricity(item: Electricity, unit: str, _: Context) -> Counted:
    return _as_asked(item.kwh, unit, f"{number(item.kwh)} kWh")


def meal(item: Meal, unit: str, _: Context) -> Counted:
    return _as_asked(item.count, unit, number(item.count))


def video(item: Video, unit: str, _: Context) -> Counted:
    left = f"{number(item.participants)} × {number(item.hours)} h"
    return _as_asked(item.participants * item.hours, unit, left)


def _tonnes(mass_kg: Decimal, unit: str) -> Counted:
    return _as_asked(mass_kg / THOUSAND, unit, f"{number(mass_kg / THOUSAND)} t")


def _as_asked(amount: Decimal | int, unit: str, left: str) -> Counted:
    return Counted(Quantity(Decimal(amount), unit, left))


COUNT: Mapping[type, Callable[[Any, str, Context], Counted]] = {
    Ride: ride,
    Car: car,
    Hotel: hotel,
    Electricity: electricity,
    Heat: heat,
    Meal: meal,
    Video: video,
    Freight: freight,
    Material: material,
    Print: printed,
}
"""How each kind of item is counted: the item, the unit its factor counts, the context."""
