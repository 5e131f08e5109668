"""Emission factors and their sets: filters, formats, and what the licences keep out of the list."""

import csv
import io
import json

import httpx
import pytest

from klimabruecke.reference.schemas import EmissionFactorOut, EmissionFactorSetOut
from tests.reference.paging import Item, all_items, ids

FACTORS = "/api/v1/emission-factors"
SETS = "/api/v1/emission-factor-sets"
CLOSED_PUBLISHERS = {
    "mobitool (treeze/SBB/BFE/BAFU/oebu)",
    "Carbon Footprint Ltd",
    "myclimate",
    "ISO",
    "ICAO",
}


@pytest.fixture(scope="module")
def factors(client: httpx.Client) -> list[Item]:
    return all_items(client, f"{FACTORS}?limit=1000")


def test_the_list_can_be_walked_to_its_end(client: httpx.Client, factors: list[Item]) -> None:
    assert ids(client, f"{FACTORS}?limit=50") == [factor["id"] for factor in factors]
    assert client.get(f"{FACTORS}?count=true&limit=1").json()["total"] == len(factors) == 301


def test_every_factor_has_a_plain_name_in_both_languages(factors: list[Item]) -> None:
    assert all(factor["name_de"] and factor["name_en"] for factor in factors)
    names = {factor["id"]: factor["name_de"] for factor in factors}
    assert names["DESNZ2025-29_600_4017_13_1"] == "Hotelübernachtung, Deutschland"
    assert names["UBA-TREMOD-04"] == "Bahn, Fernverkehr"


def test_a_factor_is_found_by_its_german_name(client: httpx.Client) -> None:
    assert "UBA-TREMOD-04" in ids(client, f"{FACTORS}?q=fernverkehr")


def test_what_is_recalled_is_said_in_its_field_and_not_in_the_text(factors: list[Item]) -> None:
    assert not [factor["id"] for factor in factors if "recalled" in (factor["gwp_set"] or "")]
    tremod = next(factor for factor in factors if factor["id"] == "UBA-TREMOD-04")
    assert (tremod["verification"], tremod["gwp_set_verification"]) == ("verified", "recalled")


def test_the_list_of_a_sort_with_gaps_misses_and_repeats_nothing(
    client: httpx.Client, factors: list[Item]
) -> None:
    by_validity = ids(client, f"{FACTORS}?sort=-valid_from_on,region_code&limit=40")
    assert sorted(by_validity) == [factor["id"] for factor in factors]
    assert by_validity[-1] == "HOTEL-NA-PROXY"


@pytest.mark.parametrize(
    ("parameter", "field", "value"),
    [
        ("category", "category", "meal"),
        ("region", "region_code", "NA"),
        ("region", "region_code", "world"),
        ("unit", "unit", "kgCO2e/room_night"),
        ("source", "source_id", "S217"),
        ("factor_set", "factor_set_id", "desnz-2024"),
        ("verification", "verification", "recalled"),
        ("grade", "quality_grade", "D"),
        ("non_co2", "non_co2", "included"),
    ],
)
def test_a_filter_leaves_exactly_the_factors_that_have_the_value(
    client: httpx.Client, factors: list[Item], parameter: str, field: str, value: str
) -> None:
    expected = [factor["id"] for factor in factors if factor[field] == value]
    assert ids(client, f"{FACTORS}?{parameter}={value}&limit=5") == expected
    assert expected


def test_several_categories_can_be_asked_for_at_once(client: httpx.Client, factors: list[Item]) -> None:
    expected = [factor["id"] for factor in factors if factor["category"] in {"meal", "drink"}]
    assert ids(client, f"{FACTORS}?category=meal&category=drink&limit=6") == expected


def test_a_day_leaves_the_factors_that_are_meant_for_it(client: httpx.Client) -> None:
    may_2024 = ids(client, f"{FACTORS}?valid_on=2024-05-01&limit=1000")
    assert "DESNZ2024-21_316_3181_11_1" in may_2024
    assert "DESNZ2025-21_316_3181_11_1" not in may_2024
    assert "HOTEL-NA-PROXY" in may_2024, "a factor without dates is meant for every day"
    assert "DESNZ2025-21_316_3181_11_1" in ids(client, f"{FACTORS}?valid_on=2025-12-31&limit=1000")


def test_a_search_finds_factors_by_words_of_their_name(client: httpx.Client) -> None:
    assert ids(client, f"{FACTORS}?q=T-Shirt") == ["ADEME-IC-22", "ADEME-IC-23"]


@pytest.mark.parametrize(
    "query",
    [
        "regio=NA",
        "region=Namibia",
        "region=na",
        "valid_on=0",
        "valid_on=2025-02-30",
        "grade=E",
        "sort=value",
        "limit=0",
    ],
)
def test_a_filter_that_cannot_mean_anything_is_refused(client: httpx.Client, query: str) -> None:
    answer = client.get(f"{FACTORS}?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == f"/query/{query.partition('=')[0]}"


def test_a_cursor_does_not_fit_another_filter(client: httpx.Client) -> None:
    following = client.get(f"{FACTORS}?limit=2&category=meal").json()["next"]
    answer = client.get(following.replace("category=meal", "category=drink"))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/query/cursor"


# --- Namibia's code is NA ---------------------------------------------------------------------------


def test_the_country_code_of_namibia_survives_every_format(client: httpx.Client) -> None:
    address = f"{FACTORS}?region=NA"
    expected = ["DERIVED-NA-SUPPLYMIX", "EMBER-NA", "HOTEL-NA-PROXY"]
    as_json = client.get(address).json()["items"]
    as_lines = [json.loads(line) for line in client.get(f"{address}&format=ndjson").text.splitlines()]
    as_csv = list(csv.DictReader(io.StringIO(client.get(f"{address}&format=csv").text)))
    german = client.get(f"{address}&format=csv&locale=de").content.decode("utf-8-sig")
    as_german_csv = list(csv.DictReader(io.StringIO(german), delimiter=";"))
    for rows in (as_json, as_lines, as_csv, as_german_csv):
        assert [row["id"] for row in rows] == expected
        assert {row["region_code"] for row in rows} == {"NA"}
    assert client.get(f"{FACTORS}/EMBER-NA").json()["region_code"] == "NA"


def test_the_german_csv_writes_decimal_commas(client: httpx.Client) -> None:
    text = client.get(f"{FACTORS}?region=NA&format=csv&locale=de").content.decode("utf-8-sig")
    mix = next(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert mix["value"] == "0,3729"


# --- licences ---------------------------------------------------------------------------------------


def test_no_factor_of_a_closed_table_is_in_any_list(client: httpx.Client, factors: list[Item]) -> None:
    assert {factor["redistribution"] for factor in factors} == {"open"}
    assert not CLOSED_PUBLISHERS & {factor["publisher"] for factor in factors}
    assert ids(client, f"{FACTORS}?factor_set=mobitool-3") == []
    for format_name in ("csv", "ndjson"):
        everything = client.get(f"{FACTORS}?format={format_name}").text
        assert "cited_only" not in everything
        assert "MOBITOOL3-" not in everything


@pytest.mark.parametrize(
    ("factor_id", "value"),
    [
        ("MOBITOOL3-23", 0.0068),
        ("MOBITOOL3-48", 0.1895),
        ("CFP-ZA-production", 0.8665),
        ("MYCLIMATE-JET", 3.69),
    ],
)
def test_a_number_that_is_only_cited_answers_on_its_own(
    client: httpx.Client, factor_id: str, value: float
) -> None:
    cited = client.get(f"{FACTORS}/{factor_id}").json()
    assert cited["redistribution"] == "cited_only"
    assert cited["value"] == value
    assert client.get(f"/api/v1/sources/{cited['source_id']}").status_code == 200


@pytest.mark.parametrize(
    "factor_id", ["EMAPS-NA-2024", "IFEU-01", "GLEC32-AIR-1", "ICAO-JET-CO2", "CFP-NA-production"]
)
def test_what_nobody_uses_and_nobody_allows_is_not_carried(client: httpx.Client, factor_id: str) -> None:
    assert client.get(f"{FACTORS}/{factor_id}").status_code == 404


# --- each row ---------------------------------------------------------------------------------------


def test_every_factor_names_a_source_and_a_set_that_exist(client: httpx.Client, factors: list[Item]) -> None:
    assert {factor["source_id"] for factor in factors} <= set(ids(client, "/api/v1/sources"))
    assert {factor["factor_set_id"] for factor in factors} <= set(ids(client, SETS))


def test_every_factor_is_listed_as_its_model_says_and_as_it_answers_alone(
    client: httpx.Client, factors: list[Item]
) -> None:
    for factor in factors:
        assert EmissionFactorOut.model_validate(factor).model_dump(mode="json") == factor
    for factor in factors[::40]:
        assert client.get(f"{FACTORS}/{factor['id']}").json() == factor


def test_a_missing_gas_is_null_and_never_zero(factors: list[Item]) -> None:
    coach = next(factor for factor in factors if factor["id"] == "UBA-TREMOD-02")
    assert (coach["co2_kg"], coach["ch4_kg"], coach["n2o_kg"]) == (None, None, None)


def test_what_is_only_remembered_stays_marked(factors: list[Item]) -> None:
    recalled = {factor["id"] for factor in factors if factor["verification"] == "recalled"}
    assert "UBA-TREMOD-R01" in recalled
    assert "UBA-DE-2023-recalled" in recalled
    assert len(recalled) == 8


def test_our_own_uncertainty_is_not_shown_as_the_publishers(factors: list[Item]) -> None:
    assert {factor["uncertainty_basis"] for factor in factors} == {"proposed"}
    assert all(factor["uncertainty_pct"] > 0 for factor in factors)


# --- sets -------------------------------------------------------------------------------------------


def test_sets_are_listed_with_the_number_of_their_factors(client: httpx.Client) -> None:
    sets = {item["id"]: item for item in all_items(client, f"{SETS}?limit=5")}
    for item in sets.values():
        assert EmissionFactorSetOut.model_validate(item).model_dump(mode="json") == item
    assert sets["desnz-2025"]["factors"] == 194
    assert sets["mobitool-3"]["factors"] == 28
    assert client.get(f"{SETS}/desnz-2025").json() == sets["desnz-2025"]
    assert client.get(f"{SETS}/desnz-1999").status_code == 404


def test_the_2025_set_says_since_when_a_newer_one_should_be_used(client: httpx.Client) -> None:
    assert client.get(f"{SETS}/desnz-2025").json()["best_before_on"] == "2026-06-30"
    assert client.get(f"{SETS}/bafa-2021").json()["best_before_on"] is None
    assert client.get(f"{FACTORS}/DESNZ2025-29_600_4017_13_1").json()["best_before_on"] == "2026-06-30"


def test_sets_can_be_filtered_and_sorted(client: httpx.Client) -> None:
    assert ids(client, f"{SETS}?verification=recalled") == ["uba-tremod-2022"]
    years = [item["edition_year"] for item in all_items(client, f"{SETS}?sort=-edition_year&limit=4")]
    assert years[0] == 2026
    assert years[-1] is None
    assert client.get(f"{SETS}?publisher=ADEME").status_code == 422
