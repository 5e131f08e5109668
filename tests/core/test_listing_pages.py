"""Keyset paging: every row once, in the order of the whole list, whatever is null or alike."""

import base64
import itertools
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import httpx
import orjson
import pytest

from tests.core.specimens import installation, numbered, pages, row, served

# Two of everything, and nulls: 3 x 3 x 3 x 2 combinations of values that occur again and again.
ROWS = numbered(
    [
        row(name, count=count, on=on, at=at, flag=count == 1, share=None if count is None else count / 3)
        for name, count, on, at, _ in itertools.product(
            ("Bremen", "Ölper", None),
            (1, 2, None),
            (date(2020, 1, 1), date(2026, 6, 30), None),
            (datetime(2026, 1, 1, tzinfo=UTC), None),
            "ab",
        )
    ]
)
SORTS = [
    *("id", "-id", "name", "-name", "count", "-count", "on", "-at", "flag", "-share"),
    *("name,count", "-name,count", "name,-count,on", "-count,-name,-on,-at", "flag,-id"),
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with served(installation(tmp_path_factory.mktemp("pages")), ROWS) as (found, _):
        yield found


def in_order(sort: str) -> list[str]:
    """The ids as the documented order wants them: nulls last in both directions, ids last of all."""
    rows = sorted(ROWS, key=lambda one: one["id"])
    keys = sort.split(",")
    if keys[-1] == "-id":
        rows.reverse()
    for key in reversed(keys):
        name, descending = key.removeprefix("-"), key.startswith("-")
        known = [one for one in rows if one[name] is not None]
        known.sort(key=lambda one: one[name], reverse=descending)
        rows = known + [one for one in rows if one[name] is None]
    return [one["id"] for one in rows]


@pytest.mark.parametrize("limit", [7, 1000])
@pytest.mark.parametrize("sort", SORTS)
def test_paging_visits_every_row_once_and_in_order(client: httpx.Client, sort: str, limit: int) -> None:
    visited = [one["id"] for page in pages(client, f"sort={sort}&limit={limit}") for one in page]
    assert visited == in_order(sort)


def test_paging_row_by_row_visits_every_row_once_and_in_order(client: httpx.Client) -> None:
    visited = [one["id"] for page in pages(client, "sort=-name,count,-on&limit=1") for one in page]
    assert visited == in_order("-name,count,-on")


def test_paging_stays_within_the_filter(client: httpx.Client) -> None:
    query = "count_min=2&name=Bremen&name=%C3%96lper&q=%C3%B6&sort=-on&limit=4"
    visited = [one for page in pages(client, query) for one in page]
    assert {(one["name"], one["count"]) for one in visited} == {("Ölper", 2)}
    assert len(visited) == len({one["id"] for one in visited}) == 12


def cursor_of(client: httpx.Client, query: str) -> str:
    following = httpx.URL(client.get(f"/specimens?{query}").json()["next"])
    return str(following.params["cursor"])


def refused(client: httpx.Client, query: str) -> None:
    answer = client.get(f"/specimens?{query}")
    assert answer.status_code == 422, answer.text
    (error,) = answer.json()["errors"]
    assert (error["pointer"], error["code"]) == ("/query/cursor", "cursor_unknown")


@pytest.mark.parametrize("other", ["sort=-count", "sort=name", "count_min=1", "q=b", "sort=-id"])
def test_a_cursor_of_another_filter_or_sort_is_refused(client: httpx.Client, other: str) -> None:
    cursor = cursor_of(client, "sort=count&limit=5")
    assert client.get(f"/specimens?sort=count&limit=9&cursor={cursor}").status_code == 200
    refused(client, f"{other}&cursor={cursor}")


def read(cursor: str) -> Any:
    return orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))


def written(content: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize("count", [True, "1", 1.5, 2**63, -(2**63) - 1, [1], {"a": 1}])
def test_a_cursor_with_a_forged_number_is_refused(client: httpx.Client, count: Any) -> None:
    bound_to, _, last = read(cursor_of(client, "sort=count&limit=5"))
    refused(client, f"sort=count&cursor={written([bound_to, count, last])}")


@pytest.mark.parametrize("last", [None, "a\x00b", 7, True, ["s00001"]])
def test_a_cursor_with_a_forged_id_is_refused(client: httpx.Client, last: Any) -> None:
    bound_to, count, _ = read(cursor_of(client, "sort=count&limit=5"))
    refused(client, f"sort=count&cursor={written([bound_to, count, last])}")


@pytest.mark.parametrize(
    ("sort", "value"),
    [("on", "yesterday"), ("on", 0), ("at", "noon"), ("flag", 1), ("flag", "true"), ("share", "1")],
)
def test_a_cursor_with_a_forged_value_is_refused(client: httpx.Client, sort: str, value: Any) -> None:
    bound_to, _, last = read(cursor_of(client, f"sort={sort}&limit=5"))
    refused(client, f"sort={sort}&cursor={written([bound_to, value, last])}")


@pytest.mark.parametrize("content", [[], {}, 7, "text", None, {"not": "a list"}])
def test_a_cursor_that_is_no_list_of_keys_is_refused(client: httpx.Client, content: Any) -> None:
    refused(client, f"cursor={written(content)}")


def test_a_cursor_with_a_key_too_many_or_too_few_is_refused(client: httpx.Client) -> None:
    keys = read(cursor_of(client, "sort=count&limit=5"))
    refused(client, f"sort=count&cursor={written(keys[:-1])}")
    refused(client, f"sort=count&cursor={written([*keys, 'more'])}")


@pytest.mark.parametrize("cursor", ["0", "AAAA", "_-_-", "bnVsbA", "IiI"])
def test_what_was_never_a_cursor_is_refused(client: httpx.Client, cursor: str) -> None:
    refused(client, f"cursor={cursor}")


def test_a_sort_field_stands_only_once(client: httpx.Client) -> None:
    answer = client.get("/specimens?sort=name,-name")
    assert answer.json()["errors"][0]["code"] == "sort_repeated"


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("count_min=11", "/query/count_min", "less_than_equal"),
        ("count_min=+1", "/query/count_min", "integer_expected"),
        ("limit=0", "/query/limit", "greater_than_equal"),
        ("count=1", "/query/count", "flag_expected"),
        ("format=xml", "/query/format", "literal_error"),
        ("sort=amount", "/query/sort", "string_pattern_mismatch"),
        ("&".join(f"name={n}" for n in range(6)), "/query/name", "too_long"),
        ("count_mni=1", "/query/count_mni", "extra_forbidden"),
        ("count_min=1&count_min=2", "/query/count_min", "repeated"),
    ],
)
def test_a_wrong_parameter_is_named(client: httpx.Client, query: str, pointer: str, code: str) -> None:
    answer = client.get(f"/specimens?{query}")
    assert answer.status_code == 422
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [(pointer, code)]


def test_the_links_keep_the_filter_and_name_the_first_page(client: httpx.Client) -> None:
    answer = client.get("/specimens?sort=name&q=%C3%B6&limit=7")
    first, following = answer.headers["link"].split(", ")
    assert first == '</api/v1/specimens?sort=name&q=%C3%B6&limit=7>; rel="first"'
    assert following == f'<{answer.json()["next"]}>; rel="next"'
    last = client.get("/specimens?limit=1000")
    assert (last.headers["link"], last.json()["next"]) == (
        '</api/v1/specimens?limit=1000>; rel="first"',
        None,
    )
