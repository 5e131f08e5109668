"""What ships with the application: the cities' published figures, their series, breaks and gaps."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from klimabruecke.cli import seed
from tests.footprint.office import Office
from tests.installations import rows
from tests.inventories.records import got, refused_at
from tests.people import API

Json = dict[str, Any]


@pytest.fixture(scope="module")
def visitor(base_url: str) -> Iterator[httpx.Client]:
    """Of an installation that holds what ships and nothing else."""
    with httpx.Client(base_url=f"{base_url}{API}", headers={"Accept-Language": "en"}, timeout=60) as made:
        yield made


def series(client: httpx.Client, city: str, **filters: Any) -> Json:
    return got(client, "/series", city=city, **filters)


def line(found: Json, series_id: str) -> list[tuple[int, int | None]]:
    (one,) = (one for one in found["items"] if one["series_id"] == series_id)
    return [(point["year"], point["amount_kg"]) for point in one["points"]]


def test_durban_2016_adds_up_to_its_published_totals(visitor: httpx.Client) -> None:
    (gpc,) = got(visitor, "/inventories", city="durban", year=2016, standard="gpc")["items"]
    totals = gpc["totals"]["reported"]
    assert round(totals["basic_kg"] / 1000) == 21_920_206
    assert abs(totals["basic_plus_kg"] / 1000 - 27_437_211) < 1
    assert gpc["totals"]["ar5"]["reasons"] == ["not_split_by_gas"]
    assert totals["basic_per_head_kg"] == 6095
    assert gpc["population_basis_en"] == "GPC database of C40"
    found = got(visitor, f"/inventories/{gpc['id']}")
    assert found["lines"] == 16
    assert {one["measure"] for one in found["reported_totals"]} == {"basic", "basic_plus"}


def test_bremen_with_and_without_steel_are_two_lines_with_a_break_between(visitor: httpx.Client) -> None:
    found = series(visitor, "bremen-land")
    with_steel = dict(line(found, "bremen-land-quellenbilanz"))
    assert with_steel[2021] == 10_300_000_000
    assert sorted(with_steel) == [1990, 2019, 2020, 2021, 2022, 2023]
    assert line(found, "bremen-land-verursacherbilanz-without-steel") == [(2020, 4_700_000_000)]
    (one,) = (each for each in found["breaks"] if each["year"] == 2021)
    assert one["after_year"] == 2020
    assert one["from_series_id"] == "bremen-land-verursacherbilanz-without-steel"
    assert "with steel" in one["reason_en"]


def test_durban_is_broken_where_iclei_gives_way_to_gpc(visitor: httpx.Client) -> None:
    found = series(visitor, "durban")
    assert line(found, "durban-iclei")[-1] == (2012, 29_360_395_000)
    assert line(found, "durban-gpc-scopes-1-and-2") == [(2014, 22_587_081_000)]
    assert line(found, "durban-gpc") == [(2015, 22_154_154_000), (2016, 21_920_206_240)]
    broken = [(one["after_year"], one["year"]) for one in found["breaks"]]
    assert broken == [(2007, 2010), (2012, 2014), (2014, 2015)]
    assert [(gap["first_year"], gap["last_year"]) for gap in found["gaps"]] == [(2017, 2019)]


def test_the_administration_of_durban_is_no_part_of_the_line_of_the_town(visitor: httpx.Client) -> None:
    (own,) = series(visitor, "durban", kind="municipal_operations")["items"]
    assert [(point["year"], point["amount_kg"]) for point in own["points"]] == [(2011, 1_511_420_000)]
    assert dict(line(series(visitor, "durban"), "durban-iclei"))[2011] == 27_649_400_000


def test_what_windhoek_does_not_have_is_a_gap_with_its_reason_and_no_zero(visitor: httpx.Client) -> None:
    found = series(visitor, "windhoek")
    assert found["items"] == []
    (gap,) = found["gaps"]
    assert (gap["first_year"], gap["source_id"]) == (None, "S003")
    assert 'answered "No"' in gap["text_en"]
    assert got(visitor, "/inventories", city="windhoek")["items"] == []
    assert got(visitor, "/emission-totals", by="city", city="windhoek")["items"] == []


def test_a_figure_nobody_believes_is_shown_with_the_reason_and_never_counted(visitor: httpx.Client) -> None:
    (cdp,) = got(visitor, "/inventories", city="durban", year=2016, standard="cdp_reported")["items"]
    assert {one["basic_kg"] for one in cdp["totals"].values()} == {None}
    reported = got(visitor, f"/inventories/{cdp['id']}")["reported_totals"]
    (suspect,) = (one for one in reported if one["quarantine_reason_en"])
    assert suspect["amount_kg"] == 22_154_154_000
    assert not suspect["counts"]
    counted = got(visitor, "/emission-totals", by="city,year", city="durban", standard="cdp_reported")
    assert [one["year"] for one in counted["items"]] == [2014]


def test_a_share_published_without_tonnes_stays_a_share(visitor: httpx.Client) -> None:
    (balance,) = got(visitor, "/inventories", city="bremen-land", year=2021)["items"]
    reported = got(visitor, f"/inventories/{balance['id']}")["reported_totals"]
    (steel,) = (one for one in reported if one["part_en"] == "Steel")
    assert (steel["amount_kg"], steel["share_pct"]) == (None, 50)


def test_figures_without_lines_are_counted_as_a_whole(visitor: httpx.Client) -> None:
    (whole,) = got(visitor, "/emission-totals", by="city,sector", city="bremen-land", year=2021)["items"]
    assert (whole["sector"], whole["total_kg"]) == ("all_sectors", 10_300_000_000)
    by_set = got(visitor, "/emission-totals", by="city", city="bremen-land", year=2021, gwp="sar")["items"]
    assert [one["total_kg"] for one in by_set] == [10_300_000_000]


def test_a_basic_total_that_was_reported_is_no_basic_plus(visitor: httpx.Client) -> None:
    (found,) = got(visitor, "/inventories", city="durban", year=2015)["items"]
    assert found["totals_from"] == "reported"
    assert found["totals"]["reported"]["basic_kg"] == 22_154_154_000
    assert found["totals"]["reported"]["basic_plus_kg"] is None


def test_national_figures_stand_apart(visitor: httpx.Client) -> None:
    items = got(visitor, "/national-emissions", country="NA", sort="-year", limit=1)["items"]
    assert [(one["country"], one["year"], one["amount_kg"]) for one in items] == [("NA", 2021, 4_014_822_000)]


def test_seeding_again_leaves_what_a_city_has_withdrawn_withdrawn(
    office: Office, coordinator: httpx.Client
) -> None:
    (found,) = got(coordinator, "/inventories", city="bremen", year=2012)["items"]
    path = f"/inventories/{found['id']}"
    assert coordinator.post(f"{path}/withdrawals", json={"reason": "To be checked"}).status_code == 201
    state = rows(office.settings, "SELECT * FROM resource_counter ORDER BY 1")
    seed(office.settings)
    assert got(coordinator, path)["status"] == "withdrawn"
    assert rows(office.settings, "SELECT * FROM resource_counter ORDER BY 1") == state
    assert coordinator.post(f"{path}/restorations").status_code == 201


# --- side by side ---------------------------------------------------------------------------------


def compared(client: httpx.Client, cities: str, **filters: Any) -> Json:
    return got(client, "/comparisons", cities=cities, **filters)


def test_cities_stand_side_by_side_with_what_keeps_them_apart(visitor: httpx.Client) -> None:
    found = compared(visitor, "durban,bremen-land", year=2016)
    assert [one["city_id"] for one in found["items"]] == ["durban", "bremen-land"]
    durban, bremen = found["items"]
    assert (durban["year"], durban["standard"], durban["amount_kg"]) == (2016, "gpc", 21_920_206_240)
    assert [one["sector"] for one in durban["sectors"]] == ["I", "II", "III"]
    assert bremen["sectors"] == []
    assert found["comparability"]["grade"] == "D"
    codes = [one["code"] for one in found["comparability"]["reasons"]]
    assert codes[0] == "gases_differ"
    assert {"standards_differ", "levels_differ", "years_far_apart", "only_reported_totals"} <= set(codes)


def test_a_city_without_inventory_is_a_gap_in_the_comparison(visitor: httpx.Client) -> None:
    found = compared(visitor, "durban,windhoek")
    missing = found["items"][1]
    assert (missing["inventory_id"], missing["amount_kg"]) == (None, None)
    assert missing["gaps"]
    assert found["comparability"]["grade"] == "D"
    assert found["comparability"]["reasons"][0]["code"] == "inventory_missing"


def test_a_ranking_is_refused_with_the_reason(visitor: httpx.Client) -> None:
    answer = visitor.get("/comparisons", params={"cities": "durban,bremen", "sort": "-per_head_kg"})
    assert refused_at(answer) == ["/query/sort ranking"]
    assert "not ranked" in answer.json()["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("cities", "code"),
    [
        ("durban", "string_pattern_mismatch"),
        ("durban,durban", "city_repeated"),
        ("durban,atlantis", "unknown_city"),
    ],
)
def test_cities_that_cannot_be_compared_are_refused(visitor: httpx.Client, cities: str, code: str) -> None:
    answer = visitor.get("/comparisons", params={"cities": cities})
    assert refused_at(answer) == [f"/query/cities {code}"]


# --- targets --------------------------------------------------------------------------------------


def test_a_target_is_a_straight_line_within_one_series(visitor: httpx.Client) -> None:
    by_id = {one["id"]: one for one in got(visitor, "/targets")["items"]}
    way = by_id["durban-2030"]["pathway"]
    assert (way["series_id"], way["base_kg"], way["latest_year"]) == ("durban-gpc", 22_154_154_000, 2016)
    assert way["target_kg"] == 13_292_492_400
    assert way["on_path_kg"] == 21_563_376_560
    assert way["gap_kg"] == 21_920_206_240 - 21_563_376_560
    assert (way["points"][0]["year"], way["points"][-1]["year"]) == (2015, 2030)
    state = by_id["bremen-land-2038"]["pathway"]
    assert (state["base_kg"], state["latest_year"]) == (13_500_000_000, 2023)
    assert state["measure"] == "total"


def test_a_target_without_its_base_year_says_why_it_has_no_line(visitor: httpx.Client) -> None:
    found = {one["id"]: one for one in got(visitor, "/targets", city="bremerhaven")["items"]}
    assert found["bremerhaven-2030"]["pathway"] is None
    assert found["bremerhaven-2030"]["reason_if_null"] in ("no_inventory", "base_year_missing")
    found = {one["id"]: one for one in got(visitor, "/targets", city="bremen")["items"]}
    assert found["bremen-2030"]["reason_if_null"] == "base_year_missing"


def test_series_and_targets_that_did_not_change_cost_nothing(visitor: httpx.Client) -> None:
    for path in ("/series?city=durban", "/comparisons?cities=durban,bremen", "/targets"):
        tag = visitor.get(path).headers["ETag"]
        assert visitor.get(path, headers={"If-None-Match": tag}).status_code == 304
    assert refused_at(visitor.get("/series", params={"city": "atlantis"})) == ["/query/city unknown_city"]
