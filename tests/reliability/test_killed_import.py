"""The server is killed in the middle of an import: all of it is there or nothing; the next start ends it."""

import os
import random
import time
from pathlib import Path

import httpx

from klimabruecke.settings import Environment, Settings
from tests.exchange import files
from tests.exchange.uploads import Desk
from tests.installations import a_seeded, rows
from tests.people import API
from tests.reliability.test_kill import a_server, coordinator_token

KILLS = int(os.environ.get("KB_IMPORT_KILLS", "1"))
LINES = int(os.environ.get("KB_IMPORT_LINES", "3000"))
LONGEST_SECONDS = LINES / 8000


def test_an_import_that_is_killed_is_done_once_by_the_next_start(tmp_path: Path) -> None:
    settings = a_seeded(tmp_path, env=Environment.DEMO)
    moments = random.Random(7)
    with a_server(settings) as server:
        token = coordinator_token(settings, server)
        for number in range(KILLS):
            with httpx.Client(
                base_url=server.url + API, timeout=60, headers={"Authorization": f"Bearer {token}"}
            ) as client:
                content = a_table(number)
                answer = Desk(client).send(content, "windhoek", key=f"kill-{number}", year=2000 + number)
                assert answer.status_code == 202, answer.text
                time.sleep(moments.uniform(0, LONGEST_SECONDS))
                server.kill()
                assert stored(settings, 2000 + number) in (0, LINES)
                server.start()
                found = Desk(client).followed(
                    answer.json()["id"], {"applied", "failed", "quarantined"}, 20 + LINES / 200
                )
            assert found["state"] == "applied", found["problems"][-3:]
            assert stored(settings, 2000 + number) == LINES


def a_table(number: int) -> bytes:
    """Some two million tonnes, in no two years the same."""
    lines = ([f"I.{1 + n % 3}.1", f"{2_000_000 / LINES + number + n % 7:.3f}"] for n in range(LINES))
    return files.table([["gpc_ref", "emissions_tco2e"], *lines])


def stored(settings: Settings, year: int) -> int:
    ours = f"city_id = 'windhoek' AND year = {year}"
    found = rows(settings, f"SELECT count(*) FROM emission_record WHERE {ours}")
    return int(found[0][0])
