"""Runs migrations: one at a time, with short locks, reversible on SQLite too."""

from importlib import import_module
from pathlib import Path

from alembic import context
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlmodel import SQLModel

import klimabruecke

ADVISORY_LOCK = 7_402_026
PACKAGE = Path(klimabruecke.__file__).parent

for tables in sorted(PACKAGE.rglob("tables.py")):
    import_module(".".join(("klimabruecke", *tables.relative_to(PACKAGE).with_suffix("").parts)))


def _is_ours(name, kind, _parents):  # type: ignore[no-untyped-def]
    """Indexes of the search are no part of the models: each database has its own kind."""
    return kind not in ("table", "index") or not (name or "").startswith("search_")


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        compare_server_default=True,
        transaction_per_migration=True,
        include_name=_is_ours,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout = '5s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
        context.run_migrations()


def engine_for(url: str):  # type: ignore[no-untyped-def]
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed.set(drivername="postgresql+psycopg"))
    engine = create_engine(parsed)

    @event.listens_for(engine, "connect")
    def _foreign_keys_off(connection, _record):  # type: ignore[no-untyped-def]
        # Batch mode rebuilds tables; with foreign keys on, dropping the old one would cascade.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=OFF")

    return engine


if context.is_offline_mode():
    raise SystemExit("Migrations run against a database: give KB_DATABASE_URL and leave out --sql.")
engine = engine_for(context.config.attributes["url"])
try:
    with engine.connect() as connection:
        run(connection)
finally:
    engine.dispose()
