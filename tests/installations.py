"""Fresh installations for tests, on the database under test: SQLite, or PostgreSQL where it is named.

``python -m tests.postgres -- pytest`` names it: the same tests then run on a PostgreSQL server of their own.
"""

import atexit
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from klimabruecke.cli import migrate, seed
from klimabruecke.settings import Environment, Settings

POSTGRES = os.environ.get("KB_TEST_POSTGRES")
"""URL of a server's maintenance database; unset: SQLite."""

DIALECT = "postgresql" if POSTGRES else "sqlite"


def an_installation(folder: Path, **changes: Any) -> Settings:
    """Settings of an installation with an empty database of its own; nothing is migrated yet."""
    defaults = {
        "env": Environment.TEST,
        "data_dir": folder,
        "database_url": new_database() if POSTGRES else None,
        "frontend_dir": folder / "no-interface",
        "requests_per_minute": 10_000_000,
    }
    return Settings(**{**defaults, **changes})


def a_migrated(folder: Path, **changes: Any) -> Settings:
    """An installation with its tables and nothing in them."""
    return a_copy(_template(is_seeded=False), folder, **changes)


def a_seeded(folder: Path, *, env: Environment = Environment.TEST, **changes: Any) -> Settings:
    """An installation as its first start leaves it."""
    return a_copy(_template(env), folder, **changes)


@cache
def _template(env: Environment = Environment.TEST, *, is_seeded: bool = True) -> Settings:
    """Brought up by the commands users run, and touched by nobody: to copy it takes a tenth of that time."""
    settings = an_installation(Path(tempfile.mkdtemp(prefix="klimabruecke-")), env=env)
    atexit.register(shutil.rmtree, settings.data_dir, ignore_errors=True)
    migrate(settings)
    if is_seeded:
        seed(settings)
    return settings


def new_database(like: str | None = None) -> str:
    """Create a database on the server under test, perhaps as a copy; dropped with the server."""
    assert POSTGRES is not None
    name = f"test_{uuid.uuid4().hex}"
    template = f' TEMPLATE "{make_url(like).database}"' if like else ""
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"{template}')
    return make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)


def a_copy(of: Settings, folder: Path, **changes: Any) -> Settings:
    """The same installation once more, with a database and files of its own; nobody may be using it."""
    shutil.copytree(of.data_dir, folder, dirs_exist_ok=True)
    url = new_database(of.database_url) if POSTGRES else None
    own = {"data_dir": folder, "database_url": url, "frontend_dir": folder / "no-interface"}
    return of.model_copy(update={**own, **changes})


def rows(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    """What the database holds, read past the application."""
    found = _on_a_connection(settings, lambda connection: connection.execute(text(sql)).all())
    return [tuple(row) for row in found]


def execute(settings: Settings, *statements: str) -> None:
    """Write past the application, as somebody with the password and no scruples would."""

    def write(connection: Any) -> None:
        for statement in statements:
            connection.execute(text(statement))

    _on_a_connection(settings, write)


def _on_a_connection(settings: Settings, work: Callable[[Any], Any]) -> Any:
    url = make_url(settings.url)
    engine = create_engine(url.set(drivername="postgresql+psycopg") if POSTGRES else url)
    try:
        with engine.begin() as connection:
            return work(connection)
    finally:
        engine.dispose()
