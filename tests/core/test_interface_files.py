"""The built interface: from memory, compressed where asked for, under a policy that names its own scripts."""

import base64
import gzip
import hashlib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.conftest import running
from tests.installations import an_installation

SCRIPT = b"\n\t\tstart();\n\t"
PAGE = (
    b'<!doctype html><html><head><script src="/theme.js"></script></head><body><script>'
    + SCRIPT
    + b"</script>"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    built: Path = tmp_path_factory.mktemp("build")
    code = built / "_app" / "immutable" / "start.js"
    code.parent.mkdir(parents=True)
    (built / "200.html").write_bytes(PAGE)
    (built / "service-worker.js").write_bytes(b"self")
    code.write_bytes(b"export {}")
    code.with_suffix(".js.gz").write_bytes(gzip.compress(b"export {}"))
    settings = an_installation(tmp_path_factory.mktemp("data"), frontend_dir=built)
    with running(settings) as url, httpx.Client(base_url=url) as client:
        yield client


def test_every_page_address_gets_the_shell(site: httpx.Client) -> None:
    for path in (
        "/",
        "/planer",
        "/staedte/windhoek",
        "/problems/validation",
        "/%00",
        "/..%2f..%2fetc/passwd",
    ):
        answer = site.get(path)
        assert (answer.status_code, answer.content) == (200, PAGE)
        assert answer.headers["content-type"].startswith("text/html")


def test_the_address_of_the_api_is_not_a_page(site: httpx.Client) -> None:
    for path in ("/api", "/api/", "/api/v1", "/api/nothing"):
        answer = site.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_the_policy_names_the_inline_script_and_no_other_host(site: httpx.Client) -> None:
    policy = site.get("/").headers["content-security-policy"]
    digest = base64.b64encode(hashlib.sha256(SCRIPT).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    for forbidden in ("unsafe-inline", "unsafe-eval", "http:", "https:", "*"):
        assert forbidden not in policy


def test_the_worker_may_fetch_from_its_own_host_only(site: httpx.Client) -> None:
    policy = site.get("/service-worker.js").headers["content-security-policy"]
    assert policy == "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"


def test_a_missing_asset_is_not_answered_with_a_page(site: httpx.Client) -> None:
    assert site.get("/_app/immutable/gone.js").status_code == 404


def test_named_assets_may_be_kept_for_ever_and_pages_not(site: httpx.Client) -> None:
    assert "immutable" in site.get("/_app/immutable/start.js").headers["cache-control"]
    assert site.get("/").headers["cache-control"] == "no-cache"


def test_a_compressed_variant_is_sent_to_those_who_take_it(site: httpx.Client) -> None:
    asset = "/_app/immutable/start.js"
    packed = site.get(asset, headers={"accept-encoding": "gzip"})
    plain = site.get(asset, headers={"accept-encoding": "identity"})
    refused = site.get(asset, headers={"accept-encoding": "gzip;q=0"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content == refused.content
    assert packed.headers["etag"] != plain.headers["etag"]
    assert "content-encoding" not in refused.headers


def test_an_unchanged_asset_is_not_sent_again(site: httpx.Client) -> None:
    tag = site.get("/").headers["etag"]
    again = site.get("/", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_pages_are_read_and_never_written(site: httpx.Client) -> None:
    answer = site.post("/planer")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert answer.headers["content-type"] == "application/problem+json"
