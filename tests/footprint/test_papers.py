"""The texts of a decided plan: made from its snapshot alone, every number with its source note."""

import io
import re
from typing import Any

import httpx
import pytest
from docx import Document

from klimabruecke.core.docx import DOCX
from klimabruecke.footprint.papers.paper import BLANK
from tests.footprint.cooperation import (
    a_plan,
    changed,
    delegation_items,
    got,
    made,
    meals,
    problem,
    refused_at,
)
from tests.footprint.office import Office
from tests.installations import execute

Json = dict[str, Any]
KINDS = ("travel_request", "climate_paragraph", "council_report")
STATED = {
    "purpose": "Besichtigung der Kläranlage Gammams.",
    "benefit": "Ein abgestimmter Projektantrag.",
    "ends_on": "2026-09-20",
    "cost_cents": 1_250_000,
    "currency": "EUR",
    "budget_line": "Haushaltsstelle 0000.1",
}
FEWER = {
    "label": "Zwei reisen",
    "items": [*delegation_items(2), {"type": "video", "participants": 5, "hours": 12}],
}
AMOUNT = re.compile(r"\d[\d.,]*\s(?:t|kg)\b|\d[\d.,]*\sEUR|EUR\s\d")


def decided(
    client: httpx.Client, project: Json, *, chosen: int = 0, alternatives: Any = None, **stated: Any
) -> str:
    """The address of a plan that was decided on."""
    asked = {"alternatives": alternatives} if alternatives else {}
    plan = made(client, "/plans", a_plan(project, **asked))
    body = {"alternative_id": plan["alternatives"][chosen]["id"], "reason": "Es genügt.", **stated}
    made(client, f"/plans/{plan['id']}/decisions", body)
    return f"/plans/{plan['id']}"


RAIL = {
    "de": "Die Reiseregel „Bahn vor Flug bis sieben Stunden“ (Stadt Bremen)",
    "en": "The travel rule “Rail before air up to seven hours” (City of Bremen)",
}


def test_the_rule_on_rail_is_told_as_it_stood_when_it_was_decided(
    coordinator: httpx.Client, project: Json, plan: str
) -> None:
    """Bremen – Frankfurt asks for a reason; the long flight is beyond any train."""
    before = [text_of(coordinator, plan, kind) for kind in KINDS]
    german, english = before[0].replace("\u00a0", " "), before[2].replace("\u00a0", " ")
    assert f"{RAIL['de']} verlangt für Bremen – Frankfurt am Main" in german
    assert RAIL["en"] in english
    assert RAIL["de"] in before[1].replace("\u00a0", " ")
    changed(coordinator, "/travel-rules/bremen-rail-first", {"active": False})
    try:
        assert [text_of(coordinator, plan, kind) for kind in KINDS] == before
        without = text_of(coordinator, decided(coordinator, project), "travel_request")
        assert "Reiseregel" not in without
    finally:
        changed(coordinator, "/travel-rules/bremen-rail-first", {"active": True})


def test_rules_of_bremen_are_told_on_no_trip_of_windhoek(coordinator: httpx.Client) -> None:
    home = made(
        coordinator, "/cooperation-projects", {"title_de": "Wasser", "city_ids": ["windhoek", "bremen"]}
    )
    assert "Reiseregel" not in text_of(coordinator, decided(coordinator, home), "travel_request")


def text_of(client: httpx.Client, plan: str, kind: str) -> str:
    text: str = got(client, f"{plan}/documents/{kind}")["text"]
    return text


@pytest.fixture
def plan(coordinator: httpx.Client, project: Json) -> str:
    """Five people or two; two it is, with all that can be stated."""
    five = {"label": "Fünf reisen", "items": delegation_items()}
    return decided(coordinator, project, chosen=1, alternatives=[five, FEWER], **STATED)


def paper(client: httpx.Client, plan: str, kind: str, **query: str) -> Json:
    return got(client, f"{plan}/documents/{kind}", **query)


def docx(client: httpx.Client, plan: str, kind: str, **query: str) -> Any:
    answer = client.get(f"{plan}/documents/{kind}", params=query, headers={"Accept": DOCX})
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, DOCX), answer.text
    return Document(io.BytesIO(answer.content))


def words_of(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_that_is_not_decided_has_no_texts_yet(
    coordinator: httpx.Client, project: Json, kind: str
) -> None:
    open_plan = made(coordinator, "/plans", a_plan(project))
    answer = coordinator.get(f"/plans/{open_plan['id']}/documents/{kind}")
    assert problem(answer) == (409, "/problems/plan-undecided")
    assert "Decide for an alternative first" in answer.json()["detail"]


def test_the_travel_request_says_what_the_form_asks(coordinator: httpx.Client, plan: str) -> None:
    found = paper(coordinator, plan, "travel_request")
    facts = {fact["label"]: fact["value"].replace("\u00a0", " ") for fact in found["facts"]}
    assert found["title"] == "Dienstreiseantrag"
    assert facts["Zahl der Reisenden"] == "2 [1]"
    assert facts["Reisezeitraum"] == "14. September 2026 bis 20. September 2026 [1]"
    assert facts["Reiseweg"] == "Bremen – Frankfurt am Main – Windhoek und zurück"
    assert facts["Unterkunft"] == "2 Zimmer für 6 Nächte [1]"
    assert facts["Voraussichtliche Kosten"] == "12.500,00 EUR [1]"
    assert facts["Haushaltsstelle"] == "Haushaltsstelle 0000.1"
    paragraphs = {each["heading"]: each["text"] for each in found["paragraphs"]}
    assert paragraphs["Begründung: Zweck der Reise"] == STATED["purpose"]
    assert "Grund der Entscheidung: Es genügt." in paragraphs["Begründung: gewählte Variante"]


def test_the_council_report_says_what_a_council_asks(coordinator: httpx.Client, plan: str) -> None:
    found = paper(coordinator, plan, "council_report")
    text = found["text"].replace("\u00a0", " ")
    assert found["language"] == "en"
    for passage in (
        "Two people will travel [1].",
        "The estimated total cost is EUR 12,500.00 [1].",
        "Purpose of the trip: Besichtigung der Kläranlage Gammams.",
        "greenhouse gas emissions of about 3.5 t of CO2 equivalent (CO2e)",
        "Two alternatives were compared and “Zwei reisen” was chosen [1].",
        "approve the trip on the basis of the alternative “Zwei reisen”",
    ):
        assert passage in text


@pytest.mark.parametrize(
    ("body", "submission", "resolution"),
    [
        ("senate", "Senatsvorlage", "Der Beschluss des Senats wirkt sich auf den Klimaschutz aus."),
        ("deputation", "Deputationsvorlage", "Der Beschluss der Deputation wirkt sich"),
        ("magistrat", "Magistratsvorlage", "Der Beschluss des Magistrats wirkt sich"),
    ],
)
def test_the_climate_paragraph_names_who_decides(
    coordinator: httpx.Client, plan: str, body: str, submission: str, resolution: str
) -> None:
    found = paper(coordinator, plan, "climate_paragraph", body=body)
    assert found["body"] == body
    assert submission in found["subtitle"]
    assert resolution in found["text"]


def test_who_decides_belongs_to_the_climate_paragraph_only(coordinator: httpx.Client, plan: str) -> None:
    answer = coordinator.get(f"{plan}/documents/council_report", params={"body": "senate"})
    assert refused_at(answer) == ["/query/body body_of_climate_paragraph"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_stated_is_a_visible_blank(coordinator: httpx.Client, project: Json, kind: str) -> None:
    bare = decided(coordinator, project)
    found = paper(coordinator, bare, kind)
    blank = BLANK[found["language"]]
    open_facts = [fact["value"] for fact in found["facts"] if fact["missing"]]
    assert open_facts == [blank] * len(open_facts)
    if kind != "climate_paragraph":
        assert found["text"].count(blank) >= 5
        assert blank in words_of(docx(coordinator, bare, kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_carries_a_source_note_and_every_note_is_used(
    coordinator: httpx.Client, plan: str, kind: str
) -> None:
    found = paper(coordinator, plan, kind)
    sentences = [
        *(fact["value"] for fact in found["facts"]),
        *(each["table"]["title"] for each in found["paragraphs"] if each["table"]),
        *(
            part
            for each in found["paragraphs"]
            for part in re.split(r"(?<=[.\]])\s(?=[A-ZÄÖÜ])", each["text"])
        ),
    ]
    assert [each for each in sentences if AMOUNT.search(each) and "[" not in each] == []
    used: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:–(\d+))?(?=[,\]–])", " ".join(sentences)):
        used |= set(range(int(first), int(last or first) + 1))
    assert used >= {note["number"] for note in found["sources"]}
    assert any("Umweltbundesamt" in note["text"] for note in found["sources"])


def test_the_masses_are_those_of_the_frozen_footprint(coordinator: httpx.Client, plan: str) -> None:
    """3.5 t for the two, 8.9 t for the five: what the plan shows, rounded as the screens round."""
    shown = got(coordinator, plan)
    five, two = (each["footprint"]["ghg_kg"] for each in shown["alternatives"])
    for kind, rounded in (
        ("travel_request", f"{two / 1000:.1f} t".replace(".", ",")),
        ("council_report", f"{two / 1000:.1f} t"),
    ):
        text = paper(coordinator, plan, kind)["text"].replace("\u00a0", " ")
        assert re.search(f"(rund|about) {re.escape(rounded)} (CO2-Äquivalenten|of CO2 equivalent)", text)
    row = paper(coordinator, plan, "travel_request")["paragraphs"][2]["table"]["rows"][1]
    assert row[1].replace("\u00a0", " ") == f"{two / 1000:.1f} t".replace(".", ",")
    assert row[3].replace("\u00a0", " ") == f"−{(five - two) / 1000:.1f} t".replace(".", ",")


def test_text_and_footprint_cannot_diverge(
    office: Office, coordinator: httpx.Client, project: Json, plan: str
) -> None:
    """Names, factors and the plan's own rows change behind the decision's back; no text does."""
    addresses = [f"{plan}/documents/{kind}?format={name}" for kind in KINDS for name in ("json", "docx")]
    before = [coordinator.get(address).content for address in addresses]
    changed(coordinator, f"/cooperation-projects/{project['id']}", {"title_de": "Anders"})
    plan_id = plan.rpartition("/")[2]
    renamed = "UPDATE source SET title = {} WHERE publisher = 'Klimabrücke'"
    try:
        execute(
            office.settings,
            renamed.format("'Forged ' || title"),
            f"UPDATE plan SET title = 'Forged' WHERE id = '{plan_id}'",
            f"UPDATE plan_alternative SET items = '[]', footprint = '{{}}' WHERE plan_id = '{plan_id}'",
        )
        assert [coordinator.get(address).content for address in addresses] == before
    finally:
        execute(office.settings, renamed.format("replace(title, 'Forged ', '')"))


def test_the_docx_says_what_the_json_says(coordinator: httpx.Client, plan: str) -> None:
    for kind in KINDS:
        found, document = paper(coordinator, plan, kind), docx(coordinator, plan, kind)
        words = words_of(document)
        parts = [found["title"], found["subtitle"], *(fact["value"] for fact in found["facts"])]
        for each in found["paragraphs"]:
            parts += [each["heading"] or "", each["text"]]
            parts += [cell for row in (each["table"] or {"rows": []})["rows"] for cell in row]
        parts += [f"[{note['number']}] {note['text']}" for note in found["sources"]]
        assert [part for part in parts if part not in words] == []
        assert document.core_properties.language == found["language"]
        assert found["decision"]["sha256"] in document.sections[0].footer.paragraphs[0].text


def test_a_docx_is_asked_for_by_either_way_and_kept_while_it_is_the_same(
    coordinator: httpx.Client, plan: str
) -> None:
    address = f"{plan}/documents/travel_request"
    first = coordinator.get(address, params={"format": "docx"})
    again = coordinator.get(address, headers={"Accept": DOCX})
    assert first.content == again.content
    assert first.headers["Content-Disposition"] == 'attachment; filename="travel_request-2026-09-14.docx"'
    tag = {"If-None-Match": first.headers["ETag"], "Accept": DOCX}
    assert coordinator.get(address, headers=tag).status_code == 304
    others = [
        coordinator.get(f"{plan}/documents/{kind}", params={"format": form, "body": body}, headers=tag)
        for kind, form, body in (
            *(("travel_request", "json", ()), ("climate_paragraph", "docx", "senate")),
            *(("climate_paragraph", "docx", "magistrat"), ("council_report", "docx", ())),
        )
    ]
    assert [other.status_code for other in others] == [200] * 4
    assert len({other.headers["ETag"] for other in (first, *others)}) == 5
    assert coordinator.get(address, headers={"Accept": "text/html"}).status_code == 406


def test_nobody_can_smuggle_anything_into_a_docx(coordinator: httpx.Client, project: Json) -> None:
    hostile = "{{ 7 * 7 }} {% for %} <w:p>&amp; \ufffe\uffff\r\nzweite Zeile\tTab"
    bare = decided(
        coordinator, project, purpose=hostile, alternatives=[{"label": hostile, "items": [meals()]}]
    )
    document = docx(coordinator, bare, "council_report")
    assert "{{ 7 * 7 }} {% for %} <w:p>&amp; \nzweite Zeile\tTab" in words_of(document)


def test_where_nobody_travels_there_is_nothing_to_apply_for(coordinator: httpx.Client, project: Json) -> None:
    video = [{"type": "video", "participants": 5, "hours": 12}]
    bare = decided(coordinator, project, alternatives=[{"label": "Per Video", "items": video}])
    answer = coordinator.get(f"{bare}/documents/travel_request")
    assert problem(answer) == (409, "/problems/nobody-travels")
    assert "Flug" not in paper(coordinator, bare, "climate_paragraph")["text"]


def test_a_choice_that_is_not_the_lowest_says_which_one_would_be(
    coordinator: httpx.Client, project: Json
) -> None:
    two = {"label": "Zwei reisen", "items": delegation_items(2)}
    six = {"label": "Sechs reisen", "items": delegation_items(6)}
    five = {"label": "Fünf reisen", "items": delegation_items()}
    bare = decided(coordinator, project, chosen=2, alternatives=[five, two, six])
    text = paper(coordinator, bare, "climate_paragraph")["text"].replace("\u00a0", " ")
    assert "Gegenüber „Fünf reisen“ entstehen damit rund 1,8 t CO2e mehr (20 %;" in text
    assert "Am wenigsten Emissionen hätte die Variante „Zwei reisen“ mit rund 3,5 t CO2e" in text


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_claims_neutrality_or_nets_anything(coordinator: httpx.Client, plan: str, kind: str) -> None:
    text = paper(coordinator, plan, kind)["text"]
    assert not re.search(r"neutral|kompensier|ausgeglichen|offset|net[ -]zero", text, re.IGNORECASE)
    assert "Bruttowerte" in text or "All figures are gross" in text


def test_cost_and_currency_come_together(coordinator: httpx.Client, project: Json) -> None:
    plan = made(coordinator, "/plans", a_plan(project))
    body = {"alternative_id": plan["alternatives"][0]["id"], "reason": "R"}
    address = f"/plans/{plan['id']}/decisions"
    for stated, pointer in (({"cost_cents": 1}, "/currency"), ({"currency": "EUR"}, "/cost_cents")):
        answer = coordinator.post(address, json=body | stated)
        assert refused_at(answer) == [f"{pointer} cost_with_currency"]
    early = coordinator.post(address, json=body | {"ends_on": "2026-09-13"})
    assert refused_at(early) == ["/ends_on ends_before_start"]
    assert got(coordinator, f"/plans/{plan['id']}")["status"] == "open"


def test_what_was_stated_is_frozen_with_the_decision(coordinator: httpx.Client, plan: str) -> None:
    decision = got(coordinator, plan)["decision"]
    assert STATED.items() <= decision.items()
    snapshot = got(coordinator, f"{plan}/decisions/{decision['id']}")["snapshot"]
    assert STATED.items() <= snapshot["decision"].items()
    assert {"id": "FRA", "de": "Frankfurt am Main"}.items() <= snapshot["places"][1].items()
    assert {source["id"] for source in snapshot["sources"]} >= {"S234", "S231"}
