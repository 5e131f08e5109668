"""Travel rules by examples that can be checked with a map and a pencil."""

from decimal import Decimal

import pytest

from klimabruecke.calc.geo import Place
from klimabruecke.calc.items import Flight, Hotel, Item, Ride
from klimabruecke.calc.travel_rules import (
    Answer,
    Finding,
    Result,
    fastest_rail_hours,
    levy_cents,
    rail_first,
    taxi_exception,
    worst,
)

PLACES = {
    "BRE": Place("BRE", 53.0475, 8.78667, "DE"),
    "FRA": Place("FRA", 50.0333, 8.57056, "DE"),
    "BCN": Place("BCN", 41.2969, 2.07833, "ES"),
    "LIS": Place("LIS", 38.7742, -9.1342, "PT"),
    "WDH": Place("WDH", -22.4799, 17.4709, "NA"),
}
"""Bremen - Frankfurt 336 km, - Barcelona 1,400 km, - Lisbon 2,120 km."""


def flight(origin: str = "BRE", destination: str = "FRA") -> Flight:
    return Flight(origin=origin, destination=destination, travellers=5, is_return=True)


def by_rail(hours: str, origin: str = "BRE", destination: str = "FRA") -> Answer:
    return Answer(type="flight", origin=origin, destination=destination, rail_hours=Decimal(hours))


def because(exception: str, origin: str = "BRE", destination: str = "FRA") -> Answer:
    return Answer(type="flight", origin=origin, destination=destination, exception=exception)


def seven_hours(*items: Item, answers: tuple[Answer, ...] = ()) -> list[tuple[int, str, Result]]:
    found = rail_first(items, answers, 7, PLACES)
    return [(finding.item, finding.code, finding.result) for finding in found]


def test_the_fastest_train_does_1_2_times_the_geodesic_at_250_km_an_hour() -> None:
    hours = fastest_rail_hours(flight(), PLACES)
    assert hours is not None
    assert round(hours, 2) == Decimal("1.61"), "336 km x 1.2 / 250 km/h"
    assert fastest_rail_hours(flight("BRE", "XXX"), PLACES) is None


def test_a_flight_no_train_can_do_in_seven_hours_is_not_asked_about() -> None:
    assert seven_hours(flight("FRA", "WDH")) == [(0, "beyond_rail", Result.KEPT)]
    assert seven_hours(flight("BRE", "LIS")) == [(0, "beyond_rail", Result.KEPT)]
    assert seven_hours(flight("BRE", "BCN")) == [(0, "rail_unanswered", Result.OPEN)], "6.7 hours at best"


def test_other_hours_are_another_rule() -> None:
    assert [finding.code for finding in rail_first([flight("BRE", "BCN")], [], 6, PLACES)] == ["beyond_rail"]


@pytest.mark.parametrize(
    ("answer", "code", "result"),
    [
        (by_rail("7.1"), "rail_takes_longer", Result.KEPT),
        (by_rail("7"), "rail_possible", Result.BROKEN),
        (by_rail("3.5"), "rail_possible", Result.BROKEN),
        (because("security"), "rail_exception", Result.EXCEPTION),
        (by_rail("9", "FRA", "BRE"), "rail_takes_longer", Result.KEPT),
        (by_rail("9", "bre", "fra"), "rail_takes_longer", Result.KEPT),
        (by_rail("9", "BRE", "WDH"), "rail_unanswered", Result.OPEN),
    ],
)
def test_the_hours_by_rail_decide_and_a_reason_excuses(answer: Answer, code: str, result: Result) -> None:
    assert seven_hours(flight(), answers=(answer,)) == [(0, code, result)]


def test_a_reason_excuses_a_short_train_too() -> None:
    both = Answer(
        type="flight",
        origin="BRE",
        destination="FRA",
        rail_hours=Decimal(4),
        exception="connecting_flight_on_one_ticket",
    )
    assert seven_hours(flight(), answers=(both,)) == [(0, "rail_exception", Result.EXCEPTION)]


def test_a_flight_to_an_unknown_place_stays_open() -> None:
    assert seven_hours(flight("BRE", "XXX")) == [(0, "rail_unanswered", Result.OPEN)]


def test_each_flight_has_its_finding_and_nothing_else_has() -> None:
    items = (flight(), Hotel(country="NA", rooms=1, nights=1), flight("FRA", "WDH"))
    assert [place for place, *_ in seven_hours(*items)] == [0, 2]


def test_a_taxi_needs_a_reason() -> None:
    ride = Ride(type="taxi", distance_km=Decimal(12))
    assert [each.result for each in taxi_exception([ride, flight()], [])] == [Result.OPEN]
    reason = Answer(type="taxi", exception="luggage_or_material")
    assert [each.result for each in taxi_exception([ride], [reason])] == [Result.EXCEPTION]
    between = Ride(type="taxi", origin="BRE", destination="bremen")
    assert [each.result for each in taxi_exception([ride, between], [reason])] == [
        Result.EXCEPTION,
        Result.OPEN,
    ], "another ride, another reason"
    assert taxi_exception([Ride(type="coach", distance_km=Decimal(12))], []) == ()


def test_a_reason_for_a_taxi_is_none_for_a_flight() -> None:
    taxi = Answer(type="taxi", origin="BRE", destination="FRA", exception="luggage_or_material")
    assert seven_hours(flight(), answers=(taxi,)) == [(0, "rail_unanswered", Result.OPEN)]


def test_a_journey_is_as_good_as_its_worst_leg() -> None:
    def found(*results: Result) -> list[Finding]:
        return [Finding(place, "", result) for place, result in enumerate(results)]

    assert worst([]) == Result.KEPT
    assert worst(found(Result.KEPT, Result.EXCEPTION)) == Result.EXCEPTION
    assert worst(found(Result.OPEN, Result.EXCEPTION, Result.KEPT)) == Result.OPEN
    assert worst(found(Result.OPEN, Result.BROKEN)) == Result.BROKEN


@pytest.mark.parametrize(
    ("share_g", "cents_per_tonne", "cents"),
    [
        (1_000_000, 2500, 2500),
        (8_850_054, 2500, 22125),  # 8.850054 t x 25.00 = 221.25135
        (100, 5000, 1),  # exactly half a cent
        (99, 5000, 0),
        (0, 2500, 0),
    ],
)
def test_a_levy_is_rounded_once_to_the_cent(share_g: int, cents_per_tonne: int, cents: int) -> None:
    assert levy_cents(share_g, cents_per_tonne) == cents
