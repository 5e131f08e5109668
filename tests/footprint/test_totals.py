"""Totals over HTTP: gross, divided over cities to the gram, with a range that is honest."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import an_activity, changed, got, made, meals, patched, refused_at, removed

Json = dict[str, Any]


def totals(client: httpx.Client, project: Json, **parameters: Any) -> list[Json]:
    found: list[Json] = got(client, "/footprint-totals", project=project["id"], **parameters)["items"]
    return found


def figures(rows: list[Json], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_without_activities_there_is_no_total_and_no_zero(coordinator: httpx.Client, project: Json) -> None:
    assert totals(coordinator, project) == []


def test_one_activity_is_the_total_with_the_same_range(coordinator: httpx.Client, project: Json) -> None:
    """Uncertainties are added up in whole grams, so the ends of the range may be a gram off."""
    activity = made(coordinator, "/activities", an_activity(project))
    (found,) = totals(coordinator, project)
    assert found["ghg_kg"] == activity["ghg_kg"]
    for name in ("ghg_low_kg", "ghg_high_kg"):
        assert found[name] == pytest.approx(activity[name], abs=0.0011)
    assert found["non_co2_kg"] == activity["footprint"]["non_co2_kg"]
    assert (found["year"], found["activities"], found["demo"]) == (2026, 1, False)
    assert (found["city_id"], found["kind"], found["project_id"], found["status"]) == (None,) * 4
    assert (found["programme_id"], found["traveller_kind"], found["paid_by"]) == (None,) * 3


def test_an_activity_is_divided_over_cities_by_their_people(coordinator: httpx.Client, project: Json) -> None:
    people = [{"city_id": "bremen", "count": 2}, {"city_id": "windhoek", "count": 1}]
    made(coordinator, "/activities", an_activity(project, items=[meals(10)], participants=people))
    found = totals(coordinator, project, by="city")
    assert figures(found, "city_id", "ghg_kg", "activities") == [("bremen", 2.6, 1), ("windhoek", 1.3, 1)]
    (whole,) = totals(coordinator, project)
    assert (whole["ghg_kg"], whole["activities"]) == (3.9, 1), "two cities, and still one activity"
    (share,) = totals(coordinator, project, city="windhoek")
    assert (share["ghg_kg"], share["activities"]) == (1.3, 1)


def test_a_gram_that_cannot_be_divided_is_not_lost(coordinator: httpx.Client, project: Json) -> None:
    people = [{"city_id": city, "count": 1} for city in ("bremen", "bremerhaven", "durban")]
    made(coordinator, "/activities", an_activity(project, items=[meals(1)], participants=people))
    made(coordinator, "/activities", an_activity(project, items=[meals(2)], participants=people[:2]))
    by_city = totals(coordinator, project, by="city")
    (whole,) = totals(coordinator, project)
    assert sum(round(row["ghg_kg"] * 1000) for row in by_city) == round(whole["ghg_kg"] * 1000) == 1170


def test_without_participants_the_host_bears_it_and_without_a_host_nobody(
    coordinator: httpx.Client, project: Json
) -> None:
    hosted = {"participants": [], "host_city_id": "windhoek", "items": [meals(10)]}
    made(coordinator, "/activities", an_activity(project, **hosted))
    made(coordinator, "/activities", an_activity(project, participants=[], items=[meals(20)]))
    found = totals(coordinator, project, by="city")
    assert figures(found, "city_id", "ghg_kg") == [(None, 7.8), ("windhoek", 3.9)]


def test_what_rests_on_one_factor_errs_together(coordinator: httpx.Client, project: Json) -> None:
    """Twenty equal activities keep the percentage of one; a root of squares would shrink it."""
    one = made(coordinator, "/activities", an_activity(project, items=[meals(10)]))
    for _ in range(19):
        made(coordinator, "/activities", an_activity(project, items=[meals(10)]))
    (found,) = totals(coordinator, project)
    assert found["ghg_kg"] == pytest.approx(20 * one["ghg_kg"])
    assert found["ghg_high_kg"] - found["ghg_kg"] == pytest.approx(20 * (one["ghg_high_kg"] - one["ghg_kg"]))


def test_cancelled_and_deleted_activities_do_not_count(coordinator: httpx.Client, project: Json) -> None:
    first = made(coordinator, "/activities", an_activity(project))
    second = made(coordinator, "/activities", an_activity(project, items=[meals(10)]))
    changed(coordinator, f"/activities/{first['id']}", {"status": "cancelled"})
    assert figures(totals(coordinator, project), "ghg_kg", "activities") == [(3.9, 1)]
    assert removed(coordinator, f"/activities/{second['id']}").status_code == 204
    assert totals(coordinator, project) == []
    changed(coordinator, f"/activities/{first['id']}", {"status": "done"})
    assert figures(totals(coordinator, project, status="done"), "ghg_kg") == [(8850.054,)]
    assert totals(coordinator, project, status="planned") == []


def test_totals_follow_every_change(coordinator: httpx.Client, project: Json) -> None:
    activity = made(coordinator, "/activities", an_activity(project, items=[meals(10)]))
    path = f"/activities/{activity['id']}"
    changed(coordinator, path, {"items": [meals(20)]})
    changed(coordinator, path, {"starts_on": "2025-09-14"})
    changed(coordinator, path, {"kind": "event", "participants": [{"city_id": "windhoek", "count": 3}]})
    made(coordinator, f"{path}/footprints", {})
    found = totals(coordinator, project, by="year,city,kind,project,status")
    assert figures(found, "year", "city_id", "kind", "status", "ghg_kg", "activities") == [
        (2025, "windhoek", "event", "planned", 7.8, 1)
    ]
    assert found[0]["project_id"] == project["id"]


def test_a_refused_change_moves_nothing(coordinator: httpx.Client, project: Json) -> None:
    activity = made(coordinator, "/activities", an_activity(project))
    before = totals(coordinator, project, by="year,city,kind,status")
    body = {"kind": "event", "items": [{"type": "rail", "country": "NA", "distance_km": 1}]}
    assert patched(coordinator, f"/activities/{activity['id']}", body).status_code == 422
    assert totals(coordinator, project, by="year,city,kind,status") == before


def test_totals_are_cut_by_kind_and_year(coordinator: httpx.Client, project: Json) -> None:
    for year, kind in ((2024, "trip"), (2025, "trip"), (2025, "event")):
        day = f"{year}-05-01"
        body = an_activity(project, items=[meals(10)], starts_on=day, ends_on=day, kind=kind)
        made(coordinator, "/activities", body)
    found = totals(coordinator, project, by="kind,year")
    assert figures(found, "kind", "year", "ghg_kg") == [
        ("event", 2025, 3.9),
        ("trip", 2024, 3.9),
        ("trip", 2025, 3.9),
    ]
    assert figures(totals(coordinator, project, year_min=2025), "year", "activities") == [(2025, 2)]
    assert figures(totals(coordinator, project, year_max=2024, kind="trip"), "ghg_kg") == [(3.9,)]


@pytest.mark.parametrize("by", ["colour", "year,", "year,year", "city_id"])
def test_an_unknown_or_repeated_cut_is_refused(coordinator: httpx.Client, by: str) -> None:
    (place,) = refused_at(coordinator.get("/footprint-totals", params={"by": by}))
    assert place.startswith("/query/by ")


def test_a_misspelt_filter_never_returns_everything(coordinator: httpx.Client) -> None:
    answer = coordinator.get("/footprint-totals", params={"city_id": "bremen"})
    assert refused_at(answer) == ["/query/city_id extra_forbidden"]


def test_unchanged_totals_cost_a_304_and_every_write_moves_them(
    coordinator: httpx.Client, project: Json
) -> None:
    def tag() -> str:
        return coordinator.get("/footprint-totals").headers["ETag"]

    before = tag()
    again = coordinator.get("/footprint-totals", headers={"If-None-Match": before})
    assert (again.status_code, again.headers["Cache-Control"]) == (304, "private, no-cache")
    activity = made(coordinator, "/activities", an_activity(project))
    assert tag() != before
    before = tag()
    changed(coordinator, f"/activities/{activity['id']}", {"title": "Only the name"})
    assert tag() == before, "a title adds nothing up"


def a_group(city: str, count: int, kind: str | None = None, paid_by: str | None = None) -> Json:
    return {"city_id": city, "count": count, "kind": kind, "paid_by": paid_by}


def test_totals_are_cut_by_who_travels_and_who_pays(coordinator: httpx.Client, project: Json) -> None:
    groups = [
        a_group("bremen", 2, "administration", "grant"),
        a_group("bremen", 1, "science", "own_organisation"),
        a_group("windhoek", 1, "administration", "home_city"),
        a_group("windhoek", 1),
    ]
    made(coordinator, "/activities", an_activity(project, items=[meals(50)], participants=groups))
    by_kind = totals(coordinator, project, by="traveller_kind")
    assert figures(by_kind, "traveller_kind", "ghg_kg", "activities", "travellers") == [
        (None, 3.9, 1, 1),
        ("administration", 11.7, 1, 3),
        ("science", 3.9, 1, 1),
    ]
    by_payer = totals(coordinator, project, by="paid_by", city="bremen")
    assert figures(by_payer, "paid_by", "ghg_kg", "activities") == [
        ("grant", 7.8, 1),
        ("own_organisation", 3.9, 1),
    ]
    by_city = totals(coordinator, project, by="city", traveller_kind="administration")
    assert figures(by_city, "city_id", "ghg_kg", "travellers") == [("bremen", 7.8, 2), ("windhoek", 3.9, 1)]
    (whole,) = totals(coordinator, project)
    assert (whole["ghg_kg"], whole["activities"], whole["travellers"]) == (19.5, 1, 5)
    assert totals(coordinator, project, paid_by="host_city") == []


def test_an_activity_counts_once_in_every_cut(coordinator: httpx.Client, project: Json) -> None:
    """Two groups of a kind are one activity of that kind, and one of that city."""
    groups = [
        a_group("bremen", 2, "politics", "grant"),
        a_group("bremen", 2, "politics", "home_city"),
        a_group("windhoek", 2, "politics", "grant"),
    ]
    for _ in range(2):
        made(coordinator, "/activities", an_activity(project, items=[meals(6)], participants=groups))
    for by, count in (("traveller_kind", 1), ("paid_by", 2), ("city", 2), ("city,paid_by", 3), ("year", 1)):
        found = totals(coordinator, project, by=by)
        assert figures(found, "activities") == [(2,)] * count, by
        assert sum(row["travellers"] for row in found) == 12
        assert sum(round(row["ghg_kg"] * 1000) for row in found) == 4680


def test_how_a_city_groups_its_people_does_not_move_the_share_of_another(
    coordinator: httpx.Client, project: Json
) -> None:
    cities = ("bremen", "bremerhaven", "durban")
    groups = [a_group(city, 1) for city in cities]
    activity = made(coordinator, "/activities", an_activity(project, items=[meals(1)], participants=groups))
    before = totals(coordinator, project, by="city")
    finer = [
        a_group("bremen", 1, "science"),
        a_group("bremen", 1, "politics"),
        *(a_group(city, 2) for city in cities[1:]),
    ]
    changed(coordinator, f"/activities/{activity['id']}", {"participants": finer})
    after = totals(coordinator, project, by="city")
    assert figures(after, "city_id", "ghg_kg") == figures(before, "city_id", "ghg_kg")


def test_guests_from_abroad_count_like_those_who_leave(coordinator: httpx.Client, project: Json) -> None:
    guests = [a_group("windhoek", 3, "politics", "host_city")]
    visit = {"host_city_id": "bremen", "participants": guests, "items": [meals(10)]}
    made(coordinator, "/activities", an_activity(project, **visit))
    found = totals(coordinator, project, by="city,paid_by")
    assert figures(found, "city_id", "paid_by", "ghg_kg", "travellers") == [("windhoek", "host_city", 3.9, 3)]


def test_totals_are_cut_by_grant(coordinator: httpx.Client, project: Json) -> None:
    grant = {"title_de": "Z", "funder": "F", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    programme = made(coordinator, "/programmes", {**grant, "city_ids": ["bremen"]})
    paid = {"programme_id": programme["id"], "items": [meals(10)]}
    activity = made(coordinator, "/activities", an_activity(project, **paid))
    made(coordinator, "/activities", an_activity(project, items=[meals(20)], participants=[]))
    found = totals(coordinator, project, by="programme")
    assert figures(found, "programme_id", "ghg_kg", "travellers") == [
        (None, 7.8, None),
        (programme["id"], 3.9, 5),
    ]
    changed(coordinator, f"/activities/{activity['id']}", {"programme_id": None})
    assert totals(coordinator, project, programme=programme["id"]) == []


def test_a_kind_nobody_knows_and_names_of_people_are_refused(
    coordinator: httpx.Client, project: Json
) -> None:
    for extra, code in (
        ({"kind": "tourism"}, "/participants/0/kind literal_error"),
        ({"paid_by": "Bremen"}, "/participants/0/paid_by literal_error"),
        ({"names": ["A. B."]}, "/participants/0/names extra_forbidden"),
    ):
        group = {"city_id": "bremen", "count": 1, **extra}
        answer = coordinator.post("/activities", json=an_activity(project, participants=[group]))
        assert refused_at(answer) == [code]


def test_what_a_group_does_not_say_is_left_out_of_it(coordinator: httpx.Client, project: Json) -> None:
    groups = [a_group("bremen", 2), a_group("bremen", 3, "science", "other")]
    activity = made(coordinator, "/activities", an_activity(project, participants=groups))
    assert activity["participants"] == [{"city_id": "bremen", "count": 2}, groups[1]]
