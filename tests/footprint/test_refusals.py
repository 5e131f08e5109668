"""Bad input is refused at its place, with what is accepted, and never becomes a number or a fault of ours."""

import re
from typing import Any

import httpx
import pytest
from sqlmodel import SQLModel

from klimabruecke.calc.countries import COUNTRIES
from klimabruecke.core.language import Bilingual
from klimabruecke.core.records import no_such
from klimabruecke.core.tables import Row
from klimabruecke.footprint import texts
from klimabruecke.footprint.plans import texts as plan_texts
from klimabruecke.footprint.refusals import SENTENCES
from tests.footprint.requests import COMPARISONS, ENGLISH, FOOTPRINTS, flight, hotel, rail, refused, trip

COUNTRY_NEEDED = Bilingual(
    "Geben Sie das Land an, nach dem gerechnet wird. Erlaubt ist: AT, CH, DE, FR, GB, IT."
    " Für eine Fahrt in einem anderen Land rechnen Sie mit Reisebus oder Auto.",
    "Give the country this is counted by. Accepted: AT, CH, DE, FR, GB, IT."
    " For a journey in another country use coach or car.",
)


def test_all_bad_items_are_named_at_once(client: httpx.Client) -> None:
    errors = refused(
        client, trip(flight(destination="XXX"), flight(), rail(country="NA"), flight("FRA", "FRA"))
    )
    assert [error["pointer"] for error in errors] == ["/items/0/to", "/items/2/country", "/items/3/to"]


@pytest.mark.parametrize(
    ("item", "pointer", "code"),
    [
        (flight(destination="XXX"), "/items/1/to", "unknown_airport"),
        (flight(origin="XXX"), "/items/1/from", "unknown_airport"),
        (flight(destination="FRA"), "/items/1/to", "same_place"),
        (flight("BSL", "MLH"), "/items/1/to", "same_place"),
        (hotel("JP"), "/items/1/country", "country_without_factor"),
        (rail(country="ZZ"), "/items/1/country", "unknown_country"),
        (hotel("XX"), "/items/1/country", "unknown_country"),
        ({"type": "coach", "country": "QQ", "distance_km": 1}, "/items/1/country", "unknown_country"),
        ({"type": "rail", "country": "DE"}, "/items/1/distance_km", "distance_or_places"),
        ({"type": "rail", "country": "DE", "from": "BRE"}, "/items/1/to", "place_missing"),
        (
            {"type": "rail", "country": "DE", "from": "atlantis", "to": "BRE"},
            "/items/1/from",
            "unknown_place",
        ),
        ({"type": "rail", "country": "DE", "from": "bremen", "to": "bremen"}, "/items/1/to", "same_place"),
        (rail(**{"from": "BRE", "to": "FRA"}), "/items/1/distance_km", "distance_and_places"),
        ({"type": "material", "material": "clothing", "count": 1}, "/items/1/mass_kg", "mass_needed"),
        ({"type": "material", "material": "polo_shirt", "mass_kg": 1}, "/items/1/count", "count_needed"),
        (
            {"type": "heat", "carrier": "lpg", "country": "DE", "kwh": 1, "calorific_value": "gross"},
            "/items/1/calorific_value",
            "gross_only_for_natural_gas",
        ),
        (flight(travellers=0), "/items/1/travellers", "greater_than_equal"),
        (flight(travellers=10_001), "/items/1/travellers", "less_than_equal"),
        (flight(travellers=True), "/items/1/travellers", "integer_expected"),
        (flight(travellers=5.5), "/items/1/travellers", "integer_expected"),
        (flight(travellers="5"), "/items/1/travellers", "integer_expected"),
        (flight(travellers=2**70), "/items/1/travellers", "less_than_equal"),
        (flight(cabin="cargo"), "/items/1/cabin", "literal_error"),
        (flight(to="FRANKFURT"), "/items/1/to", "string_pattern_mismatch"),
        ({**flight(), "return": 1}, "/items/1/return", "bool_type"),
        (flight(wings=2), "/items/1/wings", "extra_forbidden"),
        (rail(distance_km=0), "/items/1/distance_km", "greater_than_equal"),
        (rail(distance_km=-5), "/items/1/distance_km", "greater_than_equal"),
        (rail(distance_km=40_101), "/items/1/distance_km", "less_than_equal"),
        (rail(distance_km="100"), "/items/1/distance_km", "float_type"),
        (rail(distance_km=True), "/items/1/distance_km", "float_type"),
        (rail(country="Deutschland"), "/items/1/country", "string_pattern_mismatch"),
        (rail(country="de"), "/items/1/country", "string_pattern_mismatch"),
        (hotel(nights=3_651), "/items/1/nights", "less_than_equal"),
        ({"type": "teleport"}, "/items/1", "union_tag_invalid"),
        ({}, "/items/1", "union_tag_not_found"),
        ({"type": "material", "mass_kg": 1}, "/items/1/material", "missing"),
        ({"type": "material", "material": "x", "mass_kg": 1}, "/items/1/material", "literal_error"),
        (None, "/items/1", "model_attributes_type"),
    ],
    ids=str,
)
def test_a_bad_item_is_refused_at_its_place(client: httpx.Client, item: Any, pointer: str, code: str) -> None:
    for path in (FOOTPRINTS, COMPARISONS):
        errors = refused(client, trip(flight(), item), path)
        assert [(error["pointer"], error["code"]) for error in errors] == [(pointer, code)]
        assert all(error["detail"].endswith(".") for error in errors)


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"on": "2009-12-31"}, "/on", "day_out_of_range"),
        ({"on": "1805-01-01"}, "/on", "day_out_of_range"),
        ({"on": "2101-01-01"}, "/on", "day_out_of_range"),
        ({"on": 0}, "/on", "day_expected"),
        ({"on": "yesterday"}, "/on", "day_expected"),
        ({"kind": "holiday"}, "/kind", "literal_error"),
        ({"method": "guess"}, "/method", "literal_error"),
        ({"items": []}, "/items", "too_short"),
        ({"items": {}}, "/items", "list_type"),
        ({"items": [flight()] * 101}, "/items", "too_long"),
        ({"budget": 1}, "/budget", "extra_forbidden"),
    ],
    ids=str,
)
def test_a_bad_request_is_refused_at_its_place(
    client: httpx.Client, changes: dict[str, Any], pointer: str, code: str
) -> None:
    errors = refused(client, trip(flight()) | changes)
    assert [(error["pointer"], error["code"]) for error in errors] == [(pointer, code)]


def test_a_country_that_does_not_exist_is_told_what_is_accepted(client: httpx.Client) -> None:
    body = trip({"type": "car", "country": "XX", "distance_km": 100})
    (german,), (english,) = refused(client, body), refused(client, body, **ENGLISH)
    assert (german["pointer"], german["code"]) == ("/items/0/country", "unknown_country")
    assert "ISO 3166-1 wie DE, ZA oder NA" in german["detail"]
    assert "ISO 3166-1 code such as DE, ZA or NA" in english["detail"]


def test_every_country_of_the_iso_list_is_one_here() -> None:
    assert len(COUNTRIES) == 249
    assert {"DE", "ZA", "NA", "GB", "TL"} <= COUNTRIES
    assert not {"XX", "QQ", "ZZ", "UK", "na"} & COUNTRIES


@pytest.mark.parametrize("country", ["ZA", "NA"])
def test_rail_without_a_sourced_factor_is_refused(client: httpx.Client, country: str) -> None:
    (error,) = refused(client, trip(flight(), rail(country=country)))
    assert (error["pointer"], error["code"]) == ("/items/1/country", "country_without_factor")


def test_a_refusal_says_what_is_accepted_in_both_languages(client: httpx.Client) -> None:
    body = trip(rail(country="ZA"))
    assert refused(client, body)[0]["detail"] == (
        "Für dieses Land hat die Methode keinen Faktor. Erlaubt ist: AT, CH, DE, FR, GB, IT."
        " Für eine Fahrt in einem anderen Land rechnen Sie mit Reisebus oder Auto."
    )
    assert refused(client, body, **ENGLISH)[0]["detail"] == (
        "The method has no factor for this country. Accepted: AT, CH, DE, FR, GB, IT."
        " For a journey in another country use coach or car."
    )


@pytest.mark.parametrize(
    ("item", "german", "english"),
    [
        (
            hotel("de"),
            "Geben Sie den Ländercode aus zwei Großbuchstaben an, zum Beispiel DE.",
            "Give the country code of two capital letters, for example DE.",
        ),
        (
            flight("FRANKFURT"),
            "Geben Sie den IATA-Code des Flughafens an: drei Buchstaben, zum Beispiel FRA.",
            "Give the IATA code of the airport: three letters, for example FRA.",
        ),
        (
            flight(cabin="cargo"),
            "Erlaubt ist: economy, premium, business, first.",
            "Accepted: economy, premium, business, first.",
        ),
        (
            rail(distance_km=0),
            "Der kleinste erlaubte Wert ist 0,001.",
            "The smallest accepted value is 0.001.",
        ),
        (
            rail(distance_km=50_000),
            "Der größte erlaubte Wert ist 40.100.",
            "The largest accepted value is 40,100.",
        ),
        (
            {"type": "car", "country": "DE", "distance_km": 1, "occupancy": 0.5},
            "Der kleinste erlaubte Wert ist 1.",
            "The smallest accepted value is 1.",
        ),
        (
            {"type": "rail", "distance_km": 100},
            COUNTRY_NEEDED.de,
            COUNTRY_NEEDED.en,
        ),
    ],
    ids=str,
)
def test_office_people_can_read_what_is_accepted(
    client: httpx.Client, item: Any, german: str, english: str
) -> None:
    assert [error["detail"] for error in refused(client, trip(item))] == [german]
    assert [error["detail"] for error in refused(client, trip(item), **ENGLISH)] == [english]


@pytest.mark.parametrize("day", ["1805-01-01", "2009-12-31", "2300-01-01"])
def test_one_range_of_days_is_named_whatever_the_day(client: httpx.Client, day: str) -> None:
    (error,) = refused(client, trip(flight()) | {"on": day})
    assert error["detail"] == "Erlaubt sind Tage vom 1. Januar 2010 bis zum 31. Dezember 2100."


def test_no_sentence_asks_people_to_read_the_names_of_programs() -> None:
    sentences = (*texts.WARNINGS.values(), *texts.ASSUMPTIONS.values(), *texts.ERRORS.values())
    changes = (*plan_texts.LABELS.values(), *plan_texts.REFUSALS.values(), *SENTENCES.values())
    for sentence in (*sentences, *changes):
        for text in sentence:
            words = re.sub(r"\{[a-z0-9_]+\}", "", text)
            assert not re.search(r"[a-z]_[a-z]|(?<!v1)/(?!api|v1)[a-z]{3}|\bhub\b", words), text


def test_a_method_that_cannot_is_refused_and_not_replaced(client: httpx.Client) -> None:
    (error,) = refused(client, trip(hotel("DE"), method="myclimate-2019"))
    assert (error["pointer"], error["code"]) == ("/items/0/type", "type_not_covered")
    (error,) = refused(client, trip(flight(cabin="premium"), method="p4f-mobitool3"))
    assert (error["pointer"], error["code"]) == ("/items/0/cabin", "cabin_not_covered")


def test_the_input_is_not_repeated_in_a_refusal(client: httpx.Client) -> None:
    answer = client.post(FOOTPRINTS, json=trip(flight(destination="QQQ")))
    assert "QQQ" not in answer.text


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b'{"kind": NaN}',
        b'{"kind": "trip", "kind": "trip"}',
        b'{"kind": "\\ud800"}',
        b"[" * 100_000,
        b'{"kind": 1e999}',
    ],
    ids=repr,
)
def test_what_is_no_json_is_refused_as_such(client: httpx.Client, body: bytes) -> None:
    answer = client.post(FOOTPRINTS, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


@pytest.mark.parametrize("name", ["distance_km", "travellers", "country", "type", "from"])
@pytest.mark.parametrize("value", [None, [], {}, "\x00", "💥", -0.0, 10**300, [[[]]]], ids=repr)
def test_hostile_values_are_never_our_fault(client: httpx.Client, name: str, value: Any) -> None:
    answer = client.post(FOOTPRINTS, json=trip(rail() | {name: value}))
    assert answer.status_code in (200, 422), answer.text
    assert (answer.status_code == 200) == (value is None and name == "from")


def test_every_record_of_this_domain_can_say_that_it_does_not_exist() -> None:
    tables = {
        mapper.class_.__tablename__
        for mapper in SQLModel._sa_registry.mappers
        if mapper.class_.__module__.startswith("klimabruecke.footprint.") and issubclass(mapper.class_, Row)
    }
    assert "travel_rule" in tables
    for table in tables:
        assert no_such(table).detail.de.startswith("Es gibt kein")
