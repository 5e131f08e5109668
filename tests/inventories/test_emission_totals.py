"""Sums over published inventories: what is kept apart, what is never shown as the whole, and by which set."""

from itertools import count
from typing import Any

import httpx
import pytest

from tests.inventories.records import a_line, an_inventory, got, made, published, refused_at

Json = dict[str, Any]
YEARS = count(1950)


@pytest.fixture
def year() -> int:
    """A year nobody else uses."""
    return next(YEARS)


def a_published(client: httpx.Client, *lines: tuple[str, int, str], **changes: Any) -> Json:
    inventory = made(client, "/inventories", an_inventory(**changes))
    for reference, amount_kg, gas in lines:
        made(client, "/emissions", a_line(inventory, reference, amount_kg=amount_kg, gas=gas))
    return published(client, inventory)


def sums(client: httpx.Client, by: str, year: int, measure: str = "basic_kg", **filters: Any) -> list[Any]:
    items = got(client, "/emission-totals", by=by, year=year, **filters)["items"]
    fields = [f"{name}_id" if name in ("city", "inventory") else name for name in by.split(",")]
    return [tuple(one[name] for name in (*fields, measure)) for one in items]


def test_totals_are_cut_by_sector_scope_and_gas(
    coordinator: httpx.Client, visitor: httpx.Client, year: int
) -> None:
    lines = [("I.1.1", 5, "CO2"), ("I.1.2", 7, "CO2"), ("III.1.1", 2, "CH4"), ("I.1.3", 1, "CO2")]
    a_published(coordinator, *lines, year=year)
    assert sums(visitor, "city", year) == [("bremerhaven", 68)]
    assert sums(visitor, "city", year, "basic_plus_kg") == [("bremerhaven", 69)]
    assert sums(visitor, "sector", year) == [("I", 12), ("III", 56)]
    assert sums(visitor, "scope", year, "basic_plus_kg") == [(1, 61), (2, 7), (3, 1)]
    assert sums(visitor, "scope", year) == [(1, 61), (2, 7), (3, None)]
    assert sums(visitor, "gas", year) == [("CH4", 56), ("CO2", 12)]
    assert sums(visitor, "gas", year, gwp="sar") == [("CH4", 42), ("CO2", 12)]
    assert sums(visitor, "year,sector", year, scope=2) == [(year, "I", 7)]
    assert sums(visitor, "sector", year, sector="III") == [("III", 56)]


def test_the_whole_town_and_its_own_administration_are_never_added_up(
    coordinator: httpx.Client, visitor: httpx.Client, year: int
) -> None:
    a_published(coordinator, ("I.1.1", 100, "CO2"), year=year)
    a_published(coordinator, ("I.1.1", 4, "CO2"), year=year, kind="municipal_operations")
    for by in ("year", "city", "sector", "scope", "city,year,sector"):
        items = got(visitor, "/emission-totals", by=by, year=year)["items"]
        assert [(one["kind"], one["basic_kg"]) for one in items] == [
            ("community", 100),
            ("municipal_operations", 4),
        ]
    (own,) = got(visitor, "/emission-totals", by="year", year=year, kind="municipal_operations")["items"]
    assert own["basic_kg"] == 4


def test_two_standards_are_never_added_up(
    coordinator: httpx.Client, visitor: httpx.Client, year: int
) -> None:
    a_published(coordinator, ("I.1.1", 100, "CO2"), year=year)
    bisko = an_inventory(year=year, standard="bisko", reporting_level=None)
    inventory = made(coordinator, "/inventories", bisko)
    made(coordinator, "/emissions", a_line(inventory, None, sector="transport", amount_kg=9))
    published(coordinator, inventory)
    items = got(visitor, "/emission-totals", by="year", year=year)["items"]
    assert [(one["standard"], one["basic_kg"], one["total_kg"]) for one in items] == [
        ("bisko", None, 9),
        ("gpc", 100, None),
    ]


def test_a_state_is_not_added_to_its_cities(
    coordinator: httpx.Client, visitor: httpx.Client, year: int
) -> None:
    for city in ("bremen", "bremen-land", "durban"):
        a_published(coordinator, ("I.1.1", 10, "CO2"), city_id=city, year=year)
    assert sums(visitor, "year", year) == [(year, 20)]
    assert sums(visitor, "sector", year, city="bremen-land") == [("I", 10)]
    assert [one[0] for one in sums(visitor, "city", year)] == ["bremen", "bremen-land", "durban"]


def test_a_total_that_one_of_the_inventories_lacks_is_no_total_of_all(
    coordinator: httpx.Client, visitor: httpx.Client, year: int
) -> None:
    a_published(coordinator, ("I.1.1", 10, "CO2"), city_id="bremen", year=year)
    a_published(coordinator, ("IV.1", 10, "CO2"), city_id="durban", year=year)
    (both,) = got(visitor, "/emission-totals", by="year", year=year)["items"]
    assert (both["basic_kg"], both["basic_plus_kg"]) == (None, 20)
    assert both["reasons"] == ["not_in_every_inventory"]
    assert both["inventories"] == 2


def test_sums_over_several_sets_say_so_and_can_be_asked_by_one(
    coordinator: httpx.Client, visitor: httpx.Client, year: int
) -> None:
    for city, gwp_set in (("bremen", "AR4"), ("durban", "AR5")):
        a_published(coordinator, ("III.1.1", 10, "CH4"), city_id=city, year=year, gwp_set=gwp_set)
    (mixed,) = got(visitor, "/emission-totals", by="year", year=year)["items"]
    assert (mixed["gwp_set"], mixed["basic_kg"]) == ("mixed", 530)
    (by_one,) = got(visitor, "/emission-totals", by="year", year=year, gwp="ar6")["items"]
    assert by_one["basic_kg"] == 558
    a_published(coordinator, ("I.1.1", 1, "CO2e"), city_id="bremerhaven", year=year, gwp_set="AR6")
    (part,) = got(visitor, "/emission-totals", by="year", year=year, gwp="ar5")["items"]
    assert (part["basic_kg"], part["reasons"]) == (None, ["not_split_by_gas"])


def test_the_coarse_and_the_fine_way_give_the_same(
    coordinator: httpx.Client, visitor: httpx.Client, year: int
) -> None:
    lines = [("I.1.1", 5, "CO2"), ("III.1.1", 3, "CH4"), ("III.1.3", 11, "CH4"), ("V.3", 7, "N2O")]
    a_published(coordinator, *lines, year=year, gwp_set="AR6")
    measures = [f"{name}_kg" for name in ("basic", "basic_plus", "territorial", "other_scope3", "total")]

    def found(by: str, **filters: Any) -> list[list[Any]]:
        items = got(visitor, "/emission-totals", by=by, year=year, **filters)["items"]
        return [[one[name] for name in measures] for one in items]

    for by in ("city,year", "city,year,sector", "year", "inventory"):
        assert found(by) == found(by, gwp="ar6")


def test_an_unchanged_answer_costs_nothing(visitor: httpx.Client) -> None:
    tag = visitor.get("/emission-totals").headers["ETag"]
    assert visitor.get("/emission-totals", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("by", "place"), [("city,city", "sort_repeated"), ("country", "string_pattern_mismatch")]
)
def test_totals_are_divided_by_what_there_is(visitor: httpx.Client, by: str, place: str) -> None:
    assert refused_at(visitor.get("/emission-totals", params={"by": by})) == [f"/query/by {place}"]


def test_the_same_question_is_answered_alike_until_something_is_written(
    coordinator: httpx.Client, visitor: httpx.Client, year: int
) -> None:
    a_published(coordinator, ("I.1.1", 5, "CO2"), year=year)
    first, again = (visitor.get(f"/emission-totals?by=city&year={year}") for _ in range(2))
    assert (first.content, first.headers["ETag"]) == (again.content, again.headers["ETag"])
    a_published(coordinator, ("I.1.1", 3, "CO2"), year=year, city_id="windhoek")
    assert sums(visitor, "city", year) == [("bremerhaven", 5), ("windhoek", 3)]
