"""Accounts: who manages them, and what changes at once for the person."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.installations import execute
from tests.people import CSRF, PASSWORD, Demonstration, a_demonstration

Json = dict[str, Any]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Demonstration]:
    """A demonstration for one test that changes its administrators."""
    with a_demonstration(tmp_path) as made:
        yield made


def body(email: str = "new@example.org", **changes: Any) -> Json:
    membership = {"role": "editor", "city": "durban", "area": "climate"}
    return {"email": email, "display_name": "Neue Redaktion", "memberships": [membership]} | changes


def patched(demo: Demonstration, user_id: str, change: Json) -> httpx.Response:
    admin = demo.person("admin")
    tag = admin.get(f"/users/{user_id}").headers["etag"]
    return admin.patch(f"/users/{user_id}", json=change, headers={"If-Match": tag})


def test_a_new_account_shows_its_roles_and_no_secret(demo: Demonstration) -> None:
    answer = demo.person("admin").post("/users", json=body("fresh@example.org"))
    assert answer.status_code == 201
    user = answer.json()
    assert answer.headers["location"] == f"/api/v1/users/{user['id']}"
    assert answer.headers["cache-control"] == "no-store"
    assert user["memberships"] == [{"role": "editor", "city": "durban", "area": "climate"}]
    assert (user["status"], user["password_set"], user["demo"]) == ("active", False, False)
    assert not [name for name in user if "hash" in name or name == "password"]
    shown = demo.person("admin").get(f"/users/{user['id']}")
    assert shown.json() == user
    assert shown.headers["etag"] == answer.headers["etag"]


def test_two_accounts_of_one_address_are_a_conflict(demo: Demonstration) -> None:
    demo.a_user("same@example.org")
    answer = demo.person("admin").post("/users", json=body("Same@Example.org"))
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/address-taken")


@pytest.mark.parametrize(
    ("membership", "place"),
    [
        ({"role": "editor", "city": "atlantis", "area": "climate"}, "/memberships/0/city unknown_city"),
        ({"role": "admin", "city": "durban", "area": "all"}, "/memberships/0 admin_is_for_all"),
        ({"role": "admin", "city": "*", "area": "climate"}, "/memberships/0 admin_is_for_all"),
        ({"role": "mayor", "city": "*", "area": "all"}, "/memberships/0/role literal_error"),
    ],
)
def test_a_role_that_cannot_be_is_refused(demo: Demonstration, membership: Json, place: str) -> None:
    answer = demo.person("admin").post("/users", json=body(memberships=[membership]))
    assert answer.status_code == 422
    assert [f"{error['pointer']} {error['code']}" for error in answer.json()["errors"]] == [place]


@pytest.mark.parametrize("field", ["id", "password_hash", "status", "demo", "version", "password_set"])
def test_nobody_sets_what_is_not_theirs_to_set(demo: Demonstration, field: str) -> None:
    answer = demo.person("admin").post("/users", json=body(**{field: "x"}))
    assert answer.status_code == 422
    assert [error["code"] for error in answer.json()["errors"]] == ["extra_forbidden"]


def test_a_suspended_person_is_out_at_once_and_comes_back_only_by_an_administrator(
    demo: Demonstration,
) -> None:
    user = demo.a_user("leaving@example.org", role="editor", city="durban")
    client = demo.sign_in("leaving@example.org")
    assert patched(demo, user["id"], {"status": "suspended"}).json()["status"] == "suspended"
    assert client.get("/me").status_code == 401
    assert client.post("/auth/refresh", headers=CSRF).status_code == 401
    given = {"email": "leaving@example.org", "password": PASSWORD}
    answer = demo.client().post("/auth/login", json=given)
    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/credentials-refused")
    patched(demo, user["id"], {"status": "active"})
    assert demo.sign_in("leaving@example.org").get("/me").status_code == 200
    assert client.get("/me").status_code == 401, "the old session stays ended"


def test_an_account_that_is_suspended_past_the_application_is_out_too(demo: Demonstration) -> None:
    user = demo.a_user("past@example.org")
    client = demo.sign_in("past@example.org")
    execute(demo.settings, f"UPDATE \"user\" SET status = 'suspended' WHERE id = '{user['id']}'")
    assert client.get("/me").status_code == 401
    assert client.post("/auth/refresh", headers=CSRF).status_code == 401


def test_a_suspended_person_cannot_use_a_link(demo: Demonstration) -> None:
    user = demo.a_user("linked@example.org")
    link = demo.person("admin").post(f"/users/{user['id']}/links", json={"purpose": "reset"}).json()
    patched(demo, user["id"], {"status": "suspended"})
    given = {"token": link["token"], "password": "ein ganz anderes passwort"}
    assert demo.client().post("/auth/passwords", json=given).status_code == 410


def test_other_roles_end_the_sessions_of_the_old_ones(demo: Demonstration) -> None:
    user = demo.a_user("moving@example.org", role="editor", city="durban", area="climate")
    client = demo.sign_in("moving@example.org")
    roles = [
        {"role": "editor", "city": "windhoek", "area": "climate"},
        {"role": "viewer", "city": "*", "area": "all"},
    ]
    given = patched(demo, user["id"], {"memberships": roles}).json()["memberships"]
    assert sorted(given, key=lambda right: right["role"]) == roles
    assert client.get("/me").status_code == 401
    kept = demo.sign_in("moving@example.org").get("/me").json()["roles"]
    assert sorted(kept, key=lambda right: right["role"]) == roles


def test_what_changes_no_right_signs_nobody_out(demo: Demonstration) -> None:
    user = demo.a_user("renamed@example.org", role="viewer")
    client = demo.sign_in("renamed@example.org")
    change = {
        "display_name": "Anders",
        "email": "Renamed.Person@example.org",
        "status": "active",
        "memberships": [{"role": "viewer", "city": "*", "area": "all"}],
    }
    assert patched(demo, user["id"], change).status_code == 200
    assert client.get("/me").json()["display_name"] == "Anders"
    assert demo.sign_in("renamed.person@example.org").get("/me").status_code == 200


def test_a_change_needs_the_state_it_is_made_to(demo: Demonstration) -> None:
    user = demo.a_user("stale@example.org")
    admin, path = demo.person("admin"), f"/users/{user['id']}"
    tag = admin.get(path).headers["etag"]
    roles = [{"role": "auditor", "city": "*", "area": "all"}]
    assert admin.patch(path, json={"display_name": "A"}).status_code == 428
    assert admin.patch(path, json={"memberships": roles}, headers={"If-Match": tag}).status_code == 200
    assert admin.patch(path, json={"display_name": "A"}, headers={"If-Match": tag}).status_code == 412
    assert admin.get(path).json()["display_name"] == "N"


@pytest.mark.parametrize(
    "change", [{"status": None}, {"memberships": []}, {"display_name": " "}, {"role": "x"}]
)
def test_a_change_that_makes_no_sense_is_refused(demo: Demonstration, change: Json) -> None:
    me = demo.person("viewer").get("/me").json()["id"]
    assert patched(demo, me, change).status_code == 422


def test_the_last_administrator_stays(own: Demonstration) -> None:
    first, second = (own.person(name).get("/me").json()["id"] for name in ("admin", "second-admin"))
    assert patched(own, second, {"status": "suspended"}).status_code == 200
    roles = [{"role": "viewer", "city": "*", "area": "all"}]
    for change in ({"status": "suspended"}, {"memberships": roles}):
        answer = patched(own, first, change)
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/last-administrator")
    assert own.person("admin").get("/me").status_code == 200, "nothing was changed, nobody signed out"


def test_an_invited_administrator_without_a_password_is_none_yet(own: Demonstration) -> None:
    roles = [{"role": "admin", "city": "*", "area": "all"}]
    own.person("admin").post("/users", json=body("invited@example.org", memberships=roles))
    second = own.person("second-admin").get("/me").json()["id"]
    first = own.person("admin").get("/me").json()["id"]
    assert patched(own, second, {"status": "suspended"}).status_code == 200
    assert patched(own, first, {"status": "suspended"}).status_code == 409


def test_accounts_are_found_by_role_city_status_and_text(demo: Demonstration) -> None:
    admin = demo.person("admin")

    def names(**filters: str) -> set[str]:
        items = admin.get("/users", params={"limit": 1000, **filters}).json()["items"]
        return {item["email"].partition("@")[0] for item in items if item["demo"]}

    assert names(role="auditor") == {"auditor"}
    assert names(city="bremerhaven") == {"bremerhaven", "bremerhaven-procurement"}
    assert names(city="*") == {"admin", "second-admin", "coordinator", "auditor", "viewer"}
    assert names(q="beschaffung") == {"bremerhaven-procurement"}
    assert names(status="suspended") == set()
    assert len(names()) == 10


def test_the_list_pages_and_comes_as_csv(demo: Demonstration) -> None:
    admin = demo.person("admin")
    first = admin.get("/users", params={"limit": 3, "sort": "-email", "count": "true"}).json()
    second = admin.get(first["next"].removeprefix("/api/v1")).json()
    emails = [item["email"] for item in first["items"] + second["items"]]
    assert emails == sorted(emails, reverse=True)
    assert first["total"] >= 10
    answer = admin.get("/users", params={"format": "csv"})
    assert answer.headers["cache-control"] == "no-store"
    assert answer.text.startswith("id,email,display_name,status,password_set,memberships,")


def test_the_trail_knows_accounts_by_id_only(demo: Demonstration) -> None:
    user = demo.a_user("erased@example.org")
    entries = demo.person("auditor").get("/audit", params={"record": user["id"], "format": "csv"}).text
    assert user["id"] in entries
    assert "erased" not in entries
