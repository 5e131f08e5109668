"""Kept items as they are shown: one flat shape for every type, so that an item can be sent back as it is."""

from typing import Annotated, Any

from pydantic import Field
from pydantic.config import JsonDict

from klimabruecke.calc.limits import LIMITS
from klimabruecke.core.schemas import Out, unset
from klimabruecke.footprint.answers import ItemType
from klimabruecke.footprint.schemas import (
    CabinName,
    Carrier,
    Country,
    Diet,
    Fuel,
    MaterialName,
    Mode,
    Paper,
    PlaceCode,
)


def _whole(name: str, description: str) -> Any:
    low, high = LIMITS[name]
    return Field(default_factory=unset, ge=int(low), le=high, description=description)


def _measured(name: str, description: str) -> Any:
    low, high = LIMITS[name]
    bounds: JsonDict = {"format": "double"}
    return Field(
        default_factory=unset, ge=float(low), le=high, description=description, json_schema_extra=bounds
    )


def _choice(description: str) -> Any:
    return Field(default_factory=unset, description=description)


class KeptItem(Out):
    """An item as it was computed: the fields of its type, every default written out."""

    type: ItemType = Field(description="What it is.")
    from_: Annotated[PlaceCode, Field(alias="from")] = _choice("Where it starts.")
    to: PlaceCode = _choice("Where it ends.")
    distance_km: float = _measured("distance_km", "Distance one way, in km.")
    country: Country = _choice("Country, ISO 3166-1 alpha-2.")
    cabin: CabinName = _choice("Cabin class.")
    travellers: int = _whole("travellers", "How many people travel.")
    is_return: Annotated[bool, Field(alias="return")] = _choice("True for there and back.")
    fuel: Fuel = _choice("What drives the car.")
    vehicles: int = _whole("vehicles", "Number of cars.")
    occupancy: float = _measured("occupancy", "People in a car.")
    rooms: int = _whole("rooms", "Number of rooms.")
    nights: int = _whole("nights", "Number of nights.")
    kwh: float = _measured("kwh", "Energy in kWh.")
    carrier: Carrier = _choice("Energy carrier.")
    calorific_value: Annotated[str, Field(pattern="^(net|gross)$", max_length=5)] = _choice(
        "What `kwh` counts."
    )
    diet: Diet = _choice("What is on the plate.")
    count: int = _whole("count", "Number of pieces.")
    participants: int = _whole("participants", "How many people take part.")
    hours: float = _measured("hours", "Hours.")
    mode: Mode = _choice("Means of transport.")
    mass_kg: float = _measured("mass_kg", "Mass in kg.")
    material: MaterialName = _choice("What is bought.")
    paper: Paper = _choice("Paper.")
