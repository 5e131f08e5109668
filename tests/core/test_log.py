"""The log: a line for each request as JSON, written together, and none lost when the service ends."""

import io
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

from klimabruecke.core.log import MAX_WAITING, JsonLines, Together
from klimabruecke.settings import Settings
from tests.conftest import REPOSITORY
from tests.installations import a_migrated

REQUESTS = 25


def served(settings: Settings, port: int) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "KB_ENV": "test",
        "KB_PORT": str(port),
        "KB_DATA_DIR": str(settings.data_dir),
        "KB_DATABASE_URL": settings.url,
        "PYTHONPATH": str(REPOSITORY / "backend"),
    }
    command = [sys.executable, "-m", "klimabruecke", "serve"]
    return subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE)


def wait_for(url: str) -> None:
    for _ in range(300):
        try:
            assert httpx.get(url).status_code == 200
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not start")


def test_no_line_is_lost_when_the_service_is_told_to_end(tmp_path: Path) -> None:
    settings = a_migrated(tmp_path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    service = served(settings, port)
    wait_for(f"http://127.0.0.1:{port}/health/live")
    with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        for number in range(REQUESTS):
            client.get("/api/v1/sources", headers={"X-Request-Id": f"request-{number}"})
    service.send_signal(signal.SIGTERM)
    _, written = service.communicate(timeout=30)
    lines: list[dict[str, Any]] = [json.loads(line) for line in written.splitlines()]
    requests = [line for line in lines if line.get("path") == "/api/v1/sources"]
    assert [line["request_id"] for line in requests] == [f"request-{number}" for number in range(REQUESTS)]
    assert service.returncode == 0
    line = requests[0]
    assert line.keys() == {
        *("at", "level", "logger", "message", "request_id", "method", "path", "status", "milliseconds")
    }
    assert (line["level"], line["logger"], line["method"], line["status"]) == (
        *("info", "klimabruecke.access", "GET", 200),
    )


def a_handler(seconds_between_writes: float = 3600) -> tuple[Together, io.StringIO]:
    stream = io.StringIO()
    handler = Together(stream, seconds_between_writes)
    handler.setFormatter(JsonLines())
    return handler, stream


def a_record(level: int, moment: float = 1_790_000_000.25) -> logging.LogRecord:
    record = logging.LogRecord("test", level, "", 0, "something", None, None)
    record.created = moment
    return record


def test_an_error_is_written_at_once_and_what_waited_before_it() -> None:
    handler, stream = a_handler()
    handler.handle(a_record(logging.INFO))
    handler.handle(a_record(logging.ERROR))
    assert [json.loads(line)["level"] for line in stream.getvalue().splitlines()] == ["info", "error"]
    handler.close()


def test_what_waits_is_written_when_the_process_ends() -> None:
    handler, stream = a_handler()
    handler.handle(a_record(logging.INFO))
    assert stream.getvalue() == ""
    handler.close()
    assert json.loads(stream.getvalue())["message"] == "something"


def test_lines_are_written_after_a_moment_without_anything_more() -> None:
    handler, stream = a_handler(0.01)
    handler.handle(a_record(logging.INFO))
    deadline = time.monotonic() + 10
    while not stream.getvalue() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert json.loads(stream.getvalue())["at"] == "2026-09-21T14:13:20.250+00:00"
    handler.close()


def test_more_lines_than_may_wait_are_written_by_those_who_make_them() -> None:
    handler, stream = a_handler()
    for _ in range(MAX_WAITING):
        handler.handle(a_record(logging.INFO))
    assert stream.getvalue() == ""
    handler.handle(a_record(logging.INFO))
    assert stream.getvalue().count("\n") == MAX_WAITING + 1
    handler.close()
