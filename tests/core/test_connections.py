"""Limits of time, size and number, and what cannot be read at all. Over a real server and real sockets."""

import json
import socket
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import serving
from tests.core.notes import SECURITY_HEADERS, problem, with_notes
from tests.installations import an_installation


def test_a_body_over_the_limit_is_refused_before_it_is_read(notes: httpx.Client) -> None:
    large = b'{"name": "' + b"x" * 300_000 + b'"}'
    json_header = {"content-type": "application/json"}
    problem(notes.post("/notes", content=large, headers=json_header), 413, "body-too-large")
    chunks = (large[start : start + 50_000] for start in range(0, len(large), 50_000))
    problem(notes.post("/notes", content=chunks, headers=json_header), 413, "body-too-large")


def test_a_body_that_does_not_arrive_is_not_waited_for(address: str) -> None:
    head = (
        "POST /api/v1/notes HTTP/1.1\r\nHost: x\r\n"
        "Content-Type: application/json\r\nContent-Length: 90\r\n\r\n{"
    )
    answer = _raw(address, head.encode())
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"/problems/request-timeout" in answer


def test_a_body_that_only_drips_is_cut_off_at_its_deadline(address: str) -> None:
    head = (
        b"POST /api/v1/notes HTTP/1.1\r\nHost: x\r\n"
        b"Content-Type: application/json\r\nContent-Length: 90\r\n\r\n"
    )
    begun = time.monotonic()
    with _connected(address) as connection:
        connection.settimeout(0.1)
        connection.sendall(head)
        answer = b""
        while not answer and time.monotonic() - begun < 5:
            connection.sendall(b"{")  # each byte is in time, the whole is not
            try:
                answer = connection.recv(65536)
            except TimeoutError:
                continue
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert time.monotonic() - begun < 3, "a second is allowed for the whole body"


def test_headers_that_do_not_arrive_are_not_waited_for(tmp_path: Path, limits: dict[str, Any]) -> None:
    settings = an_installation(tmp_path, header_seconds=0.3, **limits)
    with serving(with_notes(settings), settings.header_seconds) as url:
        begun = time.monotonic()
        assert _raw(url, b"GET /api/v1/notes HTTP/1.1\r\nHost: x\r\nX-Slow: ") == b""
        assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "head", [b"NONSENSE\r\n\r\n", b"GET / HTTP/1.1\r\nX-Long: " + b"x" * 70_000 + b"\r\n\r\n"]
)
def test_a_damaged_request_gets_a_problem_document_too(address: str, head: bytes) -> None:
    answer = _raw(address, head)
    assert answer.count(b"HTTP/1.1 ") == 1
    lines, _, body = answer.partition(b"\r\n\r\n")
    status, *fields = lines.decode().split("\r\n")
    headers = dict(field.split(": ", 1) for field in fields)
    document = json.loads(body)
    assert status.startswith("HTTP/1.1 400 ")
    assert (document["type"], document["title"]) == ("/problems/bad-request", "Anfrage nicht verständlich")
    assert (headers["content-type"], headers["content-language"]) == ("application/problem+json", "de")
    assert document["instance"] == headers["x-request-id"] != ""
    assert SECURITY_HEADERS.items() <= headers.items()


def test_more_requests_than_allowed_are_told_when_to_come_back(
    tmp_path: Path, limits: dict[str, Any]
) -> None:
    few = {**limits, "requests_per_minute": 3}
    settings = an_installation(tmp_path, **few)
    with serving(with_notes(settings)) as url, httpx.Client(base_url=url) as client:
        # Seven, so that four fall into one minute wherever it ends.
        answers = [client.get("/api/v1/notes") for _ in range(7)]
    refused = next(answer for answer in answers if answer.status_code != 200)
    problem(refused, 429, "too-many-requests")
    assert 0 < int(refused.headers["retry-after"]) <= 61
    assert answers[0].headers["ratelimit"].startswith('"minute";r=2')


def test_a_client_cannot_pass_for_others_by_what_it_forwards(tmp_path: Path, limits: dict[str, Any]) -> None:
    """Each proxy adds the address it saw at the end; what stands before that came from the client."""
    few = {**limits, "requests_per_minute": 3, "trusted_proxies": "127.0.0.1"}
    with serving(with_notes(an_installation(tmp_path, **few))) as url, httpx.Client(base_url=url) as client:
        forwarded = [f"198.51.100.{number}, 203.0.113.7" for number in range(7)]
        statuses = [
            client.get("/api/v1/notes", headers={"x-forwarded-for": addresses}).status_code
            for addresses in forwarded
        ]
        assert 429 in statuses
        own_line = [("x-forwarded-for", "198.51.100.9"), ("x-forwarded-for", "203.0.113.7")]
        assert client.get("/api/v1/notes", headers=own_line).status_code == 429, (
            "in a line of its own as well"
        )
        other = client.get("/api/v1/notes", headers={"x-forwarded-for": "203.0.113.7, 203.0.113.8"})
        assert other.status_code == 200, "another address the proxy saw is another client"


def test_the_files_of_the_interface_use_up_no_requests(tmp_path: Path, limits: dict[str, Any]) -> None:
    few = {**limits, "requests_per_minute": 3}
    with serving(with_notes(an_installation(tmp_path, **few))) as url, httpx.Client(base_url=url) as client:
        pages = [client.get("/planer") for _ in range(8)]
        assert {page.status_code for page in pages} == {404}, "there is no interface here"
        assert "ratelimit" not in pages[0].headers
        assert client.get("/api/v1/notes").status_code == 200


def _connected(address: str) -> socket.socket:
    host, port = address.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=10)


def _raw(address: str, request: bytes) -> bytes:
    """Send bytes as they are and read until the server closes."""
    with _connected(address) as connection:
        connection.sendall(request)
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
            if received.startswith(b"HTTP/1.1 408") and b"}" in received:
                break
        return received
