"""The demonstration with its accounts, served, and everybody who can sign in there."""

import atexit
import json
import shutil
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import httpx

from klimabruecke.core.security.passwords import hash_password
from klimabruecke.identity.schemas import MembershipIn
from klimabruecke.identity.sessions.actions import set_password
from klimabruecke.identity.users.actions import create_user
from klimabruecke.identity.users.schemas import UserIn
from klimabruecke.main import open_database
from klimabruecke.settings import Environment, Settings
from tests.conftest import REPOSITORY, running
from tests.installations import a_copy, a_seeded

API = "/api/v1"
CSRF = {"X-KB-CSRF": "1"}
PASSWORD = "vier zufaellige worte"
_TLS = ssl.create_default_context()
"""Made once: making one takes longer than a request."""


@dataclass
class Demonstration:
    """A served installation with the accounts of the demonstration."""

    settings: Settings
    url: str
    passwords: dict[str, str] = field(default_factory=dict)
    _signed_in: dict[str, httpx.Client] = field(default_factory=dict)
    _clients: list[httpx.Client] = field(default_factory=list)

    def client(self) -> httpx.Client:
        """Somebody who is not signed in."""
        self._clients.append(httpx.Client(base_url=self.url + API, timeout=30, verify=_TLS))
        return self._clients[-1]

    def close(self) -> None:
        for client in self._clients:
            client.close()

    def sign_in(self, name: str, password: str | None = None) -> httpx.Client:
        """A new sign-in of an account, by the part of its address before the @."""
        email = name if "@" in name else f"{name}@klimabruecke.example"
        client = self.client()
        given = {"email": email, "password": password or self.passwords.get(email, PASSWORD)}
        answer = client.post("/auth/login", json=given)
        assert answer.status_code == 200, answer.text
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        return client

    def person(self, name: str) -> httpx.Client:
        """Somebody who is signed in; the same sign-in for every test that leaves it alone."""
        if name not in self._signed_in:
            self._signed_in[name] = self.sign_in(name)
        return self._signed_in[name]

    def a_user(
        self, email: str, *, role: str = "viewer", city: str = "*", area: str = "all"
    ) -> dict[str, Any]:
        """A new account with the password PASSWORD."""
        admin = self.person("admin")
        membership = {"role": role, "city": city, "area": area}
        answer = admin.post("/users", json={"email": email, "display_name": "N", "memberships": [membership]})
        assert answer.status_code == 201, answer.text
        user: dict[str, Any] = answer.json()
        link = admin.post(f"/users/{user['id']}/links", json={"purpose": "invitation"}).json()
        redeemed = self.client().post("/auth/passwords", json={"token": link["token"], "password": PASSWORD})
        assert redeemed.status_code == 204, redeemed.text
        return user

    def a_program(self, city: str, *scopes: str, area: str = "climate") -> dict[str, Any]:
        """A new service client, proposed by one administrator and approved by the other, with its secret."""
        asked = {"name": f"Program of {city}", "city": city, "area": area, "scopes": list(scopes)}
        answer = self.person("admin").post("/service-clients", json=asked)
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        approved = self.person("second-admin").post(f"/service-clients/{made['id']}/approvals")
        assert approved.status_code == 201, approved.text
        return made

    def program(self, made: dict[str, Any]) -> httpx.Client:
        """A service client with a token."""
        client = self.client()
        form = {"grant_type": "client_credentials", "client_id": made["client_id"]}
        answer = client.post("/oauth/token", data={**form, "client_secret": made["client_secret"]})
        assert answer.status_code == 200, answer.text
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        return client


def an_account(settings: Settings, email: str, role: str, city: str = "*", area: str = "all") -> str:
    """An account with the password PASSWORD, made past HTTP; gives its id."""
    held = MembershipIn.model_validate({"role": role, "city": city, "area": area})
    database = open_database(settings)
    try:
        with database.transaction() as session:
            user = create_user(session, UserIn(email=email, display_name="N", memberships=[held]))
            set_password(session, user, hash_password(PASSWORD))
            return user.id
    finally:
        database.dispose()


def token_of(url: str, email: str, password: str = PASSWORD) -> str:
    """The access token of a new sign-in."""
    answer = httpx.post(
        f"{url}{API}/auth/login", json={"email": email, "password": password}, timeout=30, verify=_TLS
    )
    assert answer.status_code == 200, answer.text
    token: str = answer.json()["access_token"]
    return token


@contextmanager
def a_demonstration(folder: Path, **changes: Any) -> Iterator[Demonstration]:
    """A fresh demonstration for as long as the block lasts."""
    with demonstrating(a_copy(_untouched(), folder, **changes)) as served:
        yield served


@cache
def _untouched() -> Settings:
    """A demonstration nobody has come to yet; migrating and seeding it takes a while, copying it does not."""
    settings = a_seeded(Path(tempfile.mkdtemp(prefix="klimabruecke-demo-")), env=Environment.DEMO)
    atexit.register(shutil.rmtree, settings.data_dir, ignore_errors=True)
    state_operator(settings.operator)
    return settings


def state_operator(file: Path) -> None:
    """The operator's statements, as the committed example has them, with a logo."""
    logo = '[[logos]]\nfile = "funder.svg"\ntext_de = "Beispiel"\ntext_en = "Example"\n'
    example = (REPOSITORY / "deploy" / "operator.example.toml").read_text("utf-8")
    file.write_text(example + logo, "utf-8")
    (file.parent / "funder.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")


@contextmanager
def demonstrating(settings: Settings) -> Iterator[Demonstration]:
    """Serve a demonstration that is there already, perhaps at another time."""
    entries = json.loads((settings.data_dir / "demo-credentials.json").read_text())
    with running(settings) as url:
        made = Demonstration(settings, url, {entry["email"]: entry["password"] for entry in entries})
        try:
            yield made
        finally:
            made.close()
