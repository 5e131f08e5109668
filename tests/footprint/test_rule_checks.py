"""A trip held against the travel rules of those who travel: asked, answered, and never against others."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import an_activity, changed, got, made, meals, patched, problem, refused_at

Json = dict[str, Any]

OWN_SOURCE = {"source_id": None, "source_note": "Invented for a test", "verification": "recalled"}
LEVY = "/travel-rules/bremen-co2-levy"
FEEDER = {"type": "flight", "from": "BRE", "to": "FRA", "exception": "connecting_flight_on_one_ticket"}
TAXI = {"type": "taxi", "distance_km": 12, "country": "DE"}


def a_flight(origin: str = "BRE", destination: str = "FRA") -> Json:
    return {"type": "flight", "from": origin, "to": destination}


@pytest.fixture
def activity(coordinator: httpx.Client, project: Json) -> Json:
    """Five people of Bremen by Frankfurt to Windhoek: 8,850.054 kg."""
    return made(coordinator, "/activities", an_activity(project))


@pytest.fixture
def amount(coordinator: httpx.Client) -> Iterator[int]:
    """25 euros a tonne, invented: nobody here has read the amount."""
    changed(coordinator, LEVY, {"amount_cents_per_tonne": 2500, **OWN_SOURCE})
    yield 2500
    changed(coordinator, LEVY, {"amount_cents_per_tonne": None})


def check(activity: Json, kind: str = "rail_first") -> Json:
    (found,) = [each for each in activity["rule_checks"] if each["kind"] == kind]
    return dict(found)


def findings(activity: Json, kind: str = "rail_first") -> list[tuple[int, str]]:
    return [(each["item"], each["result"]) for each in check(activity, kind)["findings"]]


def results(activity: Json) -> dict[str, str]:
    return {each["rule_id"]: each["result"] for each in activity["rule_checks"]}


# --- rail before air --------------------------------------------------------------------------------


def test_a_feeder_flight_is_asked_about_and_a_long_one_is_not(activity: Json) -> None:
    assert findings(activity) == [(0, "open"), (1, "kept")]
    assert check(activity)["result"] == "open"
    assert "250 km/h" in check(activity)["findings"][1]["sentence"], "the assumption is said"
    assert (check(activity)["source_id"], check(activity)["verification"]) == ("S109", "verified")


@pytest.mark.parametrize(
    ("answer", "result", "said"),
    [
        ({"rail_hours": 3.5}, "broken", "The train takes 3.5 hours, no more than 7."),
        ({"rail_hours": 7}, "broken", "The train takes 7 hours, no more than 7."),
        ({"rail_hours": 7.25}, "kept", "The train takes 7.25 hours, more than 7."),
        ({"exception": "security"}, "exception", "Exception: Safety of the travellers."),
        ({"exception": "other", "reason": "A strike."}, "exception", "Exception: Other: A strike."),
    ],
)
def test_the_answer_decides(
    coordinator: httpx.Client, activity: Json, answer: Json, result: str, said: str
) -> None:
    answers = [{"type": "flight", "from": "FRA", "to": "BRE", **answer}]
    found = changed(coordinator, f"/activities/{activity['id']}", {"rule_answers": answers})
    assert (found["rule_answers"], check(found)["result"]) == (answers, result)
    assert check(found)["findings"][0]["sentence"].startswith(said)
    assert found["footprint_id"] == activity["footprint_id"], "an answer computes nothing anew"


def test_sentences_come_in_german_too(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}"
    answers = [{**a_flight(), "rail_hours": 3.5}]
    changed(coordinator, path, {"rule_answers": answers})
    shown = coordinator.get(path, headers={"Accept-Language": "de"}).json()
    assert check(shown)["title"] == "Bahn vor Flug bis sieben Stunden"
    assert check(shown)["findings"][0]["sentence"].startswith(
        "Die Bahn braucht 3,5 Stunden, nicht mehr als 7."
    )


def test_answers_may_come_with_the_activity(coordinator: httpx.Client, project: Json) -> None:
    found = made(coordinator, "/activities", an_activity(project, rule_answers=[FEEDER]))
    assert (found["rule_answers"], check(found)["result"]) == ([FEEDER], "exception")
    assert changed(coordinator, f"/activities/{found['id']}", {"rule_answers": []})["rule_answers"] == []


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ([{**a_flight("BRE", "WDH"), "rail_hours": 3}], "/rule_answers/0 answer_without_item"),
        ([FEEDER, {**a_flight("FRA", "BRE"), "rail_hours": 3}], "/rule_answers/1 answer_repeated"),
        ([a_flight()], "/rule_answers/0/rail_hours answer_empty"),
        ([{**a_flight(), "exception": "other"}], "/rule_answers/0/reason reason_missing"),
        ([{**a_flight(), "exception": "luggage_or_material"}], "/rule_answers/0/exception literal_error"),
        ([{**a_flight(), "rail_hours": 0}], "/rule_answers/0/rail_hours greater_than_equal"),
        ([{"type": "taxi", "exception": "security"}], "/rule_answers/0 answer_without_item"),
        ([{"type": "rail", "rail_hours": 3}], "/rule_answers/0 union_tag_invalid"),
    ],
)
def test_an_answer_that_answers_nothing_is_refused(
    coordinator: httpx.Client, activity: Json, answers: list[Json], place: str
) -> None:
    path = f"/activities/{activity['id']}"
    before = coordinator.get(path).content
    assert refused_at(patched(coordinator, path, {"rule_answers": answers})) == [place]
    assert coordinator.get(path).content == before


def test_an_answer_leaves_with_its_flight(coordinator: httpx.Client, project: Json) -> None:
    found = made(coordinator, "/activities", an_activity(project, rule_answers=[FEEDER]))
    path = f"/activities/{found['id']}"
    kept = changed(coordinator, path, {"items": [{**a_flight(), "travellers": 2}]})
    assert kept["rule_answers"] == [FEEDER], "the leg is still there"
    assert changed(coordinator, path, {"items": [a_flight("FRA", "WDH")]})["rule_answers"] == []


def test_a_taxi_needs_a_reason(coordinator: httpx.Client, project: Json) -> None:
    found = made(coordinator, "/activities", an_activity(project, items=[TAXI]))
    assert findings(found, "taxi_exception") == [(0, "open")]
    assert check(found, "taxi_exception")["verification"] == "recalled"
    answers = [{"type": "taxi", "exception": "luggage_or_material", "reason": "Two exhibition walls."}]
    found = changed(coordinator, f"/activities/{found['id']}", {"rule_answers": answers})
    (finding,) = check(found, "taxi_exception")["findings"]
    assert finding["sentence"] == "Exception: Heavy luggage or material. Two exhibition walls."
    assert (finding["from"], finding["to"], found["rule_answers"]) == (None, None, answers)


# --- whose rules ------------------------------------------------------------------------------------


@pytest.mark.parametrize("city", ["durban", "windhoek"])
def test_the_rules_of_bremen_are_not_held_against_others(
    coordinator: httpx.Client, project: Json, city: str
) -> None:
    body = an_activity(project, participants=[{"city_id": city, "count": 3}], host_city_id="bremen")
    found = made(coordinator, "/activities", body)
    assert results(found) == {f"{city}-gap": "unknown"}
    assert "not known" in check(found, "gap")["sentence"]
    assert (found["levies"], found["levy_due_cents"], found["levy_currency"]) == ([], None, None)


def test_each_city_brings_its_own_rules(coordinator: httpx.Client, project: Json) -> None:
    people = [{"city_id": "bremen", "count": 2}, {"city_id": "windhoek", "count": 3}]
    found = made(coordinator, "/activities", an_activity(project, participants=people))
    assert set(results(found)) == {"bremen-rail-first", "bremen-taxi-exception", "windhoek-gap"}


def test_where_nobody_says_who_travels_the_first_city_of_the_project_counts(
    coordinator: httpx.Client, project: Json
) -> None:
    found = made(coordinator, "/activities", an_activity(project, participants=[]))
    assert "bremen-rail-first" in results(found)
    assert "Add the number of travellers" in found["levies"][0]["sentence"]
    elsewhere = {"title_en": "Visits", "city_ids": ["windhoek", "bremen"]}
    other = made(coordinator, "/cooperation-projects", elsewhere)
    found = made(coordinator, "/activities", an_activity(other, participants=[]))
    assert results(found) == {"windhoek-gap": "unknown"}


@pytest.mark.parametrize("kind", ["event", "shipment", "purchase", "online_meeting"])
def test_only_trips_are_checked(coordinator: httpx.Client, project: Json, kind: str) -> None:
    found = made(coordinator, "/activities", an_activity(project, kind=kind))
    assert (found["rule_checks"], found["levies"]) == ([], [])


def test_a_rule_holds_from_its_first_day_and_while_it_is_switched_on(
    coordinator: httpx.Client, project: Json
) -> None:
    early = {"starts_on": "2021-02-22", "ends_on": "2021-02-23"}
    found = made(coordinator, "/activities", an_activity(project, **early))
    assert results(found) == {"bremen-taxi-exception": "kept"}
    assert found["levies"] == []
    found = made(coordinator, "/activities", an_activity(project))
    rail = "/travel-rules/bremen-rail-first"
    changed(coordinator, rail, {"active": False})
    assert results(got(coordinator, f"/activities/{found['id']}")) == {"bremen-taxi-exception": "kept"}
    changed(coordinator, rail, {"active": True})


# --- the levy ---------------------------------------------------------------------------------------


def test_no_levy_is_due_while_nobody_knows_the_amount(activity: Json) -> None:
    (levy,) = activity["levies"]
    assert (levy["share_kg"], levy["amount_cents_per_tonne"], levy["due_cents"]) == (8850.054, None, None)
    assert levy["sentence"].startswith("The amount per tonne is not known")
    assert (activity["levy_due_cents"], activity["levy_currency"]) == (None, "EUR")


def test_the_levy_is_the_share_of_bremen_times_the_amount(
    coordinator: httpx.Client, project: Json, amount: int
) -> None:
    people = [{"city_id": "bremen", "count": 2}, {"city_id": "windhoek", "count": 3}]
    found = made(coordinator, "/activities", an_activity(project, participants=people))
    (levy,) = found["levies"]
    assert (levy["share_kg"], levy["due_cents"], found["levy_due_cents"]) == (3540.022, 8850, 8850)
    said = "The city's share 3,540.022 kg CO2e × 25.00 EUR per tonne = 88.50 EUR."
    assert levy["sentence"] == said
    path = f"/activities/{found['id']}"
    cancelled = changed(coordinator, path, {"status": "cancelled"})
    assert (cancelled["levy_due_cents"], cancelled["levies"][0]["share_kg"]) == (None, None)


def test_a_new_amount_is_a_new_state_of_the_activity(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}"
    seen = coordinator.get(path).headers["ETag"]
    changed(coordinator, LEVY, {"amount_cents_per_tonne": 1, **OWN_SOURCE})
    assert coordinator.get(path, headers={"If-None-Match": seen}).status_code == 200
    answer = coordinator.patch(path, json={"title": "B"}, headers={"If-Match": seen})
    assert problem(answer) == (412, "/problems/stale")
    changed(coordinator, LEVY, {"amount_cents_per_tonne": None})
    assert patched(coordinator, path, {"title": "B"}).status_code == 200


PAID = {"levy_paid_cents": 22125, "levy_paid_on": "2026-10-01", "levy_currency": "EUR"}


def test_what_was_paid_is_kept_with_its_day(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}"
    found = changed(coordinator, path, PAID)
    assert {name: found[name] for name in PAID} == PAID
    assert found["ghg_kg"] == activity["ghg_kg"], "a levy is never netted"
    unpaid = changed(coordinator, path, {"levy_paid_cents": None, "levy_paid_on": None})
    assert (unpaid["levy_paid_cents"], unpaid["levy_currency"]) == (None, "EUR")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({**PAID, "levy_paid_on": None}, "/levy_paid_on levy_incomplete"),
        ({**PAID, "levy_currency": None}, "/levy_currency levy_incomplete"),
        ({**PAID, "levy_paid_cents": None}, "/levy_paid_cents levy_incomplete"),
        ({**PAID, "levy_paid_cents": 0}, "/levy_paid_cents greater_than_equal"),
        ({**PAID, "levy_paid_cents": 1.5}, "/levy_paid_cents integer_expected"),
        ({**PAID, "levy_currency": "euro"}, "/levy_currency string_too_long"),
        ({"portal_difference_reason": "method"}, "/portal_ghg_kg portal_incomplete"),
        ({"portal_note": "Three times the CO2"}, "/portal_ghg_kg portal_incomplete"),
        ({"portal_ghg_kg": -1}, "/portal_ghg_kg greater_than_equal"),
        ({"portal_ghg_kg": 1, "portal_difference_reason": "mood"}, "/portal_difference_reason literal_error"),
    ],
)
def test_half_a_payment_or_comparison_is_refused_at_its_place(
    coordinator: httpx.Client, activity: Json, change: Json, place: str
) -> None:
    assert refused_at(patched(coordinator, f"/activities/{activity['id']}", change)) == [place]


def test_another_portals_figure_stands_beside_ours(coordinator: httpx.Client, activity: Json) -> None:
    path = f"/activities/{activity['id']}"
    given = {
        "portal_ghg_kg": 26550.162,
        "portal_difference_reason": "non_co2_factor",
        "portal_note": "The portal counts flights three times.",
    }
    found = changed(coordinator, path, given)
    assert {name: found[name] for name in given} == given
    assert found["portal_difference_kg"] == 17700.108
    assert (found["ghg_kg"], found["footprint_id"]) == (activity["ghg_kg"], activity["footprint_id"])
    gone = changed(coordinator, path, dict.fromkeys(given))
    assert (gone["portal_ghg_kg"], gone["portal_difference_kg"]) == (None, None)


# --- before it is an activity -----------------------------------------------------------------------


def a_check(**changes: Any) -> Json:
    items = [{**a_flight(), "travellers": 5, "return": True}]
    return {"city_id": "bremen", "on": "2026-09-14", "items": items} | changes


def checked(client: httpx.Client, **changes: Any) -> Json:
    answer = client.post("/travel-rule-checks", json=a_check(**changes))
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def test_a_planned_journey_is_checked_and_nothing_is_stored(coordinator: httpx.Client, amount: int) -> None:
    found = checked(coordinator)
    assert results(found) == {"bremen-rail-first": "open", "bremen-taxi-exception": "kept"}
    share_kg = found["levies"][0]["share_kg"]
    assert found["levy_due_cents"] == round(share_kg * amount / 1000)
    assert results(checked(coordinator, rule_answers=[FEEDER]))["bremen-rail-first"] == "exception"
    assert results(checked(coordinator, city_id="durban")) == {"durban-gap": "unknown"}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"city_id": "atlantis"}, "/city_id unknown_city"),
        ({"items": [a_flight("BRE", "XXX")]}, "/items/0/to unknown_airport"),
        ({"items": [meals()], "rule_answers": [FEEDER]}, "/rule_answers/0 answer_without_item"),
        ({"on": "1999-01-01"}, "/on day_out_of_range"),
    ],
)
def test_a_journey_that_cannot_be_checked_is_refused_at_its_place(
    coordinator: httpx.Client, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/travel-rule-checks", json=a_check(**change))) == [place]
