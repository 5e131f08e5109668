"""POST /footprints: what a planner and an integrator get."""

from typing import Any

import httpx
import orjson
import pytest

from klimabruecke.footprint.answers import FootprintOut
from tests.footprint.requests import ENGLISH, FOOTPRINTS, computed, delegation, flight, hotel, rail, trip

GAS_BILL = {"type": "heat", "carrier": "natural_gas", "country": "DE", "kwh": 1110}


def test_the_delegation_to_windhoek_is_computed_as_published(client: httpx.Client) -> None:
    answer = computed(client, delegation())
    assert answer["ghg_kg"] == pytest.approx(8_850, abs=1)
    assert answer["ghg_low_kg"] == pytest.approx(6_728, abs=1)
    assert answer["ghg_high_kg"] == pytest.approx(10_972, abs=1)
    assert answer["climate_effect_kg"] == pytest.approx(
        {"low": 8850, "central": 13_104, "high": 21_003}, abs=1
    )
    assert answer["per_traveller_kg"] == pytest.approx(1_770, abs=1)
    assert [item["type"] for item in answer["items"]] == ["flight", "flight", "hotel"]
    assert [item["distance_km"] for item in answer["items"]] == [336.547, 8079.051, None]
    assert [item["wtt_kg"] is None for item in answer["items"]] == [False, False, True]


def test_one_flight_to_windhoek_in_economy(client: httpx.Client) -> None:
    answer = computed(client, trip(flight()))
    assert answer["ttw_kg"] == pytest.approx(561, rel=0.01)
    assert answer["wtt_kg"] == pytest.approx(114, rel=0.01)
    assert answer["ghg_kg"] == pytest.approx(675, rel=0.01)
    assert answer["non_co2_kg"] == pytest.approx({"low": 0, "central": 393, "high": 1122}, rel=0.01)
    assert answer["method"] == {"id": "klimabruecke-2026", "version": "1"}
    assert answer["warnings"] == []


def test_the_sums_hold_to_the_gram_in_the_answer_too(client: httpx.Client) -> None:
    answer = computed(
        client, trip(flight(travellers=7), rail(), hotel(), flight("JNB", "DUR", cabin="first"))
    )
    grams = {name: round(answer[name] * 1000) for name in ("ghg_kg", "ttw_kg", "wtt_kg")}
    assert grams["ghg_kg"] == grams["ttw_kg"] + grams["wtt_kg"]
    assert grams["ghg_kg"] == sum(round(item["ghg_kg"] * 1000) for item in answer["items"])
    for level in ("low", "central", "high"):
        beside = round(answer["non_co2_kg"][level] * 1000)
        assert round(answer["climate_effect_kg"][level] * 1000) == grams["ghg_kg"] + beside


def test_the_bytes_are_exactly_what_the_contract_describes(client: httpx.Client) -> None:
    answer = client.post(FOOTPRINTS, json=delegation())
    described = FootprintOut.model_validate_json(answer.content).model_dump(mode="json")
    assert orjson.dumps(described) == answer.content


def test_an_answer_opens_down_to_each_factor_and_its_source(client: httpx.Client) -> None:
    answer = computed(client, delegation())
    factors = {factor["id"]: factor for item in answer["items"] for factor in item["factors"]}
    assert {"DERIVED-AIR-01", "DERIVED-AIR-02", "DERIVED-AIR-03", "HOTEL-NA-PROXY"} <= factors.keys()
    for factor in factors.values():
        stored = client.get(f"/api/v1/emission-factors/{factor['id']}").json()
        assert (stored["value"], stored["source_id"]) == (factor["value"], factor["source_id"])
        assert client.get(f"/api/v1/sources/{factor['source_id']}").status_code == 200


@pytest.mark.parametrize(
    ("item", "parameter", "verification"),
    [
        ({"type": "rail", "country": "DE", "from": "BRE", "to": "FRA"}, "detour_rail", "derived"),
        ({"type": "coach", "country": "DE", "from": "BRE", "to": "FRA"}, "detour_road", "derived"),
        ({"type": "car", "country": "DE", "from": "BRE", "to": "FRA"}, "detour_road", "derived"),
        ({**GAS_BILL, "calorific_value": "gross"}, "gas_gross_to_net", "recalled"),
    ],
    ids=str,
)
def test_the_parameters_an_item_is_counted_with_stand_behind_its_primary_factor(
    client: httpx.Client, item: dict[str, Any], parameter: str, verification: str
) -> None:
    answer = computed(client, trip(item))
    primary, *_, last = answer["items"][0]["factors"]
    assert ":" not in primary["id"]
    assert (last["id"], last["verification"]) == (f"klimabruecke-2026:{parameter}", verification)


def test_a_gas_bill_says_that_its_conversion_is_not_proven_yet(client: httpx.Client) -> None:
    gross = computed(client, trip({**GAS_BILL, "calorific_value": "gross"}), **ENGLISH)
    (told,) = [each for each in gross["warnings"] if each["code"] == "recalled_factor"]
    assert told["item"] == 0
    assert "klimabruecke-2026:gas_gross_to_net" in told["detail"]
    net = computed(client, trip(GAS_BILL))
    assert "recalled_factor" not in {each["code"] for each in net["warnings"]}


def test_cities_are_places_as_airports_are(client: httpx.Client) -> None:
    by_city = computed(client, trip({"type": "coach", "country": "ZA", "from": "durban", "to": "JNB"}))
    by_airport = computed(client, trip({"type": "coach", "country": "ZA", "from": "dur", "to": "jnb"}))
    assert by_city["ghg_kg"] == pytest.approx(by_airport["ghg_kg"], rel=0.1)
    assert by_city["items"][0]["distance_km"] > 1.5 * 450


def test_capitals_do_not_matter_in_a_flight(client: httpx.Client) -> None:
    assert computed(client, trip(flight("fra", "wdh"))) == computed(client, trip(flight()))


@pytest.mark.parametrize(
    ("item", "ghg_kg"),
    [
        ({"type": "car", "country": "DE", "distance_km": 100, "travellers": 5, "occupancy": 2.5}, 42.248),
        ({"type": "car", "distance_km": 100, "fuel": "diesel", "vehicles": 1}, 21.45),
        ({"type": "taxi", "distance_km": 10}, 1.856),
        ({"type": "ferry", "distance_km": 100}, 2.295),
        ({"type": "electricity", "country": "NA", "kwh": 1000}, 372.9),
        (
            {
                "type": "heat",
                "carrier": "natural_gas",
                "country": "DE",
                "kwh": 111,
                "calorific_value": "gross",
            },
            20.1,
        ),
        ({"type": "meal", "diet": "vegan", "count": 8}, 3.12),
        ({"type": "video", "participants": 12, "hours": 7.5}, 4.95),
        (
            {
                "type": "freight",
                "mode": "sea_container",
                "country": "ZA",
                "mass_kg": 1000,
                "distance_km": 1000,
            },
            19.77,
        ),
        ({"type": "material", "material": "t_shirt_cotton", "count": 100}, 520),
        ({"type": "material", "material": "clothing", "mass_kg": 15}, 334.65),
        ({"type": "print", "paper": "paper_primary", "mass_kg": 1000}, 1345.078),
    ],
    ids=lambda case: str(case.get("type")) if isinstance(case, dict) else "",
)
def test_every_kind_of_item_has_an_answer(
    client: httpx.Client, item: dict[str, object], ghg_kg: float
) -> None:
    assert computed(client, trip(item))["ghg_kg"] == ghg_kg


@pytest.mark.parametrize(
    ("method", "ghg_kg"),
    [
        ("desnz-2025", 654.807),
        ("p4f-mobitool3", 1554.908),
        ("ademe-2026", 1347.537),
        ("myclimate-2019", 1249.612),
    ],
)
def test_any_method_can_be_asked(client: httpx.Client, method: str, ghg_kg: float) -> None:
    answer = computed(client, trip(flight(), method=method))
    assert answer["ghg_kg"] == pytest.approx(ghg_kg, abs=0.001)
    assert answer["method"]["id"] == method


def _details(answer: httpx.Response) -> dict[str, str]:
    return {warning["code"]: warning["detail"] for warning in answer.json()["warnings"]}


def test_sentences_follow_the_language_asked_for(client: httpx.Client) -> None:
    german = client.post(FOOTPRINTS, json=delegation())
    english = client.post(FOOTPRINTS, json=delegation(), headers=ENGLISH)
    assert (german.headers["content-language"], english.headers["content-language"]) == ("de", "en")
    assert _details(german) == {
        "short_leg_non_co2": "Unter 400 km erreicht das Flugzeug kaum Reiseflughöhe."
        " Auf dieser Strecke kann der Nicht-CO2-Anteil auch null sein.",
        "proxy_factor": "Für Namibia gibt es keinen veröffentlichten Wert."
        " Gerechnet ist mit Südafrika, ±70 %.",
    }
    assert _details(english) == {
        "short_leg_non_co2": "Below 400 km an aircraft hardly reaches cruise altitude."
        " On this leg the non-CO2 part may be nil.",
        "proxy_factor": "No value is published for Namibia. We used South Africa's, ±70 %.",
    }
    assert "Beim Hotel zählt das Zimmer, nicht der Gast." in german.json()["assumptions"]
    assert "Hotels count rooms, not guests." in english.json()["assumptions"]


def test_a_year_without_a_set_is_told_with_its_day(client: httpx.Client) -> None:
    later = client.post(FOOTPRINTS, json=trip(hotel("DE"), on="2026-11-24"))
    assert _details(later) == {
        "older_factor_set": "Der Faktor war bis zum 31. Dezember 2025 gedacht. Für den"
        " 24. November 2026 haben wir keinen neueren, den wir verwenden können;"
        " deshalb ist mit ihm gerechnet."
    }
    earlier = client.post(FOOTPRINTS, json=trip(hotel("DE"), on="2024-05-01"), headers=ENGLISH)
    assert _details(earlier) == {
        "proxy_factor": "There is no factor for 1 May 2024."
        " The set valid from 1 January 2025 on stands in for it."
    }


def test_what_a_chosen_factor_counts_is_stated(client: httpx.Client) -> None:
    answer = computed(client, trip({"type": "electricity", "country": "ZA", "kwh": 1000}))
    assert "Erzeugung mit Importen, dazu Verluste in Übertragung und Verteilung." in answer["assumptions"]


def test_numbers_in_sentences_are_written_as_the_language_writes_them(client: httpx.Client) -> None:
    body = trip({"type": "rail", "country": "DE", "from": "BRE", "to": "FRA"})
    assert "Luftlinie 336,547 km, für den Umweg mal 1,2." in computed(client, body)["assumptions"]
    english = computed(client, body, **ENGLISH)["assumptions"]
    assert "Direct line 336.547 km, times 1.2 for the detour." in english


def test_a_factor_with_nothing_to_say_says_nothing(client: httpx.Client) -> None:
    assert computed(client, trip({"type": "video", "participants": 1, "hours": 1}))["assumptions"] == []


def test_a_number_is_counted_as_it_was_written(client: httpx.Client) -> None:
    (item,) = computed(client, trip({"type": "video", "participants": 1000, "hours": 0.1}))["items"]
    assert item["formula"] == "1,000 × 0.1 h × 0.055 kg/participant_hour = 5.500 kg"


def test_an_answer_is_not_kept_by_caches(client: httpx.Client) -> None:
    assert client.post(FOOTPRINTS, json=delegation()).headers["cache-control"] == "no-store"


def test_an_upstream_part_nobody_knows_is_null_and_not_zero(client: httpx.Client) -> None:
    assert computed(client, trip(hotel("DE")))["wtt_kg"] is None
    both = computed(client, trip(hotel("DE"), flight()))
    assert both["wtt_kg"] == both["items"][1]["wtt_kg"] > 0


def test_numbers_of_people_are_written_as_the_language_writes_them(client: httpx.Client) -> None:
    body = trip({"type": "car", "country": "DE", "distance_km": 10, "travellers": 2500, "occupancy": 2})
    german, english = computed(client, body), computed(client, body, **ENGLISH)
    assert "Reisende: 2.500, je Auto 2, also Autos: 1.250." in german["assumptions"]
    assert "Travellers: 2,500, 2 to a car, so cars: 1,250." in english["assumptions"]
