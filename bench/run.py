"""``make bench``: ours against the reference programs, in one interleaved run.

What counts is requests per CPU-second of the server process, as a ratio: that is the figure which a noisy
neighbour spoils least. Absolute figures are printed and never judged. Exit status 1 under a gate. Everybody
runs as its documentation says, access log included.
"""

import itertools
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import uvloop

from bench.load import Load, get, post, press
from bench.records import database
from klimabruecke.cli import migrate, seed
from klimabruecke.settings import Environment, Settings

HERE = Path(__file__).parent
DATA = HERE / "data"
ROWS = 200_000
ROUNDS, SECONDS, CONNECTIONS = 40, 0.4, 16
STOCK = ("uvicorn", "app_stock:app", "--app-dir", str(HERE / "reference"))
BARE = ("uvicorn", "app_bare:app", "--app-dir", str(HERE / "reference"))
STOCK_FOOTPRINT = ("uvicorn", "bench.stock_footprint:app")
OURS = ("klimabruecke", "serve")
OURS_WITH_RECORDS = (
    *("uvicorn", "bench.listing_app:application", "--factory", "--no-server-header", "--no-proxy-headers"),
    *("--http", "klimabruecke.core.http.protocol:DeadlineProtocol", "--no-access-log"),
)


@dataclass
class Contender:
    """One program under the same load as the others."""

    name: str
    program: tuple[str, ...]
    requests: Iterator[bytes]
    port: int = 0
    pid: int = 0
    refused: int = 0
    per_second: list[float] = field(default_factory=list)
    per_cpu_second: list[float] = field(default_factory=list)

    def add(self, load: Load, cpu_seconds: float, seconds: float) -> None:
        """Keep the figures of one round."""
        self.refused += load.refused
        self.per_second.append(load.answered / seconds)
        self.per_cpu_second.append(load.answered / cpu_seconds)


@dataclass
class Contest:
    """Ours, the first, against others; ``gates`` say how many times each must be beaten."""

    title: str
    contenders: list[Contender]
    gates: dict[str, float] = field(default_factory=dict)


def contests() -> list[Contest]:
    trip = (HERE / "five-legs.json").read_bytes()
    return [
        Contest(
            "a page of 100 records, filtered by city and year",
            [
                Contender(
                    "ours", OURS_WITH_RECORDS, _pages("/api/v1/records?city={city}&year={year}&limit=100")
                ),
                Contender("STOCK", STOCK, _pages("/records?city_id={city}&year={year}&limit=100")),
                Contender("BARE", BARE, _pages("/records?city_id={city}&year={year}")),
            ],
            {"STOCK": 6},
        ),
        Contest(
            "POST /footprints with five legs",
            [
                Contender("ours", OURS, itertools.repeat(post("/api/v1/footprints", trip))),
                Contender("STOCK", STOCK_FOOTPRINT, itertools.repeat(post("/footprints", trip))),
            ],
            {"STOCK": 1.5},
        ),
    ]


def _pages(path: str) -> Iterator[bytes]:
    """Pages of random cities and years, the same for every contender."""
    draw = random.Random(2026)
    while True:
        yield get(path.format(city=draw.randint(1, 40), year=draw.randint(2000, 2024)))


@contextmanager
def serving(contender: Contender) -> Iterator[None]:
    """Run a contender on a free port for as long as the block lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        contender.port = free.getsockname()[1]
    command = [sys.executable, "-m", *contender.program]
    if contender.program[0] == "uvicorn":
        command += ["--port", str(contender.port), "--loop", "uvloop"]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env=_environment(contender.port), **silent)
    try:
        _wait_for(contender.port, process)
        contender.pid = process.pid
        yield
    finally:
        process.terminate()
        process.wait()


def _environment(port: int) -> dict[str, str]:
    file = database(DATA, ROWS)
    ours = {"KB_ENV": "test", "KB_PORT": str(port), "KB_DATA_DIR": str(DATA)}
    more = {"KB_REQUESTS_PER_MINUTE": "10000000", "DB_PATH": str(file), "DB_URL": f"sqlite:///{file}"}
    return {**os.environ, **ours, **more}


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit(f"{process.args!r} ended early")
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"{process.args!r} did not start in 30 s")


def cpu_seconds(pid: int) -> float:
    """Time a process has spent on a processor so far, all its threads together."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def measure(contest: Contest) -> None:
    """Rounds in turn, so that a slow minute of the machine hits all alike; the first one only warms up."""
    with ExitStack() as running:
        for contender in contest.contenders:
            running.enter_context(serving(contender))
        for number in range(ROUNDS + 1):
            for contender in contest.contenders:
                before, begun = cpu_seconds(contender.pid), time.monotonic()
                load = uvloop.run(press(contender.port, contender.requests, SECONDS, CONNECTIONS))
                used, taken = cpu_seconds(contender.pid) - before, time.monotonic() - begun
                if number > 0:
                    contender.add(load, used, taken)


def report(contest: Contest) -> bool:
    """Print the table; true where every gate holds. A ratio is the median of the rounds' ratios."""
    ours = contest.contenders[0]
    print(f"\n{contest.title}")
    print(f"  {'':8}{'req/cpu-s':>12}{'req/s':>10}{'ours is':>10}{'gate':>8}")
    holds = True
    for one in contest.contenders:
        gate = contest.gates.get(one.name)
        ratio = median(a / b for a, b in zip(ours.per_cpu_second, one.per_cpu_second, strict=True))
        verdict = "" if gate is None else f"{gate:>7}x {'holds' if ratio >= gate else 'MISSED'}"
        figures = f"{median(one.per_cpu_second):>12,.0f}{median(one.per_second):>10,.0f}{ratio:>9.2f}x"
        print(f"  {one.name:8}{figures} {verdict}")
        holds = holds and one.refused == 0 and (gate is None or ratio >= gate)
        if one.refused:
            print(f"  {one.name}: {one.refused} requests were refused")
    return holds


def _install() -> None:
    """An installation with the reference data, for the calculator."""
    settings = Settings(env=Environment.TEST, data_dir=DATA)
    migrate(settings)
    seed(settings)


def main() -> int:
    wanted = sys.argv[1:]
    chosen = [one for one in contests() if not wanted or any(word in one.title for word in wanted)]
    print(f"{ROUNDS} rounds of {SECONDS} s in turn, {CONNECTIONS} connections, {ROWS:,} records in SQLite")
    _install()
    results = []
    for contest in chosen:
        measure(contest)
        results.append(report(contest))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
