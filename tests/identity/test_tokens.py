"""Access tokens: what opens a door, and the many things that must not."""

import random
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import jose.backends
import pytest
from jose.backends.cryptography_backend import CryptographyECKey

from klimabruecke.cli import main
from klimabruecke.core.security import tokens
from klimabruecke.core.security.keys import (
    KeyFileError,
    SigningKeys,
    generate_key_file,
    new_key,
    read_key_file,
)
from klimabruecke.core.security.tokens import BadToken
from klimabruecke.main import create_app, open_access
from klimabruecke.settings import Environment, Settings
from tests.identity.hostile import HOSTILE, Forge
from tests.people import Demonstration, demonstrating

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture
def keys(tmp_path: Path) -> SigningKeys:
    generate_key_file(tmp_path / "key.pem")
    return read_key_file(tmp_path / "key.pem")


@pytest.fixture(scope="session")
def forge(demo: Demonstration) -> Forge:
    """Forges from a token that opens every door: the claims of an administrator who is signed in."""
    keys = read_key_file(demo.settings.data_dir / "signing-key.pem")
    good = demo.sign_in("admin").headers["Authorization"].removeprefix("Bearer ")
    claims = tokens.verify(keys, good, datetime.now(UTC))
    return Forge(keys.private, keys.public[keys.kid], keys.kid, claims)


def protected(demo: Demonstration) -> list[tuple[str, str]]:
    """Every operation that asks for a token, with any id in its address."""
    document = demo.client().get("/openapi.json").json()
    return [
        (method.upper(), path.removeprefix("/api/v1").replace("{", "").replace("}", ""))
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if {"bearer": []} in operation["security"]
    ]


def test_a_good_token_is_good(demo: Demonstration, forge: Forge) -> None:
    headers = {"Authorization": f"Bearer {forge.ours()}"}
    assert demo.client().get("/me", headers=headers).status_code == 200


@pytest.mark.parametrize("name", HOSTILE)
def test_no_door_opens_for_a_hostile_token(demo: Demonstration, forge: Forge, name: str) -> None:
    token = HOSTILE[name](forge)
    with demo.client() as client:
        for method, path in protected(demo):
            answer = client.request(method, path, headers={"Authorization": f"Bearer {token}"})
            assert answer.status_code == 401, f"{method} {path}: {answer.status_code}"
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("header", ["Basic YTpi", "Bearer", "bearer", "Token x", "Bearer  x", ""])
def test_no_door_opens_for_another_kind_of_header(demo: Demonstration, header: str) -> None:
    assert demo.client().get("/me", headers={"Authorization": header}).status_code == 401


def test_two_tokens_are_none(demo: Demonstration, forge: Forge) -> None:
    headers = [("Authorization", f"Bearer {forge.ours()}")] * 2
    assert httpx.get(f"{demo.url}/api/v1/me", headers=headers).status_code == 401


def test_a_token_in_the_address_opens_nothing(demo: Demonstration, forge: Forge) -> None:
    answer = demo.client().get("/me", params={"access_token": forge.ours()})
    assert answer.status_code == 401


def test_no_changed_token_is_accepted(keys: SigningKeys) -> None:
    """Two thousand tokens that differ from a good one in one to three letters."""
    good = tokens.sign(keys, {"sub": "x"}, NOW, 600)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ "
    random.seed(20261124)
    accepted = []
    for _ in range(2000):
        changed = list(good)
        for _ in range(random.randint(1, 3)):
            changed[random.randrange(len(changed))] = random.choice(letters)
        token = "".join(changed)
        if token != good and _is_accepted(keys, token):
            accepted.append(token)
    assert accepted == []
    assert _is_accepted(keys, good)


def _is_accepted(keys: SigningKeys, token: str) -> bool:
    try:
        tokens.verify(keys, token, NOW)
    except BadToken:
        return False
    return True


def test_elliptic_keys_are_those_of_the_cryptography_package() -> None:
    """The pure Python package python-jose also depends on leaks keys by its timing (CVE-2024-23342)."""
    assert jose.backends.ECKey is CryptographyECKey


def test_a_new_key_goes_before_the_old_one_and_both_verify(tmp_path: Path, keys: SigningKeys) -> None:
    file = tmp_path / "key.pem"
    file.write_bytes(new_key() + file.read_bytes())
    both = read_key_file(file)
    old, new = (tokens.sign(one, {"sub": "x"}, NOW, 600) for one in (keys, both))
    assert both.kid != keys.kid
    assert [tokens.verify(both, token, NOW)["sub"] for token in (old, new)] == ["x", "x"]
    with pytest.raises(BadToken):
        tokens.verify(keys, new, NOW)


def test_the_command_makes_a_key_and_keeps_one_older(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "signing-key.pem"
    monkeypatch.setenv("KB_ENV", "production")
    monkeypatch.setenv("KB_SIGNING_KEY_FILE", str(file))
    signed_by = []
    for _ in range(3):
        main(["key", "add"])
        signed_by.append(read_key_file(file).kid)
    assert "the new key signs, 1 older still verifies" in capsys.readouterr().out
    assert set(read_key_file(file).public) == set(signed_by[1:])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_changing_the_key_signs_nobody_out(demo: Demonstration) -> None:
    signed_in = demo.sign_in("viewer").headers["Authorization"]
    file = demo.settings.data_dir / "rotated.pem"
    file.write_bytes(new_key() + (demo.settings.data_dir / "signing-key.pem").read_bytes())
    with demonstrating(demo.settings.model_copy(update={"signing_key_file": file})) as rotated:
        assert rotated.client().get("/me", headers={"Authorization": signed_in}).status_code == 200
        assert rotated.sign_in("viewer").get("/me").status_code == 200


def test_the_key_file_is_its_owners_only_and_made_once(tmp_path: Path, keys: SigningKeys) -> None:
    file = tmp_path / "key.pem"
    generate_key_file(file)
    assert read_key_file(file).kid == keys.kid
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["key.pem"]


@pytest.mark.parametrize(
    "content", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"]
)
def test_a_damaged_key_file_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "key.pem"
    file.write_bytes(content)
    with pytest.raises(KeyFileError, match="KB_SIGNING_KEY_FILE"):
        read_key_file(file)


def test_production_does_not_start_without_a_key_of_its_own(tmp_path: Path) -> None:
    settings = Settings(env=Environment.PRODUCTION, data_dir=tmp_path)
    with pytest.raises(ValueError, match="KB_SIGNING_KEY_FILE is not set"):
        open_access(settings)
    with pytest.raises(KeyFileError):
        open_access(settings.model_copy(update={"signing_key_file": tmp_path / "missing.pem"}))
    assert list(tmp_path.iterdir()) == []


def test_making_the_application_makes_no_key(tmp_path: Path) -> None:
    create_app(Settings(env=Environment.TEST, data_dir=tmp_path))
    assert list(tmp_path.glob("*.pem")) == []


def test_a_token_ends_after_an_hour_even_if_we_signed_it(keys: SigningKeys) -> None:
    tokens.verify(keys, tokens.sign(keys, {"sub": "x"}, NOW, 3600), NOW)
    with pytest.raises(BadToken):
        tokens.verify(keys, tokens.sign(keys, {"sub": "x"}, NOW, 3601), NOW)


def test_claims_travel_unchanged(keys: SigningKeys) -> None:
    given: dict[str, Any] = {"sub": "x", "sid": "y", "scope": "plans:read"}
    claims = tokens.verify(keys, tokens.sign(keys, given, NOW, 600), NOW)
    assert given.items() <= claims.items()
