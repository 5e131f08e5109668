"""Deputies: who stands in for whom, what they may do, and what the trail says of it."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import httpx
import pytest

from tests.people import Demonstration

Json = dict[str, Any]

TODAY = datetime.now(UTC).date()
_numbers = count(1)


def day(away: int) -> str:
    return (TODAY + timedelta(days=away)).isoformat()


@pytest.fixture
def two(demo: Demonstration) -> tuple[Json, Json]:
    """A coordinator who goes on holiday, and an editor of Durban who stays."""
    number = next(_numbers)
    away = demo.a_user(f"away-{number}@example.org", role="coordinator")
    here = demo.a_user(f"here-{number}@example.org", role="editor", city="durban")
    return away, here


def naming(two: tuple[Json, Json], **changes: Any) -> Json:
    return {"deputy_user_id": two[1]["id"], "starts_on": day(0), "ends_on": day(7)} | changes


def named(client: httpx.Client, body: Json) -> Json:
    answer = client.post("/deputies", json=body)
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    assert answer.headers["location"] == f"/api/v1/deputies/{found['id']}"
    return found


def acting_for(user: Json) -> dict[str, str]:
    return {"X-KB-Acting-For": user["id"]}


def slug(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def wrong(answer: httpx.Response) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(error["pointer"], error["code"]) for error in answer.json()["errors"]]


def a_project(city: str) -> Json:
    return {"title_de": "Vertretung", "city_ids": [city]}


def test_a_person_names_a_deputy_and_both_see_it(demo: Demonstration, two: tuple[Json, Json]) -> None:
    away, here = (demo.sign_in(user["email"]) for user in two)
    made = named(away, naming(two))
    assert (made["user_id"], made["deputy_user_id"]) == (two[0]["id"], two[1]["id"])
    assert made["user_name"] == made["deputy_name"] == "N"
    for client in (away, here, demo.person("admin")):
        assert made["id"] in [one["id"] for one in client.get("/deputies").json()["items"]]
        assert client.get(f"/deputies/{made['id']}").json() == made
    assert demo.person("viewer").get("/deputies").json()["items"] == []
    assert slug(demo.person("viewer").get(f"/deputies/{made['id']}")) == (404, "not-found")


def test_the_list_is_cut_to_a_day(demo: Demonstration, two: tuple[Json, Json]) -> None:
    away = demo.sign_in(two[0]["email"])
    named(away, naming(two))

    def on(away_days: int) -> int:
        return len(away.get("/deputies", params={"on": day(away_days)}).json()["items"])

    assert [on(-1), on(0), on(7), on(8)] == [0, 1, 1, 0]


def test_the_trail_says_for_whom_a_deputy_acted(demo: Demonstration, two: tuple[Json, Json]) -> None:
    named(demo.sign_in(two[0]["email"]), naming(two))
    here = demo.sign_in(two[1]["email"])
    made = here.post("/cooperation-projects", json=a_project("durban"), headers=acting_for(two[0]))
    assert made.status_code == 201, made.text
    in_own_name = here.post("/cooperation-projects", json=a_project("durban"))
    told = {
        record: demo.person("auditor").get("/audit", params={"record": record}).json()["items"][0]
        for record in (made.json()["id"], in_own_name.json()["id"])
    }
    assert [(entry["actor_id"], entry["acting_for_id"]) for entry in told.values()] == [
        (two[1]["id"], two[0]["id"]),
        (two[1]["id"], None),
    ]


def test_a_deputy_keeps_their_own_rights(demo: Demonstration, two: tuple[Json, Json]) -> None:
    named(demo.sign_in(two[0]["email"]), naming(two))
    here = demo.sign_in(two[1]["email"])
    answer = here.post("/cooperation-projects", json=a_project("bremen"), headers=acting_for(two[0]))
    assert slug(answer) == (403, "forbidden"), "the coordinator may, the editor of Durban may not"


@pytest.mark.parametrize("period", [(1, 7), (8, 9)])
def test_before_the_first_day_nobody_stands_in(
    demo: Demonstration, two: tuple[Json, Json], period: tuple[int, int]
) -> None:
    starts, ends = period
    named(demo.sign_in(two[0]["email"]), naming(two, starts_on=day(starts), ends_on=day(ends)))
    answer = demo.sign_in(two[1]["email"]).get("/plans", headers=acting_for(two[0]))
    assert slug(answer) == (403, "not-deputy")


def test_after_the_last_day_and_after_removal_nobody_stands_in(
    demo: Demonstration, two: tuple[Json, Json]
) -> None:
    away, here = (demo.sign_in(user["email"]) for user in two)
    made = named(away, naming(two, starts_on=day(-7)))
    path = f"/deputies/{made['id']}"

    def standing_in() -> int:
        return here.get("/plans", headers=acting_for(two[0])).status_code

    def tag() -> dict[str, str]:
        return {"If-Match": away.get(path).headers["etag"]}

    assert standing_in() == 200
    assert away.patch(path, json={"ends_on": day(-1)}, headers=tag()).status_code == 200
    assert standing_in() == 403
    assert away.patch(path, json={"ends_on": day(1)}, headers=tag()).status_code == 200
    assert standing_in() == 200
    assert away.delete(path, headers=tag()).status_code == 204
    assert standing_in() == 403
    assert slug(away.get(path)) == (404, "not-found")


@pytest.mark.parametrize("stranger", ["x", "00000000-0000-7000-8000-000000000000", ""])
def test_nobody_acts_for_somebody_they_are_no_deputy_of(
    demo: Demonstration, two: tuple[Json, Json], stranger: str
) -> None:
    here = demo.sign_in(two[1]["email"])
    assert slug(here.get("/plans", headers={"X-KB-Acting-For": stranger})) == (403, "not-deputy")
    assert slug(here.get("/plans", headers=acting_for(two[0]))) == (403, "not-deputy")


def test_standing_in_is_not_handed_on(demo: Demonstration, two: tuple[Json, Json]) -> None:
    third = demo.a_user(f"third-{next(_numbers)}@example.org")
    named(demo.sign_in(two[0]["email"]), naming(two))
    named(demo.sign_in(two[1]["email"]), naming(two, deputy_user_id=third["id"]))
    client = demo.sign_in(third["email"])
    assert client.get("/plans", headers=acting_for(two[1])).status_code == 200
    assert slug(client.get("/plans", headers=acting_for(two[0]))) == (403, "not-deputy")


def test_a_program_stands_in_for_nobody(demo: Demonstration, two: tuple[Json, Json]) -> None:
    program = demo.program(demo.a_program("durban", "plans:read"))
    assert slug(program.get("/plans", headers=acting_for(two[0]))) == (403, "not-deputy")


def test_only_administrators_name_deputies_for_others(demo: Demonstration, two: tuple[Json, Json]) -> None:
    for_away = naming(two, user_id=two[0]["id"])
    assert slug(demo.sign_in(two[1]["email"]).post("/deputies", json=for_away)) == (403, "forbidden")
    made = named(demo.person("admin"), for_away)
    path = f"/deputies/{made['id']}"
    here = demo.sign_in(two[1]["email"])
    tag = {"If-Match": here.get(path).headers["etag"]}
    assert slug(here.patch(path, json={"ends_on": day(900)}, headers=tag)) == (403, "forbidden")
    assert slug(here.delete(path, headers=tag)) == (403, "forbidden")
    assert here.get(path).json() == made


def test_what_does_not_fit_is_refused_at_its_place(demo: Demonstration, two: tuple[Json, Json]) -> None:
    away = demo.sign_in(two[0]["email"])
    nobody = "00000000-0000-7000-8000-000000000000"
    for changes, place in (
        ({"deputy_user_id": two[0]["id"]}, ("/deputy_user_id", "deputy_is_oneself")),
        ({"deputy_user_id": nobody}, ("/deputy_user_id", "unknown_user")),
        ({"ends_on": day(-1)}, ("/ends_on", "ends_before_start")),
        ({"starts_on": day(-9), "ends_on": day(-1)}, ("/ends_on", "ends_in_the_past")),
    ):
        assert wrong(away.post("/deputies", json=naming(two, **changes))) == [place]
    of_nobody = naming(two, user_id=nobody)
    assert wrong(demo.person("admin").post("/deputies", json=of_nobody)) == [("/user_id", "unknown_user")]
    path = f"/deputies/{named(away, naming(two))['id']}"
    tag = {"If-Match": away.get(path).headers["etag"]}
    for body, place in (
        ({"deputy_user_id": two[0]["id"]}, ("/deputy_user_id", "deputy_is_oneself")),
        ({"ends_on": day(-1)}, ("/ends_on", "ends_before_start")),
    ):
        assert wrong(away.patch(path, json=body, headers=tag)) == [place]
    assert slug(away.patch(path, json={})) == (428, "if-match-required")
    assert slug(away.patch(path, json={}, headers={"If-Match": '"old"'})) == (412, "stale")


def test_colleagues_show_functions_and_no_addresses(demo: Demonstration, two: tuple[Json, Json]) -> None:
    answer = demo.person("viewer").get("/colleagues", params={"role": "coordinator", "limit": 1000})
    found = {one["id"]: one for one in answer.json()["items"]}
    assert found[two[0]["id"]] == {
        "id": two[0]["id"],
        "display_name": "N",
        "memberships": [{"role": "coordinator", "city": "*", "area": "all"}],
    }
    assert two[1]["id"] not in found
    assert "@" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_who_cannot_sign_in_is_no_colleague(demo: Demonstration) -> None:
    number = next(_numbers)
    held = {"role": "viewer", "city": "durban", "area": "all"}
    invited = {"email": f"invited-{number}@example.org", "display_name": "N", "memberships": [held]}
    made = demo.person("admin").post("/users", json=invited).json()
    found = demo.person("viewer").get("/colleagues", params={"limit": 1000}).json()["items"]
    assert made["id"] not in [one["id"] for one in found]
