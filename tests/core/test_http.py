"""Every address: strict queries, strict JSON, media types, methods, limits, headers. Over a real server."""

import gzip
from typing import Annotated, Any

import httpx
import pytest
from fastapi import Depends, FastAPI, Request, Response
from fastapi import Path as PathParameter

from klimabruecke.core import problems
from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter, shorten_reads
from klimabruecke.core.schemas import PageQuery
from tests.conftest import serving
from tests.core.notes import SECURITY_HEADERS, problem

TOO_DEEP = b'{"deep":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
NOT_JSON = {
    "nothing at all": b"",
    "half a document": b'{"count": ',
    "NaN": b'{"count": NaN}',
    "Infinity": b'{"count": Infinity}',
    "a lone surrogate": b'{"name": "\\ud800"}',
    "bytes that are not UTF-8": b'{"name": "\xff"}',
    "a repeated name": b'{"count": 1, "count": 2}',
    "a number of ten thousand digits": b'{"count": ' + b"9" * 10_000 + b"}",
    "endless nesting": TOO_DEEP,
}


@pytest.mark.parametrize("body", NOT_JSON.values(), ids=NOT_JSON.keys())
def test_a_body_that_is_not_json_is_refused(notes: httpx.Client, body: bytes) -> None:
    response = notes.post("/notes", content=body, headers={"content-type": "application/json"})
    if body == b"":
        problem(response, 422, "validation")
    else:
        problem(response, 400, "malformed-body")


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"count": 2**70, "typo": 1}, "/typo", "extra_forbidden"),
        ({"count": True}, "/count", "integer_expected"),
        ({"count": 5.5}, "/count", "integer_expected"),
        ({"on": 0}, "/on", "day_expected"),
        ({"on": "1899-12-31"}, "/on", "day_out_of_range"),
        ({"name": "a\x00b"}, "/name", "string_pattern_mismatch"),
        ({"name": "x" * 201}, "/name", "string_too_long"),
        ({"a/b~c": 1}, "/a~1b~0c", "extra_forbidden"),
        ([], "", "model_attributes_type"),
    ],
)
def test_a_wrong_value_is_named_by_pointer_and_code(
    notes: httpx.Client, body: Any, pointer: str, code: str
) -> None:
    document = problem(notes.post("/notes", json=body), 422, "validation")
    assert (pointer, code) in [(error["pointer"], error["code"]) for error in document["errors"]]


def test_a_whole_number_may_be_written_with_a_decimal_point(notes: httpx.Client) -> None:
    assert notes.post("/notes", json={"count": 5.0}).json()["count"] == 5


def test_a_router_is_passed_by_only_where_none_of_its_addresses_fits(notes: httpx.Client) -> None:
    assert notes.get("/notes").status_code == 200
    assert notes.get("/bremen/echo").json() == {"place": "bremen"}
    problem(notes.get("/bremen/nothing"), 404, "not-found")


@pytest.mark.parametrize("place", ["router", "include", "application"])
def test_a_guard_stands_before_a_list_wherever_it_is_put(place: str) -> None:
    async def refuse() -> None:
        raise NotFound

    guard = [Depends(refuse)]
    lists = StrictRouter(dependencies=guard if place == "router" else [])

    @lists.get("/lists")
    async def list_lists(request: Request, query: Annotated[PageQuery, asked(PageQuery)]) -> Response:
        return Response(f"{request.method} {query.limit}")

    app = FastAPI(dependencies=guard if place == "application" else [])
    problems.install(app)
    app.include_router(lists, prefix="/guarded", dependencies=guard if place == "include" else [])
    if place == "include":
        app.include_router(lists, prefix="/open")
    shorten_reads(app)
    with serving(app) as url:
        assert httpx.get(f"{url}/guarded/lists").status_code == 404
        if place == "include":
            assert httpx.get(f"{url}/open/lists?limit=7").text == "GET 7"


@pytest.mark.parametrize("short", [True, False])
def test_a_record_is_read_the_same_way_whichever_way_is_taken(short: bool) -> None:
    boxes = StrictRouter(dependencies=[PUBLIC])

    @boxes.get("/boxes/{box_id}")
    async def get_box(request: Request, box_id: Annotated[int, PathParameter(ge=1, le=9)]) -> Response:
        return Response(f"{request.method} {box_id + 1}")

    app = FastAPI()
    problems.install(app)
    app.include_router(boxes)
    if short:
        shorten_reads(app)
    with serving(app) as url, httpx.Client(base_url=url) as client:
        assert client.get("/boxes/7").text == "GET 8"
        assert client.post("/boxes/7").status_code == 405
        for wrong in ("0", "ten"):
            answer = client.get(f"/boxes/{wrong}")
            assert answer.status_code == 422
            assert [error["pointer"] for error in answer.json()["errors"]] == ["/path/box_id"]
        assert client.get("/boxes/7?typo=1").status_code == 422
        assert client.get("/boxes/7", headers={"Accept": "text/csv"}).status_code == 406


def test_the_input_is_never_echoed(notes: httpx.Client) -> None:
    answer = notes.post("/notes", json={"count": "a-secret-value", "on": "another-secret"}).text
    assert "secret" not in answer


def test_problems_speak_the_language_asked_for(notes: httpx.Client) -> None:
    spoken = {}
    for header in ("de", "en", "fr", "en;q=0.3, de;q=0.9", "en-GB,en;q=0.9", "*;q=0.5, en"):
        response = notes.get("/notes?typo=1", headers={"accept-language": header})
        spoken[header] = response.headers["content-language"], response.json()["title"]
    german, english = ("de", "Eingaben prüfen"), ("en", "Check the input")
    assert list(spoken.values()) == [german, english, german, german, english, english]


@pytest.mark.parametrize(
    "query", ["typo=1", "city=a&city=b", "city=%00", "city=a&%00=1", "city=%ED%A0%80", "tag=a%ff"]
)
def test_an_unknown_or_repeated_parameter_is_refused(notes: httpx.Client, query: str) -> None:
    document = problem(notes.get(f"/notes?{query}"), 422, "validation")
    assert document["errors"][0]["pointer"].startswith("/query/")


def test_the_sign_for_what_cannot_be_read_is_a_sign_like_others(notes: httpx.Client) -> None:
    assert notes.get("/notes?city=%EF%BF%BD").json()["city"] == "\N{REPLACEMENT CHARACTER}"


def test_a_repeatable_parameter_may_be_repeated(notes: httpx.Client) -> None:
    assert notes.get("/notes?tag=a&tag=b&city=x").json() == {"city": "x", "tag": ["a", "b"]}


UNREAD = [
    "text/plain",
    "application/xml",
    "multipart/form-data",
    "",
    "json",
    "application/merge-patch+json",
    "application/json; charset=iso-8859-1",
]


@pytest.mark.parametrize("media_type", UNREAD)
def test_a_body_of_another_kind_is_unsupported(notes: httpx.Client, media_type: str) -> None:
    problem(
        notes.post("/notes", content=b"{}", headers={"content-type": media_type}),
        415,
        "unsupported-media-type",
    )


def test_a_body_in_utf_8_may_say_so(notes: httpx.Client) -> None:
    for media_type in ("application/json; charset=utf-8", 'application/json;charset="UTF-8"'):
        answer = notes.post("/notes", content=b"{}", headers={"content-type": media_type})
        assert answer.status_code == 200


def test_a_compressed_body_is_unsupported(notes: httpx.Client) -> None:
    headers = {"content-type": "application/json", "content-encoding": "gzip"}
    answer = notes.post("/notes", content=gzip.compress(b"{}"), headers=headers)
    problem(answer, 415, "unsupported-media-type")
    assert answer.headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "application/json;q=x", "image/*"])
def test_a_format_that_is_not_offered_is_not_acceptable(notes: httpx.Client, accept: str) -> None:
    problem(notes.get("/notes", headers={"accept": accept}), 406, "not-acceptable")


@pytest.mark.parametrize("accept", ["*/*", "application/*", "text/html, application/json;q=0.1", ""])
def test_json_is_given_where_it_is_accepted(notes: httpx.Client, accept: str) -> None:
    assert notes.get("/notes", headers={"accept": accept}).status_code == 200


def test_head_answers_like_get_without_a_body(notes: httpx.Client) -> None:
    get, head = notes.get("/notes"), notes.head("/notes")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]


def test_options_and_405_name_all_methods_of_the_path(notes: httpx.Client) -> None:
    everything = "GET, HEAD, OPTIONS, POST"
    assert notes.options("/notes").headers["allow"] == everything
    for method in ("DELETE", "PATCH", "TRACE", "PROPFIND"):
        response = notes.request(method, "/notes")
        problem(response, 405, "method-not-allowed")
        assert response.headers["allow"] == everything


def test_an_unknown_api_address_is_never_a_page(notes: httpx.Client) -> None:
    for path in ("/nothing", "/notes/", "/notes/a/b", "/../v2/notes"):
        problem(notes.get(path), 404, "not-found")


def test_a_fault_of_ours_tells_nothing_but_its_id(notes: httpx.Client) -> None:
    response = notes.get("/failure", headers={"x-request-id": "request-0815"})
    document = problem(response, 500, "internal")
    assert document["instance"] == "request-0815"
    assert "secret" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("given", ["short", "has space in it", "x" * 65, "<script>alert(1)</script>"])
def test_a_strange_request_id_is_replaced(notes: httpx.Client, given: str) -> None:
    assert notes.get("/notes", headers={"x-request-id": given}).headers["x-request-id"] != given


def test_every_answer_carries_the_security_headers(notes: httpx.Client) -> None:
    for response in (
        notes.get("/notes"),
        notes.get("/nothing"),
        notes.post("/notes"),
        notes.options("/notes"),
    ):
        assert SECURITY_HEADERS.items() <= dict(response.headers).items()
        assert response.headers["content-security-policy"].startswith("default-src 'none'")
        assert "max-age" in response.headers["strict-transport-security"]
        assert "server" not in response.headers


@pytest.mark.parametrize("address_tried", ["/api", "/api/", "/api/v1", "/api/v1/"])
def test_the_api_itself_has_no_page_and_says_where_its_addresses_are(
    address: str, address_tried: str
) -> None:
    document = problem(httpx.get(address + address_tried), 404, "not-found")
    assert "/api/v1/openapi.json" in document["detail"]


@pytest.mark.parametrize(
    ("tried", "language", "found"),
    [
        ("/openapi.json", "de", "/api/v1/openapi.json"),
        ("/docs", "de", "/entwickler"),
        ("/docs", "en", "/en/developers"),
        ("/favicon.ico", "de", "/favicon.svg"),
    ],
)
def test_what_people_try_first_leads_to_where_it_is(
    address: str, tried: str, language: str, found: str
) -> None:
    answer = httpx.get(address + tried, headers={"accept-language": language})
    assert (answer.is_redirect, answer.headers["location"]) == (True, found)
    assert SECURITY_HEADERS.items() <= dict(answer.headers).items()
