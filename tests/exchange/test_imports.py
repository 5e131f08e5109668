"""A file comes in, is checked and shown, is taken over or undone; nothing happens twice or by half."""

import httpx
import pytest

from tests.core.notes import problem
from tests.exchange import files
from tests.exchange.uploads import Desk, rules
from tests.footprint.office import Office
from tests.installations import rows

YEAR = 2020
TOTALS = ("basic", "basic_plus", "territorial")
FOUND = {
    "nairobi": (2016, "applied", set()),
    "rotterdam": (2019, "applied", set()),
    "auckland": (2019, "applied", set()),
    "goiania": (2022, "applied", {"unknown_notation_key", "gas_sum_differs", "reference_missing"}),
}


def content_of(city: str) -> bytes:
    year = FOUND[city][0]
    population = files.EXPECTED[city].get("population")
    if city == "goiania":
        return files.citycatalyst(files.figures("goiania_2022"))
    make = {"nairobi": files.ciris, "rotterdam": files.ecrf, "auckland": files.plain}[city]
    return make(files.figures(f"{city}_{year}"), city.capitalize(), year, population)  # type: ignore[operator,no-any-return]


@pytest.mark.parametrize("city", FOUND)
def test_files_of_cities_give_the_totals_their_sources_publish(desk: Desk, city: str) -> None:
    year, state, told = FOUND[city]
    found = desk.imported(content_of(city), city, year=year, name=f"inventory-XX XXX-{year}.csv")
    assert (found["state"], rules(found)) == (state, told)
    expected = files.EXPECTED[city]["totals_t"]
    totals = desk.totals_t(city, year)
    assert {name: totals[name] for name in TOTALS} == pytest.approx(
        {name: expected[name] for name in TOTALS}, abs=0.01
    )
    again = desk.imported(content_of(city), city, year=year, name=f"inventory-XX XXX-{year}.csv")
    assert (again["rows"]["new"], again["rows"]["changed"]) == (0, 0)
    assert again["rows"]["unchanged"] == found["rows"]["new"]
    assert again["totals_before_kg"] == again["totals_after_kg"] == found["totals_after_kg"]


def test_durban_2016_gives_the_published_totals_in_a_draft_beside_the_published_one(desk: Desk) -> None:
    content = files.ciris(files.lines(**files.ETHEKWINI_2016), "eThekwini", 2016, 3596543)
    before = desk.inventory("durban", 2016, standard="gpc")
    found = desk.imported(content, "durban", year=2016)
    assert found["state"] == "applied", found["problems"]
    draft = desk.inventory("durban", 2016, standard="gpc")
    assert draft is not None
    assert (draft["status"], draft["supersedes_id"]) == ("draft", before and before["id"])
    totals = desk.totals_t("durban", 2016)
    assert totals["basic"] == pytest.approx(21_920_206, abs=1)
    assert totals["basic_plus"] == pytest.approx(27_437_211, abs=1)


def test_other_lines_of_the_same_references_replace_those_that_are_stored(desk: Desk, city: str) -> None:
    desk.imported(files.plain(files.lines(I_1_1=10, II_1_1=20), city, YEAR), city, year=YEAR)
    two = [{**row, "activity": name} for row in files.lines(I_1_1=6) for name in ("oil", "gas")]
    content = files.plain([*two, *files.lines(II_1_1=20)], city, YEAR)
    found = desk.imported(content, city, year=YEAR)
    assert (found["state"], rules(found)) == ("applied", {"lines_replaced"})
    assert desk.totals_t(city, YEAR)["basic"] == 32


def test_a_preview_stores_nothing_and_counts_what_applying_does(desk: Desk, city: str) -> None:
    content = files.plain(files.lines(I_1_1=10, II_1_1=20, III_1_1="NE"), city, YEAR)
    shown = desk.previewed(content, city, year=YEAR)
    assert shown["state"] == "previewed"
    assert desk.inventory(city, YEAR) is None
    done = desk.applied(shown)
    assert done["rows"] == shown["rows"] == {"new": 3, "changed": 0, "unchanged": 0, "rejected": 0}
    assert done["totals_after_kg"] == shown["totals_after_kg"] == {"I": 10_000, "II": 20_000}
    assert desk.totals_t(city, YEAR)["basic"] == 30


def test_a_changed_file_changes_its_lines_and_undoing_puts_them_back(desk: Desk, city: str) -> None:
    first = files.plain(files.lines(I_1_1=10, II_1_1=20), city, YEAR)
    desk.imported(first, city, year=YEAR)
    second = files.plain(files.lines(I_1_1=11, II_1_1=20, III_1_1=5), city, YEAR)
    found = desk.imported(second, city, year=YEAR)
    assert found["rows"] == {"new": 1, "changed": 1, "unchanged": 1, "rejected": 0}
    assert found["totals_before_kg"] == {"I": 10_000, "II": 20_000}
    assert found["totals_after_kg"] == {"I": 11_000, "II": 20_000, "III": 5_000}
    assert desk.undone(found)["state"] == "reversed"
    assert desk.totals_t(city, YEAR)["basic"] == 30
    assert desk.imported(first, city, year=YEAR)["rows"]["unchanged"] == 2


def test_an_undo_puts_back_every_digit_of_a_line(desk: Desk, city: str) -> None:
    headings = ["gpc_ref", "emissions_tco2e", "activity_value", "activity_unit", "co2_kg", "biogenic_co2_kg"]
    first = [["I.1.1", 10, "12345678901234.123456", "kWh", 9999, 70], ["II.1.1", 20, "", "", "", ""]]
    desk.imported(files.table([headings, *first]), city, year=YEAR)
    before = desk.lines(city, YEAR)
    assert len(before) == 3
    second = [["I.1.1", 11, "0.5", "MWh", "", ""], first[1]]
    changed = desk.imported(files.table([headings, *second]), city, year=YEAR)
    desk.undone(changed)
    assert desk.lines(city, YEAR) == before
    assert desk.imported(files.table([headings, *first]), city, year=YEAR)["rows"]["unchanged"] == 3


def test_undoing_the_first_import_leaves_no_inventory(desk: Desk, city: str) -> None:
    found = desk.imported(files.plain(files.lines(I_1_1=1), city, YEAR), city, year=YEAR)
    desk.undone(found)
    assert desk.inventory(city, YEAR) is None
    answer = desk.client.post(f"/imports/{found['id']}/reversals")
    problem(answer, 409, "import-not-ready")


def test_an_inventory_somebody_has_written_since_is_not_undone(desk: Desk, city: str) -> None:
    first = desk.imported(files.plain(files.lines(I_1_1=1), city, YEAR), city, year=YEAR)
    desk.imported(files.plain(files.lines(I_1_1=2), city, YEAR), city, year=YEAR)
    desk.client.post(f"/imports/{first['id']}/reversals")
    found = first
    while "changed_since" not in rules(found):
        found = desk.followed(first["id"])
    assert found["state"] == "applied"
    assert desk.totals_t(city, YEAR)["basic"] == 2


def test_lines_that_left_the_file_wait_for_a_person(desk: Desk, city: str) -> None:
    desk.imported(files.plain(files.lines(I_1_1=10, II_1_1=20), city, YEAR), city, year=YEAR)
    smaller = desk.imported(files.plain(files.lines(I_1_1=10), city, YEAR), city, year=YEAR)
    assert (smaller["state"], rules(smaller)) == ("quarantined", {"references_gone"})
    assert desk.totals_t(city, YEAR)["basic"] == 30
    refused = desk.client.post(f"/imports/{smaller['id']}/applications", json={})
    assert problem(refused, 422, "validation")["errors"][0]["pointer"] == "/reason"
    assert desk.applied(smaller, reason="Counted twice before.")["state"] == "applied"
    assert desk.totals_t(city, YEAR)["basic"] == 10


def test_what_is_published_stays_and_gets_a_new_edition(desk: Desk, city: str) -> None:
    content = files.plain(files.lines(I_1_1=10), city, YEAR)
    desk.imported(content, city, year=YEAR)
    inventory = desk.inventory(city, YEAR)
    assert inventory is not None
    path = f"/inventories/{inventory['id']}"
    tag = desk.client.get(path).headers["ETag"]
    assert desk.client.post(f"{path}/publications", headers={"If-Match": tag}).status_code == 201
    same = desk.imported(content, city, year=YEAR)
    assert same["rows"]["unchanged"] == 1
    assert same["inventory_ids"] == []
    desk.imported(files.plain(files.lines(I_1_1=12), city, YEAR), city, year=YEAR)
    newest = desk.inventory(city, YEAR)
    assert newest is not None
    assert (newest["status"], newest["edition"], newest["supersedes_id"]) == ("draft", 2, inventory["id"])
    assert desk.client.get(path).json()["totals"]["reported"]["basic_kg"] == 10_000


def test_a_key_nobody_knows_is_answered_and_the_answer_is_kept(desk: Desk, city: str) -> None:
    content = files.plain(files.lines(I_1_1=10, I_2_1="RN"), city, YEAR)
    shown = desk.previewed(content, city, year=YEAR)
    assert shown["rows"] == {"new": 1, "changed": 0, "unchanged": 0, "rejected": 1}
    asked = next(one for one in shown["problems"] if one["rule"] == "unknown_notation_key")
    assert (asked["row"], asked["column"]) == (3, "F")
    assert "RN" in asked["detail"]
    assert asked["asks"] == ["RN"]
    answered = desk.answered(shown, notation_keys={"RN": "NE"})
    assert answered["rows"]["new"] == 2
    mapping = desk.client.get("/import-mappings", params={"city": city}).json()["items"][0]
    assert mapping["id"] == answered["mapping_id"]
    reused = desk.previewed(content, city, year=YEAR, mapping_id=mapping["id"])
    assert reused["rows"]["new"] == 2


def test_a_series_without_a_unit_waits_until_somebody_says_it(desk: Desk) -> None:
    found = desk.imported(files.bonn(), "bonn", year=2018)
    assert (found["state"], rules(found)) == ("quarantined", {"unit_unknown", "no_gpc_lines"})
    problem(desk.client.post(f"/imports/{found['id']}/applications", json={}), 409, "import-not-ready")
    applied = desk.answered(found, unit="kt")
    assert applied["state"] == "applied"
    assert desk.totals_t("bonn", 2018) == {"total": 2_114_000}


def test_a_table_nobody_knows_asks_which_column_is_what(desk: Desk, city: str) -> None:
    content = files.table([["Posten", "Menge in t"], ["I.1.1", 7]])
    found = desk.previewed(content, city, year=YEAR)
    assert (found["state"], rules(found)) == ("needs_mapping", {"layout_unknown"})
    assert found["problems"][0]["asks"] == ["Posten", "Menge in t"]
    columns = {"reference": "Posten", "amount": "Menge in t"}
    assert desk.answered(found, columns=columns, unit="t")["totals_after_kg"] == {"I": 7_000}


def test_what_no_person_may_enter_no_file_may(desk: Desk, city: str) -> None:
    content = files.plain(files.lines(I_1_1=10, II_1_1=-3), city, YEAR)
    found = desk.imported(content, city, year=YEAR)
    assert found["state"] == "refused"
    (told,) = found["problems"]
    assert (told["rule"], told["row"]) == ("line_not_accepted", 3)
    assert desk.inventory(city, YEAR) is None


def test_a_file_that_is_no_table_is_refused_at_the_door(desk: Desk, city: str) -> None:
    answer = desk.send(b"gpc_ref,t\nI.1.1,1\x00", city)
    (error,) = problem(answer, 422, "validation")["errors"]
    assert (error["pointer"], error["code"]) == ("/file", "not_a_table")
    problem(desk.send(b"1,2\n" * 6_000_000, city), 413, "body-too-large")


def test_a_file_of_five_megabytes_is_taken_in(desk: Desk, city: str) -> None:
    lines = ([f"I.1.{1 + n % 3}", n, "x" * 390] for n in range(1, 12_501))
    content = files.table([["gpc_ref", "emissions_tco2e", "comment"], *lines])
    assert len(content) > 5_000_000
    answer = desk.send(content, city, year=YEAR, dry_run="true")
    assert answer.status_code == 202
    assert desk.followed(answer.json()["id"])["rows"]["new"] == 12_500


def test_the_same_request_twice_is_one_import(desk: Desk, city: str) -> None:
    content = files.plain(files.lines(I_1_1=10), city, YEAR)
    first = desk.send(content, city, key="the-same", year=YEAR)
    again = desk.send(content, city, key="the-same", year=YEAR)
    assert first.json()["id"] == again.json()["id"]
    assert again.headers["idempotent-replayed"] == "true"
    problem(desk.send(content, city, key="the-same", year=YEAR + 1), 422, "idempotency-key-used")
    fields = {"resource": "inventories", "city_id": city}
    keyless = desk.client.post("/imports", files={"file": ("a.csv", content)}, data=fields)
    problem(keyless, 400, "idempotency-key-required")


def test_an_editor_of_one_city_imports_nothing_into_another(office: Office, desk: Desk) -> None:
    durban = Desk(office.person("editor", "durban", "climate"))
    content = files.plain(files.lines(I_1_1=10), "Windhoek", 2020)
    problem(durban.send(content, "windhoek"), 403, "forbidden")
    found = desk.previewed(content, "windhoek", year=2020)
    for path in ("applications", "reversals"):
        answer = durban.client.post(f"/imports/{found['id']}/{path}", json={})
        problem(answer, 403, "forbidden")


def test_the_trail_names_who_asked(office: Office) -> None:
    editor = office.person("editor", "windhoek", "climate")
    found = Desk(editor).imported(
        files.plain(files.lines(I_1_1=900_000), "Windhoek", 2021), "windhoek", year=2021
    )
    assert found["state"] == "applied"
    me = editor.get("/me").json()["id"]
    actors = rows(
        office.settings,
        "SELECT DISTINCT actor_id FROM audit_entry WHERE action = 'apply_lines' AND chain = 'windhoek'",
    )
    assert actors == [(me,)]


def test_sentences_are_in_the_language_of_the_reader(coordinator: httpx.Client, desk: Desk) -> None:
    found = desk.previewed(files.bonn(), "bonn", year=2017)
    german = coordinator.get(f"/imports/{found['id']}", headers={"Accept-Language": "de"}).json()
    assert any("Einheit" in one["detail"] for one in german["problems"])
