"""What signing in needs of this process: its keys, its places for hashing, how its cookie travels."""

from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import Request

from klimabruecke.core.security import tokens
from klimabruecke.core.security.keys import generate_key_file, read_key_file
from klimabruecke.core.security.passwords import PasswordDesk

TOKEN_SECONDS = 600
"""How long an access token is valid."""


class Access:
    """One per process.

    ``makes_key`` says whether a missing key file may be made: never in production. ``host`` is the name by
    which people open the application, where a proxy does not pass it on. Raises KeyFileError without a key.
    """

    def __init__(
        self, key_file: Path, *, makes_key: bool, secure_cookies: bool, host: str | None = None
    ) -> None:
        self.secure_cookies = secure_cookies
        self.host = host
        self.passwords = PasswordDesk()
        if makes_key and not key_file.exists():
            generate_key_file(key_file)
        self.keys = read_key_file(key_file)

    def token(self, claims: dict[str, Any], now: datetime, seconds: int = TOKEN_SECONDS) -> str:
        return tokens.sign(self.keys, claims, now, seconds)

    def claims(self, token: str, now: datetime) -> dict[str, Any]:
        """Raises BadToken for what is not ours or not valid now."""
        return tokens.verify(self.keys, token, now)


def access_of(request: Request) -> Access:
    found: Access = request.app.state.access
    return found
