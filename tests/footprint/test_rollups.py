"""After many random writes the rollups are, to the byte, what a recompute from the activities gives.

``KB_RANDOM_WRITES=10000`` makes it the long run of ``make drill``.
"""

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from klimabruecke.footprint.totals.actions import recompute
from klimabruecke.main import open_database
from klimabruecke.settings import Settings
from tests.footprint.cooperation import an_activity, got, made, meals
from tests.footprint.office import staffed
from tests.installations import a_seeded, rows

Json = dict[str, Any]
WRITES = int(os.environ.get("KB_RANDOM_WRITES", "400"))
CITIES = ("bremen", "bremerhaven", "durban", "windhoek")
STATUSES = ("planned", "approved", "done", "cancelled")
KINDS = ("administration", "politics", "business", None)
PAYERS = ("grant", "home_city", None)
CUTS = (
    "year,city,kind,project,status,programme,traveller_kind,paid_by",
    "city",
    "year",
    "project,status",
    "traveller_kind,paid_by",
    "programme,city",
)


class Clerk:
    """Somebody who records, changes and deletes at random; the seed makes it the same every time."""

    def __init__(self, client: httpx.Client, projects: list[Json], programmes: list[Json]) -> None:
        self.client = client
        self.projects = projects
        self.programmes = programmes
        self.tags: dict[str, str] = {}
        self.dice = random.Random(2026)
        self.refused = 0

    def work(self) -> None:
        acts: list[Callable[[], None]] = [
            self.record,
            self.change,
            self.change,
            self.recalculate,
            self.remove,
        ]
        self.dice.choice(acts if len(self.tags) > 5 else acts[:1])()

    def record(self) -> None:
        body = an_activity(self.dice.choice(self.projects), items=self.items(), **self.values())
        answer = self.client.post("/activities", json=body)
        assert answer.status_code == 201, answer.text
        self.tags[answer.headers["Location"].removeprefix("/api/v1")] = answer.headers["ETag"]

    def change(self) -> None:
        path = self.any_path()
        values = self.values()
        wanted = self.dice.sample(sorted(values), self.dice.randint(1, 3))
        body = {name: values[name] for name in wanted}
        if "starts_on" in body:
            body["ends_on"] = body["starts_on"]
        if self.dice.random() < 0.4:
            body["items"] = self.items()
        if self.dice.random() < 0.1:
            body["items"] = [{"type": "rail", "country": "NA", "distance_km": 1}]  # no factor: refused
        answer = self.client.patch(path, json=body, headers={"If-Match": self.tags[path]})
        self.refused += answer.status_code == 422
        if answer.status_code == 200:
            self.tags[path] = answer.headers["ETag"]

    def recalculate(self) -> None:
        path = self.any_path()
        method = self.dice.choice(("klimabruecke-2026", "desnz-2025"))
        answer = self.client.post(f"{path}/footprints", json={"method": method, "on": self.day()})
        self.refused += answer.status_code == 422
        self.tags[path] = self.client.get(path).headers["ETag"]

    def remove(self) -> None:
        path = self.any_path()
        answer = self.client.delete(path, headers={"If-Match": self.tags.pop(path)})
        assert answer.status_code == 204, answer.text

    def any_path(self) -> str:
        return self.dice.choice(sorted(self.tags))

    def day(self) -> str:
        return f"{self.dice.randint(2023, 2027)}-0{self.dice.randint(1, 9)}-15"

    def values(self) -> Json:
        day = self.day()
        programme = self.dice.choice((None, *self.programmes))
        return {
            "starts_on": day,
            "ends_on": day,
            "kind": self.dice.choice(("trip", "event")),
            "status": self.dice.choice(STATUSES),
            "host_city_id": self.dice.choice((None, *CITIES)),
            "participants": self.groups(),
            "project_id": self.dice.choice(self.projects)["id"],
            "programme_id": programme and programme["id"],
        }

    def groups(self) -> list[Json]:
        every = [
            {"city_id": city, "kind": kind, "paid_by": payer}
            for city in CITIES
            for kind in KINDS
            for payer in PAYERS
        ]
        chosen = self.dice.sample(every, self.dice.randint(0, 4))
        return [{**group, "count": self.dice.randint(1, 9)} for group in chosen]

    def items(self) -> list[Json]:
        people = self.dice.randint(1, 9)
        choices: list[Json] = [
            {"type": "flight", "from": "FRA", "to": "WDH", "travellers": people, "return": True},
            {"type": "flight", "from": "JNB", "to": "DUR", "travellers": people},
            meals(self.dice.randint(1, 500)),
            {"type": "hotel", "country": "NA", "rooms": people, "nights": 3},
        ]
        return self.dice.sample(choices, self.dice.randint(1, 3))


KEY = "project_id, year, kind, status, programme_id, city_id, traveller_kind, paid_by"


def stored(settings: Settings) -> list[tuple[Any, ...]]:
    groups = rows(settings, f"SELECT * FROM footprint_group_total ORDER BY {KEY}, item_type, factor_id")
    return groups + rows(settings, f"SELECT * FROM activity_total ORDER BY {KEY}")


def shown(client: httpx.Client) -> list[bytes]:
    return [client.get("/footprint-totals", params={"by": cut}).content for cut in CUTS]


def test_the_rollups_are_what_a_recompute_gives(tmp_path: Path) -> None:
    settings = a_seeded(tmp_path)
    with staffed(settings) as office:
        client = office.person("coordinator")
        projects = [
            made(client, "/cooperation-projects", {"title_de": name, "city_ids": list(CITIES)})
            for name in "ABC"
        ]
        grant = {"funder": "F", "starts_on": "2024-01-01", "ends_on": "2026-12-31"}
        programmes = [
            made(client, "/programmes", {"title_de": name, **grant, "city_ids": ["bremen"]}) for name in "XY"
        ]
        clerk = Clerk(client, projects, programmes)
        for _ in range(WRITES):
            clerk.work()
        kept, answered = stored(settings), shown(client)
        database = open_database(settings)
        with database.transaction() as session:
            recompute(session)
        database.dispose()
        assert stored(settings) == kept
        assert shown(client) == answered
        assert all(row[-1] > 0 for row in kept if len(row) > 11), "nothing is left of nothing"
        living = {row["id"]: row for row in _all(client)}
        counted = [row for row in living.values() if row["status"] != "cancelled"]
        (by_hand,) = [sum(round(row["ghg_kg"] * 1000) for row in counted)]
        totals = got(client, "/footprint-totals")["items"]
        assert sum(round(row["ghg_kg"] * 1000) for row in totals) == by_hand
        assert sum(row["activities"] for row in totals) == len(counted)
        people = sum(group["count"] for row in counted for group in row["participants"])
        assert sum(row["travellers"] for row in totals) == people
        assert clerk.refused > WRITES / 100, "refusals are part of it"


def _all(client: httpx.Client) -> list[Json]:
    found: list[Json] = []
    path: str | None = "/activities?limit=1000"
    while path:
        page = client.get(path.removeprefix("/api/v1")).json()
        found += page["items"]
        path = page["next"]
    return found
