"""The yearly note on a city's measures: every figure with its source, no saving told twice."""

import io
from typing import Any

import httpx
import pytest
from docx import Document

from tests.footprint.cooperation import made, refused_at
from tests.footprint.office import Office
from tests.measures.records import a_measure, a_reduction

Json = dict[str, Any]
YEAR = 2026
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def coordinator(office: Office) -> httpx.Client:
    return office.person("coordinator")


def city(coordinator: httpx.Client, name: str) -> str:
    """A city of its own, of which nothing is published yet."""
    named = {"id": name, "name_de": name.capitalize(), "name_en": name.capitalize()}
    made(coordinator, "/cities", named | {"country_code": "NA", "latitude": 0, "longitude": 0})
    return name


def note(client: httpx.Client, city_id: str, language: str = "de", **asked: Any) -> httpx.Response:
    query = {"city": city_id, "year": YEAR, **asked}
    answer = client.get("/progress-notes", params=query, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer


def paragraph(found: Json, heading: str) -> Json:
    shown: Json = next(one for one in found["paragraphs"] if one["heading"] == heading)
    return shown


def test_a_saving_two_measures_claim_counts_once_and_apart_from_what_is_measured(
    coordinator: httpx.Client,
) -> None:
    ours = city(coordinator, "savings")
    shared = {"overlap_group": "one-boiler"}
    for effects in (
        [a_reduction(ghg_kg=550_000_000, **shared), a_reduction(ghg_kg=9_000_000_000, year=2019, **shared)],
        [a_reduction(ghg_kg=500_000_000, **shared)],
        [a_reduction(ghg_kg=40_000_000), a_reduction(ghg_kg=30_000_000, basis="measured")],
    ):
        made(coordinator, "/measures", a_measure(city_id=ours, status="in_progress", effects=effects))
    dropped = a_measure(city_id=ours, status="cancelled", status_reason_de="Geld fehlt")
    made(coordinator, "/measures", dropped | {"effects": [a_reduction(ghg_kg=7_000_000_000)]})
    text = paragraph(note(coordinator, ours).json(), "Wirkung auf die Emissionen")["text"]
    assert "Gemessen: 30.000\u00a0t CO₂e weniger je Jahr, aus einer Angabe" in text
    assert "Erwartet: 590.000\u00a0t CO₂e weniger je Jahr, aus 2 Angaben" in text


def test_adaptation_is_never_told_in_tonnes_it_does_not_state(coordinator: httpx.Client) -> None:
    ours = city(coordinator, "shade")
    made(coordinator, "/measures", a_measure(city_id=ours, action_type="adaptation"))
    found = note(coordinator, ours).json()
    (row,) = paragraph(found, "Verkehr")["table"]["rows"]
    assert row[2:] == ["dient der Anpassung, nicht in Tonnen zu messen", "noch nie bestätigt"]
    assert "eine Summe gibt es nicht" in paragraph(found, "Wirkung auf die Emissionen")["text"]
    assert "\u00a0t" not in found["text"]


def test_what_was_confirmed_and_reported_is_told_and_drafts_are_not(coordinator: httpx.Client) -> None:
    ours = city(coordinator, "reports")
    measure = made(coordinator, "/measures", a_measure(city_id=ours, status="late"))
    made(coordinator, "/measures", a_measure(city_id=ours, visibility="draft", title_de="Geheim"))
    path = f"/measures/{measure['id']}"
    tag = coordinator.get(path).headers["ETag"]
    assert coordinator.post(f"{path}/confirmations", headers={"If-Match": tag}).status_code == 201
    made(coordinator, f"{path}/updates", {"text_de": "Bagger da", "on": f"{YEAR}-03-01"})
    made(coordinator, f"{path}/updates", {"text_de": "Altes", "on": f"{YEAR - 1}-03-01"})
    found = note(coordinator, ours).json()
    assert paragraph(found, "Überblick")["text"].startswith("Eine Maßnahme: 1 verspätet.")
    assert "noch nie" not in found["text"]
    rows = paragraph(found, f"Meldungen des Jahres {YEAR}")["table"]["rows"]
    assert [row[1:] for row in rows] == [["Radwege ausbauen", "Bagger da"]]
    assert "Geheim" not in found["text"]


@pytest.mark.parametrize(("language", "words"), [("de", "Beschlussvorschlag"), ("en", "Recommendation")])
def test_every_figure_of_a_shipped_note_has_basis_year_and_source(
    office: Office, language: str, words: str
) -> None:
    found = note(office.visitor(), "durban", language).json()
    assert words in found["text"]
    assert found["language"] == language
    rows = [row for one in found["paragraphs"] if one["table"] for row in one["table"]["rows"]]
    gas = next(row for row in rows if "Mariannhill" in row[0])
    assert "68" in gas[2]
    assert "CDM PDD" in gas[2]
    assert "[" in gas[2]
    assert all("[" in row[0] for row in rows)
    assert len(found["sources"]) > 3


def test_the_document_and_the_text_say_the_same_under_a_safe_name(office: Office) -> None:
    text = note(office.visitor(), "durban", format="text")
    answer = note(office.visitor(), "durban", format="docx")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-type"] == DOCX
    name = f"progress_note-durban-{YEAR}.docx"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    document = Document(io.BytesIO(answer.content))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    whole = text.text.replace("\n", "\t").split("\t")
    assert {cell for cell in cells if "Mariannhill" in cell} <= set(whole)
    assert any("Mariannhill" in cell for cell in cells)
    known = {"If-None-Match": answer.headers["etag"], "Accept-Language": "de"}
    query = {"city": "durban", "year": YEAR, "format": "docx"}
    assert office.visitor().get("/progress-notes", params=query, headers=known).status_code == 304


def test_a_city_nobody_knows_is_refused_at_its_place(office: Office) -> None:
    answer = office.visitor().get("/progress-notes", params={"city": "atlantis", "year": YEAR})
    assert refused_at(answer) == ["/query/city unknown_city"]
