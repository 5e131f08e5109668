"""An answer warns about its factors, with the code, the item and what a sentence needs."""

from datetime import date
from decimal import Decimal

import pytest

from klimabruecke.calc.footprint import Footprint
from klimabruecke.calc.gwp import gwp_basis
from klimabruecke.calc.items import Car, Electricity, Flight, Freight, Hotel, Item, Meal, Ride, Video
from klimabruecke.calc.lines import Note
from tests.calc.seeds import compute

HUNDRED = Decimal(100)


def codes(answer: Footprint) -> set[tuple[str, int | None]]:
    return {(warning.code, warning.item) for warning in answer.warnings}


def test_a_flight_in_the_year_of_its_factors_warns_of_nothing() -> None:
    assert not compute(Flight(origin="FRA", destination="WDH")).warnings


def test_namibia_by_proxy_says_so() -> None:
    answer = compute(Hotel(country="DE", rooms=1, nights=1), Hotel(country="NA", rooms=1, nights=1))
    (warning,) = answer.warnings
    assert (warning.code, warning.item) == ("proxy_factor", 1)
    assert warning.parameters == {"reason": "country", "item_type": "hotel", "variant": "", "country": "NA"}


def test_a_british_car_stands_in_for_every_country_but_britain() -> None:
    assert codes(compute(Car(country="ZA", distance_km=HUNDRED))) == {("proxy_factor", 0)}
    assert codes(compute(Car(distance_km=HUNDRED))) == {("proxy_factor", 0)}
    assert codes(compute(Car(country="GB", distance_km=HUNDRED))) == set()


@pytest.mark.parametrize(
    "item",
    [
        Video(participants=2, hours=Decimal(1)),
        Freight(mode="sea_container", mass_kg=HUNDRED, distance_km=HUNDRED),
    ],
)
def test_a_world_factor_that_fits_everywhere_is_no_proxy(item: Item) -> None:
    assert ("proxy_factor", 0) not in codes(compute(item))


def test_a_date_after_the_last_set_takes_it_and_says_so() -> None:
    answer = compute(Hotel(country="DE", rooms=1, nights=1), on=date(2026, 11, 24))
    (warning,) = answer.warnings
    assert warning.code == "older_factor_set"
    assert warning.parameters["valid_to"] == "2025-12-31"


def test_a_date_before_the_first_set_takes_it_as_a_proxy_and_says_so() -> None:
    answer = compute(Hotel(country="DE", rooms=1, nights=1), on=date(2024, 5, 1))
    (warning,) = answer.warnings
    assert warning.code == "proxy_factor"
    assert warning.parameters["reason"] == "later_set"


def test_a_figure_from_well_to_wheel_says_that_it_cannot_be_split() -> None:
    answer = compute(Ride(type="rail", country="DE", distance_km=HUNDRED), on=date(2019, 5, 1))
    assert ("wtw_only", 0) in codes(answer)
    assert (answer.ttw_g, answer.wtt_g, answer.items[0].wtt_g) == (2_900, None, None)


def test_what_never_moved_has_no_wheel_to_reach() -> None:
    assert ("wtw_only", 0) not in codes(compute(Meal(diet="vegan", count=1)))


def test_two_gwp_sets_in_one_footprint_are_named() -> None:
    answer = compute(Flight(origin="FRA", destination="WDH"), Electricity(country="DE", kwh=HUNDRED))
    mixed = [warning for warning in answer.warnings if warning.code == "mixed_gwp_sets"]
    assert mixed == [Note("mixed_gwp_sets", None, {"sets": ("AR5", "CO2 only")})]


@pytest.mark.parametrize(
    ("label", "sets"),
    [
        ("AR5 (CH4 28, N2O 265; set lists these)", {"AR5"}),
        ("IPCC AR5 (recalled)", {"AR5"}),
        ("AR4/AR5 by TREMOD version (recalled)", {"AR4", "AR5"}),
        ("AR5/AR6 mixed by dataset (not stated in the copy)", {"AR5", "AR6"}),
        ("CO2 only (biogenic rows CO2e)", {"CO2 only"}),
        ("CORSIA LCA (AR5)", {"AR5"}),
        ("mixed (DFFE AR5 + Ember LCA)", {"AR5", "IPCC LCA"}),
        ("not stated in the copy (mobitool v3: IPCC 100a; recalled)", {"not stated"}),
        ("", set()),
    ],
)
def test_a_publishers_wording_names_its_gwp_sets(label: str, sets: set[str]) -> None:
    assert gwp_basis(label) == sets


def test_an_assumption_is_stated_once() -> None:
    answer = compute(*[Flight(origin="FRA", destination="WDH")] * 3)
    assert [note.code for note in answer.assumptions] == [
        "geodesic_without_detour",
        "non_co2_beside_the_total",
    ]
