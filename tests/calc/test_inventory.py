"""What lines add up to: published totals of real cities, sets of potentials, and what cannot be said.

The lines in ``data/inventory_examples.csv`` are sums by reference. Durban, Nairobi, Rotterdam and Auckland
are single rows of the GHG Interactive Dashboard Data (C40 Cities 2020; CDP Open Data Portal License), Goiânia
is an export of CityCatalyst with data of SEEG, EPE, SINIR and SNIS.
"""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from klimabruecke.calc.inventory import (
    Cell,
    Cells,
    Line,
    Measure,
    Reference,
    Totals,
    add,
    cells_of,
    coverage,
    per_head_kg,
    totals,
)
from tests.calc.seeds import REFERENCE, gwp_sets, rows

EXAMPLES = Path(__file__).parent / "data" / "inventory_examples.csv"


def references() -> dict[str, Reference]:
    flags = ("basic", "basic_plus", "territorial")
    return {
        row["id"]: Reference(
            row["id"], row["sector"], int(row["scope"]), *(row[name] == "true" for name in flags)
        )
        for row in rows(REFERENCE, "gpc_references")
    }


REFERENCES = references()


def a_line(gpc_ref: str, amount_kg: int, gas: str = "CO2e", **split: int) -> Line:
    found = REFERENCES[gpc_ref]
    return Line(found.sector, found.scope, found.counts_in, gas, amount_kg, split)


def cells(*lines: Line) -> Cells:
    sums: Cells = {}
    for line in lines:
        add(sums, cells_of(line))
    return sums


def example(city: str) -> Iterator[Line]:
    with EXAMPLES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["city"] == city:
                yield a_line(row["gpc_ref"], int(row["amount_kg"]))


def kg(found: Totals, measure: Measure) -> int | None:
    return found.amounts_kg[measure]


@pytest.mark.parametrize(
    ("city", "basic_t", "basic_plus_t", "territorial_t"),
    [
        ("durban", 21_920_206.24, 27_437_210.60, 11_205_334.12),
        ("nairobi", 4_941_991.973102, 6_425_969.860725, 4_756_297.202461),
        ("rotterdam", 17_746_331.0, 18_647_540.0, 27_087_318.0),
        ("auckland", 8_079_888.851061, 11_511_216.390909, 8_663_015.954173),
        ("goiania", 2_813_398.983, 3_005_551.082, 2_749_076.466),
    ],
)
def test_the_totals_are_those_the_cities_published(
    city: str, basic_t: float, basic_plus_t: float, territorial_t: float
) -> None:
    found = totals(cells(*example(city)), None)
    wanted: dict[Measure, float] = {
        "basic": basic_t,
        "basic_plus": basic_plus_t,
        "territorial": territorial_t,
    }
    for measure, tonnes in wanted.items():
        assert abs((kg(found, measure) or 0) / 1000 - tonnes) < 0.011
    assert kg(found, "other_scope3") is None
    assert kg(found, "total") is None


def test_each_reference_counts_where_the_standard_says() -> None:
    def within(measure: Measure) -> list[str]:
        return [one for one in REFERENCES if kg(totals(cells(a_line(one, 1)), None), measure) == 1]

    all_of = ["I.1", "I.2", "I.3", "I.4", "I.5", "I.6"]
    ways = ["II.1", "II.2", "II.3", "II.4", "II.5"]
    waste = ["III.1", "III.2", "III.3", "III.4"]
    land = ["IV.1", "IV.2", "V.1", "V.2", "V.3"]
    basic = [f"{one}.{scope}" for one in (*all_of, *ways, *waste) for scope in (1, 2)] + ["I.7.1", "I.8.1"]
    assert sorted(within("basic")) == sorted(basic)
    plus = [*basic, *(f"{one}.3" for one in (*all_of, *ways)), *land]
    assert sorted(within("basic_plus")) == sorted(plus)
    inside = [f"{one}.1" for one in (*all_of, *ways, *waste)] + [f"{one}.3" for one in waste]
    assert sorted(within("territorial")) == sorted([*inside, "I.4.4", "I.7.1", "I.8.1", *land])
    assert within("other_scope3") == ["VI.1"]
    assert len(REFERENCES) == 54


def test_lines_of_one_reference_add_up_and_none_replaces_another() -> None:
    found = totals(cells(a_line("I.3.1", 5), a_line("I.3.1", 7), a_line("I.3.1", 7)), None)
    assert kg(found, "basic") == 19


def test_nothing_reported_is_not_zero_but_a_reported_zero_is() -> None:
    assert kg(totals({}, None), "basic") is None
    found = totals(cells(a_line("II.4.1", 0)), None)
    assert kg(found, "basic") == 0
    assert kg(totals(cells(a_line("IV.1", 3)), None), "basic") is None
    assert per_head_kg(None, 10) is None
    assert per_head_kg(10, None) is None
    assert per_head_kg(25, 10) == 3


@pytest.mark.parametrize(
    ("gwp_set", "kg_co2e"), [("SAR", 21_310), ("AR4", 25_298), ("AR5", 28_265), ("AR6", 28_173)]
)
def test_gases_that_were_weighed_are_expressed_by_every_set(gwp_set: str, kg_co2e: int) -> None:
    sums = cells(a_line("III.1.1", 1000, "CH4"), a_line("III.4.1", 1, "N2O"))
    sums |= cells(a_line("III.1.1", 1000, "CH4"), a_line("III.4.1", 1, "N2O"))
    found = totals(sums, gwp_sets()["AR5"], gwp_sets()[gwp_set])
    assert kg(found, "basic") == kg_co2e
    assert found.reasons == ()


def test_pure_co2_weighs_the_same_by_every_set_and_needs_none() -> None:
    sums = cells(a_line("I.1.1", 7, "CO2"))
    assert {kg(totals(sums, None, gwp_sets()[name]), "basic") for name in ("SAR", "AR6")} == {7}
    assert kg(totals(sums, None), "basic") == 7


def test_co2e_of_unknown_gases_is_never_taken_as_equal_by_another_set() -> None:
    sums = cells(a_line("I.1.1", 1000), a_line("V.1", 28, "CO2e", CH4=28))
    own, other = gwp_sets()["AR5"], gwp_sets()["SAR"]
    assert kg(totals(sums, own, own), "basic") == 1000
    found = totals(sums, own, other)
    assert kg(found, "basic") is None
    assert found.reasons == ("not_split_by_gas",)
    land_only = totals(cells(a_line("V.1", 28, "CO2e", CH4=28)), own, other)
    assert kg(land_only, "basic_plus") == 21


def test_what_a_split_leaves_over_is_of_no_known_gas() -> None:
    sums = cells(a_line("III.2.1", 14_750, "CO2e", CH4=8_000, N2O=6_708))
    own = gwp_sets()["AR5"]
    assert kg(totals(sums, own), "basic") == 14_750
    assert sums[Cell("III", 1, "basic+basic_plus+territorial", "CO2e", False)] == (42, 1)
    assert totals(sums, own, gwp_sets()["AR4"]).reasons == ("not_split_by_gas",)


def test_an_inventory_that_states_no_set_has_a_total_as_reported_only() -> None:
    sums = cells(a_line("I.1.1", 1000))
    assert kg(totals(sums, None), "basic") == 1000
    assert totals(sums, None, gwp_sets()["AR5"]).reasons == ("not_split_by_gas",)
    split = cells(a_line("I.1.1", 1000, "CO2e", CO2=900, CH4=100))
    assert totals(split, None, gwp_sets()["AR5"]).reasons == ("gwp_set_not_stated",)


def test_a_gas_without_potential_makes_no_silent_zero() -> None:
    sums = cells(a_line("IV.2", 1, "NF3"), a_line("I.1.1", 1, "CO2"))
    found = totals(sums, gwp_sets()["AR4"], gwp_sets()["SAR"])
    assert kg(found, "basic_plus") is None
    assert kg(found, "basic") == 1
    assert found.reasons == ("gas_without_potential",)


def test_biogenic_co2_stands_apart_from_every_total() -> None:
    found = totals(cells(a_line("I.1.1", 5), a_line("I.1.1", 9, "CO2_biogenic")), None)
    assert kg(found, "basic") == 5
    assert kg(found, "biogenic_co2") == 9


def test_a_standard_of_its_own_has_a_total_and_no_basic() -> None:
    sums = cells(Line("transport", 0, "total", "CO2", 4), Line("industry", 0, "total", "CO2", 3))
    found = totals(sums, None)
    assert kg(found, "total") == 7
    assert kg(found, "basic") is None


def test_taking_out_what_was_added_leaves_nothing() -> None:
    dice = random.Random(2026)
    gases = ("CO2", "CH4", "CO2e", "CO2_biogenic")
    lines = [
        a_line(dice.choice(list(REFERENCES)), dice.randint(0, 10**12), dice.choice(gases)) for _ in range(300)
    ]
    sums = cells(*lines)
    for line in lines[100:]:
        add(sums, cells_of(line), -1)
    assert {cell: amount for cell, amount in sums.items() if any(amount)} == cells(*lines[:100])


def test_coverage_tells_amounts_keys_and_silence_apart() -> None:
    found = coverage(REFERENCES.values(), "basic", {"I.1.1", "IV.1"}, {"I.1.1", "I.1.2"})
    assert found.valued == ("I.1.1",)
    assert found.keyed == ("I.1.2",)
    assert len(found.required) == len(found.missing) + 2 == 32
