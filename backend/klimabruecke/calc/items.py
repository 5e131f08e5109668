"""What a trip, an event, a shipment or a purchase is made of: the inputs of the calculator.

`variant` is what a method chooses factors by, besides the type and the country; `country` is an ISO 3166-1
code or None where the factors do not depend on it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Literal, TypeAlias


class Cabin(StrEnum):
    ECONOMY = "economy"
    PREMIUM = "premium"
    BUSINESS = "business"
    FIRST = "first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """One non-stop flight between two airports by IATA code, for all travellers; return doubles it."""

    type: ClassVar[str] = "flight"
    origin: str
    destination: str
    cabin: Cabin = Cabin.ECONOMY
    travellers: int = 1
    is_return: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ride:
    """A journey on the ground or by ferry, counted per passenger kilometre.

    Either `distance_km` (one way) or `origin` and `destination` (IATA code or city id) are given.
    """

    type: Literal["rail", "coach", "taxi", "ferry"]
    distance_km: Decimal | None = None
    origin: str | None = None
    destination: str | None = None
    country: str | None = None
    travellers: int = 1
    is_return: bool = False

    @property
    def variant(self) -> str:
        return "foot_passenger" if self.type == "ferry" else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Car:
    """A journey by car, counted per vehicle kilometre: ceil(travellers / occupancy) cars unless given."""

    type: ClassVar[str] = "car"
    distance_km: Decimal | None = None
    origin: str | None = None
    destination: str | None = None
    country: str | None = None
    travellers: int = 1
    is_return: bool = False
    fuel: str = "average"
    vehicles: int | None = None
    occupancy: Decimal = Decimal(1)

    @property
    def variant(self) -> str:
        return self.fuel


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotel:
    """Room nights: the room counts, not the guest."""

    variant: ClassVar[str] = ""
    type: ClassVar[str] = "hotel"
    country: str
    rooms: int
    nights: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Electricity:
    variant: ClassVar[str] = ""
    type: ClassVar[str] = "electricity"
    country: str
    kwh: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """Heat by energy carrier. German gas bills count the gross calorific value, the factors the net one."""

    type: ClassVar[str] = "heat"
    carrier: str
    country: str
    kwh: Decimal
    calorific_value: Literal["net", "gross"] = "net"

    @property
    def variant(self) -> str:
        return self.carrier


@dataclass(frozen=True, slots=True, kw_only=True)
class Meal:
    country: ClassVar[None] = None
    type: ClassVar[str] = "meal"
    diet: str
    count: int

    @property
    def variant(self) -> str:
        return self.diet


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    country: ClassVar[None] = None
    variant: ClassVar[str] = ""
    type: ClassVar[str] = "video"
    participants: int
    hours: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Freight:
    """A consignment with its packaging over a distance."""

    type: ClassVar[str] = "freight"
    mode: str
    mass_kg: Decimal
    distance_km: Decimal
    country: str | None = None

    @property
    def variant(self) -> str:
        return self.mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A purchase by mass, or by pieces where the factor is one per piece."""

    country: ClassVar[None] = None
    type: ClassVar[str] = "material"
    material: str
    mass_kg: Decimal | None = None
    count: int | None = None

    @property
    def variant(self) -> str:
        return self.material


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    country: ClassVar[None] = None
    type: ClassVar[str] = "print"
    paper: str
    mass_kg: Decimal

    @property
    def variant(self) -> str:
        return self.paper


Item: TypeAlias = Flight | Ride | Car | Hotel | Electricity | Heat | Meal | Video | Freight | Material | Print


@dataclass(frozen=True, slots=True)
class Request:
    """Everything a footprint is computed from, besides the reference data."""

    on: date
    items: tuple[Item, ...]
