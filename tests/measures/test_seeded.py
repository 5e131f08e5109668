"""The measures that ship with this version: all sourced, none of them counted twice or shown as nothing."""

import csv
from pathlib import Path
from typing import Any

import httpx
import pytest

from klimabruecke.measures.seed import FILE
from tests.measures.records import ids

Json = dict[str, Any]


@pytest.fixture(scope="module")
def seeded(visitor: httpx.Client) -> dict[str, Json]:
    items = visitor.get("/measures", params={"limit": 1000}).json()["items"]
    return {each["id"]: each for each in items if not each["demo"]}


def test_all_of_them_are_published_with_source_and_titles_in_both_languages(seeded: dict[str, Json]) -> None:
    shipped = {"BRE-01", "BRE-23", "BRV-10", "DUR-20", "WDH-16"}
    assert shipped <= seeded.keys()
    assert len([each for each in seeded if each.partition("-")[0] in ("BRE", "BRV", "DUR", "WDH")]) == 69
    for name in shipped:
        each = seeded[name]
        assert each["title_de"], each["title_en"]
        assert each["source_id"].startswith("S")
        assert each["verification"] == "verified"
        assert each["confirmed_on"] is None


def test_every_kind_and_every_status_of_the_sources_has_a_place(seeded: dict[str, Json]) -> None:
    kinds = [
        each["action_type"]
        for each in seeded.values()
        if each["action_type"] not in ("mitigation", "adaptation", "both")
    ]
    assert (kinds.count("enabling"), kinds.count("framework"), kinds.count("offsetting")) == (8, 7, 1)
    told = {each["status_as_read"]: each["status"] for each in seeded.values() if each["status_as_read"]}
    assert told["operating 2010; later status unknown"] == "unknown"
    assert told["under construction (2020 source)"] == "in_progress"
    assert told["target"] == "proposed"


def test_the_largest_measure_of_bremen_is_cancelled_and_says_why(seeded: dict[str, Json]) -> None:
    steel = seeded["BRE-08"]
    assert steel["status"] == "cancelled"
    assert steel["status_reason_de"]
    assert (steel["cost_cents"], steel["cost_currency"]) == (250_000_000_000, "EUR")
    assert steel["ghg_reduction_kg_per_year"] is None


def test_the_saving_claimed_for_two_measures_is_one_group(seeded: dict[str, Json]) -> None:
    groups = [seeded[name]["effects"][0]["overlap_group"] for name in ("BRE-02", "BRE-03")]
    assert groups == ["hastedt", "hastedt"]
    assert [seeded[name]["ghg_reduction_kg_per_year"] for name in ("BRE-02", "BRE-03")] == [550_000_000] * 2


def test_adaptation_has_its_own_units_and_never_0_tonnes(seeded: dict[str, Json]) -> None:
    for each in seeded.values():
        if each["action_type"] == "adaptation":
            assert [effect for effect in each["effects"] if effect["ghg_kg"] is not None] == []
            assert each["ghg_reduction_kg_per_year"] is None
    assert [(one["quantity"], one["unit"]) for one in seeded["DUR-12"]["effects"]] == [(525, "km streams")]


def test_a_figure_for_a_period_is_not_spread_over_its_years(seeded: dict[str, Json]) -> None:
    trees = seeded["DUR-03"]
    assert (trees["effects"][0]["ghg_kg"], trees["effects"][0]["period_years"]) == (42_214_000, 20)
    assert trees["effects"][0]["basis_note"] == "ex ante"
    assert trees["ghg_reduction_kg_per_year"] is None


def test_a_year_out_of_memory_is_marked(seeded: dict[str, Json]) -> None:
    assert seeded["DUR-10"]["schedule_verification"] == "recalled"


def test_every_source_the_file_names_is_listed(visitor: httpx.Client) -> None:
    with Path(FILE).open(encoding="utf-8", newline="") as opened:
        named = {row["source_id"] for row in csv.DictReader(opened)}
    assert named <= set(ids(visitor, "/sources"))
