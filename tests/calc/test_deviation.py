"""Plan against actual: worked examples, each with the causes it must name, adding up to the gram."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klimabruecke.calc.deviation import Actual, Cause, Planned, causes_of
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.footprint import footprint
from klimabruecke.calc.geo import Place
from klimabruecke.calc.items import Cabin, Car, Flight, Hotel, Item, Meal, Request, Ride
from tests.calc.seeds import TODAY, method, places

FEEDER = Flight(origin="BRE", destination="FRA", travellers=5, is_return=True)
LONG = Flight(origin="FRA", destination="WDH", travellers=5, is_return=True)
STAY = Hotel(country="NA", rooms=5, nights=6)
TRIP: tuple[Item, ...] = (FEEDER, LONG, STAY)
PLACES = {**places(), "bremen": Place("bremen", 53.0793, 8.8017, "DE")}


def grams_of(item: Item) -> int | None:
    try:
        return footprint(Request(TODAY, (item,)), method(), PLACES).ghg_g.central_g
    except CalcError:
        return None


def grams(item: Item) -> int:
    found = grams_of(item)
    assert found is not None, item
    return found


def why(planned: tuple[Item, ...], actual: tuple[Item, ...]) -> list[Cause]:
    """The causes, after the check that every answer must pass: they add up to the difference."""
    kept = [Planned(item, *[grams(item)] * 3) for item in planned]
    happened = [Actual(item, grams(item)) for item in actual]
    found = causes_of(kept, happened, PLACES, grams_of)
    assert sum(each.ghg_g for each in found) == sum(map(grams, actual)) - sum(map(grams, planned))
    return list(found)


def codes(*actual: Item, planned: tuple[Item, ...] = TRIP) -> list[str]:
    return [each.code for each in why(planned, actual)]


def test_as_planned_has_no_cause() -> None:
    assert why(TRIP, TRIP) == []


def test_there_and_back_in_two_lines_is_as_planned() -> None:
    """A travel agency names every flight, and every passenger."""
    ways = [replace(leg, is_return=False) for leg in (FEEDER, LONG)]
    back = [replace(leg, origin=leg.destination, destination=leg.origin) for leg in ways]
    lines = [replace(leg, travellers=1) for leg in (*ways, *back) for _ in range(5)]
    room = Hotel(country="NA", rooms=1, nights=6)
    found = why(TRIP, (*lines, *[room] * 5))
    assert [each.code for each in found] in ([], ["other_items"])
    assert abs(sum(each.ghg_g for each in found)) < 20, "only grams of rounding"


def test_fewer_people_save_on_every_leg_and_in_the_hotel() -> None:
    """4 of 5: a fifth less of everything, one cause."""
    actual = (replace(FEEDER, travellers=4), replace(LONG, travellers=4), replace(STAY, rooms=4))
    (cause,) = why(TRIP, actual)
    assert cause.code == "travellers"
    assert (cause.parameters["before"], cause.parameters["after"]) == (5, 4)
    assert cause.ghg_g == pytest.approx(-sum(map(grams, TRIP)) / 5, abs=5)


def test_another_hub_is_another_route_there_and_back() -> None:
    actual = (
        Flight(origin="BRE", destination="AMS", travellers=5, is_return=True),
        Flight(origin="AMS", destination="JNB", travellers=5, is_return=True),
        Flight(origin="JNB", destination="WDH", travellers=5, is_return=True),
        STAY,
    )
    (cause,) = why(TRIP, actual)
    assert cause.code == "route"
    assert cause.ghg_g > 0


def test_a_way_back_by_another_hub_is_the_route_of_that_way_only() -> None:
    single = (replace(FEEDER, is_return=False), replace(LONG, is_return=False))
    back = (
        Flight(origin="WDH", destination="JNB", travellers=5),
        Flight(origin="JNB", destination="FRA", travellers=5),
        Flight(origin="FRA", destination="BRE", travellers=5),
    )
    (cause,) = why(TRIP, (*single, *back, STAY))
    assert cause.code == "route"
    assert cause.parameters["before"] == ("FRA", "WDH")
    assert cause.parameters["after"] == ("FRA", "JNB", "WDH")


def test_business_for_two_is_the_class() -> None:
    upgraded = replace(LONG, travellers=2, cabin=Cabin.BUSINESS)
    (cause,) = why(TRIP, (FEEDER, replace(LONG, travellers=3), upgraded, STAY))
    assert cause.code == "class"
    assert cause.parameters["before"] == ("economy",)
    assert cause.parameters["after"] == ("economy", "business")
    two = grams(upgraded) - grams(replace(LONG, travellers=2))
    assert cause.ghg_g == pytest.approx(two, abs=5)


def test_people_route_and_class_at_once_are_told_apart() -> None:
    """Step by step: one traveller less, then by Johannesburg, then in business."""
    planned = (replace(LONG, is_return=False),)
    actual = tuple(
        Flight(origin=origin, destination=destination, travellers=4, cabin=Cabin.BUSINESS)
        for origin, destination in (("FRA", "JNB"), ("JNB", "WDH"))
    )
    found = {each.code: each.ghg_g for each in why(planned, actual)}
    four = grams(replace(planned[0], travellers=4))
    by_economy = sum(grams(replace(leg, cabin=Cabin.ECONOMY)) for leg in actual)
    assert found["travellers"] == pytest.approx(four - grams(planned[0]), abs=2)
    assert found["route"] == pytest.approx(by_economy - four, abs=2)
    assert found["class"] == pytest.approx(sum(map(grams, actual)) - by_economy, abs=2)


def test_the_train_from_the_city_stands_for_the_flight_from_its_airport() -> None:
    rail = Ride(type="rail", origin="bremen", destination="FRA", country="DE", travellers=5, is_return=True)
    (cause,) = why(TRIP, (rail, LONG, STAY))
    assert cause.code == "means"
    assert (cause.parameters["before"], cause.parameters["after"]) == (("flight",), ("rail",))
    assert cause.ghg_g == grams(rail) - grams(FEEDER)


def test_another_airport_at_one_end_is_a_route() -> None:
    assert codes(replace(FEEDER, origin="HAM"), LONG, STAY) == ["route"]


def test_a_longer_ride_of_the_same_kind_is_a_route() -> None:
    taxi = Ride(type="taxi", distance_km=Decimal(30), country="NA")
    assert codes(replace(taxi, distance_km=Decimal(45)), planned=(taxi,)) == ["route"]


def test_nights_and_rooms_count_as_room_nights() -> None:
    (cause,) = why(TRIP, (FEEDER, LONG, replace(STAY, rooms=3, nights=8)))
    assert (cause.code, cause.parameters["before"], cause.parameters["after"]) == ("nights", 30, 24)


def test_two_houses_one_after_the_other_are_as_planned() -> None:
    assert codes(FEEDER, LONG, replace(STAY, nights=2), replace(STAY, nights=4)) == []


def test_what_nobody_planned_was_added_and_what_nobody_did_was_dropped() -> None:
    side_trip = Flight(origin="JNB", destination="DUR", travellers=2, is_return=True)
    (added,) = why(TRIP, (*TRIP, side_trip))
    assert (added.code, added.ghg_g) == ("added", grams(side_trip))
    assert added.parameters == {"type": "flight", "way": ("DUR", "JNB")}
    (dropped,) = why((*TRIP, side_trip), TRIP)
    assert (dropped.code, dropped.ghg_g) == ("dropped", -grams(side_trip))
    room = Hotel(country="ZA", rooms=2, nights=2)
    assert codes(*TRIP, room) == ["added"]
    assert codes(FEEDER, LONG) == ["dropped"]


def test_everything_that_is_no_journey_and_no_stay_differs_by_type() -> None:
    lunch = Meal(diet="vegan", count=10)
    assert codes(*TRIP, replace(lunch, count=12), planned=(*TRIP, lunch)) == ["other_items"]
    assert codes(*TRIP, lunch) == ["added"]


def test_one_car_more_counts_by_cars_and_another_fuel_by_means() -> None:
    car = Car(distance_km=Decimal(100), country="NA", travellers=5, occupancy=Decimal(4))
    (cause,) = why((car,), (replace(car, travellers=9),))
    assert (cause.code, cause.parameters) == ("travellers", {"before": 2, "after": 3, "unit": "car"})
    assert codes(replace(car, travellers=8), planned=(car,)) == [], "two cars hold eight"
    assert codes(replace(car, fuel="electric", country="DE"), planned=(replace(car, country="DE"),)) == [
        "means"
    ]


def test_factors_and_method_come_first() -> None:
    """The plan by other factors, then by another method; only then the journey."""
    found = causes_of([Planned(LONG, 1000, 900, 700)], [Actual(LONG, 700)], PLACES, grams_of)
    assert [(each.code, each.ghg_g) for each in found] == [("method", -200), ("factors", -100)]


def test_grams_of_rounding_go_to_the_largest_cause() -> None:
    meal = Meal(diet="vegan", count=1)
    planned = [Planned(LONG, 1000, 1000, 1000), Planned(meal, 390, 390, 390)]
    found = causes_of(planned, [Actual(LONG, 1001), Actual(meal, 780)], PLACES, grams_of)
    assert [(each.code, each.ghg_g) for each in found] == [("other_items", 391)]


def test_what_the_method_cannot_compute_leaves_its_part_to_the_route() -> None:
    planned = [Planned(replace(LONG, is_return=False), 1000, 1000, 1000)]
    other = Flight(origin="FRA", destination="JNB", travellers=5, cabin=Cabin.BUSINESS)
    found = causes_of(planned, [Actual(other, 3000)], PLACES, lambda _: None)
    assert [(each.code, each.ghg_g) for each in found] == [("route", 2000)]


AIRPORTS = st.sampled_from(["BRE", "HAM", "FRA", "AMS", "JNB", "DUR", "WDH", "CPT"])
FLIGHTS = st.builds(
    Flight,
    origin=AIRPORTS,
    destination=AIRPORTS,
    cabin=st.sampled_from(list(Cabin)),
    travellers=st.integers(1, 12),
    is_return=st.booleans(),
).filter(lambda flight: flight.origin != flight.destination)
RAILS = st.builds(
    Ride,
    type=st.just("rail"),
    origin=st.just("bremen"),
    destination=st.sampled_from(["FRA", "HAM"]),
    country=st.just("DE"),
    travellers=st.integers(1, 12),
    is_return=st.booleans(),
)
TAXIS = st.builds(
    Ride, type=st.just("taxi"), country=st.just("NA"), distance_km=st.integers(1, 90).map(Decimal)
)
HOTELS = st.builds(
    Hotel, country=st.sampled_from(["NA", "ZA"]), rooms=st.integers(1, 9), nights=st.integers(1, 9)
)
MEALS = st.builds(Meal, diet=st.sampled_from(["vegan", "beef"]), count=st.integers(1, 50))
JOURNEYS = st.lists(st.one_of(FLIGHTS, RAILS, TAXIS, HOTELS, MEALS), max_size=8)
AMOUNTS = st.integers(0, 10**7)


@given(JOURNEYS, JOURNEYS, st.data())
def test_whatever_happened_the_causes_add_up_to_the_gram(
    planned: list[Item], actual: list[Item], data: st.DataObject
) -> None:
    kept = [Planned(item, *(data.draw(AMOUNTS) for _ in range(3))) for item in planned]
    happened = [Actual(item, data.draw(AMOUNTS)) for item in actual]
    found = causes_of(kept, happened, PLACES, lambda item: 1234 if item.type == "flight" else None)
    assert sum(each.ghg_g for each in found) == sum(each.ghg_g for each in happened) - sum(
        each.ghg_g for each in kept
    )
    assert all(each.ghg_g for each in found) or not found
