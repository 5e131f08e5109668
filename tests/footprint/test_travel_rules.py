"""Travel rules over HTTP: dated records of a city, each with its source and its switch."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from klimabruecke.cli import seed
from tests.footprint.cooperation import changed, got, made, patched, problem, refused_at, removed
from tests.footprint.office import Office, staffed
from tests.installations import a_seeded

Json = dict[str, Any]

LEVY = "/travel-rules/bremen-co2-levy"


def a_rule(**changes: Any) -> Json:
    """Four hours by rail in Durban, in 2030 only; nothing of the sort is known, it is a test."""
    return {
        "city_id": "durban",
        "kind": "rail_first",
        "title_en": "Rail first",
        "valid_from_on": "2030-01-01",
        "valid_to_on": "2030-12-31",
        "max_rail_hours": 4,
        "source_note": "Invented for a test",
        "verification": "reported",
    } | changes


@pytest.fixture
def rule(coordinator: httpx.Client) -> Iterator[Json]:
    found = made(coordinator, "/travel-rules", a_rule())
    yield found
    removed(coordinator, f"/travel-rules/{found['id']}")


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[httpx.Client]:
    """The coordinator of an installation where nobody has changed a rule yet."""
    with staffed(a_seeded(tmp_path)) as made:
        yield made.person("coordinator")


def test_bremen_has_its_three_rules_each_with_its_standing(untouched: httpx.Client) -> None:
    rules = {each["kind"]: each for each in got(untouched, "/travel-rules", city="bremen")["items"]}
    assert set(rules) == {"rail_first", "co2_levy", "taxi_exception"}
    rail, levy, taxi = rules["rail_first"], rules["co2_levy"], rules["taxi_exception"]
    assert (rail["max_rail_hours"], rail["source_id"], rail["verification"]) == (7, "S109", "verified")
    assert (levy["amount_cents_per_tonne"], levy["currency"]) == (None, "EUR")
    assert (levy["valid_from_on"], levy["verification"]) == ("2021-09-01", "reported")
    assert (taxi["source_id"], taxi["verification"]) == (None, "recalled")
    source = got(untouched, f"/sources/{levy['source_id']}")
    assert source["title"].startswith("Rundschreiben des Senators für Finanzen Nr. 10/2021")


@pytest.mark.parametrize("city", ["durban", "windhoek", "bremerhaven"])
def test_what_is_not_known_of_a_city_is_said_as_a_gap(coordinator: httpx.Client, city: str) -> None:
    (gap,) = got(coordinator, "/travel-rules", city=city, kind="gap")["items"]
    assert (gap["verification"], gap["source_id"], gap["max_rail_hours"]) == (None, None, None)
    assert "nicht bekannt" in gap["title_de"]
    assert "not known" in gap["title_en"]


def test_rules_are_found_by_the_day_they_hold(coordinator: httpx.Client, rule: Json) -> None:
    def ids(**filters: Any) -> list[str]:
        return [each["id"] for each in got(coordinator, "/travel-rules", **filters)["items"]]

    assert rule["id"] in ids(valid_on="2030-12-31", city="durban")
    assert rule["id"] not in ids(valid_on="2031-01-01", city="durban")
    assert "bremen-co2-levy" not in ids(valid_on="2021-08-31")
    assert "bremen-co2-levy" in ids(valid_on="2021-09-01", kind="co2_levy", active=True)
    assert ids(active=False) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"city_id": "atlantis"}, "/city_id unknown_city"),
        ({"title_en": None}, "/title_de title_missing"),
        ({"valid_to_on": "2029-12-31"}, "/valid_to_on ends_before_start"),
        ({"max_rail_hours": None}, "/max_rail_hours parameter_missing"),
        ({"max_rail_hours": 0}, "/max_rail_hours greater_than_equal"),
        ({"currency": "EUR"}, "/currency parameter_of_another_kind"),
        ({"amount_cents_per_tonne": 1}, "/amount_cents_per_tonne parameter_of_another_kind"),
        ({"kind": "gap"}, "/max_rail_hours parameter_of_another_kind"),
        ({"kind": "co2_levy", "max_rail_hours": None}, "/currency parameter_missing"),
        ({"source_id": "nowhere"}, "/source_id unknown_source"),
        ({"verification": None}, "/verification verification_missing"),
        ({"source_note": None}, "/source_id source_missing"),
    ],
)
def test_what_a_rule_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/travel-rules", json=a_rule(**change))) == [place]


def test_what_is_only_remembered_needs_no_source(coordinator: httpx.Client) -> None:
    body = a_rule(source_note=None, verification="recalled")
    found = made(coordinator, "/travel-rules", body)
    assert found["source_note"] is None
    removed(coordinator, f"/travel-rules/{found['id']}")


def test_one_rule_of_a_kind_holds_at_a_time(coordinator: httpx.Client, rule: Json) -> None:
    overlapping = a_rule(valid_from_on="2030-12-31", valid_to_on=None)
    assert refused_at(coordinator.post("/travel-rules", json=overlapping)) == ["/valid_from_on rule_overlaps"]
    switched_off = made(coordinator, "/travel-rules", {**overlapping, "active": False})
    path = f"/travel-rules/{switched_off['id']}"
    assert refused_at(patched(coordinator, path, {"active": True})) == ["/valid_from_on rule_overlaps"]
    assert changed(coordinator, path, {"active": True, "valid_from_on": "2031-01-01"})["active"] is True
    removed(coordinator, path)


def test_a_rule_needs_the_etag_that_was_seen(coordinator: httpx.Client, rule: Json) -> None:
    path = f"/travel-rules/{rule['id']}"
    seen = coordinator.get(path).headers["ETag"]
    changed(coordinator, path, {"max_rail_hours": 5})
    answer = coordinator.patch(path, json={"max_rail_hours": 6}, headers={"If-Match": seen})
    assert problem(answer) == (412, "/problems/stale")
    assert coordinator.delete(path).status_code == 428
    assert got(coordinator, path)["max_rail_hours"] == 5


def test_a_rule_that_was_deleted_is_gone_from_list_and_address(coordinator: httpx.Client) -> None:
    rule = made(coordinator, "/travel-rules", a_rule())
    path = f"/travel-rules/{rule['id']}"
    assert removed(coordinator, path).status_code == 204
    assert coordinator.get(path).status_code == 404
    listed = got(coordinator, "/travel-rules", city="durban")["items"]
    assert rule["id"] not in [each["id"] for each in listed]


OWN_SOURCE: Json = {"source_id": None, "source_note": "Invented for a test", "verification": "recalled"}


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({}, "/source_id amount_without_source_id"),
        ({"source_note": "Testquelle"}, "/source_id amount_without_source_id"),
        ({"source_note": "Testquelle", "verification": "verified"}, "/source_id amount_without_source_id"),
        ({"source_id": None, "source_note": None}, "/source_id amount_without_source"),
        ({"source_id": None, "verification": "verified"}, "/source_id amount_without_source"),
        ({"source_id": None, "source_note": "Testquelle"}, "/verification amount_without_verification"),
        ({"source_id": "S109", "verification": None}, "/verification amount_without_verification"),
    ],
)
def test_a_new_amount_is_never_attributed_to_the_old_source(
    coordinator: httpx.Client, given: Json, place: str
) -> None:
    before = got(coordinator, LEVY)
    answer = patched(coordinator, LEVY, {"amount_cents_per_tonne": 2500, **given})
    assert refused_at(answer) == [place]
    assert got(coordinator, LEVY) == before


def test_an_amount_is_set_with_where_it_was_read_and_how_well(coordinator: httpx.Client) -> None:
    found = changed(coordinator, LEVY, {"amount_cents_per_tonne": 2500, **OWN_SOURCE})
    assert {name: found[name] for name in OWN_SOURCE} == OWN_SOURCE
    assert changed(coordinator, LEVY, {"amount_cents_per_tonne": 2500})["version"] > 1, "said again"
    answer = patched(coordinator, LEVY, {"source_note": None, "source_id": None})
    assert refused_at(answer) == ["/source_id amount_without_source"]
    changed(coordinator, LEVY, {"amount_cents_per_tonne": None})


def test_the_amount_is_a_gap_of_its_city_only_until_it_is_entered(coordinator: httpx.Client) -> None:
    def stated() -> tuple[str, list[str]]:
        answer = coordinator.get("/cities/bremen")
        said = [gap["text_de"] for gap in answer.json()["gaps"] if "Abgabe" in gap["text_de"]]
        return answer.headers["ETag"], said

    before, said = stated()
    assert said == [
        "Wie viel die CO2-Abgabe auf Dienstreisen je Tonne beträgt, ist nicht bekannt. Das Feld bleibt leer."
    ]
    assert all("Abgabe" not in gap["text_de"] for gap in got(coordinator, "/cities/bremen-land")["gaps"])
    rule = changed(coordinator, LEVY, {"amount_cents_per_tonne": 2500, **OWN_SOURCE})
    assert "Betrag" not in rule["text_de"], "the stored text says nothing about the amount"
    entered, said = stated()
    assert (said, entered != before) == ([], True)
    changed(coordinator, LEVY, {"amount_cents_per_tonne": None})
    assert len(stated()[1]) == 1


def test_seeding_again_leaves_what_people_changed_and_what_they_deleted(
    office: Office, coordinator: httpx.Client
) -> None:
    changed(coordinator, LEVY, {"amount_cents_per_tonne": 100, **OWN_SOURCE})
    removed(coordinator, "/travel-rules/bremerhaven-gap")
    seed(office.settings)
    assert got(coordinator, LEVY)["amount_cents_per_tonne"] == 100
    assert coordinator.get("/travel-rules/bremerhaven-gap").status_code == 404
    changed(coordinator, LEVY, {"amount_cents_per_tonne": None})


def test_only_the_city_and_the_coordination_write_a_rule(office: Office, rule: Json) -> None:
    path = f"/travel-rules/{rule['id']}"
    for other in (office.person("editor", "bremen"), office.person("viewer"), office.person("auditor")):
        assert other.post("/travel-rules", json=a_rule()).status_code == 403
        assert patched(other, path, {"active": False}).status_code == 403
        assert removed(other, path).status_code == 403
    own = office.person("editor", "durban")
    assert changed(own, path, {"max_rail_hours": 6})["max_rail_hours"] == 6
    body = a_rule(valid_from_on="2032-01-01", valid_to_on=None)
    assert removed(own, f"/travel-rules/{made(own, '/travel-rules', body)['id']}").status_code == 204


def test_the_trail_keeps_who_changed_a_rule_in_the_chain_of_its_city(office: Office, rule: Json) -> None:
    changed(office.person("editor", "durban"), f"/travel-rules/{rule['id']}", {"max_rail_hours": 3})
    entries = got(office.person("auditor"), "/audit", resource="travel_rule", record=rule["id"])["items"]
    assert [entry["action"] for entry in entries] == ["update", "create"]
    assert {entry["chain"] for entry in entries} == {"durban"}
