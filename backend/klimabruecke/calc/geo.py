"""Distances between places, cached: a geodesic costs about 0.1 ms, a remembered one nothing."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import TypeAlias

from geographiclib.geodesic import Geodesic

EARTH_RADIUS_KM = 6371.0
"""The sphere pledge4future and myclimate compute on."""

METRE = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Place:
    """An airport or a city, by the code a request names it with."""

    code: str
    latitude_deg: float
    longitude_deg: float
    country: str

    @property
    def position(self) -> tuple[float, float]:
        return (self.latitude_deg, self.longitude_deg)


def geodesic_km(a: Place, b: Place) -> Decimal:
    """The shortest way over the WGS84 ellipsoid, rounded to the metre. The same in both directions."""
    return _geodesic_km(*_ordered(a, b))


def haversine_km(a: Place, b: Place) -> Decimal:
    """The shortest way over a sphere of 6,371 km, rounded to the metre; up to 0.55 % beside the geodesic."""
    return _haversine_km(*_ordered(a, b))


_Ends: TypeAlias = tuple[float, float, float, float]


def _ordered(a: Place, b: Place) -> _Ends:
    """One order for both directions: half the cache, and symmetric to the last digit."""
    start, end = a.position, b.position
    return (*start, *end) if start <= end else (*end, *start)


def _to_the_metre(distance_m: float) -> Decimal:
    return Decimal(round(distance_m)).scaleb(-3)


@lru_cache(maxsize=16_384)
def _geodesic_km(lat1: float, lon1: float, lat2: float, lon2: float) -> Decimal:
    return _to_the_metre(Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, Geodesic.DISTANCE)["s12"])


@lru_cache(maxsize=16_384)
def _haversine_km(lat1: float, lon1: float, lat2: float, lon2: float) -> Decimal:
    phi1, phi2 = radians(lat1), radians(lat2)
    half_chord = sin((phi2 - phi1) / 2) ** 2
    half_chord += cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return _to_the_metre(2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half_chord))) * 1000)
