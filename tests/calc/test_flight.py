"""The flight model of klimabruecke-2026: no steps, no direction, no discount for groups."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.flight import ContinuousFlight
from klimabruecke.calc.items import Cabin, Flight
from tests.calc.properties import airports, cabins, days, travellers
from tests.calc.seeds import compute, method

kilometres = st.decimals("0.001", "20000", places=3)
METRE = Decimal("0.001")
STEEPEST_KG_PER_KM = Decimal("0.0665") * 4 + (24 + Decimal("0.0665") * 4500) * Decimal("2.5") / 1500
"""The slope of first class just below 4,500 km; no cabin climbs faster anywhere."""


def model() -> ContinuousFlight:
    flight = method().flight
    assert isinstance(flight, ContinuousFlight)
    return flight


def test_frankfurt_windhoek_in_economy_is_what_the_method_page_says() -> None:
    answer = compute(Flight(origin="FRA", destination="WDH"))
    assert answer.ttw_g / 1000 == pytest.approx(561, rel=0.01)
    assert (answer.wtt_g or 0) / 1000 == pytest.approx(114, rel=0.01)
    assert answer.ghg_g.central_g / 1000 == pytest.approx(675, rel=0.01)
    non_co2 = answer.non_co2_g
    assert non_co2.low_g == 0
    assert non_co2.central_g / 1000 == pytest.approx(393, rel=0.01)
    assert non_co2.high_g / 1000 == pytest.approx(1122, rel=0.01)


@given(cabins, kilometres)
def test_one_metre_more_never_makes_a_step_in_any_cabin(cabin: Cabin, distance_km: Decimal) -> None:
    here, further = model().ttw_kg(cabin, distance_km), model().ttw_kg(cabin, distance_km + METRE)
    # The multiplier is rounded to six places, which can move a long leg by less than a gram.
    assert abs(further - here) <= STEEPEST_KG_PER_KM * METRE + Decimal("0.001")


@pytest.mark.parametrize("cabin", Cabin)
@pytest.mark.parametrize("border_km", [400, 550, 700, 1000, 2000, 2050, 3000, 3700, 4000, 4500, 5500])
def test_no_class_border_of_a_peer_is_a_border_here(cabin: Cabin, border_km: int) -> None:
    before, after = (model().ttw_kg(cabin, Decimal(border_km) + step * METRE) for step in (-1, 1))
    assert Decimal(0) < after - before < Decimal("0.003")


@given(cabins, kilometres, kilometres)
def test_the_longer_leg_never_shows_less(cabin: Cabin, a_km: Decimal, b_km: Decimal) -> None:
    shorter, longer = sorted((a_km, b_km))
    assert model().ttw_kg(cabin, shorter) <= model().ttw_kg(cabin, longer)


@pytest.mark.parametrize(
    ("cabin", "short", "middle", "long"),
    [
        (Cabin.ECONOMY, "1", "1", "1"),
        (Cabin.PREMIUM, "1", "1.3", "1.6"),
        (Cabin.BUSINESS, "1.5", "2.2", "2.9"),
        (Cabin.FIRST, "1.5", "2.75", "4"),
    ],
)
def test_a_cabin_weighs_what_the_method_page_says(cabin: Cabin, short: str, middle: str, long: str) -> None:
    weights = [model().multiplier(cabin, Decimal(km)) for km in (3000, 3750, 4500)]
    assert weights == [Decimal(short), Decimal(middle), Decimal(long)]


@settings(max_examples=50, deadline=None)
@given(airports, airports, cabins, days)
def test_both_directions_are_equal(a: str, b: str, cabin: Cabin, day: date) -> None:
    if a == b:
        return
    there = compute(Flight(origin=a, destination=b, cabin=cabin), on=day)
    back = compute(Flight(origin=b, destination=a, cabin=cabin), on=day)
    assert there.items == back.items


@settings(max_examples=50, deadline=None)
@given(travellers, cabins)
def test_a_group_counts_as_often_as_it_has_travellers(count: int, cabin: Cabin) -> None:
    one = compute(Flight(origin="BRE", destination="FRA", cabin=cabin))
    all_of_them = compute(Flight(origin="BRE", destination="FRA", cabin=cabin, travellers=count))
    # One gram of rounding for each of TTW and WTT, multiplied, plus that of the group itself.
    assert abs(all_of_them.ghg_g.central_g - count * one.ghg_g.central_g) <= count + 1
    assert all_of_them.per_traveller_g == pytest.approx(one.ghg_g.central_g, abs=1)


@pytest.mark.parametrize(
    ("cabin", "pct"), [("economy", 25), ("premium", 25), ("business", 40), ("first", 40)]
)
def test_the_range_of_a_flight_follows_its_cabin(cabin: str, pct: int) -> None:
    ghg_g = compute(Flight(origin="FRA", destination="WDH", cabin=Cabin(cabin))).ghg_g
    assert ghg_g.low_g == pytest.approx(ghg_g.central_g * (1 - pct / 100), abs=1)
    assert ghg_g.high_g == pytest.approx(ghg_g.central_g * (1 + pct / 100), abs=1)


def test_a_short_leg_says_that_its_non_co2_effect_may_be_nil() -> None:
    short = compute(Flight(origin="BRE", destination="FRA"))
    assert [warning.code for warning in short.warnings] == ["short_leg_non_co2"]
    assert short.warnings[0].parameters == {"distance_km": 336.547, "limit_km": 400.0}
    assert not compute(Flight(origin="JNB", destination="DUR")).warnings


@pytest.mark.parametrize("count", [0, -1, 10_001])
def test_an_absurd_number_of_travellers_is_refused(count: int) -> None:
    with pytest.raises(CalcError) as refused:
        compute(
            Flight(origin="BRE", destination="FRA"), Flight(origin="BRE", destination="FRA", travellers=count)
        )
    assert (refused.value.code, refused.value.item) == ("out_of_range", 1)
    assert refused.value.parameters == {"minimum": 1, "maximum": 10_000}


@pytest.mark.parametrize("day", [date(2009, 12, 31), date(2101, 1, 1)])
def test_an_absurd_day_is_refused(day: date) -> None:
    with pytest.raises(CalcError) as refused:
        compute(Flight(origin="BRE", destination="FRA"), on=day)
    assert (refused.value.code, refused.value.field, refused.value.item) == ("day_out_of_range", "on", None)


def test_one_airport_under_two_codes_is_still_one_airport() -> None:
    with pytest.raises(CalcError, match="same_place"):
        compute(Flight(origin="BSL", destination="MLH"))
