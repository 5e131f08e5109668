"""The trail over HTTP: for auditors and administrators, an auditor of one city sees that city's chain."""

import httpx
import pytest

from tests.people import Demonstration

Entry = dict[str, object]


def entries(client: httpx.Client, **filters: str | list[str]) -> list[Entry]:
    answer = client.get("/audit", params={"limit": "1000", **filters})
    assert answer.status_code == 200, answer.text
    found: list[Entry] = answer.json()["items"]
    return found


def chains(found: list[Entry]) -> set[object]:
    return {entry["chain"] for entry in found}


@pytest.mark.parametrize("name", ["auditor", "admin"])
def test_the_newest_entry_stands_first(demo: Demonstration, name: str) -> None:
    user = demo.a_user(f"newest-{name}@example.org")
    found = entries(demo.person(name))
    assert [entry["at"] for entry in found] == sorted((entry["at"] for entry in found), reverse=True)  # type: ignore[type-var]
    assert user["id"] in {entry["resource_id"] for entry in found[:6]}


def test_it_is_filtered_by_chain_actor_resource_action_and_time(demo: Demonstration) -> None:
    auditor = demo.person("auditor")
    admin = demo.person("admin").get("/me").json()["id"]
    made = demo.a_program("windhoek", "plans:read")
    assert chains(entries(auditor, chain="windhoek")) == {"windhoek"}
    assert chains(entries(auditor, chain=["windhoek", "platform"])) == {"windhoek", "platform"}
    assert {entry["actor_id"] for entry in entries(auditor, actor=admin)} == {admin}
    about = entries(auditor, resource="service_client", record=made["id"])
    assert [entry["action"] for entry in about] == ["approve", "create"]
    assert {entry["action"] for entry in entries(auditor, action="sign_in")} == {"sign_in"}
    moment = str(about[0]["at"])
    since = entries(auditor, since=moment)
    assert since
    assert all(str(entry["at"]) >= moment for entry in since)
    until = entries(auditor, until=moment)
    assert until
    assert all(str(entry["at"]) < moment for entry in until)
    assert entries(auditor, since=moment, until=moment) == []


@pytest.mark.parametrize("name", ["since", "until"])
@pytest.mark.parametrize(
    "moment",
    [
        "0",
        "2026-11-24",
        "yesterday",
        "2026-11-24T08:00:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:00:00-14:00",
    ],
)
def test_a_moment_is_written_out_with_its_zone(demo: Demonstration, moment: str, name: str) -> None:
    answer = demo.person("auditor").get("/audit", params={name: moment})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == f"/query/{name}"


def test_an_auditor_of_one_city_sees_its_chain_only(demo: Demonstration) -> None:
    demo.a_program("windhoek", "plans:read")
    demo.a_user("windhoek.auditor@example.org", role="auditor", city="windhoek")
    auditor = demo.sign_in("windhoek.auditor@example.org")
    assert chains(entries(auditor)) == {"windhoek"}
    assert chains(entries(auditor, chain="windhoek")) == {"windhoek"}
    assert auditor.get("/audit", params={"chain": "durban"}).status_code == 404
    assert auditor.get("/audit", params={"chain": "platform"}).status_code == 404
    counted = auditor.get("/audit", params={"count": "true", "limit": "1"}).json()
    assert counted["total"] == len(entries(auditor))


def test_the_same_address_has_another_etag_for_who_sees_less(demo: Demonstration) -> None:
    demo.a_user("durban.auditor@example.org", role="auditor", city="durban")
    some = demo.sign_in("durban.auditor@example.org")
    everything = demo.person("auditor")
    assert some.get("/audit").headers["etag"] != everything.get("/audit").headers["etag"]


def test_the_list_is_unchanged_until_something_is_written(demo: Demonstration) -> None:
    auditor = demo.person("auditor")
    tag = auditor.get("/audit").headers["etag"]
    same = auditor.get("/audit", headers={"If-None-Match": tag})
    assert (same.status_code, same.headers["cache-control"]) == (304, "no-store")
    demo.sign_in("viewer")
    assert auditor.get("/audit", headers={"If-None-Match": tag}).status_code == 200


def test_it_pages_without_gaps(demo: Demonstration) -> None:
    auditor = demo.person("auditor")
    whole = [entry["id"] for entry in entries(auditor, chain="platform", action="create", resource="user")]
    paged: list[object] = []
    address: str | None = "/audit?chain=platform&action=create&resource=user&limit=3"
    while address:
        page = auditor.get(address).json()
        paged += [entry["id"] for entry in page["items"]]
        address = page["next"] and page["next"].removeprefix("/api/v1")
    assert paged == whole
    assert len(paged) > 6
