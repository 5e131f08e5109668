"""Published years: everybody reads the total, nobody learns what a few people did."""

import itertools
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DatabaseError

from klimabruecke.core.canonical import canonical_json, sha256_of
from tests.footprint.cooperation import (
    an_activity,
    changed,
    got,
    made,
    meals,
    problem,
    refused_at,
    removed,
    travelled,
)
from tests.footprint.office import Office
from tests.installations import execute

Json = dict[str, Any]
_YEARS = itertools.count(2030)


@pytest.fixture
def year() -> int:
    """A year that is nobody else's."""
    return next(_YEARS)


def done(
    client: httpx.Client, project: Json, year: int, people: int, count: int = 10, **changes: Any
) -> Json:
    """A done activity to which everybody travels; without people where none are given."""
    groups = changes.get("participants") or ([{"city_id": "bremen", "count": people}] if people else [])
    travellers = sum(group["count"] for group in groups)
    items = travelled(travellers, count) if travellers else [meals(count)]
    days = {"starts_on": f"{year}-05-01", "ends_on": f"{year}-05-02"}
    asked = {"status": "done", "participants": groups, "items": items, **days, **changes}
    return made(client, "/activities", an_activity(project, **asked))


def publish(client: httpx.Client, year: int) -> httpx.Response:
    return client.post("/year-publications", json={"year": year})


def published(client: httpx.Client, year: int) -> Json:
    answer = publish(client, year)
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


def refusal(client: httpx.Client, year: int) -> str:
    answer = publish(client, year)
    assert problem(answer) == (409, "/problems/publication-refused")
    detail: str = answer.json()["detail"]
    return detail


def test_everybody_reads_a_published_year_and_nothing_else(
    office: Office, coordinator: httpx.Client, project: Json, year: int
) -> None:
    counted = [done(coordinator, project, year, 4), done(coordinator, project, year, 2, 20)]
    done(coordinator, project, year, 9, status="approved")
    answer = publish(coordinator, year)
    found = answer.json()
    visitor = office.visitor()
    path = f"/year-publications/{found['id']}"
    assert answer.headers["Location"] == f"/api/v1{path}"
    again = visitor.get(path)
    assert (again.json(), again.headers["ETag"]) == (found, answer.headers["ETag"])
    assert again.headers["Cache-Control"].startswith("public")
    assert (found["year"], found["number"]) == (year, 1)
    assert found["ghg_kg"] == pytest.approx(sum(each["footprint"]["ghg_kg"] for each in counted), abs=1e-9)
    assert (found["activities"], found["travellers"], found["demo"]) == (2, 6, False)
    (row,) = [each for each in got(visitor, "/year-publications")["items"] if each["year"] == year]
    assert row == {name: value for name, value in found.items() if name != "snapshot"}
    assert project["id"] not in again.text


def test_the_hash_can_be_checked_by_anybody(coordinator: httpx.Client, project: Json, year: int) -> None:
    done(coordinator, project, year, 4)
    done(coordinator, project, year, 2)
    found = published(coordinator, year)
    assert sha256_of(canonical_json(found["snapshot"])) == found["sha256"]
    grams = [found["snapshot"][f"{name}_g"] / 1000 for name in ("ghg", "ghg_low", "ghg_high")]
    assert grams == [found["ghg_kg"], found["ghg_low_kg"], found["ghg_high_kg"]]
    totals = got(coordinator, "/footprint-totals", year_min=year, year_max=year)["items"]
    assert [found[name] for name in ("ghg_kg", "ghg_low_kg", "ghg_high_kg")] == [
        totals[0][name] for name in ("ghg_kg", "ghg_low_kg", "ghg_high_kg")
    ]


def test_a_published_year_names_what_it_rests_on(
    office: Office, coordinator: httpx.Client, project: Json, year: int
) -> None:
    """Method, sources and what of them is only recalled; flying beyond greenhouse gases beside the total."""
    flight = {"type": "flight", "from": "BRE", "to": "FRA", "travellers": 6, "return": True}
    flown = done(coordinator, project, year, 6, items=[flight])["footprint"]
    kept = done(coordinator, project, year, 5, kind="event")["footprint"]
    found = got(office.visitor(), f"/year-publications/{published(coordinator, year)['id']}")
    snapshot = found["snapshot"]
    assert snapshot["format"] == "klimabruecke/year-publication/2"
    assert kept["method"] in snapshot["methods"]
    used = {factor["source_id"]: factor for item in kept["items"] for factor in item["factors"]}
    named = {source["id"]: source for source in snapshot["sources"]}
    assert used.keys() < named.keys()
    assert all(source["title"] for source in named.values())
    recalled = {name for name, factor in used.items() if factor["verification"] == "recalled"}
    assert recalled <= set(snapshot["unproven"]) <= named.keys()
    beyond = {level: grams / 1000 for level, grams in snapshot["non_co2_g"].items()}
    assert beyond == flown["non_co2_kg"]


def test_a_published_year_stays_whatever_happens_afterwards(
    office: Office, coordinator: httpx.Client, project: Json, year: int
) -> None:
    activity = done(coordinator, project, year, 4)
    done(coordinator, project, year, 2)
    path = f"/year-publications/{published(coordinator, year)['id']}"
    before = office.visitor().get(path).content
    assert removed(coordinator, f"/activities/{activity['id']}").status_code == 204
    assert office.visitor().get(path).content == before
    with pytest.raises(DatabaseError, match="written once"):
        execute(office.settings, f"UPDATE year_publication SET ghg_g = 0 WHERE year = {year}")
    with pytest.raises(DatabaseError, match="written once"):
        execute(office.settings, f"DELETE FROM year_publication WHERE year = {year}")


def test_a_year_of_one_activity_or_of_few_people_is_not_published(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    assert "Fewer than two activities" in refusal(coordinator, year)
    done(coordinator, project, year, 30)
    assert refusal(coordinator, year).startswith(f"Fewer than two activities are done in {year}.")
    other = next(_YEARS)
    for people in (2, 2, 0):
        done(coordinator, project, other, people)
    assert "fewer than five travellers in all" in refusal(coordinator, other)
    german = coordinator.post("/year-publications", json={"year": other}, headers={"Accept-Language": "de"})
    assert "weniger als fünf Reisende" in german.json()["detail"]


def test_a_difference_to_an_earlier_publication_tells_of_nobody(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    done(coordinator, project, year, 5)
    done(coordinator, project, year, 5)
    first = published(coordinator, year)
    small = done(coordinator, project, year, 3)
    assert "concerns fewer than five travellers" in refusal(coordinator, year)
    done(coordinator, project, year, 2)
    second = published(coordinator, year)
    assert (second["number"], second["travellers"] - first["travellers"]) == (2, 5)
    changed(coordinator, f"/activities/{small['id']}", {"items": travelled(3, 11)})
    assert "concerns fewer than five travellers" in refusal(coordinator, year)
    done(coordinator, project, year, 9)
    assert "concerns fewer than five travellers" in refusal(coordinator, year), "what is gone counts apart"


def test_a_small_correction_of_a_large_trip_uncovers_no_small_one(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """An hour more of video in the trip of 25 is next to nothing beside the flights of two."""
    flight = {"type": "flight", "from": "FRA", "to": "WDH", "return": True}

    def items(travellers: int, hours: int) -> list[Json]:
        return [flight | {"travellers": travellers}, {"type": "video", "participants": 5, "hours": hours}]

    large = done(coordinator, project, year, 25, items=items(25, 1))
    done(coordinator, project, year, 6, items=items(6, 1))
    published(coordinator, year)
    changed(coordinator, f"/activities/{large['id']}", {"items": items(25, 2)})
    small = done(coordinator, project, year, 2, items=items(2, 1))
    assert "concerns fewer than five travellers" in refusal(coordinator, year)
    changed(coordinator, f"/activities/{small['id']}", {"status": "cancelled"})
    assert published(coordinator, year)["travellers"] == 31


@pytest.mark.parametrize(
    "items", [[meals(40)], [meals(40), {"type": "rail", "distance_km": 9, "country": "DE", "travellers": 3}]]
)
def test_guests_who_do_not_travel_hide_nobody(
    coordinator: httpx.Client, project: Json, year: int, items: list[Json]
) -> None:
    done(coordinator, project, year, 40, kind="event", items=items)
    done(coordinator, project, year, 1)
    assert "fewer than five travellers in all" in refusal(coordinator, year)
    done(coordinator, project, year, 4)
    assert published(coordinator, year)["travellers"] == 45


def test_small_activities_cannot_be_solved_from_three_publications(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """C + D, C + E, D + E: any two hide what all three together give away."""
    for _ in range(2):
        done(coordinator, project, year, 5)
    published(coordinator, year)
    small = [done(coordinator, project, year, 3, 10 + number)["id"] for number in range(3)]
    answers = []
    for left_out in (2, 1, 0):
        for number, activity_id in enumerate(small):
            status = "cancelled" if number == left_out else "done"
            changed(coordinator, f"/activities/{activity_id}", {"status": status})
        answers.append(publish(coordinator, year).status_code)
    assert answers == [201, 409, 409]


def test_a_correction_that_changes_no_figure_is_no_new_publication(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    activity = done(coordinator, project, year, 5)
    done(coordinator, project, year, 5)
    published(coordinator, year)
    changed(coordinator, f"/activities/{activity['id']}", {"title": "Anders", "starts_on": f"{year}-04-30"})
    assert refusal(coordinator, year).startswith("Nothing has changed")


def test_an_activity_moved_to_another_year_is_not_told_by_the_two_years(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    for _ in range(2):
        done(coordinator, project, year, 5)
    small = [done(coordinator, project, year, 3, count) for count in (10, 20)]
    published(coordinator, year)
    other = next(_YEARS)
    done(coordinator, project, other, 5)
    for activity in small:
        days = {"starts_on": f"{other}-05-01", "ends_on": f"{other}-05-02"}
        changed(coordinator, f"/activities/{activity['id']}", days)
    assert publish(coordinator, other).status_code == 201
    changed(coordinator, f"/activities/{small[0]['id']}", {"status": "cancelled"})
    assert publish(coordinator, other).status_code == 409


@pytest.mark.parametrize("name", ["year", "city", "project", "kind", "year_min", "q", "traveller_kind"])
def test_no_filter_makes_the_published_total_smaller(office: Office, name: str) -> None:
    answer = office.visitor().get("/year-publications", params={name: "2030"})
    assert refused_at(answer) == [f"/query/{name} extra_forbidden"]


@pytest.mark.parametrize(
    "person", [("editor", "bremen"), ("viewer", "*"), ("admin", "*"), ("coordinator", "bremen")]
)
def test_only_who_coordinates_for_all_cities_publishes(office: Office, person: tuple[str, str]) -> None:
    assert problem(publish(office.person(*person), 2024)) == (403, "/problems/forbidden")
    assert publish(office.visitor(), 2024).status_code == 401


def test_what_cannot_be_a_year_is_refused(coordinator: httpx.Client) -> None:
    for body, place in (({"year": 1800}, "greater_than_equal"), ({"year": "2024"}, "integer_expected")):
        assert refused_at(coordinator.post("/year-publications", json=body)) == [f"/year {place}"]
    assert coordinator.get("/year-publications/0193b6b0-0000-7000-8000-00000000dead").status_code == 404
