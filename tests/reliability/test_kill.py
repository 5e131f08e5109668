"""The server is killed, again and again, while sixteen people write: what was acknowledged is there."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from klimabruecke.audit.verification import verify
from klimabruecke.main import open_database
from klimabruecke.settings import Environment, Settings
from tests.conftest import REPOSITORY
from tests.installations import a_seeded, rows

WRITERS = 16
KILLS = int(os.environ.get("KB_KILLS", "4"))
SECONDS_BETWEEN_KILLS = 1.5
READY_SECONDS = 30


class Server:
    """A process of its own, as users run it, that can be killed and started again."""

    def __init__(self, settings: Settings) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{port}"
        self._environment = {
            **os.environ,
            "KB_ENV": "demo",
            "KB_PORT": str(port),
            "KB_DATA_DIR": str(settings.data_dir),
            "KB_DATABASE_URL": settings.url,
            "KB_REQUESTS_PER_MINUTE": "10000000",
            "PYTHONPATH": str(REPOSITORY / "backend"),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "klimabruecke", "serve"]
        self._process = subprocess.Popen(
            command, env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{self.url}/health/ready", timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        raise AssertionError("the server did not come back")

    def kill(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()


@contextmanager
def a_server(settings: Settings) -> Iterator[Server]:
    server = Server(settings)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def coordinator_token(settings: Settings, server: Server) -> str:
    people = json.loads((settings.data_dir / "demo-credentials.json").read_text())
    person = next(person for person in people if person["role"] == "coordinator")
    credentials = {"email": person["email"], "password": person["password"]}
    answer = httpx.post(f"{server.url}/api/v1/auth/login", json=credentials, timeout=30)
    token: str = answer.json()["access_token"]
    return token


class Writer(threading.Thread):
    """Creates one project after the other and remembers which were acknowledged."""

    def __init__(self, number: int, url: str, token: str, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.acknowledged: list[tuple[str, str]] = []
        self.unexpected: list[int] = []
        self._number = number
        self._stop_event = stop
        self._client = httpx.Client(
            base_url=f"{url}/api/v1", headers={"Authorization": f"Bearer {token}"}, timeout=10
        )

    def run(self) -> None:
        with self._client:
            self._write_until_told_to_stop()

    def _write_until_told_to_stop(self) -> None:
        count = 0
        while not self._stop_event.is_set():
            count += 1
            title = f"Project {self._number}-{count}"
            body: dict[str, Any] = {"title_en": title, "city_ids": ["bremen"]}
            try:
                answer = self._client.post("/cooperation-projects", json=body)
            except httpx.TransportError:
                time.sleep(0.05)
                continue
            if answer.status_code == 201:
                self.acknowledged.append((answer.json()["id"], title))
            elif answer.status_code != 503:
                self.unexpected.append(answer.status_code)


def test_no_acknowledged_write_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    settings = a_seeded(tmp_path, env=Environment.DEMO)
    stop = threading.Event()
    with a_server(settings) as server:
        token = coordinator_token(settings, server)
        writers = [Writer(number, server.url, token, stop) for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        for _ in range(KILLS):
            time.sleep(SECONDS_BETWEEN_KILLS)
            server.kill()
            server.start()
        time.sleep(0.5)
        stop.set()
        for writer in writers:
            writer.join(timeout=30)
    acknowledged = [write for writer in writers for write in writer.acknowledged]
    stored = rows(settings, "SELECT id, title_en FROM cooperation_project WHERE title_en LIKE 'Project %'")
    assert [status for writer in writers for status in writer.unexpected] == []
    assert len(acknowledged) > KILLS, "somebody must have written between the kills"
    assert set(acknowledged) <= set(stored)
    assert len({title for _, title in stored}) == len(stored), "no write was made twice"
    database = open_database(settings)
    with database.reading() as connection:
        assert verify(connection) == []
    database.dispose()
