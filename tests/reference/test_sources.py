"""Sources: the list, its filters, and one source."""

import csv
import io

import httpx
import pytest

from klimabruecke.reference.schemas import SourceOut
from tests.reference.paging import all_items, ids

SOURCES = "/api/v1/sources"


def test_the_list_can_be_walked_to_its_end_in_pages_of_any_size(client: httpx.Client) -> None:
    at_once = ids(client, f"{SOURCES}?limit=1000")
    assert ids(client, f"{SOURCES}?limit=7") == at_once == sorted(set(at_once))
    assert client.get(f"{SOURCES}?limit=1&count=true").json()["total"] == len(at_once)


def test_sorting_downwards_by_year_puts_sources_without_a_year_last(client: httpx.Client) -> None:
    years = [source["year"] for source in all_items(client, f"{SOURCES}?sort=-year,title&limit=20")]
    known = [year for year in years if year is not None]
    assert known == sorted(known, reverse=True)
    assert years == known + [None] * (len(years) - len(known))
    assert None in years


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "press_release"),
        ("publisher", "CDP"),
        ("verification", "recalled"),
        ("verification", "derived"),
    ],
)
def test_a_filter_leaves_exactly_the_sources_that_have_the_value(
    client: httpx.Client, field: str, value: str
) -> None:
    found = ids(client, f"{SOURCES}?{field}={value}&limit=3")
    expected = [source["id"] for source in all_items(client, SOURCES) if source[field] == value]
    assert found == expected
    assert found


@pytest.mark.parametrize("text", ["Öffentliche", "öffentliche", "OEFFENTLICHE", "offentliche besch"])
def test_a_search_does_not_mind_capitals_and_umlauts(client: httpx.Client, text: str) -> None:
    assert "S151" in ids(client, f"{SOURCES}?q={text}")


@pytest.mark.parametrize("text", ["%25", "_", "...", "no such words"])
def test_a_search_text_that_says_nothing_finds_nothing(client: httpx.Client, text: str) -> None:
    assert ids(client, f"{SOURCES}?q={text}") == []


@pytest.mark.parametrize(
    "query", ["kinds=news", "q=", "verification=maybe", "sort=publisher", "kind=a&kind=b"]
)
def test_a_filter_that_does_not_exist_is_refused_by_name(client: httpx.Client, query: str) -> None:
    answer = client.get(f"{SOURCES}?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == f"/query/{query.partition('=')[0]}"


def test_one_source_is_the_same_as_in_the_list_and_as_the_model_says(client: httpx.Client) -> None:
    for listed in all_items(client, f"{SOURCES}?limit=1000"):
        assert SourceOut.model_validate(listed).model_dump(mode="json") == listed
    answer = client.get(f"{SOURCES}/S900")
    assert answer.json() == next(item for item in all_items(client, SOURCES) if item["id"] == "S900")
    assert client.get(f"{SOURCES}/S900", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_an_unknown_source_is_not_found(client: httpx.Client) -> None:
    assert client.get(f"{SOURCES}/S999").status_code == 404


def test_what_is_only_remembered_is_marked_and_has_no_locator(client: httpx.Client) -> None:
    recalled = client.get(f"{SOURCES}/S900").json()
    assert recalled["verification"] == "recalled"
    assert recalled["locator"] is None


def test_the_csv_has_a_line_for_every_source(client: httpx.Client) -> None:
    lines = list(csv.DictReader(io.StringIO(client.get(SOURCES, headers={"Accept": "text/csv"}).text)))
    assert [line["id"] for line in lines] == ids(client, SOURCES)
    assert next(line for line in lines if line["id"] == "S900")["locator"] == ""


def test_an_unchanged_list_is_not_sent_again(client: httpx.Client) -> None:
    tag = client.get(SOURCES).headers["ETag"]
    assert client.get(SOURCES, headers={"If-None-Match": tag}).status_code == 304
    assert client.get(f"{SOURCES}?limit=2", headers={"If-None-Match": tag}).status_code == 200
