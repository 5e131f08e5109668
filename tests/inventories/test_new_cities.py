"""Adding cities: by coordinators, with figures that come with their source."""

from typing import Any

import httpx
import pytest

from tests.footprint.office import Office
from tests.inventories.records import got, made, refused_at

Json = dict[str, Any]


def a_city(**changes: Any) -> Json:
    return {
        "id": "walvis-bay",
        "name_de": "Walfischbucht",
        "name_en": "Walvis Bay",
        "country_code": "NA",
        "latitude": -22.9575,
        "longitude": 14.5053,
    } | changes


def test_a_coordinator_adds_a_city_and_everybody_sees_it(office: Office, coordinator: httpx.Client) -> None:
    found = made(coordinator, "/cities", a_city())
    assert (found["country"], found["latitude_deg"], found["population"]) == ("NA", -22.9575, None)
    assert got(office.visitor(), "/cities/walvis-bay") == found
    assert "walvis-bay" in [one["id"] for one in got(office.visitor(), "/cities", country="NA")["items"]]
    assert refused_at(coordinator.post("/cities", json=a_city())) == ["/id city_exists"]


def test_a_new_city_has_no_inventory_and_says_so(office: Office, coordinator: httpx.Client) -> None:
    made(coordinator, "/cities", a_city(id="swakopmund"))
    found = got(office.visitor(), "/series", city="swakopmund")
    assert found["items"] == []
    assert [gap["text_en"] for gap in found["gaps"]] == ["No inventory of this city has been published yet."]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"population": 1, "population_year": 1899}, "/population_year greater_than_equal"),
        ({"id": "platform"}, "/id city_exists"),
        ({"id": "Walvis Bay"}, "/id string_pattern_mismatch"),
        ({"country_code": "Namibia"}, "/country_code string_pattern_mismatch"),
        ({"latitude": 91}, "/latitude less_than_equal"),
        ({"longitude": "14"}, "/longitude float_type"),
        ({"parent_city_id": "atlantis"}, "/parent_city_id unknown_city"),
        ({"parent_city_id": "durban"}, "/parent_city_id parent_no_state"),
        ({"population": 50_000, "population_source_id": "S011"}, "/population_year year_missing"),
        ({"population": 50_000, "population_year": 2023}, "/population_source_id source_missing"),
        ({"area_km2": 29, "area_source_id": "S999"}, "/area_source_id unknown_source"),
    ],
)
def test_what_a_city_cannot_be_is_refused_at_its_place(
    coordinator: httpx.Client, change: Json, place: str
) -> None:
    assert refused_at(coordinator.post("/cities", json=a_city(**{"id": "a-town"} | change))) == [place]


def test_nobody_else_adds_cities(office: Office) -> None:
    for other in (
        office.person("editor", "windhoek", "climate"),
        office.person("viewer"),
        office.person("admin"),
    ):
        assert other.post("/cities", json=a_city(id="rehoboth")).status_code == 403
    assert office.visitor().post("/cities", json=a_city(id="rehoboth")).status_code == 401
