"""The command line: thin calls into the application. ``klimabruecke --help`` lists the commands."""

import argparse
import sys
from pathlib import Path

import uvicorn
from alembic import command
from alembic.config import Config

from klimabruecke.audit.verification import checkpoint_bytes, checkpoint_of, read_checkpoint, verify
from klimabruecke.core import log
from klimabruecke.core.http.protocol import DeadlineProtocol
from klimabruecke.main import DEMO_SEEDS, SEEDS, create_app, open_database
from klimabruecke.settings import REPOSITORY, Environment, Settings


def serve(settings: Settings) -> None:
    """Serve API and interface until interrupted."""
    log.configure()
    DeadlineProtocol.header_seconds = settings.header_seconds
    print(f"Klimabrücke: http://{settings.host}:{settings.port}", flush=True)
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        http=DeadlineProtocol,
        loop="uvloop",
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=10,
    )


def migrate(settings: Settings) -> None:
    """Bring the database to the newest revision."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    command.upgrade(alembic_config(settings), "head")


def seed(settings: Settings) -> None:
    """Load the reference data this version ships; what is already there stays as it is."""
    database = open_database(settings)
    with database.transaction() as session:
        for load in SEEDS:
            load(session)
    if settings.env is Environment.DEMO:
        for load_demo in DEMO_SEEDS:
            load_demo(database)
    database.dispose()


def start(settings: Settings) -> None:
    """Migrate, seed and serve: what `make run` does."""
    migrate(settings)
    seed(settings)
    serve(settings)


def verify_audit(settings: Settings, checkpoint: Path | None) -> None:
    """Check that the trail still says what was written; against a checkpoint, that no tail was cut off."""
    known = read_checkpoint(checkpoint.read_bytes()) if checkpoint else None
    database = open_database(settings)
    with database.reading() as connection:
        findings, heads = verify(connection, known), checkpoint_of(connection)
    database.dispose()
    for finding in findings:
        print(f"{finding.chain}, entry {finding.seq}: {finding.problem}")
    if findings:
        sys.exit(1)
    print(f"{sum(head.seq for head in heads.values())} entries in {len(heads)} chains verify.")


def audit_checkpoint(settings: Settings, file: Path) -> None:
    """Write the heads of all chains into FILE; keep it where the database's operator cannot change it."""
    database = open_database(settings)
    with database.reading() as connection:
        file.write_bytes(checkpoint_bytes(checkpoint_of(connection)))
    database.dispose()


def openapi(settings: Settings, file: Path) -> None:
    """Write the OpenAPI document."""
    document: bytes = create_app(settings).state.openapi_bytes()
    file.write_bytes(document)


def alembic_config(settings: Settings) -> Config:
    config = Config(REPOSITORY / "alembic.ini")
    config.set_main_option("script_location", str(REPOSITORY / "migrations"))
    config.attributes["url"] = settings.url
    return config


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="klimabruecke", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for run in (start, serve, migrate, seed):
        commands.add_parser(run.__name__, help=run.__doc__).set_defaults(run=run)
    verifying = commands.add_parser("verify-audit", help=verify_audit.__doc__)
    verifying.add_argument("--checkpoint", type=Path)
    verifying.set_defaults(run=verify_audit)
    keeping = commands.add_parser("audit-checkpoint", help=audit_checkpoint.__doc__)
    keeping.add_argument("file", type=Path)
    keeping.set_defaults(run=audit_checkpoint)
    document = commands.add_parser("openapi", help=openapi.__doc__)
    document.add_argument("file", type=Path)
    document.set_defaults(run=openapi)
    options = vars(parser.parse_args(arguments))
    options.pop("command")
    options.pop("run")(Settings(), **options)
