"""What a footprint is asked with."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, ConfigDict, Field, JsonValue
from pydantic.config import JsonDict

from klimabruecke.calc import items as calculated
from klimabruecke.calc.items import Cabin
from klimabruecke.calc.limits import FIRST_DAY, LAST_DAY, LIMITS, MAX_ITEMS
from klimabruecke.core.language import Bilingual
from klimabruecke.core.schemas import In
from klimabruecke.core.spellings import spelled
from klimabruecke.core.types import CountryCode, Integer, WrittenDay, check_range

MethodId = Literal["klimabruecke-2026", "desnz-2025", "p4f-mobitool3", "myclimate-2019", "ademe-2026"]
Kind = Literal["trip", "event", "shipment", "purchase", "online_meeting"]
CabinName = Literal["economy", "premium", "business", "first"]
Fuel = Literal["average", "diesel", "petrol", "hybrid", "plug_in_hybrid", "electric"]
Carrier = Literal["natural_gas", "heating_oil", "district_heat", "lpg", "wood", "pellets"]
Diet = Literal["beef", "chicken", "white_fish", "oily_fish", "vegetarian", "vegan"]
Mode = Literal["road", "van", "rail", "sea_container", "air_long_haul", "air_short_haul"]
MaterialName = Literal[
    "paper_primary",
    "paper_recycled",
    "board_primary",
    "board_recycled",
    "clothing",
    "plastics_primary",
    "plastics_recycled",
    "glass_primary",
    "wood",
    "electronics_it",
    "t_shirt_cotton",
    "t_shirt_polyester",
    "polo_shirt",
    "sweatshirt_cotton",
    "shirt_cotton",
]
Paper = Literal["paper_recycled", "paper_primary"]

Airport = Annotated[
    str,
    Field(
        pattern=spelled(
            "^[A-Za-z]{3}$",
            Bilingual(
                "Geben Sie den IATA-Code des Flughafens an: drei Buchstaben, zum Beispiel FRA.",
                "Give the IATA code of the airport: three letters, for example FRA.",
            ),
        ),
        json_schema_extra={"minLength": 3, "maxLength": 3},
        description="IATA code of an airport.",
    ),
]
PlaceCode = Annotated[
    str,
    Field(
        pattern=spelled(
            "^[A-Za-z][A-Za-z0-9-]{1,79}$",
            Bilingual(
                "Geben Sie einen IATA-Code aus drei Buchstaben an wie BRE oder die Kennung einer"
                " Partnerstadt wie bremen.",
                "Give an IATA code of three letters such as BRE or the id of a partner city such as bremen.",
            ),
        ),
        json_schema_extra={"maxLength": 80},
        description="IATA code of an airport or id of a city here.",
    ),
]
Country = Annotated[CountryCode, Field(description="Country, ISO 3166-1 alpha-2. Namibia is NA.")]


def _day_with_factors(value: date) -> date:
    check_range(value, FIRST_DAY, LAST_DAY)
    return value


ActivityDay = Annotated[
    WrittenDay,
    AfterValidator(_day_with_factors),
    Field(
        json_schema_extra={
            "format": "date",
            "maxLength": 10,
            "pattern": r"^(20[1-9]\d|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
        }
    ),
]
"""A day the calculator has factors for: 2010 to 2100."""


def _whole(name: str, description: str) -> Any:
    """A whole number within the calculator's limits."""
    low, high = LIMITS[name]
    return Field(
        ge=int(low),
        le=high,
        description=description,
        json_schema_extra={"format": "int32"},
    )


def _measured(name: str, description: str) -> Any:
    """A finite number within the calculator's limits; `true` and `"5"` are none."""
    low, high = LIMITS[name]
    return Field(
        strict=True,
        ge=float(low),
        le=high,
        description=description,
        json_schema_extra={"format": "double"},
    )


def _exact(value: float) -> Decimal:
    """The number as it was written."""
    return Decimal(repr(value))


Travellers = Annotated[Integer, _whole("travellers", "How many people travel.")]
Return = Annotated[
    bool, Field(strict=True, alias="return", description="True for there and back: everything counts twice.")
]
DistanceKm = Annotated[float, _measured("distance_km", "Distance one way, in km.")]
MassKg = Annotated[float, _measured("mass_kg", "Mass in kg.")]
Kwh = Annotated[float, _measured("kwh", "Energy in kWh.")]
Count = Annotated[Integer, _whole("count", "Number of pieces.")]
SomeCountry = Annotated[
    Country | None, Field(description="Country, ISO 3166-1 alpha-2; null takes the factor for the world.")
]


class FlightIn(In):
    """A non-stop flight. A journey with changes is one flight a leg."""

    type: Literal["flight"] = Field(description="Kind of item.")
    from_: Airport = Field(alias="from")
    to: Airport
    cabin: CabinName = Field("economy", description="Cabin class.")
    travellers: Travellers = 1
    is_return: Return = False

    def item(self) -> calculated.Flight:
        return calculated.Flight(
            origin=self.from_,
            destination=self.to,
            cabin=Cabin(self.cabin),
            travellers=self.travellers,
            is_return=self.is_return,
        )


class _GroundIn(In):
    distance_km: DistanceKm | None = Field(None, description="Distance one way, in km.")
    from_: PlaceCode | None = Field(None, alias="from", description="Where it begins, instead of a distance.")
    to: PlaceCode | None = Field(None, description="Where it ends, instead of a distance.")
    country: SomeCountry = None
    travellers: Travellers = 1
    is_return: Return = False

    def way(self) -> dict[str, Any]:
        return {
            "distance_km": None if self.distance_km is None else _exact(self.distance_km),
            "origin": self.from_,
            "destination": self.to,
            "country": self.country,
            "travellers": self.travellers,
            "is_return": self.is_return,
        }


class RideIn(_GroundIn):
    """Rail, coach, taxi or ferry: give `distance_km`, or `from` and `to` (then a detour is added)."""

    type: Literal["rail", "coach", "taxi", "ferry"] = Field(description="Kind of item.")

    def item(self) -> calculated.Ride:
        return calculated.Ride(type=self.type, **self.way())


Vehicles = Annotated[Integer, _whole("vehicles", "Number of cars.")]


class CarIn(_GroundIn):
    """A journey by car, counted per vehicle: `vehicles`, else as many as `occupancy` asks for."""

    type: Literal["car"] = Field(description="Kind of item.")
    fuel: Fuel = Field("average", description="What drives the car.")
    vehicles: Vehicles | None = Field(None, description="Number of cars; null: by occupancy.")
    occupancy: Annotated[float, _measured("occupancy", "People in a car.")] = 1

    def item(self) -> calculated.Car:
        return calculated.Car(
            fuel=self.fuel, vehicles=self.vehicles, occupancy=_exact(self.occupancy), **self.way()
        )


class HotelIn(In):
    """Room nights: the room counts, not the guest."""

    type: Literal["hotel"] = Field(description="Kind of item.")
    country: Country
    rooms: Annotated[Integer, _whole("rooms", "Number of rooms.")]
    nights: Annotated[Integer, _whole("nights", "Number of nights.")]

    def item(self) -> calculated.Hotel:
        return calculated.Hotel(country=self.country, rooms=self.rooms, nights=self.nights)


class ElectricityIn(In):
    """Electricity from the grid."""

    type: Literal["electricity"] = Field(description="Kind of item.")
    country: Country
    kwh: Kwh

    def item(self) -> calculated.Electricity:
        return calculated.Electricity(country=self.country, kwh=_exact(self.kwh))


class HeatIn(In):
    """Heat, by net calorific value. A German gas bill counts the gross one: set `calorific_value`."""

    type: Literal["heat"] = Field(description="Kind of item.")
    carrier: Carrier = Field(description="Energy carrier.")
    country: Country
    kwh: Kwh
    calorific_value: Literal["net", "gross"] = Field("net", description="What `kwh` counts.")

    def item(self) -> calculated.Heat:
        return calculated.Heat(
            carrier=self.carrier,
            country=self.country,
            kwh=_exact(self.kwh),
            calorific_value=self.calorific_value,
        )


class MealIn(In):
    """Meals of one kind."""

    type: Literal["meal"] = Field(description="Kind of item.")
    diet: Diet = Field(description="What is on the plate.")
    count: Count

    def item(self) -> calculated.Meal:
        return calculated.Meal(diet=self.diet, count=self.count)


class VideoIn(In):
    """A video conference."""

    type: Literal["video"] = Field(description="Kind of item.")
    participants: Annotated[Integer, _whole("participants", "How many people take part.")]
    hours: Annotated[float, _measured("hours", "How long it lasts, in hours.")]

    def item(self) -> calculated.Video:
        return calculated.Video(participants=self.participants, hours=_exact(self.hours))


class FreightIn(In):
    """A consignment with its packaging."""

    type: Literal["freight"] = Field(description="Kind of item.")
    mode: Mode = Field(description="Means of transport.")
    country: SomeCountry = None
    mass_kg: MassKg
    distance_km: DistanceKm

    def item(self) -> calculated.Freight:
        return calculated.Freight(
            mode=self.mode,
            country=self.country,
            mass_kg=_exact(self.mass_kg),
            distance_km=_exact(self.distance_km),
        )


class MaterialIn(In):
    """A purchase: `count` for shirts, `mass_kg` for everything else."""

    type: Literal["material"] = Field(description="Kind of item.")
    material: MaterialName = Field(description="What is bought.")
    mass_kg: MassKg | None = Field(None, description="Mass in kg; null where pieces count.")
    count: Count | None = Field(None, description="Number of pieces; null where mass counts.")

    def item(self) -> calculated.Material:
        mass_kg = None if self.mass_kg is None else _exact(self.mass_kg)
        return calculated.Material(material=self.material, mass_kg=mass_kg, count=self.count)


class PrintIn(In):
    """Printed matter by the paper it is printed on."""

    type: Literal["print"] = Field(description="Kind of item.")
    paper: Paper = Field(description="Paper.")
    mass_kg: MassKg

    def item(self) -> calculated.Print:
        return calculated.Print(paper=self.paper, mass_kg=_exact(self.mass_kg))


ItemIn: TypeAlias = Annotated[
    FlightIn
    | RideIn
    | CarIn
    | HotelIn
    | ElectricityIn
    | HeatIn
    | MealIn
    | VideoIn
    | FreightIn
    | MaterialIn
    | PrintIn,
    Field(discriminator="type"),
]


_LEGS: list[JsonValue] = [
    {"type": "flight", "from": "BRE", "to": "FRA", "travellers": 5, "return": True},
    {"type": "flight", "from": "FRA", "to": "WDH", "travellers": 5, "return": True},
]
_DELEGATION: JsonDict = {
    "kind": "trip",
    "on": "2026-11-24",
    "items": [*_LEGS, {"type": "hotel", "country": "NA", "rooms": 5, "nights": 6}],
}
_FLIGHTS: JsonDict = {**_DELEGATION, "items": _LEGS}
"""What every method knows; a night in a hotel in Namibia only ours does."""


class FootprintComparisonIn(In):
    """What is to be computed by every method."""

    model_config = ConfigDict(json_schema_extra={"examples": [_FLIGHTS]})

    kind: Kind = Field(description="What the items belong to.")
    on: ActivityDay = Field(description="Day of the activity; it chooses the factor sets.")
    items: list[ItemIn] = Field(min_length=1, max_length=MAX_ITEMS, description="What it is made of.")

    def request(self) -> calculated.Request:
        return calculated.Request(self.on, tuple(item.item() for item in self.items))


class FootprintIn(FootprintComparisonIn):
    """What is to be computed by one method."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{**_DELEGATION, "method": "klimabruecke-2026"}]}
    )

    method: MethodId = Field("klimabruecke-2026", description="Which method computes.")
