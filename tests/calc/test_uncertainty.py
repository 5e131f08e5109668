"""Ranges: what errs together adds, what errs apart combines by the root of squares."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klimabruecke.calc.items import Electricity, Flight, Hotel, Ride, Video
from klimabruecke.calc.uncertainty import Range, around, rss, sum_pct
from tests.calc.seeds import compute


def pct(ghg_g: Range) -> float:
    return 100 * (ghg_g.high_g - ghg_g.central_g) / ghg_g.central_g


def test_twenty_equal_flights_keep_the_percentage_of_one() -> None:
    flight = Flight(origin="FRA", destination="WDH")
    assert pct(compute(flight).ghg_g) == pytest.approx(25, abs=0.001)
    assert pct(compute(*[flight] * 20).ghg_g) == pytest.approx(25, abs=0.001)


def test_flights_over_different_routes_err_together_too() -> None:
    answer = compute(Flight(origin="BRE", destination="FRA"), Flight(origin="FRA", destination="WDH"))
    assert pct(answer.ghg_g) == pytest.approx(25, abs=0.001)
    assert len(answer.groups) == 1


def test_items_on_different_factors_err_apart() -> None:
    germany = Hotel(country="DE", rooms=100, nights=1)  # 1,320 kg ± 528
    qatar = Hotel(country="QA", rooms=100, nights=1)  # 8,620 kg ± 3,448
    answer = compute(germany, qatar)
    assert answer.ghg_g.high_g - answer.ghg_g.central_g == round(rss([528_000, 3_448_000]))
    assert len(answer.groups) == 2


def test_the_same_factor_in_another_item_type_is_another_group() -> None:
    answer = compute(
        Ride(type="coach", country="FR", distance_km=Decimal(100)), Video(participants=1, hours=Decimal(1))
    )
    assert [group.item_type for group in answer.groups] == ["coach", "video"]


def test_the_factors_of_one_item_err_together() -> None:
    answer = compute(Electricity(country="ZA", kwh=Decimal(1000)))
    # 906 kg ± 5 %, 20 kg ± 10 %, 62 kg ± 10 %
    assert answer.ghg_g == Range(988_000 - 53_500, 988_000, 988_000 + 53_500)


@given(st.integers(0, 10**12), st.floats(0, 1e13))
def test_a_footprint_is_never_less_than_nothing(central_g: int, uncertainty_g: float) -> None:
    found = around(central_g, uncertainty_g)
    assert 0 <= found.low_g <= found.central_g <= found.high_g


def test_a_sum_of_nothing_has_no_percentage() -> None:
    with pytest.raises(ValueError, match="sum of 0"):
        sum_pct([0, 0], [10, 20], correlated=True)


def test_correlated_terms_keep_their_percentage() -> None:
    assert sum_pct([800, 800], [30, 30], correlated=True) == pytest.approx(30)
    assert sum_pct([800, 800], [30, 30], correlated=False) == pytest.approx(21.2132, abs=0.0001)
