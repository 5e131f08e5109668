"""The yearly upkeep: what is past its best, and what soon will be."""

from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import changed, got, made, removed
from tests.footprint.office import Office

Json = dict[str, Any]

RULE = {
    "kind": "taxi_exception",
    "title_en": "Taxi",
    "source_note": "Policy, section 3",
    "verification": "reported",
}


@pytest.fixture
def coordinator(office: Office) -> httpx.Client:
    return office.person("coordinator")


def upkeep(client: httpx.Client) -> dict[str, Json]:
    items = got(client, "/upkeep")["items"]
    return {item["id"]: item for item in items}


def test_a_factor_set_past_its_best_is_named_with_its_page(office: Office) -> None:
    found = upkeep(office.person("viewer"))["factor_set:desnz-2025"]
    assert (found["state"], found["best_before_on"]) == ("past", "2026-06-30")
    assert found["link"] == "/methodik/faktoren?factor_set=desnz-2025"


def test_a_factor_set_that_ended_without_a_later_one_is_named(office: Office) -> None:
    """Without a best-before date its last day counts; the sets without either are at least counted."""
    client = office.person("viewer")
    found = {key.partition(":")[2]: item for key, item in upkeep(client).items() if "factor_set" in key}
    assert found["uba-tremod"]["best_before_on"] == "2021-12-31", "what is only recalled does not go on"
    assert found["dffe-2023"]["best_before_on"] == "2023-12-31"
    assert not {"desnz-2024", "dffe-2022"} & found.keys(), "the next edition goes on"
    sets = got(client, "/emission-factor-sets", limit=100)["items"]
    endless = [each for each in sets if each["best_before_on"] is None and each["valid_to_on"] is None]
    assert got(client, "/upkeep")["factor_sets_without_end"] == len(endless) > 0


def test_a_population_is_good_for_three_years_after_its_own(office: Office) -> None:
    client = office.person("viewer")
    found = {key.partition(":")[2]: item for key, item in upkeep(client).items() if "population" in key}
    for city in got(client, "/cities", limit=1000)["items"]:
        year, item = city["population_year"], found.get(city["id"])
        if city["population"] is None or (year is not None and year > 2023):
            assert item is None
            continue
        assert item is not None
        assert item["best_before_on"] == (year and f"{year + 3}-12-31")
        assert item["state"] == ("near" if year == 2023 else "past")
    assert found


def test_a_rule_that_ends_is_named_until_another_goes_on(coordinator: httpx.Client) -> None:
    rule = made(coordinator, "/travel-rules", RULE | {"city_id": "durban", "valid_to_on": "2026-12-31"})
    found = upkeep(coordinator)[f"travel_rule:{rule['id']}"]
    assert (found["state"], found["title_de"], found["title_en"]) == ("near", "Taxi", "Taxi")
    follower = made(coordinator, "/travel-rules", RULE | {"city_id": "durban", "valid_from_on": "2027-01-01"})
    assert f"travel_rule:{rule['id']}" not in upkeep(coordinator)
    assert removed(coordinator, f"/travel-rules/{follower['id']}").status_code == 204
    changed(coordinator, f"/travel-rules/{rule['id']}", {"valid_to_on": "2026-11-23"})
    assert upkeep(coordinator)[f"travel_rule:{rule['id']}"]["state"] == "past"
    changed(coordinator, f"/travel-rules/{rule['id']}", {"active": False})
    assert f"travel_rule:{rule['id']}" not in upkeep(coordinator)


def test_a_limit_is_missed_where_a_project_goes_on_without_one(coordinator: httpx.Client) -> None:
    def budget(year: int, **project: Any) -> str:
        body = {"title_de": "Wasser", "city_ids": ["bremen"], **project}
        project_id = made(coordinator, "/cooperation-projects", body)["id"]
        limit = {"project_id": project_id, "year": year, "limit_kg": 1000}
        return f"carbon_budget:{made(coordinator, '/carbon-budgets', limit)['id']}"

    past, near = budget(2025), budget(2026, ends_on="2027-03-31")
    over, next_year = budget(2026, ends_on="2026-12-31"), budget(2027)
    completed = budget(2025, status="completed")
    found = upkeep(coordinator)
    assert (found[past]["state"], found[near]["state"]) == ("past", "near")
    assert not {over, next_year, completed} & found.keys()
    assert found[near]["title_de"] == "Wasser: CO2-Obergrenze 2026"
    assert found[near]["link"].endswith("&year=2027")
    project_id = found[near]["link"].partition("project=")[2].partition("&")[0]
    made(coordinator, "/carbon-budgets", {"project_id": project_id, "year": 2027, "limit_kg": 900})
    assert near not in upkeep(coordinator)


def test_what_is_longest_past_comes_first(coordinator: httpx.Client) -> None:
    days = [item["best_before_on"] or "" for item in got(coordinator, "/upkeep")["items"]]
    assert days == sorted(days)
