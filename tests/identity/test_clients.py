"""Service clients: proposed by one administrator, approved by another, limited to scopes and a city."""

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.installations import rows
from tests.people import Demonstration, a_demonstration, demonstrating

Json = dict[str, Any]


def a_client(**changes: Any) -> Json:
    scopes = ["plans:read", "activities:write"]
    return {"name": "Nightly sync", "city": "durban", "area": "climate", "scopes": scopes} | changes


def asked(demo: Demonstration, made: Json, **form: str) -> httpx.Response:
    secret = {"client_id": made["client_id"], "client_secret": made["client_secret"]}
    whole = {"grant_type": "client_credentials", **secret, **form}
    return demo.client().post("/oauth/token", data=whole)


def problem(answer: httpx.Response) -> tuple[int, str, str]:
    body = answer.json()
    return answer.status_code, body["type"], body.get("error", "")


def test_a_proposed_client_gets_no_token_before_another_person_approves(demo: Demonstration) -> None:
    answer = demo.person("admin").post("/service-clients", json=a_client())
    assert answer.status_code == 201
    made = answer.json()
    path = f"/service-clients/{made['id']}"
    assert (made["status"], made["client_id"], answer.headers["location"]) == (
        "proposed",
        made["id"],
        f"/api/v1{path}",
    )
    assert problem(asked(demo, made)) == (401, "/problems/invalid-client", "invalid_client")
    refused = demo.person("admin").post(f"{path}/approvals")
    assert problem(refused)[:2] == (403, "/problems/second-person-required")
    approved = demo.person("second-admin").post(f"{path}/approvals")
    assert approved.status_code == 201
    assert approved.json()["approved_by"] != approved.json()["proposed_by"]
    assert asked(demo, made).status_code == 200
    again = demo.person("second-admin").post(f"{path}/approvals")
    assert problem(again)[:2] == (409, "/problems/not-pending")
    assert demo.person("admin").get(path).json()["status"] == "active"


def test_the_secret_is_shown_once_and_kept_as_a_hash(demo: Demonstration) -> None:
    made = demo.a_program("durban", "plans:read")
    listed = demo.person("admin").get("/service-clients", params={"prefix": made["secret_prefix"]})
    assert [item["id"] for item in listed.json()["items"]] == [made["id"]]
    assert made["client_secret"] not in listed.text
    assert made["client_secret"] not in demo.person("admin").get(f"/service-clients/{made['id']}").text
    assert made["client_secret"] not in str(rows(demo.settings, "SELECT * FROM service_client"))


def test_a_token_comes_by_basic_and_by_form(demo: Demonstration) -> None:
    made = demo.a_program("durban", "plans:read", "activities:write")
    by_form = asked(demo, made)
    basic = httpx.BasicAuth(made["client_id"], made["client_secret"])
    by_basic = demo.client().post("/oauth/token", data={"grant_type": "client_credentials"}, auth=basic)
    for answer in (by_form, by_basic):
        body = answer.json()
        assert (body["token_type"], body["expires_in"]) == ("Bearer", 600)
        assert body["scope"] == "activities:write plans:read"
        assert answer.headers["cache-control"] == "no-store"


def test_a_narrower_scope_is_granted_and_a_wider_one_refused(demo: Demonstration) -> None:
    made = demo.a_program("durban", "plans:read", "activities:write")
    assert asked(demo, made, scope="plans:read").json()["scope"] == "plans:read"
    assert asked(demo, made, scope="").json()["scope"] == "activities:write plans:read", "empty is left out"
    for scope in ("plans:write", "plans:read plans:write", "nonsense"):
        assert problem(asked(demo, made, scope=scope)) == (400, "/problems/invalid-scope", "invalid_scope")


def test_other_grants_are_refused(demo: Demonstration) -> None:
    made = demo.a_program("durban", "plans:read")
    for grant in ("password", "authorization_code", "refresh_token"):
        expected = (400, "/problems/unsupported-grant-type", "unsupported_grant_type")
        assert problem(asked(demo, made, grant_type=grant)) == expected


@pytest.mark.parametrize(
    "authorization",
    [
        "Basic",
        "Basic !",
        "Bearer x",
        "Basic " + "QQ" * 2000,
        *("Basic " + base64.b64encode(said).decode() for said in (b"no colon", b"\x00\xff:\xff", b"a\x00:b")),
    ],
)
def test_damaged_credentials_are_no_client(demo: Demonstration, authorization: str) -> None:
    headers = {"Authorization": authorization}
    answer = demo.client().post("/oauth/token", data={"grant_type": "client_credentials"}, headers=headers)
    assert problem(answer) == (401, "/problems/invalid-client", "invalid_client")
    assert answer.headers["www-authenticate"] == 'Bearer, Basic realm="klimabruecke"'


def test_credentials_in_two_places_are_none(demo: Demonstration) -> None:
    made = demo.a_program("durban", "plans:read")
    basic = httpx.BasicAuth(made["client_id"], made["client_secret"])
    form = {"grant_type": "client_credentials", "client_secret": made["client_secret"]}
    answer = demo.client().post("/oauth/token", data=form, auth=basic)
    assert problem(answer)[2] == "invalid_client"


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b"{}", "application/json", 415),
        (b"grant_type=x", "multipart/form-data; boundary=x", 415),
        (b"grant_type=x", "", 415),
        (b"", "application/x-www-form-urlencoded", 422),
        (b"grant_type=a&more=b", "application/x-www-form-urlencoded", 422),
        (b"grant_type=a&client_id=%00", "application/x-www-form-urlencoded", 422),
        (b"grant_type=a&client_id=\xff\xfe", "application/x-www-form-urlencoded", 422),
        (b"&".join(b"a=b" for _ in range(2000)), "application/x-www-form-urlencoded", 400),
    ],
)
def test_only_the_form_is_read(demo: Demonstration, content: bytes, media_type: str, status: int) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    answer = demo.client().post("/oauth/token", content=content, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_revoked_client_is_out_at_once(demo: Demonstration) -> None:
    made = demo.a_program("durban", "plans:read")
    program, admin, path = demo.program(made), demo.person("admin"), f"/service-clients/{made['id']}"
    assert program.get("/plans").status_code == 200
    tag = admin.get(path).headers["etag"]
    revoked = admin.patch(path, json={"status": "revoked"}, headers={"If-Match": tag})
    assert revoked.json()["status"] == "revoked"
    assert program.get("/plans").status_code == 401
    assert problem(asked(demo, made))[0] == 401
    assert problem(demo.person("second-admin").post(f"{path}/approvals"))[0] == 409


def test_a_deleted_client_is_out_and_no_longer_shown(demo: Demonstration) -> None:
    made = demo.a_program("durban", "plans:read")
    program, admin, path = demo.program(made), demo.person("admin"), f"/service-clients/{made['id']}"
    assert admin.delete(path).status_code == 428
    tag = admin.get(path).headers["etag"]
    assert admin.delete(path, headers={"If-Match": tag}).status_code == 204
    assert program.get("/plans").status_code == 401
    assert admin.get(path).status_code == 404
    assert problem(asked(demo, made))[0] == 401


def test_a_client_ends_after_its_last_day(tmp_path: Path) -> None:
    last_minute = datetime(2026, 11, 24, 23, 59, tzinfo=UTC)
    with a_demonstration(tmp_path, now=last_minute) as still:
        body = a_client(scopes=["plans:read"], expires_on="2026-11-24")
        made = still.person("admin").post("/service-clients", json=body).json()
        still.person("second-admin").post(f"/service-clients/{made['id']}/approvals")
        token = {"Authorization": still.program(made).headers["Authorization"]}
        assert still.client().get("/plans", headers=token).status_code == 200
        midnight = still.settings.model_copy(update={"now": last_minute + timedelta(minutes=1)})
        with demonstrating(midnight) as later:
            assert asked(later, made).status_code == 401
            assert later.client().get("/plans", headers=token).status_code == 401


def test_what_was_approved_stays_as_it_was_approved(demo: Demonstration) -> None:
    made = demo.a_program("durban", "plans:read")
    admin, path = demo.person("admin"), f"/service-clients/{made['id']}"
    tag = admin.get(path).headers["etag"]
    for change in ({"scopes": ["plans:write"]}, {"city": "bremen"}, {"area": "all"}, {"status": "active"}):
        assert admin.patch(path, json=change, headers={"If-Match": tag}).status_code == 422
    renamed = admin.patch(path, json={"name": "Renamed", "expires_on": None}, headers={"If-Match": tag})
    assert renamed.json()["name"] == "Renamed"


@pytest.mark.parametrize(
    "change",
    [
        {"city": "*"},
        {"city": "atlantis"},
        {"scopes": []},
        {"scopes": ["plans"]},
        {"scopes": ["plans:delete"]},
        {"area": "x"},
        {"status": "active"},
    ],
)
def test_a_proposal_that_cannot_be_is_refused(demo: Demonstration, change: Json) -> None:
    assert demo.person("admin").post("/service-clients", json=a_client(**change)).status_code == 422


def test_the_day_of_the_last_use_is_shown(demo: Demonstration) -> None:
    made = demo.a_program("durban", "plans:read")
    admin, path = demo.person("admin"), f"/service-clients/{made['id']}"
    assert admin.get(path).json()["last_used_on"] is None
    before = admin.get("/service-clients").headers["etag"]
    demo.program(made)
    assert admin.get(path).json()["last_used_on"] == datetime.now(UTC).date().isoformat()
    assert admin.get("/service-clients").headers["etag"] != before


def test_a_client_does_what_its_scope_says_in_its_own_city(demo: Demonstration) -> None:
    reads = demo.program(demo.a_program("durban", "plans:read"))
    assert reads.get("/plans").status_code == 200
    assert reads.get("/activities").status_code == 403
    writes = demo.program(demo.a_program("durban", "cooperation-projects:write"))
    for cities, status in ((["durban"], 201), (["bremen"], 403), (["bremen", "durban"], 201)):
        body = {"title_de": "Neu", "city_ids": cities}
        assert writes.post("/cooperation-projects", json=body).status_code == status
    assert writes.get("/cooperation-projects").status_code == 403, "who may write may not read by that alone"


@pytest.mark.parametrize("path", ["/me", "/users", "/service-clients", "/audit"])
def test_a_client_is_no_person(demo: Demonstration, path: str) -> None:
    every = demo.program(
        demo.a_program("durban", "me:read", "users:read", "service-clients:read", "audit:read")
    )
    assert every.get(path).status_code == 403
