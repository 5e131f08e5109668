"""The comparison methods: their own figures, their own limits, and the same request side by side."""

from datetime import date
from decimal import Decimal

import pytest

from klimabruecke.calc.ademe_2026 import AdemeFlight
from klimabruecke.calc.catalogue import METHOD_IDS
from klimabruecke.calc.comparison import Comparison, compare
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.items import Cabin, Car, Electricity, Flight, Hotel, Item, Meal, Request, Ride
from klimabruecke.calc.myclimate_2019 import MyclimateFlight
from klimabruecke.calc.p4f_mobitool3 import P4fFlight
from tests.calc.seeds import TODAY, compute, method, methods, places

WINDHOEK = Flight(origin="FRA", destination="WDH")


def side_by_side(*items: Item) -> dict[str, Comparison]:
    answers = compare(Request(TODAY, items), methods(), places())
    return {answer.method_id: answer for answer in answers}


def total_kg(answer: Comparison) -> int | None:
    return None if answer.answer is None else round(answer.answer.ghg_g.central_g / 1000)


def test_frankfurt_windhoek_by_all_methods() -> None:
    found = {method_id: total_kg(answer) for method_id, answer in side_by_side(WINDHOEK).items()}
    assert found == {
        "klimabruecke-2026": 675,
        "desnz-2025": 655,
        "p4f-mobitool3": 1555,
        "myclimate-2019": 1250,
        "ademe-2026": 1348,
    }


@pytest.mark.parametrize(
    ("route", "desnz", "p4f", "ademe"),
    [
        ("BRE-FRA", 27, 126, 76),
        ("BRE-IST", 161, 607, 367),
        ("FRA-CPT", 758, 1798, 1561),
        ("JNB-DUR", 39, 168, 107),
    ],
)
def test_peers_show_what_they_were_seen_to_show(route: str, desnz: int, p4f: int, ademe: int) -> None:
    origin, destination = route.split("-")
    answers = side_by_side(Flight(origin=origin, destination=destination))
    assert total_kg(answers["desnz-2025"]) == pytest.approx(desnz, abs=1)
    assert total_kg(answers["p4f-mobitool3"]) == pytest.approx(p4f, abs=1)
    assert total_kg(answers["ademe-2026"]) == pytest.approx(ademe, abs=1)


def test_a_method_that_cannot_says_why_and_the_others_answer() -> None:
    answers = side_by_side(WINDHOEK, Hotel(country="NA", rooms=1, nights=1))
    assert total_kg(answers["klimabruecke-2026"]) == 726
    reasons = {method_id: answer.reason for method_id, answer in answers.items() if answer.reason}
    assert {method_id: reason.code for method_id, reason in reasons.items()} == {
        "desnz-2025": "country_without_factor",
        "p4f-mobitool3": "type_not_covered",
        "myclimate-2019": "type_not_covered",
        "ademe-2026": "type_not_covered",
    }
    assert {reason.item for reason in reasons.values()} == {1}


@pytest.mark.parametrize(
    ("method_id", "flight"),
    [
        ("p4f-mobitool3", Flight(origin="BRE", destination="IST", cabin=Cabin.FIRST)),
        ("p4f-mobitool3", Flight(origin="FRA", destination="WDH", cabin=Cabin.PREMIUM)),
        ("myclimate-2019", Flight(origin="FRA", destination="WDH", cabin=Cabin.PREMIUM)),
    ],
)
def test_a_cabin_a_method_does_not_know_is_not_another_cabin(method_id: str, flight: Flight) -> None:
    with pytest.raises(CalcError) as refused:
        compute(flight, by=method_id)
    assert (refused.value.code, refused.value.field, refused.value.item) == ("cabin_not_covered", "cabin", 0)
    accepted = refused.value.parameters["accepted"]
    assert isinstance(accepted, tuple)
    assert flight.cabin not in accepted


def test_what_no_method_can_is_refused_as_by_ours() -> None:
    with pytest.raises(CalcError, match="country_without_factor"):
        side_by_side(Hotel(country="JP", rooms=1, nights=1))


def test_a_faulty_request_is_refused_for_all_methods() -> None:
    with pytest.raises(CalcError, match="unknown_airport"):
        side_by_side(Flight(origin="FRA", destination="XXX"))


@pytest.mark.parametrize("method_id", METHOD_IDS)
def test_every_method_names_the_factors_it_used(method_id: str) -> None:
    (item,) = compute(WINDHOEK, by=method_id).items
    assert item.factors
    assert all(factor.source_id and factor.verification for factor in item.factors)


def test_p4f_and_ademe_keep_their_bands() -> None:
    p4f = P4fFlight(method("p4f-mobitool3").data)
    assert [p4f.haul(Decimal(km)) for km in (3700, 3701)] == ["short_haul", "long_haul"]
    ademe = AdemeFlight(method("ademe-2026").data)
    assert [ademe.haul(Decimal(km)) for km in (1000, 1001, 2000, 2001)] == [
        "short_haul",
        "medium_haul",
        "medium_haul",
        "long_haul",
    ]


@pytest.mark.parametrize(("km", "kg"), [(1500, 266.352), (2000, 345.937), (2500, 425.536)])
def test_myclimate_passes_from_short_to_long_haul_in_a_straight_line(km: int, kg: float) -> None:
    flight = MyclimateFlight(method("myclimate-2019").data)
    assert float(flight.by_distance("economy", Decimal(km))[0]) == pytest.approx(kg, abs=0.02)


def test_desnz_shows_its_non_co2_effect_beside_and_the_set_of_the_year() -> None:
    answer = compute(WINDHOEK, by="desnz-2025", on=date(2024, 5, 1))
    assert answer.ttw_g == pytest.approx(8_079_051 * 0.07948, abs=1)
    assert answer.non_co2_g.central_g == pytest.approx(8_079_051 * (0.13465 - 0.07948), abs=1)
    assert [warning.code for warning in answer.warnings] == ["proxy_factor"]  # there is no WTT row of 2024


@pytest.mark.parametrize(
    ("method_id", "item", "ghg_kg"),
    [
        ("desnz-2025", Ride(type="rail", country="DE", distance_km=Decimal(100)), 4.443),
        ("desnz-2025", Ride(type="coach", country="DE", distance_km=Decimal(100)), 3.432),
        ("p4f-mobitool3", Ride(type="rail", country="DE", distance_km=Decimal(330)), 13.464),
        ("p4f-mobitool3", Ride(type="coach", country="DE", distance_km=Decimal(100)), 4.74),
        ("p4f-mobitool3", Car(distance_km=Decimal(100), travellers=4, vehicles=1), 18.64),
        ("p4f-mobitool3", Electricity(country="ZA", kwh=Decimal(1000)), 866.5),
        ("ademe-2026", Meal(diet="vegan", count=8), 3.12),
        ("ademe-2026", Ride(type="rail", country="FR", distance_km=Decimal(1000)), 2.93),
    ],
)
def test_methods_compute_more_than_flights(method_id: str, item: Item, ghg_kg: float) -> None:
    assert compute(item, by=method_id).ghg_g.central_g == round(ghg_kg * 1000)
