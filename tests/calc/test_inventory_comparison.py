"""How far cities can be compared: each reason, and the grade they give together."""

from dataclasses import replace

import pytest

from klimabruecke.calc.inventory_comparison import WEIGHTS, Side, grade, reasons
from klimabruecke.inventories.comparisons.texts import REASONS

SIDE = Side(
    "durban",
    year=2016,
    standard="gpc",
    measure="basic",
    gases="co2e",
    gwp_set="AR5",
    population_basis="Census",
)
OTHER = replace(SIDE, city_id="nairobi")


def test_alike_inventories_are_comparable() -> None:
    assert reasons([SIDE, OTHER], one_set=False) == []
    assert grade([]) == "A"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (Side("windhoek"), "inventory_missing"),
        (replace(OTHER, total_known=False), "total_missing"),
        (replace(OTHER, gases="co2"), "gases_differ"),
        (replace(OTHER, standard="bisko"), "standards_differ"),
        (replace(OTHER, measure="basic_plus"), "levels_differ"),
        (replace(OTHER, year=2013), "years_far_apart"),
        (replace(OTHER, year=2018), "years_differ"),
        (replace(OTHER, gwp_set="AR4"), "potentials_differ"),
        (replace(OTHER, gwp_set=None), "potentials_not_stated"),
        (replace(OTHER, total_partial=True), "total_partial"),
        (replace(OTHER, from_lines=False), "only_reported_totals"),
        (replace(OTHER, calendar_year=False), "periods_differ"),
        (replace(OTHER, population_known=False), "population_missing"),
        (replace(OTHER, population_basis="Estimate"), "population_bases_differ"),
        (replace(OTHER, verified=False), "not_verified"),
    ],
)
def test_each_difference_has_its_reason(other: Side, code: str) -> None:
    assert reasons([SIDE, other], one_set=False) == [code]


def test_one_set_for_all_takes_the_difference_of_potentials_away() -> None:
    assert reasons([SIDE, replace(OTHER, gwp_set="AR4")], one_set=True) == []


def test_pure_co2_needs_no_potentials() -> None:
    pure = [replace(side, gases="co2", gwp_set=None) for side in (SIDE, OTHER)]
    assert reasons(pure, one_set=False) == []


def test_the_grade_follows_the_heaviest_reason_and_many_large_ones_are_too_many() -> None:
    assert grade(["years_differ", "not_verified"]) == "B"
    assert grade(["standards_differ", "years_differ"]) == "C"
    assert grade(["standards_differ", "levels_differ"]) == "C"
    assert grade(["standards_differ", "levels_differ", "years_far_apart"]) == "D"
    assert grade(["inventory_missing"]) == "D"


def test_every_reason_has_its_words() -> None:
    assert set(REASONS) == set(WEIGHTS)
