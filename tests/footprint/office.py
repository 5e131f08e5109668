"""The application with people of every role in it, each with an HTTP client of their own."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import httpx
from fastapi import FastAPI

from klimabruecke.main import create_app
from klimabruecke.settings import Settings
from tests.conftest import serving
from tests.people import API, an_account, token_of


@dataclass
class Office:
    """Clients by who they are; the base address is that of the API."""

    settings: Settings
    app: FastAPI
    base_url: str
    _open: ExitStack = field(default_factory=ExitStack)
    _people: dict[tuple[str, ...], httpx.Client] = field(default_factory=dict)

    def person(self, role: str, city: str = "*", area: str = "all") -> httpx.Client:
        """Somebody with this role, in English unless a request says otherwise."""
        key = (role, "*" if role == "admin" else city, area)
        if key not in self._people:
            email = f"{'.'.join(key).replace('*', 'all')}@example.org"
            an_account(self.settings, email, *key)
            self._people[key] = self._client({"Authorization": f"Bearer {token_of(self.base_url, email)}"})
        return self._people[key]

    def visitor(self) -> httpx.Client:
        """Somebody who is not signed in."""
        if () not in self._people:
            self._people[()] = self._client({})
        return self._people[()]

    def _client(self, headers: dict[str, str]) -> httpx.Client:
        client = httpx.Client(
            base_url=f"{self.base_url}{API}", timeout=60, headers={"Accept-Language": "en", **headers}
        )
        return self._open.enter_context(client)


@contextmanager
def staffed(settings: Settings) -> Iterator[Office]:
    """Serve these settings; people get an account when they first come in."""
    app = create_app(settings)
    with serving(app) as url, ExitStack() as clients:
        yield Office(settings, app, url, clients)
