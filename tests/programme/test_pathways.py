"""What is left until a target, and what published measures would add to it."""

from typing import Any

import pytest

from tests.footprint.cooperation import got, made
from tests.footprint.office import Office
from tests.measures.records import a_measure, a_reduction

Json = dict[str, Any]


def pathway(office: Office, target: str, city: str) -> Json:
    items = got(office.visitor(), "/pathways", city=city)["items"]
    found: Json = next(one for one in items if one["target_id"] == target)
    return found


@pytest.fixture
def measures(office: Office) -> dict[str, str]:
    """Of Durban: what is expected, claimed, adapted and not published."""
    figures = {
        "buses": a_measure(city_id="durban", effects=[a_reduction(ghg_kg=7_000_000)]),
        "claim": a_measure(city_id="durban", effects=[a_reduction(basis="claimed")]),
        "draft": a_measure(city_id="durban", effects=[a_reduction()], visibility="draft"),
        "trees": a_measure(city_id="durban", action_type="adaptation", effects=[]),
    }
    client = office.person("coordinator")
    return {name: made(client, "/measures", body)["id"] for name, body in figures.items()}


def test_measures_close_the_gap_to_a_target_claims_apart(office: Office, measures: dict[str, str]) -> None:
    path = pathway(office, "durban-2030", "durban")
    shown = {one["measure_id"]: one for one in path["measures"]}
    assert measures["draft"] not in shown
    assert (shown[measures["buses"]]["counts"], shown[measures["buses"]]["year"]) == (True, 2026)
    assert (shown[measures["trees"]]["ghg_kg"], shown[measures["trees"]]["why_not"]) == (None, "adaptation")
    counting = [one for one in path["measures"] if one["counts"]]
    for basis in ("expected", "measured", "claimed"):
        figures = [one["ghg_kg"] for one in counting if one["basis"] == basis]
        assert path[basis]["ghg_kg"] == (sum(figures) if figures else None)
    firm = (path["expected"]["ghg_kg"] or 0) + (path["measured"]["ghg_kg"] or 0)
    assert path["remaining_kg"] == path["to_go_kg"] - firm
    assert path["remaining_with_claims_kg"] == path["remaining_kg"] - path["claimed"]["ghg_kg"]


def test_the_two_measures_of_one_saving_in_bremen_count_once(office: Office) -> None:
    path = pathway(office, "bremen-2030", "bremen")
    shown = {one["measure_id"]: one for one in path["measures"]}
    pair = [shown["BRE-02"], shown["BRE-03"]]
    assert sum(one["counts"] for one in pair) <= 1
    assert len({one["overlap_group"] for one in pair}) == 1


def test_a_city_without_an_inventory_of_its_base_year_has_no_remaining_gap(office: Office) -> None:
    items = got(office.visitor(), "/pathways")["items"]
    (path, *_) = [one for one in items if one["reason_if_null"]]
    assert (path["to_go_kg"], path["remaining_kg"], path["remaining_with_claims_kg"]) == (None, None, None)
