"""The ways public figures of cities go wrong: each waits for a person, and none reaches the inventories."""

import pytest

from tests.exchange import files
from tests.exchange.uploads import Desk, Json, rules
from tests.footprint.office import Office


@pytest.fixture(scope="module")
def durban_2015(desk: Desk) -> int:
    """A year of Durban that is stored; its BASIC total in t."""
    content = files.ciris(files.lines(I_1_1=11_605_283, I_1_2=10_548_871), "Durban", 2010, 3_400_000)
    found = desk.applied(desk.previewed(content, "durban", year=2010), reason="The test's own year.")
    assert found["state"] == "applied"
    return 22_154_154


def judged(desk: Desk, content: bytes, city: str, year: int) -> Json:
    """The import, after checking that nothing of it was stored."""
    before = desk.inventory(city, year)
    found = desk.imported(content, city, year=year)
    assert found["state"] == "quarantined", found["problems"]
    assert desk.inventory(city, year) == before
    return found


PEOPLE = {
    "the state for the city": ("bremen", "Bremen", 661_000, 3_000_000, "population_of_state"),
    "the place for the municipality": ("durban", "eThekwini", 595_061, 21_000_000, "population_of_place"),
    "a digit too many": ("durban", "Durban", 38_201_740, 21_000_000, "population_mistyped"),
}


@pytest.mark.parametrize("trap", PEOPLE)
def test_a_population_that_is_not_the_citys_waits_for_a_person(desk: Desk, trap: str) -> None:
    city, name, population, total, rule = PEOPLE[trap]
    rows = files.lines(I_1_1=total / 2, II_1_1=total / 2)
    for content in (files.ciris(rows, name, 2018, population), files.ecrf(rows, name, 2018, population)):
        found = judged(desk, content, city, 2018)
        assert rules(found, "quarantine") == {rule}
        assert f"{population:,}" in found["problems"][0]["detail"]


def test_a_total_of_another_year_waits_for_a_person(desk: Desk, durban_2015: int) -> None:
    content = files.plain(files.lines(I_1_1=durban_2015 - 5, II_1_1=5), "Durban", 2017)
    found = judged(desk, content, "durban", 2017)
    assert "total_identical_to_other_year" in rules(found, "quarantine")
    assert any("22,154,154" in one["detail"] for one in found["problems"])


@pytest.mark.parametrize("factor", [1_000, 0.001])
def test_kilotonnes_for_tonnes_wait_for_a_person(desk: Desk, durban_2015: int, factor: float) -> None:
    rows = files.lines(I_1_1=9_000_000 * factor, II_1_1=9_000_000 * factor)
    content = files.plain(rows, "Durban", 2018)
    assert "unit_off_by_1000" in rules(judged(desk, content, "durban", 2018), "quarantine")


def test_an_amount_beyond_all_measure_waits_for_a_person(desk: Desk, city: str) -> None:
    found = judged(desk, files.plain(files.lines(I_1_1=20_000_000_000), city, 2020), city, 2020)
    assert "amount_out_of_range" in rules(found, "quarantine")


def test_a_total_nobody_emits_per_head_waits_for_a_person(desk: Desk) -> None:
    content = files.plain(files.lines(I_1_1=110_000), "Windhoek", 2019, delimiter=";")
    content = content.replace(b"110000", b"40")
    assert "per_head_implausible" in rules(judged(desk, content, "windhoek", 2019), "quarantine")


def test_a_total_that_is_not_the_sum_of_its_parts_waits_for_a_person(desk: Desk, city: str) -> None:
    rows = files.lines(I_1_1=70, II_1_1=20, III_1_1=10)
    name = city.capitalize()
    contents = {
        "a row": files.plain([*rows, *files.lines(TOTAL=120)], name, 2020),
        "a summary": files.ciris(rows, name, 2020, None, I_1_1=60),
        "a matrix": files.ecrf(rows, name, 2020, 20, matrix=75),
    }
    for place, content in contents.items():
        assert "total_not_sum_of_parts" in rules(judged(desk, content, city, 2020), "quarantine"), place


def test_a_stated_total_that_is_the_sum_is_no_trap(desk: Desk, city: str) -> None:
    rows = files.lines(I_1_1=70, I_4_4=30, II_1_1=20)
    name = city.capitalize()
    found = desk.imported(files.plain([*rows, *files.lines(TOTAL=90)], name, 2020), city, year=2020)
    assert (found["state"], rules(found)) == ("applied", set())
    matrix = files.ecrf(rows, name, 2020, 20, matrix=70)
    assert rules(desk.previewed(matrix, city, year=2020)) <= {"references_gone"}


def test_the_file_of_another_city_or_year_waits_for_a_person(desk: Desk, city: str) -> None:
    rows = files.lines(I_1_1=10)
    other_city = files.plain(rows, "Lagos", 2020)
    assert rules(judged(desk, other_city, city, 2020), "quarantine") == {"city_differs"}
    other_year = files.plain(rows, city, 2019)
    assert rules(judged(desk, other_year, city, 2020), "quarantine") == {"year_differs"}
    future = files.plain(rows, city, 2199)
    assert rules(judged(desk, future, city, 2199), "quarantine") == {"year_in_the_future"}


def test_an_amount_that_belongs_nowhere_waits_for_a_person(desk: Desk, city: str) -> None:
    content = files.table(
        [["gpc_ref", "emissions_tco2e"], ["I.1.1", 5], ["", 7], ["IX.1", 8], ["I.2.1", "=2+2"], ["II.1.1", 9]]
    )
    found = judged(desk, content, city, 2020)
    told = [(one["rule"], one["row"]) for one in found["problems"] if one["severity"] == "quarantine"]
    assert told == [("reference_missing", 3), ("reference_unknown", 4), ("not_a_number", 5)]
    assert found["rows"] == {"new": 2, "changed": 0, "unchanged": 0, "rejected": 3}


def test_a_person_with_a_reason_may_take_over_what_was_quarantined(desk: Desk, city: str) -> None:
    found = judged(desk, files.plain(files.lines(I_1_1=10), "Lagos", 2020), city, 2020)
    done = desk.applied(found, reason="The old name of our city.")
    assert (done["state"], done["reason"]) == ("applied", "The old name of our city.")
    inventory = desk.inventory(city, 2020)
    assert inventory is not None
    assert inventory["status"] == "draft"


def test_quarantined_figures_change_no_published_total(office: Office, desk: Desk, durban_2015: int) -> None:
    before = office.visitor().get("/inventories?city=durban").json()
    content = files.ciris(files.lines(I_1_1=durban_2015), "Durban", 2018, 38_201_740)
    judged(desk, content, "durban", 2018)
    assert office.visitor().get("/inventories?city=durban").json() == before
