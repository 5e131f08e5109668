"""What can be wrong before the service runs, each told in one sentence without a traceback."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError
from sqlalchemy.exc import ArgumentError, OperationalError

from klimabruecke.settings import Settings


def read_settings() -> Settings:
    """The environment's settings; ends the program where they are wrong, without repeating their values."""
    try:
        return Settings()
    except ValidationError as wrong:
        sys.exit("\n".join(_sentence(one["loc"], one["msg"]) for one in wrong.errors()))


def _sentence(place: tuple[int | str, ...], message: str) -> str:
    said = message.removeprefix("Value error, ").rstrip(".")
    return f"KB_{str(place[0]).upper()}: {said}." if place else f"{said}."


def make_data_folder(settings: Settings) -> None:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as failed:
        sys.exit(f"The data folder {settings.data_dir} (KB_DATA_DIR) cannot be made: {failed.strerror}.")


def check_port(settings: Settings) -> None:
    """End the program where nobody can listen there, before an address is printed that another answers."""
    where = f"{settings.host}, port {settings.port} (KB_HOST, KB_PORT)"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            # As the server does: a port its last run left a moment ago is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as failed:
        sys.exit(f"Cannot listen at {where}: {failed.strerror}.")


@contextmanager
def told_without_database() -> Iterator[None]:
    """End the program in a sentence where the database cannot be reached or opened."""
    try:
        yield
    except ArgumentError:
        sys.exit("KB_DATABASE_URL: this is no database URL, such as postgresql://user@host/name.")
    except OperationalError as failed:
        reason = " ".join(str(failed.orig).split()).rstrip(".")
        sys.exit(f"The database (KB_DATABASE_URL, KB_DATA_DIR) does not answer: {reason}.")
