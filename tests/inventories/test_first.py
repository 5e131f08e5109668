"""From nothing to a first partial inventory: the twelve data, letters, entries, keys, coverage."""

import io
from typing import Any

import httpx
import pytest
from docx import Document

from klimabruecke.calc.activity_amounts import UNITS
from tests.footprint.office import Office
from tests.inventories.records import (
    an_inventory,
    got,
    made,
    problem,
    published,
    refused_at,
    totals,
)

Json = dict[str, Any]
PARAFFIN = {"form_id": "paraffin", "gpc_ref": "I.1.1", "activity_value": 200, "activity_unit": "kilolitre"}
PARAFFIN |= {"emission_factor_id": "DESNZ2025-1_101_1010_8_1", "source_note": "Fuel wholesaler, 2024"}


@pytest.fixture(scope="module")
def windhoek(office: Office) -> httpx.Client:
    return office.person("editor", "windhoek", "climate")


@pytest.fixture
def draft(windhoek: httpx.Client) -> Json:
    """An inventory of Windhoek, which has none."""
    return made(windhoek, "/inventories", an_inventory(city_id="windhoek"))


def entered(client: httpx.Client, inventory: Json, **changes: Any) -> Json:
    return made(client, f"/inventories/{inventory['id']}/first-inventory-entries", PARAFFIN | changes)


def keyed(client: httpx.Client, inventory: Json, *refs: str, **changes: Any) -> httpx.Response:
    body = {"gpc_refs": list(refs), "explanation": "Nobody keeps figures"} | changes
    return client.post(f"/inventories/{inventory['id']}/notation-keys", json=body)


def coverage(client: httpx.Client, inventory: Json) -> Json:
    found: Json = got(client, f"/inventories/{inventory['id']}/coverage")
    return found


def open_refs(client: httpx.Client, inventory: Json) -> list[str]:
    sectors = coverage(client, inventory)["sectors"]
    return [one["gpc_ref"] for sector in sectors for one in sector["references"] if one["state"] == "open"]


def test_the_twelve_data_fill_references_of_basic_with_proven_factors_of_the_same_unit(
    visitor: httpx.Client,
) -> None:
    data = got(visitor, "/first-inventory-data")["items"]
    assert len(data) == 12
    required = {one["id"] for one in got(visitor, "/gpc-references", basic="true", limit=100)["items"]}
    filled = {ref for datum in data for ref in datum["gpc_refs"]}
    assert filled <= required
    assert len(filled) == 16
    bases = {unit.base for unit in UNITS.values()}
    for form in (form for datum in data for form in datum["forms"]):
        assert form["base_unit"] in bases
        for factor in form["factors"]:
            assert factor["verification"] in ("verified", "derived")
            assert factor["unit"].partition("/")[2].partition("_")[0] == form["base_unit"]
    power = next(datum for datum in data if datum["id"] == "electricity-homes")["forms"][0]["factors"]
    assert [one["id"] for one in power if one["country_code"] == "NA"] == ["DERIVED-NA-SUPPLYMIX"]


def test_a_letter_asks_the_function_that_holds_a_datum_and_names_what_is_open(
    visitor: httpx.Client,
) -> None:
    path = "/first-inventory-data/electricity-homes/letter?city=windhoek&year=2024"
    found = visitor.get(path).json()
    assert found["title"] == "Request for data: Electricity of households, Windhoek, 2024"
    for words in (
        "To: Electricity distributor",
        "kilowatt hours",
        "1 January to 31 December 2024",
        "I.1.2",
        "Confidentiality",
    ):
        assert words in found["text"]
    assert "[your office and address]" in found["gaps"]
    answer = visitor.get(f"{path}&format=docx")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="data-request-electricity-homes-windhoek-2024.docx"'
    )
    document = Document(io.BytesIO(answer.content))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert found["title"] in words
    assert "{" not in words
    assert document.tables[0].rows[1].cells[0].text == "Electricity delivered"
    marked = [
        run.text
        for one in document.paragraphs
        for run in one.runs
        if run.font.highlight_color or "fill" in run._r.xml
    ]
    assert "[place and date]" in marked
    assert visitor.get(f"{path}&format=docx").content == answer.content
    again = visitor.get(path, headers={"If-None-Match": visitor.get(path).headers["ETag"]})
    assert again.status_code == 304


def test_a_letter_for_nothing_we_ask_or_no_city_of_ours_is_refused(visitor: httpx.Client) -> None:
    assert visitor.get("/first-inventory-data/steel/letter?city=windhoek&year=2024").status_code == 404
    wrong = visitor.get("/first-inventory-data/wastewater/letter?city=atlantis&year=2024")
    assert refused_at(wrong) == ["/query/city unknown_city"]


def test_amount_times_factor_makes_a_line_and_several_add_up(windhoek: httpx.Client, draft: Json) -> None:
    line = entered(windhoek, draft)
    assert (line["amount_kg"], line["gas"], line["sector"]) == (508_032, "CO2e", "I")
    assert (line["factor_value"], line["quality_factor"]) == (2.54016, "M")
    own = {"emission_factor_id": None, "factor_value": 2.5, "factor_source": "Supplier, 2024"}
    second = entered(windhoek, draft, **own, activity_value=10, activity_unit="litre")
    assert (second["amount_kg"], second["method"]) == (25, "Faktor / factor: Supplier, 2024")
    assert totals(windhoek, draft)["basic_kg"] == 508_057
    assert got(windhoek, "/emissions", inventory=draft["id"])["items"][0]["id"] == line["id"]


def test_a_factor_of_co2_alone_makes_a_line_of_co2(windhoek: httpx.Client, draft: Json) -> None:
    power = {"form_id": "grid-power-homes", "gpc_ref": "I.1.2", "activity_value": 1, "activity_unit": "MWh"}
    line = entered(windhoek, draft, **power, emission_factor_id="UBA-DE-2024")
    assert (line["gas"], line["amount_kg"]) == ("CO2", 363)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"form_id": "steel"}, "/form_id unknown_form"),
        ({"gpc_ref": "II.1.1"}, "/gpc_ref not_of_form"),
        ({"activity_unit": "GWh"}, "/activity_unit unit_not_of_form"),
        ({"activity_value": -1}, "/activity_value greater_than_equal"),
        ({"activity_value": 10**12}, "/activity_value amount_too_large"),
        ({"emission_factor_id": None}, "/factor_value factor_needed"),
        ({"factor_value": 2}, "/factor_value factor_needed"),
        ({"emission_factor_id": None, "factor_value": 2}, "/factor_source factor_source_needed"),
        ({"emission_factor_id": "UBA-DE-2024"}, "/emission_factor_id factor_not_of_form"),
        ({"source_note": ""}, "/source_note string_too_short"),
    ],
)
def test_what_an_entry_cannot_be_is_refused_at_its_place(
    windhoek: httpx.Client, draft: Json, change: Json, place: str
) -> None:
    path = f"/inventories/{draft['id']}/first-inventory-entries"
    assert refused_at(windhoek.post(path, json=PARAFFIN | change)) == [place]


def test_the_rest_is_not_estimated_for_one_reason_all_or_none(windhoek: httpx.Client, draft: Json) -> None:
    entered(windhoek, draft)
    assert refused_at(keyed(windhoek, draft, "I.7.1", "I.1.1")) == ["/gpc_refs/1 reference_answered"]
    assert refused_at(keyed(windhoek, draft, "I.7.1", "I.1.3")) == ["/gpc_refs/1 reference_answered"]
    assert refused_at(keyed(windhoek, draft, "I.7.1", "I.7.1")) == ["/gpc_refs/1 reference_repeated"]
    assert coverage(windhoek, draft)["open"] == 31
    assert keyed(windhoek, draft, "I.7.1", notation_key="NO").status_code == 201
    rest = open_refs(windhoek, draft)
    assert keyed(windhoek, draft, *rest).json()["coverage"]["missing"] == []
    found = coverage(windhoek, draft)
    counts = [found[name] for name in ("required", "filled", "not_estimated", "other_keys", "open")]
    assert counts == [32, 1, 30, 1, 0]
    assert (found["is_partial"], found["total_kg"], found["filled_pct"]) == (True, 508_032, 3.1)
    assert [one["sector"] for one in found["sectors"]] == ["I", "II", "III"]


def test_an_amount_takes_the_place_of_a_key_set_here(windhoek: httpx.Client, draft: Json) -> None:
    keyed(windhoek, draft, "I.1.1", "I.2.1")
    entered(windhoek, draft)
    lines = got(windhoek, "/emissions", inventory=draft["id"])["items"]
    assert sorted((one["gpc_ref"], one["notation_key"]) for one in lines) == [
        ("I.1.1", None),
        ("I.2.1", "NE"),
    ]


def test_a_published_inventory_is_called_partial_wherever_its_total_is_shown(
    windhoek: httpx.Client, visitor: httpx.Client, draft: Json
) -> None:
    entered(windhoek, draft)
    assert visitor.get(f"/inventories/{draft['id']}/coverage").status_code == 404
    assert draft["is_partial"] is None
    assert published(windhoek, draft)["is_partial"] is True
    assert coverage(visitor, draft)["is_partial"] is True
    shown = got(visitor, "/inventories", city="windhoek", year=draft["year"])["items"]
    assert [one["is_partial"] for one in shown] == [True]
    series = got(visitor, "/series", city="windhoek")["items"]
    assert {one["year"]: one["is_partial"] for one in series[0]["points"]}[draft["year"]] is True
    beside = got(visitor, "/comparisons", cities="windhoek,durban", year=draft["year"])
    assert "total_partial" in [one["code"] for one in beside["comparability"]["reasons"]]
    assert beside["items"][0]["is_partial"] is True
    revision = windhoek.post(f"/inventories/{draft['id']}/revisions").json()
    assert revision["is_partial"] is None
    assert problem(keyed(windhoek, draft, "I.7.1")) == (409, "/problems/inventory-published")


def test_a_total_without_holes_is_whole(windhoek: httpx.Client, draft: Json) -> None:
    entered(windhoek, draft)
    rest = open_refs(windhoek, draft)
    keyed(windhoek, draft, *rest, notation_key="NO")
    assert published(windhoek, draft)["is_partial"] is False


def test_an_inventory_by_another_method_has_no_coverage_and_takes_no_such_entry(
    windhoek: httpx.Client,
) -> None:
    other = an_inventory(city_id="windhoek", standard="bisko", reporting_level=None)
    inventory = made(windhoek, "/inventories", other)
    found = coverage(windhoek, inventory)
    assert (found["is_partial"], found["total_kg"], found["sectors"]) == (None, None, [])
    path = f"/inventories/{inventory['id']}/first-inventory-entries"
    assert problem(windhoek.post(path, json=PARAFFIN)) == (409, "/problems/inventory-not-ready")


def test_only_editors_of_the_city_write(office: Office, windhoek: httpx.Client, draft: Json) -> None:
    durban = office.person("editor", "durban", "climate")
    path = f"/inventories/{draft['id']}/first-inventory-entries"
    assert durban.post(path, json=PARAFFIN).status_code == 403
    assert keyed(durban, draft, "I.7.1").status_code == 403
