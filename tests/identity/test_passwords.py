"""Passwords: which are accepted, how they are kept, and how links and changes set them."""

import asyncio
import logging
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from klimabruecke.core.security.passwords import (
    PasswordDesk,
    check_password,
    common_passwords,
    hash_password,
    is_guessable,
)
from tests.installations import execute, rows
from tests.people import PASSWORD, Demonstration, a_demonstration, demonstrating

OTHER = "ein ganz anderes passwort"


@pytest.mark.parametrize(
    "password",
    [
        "1qaz2wsx3edc4rfv",
        "Password1234!",
        "passwordpassword",
        "hallohallohallo",
        "123456789012",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "abcdefghijkl",
        "qwertzuiopü+",
        "Administrator1",
        "klimabrücke-2026",
        "erika.example@example.org",
        "Erika Example",
        "erikaexample",
    ],
)
def test_what_is_tried_first_is_refused(password: str) -> None:
    assert is_guessable(password, ["erika.example@example.org", "Erika Example"])


@pytest.mark.parametrize(
    "password", [PASSWORD, OTHER, "korrekt pferd batterie", "x7Kq-mmT2-vv9L", "ÄÖÜ äöü ßßß ẞẞ"]
)
def test_four_words_or_random_letters_are_accepted(password: str) -> None:
    assert not is_guessable(password, ["erika.example@example.org", "Erika Example"])


def test_the_list_of_common_passwords_is_long() -> None:
    assert len(common_passwords()) == 55_868


def test_passwords_are_kept_by_argon2id_of_nineteen_mebibytes() -> None:
    kept = hash_password(PASSWORD)
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password(PASSWORD, kept) == (True, None)
    assert check_password(OTHER, kept) == (False, None)


def test_umlauts_are_the_same_however_they_are_composed() -> None:
    kept = hash_password("Grüße aus Bremen")
    assert check_password("Gru\u0308ße aus Bremen", kept)[0]


@pytest.mark.parametrize("kept", [None, "", "no hash", "$argon2id$v=19$m=1"])
def test_no_password_belongs_to_no_hash(kept: str | None) -> None:
    assert check_password("the password of nobody, for accounts that do not exist", kept) == (False, None)


def test_at_most_two_passwords_are_hashed_at_a_time() -> None:
    async def together() -> int:
        desk, inside, most = PasswordDesk(), 0, 0

        async def one() -> None:
            nonlocal inside, most
            async with desk.place():
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0.001)
                inside -= 1

        await asyncio.gather(*(one() for _ in range(20)))
        return most

    assert asyncio.run(together()) == 2


def test_an_old_hash_is_strengthened_at_the_next_sign_in(demo: Demonstration) -> None:
    user = demo.a_user("weak@example.org")
    weak = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8192, parallelism=1),)).hash(PASSWORD)
    execute(demo.settings, f"UPDATE \"user\" SET password_hash = '{weak}' WHERE id = '{user['id']}'")
    demo.sign_in("weak@example.org", PASSWORD)
    kept = rows(demo.settings, f"SELECT password_hash FROM \"user\" WHERE id = '{user['id']}'")[0][0]
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert demo.sign_in("weak@example.org", PASSWORD).get("/me").status_code == 200


# --- one-time links ---------------------------------------------------------------------------


def test_an_invitation_sets_the_first_password_once(demo: Demonstration) -> None:
    admin = demo.person("admin")
    membership = {"role": "viewer", "city": "*", "area": "all"}
    body = {"email": "invited@example.org", "display_name": "N", "memberships": [membership]}
    user = admin.post("/users", json=body).json()
    assert user["password_set"] is False
    link = admin.post(f"/users/{user['id']}/links", json={"purpose": "invitation"}).json()
    assert link["path"] == f"/passwort#{link['token']}"
    given = {"token": link["token"], "password": PASSWORD}
    assert demo.client().post("/auth/passwords", json=given).status_code == 204
    again = demo.client().post("/auth/passwords", json=given)
    assert (again.status_code, again.json()["type"]) == (410, "/problems/link-invalid")
    assert admin.get(f"/users/{user['id']}").json()["password_set"] is True
    assert demo.sign_in("invited@example.org", PASSWORD).get("/me").status_code == 200


def test_a_reset_signs_out_everywhere_and_ends_the_old_password(demo: Demonstration) -> None:
    user = demo.a_user("reset@example.org")
    sessions = [demo.sign_in("reset@example.org") for _ in range(2)]
    link = demo.person("admin").post(f"/users/{user['id']}/links", json={"purpose": "reset"}).json()
    assert sessions[0].get("/me").status_code == 200, "a link that nobody used changes nothing"
    demo.client().post("/auth/passwords", json={"token": link["token"], "password": OTHER})
    assert [session.get("/me").status_code for session in sessions] == [401, 401]
    old = {"email": "reset@example.org", "password": PASSWORD}
    assert demo.client().post("/auth/login", json=old).status_code == 401
    assert demo.sign_in("reset@example.org", OTHER).get("/me").status_code == 200


def test_a_newer_link_ends_the_older(demo: Demonstration) -> None:
    user = demo.a_user("twice@example.org")
    first, second = (
        demo.person("admin").post(f"/users/{user['id']}/links", json={"purpose": "reset"}).json()
        for _ in range(2)
    )
    statuses = [
        demo.client().post("/auth/passwords", json={"token": link["token"], "password": OTHER}).status_code
        for link in (first, second)
    ]
    assert statuses == [410, 204]


def test_a_guessable_password_is_refused_and_the_link_stays_good(demo: Demonstration) -> None:
    user = demo.a_user("erika.muster@example.org")
    link = demo.person("admin").post(f"/users/{user['id']}/links", json={"purpose": "reset"}).json()
    for password in ("passwordpassword", "Erika.Muster2026"):
        answer = demo.client().post("/auth/passwords", json={"token": link["token"], "password": password})
        assert answer.status_code == 422
        assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [
            ("/password", "guessable")
        ]
    good = {"token": link["token"], "password": OTHER}
    assert demo.client().post("/auth/passwords", json=good).status_code == 204


@pytest.mark.parametrize(("length", "status"), [(11, 422), (12, 410), (128, 410), (129, 422)])
def test_a_password_has_twelve_to_a_hundred_and_twenty_eight_letters(
    demo: Demonstration, length: int, status: int
) -> None:
    given = {"token": "A" * 43, "password": "xy" * 64 + "z"}
    given["password"] = given["password"][:length]
    assert demo.client().post("/auth/passwords", json=given).status_code == status


@pytest.mark.parametrize(("purpose", "hours"), [("invitation", 7 * 24), ("reset", 24)])
def test_a_link_expires(tmp_path: Path, purpose: str, hours: int) -> None:
    now = datetime(2026, 11, 24, 8, tzinfo=UTC)
    with a_demonstration(tmp_path, now=now) as still:
        user = still.a_user("late@example.org")
        link = still.person("admin").post(f"/users/{user['id']}/links", json={"purpose": purpose}).json()
        later = still.settings.model_copy(update={"now": now + timedelta(hours=hours)})
        with demonstrating(later) as then:
            given = {"token": link["token"], "password": OTHER}
            assert then.client().post("/auth/passwords", json=given).status_code == 410
        given = {"token": link["token"], "password": OTHER}
        assert still.client().post("/auth/passwords", json=given).status_code == 204


# --- one's own password -----------------------------------------------------------------------


def test_one_changes_ones_own_password_and_signs_in_anew(demo: Demonstration) -> None:
    demo.a_user("own@example.org")
    client = demo.sign_in("own@example.org")
    answer = client.post("/me/passwords", json={"current_password": PASSWORD, "password": OTHER})
    assert answer.status_code == 204
    assert client.get("/me").status_code == 401
    assert demo.sign_in("own@example.org", OTHER).get("/me").status_code == 200


def test_a_borrowed_session_changes_no_password(demo: Demonstration) -> None:
    demo.a_user("borrowed@example.org")
    client = demo.sign_in("borrowed@example.org")
    answer = client.post("/me/passwords", json={"current_password": "geraten", "password": OTHER})
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/password-wrong")
    assert client.get("/me").status_code == 200
    assert demo.sign_in("borrowed@example.org").get("/me").status_code == 200


def test_no_secret_reaches_the_log(demo: Demonstration, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        demo.a_user("logged@example.org")
        client = demo.sign_in("logged@example.org")
        cookie = next(iter(client.cookies.jar)).value or ""
        client.post("/auth/refresh", headers={"X-KB-CSRF": "1"})
        demo.client().post("/auth/login", json={"email": "logged@example.org", "password": "falsches wort"})
        made = demo.a_program("durban", "plans:read")
        demo.program(made)
        time.sleep(0.1)
    ours = "\n".join(str(vars(record)) for record in caplog.records if record.name.startswith("klimabruecke"))
    assert ours
    secrets = [PASSWORD, "falsches wort", cookie, made["client_secret"], client.headers["Authorization"][7:]]
    assert [secret for secret in secrets if secret in ours] == []
