"""Measures over HTTP: what they can be, who sees and writes them, that they are still right."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import changed, got, made, patched, problem, refused_at, removed
from tests.measures.records import a_measure, a_reduction, ids
from tests.people import Demonstration

Json = dict[str, Any]


@pytest.fixture(scope="module")
def measure(bremen: httpx.Client) -> Json:
    return made(bremen, "/measures", a_measure())


def test_a_measure_is_kept_with_its_effects_in_any_unit(bremen: httpx.Client, visitor: httpx.Client) -> None:
    effects = [a_reduction(source_id="S101"), {"quantity": 18.9, "unit": "km"}]
    given = a_measure(effects=effects, sdgs=[11, 13], co_benefits=["health"], needs_en="A council decision")
    found = made(bremen, "/measures", given)
    assert found["ghg_reduction_kg_per_year"] == 1_000_000
    assert [(one["quantity"], one["unit"]) for one in found["effects"]] == [(None, None), (18.9, "km")]
    assert got(visitor, f"/measures/{found['id']}") == found


def test_what_was_measured_counts_before_what_was_expected(bremen: httpx.Client) -> None:
    effects = [a_reduction(), a_reduction(ghg_kg=700_000, basis="measured"), a_reduction(ghg_kg=1, year=2027)]
    assert made(bremen, "/measures", a_measure(effects=effects))["ghg_reduction_kg_per_year"] == 700_000


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"city_id": "atlantis"}, "/city_id unknown_city"),
        ({"title_de": None}, "/title_de title_missing"),
        ({"sector": "space"}, "/sector literal_error"),
        ({"starts_year": 2030, "ends_year": 2029}, "/ends_year ends_before_start"),
        ({"cost_cents": 5}, "/cost_currency cost_incomplete"),
        ({"status": "cancelled"}, "/status_reason_de status_reason_missing"),
        ({"sdgs": [13, 13]}, "/sdgs word_repeated"),
        ({"source_id": "nowhere"}, "/source_id unknown_source"),
        ({"verification": "verified"}, "/source_id source_missing"),
        ({"replaced_by_id": "nothing"}, "/replaced_by_id unknown_measure"),
        ({"effects": [{}]}, "/effects/0 effect_without_figure"),
        ({"effects": [{"quantity": 5}]}, "/effects/0 effect_without_unit"),
        ({"effects": [{"ghg_kg": 5}]}, "/effects/0 effect_without_basis"),
        ({"effects": [a_reduction(per="period")]}, "/effects/0 effect_without_period"),
        ({"effects": [a_reduction(source_id="x")]}, "/effects/0/source_id unknown_source"),
        (
            {"action_type": "adaptation", "effects": [a_reduction(ghg_kg=0)]},
            "/effects/0 adaptation_without_tonnes",
        ),
    ],
)
def test_what_a_measure_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/measures", json=a_measure(**change))) == [place]


def test_a_measure_is_changed_in_the_state_that_was_seen(bremen: httpx.Client, measure: Json) -> None:
    path = f"/measures/{measure['id']}"
    seen = bremen.get(path).headers["ETag"]
    assert changed(bremen, path, {"status": "decided", "plan": "Radplan"})["status"] == "decided"
    answer = bremen.patch(path, json={"plan": None}, headers={"If-Match": seen})
    assert problem(answer) == (412, "/problems/stale")


def test_a_measure_can_be_made_that_replaces_another_and_never_itself(
    bremen: httpx.Client, measure: Json
) -> None:
    older = made(bremen, "/measures", a_measure())
    path = f"/measures/{older['id']}"
    merged = {"status": "merged", "status_reason_en": "Part of a larger one."}
    assert (
        changed(bremen, path, merged | {"replaced_by_id": measure["id"]})["replaced_by_id"] == measure["id"]
    )
    assert refused_at(patched(bremen, path, {"replaced_by_id": older["id"]})) == [
        "/replaced_by_id replaces_itself"
    ]
    assert problem(removed(bremen, f"/measures/{measure['id']}")) == (409, "/problems/in-use")


def test_only_the_city_and_the_coordination_write_a_measure(
    demo: Demonstration, durban: httpx.Client, measure: Json
) -> None:
    path = f"/measures/{measure['id']}"
    for other in (durban, demo.person("viewer"), demo.person("bremerhaven-procurement")):
        assert other.post("/measures", json=a_measure()).status_code == 403
        assert patched(other, path, {"plan": "x"}).status_code == 403
        assert removed(other, path).status_code == 403
    assert patched(demo.person("bremen"), path, {"city_id": "durban"}).status_code == 403


def test_a_draft_is_for_those_with_a_role_until_it_is_published(
    bremen: httpx.Client, durban: httpx.Client, visitor: httpx.Client
) -> None:
    draft = made(bremen, "/measures", a_measure(visibility="draft", title_de="Noch geheim"))
    path = f"/measures/{draft['id']}"
    assert visitor.get(path).status_code == 404
    assert durban.get(path).status_code == 200
    assert ids(visitor, q="geheim") == []
    assert ids(durban, q="geheim", visibility="draft") == [draft["id"]]
    assert visitor.get("/measures?visibility=draft").status_code == 401
    assert got(visitor, "/measure-facets", q="geheim")["total"] == 0
    changed(bremen, path, {"visibility": "published"})
    assert visitor.get(path).headers["Cache-Control"] == "public, max-age=60"
    assert [one["action"] for one in got(durban, f"{path}/history")["items"]] == ["publish", "create"]


def test_a_deleted_measure_comes_back(bremen: httpx.Client, visitor: httpx.Client) -> None:
    path = f"/measures/{made(bremen, '/measures', a_measure())['id']}"
    assert removed(bremen, path).status_code == 204
    assert visitor.get(path).status_code == 404
    assert bremen.post(f"{path}/restorations").status_code == 201
    assert visitor.get(path).status_code == 200


def test_still_right_is_said_by_a_role_and_wears_off_after_a_year(
    demo: Demonstration, bremen: httpx.Client, visitor: httpx.Client, measure: Json
) -> None:
    path = f"/measures/{measure['id']}"
    assert measure["id"] in ids(visitor, stale_on="2026-11-24")
    tag = {"If-Match": bremen.get(path).headers["ETag"]}
    assert demo.person("durban").post(f"{path}/confirmations", headers=tag).status_code == 403
    answer = bremen.post(f"{path}/confirmations", headers=tag)
    assert answer.status_code == 201, answer.text
    found = answer.json()
    assert found["confirmed_as"] == "editor"
    year, month_and_day = found["confirmed_on"].split("-", 1)
    assert found["review_due_on"] == f"{int(year) + 1}-{month_and_day}"
    assert measure["id"] not in ids(visitor, stale_on=found["confirmed_on"])
    assert measure["id"] in ids(visitor, stale_on=found["review_due_on"])
    assert got(bremen, f"{path}/history")["items"][0]["action"] == "confirm"
    assert bremen.post(f"{path}/confirmations", headers=tag).status_code == 412


# --- tasks, indicators, updates -------------------------------------------------------------------


def test_a_completed_task_says_when(bremen: httpx.Client, measure: Json) -> None:
    path = f"/measures/{measure['id']}/tasks"
    task = made(bremen, path, {"title_en": "Choose the streets", "due_on": "2027-03-01"})
    assert changed(bremen, f"{path}/{task['id']}", {"state": "completed"})["completed_on"]
    assert changed(bremen, f"{path}/{task['id']}", {"state": "in_progress"})["completed_on"] is None
    assert [one["id"] for one in got(bremen, path)["items"]] == [task["id"]]
    assert bremen.get(f"/measures/DUR-01/tasks/{task['id']}").status_code == 404
    assert refused_at(bremen.post(path, json={"due_on": "2027-03-01"})) == ["/title_de title_missing"]
    assert removed(bremen, f"{path}/{task['id']}").status_code == 204


def test_a_value_of_an_indicator_goes_with_its_year(bremen: httpx.Client, measure: Json) -> None:
    path = f"/measures/{measure['id']}/indicators"
    given = {"title_en": "Cycle lanes", "unit": "km", "effect": "increases"}
    found = made(bremen, path, given | {"baseline_value": 0.1, "baseline_year": 2025})
    assert found["baseline_value"] == 0.1
    assert refused_at(patched(bremen, f"{path}/{found['id']}", {"latest_value": 3})) == [
        "/latest_year value_incomplete"
    ]


def test_an_update_is_read_by_everybody_and_written_by_the_city(
    bremen: httpx.Client, durban: httpx.Client, visitor: httpx.Client, measure: Json
) -> None:
    path = f"/measures/{measure['id']}/updates"
    found = made(bremen, path, {"text_de": "Der erste Abschnitt ist fertig."})
    assert [one["id"] for one in got(visitor, path)["items"]] == [found["id"]]
    assert durban.post(path, json={"text_de": "x"}).status_code == 403
    assert refused_at(bremen.post(path, json={})) == ["/text_de text_missing"]
