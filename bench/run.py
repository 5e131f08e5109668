"""``make bench``: ours against the reference programs, in turn. README.md says how to read it."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

import httpx
import psycopg
from jose import jwt

from bench import contests, programs
from bench.bulk import PostgresqlBulk, SqliteBulk
from bench.contests import BARE, OURS, QUIET, SMALL, STOCK, Ground
from bench.inventories import on_inventories
from bench.measure import CONNECTIONS, Verdict, print_verdicts, run
from bench.programs import running
from bench.records import postgresql_database, sqlite_file
from klimabruecke.cli import migrate, seed
from klimabruecke.settings import Environment, Settings
from tests.postgres import server

DATA = Path(__file__).parent / "data"
SMALL_ROWS, ROWS = 10_000, int(os.environ.get("BENCH_ROWS", "1000000"))
"""``BENCH_ROWS=10000000`` takes 6 GB of disk and a quarter of an hour to make."""
STARTS = 5
UNLIMITED = {"KB_REQUESTS_PER_MINUTE": "10000000"}


def on_records(database: str, url: Callable[[int], str], process: int | None) -> list[Verdict]:
    """The reading contests."""
    with ExitStack() as stack:
        small, large = url(SMALL_ROWS), url(ROWS)
        started = {
            f"{name}{quiet}": stack.enter_context(running(program, _records_environment(large, quiet)))
            for quiet in ("", QUIET)
            for name, program in _record_programs(database, quiet)
        }
        started[SMALL] = stack.enter_context(running(programs.OUR_RECORDS, _records_environment(small, "")))
        ground = Ground(database, ROWS, started, process)
        return [
            *run(contests.one_record(ground)),
            *run(contests.one_page(ground)),
            *run(contests.unchanged(ground)),
            *run(contests.deep_pages(ground, SMALL_ROWS)),
            *run(contests.stock_deep_pages(ground)),
        ]


def _record_programs(database: str, quiet: str) -> list[tuple[str, tuple[str, ...]]]:
    silent = programs.SILENT if quiet else ()
    return [
        (OURS, programs.OUR_RECORDS),
        (STOCK, (*programs.STOCK_RECORDS, *silent)),
        (BARE, (*programs.BARE_RECORDS[database], *silent)),
    ]


def _records_environment(url: str, quiet: str) -> dict[str, str]:
    ours = {"KB_ENV": "test", "KB_DATA_DIR": str(DATA), "KB_DATABASE_URL": url, **UNLIMITED}
    theirs = {
        "DB_URL": url.replace("postgresql:", "postgresql+psycopg:"),
        "DB_PATH": url.removeprefix("sqlite:///"),
        "PG_DSN": url,
    }
    return {**ours, **theirs, **({"BENCH_SILENT": "1"} if quiet else {})}


def on_planner(
    database: str, folder: Path, url: str | None, stock_url: str, process: int | None
) -> list[Verdict]:
    """The calculator and the durable write, on an installation with the demonstration's accounts."""
    settings = Settings(env=Environment.DEMO, data_dir=folder, database_url=url)
    migrate(settings)
    seed(settings)
    environment = {
        "KB_ENV": "demo",
        "KB_DATA_DIR": str(folder),
        "KB_DATABASE_URL": settings.url,
        **UNLIMITED,
        "DB_URL": stock_url.replace("postgresql:", "postgresql+psycopg:"),
    }
    silent_stock = (*programs.STOCK_PLANNER, *programs.SILENT)
    contenders = {OURS: programs.OUR_PLANNER, STOCK: programs.STOCK_PLANNER, STOCK + QUIET: silent_stock}
    with ExitStack() as stack:
        started = {
            name: stack.enter_context(running(program, environment)) for name, program in contenders.items()
        }
        ground = Ground(database, 0, started, process)
        address = f"http://127.0.0.1:{started[OURS].port}/api/v1"
        found = run(contests.footprint(ground)) if process is None else []
        found += run(contests.write(ground, *_signed_in(address, folder)))
        memory = Verdict(
            "memory after the load",
            f"ours on {database}",
            started[OURS].resident_mb(),
            at_most=150,
            unit=" MB",
        )
        print_verdicts([memory])
        return [*found, memory]


def _signed_in(address: str, folder: Path) -> tuple[str, str, str]:
    """The coordinator's token, STOCK's, and a project to record activities in."""
    accounts = json.loads((folder / "demo-credentials.json").read_text())
    person = next(account for account in accounts if account["role"] == "coordinator")
    given = {"email": person["email"], "password": person["password"]}
    token = httpx.post(f"{address}/auth/login", json=given, timeout=30).json()["access_token"]
    project = httpx.post(
        f"{address}/cooperation-projects",
        json={"title_en": "Exchange", "city_ids": ["bremen", "windhoek"]},
        headers={"Authorization": f"Bearer {token}"},
    )
    stock = jwt.encode({"sub": programs.STOCK_PERSON}, programs.STOCK_SECRET, algorithm="HS256")
    return token, stock, project.json()["id"]


def starting(folder: Path) -> list[Verdict]:
    """How long until the first answer; installed already, started in turn with the smallest application."""
    settings = Settings(env=Environment.DEMO, data_dir=folder)
    migrate(settings)
    seed(settings)
    environment = {"KB_ENV": "demo", "KB_DATA_DIR": str(folder), "DB_URL": f"sqlite:///{folder / 'hello.db'}"}
    ours, hello, memory = [], [], 0.0
    for _ in range(STARTS):
        with running(programs.OUR_PLANNER, environment, "/health/ready") as program:
            ours.append(program.ready_seconds)
            memory = program.resident_mb()
        with running(programs.HELLO, environment, "/greetings") as program:
            hello.append(program.ready_seconds)
    print(f"\nStart: ours {median(ours):.2f} s, a hello application {median(hello):.2f} s")
    found = [
        Verdict("start", "ours / hello: until the first answer", median(ours) / median(hello), at_most=1.5),
        Verdict("memory at the start", "ours", memory, at_most=150, unit=" MB"),
    ]
    print_verdicts(found)
    return found


def on_sqlite() -> list[Verdict]:
    def url(rows: int) -> str:
        return f"sqlite:///{sqlite_file(DATA, rows)}"

    with _folder() as folder, _folder() as untouched:
        stock = f"sqlite:///{folder / 'stock.db'}"
        return [
            *starting(untouched),
            *on_records("SQLite", url, None),
            *on_planner("SQLite", folder, None, stock, None),
            *_on_inventories_of_sqlite(url(ROWS)),
        ]


def _on_inventories_of_sqlite(stock_url: str) -> list[Verdict]:
    with _folder() as folder:
        bulk = SqliteBulk(folder / "klimabruecke.db")
        return on_inventories("SQLite", folder, None, bulk, ROWS, stock_url)


def on_postgresql() -> list[Verdict]:
    with server() as maintenance, _folder() as folder:
        with psycopg.connect(maintenance) as connection:
            row = connection.execute("SELECT pg_backend_pid()").fetchone()
            assert row is not None
            process = _parent(row[0])
        with psycopg.connect(maintenance, autocommit=True) as connection:
            for name in ("planner", "stock", "inventories"):
                connection.execute(f"CREATE DATABASE {name}")
        base = maintenance.rpartition("/")[0]
        return [
            *on_records("PostgreSQL", lambda rows: postgresql_database(maintenance, rows), process),
            *on_planner("PostgreSQL", folder, f"{base}/planner", f"{base}/stock", process),
            *_on_inventories_of_postgresql(f"{base}/inventories", f"{base}/records_{ROWS}"),
        ]


def _on_inventories_of_postgresql(url: str, stock_url: str) -> list[Verdict]:
    with _folder() as folder:
        return on_inventories("PostgreSQL", folder, url, PostgresqlBulk(url), ROWS, stock_url)


def _parent(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


@contextmanager
def _folder() -> Iterator[Path]:
    """On the disk this checkout is on: a folder in memory would make durable writes free."""
    DATA.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=DATA) as folder:
        yield Path(folder)


def main() -> int:
    wanted = sys.argv[1:] or ["sqlite", "postgresql"]
    print(f"{CONNECTIONS} connections, {ROWS:,} records; all contenders in turn, {os.cpu_count()} processors")
    begun = time.monotonic()
    verdicts = [
        verdict
        for name, measure in (("sqlite", on_sqlite), ("postgresql", on_postgresql))
        if name in wanted
        for verdict in measure()
    ]
    print(f"\nGates ({time.monotonic() - begun:.0f} s)")
    gated = [verdict for verdict in verdicts if verdict.gate()]
    print_verdicts(gated, subjects=True)
    missed = [verdict.subject for verdict in gated if not verdict.is_met]
    print(
        f"\n{len(gated) - len(missed)} of {len(gated)} gates met."
        + "".join(f"\nNot met: {one}" for one in missed)
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
