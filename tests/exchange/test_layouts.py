"""Files as five cities have them give the totals their sources publish; each line is there once."""

from collections import Counter, defaultdict

import pytest

from klimabruecke.exchange.imports.container import opened
from klimabruecke.exchange.imports.layouts.hints import Answers, Hints
from klimabruecke.exchange.imports.reading import Reading, ReadLine
from klimabruecke.exchange.imports.recognition import read
from tests.exchange import files

TOLERANCE_T = 0.01


def reading(content: bytes, **hints: object) -> Reading:
    return read(opened(content), Hints(**hints))  # type: ignore[arg-type]


def by_reference(lines: list[ReadLine]) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for line in lines:
        if line.amount_kg is not None:
            found[str(line.gpc_ref)] += line.amount_kg / 1000
    return found


FOUND = {
    "nairobi": ("ciris", lambda: files.ciris(files.figures("nairobi_2016"), "Nairobi", 2016, 3973981)),
    "rotterdam": ("ecrf", lambda: files.ecrf(files.figures("rotterdam_2019"), "Rotterdam", 2019, 644618)),
    "auckland": ("template", lambda: files.plain(files.figures("auckland_2019"), "Auckland", 2019)),
    "goiania": ("citycatalyst", lambda: files.citycatalyst(files.figures("goiania_2022"))),
}


@pytest.mark.parametrize("city", FOUND)
def test_a_file_gives_the_amounts_its_source_publishes(city: str) -> None:
    layout, content = FOUND[city]
    found = reading(content(), file_name="inventory-BR GYN-2022.csv")
    expected = files.EXPECTED[city]
    assert found.layout == layout
    (inventory,) = found.inventories
    assert by_reference(list(inventory.lines)) == pytest.approx(expected["by_ref_t"], abs=TOLERANCE_T)
    values = [line.gpc_ref for line in inventory.lines if line.amount_kg is not None]
    assert len(values) == expected["value_lines"]
    assert {ref: count for ref, count in Counter(values).items() if count > 1} == expected["lines_per_ref"]


def test_a_table_of_german_numbers_in_cp1252_reads_like_the_english_one() -> None:
    rows = files.figures("auckland_2019")
    german = files.plain(rows, "Köln", 2019, delimiter=";", encoding="cp1252")
    found, english = reading(german), reading(files.plain(rows, "Köln", 2019))
    assert found.inventories[0].city_name == "Köln"
    assert [line.amount_kg for line in found.lines()] == [line.amount_kg for line in english.lines()]


def test_thousands_points_are_no_decimal_points() -> None:
    content = "gpc_ref;emissions_tco2e\nI.1.1;1.234\nI.2.1;1.234.567,5\n".encode("cp1252")
    assert [line.amount_kg for line in reading(content).lines()] == [1_234_000, 1_234_567_500]


def test_an_unknown_notation_key_is_told_and_never_guessed() -> None:
    found = reading(files.citycatalyst(files.figures("goiania_2022")))
    unknown = [problem for problem in found.problems if problem.rule == "unknown_notation_key"]
    assert len(unknown) == 27
    assert unknown[0].values == {"key": "RN"}
    assert all(line.notation_key is None for line in found.lines())


def test_an_unknown_key_is_what_people_say_it_is() -> None:
    said = Answers(notation_keys={"RN": "NE"})
    found = reading(files.citycatalyst(files.figures("goiania_2022")), answers=said)
    assert sum(line.notation_key == "NE" for line in found.lines()) == 27


def test_gases_that_do_not_add_up_and_lines_without_reference_are_told_with_their_row() -> None:
    found = reading(files.citycatalyst(files.figures("goiania_2022")))
    told = {(problem.rule, problem.place.row) for problem in found.problems}
    assert {("gas_sum_differs", 45), ("gas_sum_differs", 49), ("reference_missing", 21)} <= told


def test_a_repeated_reference_without_a_summary_counts_every_row() -> None:
    rows = files.lines(I_1_1=100.0, II_1_1=30.0, III_1_1=5.0)
    content = files.ciris(rows, "Nairobi", 2016, None)
    assert by_reference(list(reading(content).lines())) == {"I.1.1": 100, "II.1.1": 30, "III.1.1": 5}


def test_a_summary_that_is_not_the_sum_of_its_details_is_told() -> None:
    content = files.ciris(files.figures("nairobi_2016"), "Nairobi", 2016, None, II_1_1=9.0)
    assert ("total_not_sum_of_parts", "quarantine") in {
        (problem.rule, problem.severity) for problem in reading(content).problems
    }


def test_a_key_in_the_place_of_a_number_is_a_key_with_its_target() -> None:
    headings = [
        "City",
        "Year",
        *(f"I.{sub}.{scope}" for sub in range(1, 5) for scope in range(1, 4)),
        "BASIC",
    ]
    row = ["Durban", "01 July 2015 -30 June 2016", 10, "IE (I.1.1)", "NO; IE", *["NE "] * 9, 10]
    found = reading(files.table([headings, row]), city_words=frozenset({"durban"}))
    (inventory,) = found.inventories
    assert found.layout == "c40"
    assert inventory.year == 2015
    assert inventory.stated_totals_kg == {"basic": 10_000}
    ie = next(line for line in inventory.lines if line.gpc_ref == "I.1.2")
    assert (ie.notation_key, ie.ie_reference) == ("IE", "I.1.1")
    assert [problem.values["key"] for problem in found.problems] == ["NO; IE"]


@pytest.mark.parametrize("options", [{}, {"delimiter": ";", "encoding": "cp1252"}])
def test_a_german_series_without_a_unit_gives_no_amounts_before_somebody_says_it(
    options: dict[str, str],
) -> None:
    content = files.bonn(**options)
    asked = reading(content)
    assert {problem.rule for problem in asked.problems} == {"unit_unknown", "no_gpc_lines"}
    assert list(asked.lines()) == []
    found = reading(content, answers=Answers(unit="kt"))
    sums = {
        str(inventory.year): sum(line.amount_kg or 0 for line in inventory.lines) / 1_000_000
        for inventory in found.inventories
    }
    assert sums == files.EXPECTED["bonn"]
    assert found.inventories[-1].population == 330_224


@pytest.mark.parametrize(
    ("rows", "unit_kg"),
    [
        (
            [["CO2 in kt"], ["Jahr", "Strom", "Wärme", "Verkehr", "Gesamt"], [2020, "1,5", 2, 3, "6,5"]],
            1_000_000,
        ),
        ([["Sektor (t)", 2019, 2020], ["Haushalte", 1, 1.5], ["Verkehr", 4, 5], ["Summe", 5, 6.5]], 1_000),
    ],
    ids=["sectors across", "years across"],
)
def test_german_series_are_read_across_and_down(rows: list[list[object]], unit_kg: int) -> None:
    (found,) = reading(files.table(rows, delimiter=";"), year=2020).inventories
    assert sum(line.amount_kg or 0 for line in found.lines) == 6.5 * unit_kg


def test_years_of_one_table_are_inventories_of_their_own() -> None:
    rows = [
        ["gpc_ref", "year", "emissions_tco2e"],
        ["I.1.1", 2015, 1],
        ["I.1.1", 2016, 2],
        ["BASIC", 2016, 2],
    ]
    found = reading(files.table(rows)).inventories
    assert [(one.year, one.lines[0].amount_kg) for one in found] == [(2015, 1_000), (2016, 2_000)]
    assert found[1].stated_totals_kg == {"basic": 2_000}


def test_columns_with_other_names_are_read_once_somebody_has_named_them() -> None:
    content = files.table([["Posten", "Menge"], ["I.1.1", "7"]])
    assert [problem.rule for problem in reading(content).problems] == ["layout_unknown"]
    said = Answers(columns={"reference": "Posten", "amount": "Menge"}, unit="t")
    assert [line.amount_kg for line in reading(content, answers=said).lines()] == [7_000]


def test_a_cell_that_would_be_a_formula_is_no_number() -> None:
    found = reading(b"gpc_ref,emissions_tco2e\nI.1.1,=1+1\n")
    assert (found.problems[0].rule, found.problems[0].severity) == ("not_a_number", "quarantine")
    assert list(found.lines()) == []
