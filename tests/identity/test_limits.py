"""Guessing is slow: limits that outlive a restart and hold for all processes, and lock nobody out."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from tests.installations import rows
from tests.people import PASSWORD, Demonstration, a_demonstration, demonstrating

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
VIEWER = "viewer@klimabruecke.example"


@pytest.fixture
def still(tmp_path: Path) -> Iterator[Demonstration]:
    """A demonstration where time stands still, behind a proxy that says where requests come from."""
    with a_demonstration(tmp_path, now=NOW, trusted_proxies="127.0.0.1") as made:
        yield made


def after(demo: Demonstration, **time: float) -> AbstractContextManager[Demonstration]:
    return demonstrating(demo.settings.model_copy(update={"now": NOW + timedelta(**time)}))


def attempt(
    demo: Demonstration, email: str = VIEWER, password: str = "falsch", address: str = "192.0.2.1"
) -> httpx.Response:
    return demo.client().post(
        "/auth/login",
        json={"email": email, "password": password},
        headers={"X-Forwarded-For": address},
    )


def test_the_eleventh_attempt_for_an_account_waits_wherever_it_comes_from(still: Demonstration) -> None:
    statuses = [attempt(still, address=f"192.0.2.{place}").status_code for place in range(10)]
    assert statuses == [401] * 10
    answer = attempt(still, address="192.0.2.99", password=still.passwords[VIEWER])
    assert (answer.status_code, answer.json()["type"]) == (429, "/problems/too-many-attempts")
    assert answer.headers["retry-after"] == "900"


def test_the_limit_outlives_a_restart_and_ends_after_a_quarter_of_an_hour(still: Demonstration) -> None:
    for _ in range(10):
        attempt(still)
    right = still.passwords[VIEWER]
    statuses = []
    for minutes in (0, 14, 15):
        with after(still, minutes=minutes) as later:
            statuses.append(attempt(later, password=right).status_code)
    assert statuses == [429, 429, 200]


def test_waiting_attempts_do_not_make_the_wait_longer(still: Demonstration) -> None:
    for _ in range(10):
        attempt(still)
    with after(still, minutes=14) as later:
        assert attempt(later).headers["retry-after"] == "60"
        assert attempt(later).headers["retry-after"] == "60"


def test_forty_attempts_at_once_are_ten(still: Demonstration) -> None:
    with ThreadPoolExecutor(16) as pool:
        statuses = list(
            pool.map(lambda place: attempt(still, address=f"192.0.2.{place}").status_code, range(40))
        )
    assert statuses.count(401) == 10
    assert statuses.count(429) == 30


def test_a_network_has_fifty_attempts_for_all_accounts_together(still: Demonstration) -> None:
    statuses = [attempt(still, email=f"somebody-{place}@example.org").status_code for place in range(51)]
    assert statuses == [401] * 50 + [429]
    assert attempt(still, email="other@example.org", address="198.51.100.1").status_code == 401


def test_unknown_accounts_have_the_same_limit(still: Demonstration) -> None:
    statuses = [
        attempt(still, email="nobody@example.org", address=f"192.0.2.{place}").status_code
        for place in range(11)
    ]
    assert statuses == [401] * 10 + [429]


def test_strangers_cannot_lock_an_owner_out_of_where_they_work(still: Demonstration) -> None:
    right, office = still.passwords[VIEWER], "203.0.113.7"
    assert attempt(still, password=right, address=office).status_code == 200
    for place in range(20):
        attempt(still, address=f"192.0.2.{place}")
    assert attempt(still, password=right, address="192.0.2.200").status_code == 429
    assert attempt(still, password=right, address=office).status_code == 200


def test_where_an_owner_works_guessing_is_limited_too(still: Demonstration) -> None:
    office = "203.0.113.7"
    attempt(still, password=still.passwords[VIEWER], address=office)
    assert [attempt(still, address=office).status_code for _ in range(11)] == [401] * 10 + [429]


def test_a_success_takes_its_attempt_back(still: Demonstration) -> None:
    right = still.passwords[VIEWER]
    for _ in range(60):
        assert attempt(still, password=right).status_code == 200
    for _ in range(9):
        attempt(still)
    assert attempt(still, password=right).status_code == 200


def test_a_new_password_ends_the_wait(still: Demonstration) -> None:
    user = still.a_user("waiting@example.org")
    for _ in range(10):
        attempt(still, email="waiting@example.org")
    assert attempt(still, email="waiting@example.org", password=PASSWORD).status_code == 429
    link = still.person("admin").post(f"/users/{user['id']}/links", json={"purpose": "reset"}).json()
    still.client().post("/auth/passwords", json={"token": link["token"], "password": "ein anderes passwort"})
    answer = attempt(still, email="waiting@example.org", password="ein anderes passwort")
    assert answer.status_code == 200


def test_open_sessions_go_on_while_sign_ins_wait(still: Demonstration) -> None:
    signed_in = still.sign_in("viewer")
    for place in range(11):
        attempt(still, address=f"192.0.2.{place}")
    assert signed_in.get("/me").status_code == 200
    assert signed_in.post("/auth/refresh", headers={"X-KB-CSRF": "1"}).status_code == 200


def test_service_clients_have_the_same_limit(still: Demonstration) -> None:
    made = still.a_program("durban", "plans:read")

    def ask(secret: str) -> int:
        form = {"grant_type": "client_credentials", "client_id": made["client_id"], "client_secret": secret}
        return still.client().post("/oauth/token", data=form).status_code

    assert [ask("kbs_wrong") for _ in range(11)] == [401] * 10 + [429]
    assert ask(made["client_secret"]) == 429
    with after(still, minutes=15) as later:
        assert later.program(made)


def test_no_address_of_a_network_or_person_is_kept_as_it_is(still: Demonstration) -> None:
    attempt(still)
    kept = str(rows(still.settings, "SELECT * FROM sign_in_counter"))
    assert "192.0.2" not in kept
    assert "viewer" not in kept


def test_counts_are_forgotten_when_they_no_longer_count(still: Demonstration) -> None:
    attempt(still)
    assert rows(still.settings, "SELECT count(*) FROM sign_in_counter") == [(2,)]
    with after(still, minutes=31) as later:
        attempt(later, email="other@example.org", address="198.51.100.1")
    assert rows(still.settings, "SELECT count(*) FROM sign_in_counter") == [(2,)]
