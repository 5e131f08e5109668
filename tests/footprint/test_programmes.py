"""Grant programmes over HTTP: what is said of days outside their period, and the funder's figures."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import (
    an_activity,
    changed,
    got,
    made,
    meals,
    patched,
    problem,
    refused_at,
    removed,
)
from tests.footprint.office import Office

Json = dict[str, Any]
GERMAN = {"Accept-Language": "de"}


def a_programme(**changes: Any) -> Json:
    return {
        "title_de": "Koordination",
        "funder": "Engagement Global",
        "starts_on": "2025-07-01",
        "ends_on": "2027-06-30",
        "own_share_cents": 1_000_000,
        "positions": [{"code": "1.2", "title_de": "Reisekosten", "planned_cents": 1_200_000}],
        "conditions": [{"text_de": "Der Fördergeber ist zu nennen."}],
        "city_ids": ["bremen", "windhoek"],
    } | changes


@pytest.fixture
def programme(coordinator: httpx.Client) -> Json:
    return made(coordinator, "/programmes", a_programme())


def of_meals(project: Json, programme: Json, day: str = "2026-09-14", **changes: Any) -> Json:
    paid = {"programme_id": programme["id"], "starts_on": day, "ends_on": day, "items": [meals(10)]}
    return an_activity(project, **{**paid, **changes})


def test_what_was_recorded_is_got_under_its_address(coordinator: httpx.Client) -> None:
    answer = coordinator.post("/programmes", json=a_programme(grant_reference="EG-1"))
    assert answer.status_code == 201, answer.text
    found = answer.json()
    again = coordinator.get(answer.headers["Location"].removeprefix("/api/v1"))
    assert (again.json(), again.headers["ETag"]) == (found, answer.headers["ETag"])
    assert (found["grant_reference"], found["currency"]) == ("EG-1", "EUR")
    assert found["positions"] == [
        {
            "code": "1.2",
            "title_de": "Reisekosten",
            "title_en": None,
            "planned_cents": 1_200_000,
            "changed_cents": None,
            "spent_cents": None,
        }
    ]
    assert found["conditions"] == [{"text_de": "Der Fördergeber ist zu nennen.", "text_en": None}]


def test_what_was_spent_is_noted_in_its_position(coordinator: httpx.Client, programme: Json) -> None:
    position = {**programme["positions"][0], "changed_cents": 900_000, "spent_cents": 0}
    found = changed(coordinator, f"/programmes/{programme['id']}", {"positions": [position]})
    assert found["positions"] == [position], "nothing spent is known, and is not the same as not known"
    assert (found["version"], found["own_share_cents"]) == (2, 1_000_000)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"title_de": None}, "/title_de title_missing"),
        ({"funder": ""}, "/funder string_too_short"),
        ({"ends_on": "2025-06-30"}, "/ends_on ends_before_start"),
        ({"starts_on": None}, "/starts_on day_expected"),
        ({"currency": "Euro"}, "/currency string_too_long"),
        ({"own_share_cents": -1}, "/own_share_cents greater_than_equal"),
        ({"own_share_cents": 0.5}, "/own_share_cents integer_expected"),
        ({"positions": [{"code": "1", "title_de": "A"}]}, "/positions/0/planned_cents missing"),
        ({"positions": [{"code": "1", "planned_cents": 1}]}, "/positions/0/title_de title_missing"),
        (
            {"positions": [{"code": "1", "title_en": "A", "planned_cents": 1}] * 2},
            "/positions/1/code position_repeated",
        ),
        ({"conditions": [{}]}, "/conditions/0/text_de text_missing"),
        ({"city_ids": ["atlantis"]}, "/city_ids/0 unknown_city"),
        ({"demo": True}, "/demo extra_forbidden"),
    ],
)
def test_what_a_programme_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, programme: Json, change: Json, place: str
) -> None:
    assert refused_at(patched(coordinator, f"/programmes/{programme['id']}", change)) == [place]
    assert got(coordinator, f"/programmes/{programme['id']}") == programme


def test_programmes_are_found_by_city_day_and_words(coordinator: httpx.Client, programme: Json) -> None:
    def ids(**filters: Any) -> list[str]:
        found = got(coordinator, "/programmes", limit=1000, **filters)["items"]
        return [each["id"] for each in found]

    other = made(coordinator, "/programmes", a_programme(city_ids=["durban"], title_de="Anderes"))
    assert programme["id"] in ids(city="windhoek", on="2027-06-30", q="koordination")
    assert other["id"] not in ids(city="windhoek")
    assert not {programme["id"], other["id"]} & set(ids(on="2027-07-01"))


def test_a_programme_that_activities_name_is_not_deleted(
    coordinator: httpx.Client, project: Json, programme: Json
) -> None:
    activity = made(coordinator, "/activities", of_meals(project, programme))
    path = f"/programmes/{programme['id']}"
    assert problem(removed(coordinator, path)) == (409, "/problems/in-use")
    changed(coordinator, f"/activities/{activity['id']}", {"programme_id": None})
    assert removed(coordinator, path).status_code == 204
    assert coordinator.get(path).status_code == 404


def test_who_has_not_seen_the_latest_state_changes_nothing(
    coordinator: httpx.Client, programme: Json
) -> None:
    path = f"/programmes/{programme['id']}"
    seen = coordinator.get(path).headers["ETag"]
    changed(coordinator, path, {"funder": "BMZ"})
    assert problem(coordinator.patch(path, json={}, headers={"If-Match": seen}))[0] == 412
    assert problem(coordinator.patch(path, json={}))[0] == 428


# --- activities and their notices -----------------------------------------------------------------


def test_an_activity_inside_the_period_gives_no_notice(
    coordinator: httpx.Client, project: Json, programme: Json
) -> None:
    for day in ("2025-07-01", "2027-06-30"):
        activity = made(coordinator, "/activities", of_meals(project, programme, day))
        assert (activity["programme_id"], activity["notices"]) == (programme["id"], [])
    assert made(coordinator, "/activities", an_activity(project))["notices"] == []


def test_a_day_outside_the_period_is_said_at_once_and_stored(
    coordinator: httpx.Client, project: Json, programme: Json
) -> None:
    body = of_meals(project, programme, "2027-07-03")
    answer = coordinator.post("/activities", json=body, headers=GERMAN)
    assert answer.status_code == 201
    (notice,) = answer.json()["notices"]
    assert (notice["code"], notice["pointer"]) == ("outside_programme_period", "/starts_on")
    assert notice["detail"] == "Der 3. Juli 2027 liegt nach dem Bewilligungszeitraum (bis 30. Juni 2027)."
    found = got(coordinator, f"/activities/{answer.json()['id']}")
    assert (
        found["notices"][0]["detail"]
        == "3 July 2027 lies after the period of the grant (until 30 June 2027)."
    )
    moved = changed(coordinator, f"/activities/{found['id']}", {"starts_on": "2025-06-30"})
    assert [(each["pointer"], each["detail"][:12]) for each in moved["notices"]] == [
        ("/starts_on", "30 June 2025"),
        ("/ends_on", "3 July 2027 "),
    ]


def test_a_notice_follows_the_period_and_is_not_taken_for_the_old_state(
    coordinator: httpx.Client, project: Json, programme: Json
) -> None:
    activity = made(coordinator, "/activities", of_meals(project, programme, "2027-06-30"))
    path = f"/activities/{activity['id']}"
    seen = coordinator.get(path).headers["ETag"]
    changed(coordinator, f"/programmes/{programme['id']}", {"ends_on": "2027-05-31"})
    answer = coordinator.get(path, headers={"If-None-Match": seen})
    assert (answer.status_code, len(answer.json()["notices"])) == (200, 1)
    assert coordinator.patch(path, json={}, headers={"If-Match": seen}).status_code == 412
    assert changed(coordinator, path, {"title": "Anders"})["notices"] == answer.json()["notices"]


def test_activities_are_found_by_their_programme(
    coordinator: httpx.Client, project: Json, programme: Json
) -> None:
    activity = made(coordinator, "/activities", of_meals(project, programme))
    made(coordinator, "/activities", an_activity(project))
    found = got(coordinator, "/activities", programme=programme["id"])["items"]
    assert [(each["id"], each["programme_id"]) for each in found] == [(activity["id"], programme["id"])]


def test_an_unknown_programme_is_refused(coordinator: httpx.Client, project: Json) -> None:
    nowhere = "0193b6b0-0000-7000-8000-00000000dead"
    answer = coordinator.post("/activities", json=an_activity(project, programme_id=nowhere))
    assert refused_at(answer) == ["/programme_id unknown_programme"]


def test_nobody_lets_an_activity_count_for_a_grant_of_other_cities(
    office: Office, coordinator: httpx.Client, programme: Json
) -> None:
    durban = office.person("editor", "durban")
    own = made(durban, "/cooperation-projects", {"title_de": "Eigenes", "city_ids": ["durban"]})
    assert problem(durban.post("/activities", json=of_meals(own, programme)))[0] == 403
    activity = made(durban, "/activities", an_activity(own))
    path = f"/activities/{activity['id']}"
    assert problem(patched(durban, path, {"programme_id": programme["id"]}))[0] == 403
    changed(coordinator, path, {"programme_id": programme["id"]})
    assert changed(durban, path, {"title": "Ours", "programme_id": programme["id"]})["title"] == "Ours"
    assert problem(patched(durban, path, {"programme_id": None}))[0] == 403, "nor takes it out of its figures"


# --- figures ----------------------------------------------------------------------------------------


def figures(client: httpx.Client, programme: Json) -> Json:
    return got(client, f"/programmes/{programme['id']}/figures")


def test_without_activities_there_are_no_figures_and_no_zero(
    coordinator: httpx.Client, programme: Json
) -> None:
    found = figures(coordinator, programme)
    assert [found[name] for name in ("ghg_kg", "ghg_low_kg", "ghg_high_kg", "non_co2_kg")] == [None] * 4
    assert (found["activities"], found["travellers"], found["left_out"]) == (0, None, [])


def test_one_activity_is_the_figure_with_its_range(
    coordinator: httpx.Client, project: Json, programme: Json
) -> None:
    activity = made(coordinator, "/activities", an_activity(project, programme_id=programme["id"]))
    found = figures(coordinator, programme)
    assert found["ghg_kg"] == activity["ghg_kg"]
    for name in ("ghg_low_kg", "ghg_high_kg"):
        assert found[name] == pytest.approx(activity[name], abs=0.0011)
    assert found["non_co2_kg"] == activity["footprint"]["non_co2_kg"]
    assert (found["activities"], found["travellers"], found["demo"]) == (1, 5, False)


def test_what_lies_outside_or_was_called_off_is_left_out_with_the_reason(
    coordinator: httpx.Client, project: Json, programme: Json
) -> None:
    made(coordinator, "/activities", of_meals(project, programme))
    made(coordinator, "/activities", of_meals(project, programme, participants=[]))
    late = made(coordinator, "/activities", of_meals(project, programme, "2027-06-30", ends_on="2027-07-01"))
    off = made(coordinator, "/activities", of_meals(project, programme, "2024-01-01", status="cancelled"))
    gone = made(coordinator, "/activities", of_meals(project, programme))
    assert removed(coordinator, f"/activities/{gone['id']}").status_code == 204
    found = figures(coordinator, programme)
    assert (found["ghg_kg"], found["activities"]) == (7.8, 2)
    assert (found["travellers"], found["activities_without_travellers"]) == (5, 1)
    reasons = {each["activity_id"]: [one["code"] for one in each["reasons"]] for each in found["left_out"]}
    assert reasons == {
        off["id"]: ["outside_programme_period", "cancelled"],
        late["id"]: ["outside_programme_period"],
    }
    assert found["left_out"][1]["reasons"][0]["detail"].startswith("1 July 2027 lies after")


def test_what_is_planned_is_told_apart_from_what_has_happened(
    coordinator: httpx.Client, project: Json, programme: Json
) -> None:
    made(coordinator, "/activities", of_meals(project, programme, status="done"))
    made(coordinator, "/activities", of_meals(project, programme))
    made(coordinator, "/activities", of_meals(project, programme, participants=[]))
    found = figures(coordinator, programme)
    names = ("status", "ghg_kg", "activities", "travellers", "activities_without_travellers")
    told = [tuple(each[name] for name in names) for each in found["by_status"]]
    assert told == [("done", 3.9, 1, 5, 0), ("planned", 7.8, 2, 5, 1)]
    assert found["ghg_kg"] == 11.7


def test_unchanged_figures_cost_a_304(coordinator: httpx.Client, project: Json, programme: Json) -> None:
    path = f"/programmes/{programme['id']}/figures"
    seen = coordinator.get(path).headers["ETag"]
    assert coordinator.get(path, headers={"If-None-Match": seen}).status_code == 304
    made(coordinator, "/activities", of_meals(project, programme))
    assert coordinator.get(path, headers={"If-None-Match": seen}).status_code == 200
    assert coordinator.get("/programmes/0193b6b0-0000-7000-8000-00000000dead/figures").status_code == 404
