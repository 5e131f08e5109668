"""A coordinator loads a factor set as a file; another one sees what it changes, and publishes it."""

import csv
import io
from collections.abc import Iterator
from itertools import count
from time import sleep
from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import got, made, problem, removed
from tests.footprint.office import Office, staffed
from tests.installations import a_seeded
from tests.people import API, an_account, token_of
from tests.reference.files import Cells, a_row, a_set, succeeding, text_of

Json = dict[str, Any]

DRAFTS = "/emission-factor-set-drafts"
RAIL = {"type": "rail", "distance_km": 1000, "country": "DE", "travellers": 10}
_numbers = count(1)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An installation of its own: what is published here would change the figures of other tests."""
    settings = a_seeded(tmp_path_factory.mktemp("factor-sets"))
    with staffed(settings) as served:
        yield served


@pytest.fixture(scope="module")
def coordinator(office: Office) -> httpx.Client:
    return office.person("coordinator")


@pytest.fixture(scope="module")
def second(office: Office) -> Iterator[httpx.Client]:
    an_account(office.settings, "second@example.org", "coordinator")
    headers = {"Authorization": f"Bearer {token_of(office.base_url, 'second@example.org')}"}
    with httpx.Client(base_url=f"{office.base_url}{API}", timeout=60, headers=headers) as client:
        yield client


@pytest.fixture(scope="module")
def project(coordinator: httpx.Client) -> Json:
    cities = {"city_ids": ["bremen", "windhoek"]}
    return made(coordinator, "/cooperation-projects", {"title_de": "Schiene"} | cities)


def new_id() -> str:
    return f"TEST-{next(_numbers)}"


def published(second: httpx.Client, draft: Json) -> httpx.Response:
    path = f"{DRAFTS}/{draft['id']}"
    return second.post(f"{path}/publications", headers={"If-Match": second.get(path).headers["ETag"]})


def a_trip(client: httpx.Client, project: Json, year: int = 2026, **changes: Any) -> Json:
    days = {"starts_on": f"{year}-05-04", "ends_on": f"{year}-05-08"}
    body = {"title": "T", "kind": "trip", "project_id": project["id"], "items": [RAIL]} | days
    people = {"participants": [{"city_id": "bremen", "count": 10}]}
    return made(client, "/activities", body | people | changes)


def rail_used(client: httpx.Client, on: str) -> str:
    """The factor a journey by rail rests on."""
    computed = client.post("/footprints", json={"kind": "trip", "on": on, "items": [RAIL]})
    assert computed.status_code == 200, computed.text
    found: str = computed.json()["items"][0]["factors"][0]["id"]
    return found


def findings(client: httpx.Client, *rows: Cells, **changes: Any) -> list[str]:
    """The sentences of a refused file."""
    answer = client.post(DRAFTS, json=a_set(*rows, **changes))
    assert answer.status_code == 422, answer.text
    errors = answer.json()["errors"]
    assert {error["pointer"] for error in errors} == {"/csv"}
    return [f"{error['code']}: {error['detail']}" for error in errors]


def test_the_template_names_every_column_and_shows_a_factor_that_is_there(coordinator: httpx.Client) -> None:
    answer = coordinator.get("/emission-factor-set-template")
    assert answer.headers["content-type"].startswith("text/csv")
    (example,) = csv.DictReader(io.StringIO(answer.text))
    assert example["id"] == "UBA-TREMOD-04"
    assert answer.text.startswith("id,category,name,name_de,name_en,region_code,")
    (finding,) = findings(coordinator, csv=answer.text)
    assert finding.startswith("id_taken: Row 2, column id: ")


def test_a_draft_is_seen_by_coordinators_alone_and_used_by_nothing(
    office: Office, coordinator: httpx.Client
) -> None:
    factor = new_id()
    draft = made(coordinator, DRAFTS, a_set(a_row(id=factor)))
    assert (draft["factors"], draft["title"]) == (1, "Test factors 2026")
    assert got(coordinator, f"{DRAFTS}/{draft['id']}") == draft
    assert draft["id"] in [each["id"] for each in got(coordinator, DRAFTS)["items"]]
    assert office.visitor().get(f"/emission-factors/{factor}").status_code == 404
    assert office.person("editor", "bremen").get(f"{DRAFTS}/{draft['id']}").status_code == 403
    assert removed(coordinator, f"{DRAFTS}/{draft['id']}").status_code == 204
    assert coordinator.get(f"{DRAFTS}/{draft['id']}").status_code == 404


def test_who_loaded_a_set_cannot_publish_it(coordinator: httpx.Client, second: httpx.Client) -> None:
    draft = made(coordinator, DRAFTS, a_set(a_row(id=new_id())))
    assert problem(published(coordinator, draft)) == (403, "/problems/second-person-required")
    assert published(second, draft).status_code == 201
    assert coordinator.get(f"{DRAFTS}/{draft['id']}").status_code == 404


def test_a_publication_names_the_state_that_was_seen(coordinator: httpx.Client, second: httpx.Client) -> None:
    draft = made(coordinator, DRAFTS, a_set(a_row(id=new_id())))
    path = f"{DRAFTS}/{draft['id']}/publications"
    assert second.post(path).status_code == 428
    assert second.post(path, headers={"If-Match": '"old"'}).status_code == 412


def test_a_published_set_keeps_every_digit_and_the_country_code_of_namibia(
    coordinator: httpx.Client, second: httpx.Client
) -> None:
    factor = new_id()
    row = a_row(id=factor, value="0.123456789012", ch4_kg="7.5E-06", region_code="NA")
    source = {"title": "New tables", "publisher": "Ministry", "year": 2026, "kind": "dataset"}
    where = {"locator": "page 3", "licence": "open", "accessed_on": "2026-11-24"}
    draft = made(coordinator, DRAFTS, a_set(row, source_id=None, new_source=source | where))
    answer = published(second, draft)
    found = answer.json()
    assert answer.headers["Location"] == f"{API}/emission-factor-sets/{found['id']}"
    assert found["id"].startswith("test-2026")
    shown = got(coordinator, f"/emission-factors/{factor}")
    assert (shown["value"], shown["ch4_kg"], shown["region_code"]) == (0.123456789012, 7.5e-06, "NA")
    assert (shown["co2_kg"], shown["valid_to_on"], shown["document"]) == (None, "2026-12-31", draft["title"])
    assert got(coordinator, f"/sources/{shown['source_id']}")["title"] == "New tables"
    found_by_name = got(coordinator, "/emission-factors", q="bahn", limit=1000)["items"]
    assert factor in [each["id"] for each in found_by_name]


def test_a_successor_answers_on_its_days_and_stored_figures_stay(
    coordinator: httpx.Client, second: httpx.Client, project: Json
) -> None:
    old = got(coordinator, f"/emission-factors/{rail_used(coordinator, '2026-05-04')}")
    trip, earlier = a_trip(coordinator, project), a_trip(coordinator, project, 2025)
    row = succeeding(old, value=str(old["value"] * 2))
    draft = made(coordinator, DRAFTS, a_set(row))
    effects = got(coordinator, f"{DRAFTS}/{draft['id']}/effects")
    (factor,) = effects["factors"]
    assert factor["replaces"] == {name: old[name] for name in ("id", "value", "source_id")}
    assert (factor["change_pct"], factor["activities"]) == (100.0, 2)
    (year,) = effects["years"]
    assert (year["year"], year["activities"], year["changed"]) == (2026, 1, 1)
    assert year["ghg_kg"] == trip["ghg_kg"]
    assert year["recalculated_kg"] == pytest.approx(year["ghg_kg"] + year["difference_kg"])
    assert rail_used(coordinator, "2026-05-04") == old["id"]

    assert published(second, draft).status_code == 201
    _wait_for(coordinator, row["id"])
    assert rail_used(coordinator, "2025-05-04") == old["id"]
    assert got(coordinator, f"/activities/{trip['id']}")["ghg_kg"] == trip["ghg_kg"]
    assert got(coordinator, f"/emission-factors/{old['id']}")["value"] == old["value"]
    again = made(coordinator, f"/activities/{trip['id']}/footprints", {})
    assert again["ghg_kg"] == year["recalculated_kg"]
    again = made(coordinator, f"/activities/{earlier['id']}/footprints", {})
    assert again["ghg_kg"] == earlier["ghg_kg"]


def _wait_for(client: httpx.Client, factor: str) -> None:
    """Factors are kept for a second."""
    for _ in range(50):
        if rail_used(client, "2026-05-04") == factor:
            return
        sleep(0.05)
    raise AssertionError("the successor does not answer")


def test_a_second_successor_of_the_same_factor_is_refused_also_at_its_publication(
    coordinator: httpx.Client, second: httpx.Client
) -> None:
    old = a_row(id=new_id())
    assert published(second, made(coordinator, DRAFTS, a_set(old, valid_to_on=None))).status_code == 201
    first, other = (a_row(id=new_id(), replaces=old["id"]) for _ in range(2))
    later = made(coordinator, DRAFTS, a_set(other))
    assert published(second, made(coordinator, DRAFTS, a_set(first))).status_code == 201
    assert problem(published(second, later)) == (409, "/problems/factor-set-no-longer-fits")
    assert got(coordinator, f"{DRAFTS}/{later['id']}") == later
    (finding,) = findings(coordinator, a_row(id=new_id(), replaces=old["id"]))
    assert finding.endswith(f"Enter that one: {first['id']}.")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ({"value": "0,5"}, "number_expected"),
        ({"value": "1 000"}, "number_expected"),
        ({"value": "NaN"}, "number_expected"),
        ({"value": "-1"}, "number_expected"),
        ({"value": "9999999999"}, "number_out_of_range"),
        ({"value": "0.0000000000000000000000001"}, "number_out_of_range"),
        ({"value": ""}, "missing"),
        ({"uncertainty_pct": "much"}, "number_expected"),
        ({"unit": "kg per horse"}, "unknown_unit"),
        ({"category": "horses"}, "unknown_category"),
        ({"scope": "all"}, "literal_error"),
        ({"non_co2": "perhaps"}, "literal_error"),
        ({"quality_grade": "E"}, "literal_error"),
        ({"region_code": "Namibia"}, "string_too_long"),
        ({"id": "ä b"}, "string_pattern_mismatch"),
        ({"replaces": "nothing"}, "unknown_replaced"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(coordinator: httpx.Client, cell: Cells, code: str) -> None:
    (name,) = cell
    found = findings(coordinator, a_row(id=new_id()), a_row(id=new_id()) | cell)
    said = [finding for finding in found if f"Row 3, column {name}: " in finding]
    assert len(found) == 1
    assert (said and said[0].startswith(code)) or name == "region_code"


def test_a_successor_with_another_unit_or_scope_is_refused(coordinator: httpx.Client) -> None:
    old = got(coordinator, "/emission-factors/UBA-TREMOD-04")
    found = findings(coordinator, succeeding(old, unit="kgCO2e/tonne_km", scope="ttw", id=new_id()))
    assert [finding.partition(" ")[2][:25] for finding in found if finding.startswith("differs")] == [
        "Row 2, column unit: The r",
        "Row 2, column scope: The ",
    ]


def test_a_row_of_a_known_series_says_what_it_replaces(coordinator: httpx.Client) -> None:
    found = findings(coordinator, a_row(id=new_id(), publisher_factor_id="21_316_3160_11_1"))
    assert found[0].startswith("same_publisher_id: Row 2, column replaces: ")


def test_a_german_table_with_semicolons_has_decimal_commas(coordinator: httpx.Client) -> None:
    row = a_row(id=new_id(), value="0,25")
    draft = made(coordinator, DRAFTS, a_set(csv="\ufeff" + text_of(row, separator=";")))
    assert got(coordinator, f"{DRAFTS}/{draft['id']}/effects")["factors"][0]["value"] == 0.25
    (finding,) = findings(coordinator, csv=text_of(a_row(id=new_id(), value="1.234"), separator=";"))
    assert finding.startswith("number_expected: Row 2, column value: ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("id,category\n", "column_missing"),
        (text_of(a_row()).replace("id,", "nummer,", 1), "column_unknown"),
        (text_of(a_row()).replace("category,name,", "category,category,", 1), "column_repeated"),
        (text_of(), "no_rows"),
        (text_of(a_row()) + 'X,"open', "no_csv"),
        (text_of(a_row()) + "X,Y\n", "cells"),
        (text_of(a_row(), a_row()), "id_repeated"),
        ("\n", "column_missing"),
    ],
)
def test_what_is_no_such_table_is_refused(coordinator: httpx.Client, text: str, code: str) -> None:
    assert findings(coordinator, csv=text)[0].partition(":")[0] == code


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"valid_to_on": "2025-12-31"}, "/valid_to_on"),
        ({"source_id": None}, "/source_id"),
        ({"source_id": "no-such-source"}, "/source_id"),
        ({"edition_year": 20261}, "/edition_year"),
        ({"csv": "id,\x07"}, "/csv"),
    ],
)
def test_a_set_without_days_or_source_is_refused(
    coordinator: httpx.Client, changes: Json, pointer: str
) -> None:
    answer = coordinator.post(DRAFTS, json=a_set(**changes))
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


def test_a_set_that_waits_is_a_task_of_the_other_coordinators(
    coordinator: httpx.Client, second: httpx.Client
) -> None:
    draft = made(coordinator, DRAFTS, a_set(a_row(id=new_id())))
    assert _tasks(coordinator, draft) == []
    assert _tasks(second, draft) == [f"/faktorsaetze/{draft['id']}"]
    assert published(second, draft).status_code == 201
    assert _tasks(second, draft) == []


def _tasks(client: httpx.Client, draft: Json) -> list[str]:
    tasks = got(client, "/tasks")["items"]
    return [task["link"] for task in tasks if task["record_id"] == draft["id"]]


def test_the_trail_says_who_published(
    office: Office, coordinator: httpx.Client, second: httpx.Client
) -> None:
    draft = made(coordinator, DRAFTS, a_set(a_row(id=new_id())))
    assert published(second, draft).status_code == 201
    trail = got(office.person("auditor"), "/audit", resource="emission_factor_set_draft", limit=1000)["items"]
    actions = [entry["action"] for entry in trail if entry["resource_id"] == draft["id"]]
    assert sorted(actions) == ["create", "publish"]
