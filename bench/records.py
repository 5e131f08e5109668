"""The same emission records for every contender, in the schema of the reference programs. Deterministic."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psycopg

from bench.reference.schema import (
    COLS,
    N_CITIES,
    N_YEARS,
    PG_DDL,
    PG_IDX,
    SECTORS,
    SQLITE_DDL,
    SQLITE_IDX,
    Y0,
)

GASES = ["CO2", "CH4", "N2O", "HFC"]
MOMENT = "2026-01-05T09:30:00.000000Z"
CITIES = [(number, f"City {number}", "XX") for number in range(1, N_CITIES + 1)]
PLATFORM_DDL = """
CREATE TABLE resource_counter(resource TEXT PRIMARY KEY, counter INTEGER NOT NULL);
INSERT INTO resource_counter VALUES('emission_record', 1);
"""


def sqlite_file(folder: Path, rows: int) -> Path:
    """A SQLite file with this many records, made once and kept."""
    file = folder / f"records-{rows}.db"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(".tmp")
        unfinished.unlink(missing_ok=True)
        _fill_sqlite(unfinished, rows)
        unfinished.rename(file)
    return file


def _fill_sqlite(file: Path, rows: int) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.executescript(f"PRAGMA journal_mode=OFF; {SQLITE_DDL} {PLATFORM_DDL}")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO city VALUES(?, ?, ?)", CITIES)
    places = ", ".join("?" * len(COLS))
    connection.executemany(f"INSERT INTO emission_record VALUES({places})", _records(rows))
    connection.execute("COMMIT")
    connection.executescript(SQLITE_IDX)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def postgresql_database(maintenance: str, rows: int) -> str:
    """A PostgreSQL database with this many records; gives its URL."""
    name = f"records_{rows}"
    with psycopg.connect(maintenance, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    url = maintenance.rpartition("/")[0] + f"/{name}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(PG_DDL + PLATFORM_DDL)
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO city VALUES(%s, %s, %s)", CITIES)
            with cursor.copy(f"COPY emission_record({','.join(COLS)}) FROM STDIN") as copy:
                for row in _records(rows):
                    copy.write_row(row)
        connection.execute(PG_IDX)
        connection.execute("VACUUM ANALYZE")
    return url


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
