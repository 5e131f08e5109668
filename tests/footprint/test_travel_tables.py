"""Tables as travel agencies send them: messy, German or English. What is clear is read, the rest is asked."""

from typing import Any

import httpx
import pytest

from tests.footprint.office import Office
from tests.footprint.requests import trip
from tests.installations import rows

Json = dict[str, Any]


@pytest.fixture(scope="module")
def visitor(office: Office) -> httpx.Client:
    """Nobody needs an account for what stores nothing."""
    return office.visitor()


def read(client: httpx.Client, text: str, **more: Any) -> Json:
    answer = client.post("/travel-tables", json={"text": text, **more})
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def words(item: Json) -> str:
    """An item in short, such as ``flight BRE-FRA economy 5``."""
    if item["type"] == "hotel":
        return f"hotel {item['country']} {item['rooms']}x{item['nights']}"
    way = f"{item['from']}-{item['to']}" if "from" in item else f"{item['distance_km']}km"
    more = [item.get("country"), item.get("cabin"), item.get("vehicles") and f"{item['vehicles']} cars"]
    found = [item["type"], way, *filter(None, more), str(item["travellers"]), "return" * item["return"]]
    return " ".join(filter(None, found))


def lines(client: httpx.Client, text: str, **more: Any) -> list[str]:
    """Each row in short; a question with the number of its candidates."""
    return [
        f"{row['row']}: {words(row['item'])}"
        if row["item"]
        else f"{row['row']}? {row['question']['code']} {len(row['candidates'])}"
        for row in read(client, text, **more)["rows"]
    ]


TRIP = ["2: flight BRE-FRA economy 5", "3: flight FRA-WDH business 2"]


@pytest.mark.parametrize("separator", ["\t", ";", ",", "    "], ids=["tab", "semicolon", "comma", "spaces"])
def test_a_table_is_read_whatever_separates_its_cells(visitor: httpx.Client, separator: str) -> None:
    table = [
        ["Datum", "Von", "Nach", "Klasse", "Personen"],
        ["14.09.2026", "BRE", "FRA", "Economy", "5"],
        ["14.09.2026", "FRA", "WDH", "Business", "2"],
    ]
    assert lines(visitor, "\n".join(map(separator.join, table))) == TRIP


def test_english_headings_are_read_too(visitor: httpx.Client) -> None:
    text = (
        "Travel date,Origin,Destination,Cabin class,No. of pax,Airline\n"
        "14 Sep 2026,Bremen,Frankfurt,Economy class,5,Lufthansa\n"
        "14 Sep 2026,Frankfurt,Windhoek,Business class,2,Discover Airlines"
    )
    found = read(visitor, text)
    assert [column["field"] for column in found["columns"]] == [
        *("date", "from", "to", "class", "travellers", "carrier")
    ]
    assert lines(visitor, text) == TRIP
    assert (found["starts_on"], found["ends_on"], found["assumptions"]) == ("2026-09-14", "2026-09-14", [])


def test_columns_below_spaces_are_found_where_a_cell_is_empty(visitor: httpx.Client) -> None:
    text = (
        "Datum        Abflug          Ankunft         Flug     Kl   Pax\n"
        "22.09.2026   Bremen          München         LH 2193  Y    4\n"
        "22.09.2026   München         Johannesburg             C    4\n"
    )
    assert lines(visitor, text) == ["2: flight BRE-MUC economy 4", "3? means_unclear 1"]


def test_what_stands_above_and_below_the_table_is_no_journey(visitor: httpx.Client) -> None:
    text = (
        "Ihr Reiseplan\n\nVorgang 4711, Stand 01.09.2026\n\n"
        "Datum\tVon\tNach\tFlug\tKlasse\tAnzahl\n"
        "22.09.2026\tBRE\tFRA\tLH 351\tY\t25\n"
        "\n"
        "Datum\tVon\tNach\tFlug\tKlasse\tAnzahl\n"
        "23.09.2026\tFRA\tWDH\t4Y 132\tY\t25\n"
        "Summe\t\t\t\t\t50\n"
        "Alle Angaben ohne Gewähr"
    )
    assert lines(visitor, text) == [
        "6: flight BRE-FRA economy 25",
        "9: flight FRA-WDH economy 25",
        "10? not_recognised 0",
        "11? not_recognised 0",
    ]
    found = read(visitor, text)
    assert (found["starts_on"], found["ends_on"]) == ("2026-09-22", "2026-09-23")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Windhoek", "WDH"),
        ("Windhoek, Namibia", "WDH"),
        ("Windhoek (WDH)", "WDH"),
        ("WDH", "WDH"),
        ("WDH - Hosea Kutako", "WDH"),
        ("Hosea Kutako International Airport", "WDH"),
        ("Durban King Shaka", "DUR"),
        ("Kapstadt", "CPT"),
        ("Cape Town, South Africa", "CPT"),
        ("München", "MUC"),
        ("Muenchen", "MUC"),
        ("Zürich", "ZRH"),
        ("Johannesburg O.R. Tambo", "JNB"),
    ],
)
def test_a_place_is_known_by_its_code_or_its_name(visitor: httpx.Client, cell: str, expected: str) -> None:
    text = f"Von;Nach;Klasse;Personen\nFRA;{cell};Economy;1"
    assert lines(visitor, text) == [f"2: flight FRA-{expected} economy 1"]


@pytest.mark.parametrize(
    ("cell", "offered"),
    [
        ("London", {"LHR", "LGW"}),
        ("Paris", {"CDG", "ORY"}),
        ("Windhuk", {"WDH"}),
        ("Windhok", set()),
        ("XXQ", set()),
    ],
)
def test_a_place_that_is_not_clear_is_asked(visitor: httpx.Client, cell: str, offered: set[str]) -> None:
    (row,) = read(visitor, f"Von;Nach;Klasse;Personen\nFRA;{cell};Economy;1")["rows"]
    assert row["item"] is None
    assert row["question"] == {"code": "place_unclear", "detail": "Which place or airport is meant?"}
    assert offered <= {item["to"] for item in row["candidates"]}
    assert bool(offered) == bool(row["candidates"])


def test_trains_cars_and_taxis_are_told_from_flights(visitor: httpx.Client) -> None:
    text = (
        "Leistung;Strecke;km;Personen;Anbieter\n"
        "Bahn;Bremen Hbf → Hamburg Hbf;;2;DB\n"
        ";Bremen – Frankfurt Flughafen;;5;ICE 1121\n"
        "Taxi;;35;4;\n"
        "Mietwagen;;1.120,5;1;\n"
        "Mietwagen;;120;4;\n"
        "Transfer;;20;4;\n"
        "Reisebus;Windhoek nach Walvis Bay;;5;Intercape"
    )
    assert lines(visitor, text) == [
        "2: rail bremen-HAM DE 2",
        "3: rail bremen-FRA DE 5",
        "4: taxi 35km 4",
        "5: car 1120.5km 1 cars 1",
        "6? cars_unclear 3",
        "7? means_unclear 0",
        "8: coach windhoek-WVB 5",
    ]


def test_a_way_whose_means_nobody_names_is_asked(visitor: httpx.Client) -> None:
    text = "Von;Nach;Personen\nBremen;Frankfurt;5\nFrankfurt;Windhoek;5"
    found = [[words(item) for item in row["candidates"]] for row in read(visitor, text)["rows"]]
    assert found == [
        ["flight BRE-FRA economy 5", "rail bremen-FRA DE 5"],
        ["flight FRA-WDH economy 5"],
    ]


def test_a_route_in_one_cell_is_leg_by_leg(visitor: httpx.Client) -> None:
    text = "Strecke;Flug;Personen\nBRE-FRA-WDH;LH;5\nFrankfurt nach Durban und zurück;LH;2\nFRA/JNB;LH;1"
    assert lines(visitor, text) == [
        "2: flight BRE-FRA economy 5",
        "2: flight FRA-WDH economy 5",
        "3: flight FRA-DUR economy 2 return",
        "4: flight FRA-JNB economy 1",
    ]


def test_there_and_back_is_one_item(visitor: httpx.Client) -> None:
    text = (
        "Von;Nach;Rückflug;Klasse;Personen\n"
        "FRA;WDH;ja;Economy;5\nFRA;JNB;20.09.2026;Economy;5\nFRA;WDH;;Economy;5\nFRA;WDH;?;Economy;5"
    )
    assert lines(visitor, text) == [
        "2: flight FRA-WDH economy 5 return",
        "3: flight FRA-JNB economy 5 return",
        "4: flight FRA-WDH economy 5",
        "5? return_unclear 2",
    ]


def test_classes_by_name_and_letter_and_the_rest_is_asked(visitor: httpx.Client) -> None:
    cells = ["Economy", "Y", "Premium Economy", "W", "Business (C)", "First Class", "Q", ""]
    days = [f"FRA;WDH;{cell};1;{day}.09.2026" for day, cell in enumerate(cells, start=1)]
    text = "\n".join(["From;To;Class;Pax;Date", *days])
    assert [line.split(" ", 1)[1] for line in lines(visitor, text)] == [
        *["flight FRA-WDH economy 1"] * 2,
        *["flight FRA-WDH premium 1"] * 2,
        "flight FRA-WDH business 1",
        "flight FRA-WDH first 1",
        "class_unclear 4",
        "flight FRA-WDH economy 1",
    ]


def test_what_the_table_does_not_say_is_named_as_assumed(visitor: httpx.Client) -> None:
    found = read(visitor, "Von;Nach\nFRA;WDH", travellers=3)
    assert words(found["rows"][0]["item"]) == "flight FRA-WDH economy 3"
    assert found["assumptions"] == [
        "The table names no cabin: flights are taken as economy.",
        "The table names no number of people. Taken for each row: 3.",
    ]


def test_how_many_went_is_asked_where_nobody_says(visitor: httpx.Client) -> None:
    assert lines(visitor, "Von;Nach\nFRA;WDH") == ["2? travellers_unclear 1"]
    text = "Von;Nach;Personen\nFRA;WDH;einige\nFRA;WDH;5 Pers."
    assert lines(visitor, text) == ["2? travellers_unclear 0", "3: flight FRA-WDH economy 5"]
    assert lines(visitor, text, travellers=4)[0] == "2? travellers_unclear 1"


def test_rows_of_several_people_become_one_and_answer_no_name(visitor: httpx.Client) -> None:
    text = 'Passagier;Von;Nach\n"Muster, Erika";FRA;WDH\nMUSTER/MAX MR;FRA;WDH\nErika und Max;FRA;WDH'
    answer = visitor.post("/travel-tables", json={"text": text})
    assert lines(visitor, text) == ["2: flight FRA-WDH economy 2", "4? travellers_unclear 1"]
    assert answer.json()["assumptions"][-1] == (
        "Equal legs of several people stand in one row, with all people together."
    )
    assert "muster" not in answer.text.lower()
    assert "erika" not in answer.text.lower()


def test_three_people_in_six_rows_are_three_travellers(visitor: httpx.Client) -> None:
    """A row per person and leg: the share of each is a third, not the whole."""
    people = "\n".join(f"{name};FRA;WDH\n{name};WDH;FRA" for name in ("A", "B", "C"))
    items = [row["item"] for row in read(visitor, f"Passagier;Von;Nach\n{people}")["rows"]]
    assert [item["travellers"] for item in items] == [3, 3]
    answer = visitor.post("/footprints", json=trip(*items)).json()
    assert answer["per_traveller_kg"] == pytest.approx(answer["ghg_kg"] / 3, abs=0.001)


def test_what_one_person_does_twice_stays_two_rows(visitor: httpx.Client) -> None:
    text = "Passagier;Von;Nach;Datum\nA;FRA;WDH;14.09.2026\nA;FRA;WDH;20.10.2026\nB;FRA;WDH;15.09.2026"
    assert lines(visitor, text) == ["2: flight FRA-WDH economy 2", "3: flight FRA-WDH economy 1"]
    nameless = "Von;Nach;Datum;Personen\nFRA;WDH;14.09.2026;1\nFRA;WDH;20.10.2026;1\nFRA;WDH;14.09.2026;2"
    assert lines(visitor, nameless) == ["2: flight FRA-WDH economy 3", "3: flight FRA-WDH economy 1"]


def test_cars_of_several_people_are_several_cars(visitor: httpx.Client) -> None:
    text = "Passagier;Leistung;Kilometer\nA;Mietwagen;120\nB;Mietwagen;120"
    assert lines(visitor, text) == ["2: car 120km 2 cars 2"]


def test_stays_are_read_by_nights_or_by_their_days(visitor: httpx.Client) -> None:
    text = (
        "Hotel;Ort;Check-in;Check-out;Zimmer\n"
        "Safari Court;Windhoek;14.09.2026;20.09.2026;5\n"
        "Elangeni;Durban;20 Sep 2026;22 Sep 2026;5\n"
        "Ohne Ort;;20.09.2026;22.09.2026;5\n"
        "Ohne Tage;Durban;;;5"
    )
    assert lines(visitor, text) == [
        "2: hotel NA 5x6",
        "3: hotel ZA 5x2",
        "4? country_unclear 0",
        "5? nights_unclear 0",
    ]


def test_a_leg_with_a_stay_is_both(visitor: httpx.Client) -> None:
    text = "Von;Nach;Flug;Personen;Nächte;Zimmer\nFRA;WDH;LH 1;5;6;5\nWDH;FRA;LH 2;5;;\n;Durban;;5;2;3"
    assert lines(visitor, text) == [
        "2: flight FRA-WDH economy 5",
        "2: hotel NA 5x6",
        "3: flight WDH-FRA economy 5",
        "4: hotel ZA 3x2",
    ]


def test_how_several_people_shared_rooms_is_asked(visitor: httpx.Client) -> None:
    (row,) = read(visitor, "Hotel;Ort;Nächte;Personen\nSafari;Windhoek;6;5")["rows"]
    assert row["question"]["code"] == "rooms_unclear"
    assert [words(item) for item in row["candidates"]] == ["hotel NA 5x6", "hotel NA 3x6"]
    assert lines(visitor, "Hotel;Ort;Nächte;Personen\nSafari;Windhoek;6;1") == ["2: hotel NA 1x6"]


def test_what_the_calculator_cannot_compute_is_asked_too(visitor: httpx.Client) -> None:
    """There is no sourced factor for rail in Namibia, nor for a hotel in Ethiopia."""
    text = "Leistung;Von;Nach;Personen\nBahn;Windhoek;Walvis Bay;5"
    (row,) = read(visitor, text)["rows"]
    assert row["question"]["code"] == "not_computable"
    assert row["question"]["detail"].startswith("This item cannot be computed: The method has no factor")
    assert row["candidates"] == []
    same = "Von;Nach;Klasse;Personen\nFRA;FRA;Economy;1"
    assert lines(visitor, same) == ["2? not_computable 0"]


def test_cells_that_fit_below_no_heading_are_asked(visitor: httpx.Client) -> None:
    text = "Von,Nach,Klasse,Personen\nFrankfurt, Germany,Windhoek, Namibia,Economy,5"
    assert lines(visitor, text) == ["2? cells_do_not_fit 0"]
    quoted = 'Von,Nach,Klasse,Personen\n"Frankfurt, Germany","Windhoek, Namibia",Economy,5'
    assert lines(visitor, quoted) == ["2: flight FRA-WDH economy 5"]


def test_columns_nobody_recognises_can_be_named(visitor: httpx.Client) -> None:
    text = "FRA;WDH;5\nWDH;FRA;5"
    found = read(visitor, text)
    assert found["columns"] == [{"heading": str(number), "field": None} for number in (1, 2, 3)]
    assert lines(visitor, text) == ["1? not_recognised 0", "2? not_recognised 0"]
    assert lines(visitor, text, columns=["from", "to", "travellers"]) == [
        "1: flight FRA-WDH economy 5",
        "2: flight WDH-FRA economy 5",
    ]
    strange = "Von;Nach;Köpfe\nFRA;WDH;5"
    assert lines(visitor, strange) == ["2? travellers_unclear 1"]
    assert lines(visitor, strange, columns=["from", "to", "travellers"]) == ["2: flight FRA-WDH economy 5"]


def test_questions_come_in_the_language_of_the_request(visitor: httpx.Client) -> None:
    body = {"text": "Von;Nach;Flug;Klasse;Personen\nFRA;London;LH 900;Q;1"}
    answer = visitor.post("/travel-tables", json=body, headers={"Accept-Language": "de"})
    (row,) = answer.json()["rows"]
    assert row["question"]["detail"] == "Welcher Ort oder Flughafen ist gemeint? Welche Klasse war es?"
    assert answer.headers["Content-Language"] == "de"


def test_nothing_is_stored(office: Office, visitor: httpx.Client) -> None:
    before = rows(office.settings, "SELECT * FROM resource_counter ORDER BY resource")
    read(visitor, "Von;Nach;Personen\nFRA;WDH;5")
    assert rows(office.settings, "SELECT * FROM resource_counter ORDER BY resource") == before


def test_what_was_read_can_be_recorded_as_it_is(office: Office, project: Json) -> None:
    """The items of the answer are items of an activity."""
    coordinator = office.person("coordinator")
    text = (
        "Leistung;Von;Nach;Nächte;Zimmer;Personen\n"
        "Flug;FRA;WDH;6;5;5\nTaxi;WDH;Windhoek;;;5\nBahn;BRE;HAM;;;5"
    )
    items = [row["item"] for row in read(coordinator, text)["rows"]]
    assert None not in items
    body = {"title": "A", "kind": "trip", "project_id": project["id"], "starts_on": "2026-09-14"}
    answer = coordinator.post("/activities", json={**body, "items": items})
    assert answer.status_code == 201, answer.text
    assert answer.json()["items"] == items
