"""The demonstration's accounts, and accounts and clients from the command line."""

import json
import stat
from pathlib import Path
from typing import Any

import httpx
import pytest

from klimabruecke.cli import main, migrate, seed
from klimabruecke.settings import Environment, Settings
from tests.conftest import running
from tests.installations import a_copy, an_installation, rows
from tests.people import PASSWORD, Demonstration, token_of


def credentials(settings: Settings) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((settings.data_dir / "demo-credentials.json").read_text())
    return found


def test_the_demonstration_has_an_account_for_each_role(demo: Demonstration) -> None:
    entries = credentials(demo.settings)
    assert all(set(entry) == {"email", "password", "role", "city", "area"} for entry in entries)
    assert sorted((entry["role"], entry["city"], entry["area"]) for entry in entries) == [
        ("admin", "*", "all"),
        ("admin", "*", "all"),
        ("auditor", "*", "all"),
        ("coordinator", "*", "all"),
        ("editor", "bremen", "climate"),
        ("editor", "bremerhaven", "climate"),
        ("editor", "bremerhaven", "procurement"),
        ("editor", "durban", "climate"),
        ("editor", "windhoek", "climate"),
        ("viewer", "*", "all"),
    ]


def test_everybody_in_the_file_can_sign_in_and_is_marked(demo: Demonstration) -> None:
    for entry in credentials(demo.settings):
        user = demo.sign_in(entry["email"]).get("/me").json()
        role = {name: entry[name] for name in ("role", "city", "area")}
        assert user["roles"] == [role]
    assert rows(demo.settings, "SELECT count(*) FROM membership WHERE demo") == [(10,)]


def test_the_file_is_its_owners_only_and_its_passwords_are_random(demo: Demonstration) -> None:
    file = demo.settings.data_dir / "demo-credentials.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    passwords = [entry["password"] for entry in credentials(demo.settings)]
    assert len(set(passwords)) == 10
    assert min(map(len, passwords)) >= 16


def test_a_later_start_changes_nothing(tmp_path: Path) -> None:
    settings = an_installation(tmp_path, env=Environment.DEMO)
    migrate(settings)
    seed(settings)
    before = (settings.data_dir / "demo-credentials.json").read_bytes(), people(settings)
    seed(settings)
    assert ((settings.data_dir / "demo-credentials.json").read_bytes(), people(settings)) == before


def test_without_the_file_everybody_gets_a_new_password(tmp_path: Path) -> None:
    settings = an_installation(tmp_path, env=Environment.DEMO)
    migrate(settings)
    seed(settings)
    old = {entry["email"]: entry["password"] for entry in credentials(settings)}
    (settings.data_dir / "demo-credentials.json").unlink()
    seed(settings)
    new = {entry["email"]: entry["password"] for entry in credentials(settings)}
    assert old.keys() == new.keys()
    assert not set(old.values()) & set(new.values())
    email = "viewer@klimabruecke.example"
    with running(settings) as url:
        assert token_of(url, email, new[email])
        answer = httpx.post(f"{url}/api/v1/auth/login", json={"email": email, "password": old[email]})
        assert answer.status_code == 401


@pytest.mark.parametrize("env", [Environment.TEST, Environment.DEV, Environment.PRODUCTION])
def test_only_the_demonstration_has_accounts_from_the_start(tmp_path: Path, env: Environment) -> None:
    settings = an_installation(tmp_path, env=env)
    migrate(settings)
    seed(settings)
    assert people(settings) == []
    assert not (settings.data_dir / "demo-credentials.json").exists()


def people(settings: Settings) -> list[tuple[Any, ...]]:
    return rows(settings, 'SELECT id, email, password_hash, version FROM "user" ORDER BY id')


# --- the command line -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def without_accounts(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = an_installation(tmp_path_factory.mktemp("production"))
    migrate(settings)
    seed(settings)
    return settings


@pytest.fixture
def production(without_accounts: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation nobody has an account in yet, as an operator has it in front of them."""
    settings = a_copy(without_accounts, tmp_path)
    monkeypatch.setenv("KB_ENV", "test")
    monkeypatch.setenv("KB_DATA_DIR", str(settings.data_dir))
    if settings.database_url:
        monkeypatch.setenv("KB_DATABASE_URL", settings.database_url)
    return settings


def test_the_first_administrator_comes_from_the_command_line(
    production: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["user", "add", "first@example.org", "--name", "Erste Administration", "--role", "admin"])
    token = capsys.readouterr().out.rpartition("/passwort#")[2].strip()
    with running(production) as url:
        given = {"token": token, "password": PASSWORD}
        assert httpx.post(f"{url}/api/v1/auth/passwords", json=given).status_code == 204
        headers = {"Authorization": f"Bearer {token_of(url, 'first@example.org')}"}
        assert (
            httpx.get(f"{url}/api/v1/users", headers=headers).json()["items"][0]["email"]
            == "first@example.org"
        )
    main(["user", "list"])
    assert "first@example.org  active  admin */all" in capsys.readouterr().out


def test_an_account_is_suspended_and_gets_a_link_from_the_command_line(
    production: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, role in (("a", "admin"), ("b", "viewer")):
        main(["user", "add", f"{name}@example.org", "--name", "N", "--role", role])
    token = capsys.readouterr().out.partition("/passwort#")[2].partition("\n")[0]
    with running(production) as url:
        httpx.post(f"{url}/api/v1/auth/passwords", json={"token": token, "password": PASSWORD})
        main(["user", "suspend", "b@example.org"])
        main(["user", "link", "B@example.org"])
        out = capsys.readouterr().out
        assert "b@example.org is suspended and signed out." in out
        assert "/passwort#" in out


def test_a_client_works_at_once_from_the_command_line_until_it_is_revoked(
    production: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    scopes = ["--scope", "plans:read", "--scope", "plans:write"]
    main(["client", "add", "Nightly sync", "--city", "durban", "--area", "climate", *scopes])
    shown = dict(line.split() for line in capsys.readouterr().out.splitlines())
    with running(production) as url:
        form = {"grant_type": "client_credentials", **shown}
        assert httpx.post(f"{url}/api/v1/oauth/token", data=form).json()["scope"] == "plans:read plans:write"
        main(["client", "list"])
        assert f"{shown['client_id']}  active  durban/climate" in capsys.readouterr().out
        main(["client", "revoke", shown["client_id"]])
        assert httpx.post(f"{url}/api/v1/oauth/token", data=form).status_code == 401


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["user", "add", "x@example.org", "--name", "N", "--role", "viewer", "--city", "atlantis"],
            "no such city",
        ),
        (
            ["user", "add", "x@example.org", "--name", "N", "--role", "admin", "--city", "durban"],
            "role admin",
        ),
        (["user", "add", "no address", "--name", "N", "--role", "viewer"], "email"),
        (["user", "suspend", "nobody@example.org"], "Check the address"),
        (
            ["client", "add", "N", "--city", "durban", "--area", "climate", "--scope", "x"],
            "for example plans:read",
        ),
        (["client", "revoke", "nothing"], "There is no program with this id"),
    ],
)
def test_a_command_that_cannot_be_done_says_why(
    production: Settings, arguments: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert said in str(refused.value.code)
    assert people(production) == []
