"""Changes of a journey really change legs, people, rooms, nights and video hours."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from klimabruecke.calc.alternatives import (
    Change,
    FewerTravellers,
    Hybrid,
    OneLongerStay,
    OnlineOnly,
    RailToHub,
    changed,
    travellers_of,
)
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.geo import Place
from klimabruecke.calc.items import Car, Flight, Freight, Hotel, Item, Meal, Ride, Video

PLACES = {
    "BRE": Place("BRE", 53.05, 8.79, "DE"),
    "FRA": Place("FRA", 50.03, 8.56, "DE"),
    "AMS": Place("AMS", 52.31, 4.76, "NL"),
    "WDH": Place("WDH", -22.48, 17.47, "NA"),
}
FEEDER = Flight(origin="BRE", destination="FRA", travellers=5, is_return=True)
LONG = Flight(origin="FRA", destination="WDH", travellers=5, is_return=True)
STAY = Hotel(country="NA", rooms=5, nights=6)
TRIP: tuple[Item, ...] = (FEEDER, LONG, STAY)


def after(change: Change, *items: Item) -> tuple[Item, ...]:
    return changed(items or TRIP, change, PLACES).items


def refusal(change: Change, *items: Item) -> tuple[str, str | None]:
    with pytest.raises(CalcError) as refused:
        changed(items or TRIP, change, PLACES)
    return refused.value.code, refused.value.field


def test_the_hub_is_where_a_short_flight_meets_a_long_one() -> None:
    by_rail = Ride(type="rail", origin="BRE", destination="FRA", country="DE", travellers=5, is_return=True)
    assert changed(TRIP, RailToHub(), PLACES).parameters == {"hub": "FRA", "country": "DE", "max_km": 1000}
    assert after(RailToHub()) == (by_rail, LONG, STAY)


def test_both_ways_of_a_feeder_become_trains() -> None:
    there, back = replace(FEEDER, is_return=False), Flight(origin="FRA", destination="BRE", travellers=5)
    found = after(RailToHub(), there, replace(LONG, is_return=False), back)
    assert [item.type for item in found] == ["rail", "flight", "rail"]


@pytest.mark.parametrize(
    ("change", "items", "expected"),
    [
        (RailToHub(), (LONG, STAY), ("no_feeder_flight", None)),
        (RailToHub(hub="WDH"), TRIP, ("no_feeder_flight", "hub")),
        (RailToHub(max_km=300), TRIP, ("no_feeder_flight", None)),
        (RailToHub(hub="AMS"), (replace(FEEDER, destination="AMS"),), ("rail_country_needed", "country")),
        (FewerTravellers(5), TRIP, ("not_fewer", "travellers")),
        (FewerTravellers(), (replace(LONG, travellers=1),), ("one_traveller", None)),
        (FewerTravellers(1), (STAY,), ("nobody_travels", None)),
        (OneLongerStay(), (LONG,), ("nobody_stays", None)),
        (OneLongerStay(nights=5), TRIP, ("not_longer", "nights")),
        (Hybrid(6), TRIP, ("not_fewer", "travellers")),
        (OnlineOnly(), (STAY,), ("nobody_travels", None)),
    ],
)
def test_a_change_that_changes_nothing_is_refused(
    change: Change, items: tuple[Item, ...], expected: tuple[str, str | None]
) -> None:
    assert refusal(change, *items) == expected


def test_a_way_over_a_border_is_counted_as_the_caller_says() -> None:
    (found,) = after(RailToHub(hub="AMS", country="DE"), replace(FEEDER, destination="AMS"))
    assert isinstance(found, Ride)
    assert found.country == "DE"


def test_fewer_people_need_fewer_seats_rooms_meals_and_cars() -> None:
    car = Car(distance_km=Decimal(50), country="NA", travellers=5, vehicles=2)
    parcel = Freight(mode="road", mass_kg=Decimal(5), distance_km=Decimal(100))
    found = after(FewerTravellers(2), *TRIP, Meal(diet="vegan", count=11), car, parcel)
    assert found == (
        replace(FEEDER, travellers=2),
        replace(LONG, travellers=2),
        replace(STAY, rooms=2),
        Meal(diet="vegan", count=5),
        replace(car, travellers=2, vehicles=1),
        parcel,
    )


@pytest.mark.parametrize(("before", "expected"), [(2, 1), (3, 2), (5, 3), (10, 6)])
def test_six_in_ten_travel_where_nobody_said_how_many(before: int, expected: int) -> None:
    assert travellers_of(after(FewerTravellers(), replace(LONG, travellers=before))) == expected


def test_journeys_made_twice_are_made_once_and_the_nights_stay() -> None:
    assert after(OneLongerStay(), *TRIP, *TRIP) == (FEEDER, LONG, replace(STAY, nights=12))


def test_the_larger_group_and_the_larger_house_make_the_one_stay() -> None:
    small = (replace(LONG, travellers=2), replace(STAY, rooms=2, nights=5))
    found = after(OneLongerStay(), LONG, STAY, *small)
    assert found == (LONG, replace(STAY, rooms=5, nights=8)), "30 + 10 room nights in five rooms"


def test_one_journey_becomes_longer_for_fewer_people_with_the_same_room_nights() -> None:
    found = changed(TRIP, OneLongerStay(), PLACES)
    assert found.items[1:] == (replace(LONG, travellers=3), replace(STAY, rooms=3, nights=10))
    assert found.parameters == {"travellers": 3, "nights": 10}


def test_the_longest_stay_can_be_set() -> None:
    other = Hotel(country="ZA", rooms=5, nights=2)
    found = after(OneLongerStay(travellers=4, nights=9), *TRIP, other)
    assert found[2:] == (replace(STAY, rooms=4, nights=9), replace(other, rooms=4, nights=3))


def test_in_a_hybrid_some_travel_and_all_meet_two_hours_for_each_night() -> None:
    found = changed(TRIP, Hybrid(), PLACES)
    assert travellers_of(found.items) == 2
    assert found.items[-1] == Video(participants=5, hours=Decimal(12))
    assert found.parameters == {"travellers": 2, "participants": 5, "hours": Decimal(12)}


def test_online_nobody_travels_stays_or_eats_on_site() -> None:
    parcel = Freight(mode="road", mass_kg=Decimal(5), distance_km=Decimal(100))
    found = after(OnlineOnly(hours=Decimal("1.5")), *TRIP, Meal(diet="beef", count=3), parcel)
    assert found == (parcel, Video(participants=5, hours=Decimal("1.5")))


@pytest.mark.parametrize(
    "change", [RailToHub(), FewerTravellers(), OneLongerStay(), Hybrid(), OnlineOnly()], ids=repr
)
def test_a_change_leaves_what_it_is_made_from(change: Any) -> None:
    before = TRIP
    changed(before, change, PLACES)
    assert before == (FEEDER, LONG, STAY)
