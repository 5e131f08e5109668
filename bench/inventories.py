"""W3, W4 and W5: the inventories of forty cities over twenty-five years, on either database.

They are filled by what an import fills them with, beside the driver's bulk load of the same rows without any
check. The sums and the export are then asked of ``klimabruecke serve``.
"""

import itertools
import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import httpx
from sqlmodel import Session

from bench import programs
from bench.bulk import Bulk
from bench.measure import Verdict, print_verdicts
from bench.programs import Running, running
from klimabruecke.cities.actions import create_city
from klimabruecke.cities.schemas import CityIn
from klimabruecke.cli import migrate, seed
from klimabruecke.core.db import Database
from klimabruecke.inventories.actions import Applied, apply_lines
from klimabruecke.inventories.deps import THE_SYSTEM
from klimabruecke.inventories.emissions.schemas import LineIn
from klimabruecke.inventories.inventories.actions import create_inventory, publish_inventory
from klimabruecke.inventories.inventories.schemas import InventoryIn
from klimabruecke.inventories.inventories.tables import Inventory
from klimabruecke.main import open_database
from klimabruecke.settings import Environment, Settings

CITIES, FIRST_YEAR, YEARS = 40, 2000, 25
REFERENCES = ("I.1.1", "I.1.2", "I.2.1", "I.2.2", "II.1.1", "II.1.2", "III.1.1", "III.4.1", "IV.1", "V.2")
GASES = ("CO2", "CH4", "N2O")
TOGETHER = 50
"""Inventories between two turns."""
ROUNDS, SLOW_ROUNDS = 15, 2


def on_inventories(
    database: str, folder: Path, url: str | None, bulk: Bulk, rows: int, stock_url: str
) -> list[Verdict]:
    """All three, in the order a city meets them."""
    settings = Settings(env=Environment.DEMO, data_dir=folder, database_url=url)
    migrate(settings)
    seed(settings)
    stock = {"DB_URL": stock_url.replace("postgresql:", "postgresql+psycopg:")}
    environment = {
        "KB_ENV": "demo",
        "KB_DATA_DIR": str(folder),
        "KB_DATABASE_URL": settings.url,
        "KB_REQUESTS_PER_MINUTE": "10000000",
    }
    stock_program = (*programs.STOCK_RECORDS, *programs.SILENT)
    found = filling(database, settings, bulk, rows)
    with running(programs.OUR_PLANNER, environment) as ours, running(stock_program, stock) as usual:
        found += totals(database, ours, usual)
        found += exporting(database, ours, bulk)
    return found


def filling(database: str, settings: Settings, bulk: Bulk, rows: int) -> list[Verdict]:
    """W4. Validated, by key, with rollups, an inventory in a transaction; then the same again."""
    opened = open_database(settings)
    memory = _most_mb()
    ours, theirs, again, changed = [], [], [], 0
    with opened.transaction() as session:
        for number in range(CITIES):
            create_city(session, _city(number))
    places = itertools.product(range(CITIES), range(FIRST_YEAR, FIRST_YEAR + YEARS))
    inventories = [_inventory(opened, *place) for place in places]
    lines = _lines(rows // len(inventories))
    for start in range(0, len(inventories), TOGETHER):
        some = inventories[start : start + TOGETHER]
        ours.append(_timed(lambda some=some: [_apply(opened, one, lines) for one in some]))
        made = bulk.rows_of(some)
        theirs.append(_timed(lambda made=made: bulk.load(made)))
    for one in inventories[:TOGETHER]:
        again.append(_timed(lambda one=one: _apply(opened, one, lines)))
        changed += sum(_apply(opened, one, lines)[:2])
    with opened.transaction() as session:
        for one in inventories:
            publish_inventory(session, _found(session, one))
    opened.dispose()
    bulk.vacuum()
    count = len(lines) * len(inventories)
    title = f"W4 {count:,} lines in {len(inventories):,} inventories, {database}"
    print(f"\n{title}\n  ours {count / sum(ours):,.0f} rows/s, {bulk.name} {count / sum(theirs):,.0f} rows/s")
    speed = median(one / other for one, other in zip(theirs, ours, strict=True))
    same = median(again) / (sum(ours) / len(inventories))
    verdicts = [
        Verdict(title, f"ours / {bulk.name}: rows a second", speed, at_least=bulk.share),
        Verdict(title, "the same lines again / the first time: seconds", same, at_most=1),
        Verdict(title, "the same lines again: rows changed", changed, at_most=0, unit=""),
        Verdict(title, "ours: memory it grew by", _most_mb() - memory, at_most=300, unit=" MB"),
    ]
    print_verdicts(verdicts)
    return verdicts


def totals(database: str, ours: Running, usual: Running) -> list[Verdict]:
    """W3. Every sum by city, year and sector: made anew, kept from the last time, and of one city."""
    base = f"http://127.0.0.1:{ours.port}/api/v1/emission-totals?by=city,year,sector"
    # Another lower bound is another question, though the answer is the same: nobody has asked it before.
    anew = (f"{base}&year_min={year}" for year in itertools.cycle(range(1900, FIRST_YEAR)))
    cities = (f"{base}&city=bench-{number}" for number in itertools.cycle(range(CITIES)))
    with httpx.Client(timeout=120) as client:
        slow = median(_ask(client, f"http://127.0.0.1:{usual.port}/aggregate") for _ in range(SLOW_ROUNDS))
        times = [[_ask(client, next(one)) for one in (anew, itertools.repeat(base), cities)]
                 for _ in range(ROUNDS)]  # fmt: skip
    made, kept, one = (median(figures) * 1000 for figures in zip(*times, strict=True))
    title = f"W3 sums by city, year and sector, {database}"
    print(f"\n{title}\n  STOCK {slow * 1000:,.0f} ms")
    verdicts = [
        Verdict(title, "all, made anew", made, at_most=25, unit=" ms"),
        Verdict(title, "all, asked again", kept, at_most=25, unit=" ms"),
        Verdict(title, "one city", one, at_most=3, unit=" ms"),
        Verdict(title, "STOCK / ours, made anew", slow * 1000 / made, at_least=150),
        Verdict(title, "STOCK / ours, asked again", slow * 1000 / kept),
    ]
    print_verdicts(verdicts)
    return verdicts


def exporting(database: str, ours: Running, bulk: Bulk) -> list[Verdict]:
    """W5. Every line as NDJSON, against reading the same rows and doing nothing with them."""
    url = f"http://127.0.0.1:{ours.port}/api/v1/emissions"
    memory, first, taken, fetched = ours.resident_mb(), [], [], []
    for _ in range(SLOW_ROUNDS):
        begun = time.perf_counter()
        headers = {"Accept": "application/x-ndjson", "Accept-Encoding": "identity"}
        with httpx.stream("GET", url, headers=headers, timeout=600) as answer:
            chunks = answer.iter_raw()
            next(chunks)
            first.append(time.perf_counter() - begun)
            for _ in chunks:
                pass
        taken.append(time.perf_counter() - begun)
        fetched.append(_timed(bulk.fetch))
    title = f"W5 every line as NDJSON, {database}"
    print(f"\n{title}\n  ours {median(taken):.1f} s, {bulk.fetching} {median(fetched):.1f} s")
    verdicts = [
        Verdict(title, "first byte", median(first) * 1000, at_most=50, unit=" ms"),
        Verdict(title, f"ours / {bulk.fetching}: seconds", median(taken) / median(fetched),
                at_most=bulk.fetch_share),
        Verdict(title, "ours: memory it grew by", ours.resident_mb() - memory, at_most=64, unit=" MB"),
    ]  # fmt: skip
    print_verdicts(verdicts)
    return verdicts


def _city(number: int) -> CityIn:
    names = {"name_de": f"Messstadt {number}", "name_en": f"Bench city {number}", "country_code": "DE"}
    return CityIn.model_validate({"id": f"bench-{number}", **names, "latitude": 53, "longitude": 8})


def _inventory(database: Database, city: int, year: int) -> str:
    asked = {"city_id": f"bench-{city}", "year": year, "standard": "gpc", "reporting_level": "basic_plus"}
    asked |= {"gwp_set": "AR5", "source_note": "Bench"}
    with database.transaction() as session:
        return create_inventory(session, THE_SYSTEM, InventoryIn.model_validate(asked)).id


def _lines(count: int) -> list[dict[str, object]]:
    """As a file gives them, before anything is checked."""
    return [
        {
            "line_key": f"sheet 1 row {number}",
            "gpc_ref": REFERENCES[number % len(REFERENCES)],
            "gas": GASES[number % len(GASES)],
            "amount_kg": 1_000_000 + 37 * number,
            "activity_value": number + 0.5,
            "activity_unit": "MWh",
            "quality_activity": "M",
            "quality_factor": "M",
            "source_note": f"upload row {number}",
        }
        for number in range(count)
    ]


def _apply(database: Database, inventory_id: str, lines: list[dict[str, object]]) -> Applied:
    with database.transaction() as session:
        checked = [LineIn.model_validate(line) for line in lines]
        return apply_lines(session, THE_SYSTEM, _found(session, inventory_id), checked)


def _found(session: Session, inventory_id: str) -> Inventory:
    found = session.get(Inventory, inventory_id)
    assert found is not None
    return found


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _ask(client: httpx.Client, url: str) -> float:
    return _timed(lambda: client.get(url, headers={"Accept-Encoding": "identity"}).raise_for_status())


def _most_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
