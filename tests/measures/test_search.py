"""Searching measures: both languages, typing errors, facets, and what is like one of ours."""

from typing import Any

import httpx
import pytest

from klimabruecke.core.search import searchable, word_similarity
from tests.footprint.cooperation import got, refused_at
from tests.measures.records import ids


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Deponiegas", "DUR-01"),
        ("landfill gas", "DUR-01"),
        ("Deponigas", "DUR-01"),
        ("landfil gass", "DUR-01"),
        ("Aufforstng", "DUR-03"),
        ("reforrestation", "DUR-03"),
        ("Kilmaschutz", "BRE-11"),
        ("fernwarme", "BRE-04"),
        ("FERNWÄRME", "BRE-04"),
        ("L-KE-182", "BRE-15"),
        ("begrünung", "BRE-14"),
        ("PV", "WDH-05"),
        ("net metering", "WDH-03"),
    ],
)
def test_small_typing_errors_are_forgiven_in_both_languages(
    visitor: httpx.Client, words: str, found: str
) -> None:
    assert found in ids(visitor, q=words)


@pytest.mark.parametrize("words", ["Xylophon", "Deponiegas Straßenbahn", "quartz"])
def test_what_is_not_there_is_not_found(visitor: httpx.Client, words: str) -> None:
    assert ids(visitor, q=words) == []


@pytest.mark.parametrize("words", ['"', "%", "' OR 1=1 --", "***"])
def test_signs_are_no_words_and_do_no_harm(visitor: httpx.Client, words: str) -> None:
    answer = visitor.get("/measures", params={"q": words})
    if answer.status_code == 422:
        assert refused_at(answer) == ["/query/q no_words"]
    else:
        assert answer.status_code == 200


def test_a_search_can_be_paged_counted_and_taken_away_as_a_table(visitor: httpx.Client) -> None:
    first = got(visitor, "/measures", q="solar", limit=2, count="true")
    assert first["total"] == len(ids(visitor, q="solar")) > 2
    following = visitor.get(first["next"].removeprefix("/api/v1")).json()
    assert {each["id"] for each in following["items"]}.isdisjoint(each["id"] for each in first["items"])
    assert len(visitor.get("/measures?q=solar&format=csv").text.splitlines()) == first["total"] + 1


def test_a_stretch_of_trigrams_decides(visitor: httpx.Client) -> None:
    text = searchable(["Klimaschutz für Städte"])
    assert text == "  klimaschutz   fur   stadte "
    assert word_similarity("klima", text) == 1
    assert word_similarity("kilmaschutz", text) == pytest.approx(7 / 12)
    assert word_similarity("wasser", text) == 0


def test_facets_heed_the_other_filters_but_not_their_own(visitor: httpx.Client) -> None:
    def counts(facet: str, **filters: Any) -> dict[str, int]:
        found = got(visitor, "/measure-facets", **filters)
        return {one["value"]: one["measures"] for one in found[facet]}

    everything = counts("city")
    assert everything["durban"] == 20
    assert counts("city", city="durban") == everything
    wasted = counts("city", sector="waste")
    assert (wasted["durban"], wasted["windhoek"]) == (2, 3)
    assert counts("sector", city="durban")["waste"] == 2
    assert got(visitor, "/measure-facets", city="durban", sector="waste")["total"] == 2
    assert ids(visitor, city="durban", sector="waste") == ["DUR-01", "DUR-02"]
    assert ids(visitor, co_benefit="jobs") == ["DUR-03", "DUR-12"]


def test_the_finder_says_why_a_measure_elsewhere_is_alike(visitor: httpx.Client) -> None:
    answer = visitor.get("/measures/DUR-06/similar", headers={"Accept-Language": "en"})
    items = answer.json()["items"]
    assert items
    assert {each["measure"]["city_id"] for each in items}.isdisjoint({"durban"})
    assert [each["score"] for each in items] == sorted((each["score"] for each in items), reverse=True)
    first = items[0]
    assert first["measure"]["sector"] == "energy"
    codes = [reason["code"] for reason in first["reasons"]]
    assert "same_sector" in codes
    assert {"code": "same_sector", "values": ["energy"], "text": "The same field of work."} in first[
        "reasons"
    ]
    german = visitor.get("/measures/DUR-06/similar", headers={"Accept-Language": "de"})
    assert german.headers["Content-Language"] == "de"
    assert german.json()["items"][0]["reasons"][0]["text"] != first["reasons"][0]["text"]
