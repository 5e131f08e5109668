"""Computing a footprint anew: a new version, its difference, and the parts of it by cause."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import an_activity, changed, got, made, meals, refused_at
from tests.footprint.office import Office
from tests.installations import execute, rows

Json = dict[str, Any]
ROOMS = {"type": "hotel", "country": "DE", "rooms": 10, "nights": 10}
COACH = {"type": "car", "country": "GB", "distance_km": 1000}
FLIGHT = {"type": "flight", "from": "FRA", "to": "WDH", "travellers": 2, "return": True}


@pytest.fixture
def activity(coordinator: httpx.Client, project: Json) -> Json:
    return made(coordinator, "/activities", an_activity(project, items=[FLIGHT]))


def recalculated(client: httpx.Client, activity: Json, **asked: Any) -> Json:
    return made(client, f"/activities/{activity['id']}/footprints", asked)


def grams(kg: float) -> int:
    return round(kg * 1000)


def parts_add_up(version: Json) -> bool:
    found = version["difference"]
    parts = sum(grams(found[name]) for name in ("factor_set_kg", "method_kg", "input_kg"))
    return parts == grams(found["ghg_kg"])


def test_the_first_version_has_nothing_to_differ_from(coordinator: httpx.Client, activity: Json) -> None:
    (row,) = got(coordinator, f"/activities/{activity['id']}/footprints")["items"]
    assert (row["number"], row["current"], row["difference_kg"]) == (1, True, None)
    found = got(coordinator, f"/activities/{activity['id']}/footprints/{row['id']}")
    assert found["difference"] is None
    assert found["footprint"] == activity["footprint"]
    assert found["on"] == activity["starts_on"]


def test_another_method_is_the_whole_cause(coordinator: httpx.Client, activity: Json) -> None:
    found = recalculated(coordinator, activity, method="desnz-2025")
    assert (found["method_id"], found["number"], found["current"]) == ("desnz-2025", 2, True)
    difference = found["difference"]
    assert (
        difference["method_kg"] == difference["ghg_kg"] == pytest.approx(found["ghg_kg"] - activity["ghg_kg"])
    )
    assert (difference["factor_set_kg"], difference["input_kg"]) == (0, 0)
    assert got(coordinator, f"/activities/{activity['id']}")["ghg_kg"] == found["ghg_kg"]


def test_another_factor_set_is_the_whole_cause(coordinator: httpx.Client, activity: Json) -> None:
    recalculated(coordinator, activity, method="desnz-2025")
    found = recalculated(coordinator, activity, factor_set="desnz-2024")
    assert (found["method_id"], found["factor_set_id"], found["on"]) == (
        "desnz-2025",
        "desnz-2024",
        "2024-01-01",
    )
    difference = found["difference"]
    assert difference["factor_set_kg"] == difference["ghg_kg"] != 0
    assert (difference["method_kg"], difference["input_kg"]) == (0, 0)


def test_method_and_factor_set_together_are_told_apart(coordinator: httpx.Client, activity: Json) -> None:
    """The own method's flight does not depend on the set, so with the new factors alone nothing changes."""
    found = recalculated(coordinator, activity, method="desnz-2025", on="2024-06-01")
    difference = found["difference"]
    assert difference["factor_set_kg"] == 0
    assert difference["method_kg"] == difference["ghg_kg"] != 0
    assert parts_add_up(found)


def test_other_items_are_an_input(coordinator: httpx.Client, activity: Json) -> None:
    changed(coordinator, f"/activities/{activity['id']}", {"items": [FLIGHT, meals(100)]})
    row = got(coordinator, f"/activities/{activity['id']}/footprints")["items"][0]
    assert (row["difference_kg"], row["input_kg"], row["factor_set_kg"]) == (39, 39, 0)


def test_a_later_day_and_other_items_are_told_apart_to_the_gram(
    coordinator: httpx.Client, activity: Json
) -> None:
    recalculated(coordinator, activity, method="desnz-2025")
    patch = {"items": [FLIGHT, {**FLIGHT, "travellers": 1}], "starts_on": "2024-06-01"}
    after = changed(coordinator, f"/activities/{activity['id']}", patch)
    found = got(coordinator, f"/activities/{activity['id']}/footprints/{after['footprint_id']}")
    difference = found["difference"]
    assert 0 not in (difference["factor_set_kg"], difference["input_kg"])
    assert difference["method_kg"] == 0
    assert parts_add_up(found)
    assert found["on"] == "2024-06-01"


def test_a_changed_factor_shows_as_factor_set(
    office: Office, coordinator: httpx.Client, project: Json
) -> None:
    """Somebody mends a factor: the kept figure stays until it is computed anew, and then says why."""
    activity = made(coordinator, "/activities", an_activity(project, items=[meals(100)]))
    factor = activity["footprint"]["items"][0]["factors"][0]
    ((old,),) = rows(office.settings, f"SELECT value FROM emission_factor WHERE id = '{factor['id']}'")
    counted = "UPDATE resource_counter SET counter = counter + 1 WHERE resource = 'emission_factor'"
    try:
        mended = f"UPDATE emission_factor SET value = '0.5' WHERE id = '{factor['id']}'"
        execute(office.settings, mended, counted)
        assert got(coordinator, f"/activities/{activity['id']}")["ghg_kg"] == 39
        found = _recalculated_with_fresh_factors(coordinator, activity)
    finally:
        restored = f"UPDATE emission_factor SET value = '{old}' WHERE id = '{factor['id']}'"
        execute(office.settings, restored, counted)
        _recalculated_with_fresh_factors(coordinator, activity)
    assert found["ghg_kg"] == 50
    assert found["difference"] == {"ghg_kg": 11, "factor_set_kg": 11, "method_kg": 0, "input_kg": 0}
    first = got(coordinator, f"/activities/{activity['id']}/footprints/{activity['footprint_id']}")
    assert first["footprint"]["items"][0]["factors"][0]["value"] == 0.39


def _recalculated_with_fresh_factors(client: httpx.Client, activity: Json) -> Json:
    """The factors are read again at most once a second."""
    while True:
        found = recalculated(client, activity)
        if found["difference"]["ghg_kg"]:
            return found


def test_an_older_version_does_not_count_any_more(coordinator: httpx.Client, activity: Json) -> None:
    recalculated(coordinator, activity, method="desnz-2025")
    versions = got(coordinator, f"/activities/{activity['id']}/footprints", sort="number")["items"]
    assert [(each["number"], each["current"]) for each in versions] == [(1, False), (2, True)]
    first = got(coordinator, f"/activities/{activity['id']}/footprints/{activity['footprint_id']}")
    assert first["current"] is False


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ({"factor_set": "desnz-1999"}, "/factor_set unknown_factor_set"),
        ({"factor_set": "desnz-2024", "on": "2024-01-01"}, "/factor_set on_or_factor_set"),
        ({"method": "guess"}, "/method literal_error"),
        ({"method": "ademe-2026"}, "/method type_not_covered"),
        ({"items": []}, "/items extra_forbidden"),
    ],
)
def test_what_cannot_be_computed_is_refused_and_makes_no_version(
    coordinator: httpx.Client, project: Json, asked: Json, place: str
) -> None:
    room = {"type": "hotel", "country": "NA", "rooms": 1, "nights": 1}
    activity = made(coordinator, "/activities", an_activity(project, items=[room]))
    path = f"/activities/{activity['id']}/footprints"
    assert refused_at(coordinator.post(path, json=asked)) == [place]
    assert len(got(coordinator, path)["items"]) == 1


def test_versions_are_paged_by_activity(coordinator: httpx.Client, project: Json, activity: Json) -> None:
    other = made(coordinator, "/activities", an_activity(project))
    for _ in range(3):
        recalculated(coordinator, activity)
    path = f"/activities/{activity['id']}/footprints"
    first = got(coordinator, path, limit=3)
    assert [each["number"] for each in first["items"]] == [4, 3, 2]
    second = coordinator.get(first["next"].removeprefix("/api/v1")).json()
    assert [each["number"] for each in second["items"]] == [1]
    assert len(got(coordinator, f"/activities/{other['id']}/footprints")["items"]) == 1


@pytest.mark.parametrize(
    "statement",
    ["UPDATE activity_footprint SET ghg_g = 1", "DELETE FROM activity_footprint"],
)
@pytest.mark.usefixtures("activity")
def test_the_database_refuses_to_touch_a_version(office: Office, statement: str) -> None:
    with pytest.raises(Exception, match="written once"):
        execute(office.settings, statement)
