"""The command line: thin calls into the application. ``klimabruecke --help`` lists the commands."""

import argparse
import gc
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import uvicorn
from fastapi import FastAPI
from pydantic import ValidationError

from klimabruecke.audit.verification import (
    Checkpoint,
    checkpoint_bytes,
    checkpoint_of,
    read_checkpoint,
    verify,
)
from klimabruecke.core import log
from klimabruecke.core.errors import DomainError, Invalid
from klimabruecke.core.http.protocol import with_deadline
from klimabruecke.core.security.keys import add_key
from klimabruecke.core.validation import field_errors
from klimabruecke.identity import commands
from klimabruecke.identity.callers import Area, Role
from klimabruecke.identity.demo import FILE as DEMO_FILE
from klimabruecke.identity.demo import seed_demo
from klimabruecke.main import DEMO_SEEDS, SEEDS, create_app, open_access, open_database
from klimabruecke.settings import REPOSITORY, Environment, Settings
from klimabruecke.starting import check_port, make_data_folder, read_settings, told_without_database

if TYPE_CHECKING:
    from alembic.config import Config


def serve(settings: Settings) -> None:
    """Serve API and interface until interrupted."""
    try:
        open_access(settings)
        app = create_app(settings)
    except ValueError as unusable:
        sys.exit(str(unusable))
    check_port(settings)
    print(f"Klimabrücke: http://{settings.host}:{settings.port}", flush=True)
    if settings.env is Environment.DEMO:
        print(f"Accounts to try it with: {settings.data_dir / DEMO_FILE}", flush=True)
    listen(app, settings)


def listen(app: FastAPI, settings: Settings) -> None:
    """Run a server with an application until the process is told to end."""
    log.configure()
    signal.signal(signal.SIGTERM, _end)
    gc.freeze()  # what was imported stays: no search for garbage need look through it again
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        http=with_deadline(settings.header_seconds),
        loop="uvloop",
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=10,
    )


def _end(*_: object) -> None:
    """uvicorn ends in good order and then raises the signal anew: end as programs do, with the last lines."""
    sys.exit(0)


def migrate(settings: Settings) -> None:
    """Bring the database to the newest revision."""
    from alembic import command  # noqa: PLC0415 - who only serves need not wait for it

    make_data_folder(settings)
    command.upgrade(alembic_config(settings), "head")


def seed(settings: Settings) -> None:
    """Load the reference data this version ships; what is already there stays as it is."""
    database = open_database(settings)
    with database.transaction() as session:
        for load in SEEDS:
            load(session)
        if settings.env is Environment.DEMO:
            seed_demo(session, settings.data_dir)
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
    known = _read_checkpoint(checkpoint) if checkpoint else None
    database = open_database(settings)
    with database.reading() as connection:
        findings, heads = verify(connection, known), checkpoint_of(connection)
    database.dispose()
    for finding in findings:
        print(f"{finding.chain}, entry {finding.seq}: {finding.problem}")
    if findings:
        sys.exit(1)
    print(f"{sum(head.seq for head in heads.values())} entries in {len(heads)} chains verify.")


def _read_checkpoint(file: Path) -> Checkpoint:
    try:
        return read_checkpoint(file.read_bytes())
    except OSError as failed:
        sys.exit(f"The checkpoint {file} cannot be read: {failed.strerror}.")
    except ValueError as damaged:
        sys.exit(f"{file}: {damaged}.")


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


def alembic_config(settings: Settings) -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config(REPOSITORY / "alembic.ini")
    config.set_main_option("script_location", str(REPOSITORY / "migrations"))
    config.attributes["url"] = settings.url
    return config


def add_signing_key(settings: Settings) -> None:
    """Make the key that signs access tokens, or put a new one before it; takes effect at the next start."""
    try:
        number = add_key(settings.signing_key)
    except (OSError, ValueError) as failed:
        sys.exit(str(failed))
    print(f"{settings.signing_key}: the new key signs, {number - 1} older still verifies.")


def manage(settings: Settings, work: Callable[..., list[str]], **options: Any) -> None:
    """Do something with accounts or service clients, and show what it says."""
    database = open_database(settings)
    try:
        with database.transaction() as session:
            print("\n".join(work(session, **options)))
    except ValidationError as wrong:
        found = [{**one, "loc": ("body", *one["loc"])} for one in wrong.errors()]
        sys.exit(_sentences(Invalid(*field_errors(found))))
    except DomainError as refused:
        sys.exit(_sentences(refused))
    finally:
        database.dispose()


def _sentences(refused: DomainError) -> str:
    return "\n".join([refused.detail.en, *(f"{one.pointer}: {one.detail.en}" for one in refused.errors)])


def _add_user_commands(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True)
    adding = verbs.add_parser("add", help=commands.add_user.__doc__)
    adding.add_argument("email")
    adding.add_argument("--name", required=True, help="shown in the interface")
    adding.add_argument("--role", required=True, choices=get_args(Role))
    adding.add_argument("--city", default="*", help="id of a city; without it, all")
    adding.add_argument("--area", default="all", choices=get_args(Area))
    adding.set_defaults(run=manage, work=commands.add_user)
    verbs.add_parser("list", help=commands.list_users.__doc__).set_defaults(
        run=manage, work=commands.list_users
    )
    for name, work in (("link", commands.link_user), ("suspend", commands.suspend_user)):
        changing = verbs.add_parser(name, help=work.__doc__)
        changing.add_argument("email")
        changing.set_defaults(run=manage, work=work)


def _add_client_commands(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True)
    adding = verbs.add_parser("add", help=commands.add_client.__doc__)
    adding.add_argument("name")
    adding.add_argument("--city", required=True, help="id of the one city it works for")
    adding.add_argument("--area", required=True, choices=get_args(Area))
    adding.add_argument("--scope", required=True, action="append", help="such as plans:read; repeat for more")
    adding.set_defaults(run=manage, work=commands.add_client)
    verbs.add_parser("list", help=commands.list_clients.__doc__).set_defaults(
        run=manage, work=commands.list_clients
    )
    revoking = verbs.add_parser("revoke", help=commands.revoke_client.__doc__)
    revoking.add_argument("client_id")
    revoking.set_defaults(run=manage, work=commands.revoke_client)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="klimabruecke", description=__doc__)
    verbs = parser.add_subparsers(dest="command", required=True)
    for run in (start, serve, migrate, seed):
        verbs.add_parser(run.__name__, help=run.__doc__).set_defaults(run=run)
    verifying = verbs.add_parser("verify-audit", help=verify_audit.__doc__)
    verifying.add_argument("--checkpoint", type=Path)
    verifying.set_defaults(run=verify_audit)
    keeping = verbs.add_parser("audit-checkpoint", help=audit_checkpoint.__doc__)
    keeping.add_argument("file", type=Path)
    keeping.set_defaults(run=audit_checkpoint)
    document = verbs.add_parser("openapi", help=openapi.__doc__)
    document.add_argument("file", type=Path)
    document.set_defaults(run=openapi)
    keys = verbs.add_parser("key", help="Signing keys: add.").add_subparsers(dest="verb", required=True)
    keys.add_parser("add", help=add_signing_key.__doc__).set_defaults(run=add_signing_key)
    _add_user_commands(verbs.add_parser("user", help="Accounts: add, list, link, suspend."))
    _add_client_commands(verbs.add_parser("client", help="Service clients: add, list, revoke."))
    options = vars(parser.parse_args(arguments))
    options.pop("command")
    options.pop("verb", None)
    with told_without_database():
        options.pop("run")(read_settings(), **options)
