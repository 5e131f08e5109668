"""Everything that is not a flight: numbers a reader can check in the head, and what has no honest answer."""

from decimal import Decimal

import pytest

from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.items import (
    Car,
    Electricity,
    Freight,
    Heat,
    Hotel,
    Item,
    Material,
    Meal,
    Print,
    Ride,
    Video,
)
from tests.calc.seeds import compute

HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)


@pytest.mark.parametrize(
    ("item", "ghg_kg", "wtt_kg"),
    [
        (Ride(type="rail", country="DE", distance_km=HUNDRED, travellers=2), 5.8, None),
        (Ride(type="rail", country="GB", distance_km=HUNDRED), 4.443, 0.897),
        (Ride(type="coach", country="ZA", distance_km=HUNDRED, is_return=True), 7.512, None),
        (Ride(type="taxi", country="ZA", distance_km=HUNDRED), 18.558, 3.697),
        (Ride(type="ferry", country="DE", distance_km=HUNDRED), 2.295, 0.424),
        (Car(country="DE", distance_km=HUNDRED), 21.124, 4.399),
        (
            Car(country="DE", distance_km=HUNDRED, fuel="electric", travellers=5, occupancy=Decimal(4)),
            10.192,
            2.098,
        ),
        (Car(country="DE", distance_km=HUNDRED, travellers=5, vehicles=1), 21.124, 4.399),
        (Hotel(country="DE", rooms=2, nights=3), 79.2, None),
        (Electricity(country="DE", kwh=THOUSAND), 363, None),
        (Electricity(country="ZA", kwh=THOUSAND), 988, None),
        (Electricity(country="NA", kwh=THOUSAND), 372.9, None),
        (Heat(carrier="natural_gas", country="DE", kwh=Decimal(1110)), 223.11, None),
        (Heat(carrier="natural_gas", country="DE", kwh=Decimal(1110), calorific_value="gross"), 201, None),
        (Heat(carrier="district_heat", country="DE", kwh=THOUSAND), 280, None),
        (Meal(diet="beef", count=10), 72.6, None),
        (Video(participants=12, hours=Decimal("7.5")), 4.95, None),
        (Freight(mode="sea_container", mass_kg=THOUSAND, distance_km=THOUSAND), 19.77, 3.65),
        (Freight(mode="rail", country="DE", mass_kg=THOUSAND, distance_km=THOUSAND), 18, None),
        (Material(material="t_shirt_cotton", count=100), 520, None),
        (Material(material="clothing", mass_kg=Decimal(15)), 334.65, None),
        (Print(paper="paper_recycled", mass_kg=THOUSAND), 1050.078, None),
    ],
    ids=repr,
)
def test_an_item_is_its_quantity_times_its_factor(item: Item, ghg_kg: float, wtt_kg: float | None) -> None:
    (line,) = compute(item).items
    assert line.ghg_g.central_g == round(ghg_kg * 1000)
    assert line.wtt_g == (None if wtt_kg is None else round(wtt_kg * 1000))


def test_rail_between_places_goes_a_fifth_further_than_the_bird() -> None:
    (line,) = compute(Ride(type="rail", origin="BRE", destination="FRA", country="DE")).items
    assert line.distance_m == 403_856


@pytest.mark.parametrize(
    ("item", "distance_m"),
    [
        (Ride(type="coach", origin="BRE", destination="FRA", country="DE"), 504_820),
        (Ride(type="taxi", origin="BRE", destination="FRA", country="DE"), 504_820),
        (Ride(type="ferry", origin="BRE", destination="FRA"), 336_547),
        (Car(origin="BRE", destination="FRA"), 504_820),
    ],
    ids=repr,
)
def test_each_means_of_transport_has_its_detour(item: Item, distance_m: int) -> None:
    answer = compute(item)
    assert answer.items[0].distance_m == distance_m
    assert "detour_factor" in {note.code for note in answer.assumptions}


def test_air_freight_shows_its_non_co2_effect_beside_the_total() -> None:
    answer = compute(Freight(mode="air_long_haul", mass_kg=THOUSAND, distance_km=THOUSAND))
    assert (answer.ttw_g, answer.ghg_g.central_g) == (531_300, 666_460)
    assert answer.non_co2_g.central_g == 371_910
    assert answer.climate_effect_g.high_g == 666_460 + 2 * 531_300


def test_rooms_have_no_travellers_to_share_them_out_to() -> None:
    assert compute(Hotel(country="DE", rooms=2, nights=3)).per_traveller_g is None


@pytest.mark.parametrize(
    ("item", "code", "field"),
    [
        (Ride(type="rail", country="ZA", distance_km=HUNDRED), "country_without_factor", "country"),
        (Ride(type="rail", country="NA", distance_km=HUNDRED), "country_without_factor", "country"),
        (Ride(type="rail", distance_km=HUNDRED), "country_needed", "country"),
        (Hotel(country="JP", rooms=1, nights=1), "country_without_factor", "country"),
        (Electricity(country="NO", kwh=HUNDRED), "country_without_factor", "country"),
        (Heat(carrier="natural_gas", country="ZA", kwh=HUNDRED), "country_without_factor", "country"),
        (Heat(carrier="peat", country="DE", kwh=HUNDRED), "variant_not_covered", "carrier"),
        (Car(fuel="steam", distance_km=HUNDRED), "variant_not_covered", "fuel"),
        (
            Heat(carrier="heating_oil", country="DE", kwh=HUNDRED, calorific_value="gross"),
            *(["gross_only_for_natural_gas", "calorific_value"]),
        ),
        (Ride(type="coach", country="DE"), "distance_or_places", "distance_km"),
        (Ride(type="coach", country="DE", origin="BRE"), "place_missing", "to"),
        (Ride(type="coach", country="DE", destination="BRE"), "place_missing", "from"),
        (
            Ride(type="coach", country="DE", distance_km=HUNDRED, origin="BRE"),
            "distance_and_places",
            "distance_km",
        ),
        (Ride(type="coach", country="DE", origin="BRE", destination="BRE"), "same_place", "to"),
        (Ride(type="coach", country="DE", origin="XXX", destination="BRE"), "unknown_place", "from"),
        (Material(material="t_shirt_cotton", mass_kg=HUNDRED), "count_needed", "count"),
        (Material(material="clothing", count=3), "mass_needed", "mass_kg"),
        (Material(material="clothing", count=3, mass_kg=HUNDRED), "mass_needed", "mass_kg"),
        (Electricity(country="DE", kwh=Decimal(0)), "out_of_range", "kwh"),
        (Electricity(country="DE", kwh=Decimal("NaN")), "out_of_range", "kwh"),
        (Electricity(country="DE", kwh=Decimal("Infinity")), "out_of_range", "kwh"),
        (Car(distance_km=Decimal(40_101)), "out_of_range", "distance_km"),
        (Hotel(country="DE", rooms=1, nights=3_651), "out_of_range", "nights"),
    ],
    ids=repr,
)
def test_what_has_no_honest_answer_is_refused_with_its_place(item: Item, code: str, field: str) -> None:
    with pytest.raises(CalcError) as refused:
        compute(Meal(diet="vegan", count=1), item)
    assert (refused.value.code, refused.value.field, refused.value.item) == (code, field, 1)


def test_a_refusal_names_the_countries_that_are_accepted() -> None:
    with pytest.raises(CalcError) as refused:
        compute(Ride(type="rail", country="ZA", distance_km=HUNDRED))
    assert refused.value.parameters["accepted"] == ("AT", "CH", "DE", "FR", "GB", "IT")
