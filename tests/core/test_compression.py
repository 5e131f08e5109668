"""Compressed answers: for those who take them, with a validator of their own, and never tokens."""

from collections.abc import Iterator

import httpx
import pytest
import zstandard

from tests.core.specimens import EVERY_SHAPE, installation, served

LIST = "/specimens?limit=1000"


@pytest.fixture(scope="module")
def specimens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    rows = [{**shape, "id": f"c{place:05}"} for place, shape in enumerate(EVERY_SHAPE * 10)]
    with served(installation(tmp_path_factory.mktemp("packed")), rows) as (client, _):
        yield client


def asked(client: httpx.Client, coding: str, address: str = LIST, **headers: str) -> httpx.Response:
    return client.get(address, headers={"accept-encoding": coding, **headers})


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br, zstd", "zstd"), ("br, gzip", "br"), ("gzip", "gzip"), ("zstd;q=0, gzip", "gzip")],
)
def test_the_best_coding_a_client_takes_is_used(specimens: httpx.Client, accepted: str, coding: str) -> None:
    plain, packed = asked(specimens, "identity"), asked(specimens, accepted)
    assert packed.headers["content-encoding"] == coding
    assert int(packed.headers["content-length"]) < len(plain.content) / 3
    assert packed.headers["vary"] == plain.headers["vary"]
    assert packed.headers["vary"].count("Accept-Encoding") == 1


def test_the_bytes_are_the_same_unpacked(specimens: httpx.Client) -> None:
    plain = asked(specimens, "identity")
    assert "content-encoding" not in plain.headers
    assert asked(specimens, "gzip").content == plain.content
    with specimens.stream("GET", LIST, headers={"accept-encoding": "zstd"}) as packed:
        raw = b"".join(packed.iter_raw())
    assert zstandard.ZstdDecompressor().decompressobj().decompress(raw) == plain.content


@pytest.mark.parametrize("form", ["ndjson", "csv"])
def test_a_stream_is_packed_too(specimens: httpx.Client, form: str) -> None:
    address = f"/specimens?format={form}"
    packed = asked(specimens, "gzip", address)
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == asked(specimens, "identity", address).content


@pytest.mark.parametrize("coding", ["identity", "gzip", "zstd"])
def test_each_coding_has_a_validator_that_is_known_again(specimens: httpx.Client, coding: str) -> None:
    tag = asked(specimens, coding).headers["etag"]
    others = {asked(specimens, other).headers["etag"] for other in {"identity", "gzip", "zstd"} - {coding}}
    assert tag.startswith('"')
    assert tag not in others
    unchanged = asked(specimens, coding, **{"if-none-match": tag})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged.headers["etag"] == tag
    assert "content-encoding" not in unchanged.headers


def test_head_says_what_get_would_send(specimens: httpx.Client) -> None:
    head = specimens.head(LIST, headers={"accept-encoding": "gzip"})
    get = asked(specimens, "gzip")
    for name in ("etag", "content-encoding", "content-length", "vary"):
        assert head.headers[name] == get.headers[name]


def test_a_short_answer_is_sent_as_it_is(specimens: httpx.Client) -> None:
    answer = asked(specimens, "gzip", "/specimens/c00001")
    assert "content-encoding" not in answer.headers


def test_no_answer_is_packed_for_who_does_not_ask(specimens: httpx.Client) -> None:
    request = specimens.build_request("GET", LIST)
    del request.headers["accept-encoding"]
    assert "content-encoding" not in specimens.send(request).headers


def test_a_copy_in_a_coding_the_client_does_not_take_is_not_fresh(specimens: httpx.Client) -> None:
    """A shared cache names all its copies; the packed one is none for who cannot unpack it."""
    packed, plain = asked(specimens, "gzip").headers["etag"], asked(specimens, "identity").headers["etag"]
    assert asked(specimens, "identity", **{"if-none-match": packed}).status_code == 200
    assert asked(specimens, "gzip", **{"if-none-match": plain}).headers["etag"] == plain
    both = asked(specimens, "identity", **{"if-none-match": f"{packed}, {plain}"})
    assert (both.status_code, both.headers["etag"]) == (304, plain)
