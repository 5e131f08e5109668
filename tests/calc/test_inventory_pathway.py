"""The way to a target: worked examples with the figures of Durban and of the state of Bremen."""

from decimal import Decimal

import pytest

from klimabruecke.calc.inventory_pathway import line_kg, pathway


def test_durban_in_2016_against_forty_percent_less_by_2030() -> None:
    way = pathway((2015, 22_154_154_000), 2030, Decimal(40), (2016, 21_920_206_240))
    assert way.target_kg == 13_292_492_400  # 60 % of the base
    assert way.on_path_kg == 21_563_376_560  # a fifteenth of the way
    assert way.gap_kg == 356_829_680
    assert way.to_go_kg == 8_627_713_840


def test_bremen_in_2023_is_above_its_line_to_2030() -> None:
    way = pathway((1990, 13_500_000_000), 2030, Decimal(60), (2023, 8_940_000_000))
    assert way.target_kg == 5_400_000_000
    assert way.on_path_kg == 6_817_500_000
    assert way.gap_kg == 2_122_500_000


def test_less_than_the_line_asks_for_is_a_negative_gap() -> None:
    assert pathway((2000, 100), 2010, Decimal(50), (2005, 60)).gap_kg == -15


@pytest.mark.parametrize(("year", "kg"), [(1999, 100), (2000, 100), (2005, 75), (2010, 50), (2020, 50)])
def test_the_line_is_level_beyond_its_ends(year: int, kg: int) -> None:
    assert line_kg((2000, 100), (2010, 50), year) == kg


def test_a_target_lies_behind_its_base_year() -> None:
    with pytest.raises(ValueError, match="behind"):
        pathway((2030, 1), 2030, Decimal(1), (2031, 1))
