"""The same emission records for every contender, in the schema of the reference programs. Deterministic."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.reference.schema import COLS, N_CITIES, N_YEARS, SECTORS, SQLITE_DDL, SQLITE_IDX, Y0

GASES = ["CO2", "CH4", "N2O", "HFC"]
MOMENT = "2026-01-05T09:30:00.000000Z"
PLATFORM_DDL = """
CREATE TABLE resource_counter(resource TEXT PRIMARY KEY, counter INTEGER NOT NULL);
INSERT INTO resource_counter VALUES('emission_record', 1);
"""


def database(folder: Path, rows: int) -> Path:
    """A SQLite file with this many records, made once and kept."""
    file = folder / f"records-{rows}.db"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(".tmp")
        unfinished.unlink(missing_ok=True)
        _write(unfinished, rows)
        unfinished.rename(file)
    return file


def _write(file: Path, rows: int) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.executescript(f"PRAGMA journal_mode=DELETE; {SQLITE_DDL} {PLATFORM_DDL}")
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO city VALUES(?, ?, ?)", [(n, f"City {n}", "XX") for n in range(1, N_CITIES + 1)]
    )
    places = ", ".join("?" * len(COLS))
    connection.executemany(f"INSERT INTO emission_record VALUES({places})", _records(rows))
    connection.execute("COMMIT")
    connection.executescript(SQLITE_IDX)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _records(rows: int) -> Iterator[tuple[object, ...]]:
    """Rows of one city and year are spread over the ids, as after years of uploads."""
    random = np.random.default_rng(7)
    sector, sub, scope, gas, factor = (
        random.integers(low, high, rows).tolist() for low, high in ((0, 6), (1, 7), (1, 4), (0, 4), (1, 500))
    )
    notation = random.random(rows).tolist()
    amount = np.round(random.lognormal(5, 2, rows), 3).tolist()
    activity = np.round(random.lognormal(8, 2, rows), 2).tolist()
    for place in range(rows):
        number, city, year = place + 1, place % N_CITIES + 1, Y0 + place // N_CITIES % N_YEARS
        gpc = f"{SECTORS[sector[place]]}.{sub[place]}.{scope[place]}"
        yield (
            *(number, f"c{city}-{year}-{gpc}-{GASES[gas[place]]}-{number}", city, year),
            *(SECTORS[sector[place]], gpc, scope[place], GASES[gas[place]]),
            "NE" if notation[place] < 0.02 else "IE" if notation[place] < 0.04 else None,
            *(activity[place], "MWh", factor[place], amount[place], "M"),
            *(f"inventory {year} upload sheet row {number}", 1, MOMENT, MOMENT),
        )
