"""What leaves the house comes back as it was, fits the forms others use, and says what it is."""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from python_calamine import CalamineWorkbook

from tests.core.notes import problem
from tests.exchange.uploads import Desk, Json, rules
from tests.footprint.office import Office

YEAR = 2019
FORMULA = '=HYPERLINK("http://example.org";"x")'
LINES: list[Json] = [
    {"gpc_ref": "I.1.1", "amount_kg": 424_998_020, "activity": "Flüssiggas, Stadtteil Süd"},
    {"gpc_ref": "I.1.1", "amount_kg": 70_000_123, "activity": "Flüssiggas, Stadtteil Süd"},
    {"gpc_ref": "I.1.1", "amount_kg": 5_500, "gas": "CO2_biogenic", "activity": "Holz"},
    {
        "gpc_ref": "I.1.2",
        "amount_kg": 100_000,
        "gas_split": {"CO2": 99_000, "CH4": 900, "N2O": 100},
        "activity_value": 5,
        "activity_unit": "kWh",
        "factor_value": 0.950000000000123,
        "factor_unit": "kg/kWh",
        "quality_activity": "H",
        "quality_factor": "M",
        "method": "Absatz der Stadtwerke\nje Monat",
        "source_note": FORMULA,
    },
    {"gpc_ref": "II.1.1", "amount_kg": 2_000, "gas_split": {"CO2": 1_500, "HFCs": 500}},
    {"gpc_ref": "II.1.2", "amount_kg": 7, "gas": "CH4", "source_id": "S051", "verification": "verified"},
    {"gpc_ref": "III.1.1", "notation_key": "NE", "explanation": "Nicht gewogen; +/- Waage fehlt."},
    {"gpc_ref": "III.2.1", "notation_key": "IE", "included_in": ["III.1.1", "III.3.1"]},
    {"gpc_ref": "IV.1", "notation_key": "NO"},
    {"gpc_ref": "V.2", "amount_kg": -3_000, "note": "@Senke", "verification": "derived"},
    {"gpc_ref": "VI.1", "notation_key": "C", "note": "  vertraulich  "},
]


@pytest.fixture(scope="module")
def inventory(office: Office, coordinator: httpx.Client) -> Json:
    """A draft of Windhoek, in Namibia, whose code is NA, with everything a line can say."""
    about = {
        "city_id": "windhoek",
        "year": YEAR,
        "standard": "gpc",
        "reporting_level": "basic",
        "gwp_set": "AR5",
        "boundary_de": "=Stadtgebiet",
        "source_note": "Energieamt",
    }
    made = coordinator.post("/inventories", json=about)
    assert made.status_code == 201, made.text
    found: Json = made.json()
    for line in LINES:
        answer = coordinator.post("/emissions", json={"inventory_id": found["id"], **line})
        assert answer.status_code == 201, answer.text
    return found


def workbook(client: httpx.Client, inventory: Json, language: str = "en", **asked: str) -> httpx.Response:
    headers = {"Accept-Language": language}
    answer = client.get(f"/inventories/{inventory['id']}/workbook", params=asked, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_workbook_that_comes_back_changes_nothing(desk: Desk, inventory: Json) -> None:
    answer = workbook(desk.client, inventory)
    found = desk.previewed(answer.content, "windhoek", year=YEAR, name="inventory.xlsx")
    assert (found["layout"], found["state"]) == ("template", "previewed"), found["problems"]
    assert found["rows"] == {"new": 0, "changed": 0, "unchanged": len(LINES), "rejected": 0}
    assert found["totals_before_kg"] == found["totals_after_kg"]


@pytest.mark.parametrize("asked", [{}, {"locale": "de"}])
def test_the_list_of_lines_as_csv_comes_back_without_a_change(
    desk: Desk, inventory: Json, asked: dict[str, str]
) -> None:
    query = {"inventory": inventory["id"], "format": "csv", **asked}
    listed = desk.client.get("/emissions", params=query)
    found = desk.previewed(listed.content, "windhoek", year=YEAR)
    assert (found["layout"], found["state"]) == ("template", "previewed"), found["problems"]
    assert found["rows"] == {"new": 0, "changed": 0, "unchanged": len(LINES), "rejected": 0}


def test_a_changed_cell_of_a_workbook_changes_its_line_alone(desk: Desk, inventory: Json) -> None:
    query = {"inventory": inventory["id"], "format": "csv"}
    rows = list(csv.DictReader(io.StringIO(desk.client.get("/emissions", params=query).text)))
    next(row for row in rows if row["gpc_ref"] == "I.1.2")["method"] = "gemessen"
    made = io.StringIO()
    writer = csv.DictWriter(made, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    found = desk.previewed(made.getvalue().encode(), "windhoek", year=YEAR)
    assert found["rows"] == {"new": 0, "changed": 1, "unchanged": len(LINES) - 1, "rejected": 0}


def test_the_cover_says_what_the_inventory_is_in_both_languages(desk: Desk, inventory: Json) -> None:
    german, english = (workbook(desk.client, inventory, language) for language in ("de", "en"))
    cover = {row[0]: row[1] for row in sheets(german.content)["Deckblatt"] if len(row) > 1}
    assert cover["Land (ISO 3166-1)"] == "NA"
    assert (cover["Methode"], cover["Treibhauspotenziale"]) == ("GPC", "AR5")
    assert (cover["Abgrenzung"], cover["Quelle"]) == ("=Stadtgebiet", "Energieamt")
    assert (cover["Einwohnerzahl"], cover["Lizenz"]) == ("nicht angegeben", "nicht angegeben")
    assert cover["Stand"] == "Entwurf, nicht veröffentlicht"
    assert german.headers["content-language"] == "de"
    assert list(sheets(english.content)) == [
        "Cover",
        *("I Stationary energy", "II Transportation", "III Waste"),
        *("IV Industrial processes and pro", "V Agriculture, forestry and oth", "VI Other scope 3"),
    ]


def test_no_cell_runs_and_the_same_workbook_has_the_same_bytes(desk: Desk, inventory: Json) -> None:
    first, again = (workbook(desk.client, inventory) for _ in range(2))
    assert first.content == again.content
    with zipfile.ZipFile(io.BytesIO(first.content)) as packed:
        parts = [packed.read(name) for name in packed.namelist() if name.endswith(".xml")]
    assert any(b"HYPERLINK" in part for part in parts)
    assert not any(re.search(rb"<f[ >]|<hyperlink", part) for part in parts)


def test_a_workbook_is_sent_once_under_a_safe_name(desk: Desk, inventory: Json) -> None:
    answer = workbook(desk.client, inventory, layout="cdp")
    name = f"inventory-windhoek-{YEAR}-gpc-1-cdp.xlsx"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    path = f"/inventories/{inventory['id']}/workbook"
    known = {"If-None-Match": answer.headers["etag"], "Accept-Language": "en"}
    assert desk.client.get(path, params={"layout": "cdp"}, headers=known).status_code == 304
    assert desk.client.get(path, params={"layout": "ecrf"}, headers=known).status_code == 200


def test_the_ecrf_is_read_back_with_the_same_totals(desk: Desk, inventory: Json) -> None:
    content = workbook(desk.client, inventory, layout="ecrf").content
    found = desk.previewed(content, "windhoek", year=YEAR)
    assert found["layout"] == "ecrf"
    assert found["totals_after_kg"] == found["totals_before_kg"]
    assert rules(found, "refuse", "question") == set()
    lines = sheets(content)["eCRF_3"]
    place = {name: number for number, name in enumerate(lines[0])}
    methane = next(row for row in lines if row[1] == "II.1.2")
    assert methane[place["GHGs (metric tonnes CO2e) - Total CO2e"]] == 0.196
    assert [row[place["Scope"]] for row in lines if row[1] == "I.1.2"] == ["Indirect emissions"]


def test_the_matrix_for_cdp_adds_up_by_scope_and_never_counts_a_key(desk: Desk, inventory: Json) -> None:
    rows = {row[0]: row for row in sheets(workbook(desk.client, inventory, layout="cdp").content)["CDP GCoM"]}
    homes = rows["Stationary energy > Residential buildings"]
    assert (homes[1], homes[3], homes[5]) == (494_998.143, 100, "")
    waste = rows["Waste > Solid waste disposal"]
    assert (waste[1], waste[2], waste[7]) == ("", "NE", "Nicht gewogen; +/- Waage fehlt.")
    totals = desk.client.get(f"/inventories/{inventory['id']}").json()["totals"]["reported"]
    assert rows["Total Stationary energy"][1:4:2] == [494_998.143, 100]
    assert rows["Total BASIC"][1] == totals["basic_kg"] / 1000


def test_a_draft_is_taken_along_by_those_with_a_role_only(office: Office, inventory: Json) -> None:
    problem(office.visitor().get(f"/inventories/{inventory['id']}/workbook"), 404, "not-found")


def test_an_inventory_of_another_method_has_its_lines_and_published_figures(desk: Desk) -> None:
    found = desk.inventory("bremen-land", 2021, standard="quellenbilanz")
    assert found is not None
    rows = sheets(workbook(desk.client, found).content)
    assert list(rows) == ["Cover", "Lines", "Published figures"]
    assert len(rows["Published figures"]) > 1
    path = f"/inventories/{found['id']}/workbook"
    refused = problem(desk.client.get(path, params={"layout": "ecrf"}), 422, "validation")
    assert refused["errors"][0]["pointer"] == "/query/layout"


# --- the data package ---------------------------------------------------------------------------

CASTS: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": lambda text: re.fullmatch(r"\d{4}-\d\d-\d\d", text) and text,
    "datetime": lambda text: re.fullmatch(r"\d{4}-\d\d-\d\dT[0-9:.]+Z", text) and text,
    "array": lambda text: [*json.loads(text)],
    "object": lambda text: {**json.loads(text)},
}


@pytest.fixture(scope="module")
def public(office: Office) -> httpx.Response:
    return office.visitor().get("/data-package")


def package(answer: httpx.Response) -> tuple[Json, dict[str, list[dict[str, str]]]]:
    """The description and the rows of each table of a package."""
    assert answer.status_code == 200, answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        described = json.loads(packed.read("datapackage.json"))
        texts = {one["name"]: packed.read(one["path"]).decode() for one in described["resources"]}
    return described, {name: [*csv.DictReader(io.StringIO(text, ""))] for name, text in texts.items()}


def faults(described: Json, content: bytes) -> Iterator[str]:
    """What in a package breaks a rule of Data Package 1 or Table Schema 1."""
    packed = zipfile.ZipFile(io.BytesIO(content))
    names = [one["name"] for one in described["resources"]]
    if len(set(names)) < len(names) or not all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names):
        yield "names"
    for licence in described["licenses"]:
        if not re.fullmatch(r"[-a-zA-Z0-9._]+", licence["name"]):
            yield f"licence {licence}"
    for one in described["resources"]:
        raw = packed.read(one["path"])
        if (one["bytes"], one["hash"]) != (len(raw), f"sha256:{hashlib.sha256(raw).hexdigest()}"):
            yield f"{one['name']}: size or hash"
        fields = {field["name"]: field for field in one["schema"]["fields"]}
        table = csv.DictReader(io.StringIO(raw.decode(), ""))
        if list(table.fieldnames or ()) != list(fields) or one["schema"]["primaryKey"] not in fields:
            yield f"{one['name']}: columns"
        for row in table:
            yield from (
                f"{one['name']}.{name}: {row[name]!r}" for name in fields if bad(fields[name], row[name])
            )


def bad(field: Json, text: str) -> bool:
    limits = field.get("constraints", {})
    if text == "":
        return bool(limits.get("required"))
    try:
        value = CASTS[field["type"]](text)
    except (ValueError, KeyError):
        return True
    return value is None or value not in limits.get("enum", [value])


def test_the_package_follows_the_frictionless_rules_cell_by_cell(public: httpx.Response) -> None:
    described, tables = package(public)
    assert list(faults(described, public.content)) == []
    assert described["profile"] == "tabular-data-package"
    assert public.headers["content-disposition"] == 'attachment; filename="klimabruecke.zip"'
    named = {"cities", "inventories", "emissions", "measures", "targets", "sources"}
    assert set(tables) == named
    assert all(described[name] for name in ("licenses", "sources"))
    known = {row["id"] for row in tables["inventories"]}
    assert {row["inventory_id"] for row in tables["emissions"]} <= known
    assert next(row for row in tables["cities"] if row["id"] == "windhoek")["country"] == "NA"


def test_the_same_package_has_the_same_bytes_and_is_sent_once(office: Office, public: httpx.Response) -> None:
    again = office.visitor().get("/data-package")
    assert (again.content, again.headers["etag"]) == (public.content, public.headers["etag"])
    known = {"If-None-Match": public.headers["etag"]}
    assert office.visitor().get("/data-package", headers=known).status_code == 304


def test_drafts_and_transfers_follow_the_rules_of_the_lists(
    desk: Desk, inventory: Json, public: httpx.Response
) -> None:
    described, tables = package(desk.client.get("/data-package"))
    assert "transfers" in tables
    ids = {row["id"] for row in tables["inventories"]}
    assert inventory["id"] not in ids
    assert {row["status"] for row in tables["inventories"]} <= {"published", "superseded"}
    assert list(faults(described, desk.client.get("/data-package").content)) == []
    assert ids == {row["id"] for row in package(public)[1]["inventories"]}


def test_a_package_of_one_city_has_only_what_is_of_it(office: Office) -> None:
    answer = office.visitor().get("/data-package", params={"city": "durban"})
    _, tables = package(answer)
    for name in ("inventories", "emissions", "measures", "targets"):
        assert {row["city_id"] for row in tables[name]} <= {"durban"}
    assert tables["measures"]
    assert answer.headers["content-disposition"] == 'attachment; filename="klimabruecke-durban.zip"'
