"""The planner's worked example: Bremen to Windhoek and back for five people, against three variants."""

from decimal import Decimal

import pytest

from klimabruecke.calc.footprint import Footprint, difference
from klimabruecke.calc.items import Flight, Hotel, Item, Ride, Video
from klimabruecke.calc.uncertainty import Range
from tests.calc.seeds import compute


def flight(origin: str, destination: str, travellers: int) -> Flight:
    return Flight(origin=origin, destination=destination, travellers=travellers, is_return=True)


def stay(people: int) -> Hotel:
    return Hotel(country="NA", rooms=people, nights=6)


def rail_to_hub(people: int) -> Ride:
    return Ride(type="rail", origin="BRE", destination="FRA", country="DE", travellers=people, is_return=True)


def by_air(people: int) -> Footprint:
    return compute(flight("BRE", "FRA", people), flight("FRA", "WDH", people), stay(people))


def by_rail_and_air(people: int, *more: Item) -> Footprint:
    return compute(rail_to_hub(people), flight("FRA", "WDH", people), stay(people), *more)


A = by_air(5)
B = by_rail_and_air(5)
C = by_air(3)
D = by_rail_and_air(2, Video(participants=5, hours=Decimal(12)))


def tonnes(mass: Range) -> tuple[float, float, float]:
    return (round(mass.low_g / 1e6, 2), round(mass.central_g / 1e6, 2), round(mass.high_g / 1e6, 2))


@pytest.mark.parametrize(
    ("variant", "ghg", "climate_effect"),
    [
        (A, (6.73, 8.85, 10.97), (8.85, 13.10, 21.00)),
        (B, (6.41, 8.41, 10.41), (8.41, 12.34, 19.63)),
        (C, (4.04, 5.31, 6.58), (5.31, 7.86, 12.60)),
        (D, (2.57, 3.37, 4.17), (3.37, 4.94, 7.86)),
    ],
)
def test_a_variant_shows_the_published_tonnes_and_their_range(
    variant: Footprint, ghg: tuple[float, ...], climate_effect: tuple[float, ...]
) -> None:
    assert tonnes(variant.ghg_g) == ghg
    assert tonnes(variant.climate_effect_g) == climate_effect


@pytest.mark.parametrize(
    ("variant", "saving"), [(B, (0.30, 0.44, 0.58)), (C, (2.69, 3.54, 4.39)), (D, (4.16, 5.48, 6.80))]
)
def test_what_two_variants_share_does_not_blur_their_difference(
    variant: Footprint, saving: tuple[float, ...]
) -> None:
    assert tonnes(difference(A, variant)) == pytest.approx(saving, abs=0.0051)


def test_a_variant_saves_nothing_against_itself_and_that_is_certain() -> None:
    assert difference(A, A) == Range(0, 0, 0)


def test_a_dearer_variant_saves_less_than_nothing() -> None:
    saving = difference(D, A)
    assert saving.central_g == -difference(A, D).central_g
    assert saving.low_g < saving.central_g < saving.high_g < 0


def test_flights_and_hotel_share_the_total_as_published() -> None:
    by_type = {group.item_type: group for group in A.groups}
    assert by_type["flight"].ghg_g == pytest.approx(7_308_000, rel=0.001)
    assert by_type["hotel"].ghg_g == 1_542_000
    variance = {name: group.uncertainty_g**2 for name, group in by_type.items()}
    assert variance["flight"] / sum(variance.values()) == pytest.approx(0.74, abs=0.005)
    assert A.per_traveller_g == pytest.approx(1_770_011, abs=1)


def test_the_steps_from_a_to_d_are_the_published_ones() -> None:
    people_g = compute(*[flight(*leg, 3) for leg in (("BRE", "FRA"), ("FRA", "WDH"))]).ghg_g.central_g
    rail_g = compute(flight("BRE", "FRA", 2)).ghg_g.central_g - compute(rail_to_hub(2)).ghg_g.central_g
    assert people_g == pytest.approx(4_385_000, abs=500)
    assert compute(stay(3)).ghg_g.central_g == pytest.approx(925_000, abs=500)
    assert rail_g == pytest.approx(176_000, abs=500)
    assert D.items[-1].ghg_g.central_g == 3_300
