"""Cities: the list, its filters, and a city with its series, targets, timeline and gaps."""

import csv
import io
import json
from typing import Any

import httpx
import pytest

from klimabruecke.cities.schemas import CityDetailOut, CityOut

CITIES = "/api/v1/cities"
ALL = ["bremen", "bremen-land", "bremerhaven", "durban", "windhoek"]


def city(client: httpx.Client, city_id: str) -> dict[str, Any]:
    answer = client.get(f"{CITIES}/{city_id}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def listed(client: httpx.Client, query: str = "") -> list[str]:
    answer = client.get(f"{CITIES}?{query}")
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


def test_the_list_holds_the_four_cities_and_the_state(client: httpx.Client) -> None:
    assert listed(client) == ALL
    assert client.get(f"{CITIES}?count=true").json()["total"] == 5


def test_the_list_can_be_walked_one_by_one(client: httpx.Client) -> None:
    walked: list[str] = []
    following: str | None = f"{CITIES}?limit=1&sort=-population"
    while following:
        page = client.get(following).json()
        walked += [item["id"] for item in page["items"]]
        following = page["next"]
    assert walked == ["durban", "bremen-land", "bremen", "windhoek", "bremerhaven"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("level=state", ["bremen-land"]),
        ("level=metropolitan", ["durban"]),
        ("country=NA", ["windhoek"]),
        ("country=DE", ["bremen", "bremen-land", "bremerhaven"]),
        ("verification=recalled", ["windhoek"]),
        ("sort=-name_de", ["windhoek", "bremen", "bremen-land", "durban", "bremerhaven"]),
    ],
)
def test_the_list_can_be_filtered_and_sorted(client: httpx.Client, query: str, expected: list[str]) -> None:
    assert listed(client, query) == expected


@pytest.mark.parametrize("query", ["land=DE", "country=Namibia", "country=na", "level=town", "sort=area_km2"])
def test_a_filter_that_cannot_mean_anything_is_refused(client: httpx.Client, query: str) -> None:
    answer = client.get(f"{CITIES}?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == f"/query/{query.partition('=')[0]}"


def test_the_country_of_windhoek_survives_every_format(client: httpx.Client) -> None:
    address = f"{CITIES}?country=NA"
    as_lines = [json.loads(line) for line in client.get(f"{address}&format=ndjson").text.splitlines()]
    as_csv = list(csv.DictReader(io.StringIO(client.get(f"{address}&format=csv").text)))
    german = client.get(f"{address}&format=csv&locale=de").content.decode("utf-8-sig")
    as_german_csv = list(csv.DictReader(io.StringIO(german), delimiter=";"))
    for rows in (client.get(address).json()["items"], as_lines, as_csv, as_german_csv):
        assert [(row["id"], row["country"], row["subdivision"]) for row in rows] == [
            ("windhoek", "NA", "NA-KH")
        ]
    assert city(client, "windhoek")["country"] == "NA"


def test_every_city_is_as_its_models_say(client: httpx.Client) -> None:
    for item in client.get(CITIES).json()["items"]:
        assert CityOut.model_validate(item).model_dump(mode="json") == item
        detail = city(client, item["id"])
        assert CityDetailOut.model_validate(detail).model_dump(mode="json") == detail
        assert {name: detail[name] for name in item} == item


def test_an_unknown_city_is_not_found(client: httpx.Client) -> None:
    assert client.get(f"{CITIES}/hamburg").status_code == 404


def test_an_unchanged_city_is_not_sent_again(client: httpx.Client) -> None:
    tag = client.get(f"{CITIES}/durban").headers["ETag"]
    assert client.get(f"{CITIES}/durban", headers={"If-None-Match": tag}).status_code == 304


# --- facts ------------------------------------------------------------------------------------------


def test_the_population_of_windhoek_is_only_remembered_and_says_so(client: httpx.Client) -> None:
    windhoek = city(client, "windhoek")
    assert windhoek["population_verification"] == "recalled"
    assert windhoek["verification"] == "recalled"
    series = {point["year"]: point["verification"] for point in windhoek["population_series"]}
    assert series == {
        2001: "verified",
        2011: "verified",
        2016: "verified",
        2020: "verified",
        2023: "recalled",
    }


def test_two_ways_of_counting_a_year_stay_two_figures(client: httpx.Client) -> None:
    in_2023 = [point for point in city(client, "bremen-land")["population_series"] if point["year"] == 2023]
    assert {point["population"] for point in in_2023} == {691703, 702655}
    assert len({point["basis_de"] for point in in_2023}) == 2


def test_the_cities_belong_to_their_state(client: httpx.Client) -> None:
    parents = {item["id"]: item["parent_city_id"] for item in client.get(CITIES).json()["items"]}
    assert parents == {
        "bremen": "bremen-land",
        "bremen-land": None,
        "bremerhaven": "bremen-land",
        "durban": None,
        "windhoek": None,
    }


@pytest.mark.parametrize(
    ("city_id", "targets"),
    [
        ("bremen-land", [(1990, 2030, 60), (1990, 2033, 85), (1990, 2038, 95)]),
        ("bremen", [(1990, 2030, 60), (1990, 2038, 95)]),
        ("bremerhaven", [(1990, 2030, 60), (1990, 2038, 95)]),
        ("durban", [(2015, 2030, 40), (2015, 2050, 80)]),
        ("windhoek", []),
    ],
)
def test_each_city_has_its_targets(
    client: httpx.Client, city_id: str, targets: list[tuple[int, int, int]]
) -> None:
    found = city(client, city_id)["targets"]
    assert [
        (target["base_year"], target["target_year"], target["reduction_pct"]) for target in found
    ] == targets


def test_a_target_that_is_missing_is_null_and_said_to_be_missing(client: httpx.Client) -> None:
    windhoek = city(client, "windhoek")
    assert windhoek["target_2030_pct"] is None
    assert "windhoek-target" in [gap["id"] for gap in windhoek["gaps"]]


@pytest.mark.parametrize(
    ("city_id", "points", "events", "gaps"),
    [
        ("bremen", 5, 14, 3),
        ("bremen-land", 3, 1, 2),
        ("bremerhaven", 5, 1, 1),
        ("durban", 6, 7, 5),
        ("windhoek", 5, 8, 7),
    ],
)
def test_each_city_has_its_whole_series_timeline_and_gaps(
    client: httpx.Client, city_id: str, points: int, events: int, gaps: int
) -> None:
    found = city(client, city_id)
    counted = [len(found[name]) for name in ("population_series", "partnership_events", "gaps")]
    assert counted == [points, events, gaps]
    years = [event["year"] for event in found["partnership_events"]]
    assert years == sorted(years)


def test_an_event_names_all_its_cities_in_both_languages(client: httpx.Client) -> None:
    declaration = city(client, "durban")["partnership_events"][-1]
    assert declaration["city_ids"] == ["bremen", "durban", "windhoek"]
    assert "Partnerstadt" in declaration["text_de"]
    assert declaration["text_de"] != declaration["text_en"]


def test_everything_a_city_says_names_a_source_that_exists(client: httpx.Client) -> None:
    known = {item["id"] for item in client.get("/api/v1/sources?limit=1000").json()["items"]}
    for city_id in ALL:
        found = city(client, city_id)
        cited = {found[name] for name in found if name.endswith("source_id")}
        for part in ("population_series", "targets", "partnership_events", "gaps"):
            cited |= {row["source_id"] for row in found[part]}
        assert cited - {None} <= known


def test_every_text_of_a_city_is_a_pair(client: httpx.Client) -> None:
    for item in client.get(CITIES).json()["items"]:
        found = city(client, item["id"])
        for part in (found, *found["population_series"], *found["targets"]):
            german = {name.removesuffix("_de") for name in part if name.endswith("_de") and part[name]}
            english = {name.removesuffix("_en") for name in part if name.endswith("_en") and part[name]}
            assert german == english, item["id"]


def test_a_target_is_a_sentence_that_keeps_at_least(client: httpx.Client) -> None:
    for city_id in ("bremen-land", "bremen", "bremerhaven"):
        target = next(one for one in city(client, city_id)["targets"] if one["target_year"] == 2038)
        assert "um mindestens 95 %" in target["text_de"]
        assert "by at least 95 %" in target["text_en"]
    for city_id in ALL:
        for target in city(client, city_id)["targets"]:
            assert target["text_de"].endswith("."), target["text_de"]
            assert target["text_en"].endswith("."), target["text_en"]


def test_no_working_note_is_shown(client: httpx.Client) -> None:
    shown = "".join(client.get(f"{CITIES}/{city_id}").text for city_id in ALL)
    assert "do not import" not in shown
    assert "nicht übernehmen" not in shown
    assert "(recalled)" not in shown
