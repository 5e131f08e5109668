"""Measures and activities come in files: met again by their identifier, tried one by one, undone."""

import io
import json
import zipfile
from typing import Any

import pytest

from tests.exchange import files
from tests.exchange.uploads import Desk, rules
from tests.footprint.office import Office

Json = dict[str, Any]
HEADINGS = ["Kennung", "Titel (deutsch)", "Handlungsfeld", "Art", "Status", "Beginn (Jahr)"]
HEADINGS += ["Minderung in t CO2e je Jahr", "Grundlage der Minderung", "Kosten", "Währung", "Fortlaufend"]
SOLAR = ["L-KE-182", "Solarpflicht", "Energie", "Klimaschutz", "in Umsetzung", 2024, "1.200,5", "erwartet"]
SOLAR += ["1.500.000,00", "EUR", "ja"]
PARKS = ["L-KE-183", "Mehr Bäume", "Stadtgrün", "Anpassung", "geplant", 2025, "", "", "", "", "nein"]


def measures_file(*rows: list[Any]) -> bytes:
    return files.table([HEADINGS, *rows], delimiter=";", encoding="cp1252")


def measures(desk: Desk, city: str) -> dict[str, Json]:
    items = desk.client.get("/measures", params={"city": city, "limit": 1000}).json()["items"]
    return {one["identifier"]: one for one in items}


def sent(desk: Desk, content: bytes, city: str, resource: str = "measures", **form: Any) -> Json:
    return desk.imported(content, city, resource=resource, **form)


def counted(found: Json) -> tuple[int, ...]:
    return tuple(found["rows"][kind] for kind in ("new", "changed", "unchanged", "rejected"))


def test_a_table_of_measures_is_taken_over_met_again_and_undone(desk: Desk, city: str) -> None:
    shown = sent(desk, measures_file(SOLAR, PARKS), city, dry_run="true")
    assert (shown["state"], counted(shown)) == ("previewed", (2, 0, 0, 0))
    assert measures(desk, city) == {}
    assert counted(desk.applied(shown)) == (2, 0, 0, 0)
    solar = measures(desk, city)["L-KE-182"]
    (effect,) = solar["effects"]
    assert (effect["ghg_kg"], effect["basis"], solar["cost_cents"]) == (1_200_500, "expected", 150_000_000)
    assert (solar["visibility"], solar["is_continuous"], solar["status"]) == ("draft", True, "in_progress")
    assert measures(desk, city)["L-KE-183"]["effects"] == []
    assert counted(sent(desk, measures_file(SOLAR, PARKS), city)) == (0, 0, 2, 0)
    done = sent(desk, measures_file([*SOLAR[:4], "abgeschlossen", *SOLAR[5:]], PARKS), city)
    assert counted(done) == (0, 1, 1, 0)
    (told,) = [one for one in done["problems"] if one["rule"] == "record_changed"]
    assert told["row"] == 2
    assert "status" in told["detail"]
    desk.undone(done)
    assert measures(desk, city)["L-KE-182"]["status"] == "in_progress"


def test_undoing_what_was_new_deletes_it_unless_somebody_has_written_there(desk: Desk, city: str) -> None:
    first = sent(desk, measures_file(SOLAR), city)
    sent(desk, measures_file([*SOLAR[:4], "verspätet", *SOLAR[5:]]), city)
    desk.client.post(f"/imports/{first['id']}/reversals")
    found = first
    while "changed_since" not in rules(found):
        found = desk.followed(first["id"])
    assert measures(desk, city)["L-KE-182"]["status"] == "late"
    second = sent(desk, measures_file(PARKS), city)
    assert desk.undone(second)["state"] == "reversed"
    assert set(measures(desk, city)) == {"L-KE-182"}


def test_rows_nobody_may_enter_are_named_by_row_and_column_and_stop_the_file(desk: Desk, city: str) -> None:
    backwards = [*PARKS[:5], "bald", *PARKS[6:]]
    nameless = ["", *SOLAR[1:]]
    halves = ["L-KE-184", *SOLAR[1:9], "", "ja"]
    found = sent(desk, measures_file(PARKS, ["L-KE-185", *backwards[1:]], nameless, halves), city)
    assert (found["state"], counted(found)) == ("quarantined", (1, 0, 0, 3))
    places = {(one["rule"], one["row"], one["column"]) for one in found["problems"]}
    assert places == {
        ("value_unreadable", 3, "F"),
        ("key_missing", 4, "A"),
        ("line_not_accepted", 5, "J"),
    }
    assert measures(desk, city) == {}
    assert counted(desk.applied(found, reason="The others follow."))[0] == 1
    assert set(measures(desk, city)) == {"L-KE-183"}


def test_two_measures_of_one_identifier_are_told_apart_by_id(desk: Desk) -> None:
    known = desk.client.get("/measures/BRE-02").json()
    rows = [["Identifier", "Status"], [known["identifier"], "late"]]
    assert rules(sent(desk, files.table(rows), "bremen")) == {"key_ambiguous", "no_lines"}
    named = [["Identifier", "id", "Status"], [known["identifier"], "BRE-02", "late"]]
    found = sent(desk, files.table(named), "bremen")
    assert counted(found) == (0, 1, 0, 0)
    desk.undone(found)
    assert desk.client.get("/measures/BRE-02").json()["effects"] == known["effects"]


def actions() -> Json:
    """Two actions as the published description of the feed lays them out; invented."""
    first = {
        "id": 101,
        "plan": 7,
        "name": "Solarpflicht auf Dächern",
        "identifier": "L-KE-182",
        "lead_paragraph": "Alle Dächer.",
        "description": "<p>Mit <b>Modulen</b> &amp; Speicher.</p>",
        "status": 12,
        "completion": 40,
        "schedule_continuous": False,
        "categories": {"sector": 21},
        "start_date": "2025-01-01",
        "end_date": None,
        "manual_status_reason": None,
        "merged_with": None,
        "responsible_parties": [{"organization": 55, "role": "primary"}],
        "contact_persons": [{"person": 900, "role": "moderator"}],
    }
    merged = {"status": None, "merged_with": 101, "manual_status_reason": "siehe L-KE-182"}
    second = {**first, "id": 102, "identifier": "L-KE-190", "name": "Wärmenetz (zusammengelegt)", **merged}
    return {"count": 2, "next": None, "previous": None, "results": [second, first]}


def test_a_feed_of_actions_asks_what_its_numbers_mean_and_keeps_the_identifiers(desk: Desk) -> None:
    content = json.dumps(actions()).encode()
    asking = sent(desk, content, "bremerhaven", name="actions.csv")
    assert (asking["state"], asking["layout"]) == ("needs_mapping", "kausal")
    asked = {one["detail"] for one in asking["problems"] if one["rule"] == "unknown_word"}
    assert len(asked) == 3
    words = {"status:12": "in_progress", "sector:21": "energy", "action_type:-": "mitigation"}
    assert all(any(word in sentence for sentence in asked) for word in words)
    applied = desk.answered(asking, words=words)
    assert (applied["state"], counted(applied)) == ("applied", (2, 0, 0, 0))
    found = measures(desk, "bremerhaven")
    kept = found["L-KE-182"]
    assert (kept["title_de"], kept["description_de"]) == (
        "Solarpflicht auf Dächern",
        "Mit Modulen & Speicher.",
    )
    assert (kept["completion_pct"], kept["starts_year"], kept["responsible_unit_de"]) == (40, 2025, None)
    merged = found["L-KE-190"]
    assert (merged["status"], merged["replaced_by_id"]) == ("merged", kept["id"])
    again = sent(desk, content, "bremerhaven", mapping_id=applied["mapping_id"])
    assert counted(again) == (0, 0, 2, 0)
    assert desk.undone(applied)["state"] == "reversed"
    assert not {"L-KE-182", "L-KE-190"} & set(measures(desk, "bremerhaven"))


def test_a_feed_that_brings_its_words_along_is_asked_only_for_what_they_do_not_say(desk: Desk) -> None:
    feed = actions() | {
        "action_statuses": [{"id": 12, "identifier": "on_time"}],
        "categories": [{"id": 21, "identifier": "mobility"}],
        "organizations": [{"id": 55, "name": "Klimaschutzleitstelle"}],
    }
    asking = sent(desk, json.dumps(feed).encode(), "bremerhaven", dry_run="true")
    (asked,) = [one["detail"] for one in asking["problems"] if one["rule"] == "unknown_word"]
    assert "action_type:-" in asked
    assert counted(desk.answered(asking, words={"action_type:-": "mitigation"}))[0] == 2


@pytest.mark.parametrize("content", [b'{"results": 1}', b"[1, 2]", b'[{"name": "x"}]', b"{}"])
def test_json_that_is_no_feed_is_refused_with_a_sentence(desk: Desk, city: str, content: bytes) -> None:
    found = sent(desk, content, city)
    assert (found["state"], rules(found)) == ("refused", {"not_a_feed_of_actions"})


# --- activities ---------------------------------------------------------------------------------

COLUMNS = ["Kennung", "Titel", "Projekt", "Art", "Status", "Beginn", "Ende", "Personen aus (Stadt)"]
COLUMNS += ["Personen (Zahl)", "Posten", "Von", "Nach", "Reisende (Zahl)", "Hin und zurück", "Land"]
COLUMNS += ["Zimmer", "Nächte"]
TRIP = ["R-1", "Reise", "Häfen", "Reise", "geplant", "14.09.2026", "20.09.2026", "bremen", 5]
LEGS = [
    [*TRIP, "Flug", "BRE", "FRA", 5, "ja", "", "", ""],
    ["R-1", *[""] * 8, "Flug", "FRA", "WDH", 5, "ja", "", "", ""],
    ["R-1", *[""] * 8, "Hotel", "", "", "", "", "NA", 5, 6],
]


@pytest.fixture(scope="module")
def project(desk: Desk) -> Json:
    body = {"title_de": "Häfen", "city_ids": ["bremen", "windhoek"]}
    found: Json = desk.client.post("/cooperation-projects", json=body).json()
    return found


def activities(desk: Desk, project: Json) -> list[Json]:
    items: list[Json] = desk.client.get("/activities", params={"project": project["id"]}).json()["items"]
    return items


def trips_file(*rows: list[Any]) -> bytes:
    return files.table([COLUMNS, *rows], delimiter=";")


def test_a_table_of_activities_is_computed_met_again_changed_and_undone(desk: Desk, project: Json) -> None:
    found = sent(desk, trips_file(*LEGS), "bremen", "activities")
    assert (found["state"], counted(found)) == ("applied", (1, 0, 0, 0))
    (trip,) = activities(desk, project)
    assert (trip["title"], round(trip["ghg_kg"])) == ("Reise", 8850)
    assert counted(sent(desk, trips_file(*LEGS), "bremen", "activities")) == (0, 0, 1, 0)
    shorter = sent(desk, trips_file(*LEGS[:2]), "bremen", "activities")
    assert counted(shorter) == (0, 1, 0, 0)
    assert activities(desk, project)[0]["ghg_kg"] < trip["ghg_kg"]
    desk.undone(shorter)
    assert activities(desk, project)[0]["ghg_kg"] == trip["ghg_kg"]
    problems = sent(desk, trips_file(*LEGS), "durban", "activities")["problems"]
    assert {one["rule"] for one in problems} == {"project_unknown", "no_lines"}


def test_an_item_that_cannot_be_computed_is_named_in_its_row_and_column(desk: Desk, project: Json) -> None:
    before = activities(desk, project)
    wrong = ["R-2", *LEGS[0][1:10], "BRE", "XXX", *LEGS[0][12:]]
    found = sent(
        desk, trips_file(["R-2", *LEGS[0][1:]], [*wrong[:1], *[""] * 8, *wrong[9:]]), "bremen", "activities"
    )
    assert counted(found) == (0, 0, 0, 1)
    told = [(one["row"], one["column"]) for one in found["problems"] if one["rule"] == "line_not_accepted"]
    assert told == [(3, "L")]
    assert activities(desk, project) == before


def test_a_column_of_names_refuses_the_file(desk: Desk, project: Json) -> None:
    named = files.table([[*COLUMNS, "Reisende"], [*LEGS[0], "Erika Muster"]], delimiter=";")
    found = sent(desk, named, "bremen", "activities")
    assert (found["state"], rules(found)) == ("refused", {"people_named"})
    assert "Erika" not in json.dumps(found)
    assert project["id"]


def test_an_editor_imports_only_into_their_own_city_and_its_projects(office: Office, project: Json) -> None:
    durban = Desk(office.person("editor", "durban", "climate"))
    assert durban.send(measures_file(SOLAR), "bremen", resource="measures").status_code == 403
    assert durban.send(trips_file(*LEGS), "bremen", resource="activities").status_code == 403
    windhoek = Desk(office.person("editor", "windhoek", "climate"))
    found = sent(windhoek, trips_file(["R-9", *LEGS[0][1:]]), "windhoek", "activities")
    assert found["state"] == "applied", found["problems"]
    assert project["id"]


def test_a_workbook_with_macros_is_read_without_them(desk: Desk, city: str) -> None:
    book = files.workbook({"Maßnahmen": [HEADINGS, PARKS]})
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as plain, zipfile.ZipFile(made, "w") as packed:
        for member in plain.infolist():
            packed.writestr(member.filename, plain.read(member))
        packed.writestr(
            "xl/vbaProject.bin", b'\xd0\xcf\x11\xe0 Sub row() : r = "abc" : <row r="XFD1048576"/>'
        )
    found = sent(desk, made.getvalue(), city, name="Maßnahmen.xlsm")
    assert (found["state"], counted(found)) == ("applied", (1, 0, 0, 0))
