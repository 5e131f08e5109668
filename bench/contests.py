"""Who is measured against whom, and what for. The gates are those of the project's goals."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import orjson

from bench.listing_app import RECORDS
from bench.load import get, post
from bench.measure import Contender, Contest, Ratio
from bench.programs import STOCK_PROJECT, Running
from klimabruecke.core.listing import cursor as cursors

HERE = Path(__file__).parent
API = "/api/v1"
CITIES, FIRST_YEAR, LAST_YEAR = 40, 2000, 2024
OURS, STOCK, BARE = "ours", "STOCK", "BARE"
QUIET, SMALL = " silent", "ours small"
STATES = {OURS: f"{API}/records", STOCK: "/records", BARE: "/records"}
"""Where each finds the records. Each runs twice: with its access log, and without (``silent``)."""


@dataclass(frozen=True)
class Ground:
    """One database and the programs that run on it, by name."""

    database: str
    rows: int
    programs: dict[str, Running]
    server: int | None = None

    def contender(self, name: str, requests: Iterator[bytes], program: str | None = None) -> Contender:
        return Contender(name, self.programs[program or name], requests, self.server)

    def everybody(self, path: str, more: str = "") -> list[Contender]:
        return [
            self.contender(name + quiet, _paths(base + path, self.rows, more if name == OURS else ""))
            for quiet in ("", QUIET)
            for name, base in STATES.items()
        ]


def _paths(path: str, rows: int, more: str) -> Iterator[bytes]:
    """Random records, cities and years, the same for every contender."""
    draw = random.Random(2026)
    path += more
    if path.startswith("/records"):
        path = path.replace("city=", "city_id=")
    while True:
        city, year = draw.randint(1, CITIES), draw.randint(FIRST_YEAR, LAST_YEAR)
        yield get(path.format(record=draw.randint(1, rows), city=city, year=year))


def _against(gate: float | None, bare: float | None) -> tuple[Ratio, ...]:
    """The gates hold for ours as it is shipped, with its log, against references that write none."""
    return (
        Ratio(OURS, STOCK + QUIET, at_least=gate),
        Ratio(OURS, BARE + QUIET, at_least=bare),
        Ratio(OURS + QUIET, STOCK + QUIET),
        Ratio(OURS + QUIET, BARE + QUIET),
        Ratio(OURS, STOCK),
    )


def one_record(ground: Ground) -> Contest:
    title = f"W1 one of {ground.rows:,} records by its id, {ground.database}"
    return Contest(title, ground.everybody("/{record}"), _against(5, None))


def one_page(ground: Ground) -> Contest:
    title = f"W2 100 of {ground.rows:,} records by city and year, {ground.database}"
    return Contest(title, ground.everybody("?city={city}&year={year}", "&limit=100"), _against(8, 0.5))


def unchanged(ground: Ground) -> Contest:
    """What an answer saves whose ETag the client already knows."""
    page = f"{API}/records?city=7&year=2010&limit=100"
    address = f"http://127.0.0.1:{ground.programs[OURS].port}{page}"
    tag = httpx.get(address, headers={"Accept-Encoding": "identity"}).headers["ETag"]
    return Contest(
        f"W7 a page the client has already, {ground.database}",
        [
            ground.contender("ours, 304", itertools.repeat(get(page, If_None_Match=tag)), OURS),
            ground.contender("ours, 200", itertools.repeat(get(page)), OURS),
        ],
        (Ratio("ours, 304", "ours, 200"),),
        rounds=5,
    )


def deep_pages(ground: Ground, small_rows: int) -> Contest:
    """Near its end a list costs what its beginning costs, at every size of the table."""
    contenders = [
        ground.contender(f"{rows:,} at {part:.0%}", _pages_from(int(rows * part)), program)
        for rows, program in ((small_rows, SMALL), (ground.rows, OURS))
        for part in (0.0, 0.9)
    ]
    names = [contender.name for contender in contenders]
    ratios = (
        Ratio(names[0], names[1], at_most=1.3),
        Ratio(names[2], names[3], at_most=1.3),
        Ratio(names[0], names[3]),
    )
    return Contest(f"W2 deep pages of 100, {ground.database}", contenders, ratios)


def _pages_from(place: int) -> Iterator[bytes]:
    """Pages that begin behind a record near this place."""
    draw = random.Random(2026)
    bound_to = cursors.binding("emission_record", "id", {})
    while True:
        after = place + draw.randint(0, 500)
        cursor = cursors.encode(bound_to, RECORDS.keys("id"), [after])
        yield get(f"{API}/records?limit=100&cursor={cursor}")


def stock_deep_pages(ground: Ground) -> Contest:
    """For comparison: what an offset costs there."""
    paths = {"STOCK at 0%": 0, "STOCK at 90%": int(ground.rows * 0.9)}
    return Contest(
        f"W2 deep pages of STOCK, {ground.database}",
        [
            ground.contender(
                name, itertools.repeat(get(f"/records?limit=100&offset={offset}")), STOCK + QUIET
            )
            for name, offset in paths.items()
        ],
        (Ratio("STOCK at 0%", "STOCK at 90%"),),
        rounds=1,
    )


def footprint(ground: Ground) -> Contest:
    trip = (HERE / "five-legs.json").read_bytes()
    ours = itertools.repeat(post(f"{API}/footprints", trip))
    stock = itertools.repeat(post("/footprints", trip))
    return Contest(
        f"W6 POST /footprints with five legs, {ground.database}",
        [
            ground.contender(OURS, ours),
            ground.contender(STOCK, stock),
            ground.contender(STOCK + QUIET, stock),
        ],
        (Ratio(OURS, STOCK + QUIET, at_least=1.5), Ratio(OURS, STOCK)),
    )


def write(ground: Ground, token: str, stock_token: str, project_id: str) -> Contest:
    """An activity with its footprint, the trail's entry and the rollups, on disk before the answer."""
    ours = post(f"{API}/activities", _activity(project_id), Authorization=f"Bearer {token}")
    stock = post("/activities", _activity(STOCK_PROJECT), Authorization=f"Bearer {stock_token}")
    return Contest(
        f"W8 POST /activities, durable, with trail and rollup, 16 clients, {ground.database}",
        [
            ground.contender(OURS, itertools.repeat(ours)),
            ground.contender(STOCK, itertools.repeat(stock)),
            ground.contender(STOCK + QUIET, itertools.repeat(stock)),
        ],
        (
            Ratio(OURS, STOCK + QUIET, at_least=1.5, figure="requests a second"),
            Ratio(OURS, STOCK + QUIET, at_least=1.5),
            Ratio(OURS, STOCK + QUIET, at_most=0.2, figure="p99"),
        ),
        rounds=6,
        seconds=1.0,
    )


def _activity(project_id: str) -> bytes:
    flight = {"type": "flight", "from": "FRA", "to": "WDH", "travellers": 5, "return": True}
    return orjson.dumps(
        {
            "title": "Delegation",
            "kind": "trip",
            "project_id": project_id,
            "starts_on": "2026-09-14",
            "ends_on": "2026-09-20",
            "participants": [{"city_id": "bremen", "count": 5}],
            "items": [flight],
        }
    )
