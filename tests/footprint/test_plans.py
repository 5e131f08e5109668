"""Plans over HTTP: alternatives side by side, each computed and kept."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import (
    a_plan,
    changed,
    delegation_items,
    got,
    made,
    meals,
    patched,
    problem,
    refused_at,
    removed,
)

Json = dict[str, Any]


@pytest.fixture
def plan(coordinator: httpx.Client, project: Json) -> Json:
    return made(coordinator, "/plans", a_plan(project))


def derived(client: httpx.Client, plan: Json, change: str, **parameters: Any) -> httpx.Response:
    body = {
        "from_alternative_id": plan["alternatives"][0]["id"],
        "change": change,
        "parameters": parameters,
    }
    return client.post(f"/plans/{plan['id']}/alternatives", json=body)


def test_a_plan_shows_its_figures_with_range_and_the_effect_beyond_co2(plan: Json) -> None:
    found = plan["alternatives"][0]["footprint"]
    assert (found["ghg_kg"], found["ghg_low_kg"], found["ghg_high_kg"]) == (8850.054, 6728.007, 10972.101)
    assert found["climate_effect_kg"]["central"] == pytest.approx(13_100, abs=10)
    assert found["items"][0]["factors"][0]["value"] == 24.0
    assert plan["status"] == "open"
    assert plan["alternatives"][0]["saving"] is None


def test_what_is_got_is_what_was_made(coordinator: httpx.Client, plan: Json) -> None:
    assert got(coordinator, f"/plans/{plan['id']}") == plan


def test_a_plan_needs_no_more_than_title_project_and_alternatives(
    coordinator: httpx.Client, project: Json
) -> None:
    body = a_plan(project)
    del body["on"]
    found = made(coordinator, "/plans", body)
    assert found["kind"] == "trip"
    assert found["on"] == found["created_at"][:10]


def test_items_are_kept_with_every_default_written_out(coordinator: httpx.Client, plan: Json) -> None:
    assert plan["alternatives"][0]["items"][0] == {
        "type": "flight",
        "from": "BRE",
        "to": "FRA",
        "cabin": "economy",
        "travellers": 5,
        "return": True,
    }
    again = {"label": "Once more", "items": plan["alternatives"][0]["items"]}
    copied = made(coordinator, f"/plans/{plan['id']}/alternatives", again)
    assert copied["items"] == plan["alternatives"][0]["items"]


def test_a_saving_stands_against_the_first_alternative_with_its_range(
    coordinator: httpx.Client, plan: Json
) -> None:
    assert derived(coordinator, plan, "fewer_travellers", travellers=3).status_code == 201
    saving = got(coordinator, f"/plans/{plan['id']}")["alternatives"][1]["saving"]
    assert saving == {"ghg_kg": 3540.022, "low_kg": 2691.204, "high_kg": 4388.84, "pct": 40.0}


def test_an_item_that_cannot_be_computed_is_refused_at_its_place(
    coordinator: httpx.Client, project: Json
) -> None:
    wrong = {"label": "B", "items": [{"type": "flight", "from": "BRE", "to": "XXX"}]}
    body = a_plan(project)
    body["alternatives"].append(wrong)
    assert refused_at(coordinator.post("/plans", json=body)) == ["/alternatives/1/items/0/to unknown_airport"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"project_id": "0193b6b0-0000-7000-8000-00000000dead"}, "/project_id unknown_project"),
        ({"on": "1999-01-01"}, "/on day_out_of_range"),
        ({"alternatives": []}, "/alternatives too_short"),
        ({"traveller": "Erika Mustermann"}, "/traveller extra_forbidden"),
        ({"title": ""}, "/title string_too_short"),
    ],
)
def test_what_a_plan_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, project: Json, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/plans", json=a_plan(project, **change))) == [place]


def test_another_day_computes_all_alternatives_anew(coordinator: httpx.Client, project: Json) -> None:
    coach = {"type": "car", "country": "GB", "distance_km": 100}
    plan = made(
        coordinator,
        "/plans",
        a_plan(project, alternatives=[{"label": "A", "items": [coach]}], on="2025-06-01"),
    )
    before = plan["alternatives"][0]["footprint"]
    assert before["warnings"] == []
    after = changed(coordinator, f"/plans/{plan['id']}", {"on": "2028-06-01"})
    warnings = {warning["code"] for warning in after["alternatives"][0]["footprint"]["warnings"]}
    assert warnings == {"older_factor_set"}
    assert after["on"] == "2028-06-01"


def test_a_title_may_not_be_cleared(coordinator: httpx.Client, plan: Json) -> None:
    assert refused_at(patched(coordinator, f"/plans/{plan['id']}", {"title": None})) == ["/title string_type"]


def test_other_items_are_computed_at_once(coordinator: httpx.Client, plan: Json) -> None:
    path = f"/plans/{plan['id']}/alternatives/{plan['alternatives'][0]['id']}"
    found = changed(coordinator, path, {"items": [meals(100)]})
    assert found["footprint"]["ghg_kg"] == 39
    assert got(coordinator, path) == found
    assert got(coordinator, f"/plans/{plan['id']}")["alternatives"][0]["footprint"]["ghg_kg"] == 39


def test_the_plan_of_a_changed_alternative_is_stale(coordinator: httpx.Client, plan: Json) -> None:
    path = f"/plans/{plan['id']}"
    seen = coordinator.get(path).headers["ETag"]
    changed(coordinator, f"{path}/alternatives/{plan['alternatives'][0]['id']}", {"label": "Another"})
    answer = coordinator.patch(path, json={"title": "Mine"}, headers={"If-Match": seen})
    assert problem(answer) == (412, "/problems/stale")


def test_a_change_needs_the_etag_of_what_was_seen(coordinator: httpx.Client, plan: Json) -> None:
    path = f"/plans/{plan['id']}"
    assert problem(coordinator.patch(path, json={"title": "B"})) == (428, "/problems/if-match-required")
    assert problem(coordinator.delete(path)) == (428, "/problems/if-match-required")


def test_an_etag_read_in_german_serves_a_change_in_english(coordinator: httpx.Client, plan: Json) -> None:
    path = f"/plans/{plan['id']}"
    german = coordinator.get(path, headers={"Accept-Language": "de"})
    assert german.headers["Content-Language"] == "de"
    answer = coordinator.patch(path, json={"title": "B"}, headers={"If-Match": german.headers["ETag"]})
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == "en"
    assert german.headers["ETag"] != coordinator.get(path).headers["ETag"]


def test_an_unchanged_plan_costs_a_304_and_is_never_public(coordinator: httpx.Client, plan: Json) -> None:
    first = coordinator.get(f"/plans/{plan['id']}")
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = coordinator.get(f"/plans/{plan['id']}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_the_last_alternative_stays(coordinator: httpx.Client, plan: Json) -> None:
    first = f"/plans/{plan['id']}/alternatives/{plan['alternatives'][0]['id']}"
    assert problem(removed(coordinator, first)) == (409, "/problems/in-use")
    second = {"label": "B", "items": [meals()]}
    made(coordinator, f"/plans/{plan['id']}/alternatives", second)
    assert removed(coordinator, first).status_code == 204
    assert coordinator.get(first).status_code == 404
    assert [each["label"] for each in got(coordinator, f"/plans/{plan['id']}")["alternatives"]] == ["B"]


def test_a_plan_holds_twelve_alternatives(coordinator: httpx.Client, plan: Json) -> None:
    path = f"/plans/{plan['id']}/alternatives"
    for number in range(11):
        made(coordinator, path, {"label": f"No. {number}", "items": [meals()]})
    answer = coordinator.post(path, json={"label": "One more", "items": [meals()]})
    assert refused_at(answer) == [" too_many_alternatives"]


def test_a_deleted_plan_is_gone(coordinator: httpx.Client, project: Json, plan: Json) -> None:
    assert removed(coordinator, f"/plans/{plan['id']}").status_code == 204
    assert coordinator.get(f"/plans/{plan['id']}").status_code == 404
    assert got(coordinator, "/plans", project=project["id"])["items"] == []


def test_the_list_is_filtered_and_counts_alternatives(
    coordinator: httpx.Client, project: Json, plan: Json
) -> None:
    made(coordinator, "/plans", a_plan(project, title="Zebra", kind="event", on="2027-01-01"))
    made(coordinator, f"/plans/{plan['id']}/alternatives", {"label": "B", "items": delegation_items(2)})

    def titles(**filters: Any) -> list[str]:
        found = got(coordinator, "/plans", project=project["id"], **filters)["items"]
        return [each["title"] for each in found]

    assert titles(sort="title") == ["Delegation", "Zebra"]
    assert titles(kind="event") == ["Zebra"]
    assert titles(q="zeb") == ["Zebra"]
    assert titles(on_max="2026-12-31") == ["Delegation"]
    assert titles(status="open", sort="-title") == ["Zebra", "Delegation"]
    assert titles(status="decided") == []
    assert titles(city="windhoek", sort="on") == ["Delegation", "Zebra"]
    assert titles(city="durban") == []
    row = got(coordinator, "/plans", project=project["id"], q="delegation")["items"][0]
    assert (row["alternatives"], row["ghg_kg"], row["decided_at"]) == (2, None, None)


# --- alternatives made by a change ---------------------------------------------------------------


def test_rail_to_the_hub_replaces_the_short_flight(coordinator: httpx.Client, plan: Json) -> None:
    made_one = derived(coordinator, plan, "rail_to_hub").json()
    assert made_one["items"][0] == {
        "type": "rail",
        "from": "BRE",
        "to": "FRA",
        "country": "DE",
        "travellers": 5,
        "return": True,
    }
    assert made_one["items"][1:] == plan["alternatives"][0]["items"][1:]
    assert made_one["parameters"] == {"hub": "FRA", "country": "DE", "max_km": 1000}
    assert made_one["label"] == "Rail to the long flight"
    assert made_one["footprint"]["ghg_kg"] == pytest.approx(8410, abs=5)


def test_a_hybrid_from_the_rail_alternative_sends_two_and_shows_the_video(
    coordinator: httpx.Client, plan: Json
) -> None:
    by_rail = derived(coordinator, plan, "rail_to_hub").json()
    body = {"from_alternative_id": by_rail["id"], "change": "hybrid", "parameters": {"travellers": 2}}
    found = made(coordinator, f"/plans/{plan['id']}/alternatives", body)
    assert found["items"][-1] == {"type": "video", "participants": 5, "hours": 12}
    assert found["parameters"] == {"travellers": 2, "participants": 5, "hours": 12}
    assert found["footprint"]["ghg_kg"] == pytest.approx(3370, abs=5)


def test_online_only_keeps_what_is_sent(coordinator: httpx.Client, project: Json) -> None:
    parcel = {"type": "freight", "mode": "sea_container", "mass_kg": 20, "distance_km": 11000}
    items = [*delegation_items(), meals(), parcel]
    plan = made(coordinator, "/plans", a_plan(project, alternatives=[{"label": "A", "items": items}]))
    found = derived(coordinator, plan, "online_only", hours=6.5).json()
    assert [item["type"] for item in found["items"]] == ["freight", "video"]
    assert found["items"][1] == {"type": "video", "participants": 5, "hours": 6.5}


def test_one_longer_stay_merges_journeys_that_stand_there_twice(
    coordinator: httpx.Client, project: Json
) -> None:
    twice = [*delegation_items(), *delegation_items()]
    plan = made(coordinator, "/plans", a_plan(project, alternatives=[{"label": "A", "items": twice}]))
    found = derived(coordinator, plan, "one_longer_stay").json()
    assert found["items"] == [
        *plan["alternatives"][0]["items"][:2],
        {"type": "hotel", "country": "NA", "rooms": 5, "nights": 12},
    ]
    assert found["parameters"] == {"travellers": 5, "nights": 12}


@pytest.mark.parametrize(
    ("change", "parameters", "place"),
    [
        ("fewer_travellers", {"travellers": 5}, "/parameters/travellers not_fewer"),
        ("fewer_travellers", {"travellers": 0}, "/parameters/travellers greater_than_equal"),
        ("fewer_travellers", {"hours": 3}, "/parameters/hours extra_forbidden"),
        ("rail_to_hub", {"hub": "MUC"}, "/parameters/hub no_feeder_flight"),
        ("rail_to_hub", {"hub": "FRA", "country": "ZA"}, "/change country_without_factor"),
        ("rail_to_hub", {"hub": "Frankfurt"}, "/parameters/hub string_pattern_mismatch"),
        ("one_longer_stay", {"nights": 2}, "/parameters/nights not_longer"),
        ("hybrid", {"travellers": 9}, "/parameters/travellers not_fewer"),
        ("teleport", {}, "/change unknown_change"),
        ("untagged", {}, "/change unknown_change"),
    ],
)
def test_a_change_that_does_not_fit_is_refused_at_what_would_make_it_fit(
    coordinator: httpx.Client, plan: Json, change: str, parameters: Json, place: str
) -> None:
    assert refused_at(derived(coordinator, plan, change, **parameters)) == [place]


def test_who_names_another_alternative_says_what_is_different(coordinator: httpx.Client, plan: Json) -> None:
    body = {"from_alternative_id": plan["alternatives"][0]["id"]}
    answer = coordinator.post(f"/plans/{plan['id']}/alternatives", json=body)
    assert refused_at(answer) == ["/change unknown_change"]
    assert "fewer_travellers" in answer.json()["errors"][0]["detail"]
    assert "untagged" not in answer.text


@pytest.mark.parametrize("blank", ["   ", "\n", "\u00a0", "\u200b"])
def test_blanks_are_no_reason_and_no_title(coordinator: httpx.Client, plan: Json, blank: str) -> None:
    chosen = {"alternative_id": plan["alternatives"][0]["id"], "reason": blank}
    answer = coordinator.post(f"/plans/{plan['id']}/decisions", json=chosen)
    assert refused_at(answer) == ["/reason string_pattern_mismatch"]
    assert got(coordinator, f"/plans/{plan['id']}")["status"] == "open"
    assert refused_at(coordinator.post("/cooperation-projects", json={"title_de": blank, "city_ids": []}))


def test_a_change_needs_an_alternative_of_this_plan(
    coordinator: httpx.Client, project: Json, plan: Json
) -> None:
    other = made(coordinator, "/plans", a_plan(project))
    body = {"from_alternative_id": other["alternatives"][0]["id"], "change": "online_only"}
    answer = coordinator.post(f"/plans/{plan['id']}/alternatives", json=body)
    assert refused_at(answer) == ["/from_alternative_id unknown_alternative"]


def test_an_alternative_with_items_of_its_own_is_not_derived_any_more(
    coordinator: httpx.Client, plan: Json
) -> None:
    found = derived(coordinator, plan, "online_only").json()
    path = f"/plans/{plan['id']}/alternatives/{found['id']}"
    after = changed(coordinator, path, {"items": [meals()]})
    assert (after["change"], after["parameters"], after["from_alternative_id"]) == (None, None, None)


def test_who_read_a_plan_compressed_may_change_it(coordinator: httpx.Client, plan: Json) -> None:
    read = coordinator.get(f"/plans/{plan['id']}", headers={"Accept-Encoding": "gzip"})
    assert read.headers["Content-Encoding"] == "gzip"
    assert read.headers["ETag"].endswith('-gzip"')
    answer = coordinator.patch(
        f"/plans/{plan['id']}",
        json={"title": "Neu"},
        headers={"If-Match": read.headers["ETag"], "Accept-Encoding": "identity"},
    )
    assert answer.status_code == 200, answer.text
