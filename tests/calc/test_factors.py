"""Which factor answers: the day chooses the set, the country the row, and nothing is guessed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from klimabruecke.calc.errors import CalcError, FactorDataError
from klimabruecke.calc.factors import Factor, FactorBook, FactorChoice, FactorTable, Period
from klimabruecke.calc.gwp import co2e_kg
from tests.calc.seeds import book, gwp_sets, methods


def a_factor(factor_id: str, year: int | None = None, series: str | None = "row 1") -> Factor:
    start = date(year, 1, 1) if year else None
    end = date(year, 12, 31) if year else None
    return Factor(
        factor_id, Decimal(1), "kg", "S1", "verified", valid_from=start, valid_to=end, series=series
    )


BOOK = FactorBook(
    [
        a_factor("A-2022", 2022),
        a_factor("A-2025", 2025),
        a_factor("B-2019", 2019, None),
        a_factor("C", None, None),
    ]
)


@pytest.mark.parametrize(
    ("year", "factor_id", "period"),
    [
        (2021, "A-2022", Period.LATER),
        (2022, "A-2022", Period.CURRENT),
        (2023, "A-2022", Period.OLDER),
        (2025, "A-2025", Period.CURRENT),
        (2030, "A-2025", Period.OLDER),
    ],
)
def test_the_day_chooses_among_the_sets_of_a_row(year: int, factor_id: str, period: Period) -> None:
    day = date(year, 5, 1)
    found = BOOK.on("A-2025", day)
    assert (found.id, found.period(day)) == (factor_id, period)


def test_a_row_of_its_own_answers_for_every_day() -> None:
    assert BOOK.on("B-2019", date(2026, 1, 1)).id == "B-2019"
    assert BOOK.on("C", date(2026, 1, 1)).period(date(2026, 1, 1)) is Period.CURRENT


def test_a_factor_nobody_has_is_a_fault_of_our_data() -> None:
    with pytest.raises(FactorDataError, match="X-1"):
        BOOK.get("X-1")


def test_every_choice_of_every_method_names_factors_there_are() -> None:
    for method in methods():
        for choice in method.data.table.choices():
            assert all(book().get(factor_id) for factor_id in choice.factor_ids)


def test_namibia_is_no_missing_value() -> None:
    table = FactorTable([FactorChoice("hotel", "", "NA", ("C",), "room_night")])
    assert table.choose("hotel", "", "NA").factor_ids == ("C",)
    with pytest.raises(CalcError, match="country_needed"):
        table.choose("hotel", "", None)


def test_a_gas_without_a_potential_is_not_taken_as_nothing() -> None:
    with pytest.raises(CalcError, match="unknown_gas"):
        co2e_kg("XY", Decimal(1), gwp_sets()["AR5"])
    assert co2e_kg("CO2", Decimal(3), gwp_sets()["SAR"]) == 3


def test_a_successor_without_a_series_answers_from_its_first_day_on_and_after_its_last() -> None:
    old = Factor("old", Decimal(1), "kg", "s", "verified", valid_from=date(2020, 1, 1))
    new = replace(old, id="new", replaces="old", valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    book = FactorBook([old, new])
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 6, 1), date(2019, 1, 1))
    assert [book.on("old", day).id for day in days] == ["old", "new", "new", "new", "old"]
    assert book.on("old", date(2027, 6, 1)).period(date(2027, 6, 1)) is Period.OLDER


def test_a_chain_of_successors_is_followed_across_a_changed_series() -> None:
    old = Factor("old", Decimal(1), "kg", "s", "verified", valid_to=date(2025, 12, 31), series="a")
    new = replace(old, id="new", replaces="old", valid_from=date(2026, 1, 1), valid_to=None, series="b")
    newest = replace(new, id="newest", replaces="new", valid_from=date(2027, 1, 1))
    book = FactorBook([newest, old, new])
    days = (date(2025, 1, 1), date(2026, 5, 1), date(2028, 1, 1))
    assert [book.on("old", day).id for day in days] == ["old", "new", "newest"]
    assert book.on("newest", date(2025, 1, 1)).id == "old"
