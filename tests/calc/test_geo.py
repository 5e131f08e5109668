"""Distances: known ones, and both ways."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from klimabruecke.calc.geo import Place, geodesic_km, haversine_km

positions = st.builds(Place, st.just("X"), st.floats(-90, 90), st.floats(-180, 180), st.just("NA"))


def test_a_degree_of_longitude_on_the_equator_is_a_360th_of_it() -> None:
    west, east = Place("A", 0.0, 0.0, "GA"), Place("B", 0.0, 1.0, "GA")
    assert geodesic_km(west, east) == Decimal("111.319")
    assert haversine_km(west, east) == Decimal("111.195")


@settings(max_examples=50, deadline=None)
@given(positions, positions)
def test_a_way_is_as_long_back_and_never_longer_than_half_round_the_earth(a: Place, b: Place) -> None:
    assert geodesic_km(a, b) == geodesic_km(b, a)
    assert haversine_km(a, b) == haversine_km(b, a)
    assert 0 <= geodesic_km(a, b) <= Decimal("20003.932")
    assert 0 <= haversine_km(a, b) <= Decimal("20015.087")
