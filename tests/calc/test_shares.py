"""Divided grams add up to the whole, whatever the weights."""

import random

import pytest

from klimabruecke.calc.shares import shares


def test_what_rounding_leaves_goes_to_the_largest_remainders() -> None:
    assert shares(10, {"bremen": 5, "durban": 3, "windhoek": 1}) == {"bremen": 6, "durban": 3, "windhoek": 1}


def test_equal_remainders_go_in_the_order_of_the_names() -> None:
    assert shares(1, {"windhoek": 1, "bremen": 1}) == {"windhoek": 0, "bremen": 1}


def test_nothing_is_divided_into_nothing() -> None:
    assert shares(0, {"bremen": 3, "durban": 4}) == {"bremen": 0, "durban": 0}


def test_the_parts_always_add_up_and_are_less_than_a_gram_off() -> None:
    dice = random.Random(2026)
    for _ in range(2000):
        weights = {f"city-{place}": dice.randint(1, 500) for place in range(dice.randint(1, 9))}
        total = dice.randint(0, 10**12)
        parts = shares(total, weights)
        whole = sum(weights.values())
        assert sum(parts.values()) == total
        assert all(abs(parts[city] * whole - total * weight) < whole for city, weight in weights.items())


@pytest.mark.parametrize("weights", [{}, {"bremen": 0}, {"bremen": 2, "durban": -1}])
def test_weights_are_positive(weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="positive"):
        shares(1, weights)
