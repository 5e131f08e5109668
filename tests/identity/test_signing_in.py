"""Signing in and out: what opens a session, what keeps it, and what ends it at once."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from klimabruecke.settings import Environment
from tests.conftest import running
from tests.installations import rows
from tests.people import CSRF, PASSWORD, Demonstration, a_demonstration, demonstrating

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture
def still(tmp_path: Path) -> Iterator[Demonstration]:
    """A demonstration at eight in the morning, where time stands still."""
    with a_demonstration(tmp_path, now=NOW) as made:
        yield made


def after(demo: Demonstration, **time: float) -> AbstractContextManager[Demonstration]:
    """The same demonstration some time later."""
    return demonstrating(demo.settings.model_copy(update={"now": NOW + timedelta(**time)}))


def refresh(client: httpx.Client, token: str | None = None) -> httpx.Response:
    """Renew the sign-in by the client's own cookie, or by this token instead."""
    if token is None:
        return client.post("/auth/refresh", headers=CSRF)
    client.cookies.clear()
    return client.post("/auth/refresh", headers={**CSRF, "Cookie": f"kb_refresh={token}"})


def cookie_of(client: httpx.Client) -> str:
    return next(cookie.value or "" for cookie in client.cookies.jar if cookie.name == "kb_refresh")


def test_a_sign_in_gives_a_token_the_roles_and_a_cookie_no_script_can_read(demo: Demonstration) -> None:
    email = "bremerhaven-procurement@klimabruecke.example"
    answer = demo.client().post("/auth/login", json={"email": email, "password": demo.passwords[email]})
    assert answer.status_code == 200
    body = answer.json()
    assert (body["token_type"], body["expires_in"]) == ("Bearer", 600)
    assert body["user"]["display_name"] == "Demo: Beschaffung Bremerhaven"
    assert body["user"]["roles"] == [{"role": "editor", "city": "bremerhaven", "area": "procurement"}]
    attributes = set(answer.headers["set-cookie"].split("; ")[1:])
    assert attributes == {"HttpOnly", "Path=/api/v1/auth", "SameSite=strict", "Max-Age=43200"} or (
        attributes - {"Max-Age=43199"} == {"HttpOnly", "Path=/api/v1/auth", "SameSite=strict"}
    )
    assert answer.headers["cache-control"] == "no-store"


def test_in_production_the_cookie_travels_over_tls_only(demo: Demonstration) -> None:
    key = demo.settings.data_dir / "signing-key.pem"
    changes = {"env": Environment.PRODUCTION, "signing_key_file": key}
    email = "viewer@klimabruecke.example"
    given = {"email": email, "password": demo.passwords[email]}
    with running(demo.settings.model_copy(update=changes)) as url:
        answer = httpx.post(f"{url}/api/v1/auth/login", json=given)
    assert "Secure" in answer.headers["set-cookie"].split("; ")


def test_the_address_is_compared_without_capitals(demo: Demonstration) -> None:
    password = demo.passwords["viewer@klimabruecke.example"]
    given = {"email": "Viewer@Klimabruecke.Example", "password": password}
    assert demo.client().post("/auth/login", json=given).status_code == 200


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(demo: Demonstration) -> None:
    demo.a_user("alike@example.org")
    answers = [
        demo.client().post("/auth/login", json={"email": email, "password": "falsch"})
        for email in ("alike@example.org", "nobody@example.org")
    ]
    bodies = [{**answer.json(), "instance": ""} for answer in answers]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert bodies[0] == bodies[1]
    assert bodies[0]["type"] == "/problems/credentials-refused"
    assert all(answer.headers["www-authenticate"] == "Bearer" for answer in answers)


def test_one_sees_ones_own_account(demo: Demonstration) -> None:
    answer = demo.person("durban").get("/me")
    assert answer.json()["email"] == "durban@klimabruecke.example"
    assert answer.json()["roles"] == [{"role": "editor", "city": "durban", "area": "climate"}]
    assert answer.headers["cache-control"] == "no-store"


def test_a_refresh_renews_token_and_cookie(demo: Demonstration) -> None:
    client = demo.sign_in("viewer")
    first = cookie_of(client)
    answer = refresh(client)
    assert answer.status_code == 200
    assert cookie_of(client) != first
    token = answer.json()["access_token"]
    assert client.get("/me", headers={"Authorization": f"Bearer {token}"}).status_code == 200


def test_a_spent_token_ends_the_family_and_leaves_a_trace(demo: Demonstration) -> None:
    client = demo.sign_in("viewer")
    first = cookie_of(client)
    refresh(client)
    second = cookie_of(client)
    access = refresh(client).json()["access_token"]
    third = cookie_of(client)
    thief = demo.client()
    assert refresh(thief, first).status_code == 401, "two uses ago: somebody else holds it"
    for token in (first, second, third):
        assert refresh(demo.client(), token).status_code == 401
    assert client.get("/me", headers={"Authorization": f"Bearer {access}"}).status_code == 401
    me = demo.person("viewer").get("/me").json()["id"]
    entries = demo.person("auditor").get("/audit", params={"action": "reuse_refresh_token", "record": me})
    assert len(entries.json()["items"]) == 1


def test_tabs_that_refresh_together_get_the_same_successor(demo: Demonstration) -> None:
    client = demo.sign_in("viewer")
    first = cookie_of(client)
    tabs = [demo.client(), demo.client()]
    assert [refresh(tab, first).status_code for tab in tabs] == [200, 200]
    assert cookie_of(tabs[0]) == cookie_of(tabs[1]) != first


def test_the_grace_ends_when_the_successor_is_used(demo: Demonstration) -> None:
    client = demo.sign_in("viewer")
    first = cookie_of(client)
    refresh(client)
    refresh(client)
    assert refresh(demo.client(), first).status_code == 401


@pytest.mark.parametrize(("seconds", "status"), [(10, 200), (11, 401)])
def test_the_grace_ends_after_ten_seconds(still: Demonstration, seconds: int, status: int) -> None:
    client = still.sign_in("viewer")
    first = cookie_of(client)
    refresh(client)
    with after(still, seconds=seconds) as later:
        assert refresh(later.client(), first).status_code == status


@pytest.mark.parametrize(("hours", "status"), [(7.9, 200), (8.1, 401)])
def test_a_session_nobody_uses_ends_after_eight_hours(
    still: Demonstration, hours: float, status: int
) -> None:
    token = cookie_of(still.sign_in("viewer"))
    with after(still, hours=hours) as later:
        assert refresh(later.client(), token).status_code == status


@pytest.mark.parametrize(("name", "last"), [("viewer", 12), ("coordinator", 24)])
def test_a_session_ends_after_its_hours_however_busy(still: Demonstration, name: str, last: int) -> None:
    token = cookie_of(still.sign_in(name))
    statuses = []
    for hours in range(6, last + 1, 6):
        with after(still, hours=hours) as later:
            client = later.client()
            statuses.append(refresh(client, token).status_code)
            token = cookie_of(client) if statuses[-1] == 200 else token
    assert statuses == [200] * (last // 6 - 1) + [401]


def test_a_token_expires_after_ten_minutes_and_a_minute_of_grace_for_clocks(still: Demonstration) -> None:
    token = still.sign_in("viewer").headers["Authorization"]
    statuses = []
    for seconds in (659, 661):
        with after(still, seconds=seconds) as later:
            statuses.append(later.client().get("/me", headers={"Authorization": token}).status_code)
    assert statuses == [200, 401]


def test_signing_out_ends_the_session_on_the_server(demo: Demonstration) -> None:
    client, other = demo.sign_in("viewer"), demo.sign_in("viewer")
    token = cookie_of(client)
    answer = client.post("/auth/logout", headers=CSRF)
    assert answer.status_code == 204
    assert 'kb_refresh=""' in answer.headers["set-cookie"]
    assert client.get("/me").status_code == 401
    assert refresh(demo.client(), token).status_code == 401
    assert other.get("/me").status_code == 200, "other sessions stay"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-KB-CSRF": "2"},
        {**CSRF, "Origin": "https://evil.example"},
        {**CSRF, "Origin": "null"},
        {**CSRF, "Sec-Fetch-Site": "cross-site"},
    ],
    ids=["nothing", "another value", "another site", "no site", "said by the browser"],
)
@pytest.mark.parametrize("path", ["/auth/refresh", "/auth/logout"])
def test_the_cookie_alone_opens_nothing(demo: Demonstration, path: str, headers: dict[str, str]) -> None:
    client = demo.sign_in("viewer")
    answer = client.post(path, headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/cross-site")
    assert client.get("/me").status_code == 200


def test_our_own_pages_may_use_the_cookie(demo: Demonstration) -> None:
    client = demo.sign_in("viewer")
    headers = {**CSRF, "Origin": demo.url, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/auth/refresh", headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/auth/refresh", "/auth/logout"])
def test_without_the_cookie_nobody_is_known(demo: Demonstration, path: str) -> None:
    for cookies in ({}, {"kb_refresh": "A" * 43}):
        answer = httpx.post(f"{demo.url}/api/v1{path}", headers=CSRF, cookies=cookies)
        assert (answer.status_code, answer.json()["type"]) == (401, "/problems/sign-in-required")


def test_the_database_keeps_no_token_and_no_password(demo: Demonstration) -> None:
    client = demo.sign_in("viewer")
    refresh(client)
    secrets = [cookie_of(client), demo.passwords["viewer@klimabruecke.example"], PASSWORD]
    for table in ("refresh_token", "sign_in_session", "user", "one_time_link"):
        kept = str(rows(demo.settings, f'SELECT * FROM "{table}"'))
        assert [secret for secret in secrets if secret in kept] == []


def test_every_sign_in_has_exactly_one_entry_in_the_trail(demo: Demonstration) -> None:
    user = demo.a_user("traced@example.org")
    demo.sign_in("traced@example.org", PASSWORD).post("/auth/logout", headers=CSRF)
    listed = demo.person("auditor").get("/audit", params={"actor": user["id"], "sort": "id"}).json()["items"]
    found = [(entry["action"], entry["resource"]) for entry in listed]
    assert sorted(found[:2]) == [("set_password", "user"), ("update", "one_time_link")]
    assert found[2:] == [("sign_in", "user"), ("sign_out", "user")]
    assert {entry["actor_kind"] for entry in listed} == {"person"}
