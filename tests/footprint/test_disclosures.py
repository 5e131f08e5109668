"""Answers to questions about travel: frozen, with texts, and silent about the trips of a few people."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from docx import Document

from klimabruecke.core.docx import DOCX
from tests.footprint.cooperation import (
    an_activity,
    changed,
    delegation_items,
    got,
    made,
    meals,
    problem,
    refused_at,
    travelled,
)
from tests.footprint.office import Office, staffed
from tests.installations import a_seeded, execute, rows

Json = dict[str, Any]
QUESTION = "Wie viele Reisen gab es, und was verursachten sie?"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """With the activities of this module alone: an answer counts all there are."""
    settings = a_seeded(tmp_path_factory.mktemp("disclosures"))
    with staffed(settings) as made_office:
        _fill(made_office.person("coordinator"))
        yield made_office


@pytest.fixture(scope="module")
def coordinator(office: Office) -> httpx.Client:
    return office.person("coordinator")


@pytest.fixture
def project() -> None:
    """Not here: every test of this module reads the same activities."""


def _fill(coordinator: httpx.Client) -> None:
    """Trips of 2024 and 2025, small ones of 2018 and 2023, and what does not count."""
    project = made(
        coordinator, "/cooperation-projects", {"title_de": "Abwasser", "city_ids": ["bremen", "windhoek"]}
    )

    def add(year: int, people: dict[str, int], **more: Any) -> None:
        changes = {
            "starts_on": f"{year}-09-14",
            "ends_on": f"{year}-09-20",
            "status": "done",
            "participants": [{"city_id": city, "count": count} for city, count in people.items()],
            "items": delegation_items(sum(people.values())),
        }
        made(coordinator, "/activities", an_activity(project, **(changes | more)))

    for year, count in ((2018, 2), (2019, 9), (2020, 8), (2023, 2)):
        add(year, {"bremen": count})
    paid = {"levy_paid_cents": 50_000, "levy_paid_on": "2024-12-01", "levy_currency": "EUR"}
    add(2024, {"bremen": 10, "windhoek": 5}, **paid)
    add(2024, {"bremen": 6}, kind="event", items=travelled(6, 60))
    add(2025, {"bremen": 5, "durban": 2, "windhoek": 3})
    add(2025, {}, kind="shipment", items=[meals(1)], host_city_id="bremen")
    add(2025, {"bremen": 50}, status="planned")
    add(2025, {"bremen": 50}, status="cancelled")
    add(2030, {"bremen": 3})
    for year, city, amount_cents in ((2024, "bremen", 120_000), (2025, "durban", 7_000), (2026, "bremen", 1)):
        given = {
            "city_id": city,
            "kind": "donation",
            "amount_cents": amount_cents,
            "currency": "ZAR" if city == "durban" else "EUR",
            "recipient": "Klimafonds",
            "period_starts_on": f"{year}-01-01",
            "period_ends_on": f"{year}-12-31",
            "proof_note": "Beleg 4711",
        }
        made(coordinator, "/contributions", given)


def ask(client: httpx.Client, **changes: Any) -> Json:
    body = {"question": QUESTION, "year_min": 2024, "year_max": 2025} | changes
    return made(client, "/travel-disclosures", body)


@pytest.fixture(scope="module")
def answer(coordinator: httpx.Client) -> Json:
    return ask(coordinator)


def cells(rows_of_cut: list[Json], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows_of_cut]


def test_what_is_done_is_counted_by_year_city_and_kind(answer: Json) -> None:
    snapshot = answer["snapshot"]
    assert cells([snapshot["total"]], "activities", "people") == [(4, 31)]
    assert cells(snapshot["by_year"], "members", "activities", "people") == [
        (["2024"], 2, 21),
        (["2025"], 2, 10),
    ]
    assert cells(snapshot["by_kind"], "members", "activities", "people") == [
        (["event"], 1, 6),
        (["shipment"], 1, None),
        (["trip"], 2, 25),
    ]
    assert snapshot["not_counted"] == {"planned": 1, "approved": 0}
    assert snapshot["without_people"] == 1


def test_the_figures_are_those_of_the_totals(coordinator: httpx.Client, answer: Json) -> None:
    """To the gram, the range too: what rests on one factor errs together."""
    query = {"status": "done", "year_min": 2024, "year_max": 2025}
    for by, name in (("year", "by_year"), ("kind", "by_kind")):
        found = got(coordinator, "/footprint-totals", by=by, **query)["items"]
        for total, row in zip(found, answer["snapshot"][name], strict=True):
            for figure in ("ghg", "ghg_low", "ghg_high"):
                assert round(total[f"{figure}_kg"] * 1000) == row[f"{figure}_g"]
    by_city = answer["snapshot"]["by_city"]
    assert sum(row["ghg_g"] for row in by_city) == answer["snapshot"]["total"]["ghg_g"]


def test_a_city_with_few_people_never_stands_alone(answer: Json) -> None:
    """Durban's two would follow from the total and the others, so another city joins them."""
    assert cells(answer["snapshot"]["by_city"], "members", "people") == [
        (["bremen"], 21),
        (["durban", "windhoek"], 10),
    ]
    assert "Rows with fewer than five participations are combined" in answer["texts"]["en"]["text"]


def test_levies_stand_beside_the_emissions_and_what_nobody_knows_stays_open(
    coordinator: httpx.Client, answer: Json
) -> None:
    """Bremen's trips owe a levy whose amount per tonne is not known. Windhoek's people owe none."""
    snapshot = answer["snapshot"]
    open_levy = {
        "currency": "EUR",
        "due_cents": None,
        "paid_cents": 50_000,
        "undetermined": 2,
        "withheld": [],
    }
    assert snapshot["total"]["levies"] == [open_levy]
    years = [row["levies"] for row in snapshot["by_year"]]
    assert years == [[open_levy | {"undetermined": 1}], [open_levy | {"paid_cents": None, "undetermined": 1}]]
    assert [row["levies"] for row in snapshot["by_city"]] == [[open_levy], []]
    assert [rule["rule_id"] for rule in snapshot["levy_rules"]] == ["bremen-co2-levy"]
    german = answer["texts"]["de"]["text"].replace("\u00a0", " ")
    assert "Als CO2-Abgabe fällig: nicht bestimmt; bezahlt: 500,00 EUR" in german
    assert "Vorhaben, für die sich der fällige Betrag nicht bestimmen lässt: 2." in german
    others = ask(coordinator, cities=["durban", "windhoek"])
    assert "No CO2 levy is recorded for the activities counted." in others["texts"]["en"]["text"]
    assert others["snapshot"]["levy_rules"] == [], (
        "Bremen's rule is none of theirs, though they travelled along"
    )


def test_the_levy_due_is_what_the_activities_show(coordinator: httpx.Client) -> None:
    """With an amount per tonne in euros: the sum of the trips to the cent, and no gram less."""
    before = ask(coordinator)["snapshot"]
    place = {"source_id": None, "source_note": "Bescheid vom 1. Oktober 2026", "verification": "recalled"}
    amount = {"amount_cents_per_tonne": 8_500, **place}
    changed(coordinator, "/travel-rules/bremen-co2-levy", amount)
    try:
        frozen = ask(coordinator)
        trips = got(coordinator, "/activities", status="done", kind="trip", limit=100)["items"]
        due = {
            trip["starts_on"][:4]: got(coordinator, f"/activities/{trip['id']}")["levy_due_cents"]
            for trip in trips
        }
    finally:
        changed(coordinator, "/travel-rules/bremen-co2-levy", {"amount_cents_per_tonne": None})
    snapshot = frozen["snapshot"]
    assert [row["levies"][0]["due_cents"] for row in snapshot["by_year"]] == [due["2024"], due["2025"]]
    (levy,) = snapshot["total"]["levies"]
    assert (levy["due_cents"], levy["undetermined"]) == (due["2024"] + due["2025"], 0)
    assert snapshot["total"] | {"levies": []} == before["total"] | {"levies": []}
    english = frozen["texts"]["en"]["text"].replace("\u00a0", " ")
    assert f"CO2 levy due: EUR {levy['due_cents'] / 100:,.2f}; paid: EUR 500.00" in english
    assert "EUR 85.00 per tonne" in english
    again = got(coordinator, f"/travel-disclosures/{frozen['id']}")
    assert again == frozen


def test_contributions_of_the_years_and_cities_asked_about_are_told(
    coordinator: httpx.Client, answer: Json
) -> None:
    given = answer["snapshot"]["contributions"]
    assert cells(given, "year", "city_id", "kind", "amount_cents", "currency") == [
        (2024, "bremen", "donation", 120_000, "EUR"),
        (2025, "durban", "donation", 7_000, "ZAR"),
    ]
    german = answer["texts"]["de"]["text"].replace("\u00a0", " ")
    assert "2024\tStadt Bremen\tSpende\t1.200,00 EUR" in german
    bremen = ask(coordinator, cities=["bremen"])["snapshot"]["contributions"]
    assert cells(bremen, "city_id") == [("bremen",)]
    nothing = ask(coordinator, year_min=1990, year_max=1990)["texts"]["en"]["text"]
    assert "No contributions are recorded for 1990." in nothing


def test_an_answer_about_fewer_than_five_travellers_is_refused(coordinator: httpx.Client) -> None:
    for years in ({"year_min": 2023, "year_max": 2023}, {"year_min": 2030, "year_max": 2030}):
        body = {"question": QUESTION, **years}
        refused = coordinator.post("/travel-disclosures", json=body)
        assert problem(refused) == (409, "/problems/too-few-travellers")
    durban = {"question": QUESTION, "year_min": 2024, "year_max": 2025, "cities": ["durban"]}
    assert problem(coordinator.post("/travel-disclosures", json=durban))[0] == 409


def test_a_year_with_few_travellers_joins_another_one(coordinator: httpx.Client) -> None:
    snapshot = ask(coordinator, year_min=2018, year_max=2020)["snapshot"]
    assert cells(snapshot["by_year"], "members", "people") == [(["2019"], 9), (["2018", "2020"], 10)]


def test_that_there_was_nothing_is_an_answer(coordinator: httpx.Client) -> None:
    found = ask(coordinator, year_min=1990, year_max=1990, kinds=["trip"])
    text = found["texts"]["de"]["text"].replace("\u00a0", " ")
    assert "Für das Jahr 1990 sind keine abgeschlossenen Reisen erfasst [1]." in text
    assert found["snapshot"]["by_year"] == []


def test_the_share_of_some_cities_is_what_they_bear(coordinator: httpx.Client, answer: Json) -> None:
    bremen = ask(coordinator, cities=["bremen"])
    (row,) = bremen["snapshot"]["by_city"]
    everything = answer["snapshot"]["by_city"][0]
    assert row == bremen["snapshot"]["total"] | {"members": ["bremen"]} == everything
    assert "Gezählt ist allein der Anteil von Stadt Bremen." in bremen["texts"]["de"]["text"]


def test_the_text_tells_the_figures_in_both_languages(answer: Json) -> None:
    total = answer["snapshot"]["total"]
    german = answer["texts"]["de"]["text"].replace("\u00a0", " ")
    english = answer["texts"]["en"]["text"].replace("\u00a0", " ")
    tonnes = f"{total['ghg_g'] / 1e6:.1f}"
    assert f"Frage: {QUESTION}" in german
    assert (
        "Für die Jahre 2024 bis 2025 sind vier abgeschlossene Vorhaben mit zusammen 31 Teilnahmen" in german
    )
    assert f"von rund {tonnes.replace('.', ',')} t CO2-Äquivalenten" in german
    assert (
        "Four completed activities are recorded for the years 2024 to 2025, with 31 participations" in english
    )
    assert f"about {tonnes} t of CO2 equivalent" in english
    assert "Not included because they are not completed: 1 planned and 0 approved" in english


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_answer_nets_nothing_and_claims_nothing(answer: Json, language: str) -> None:
    text = answer["texts"][language]["text"]
    assert not re.search(r"neutral|kompensier|ausgeglichen|offset|net[ -]zero", text, re.IGNORECASE)
    assert {"de": "Bruttowerte", "en": "gross"}[language] in text
    notes = len(answer["texts"][language]["sources"])
    assert notes >= 3
    assert f"{notes}]" in text.replace("\u00a0", " ")


def test_it_is_shown_again_as_it_was_answered(office: Office, coordinator: httpx.Client) -> None:
    frozen = ask(coordinator)
    address = f"/travel-disclosures/{frozen['id']}"
    addresses = [address, f"{address}?format=docx", f"{address}?format=csv"]
    before = [coordinator.get(each).content for each in addresses]
    assert json.loads(before[0]) == frozen
    (activity,) = got(coordinator, "/activities", status="done", kind="event")["items"]
    changed(coordinator, f"/activities/{activity['id']}", {"items": travelled(6, 600)})
    try:
        assert [coordinator.get(each).content for each in addresses] == before
        assert ask(coordinator)["snapshot"]["total"] != frozen["snapshot"]["total"]
    finally:
        changed(coordinator, f"/activities/{activity['id']}", {"items": travelled(6, 60)})
    with pytest.raises(Exception, match="written once"):
        execute(office.settings, f"UPDATE travel_disclosure SET snapshot = '' WHERE id = '{frozen['id']}'")
    with pytest.raises(Exception, match="written once"):
        execute(office.settings, f"DELETE FROM travel_disclosure WHERE id = '{frozen['id']}'")


def test_anyone_can_check_the_hash_without_us(answer: Json) -> None:
    canonical = json.dumps(answer["snapshot"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(canonical.encode()).hexdigest() == answer["sha256"]


def test_the_list_has_the_questions(coordinator: httpx.Client, answer: Json) -> None:
    found = got(coordinator, "/travel-disclosures", q="was verursachten", limit=1000)["items"]
    mine = next(row for row in found if row["id"] == answer["id"])
    assert mine == {name: answer[name] for name in mine}
    assert mine["activities"] == 4


def test_the_csv_has_every_row_of_the_answer(coordinator: httpx.Client, answer: Json) -> None:
    address = f"/travel-disclosures/{answer['id']}"
    text = coordinator.get(address, headers={"Accept": "text/csv"}).text
    lines = list(csv.DictReader(io.StringIO(text)))
    cuts = ["all", *["year"] * 2, *["city"] * 2, *["kind"] * 3]
    assert [line["by"] for line in lines if line["by"] in cuts] == cuts
    levies = [line for line in lines if line["by"].startswith("levy")]
    assert [line["by"] for line in levies] == ["levy all", "levy year", "levy year", "levy city", "levy kind"]
    assert [line["levy_paid_cents"] for line in levies] == ["50000", "50000", "", "50000", "50000"]
    given = [line for line in lines if line["by"] == "contribution"]
    assert [(line["members"], line["currency"], line["contribution_cents"]) for line in given] == [
        ("2024, bremen, donation", "EUR", "120000"),
        ("2025, durban, donation", "ZAR", "7000"),
    ]
    assert lines[0]["ghg_kg"] == repr(answer["snapshot"]["total"]["ghg_g"] / 1000)
    german = coordinator.get(address, params={"format": "csv", "locale": "de"}).text
    assert german.startswith("\ufeffby;members;activities")


def test_the_docx_is_in_the_language_asked_for(coordinator: httpx.Client, answer: Json) -> None:
    for language in ("de", "en"):
        headers = {"Accept": DOCX, "Accept-Language": language}
        found = coordinator.get(f"/travel-disclosures/{answer['id']}", headers=headers)
        assert found.headers["Content-Language"] == language
        document = Document(io.BytesIO(found.content))
        words = [paragraph.text for paragraph in document.paragraphs]
        assert {each["text"] for each in answer["texts"][language]["paragraphs"]} <= set(words)
        heads = [tuple(cell.text for cell in table.rows[0].cells) for table in document.tables]
        tables = [each["table"] for each in answer["texts"][language]["paragraphs"] if each["table"]]
        assert heads == [tuple(table["columns"]) for table in tables]
        assert [len(head) for head in heads] == [5, 5, 5, 3, 3, 4]


def test_what_is_asked_must_make_sense(coordinator: httpx.Client) -> None:
    def refused(**changes: Any) -> list[str]:
        body = {"question": QUESTION, "year_min": 2024, "year_max": 2025} | changes
        return refused_at(coordinator.post("/travel-disclosures", json=body))

    assert refused(year_max=2023) == ["/year_max years_reversed"]
    assert refused(cities=["atlantis"]) == ["/cities/0 unknown_city"]
    assert refused(cities=["bremen", "bremen"]) == ["/cities/1 city_repeated"]


def test_an_editor_asks_for_a_city_of_their_own(office: Office) -> None:
    body = {"question": QUESTION, "year_min": 1990, "year_max": 1990, "cities": ["bremen"]}
    assert office.person("editor", "bremen").post("/travel-disclosures", json=body).status_code == 201
    assert office.person("editor", "durban").post("/travel-disclosures", json=body).status_code == 403
    assert office.person("viewer").post("/travel-disclosures", json=body).status_code == 403


def test_the_trail_knows_of_the_answer(office: Office, answer: Json) -> None:
    found = rows(
        office.settings,
        f"SELECT resource, action FROM audit_entry WHERE resource_id = '{answer['id']}'",
    )
    assert found == [("travel_disclosure", "create")]
