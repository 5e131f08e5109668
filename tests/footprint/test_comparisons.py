"""POST /footprint-comparisons: the same trip by every method, and why they differ."""

from typing import Any

import httpx
import orjson
import pytest

from klimabruecke.footprint.answers import FootprintComparisonOut
from tests.footprint.requests import COMPARISONS, ENGLISH, computed, delegation, flight, hotel, trip


def compared(client: httpx.Client, body: dict[str, Any], **headers: str) -> dict[str, dict[str, Any]]:
    answer = client.post(COMPARISONS, json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    return {item["method"]: item for item in answer.json()["items"]}


def test_frankfurt_windhoek_by_five_methods(client: httpx.Client) -> None:
    found = compared(client, trip(flight()))
    assert {method: round(item["ghg_kg"]) for method, item in found.items()} == {
        "klimabruecke-2026": 675,
        "desnz-2025": 655,
        "p4f-mobitool3": 1555,
        "myclimate-2019": 1250,
        "ademe-2026": 1348,
    }
    assert {method for method, item in found.items() if item["includes"]["non_co2"]} == {
        "p4f-mobitool3",
        "myclimate-2019",
        "ademe-2026",
    }
    assert all(item["why"] and item["reason_if_null"] is None for item in found.values())


@pytest.mark.parametrize("method", ["klimabruecke-2026", "desnz-2025", "p4f-mobitool3", "ademe-2026"])
def test_a_method_shows_the_same_total_here_and_there(client: httpx.Client, method: str) -> None:
    body = trip(flight(), flight("BRE", "FRA", travellers=3))
    assert compared(client, body)[method]["ghg_kg"] == computed(client, body | {"method": method})["ghg_kg"]


def test_a_method_that_cannot_is_null_and_says_why(client: httpx.Client) -> None:
    found = compared(client, delegation(), **ENGLISH)
    assert found["klimabruecke-2026"]["ghg_kg"] == pytest.approx(8850, abs=1)
    assert found["p4f-mobitool3"]["ghg_kg"] is None
    assert found["p4f-mobitool3"]["reason_if_null"] == (
        "This method has no value for: nights in hotels (item 3)."
        " Take that out and compare the rest, for example the flights only."
    )
    assert found["desnz-2025"]["reason_if_null"] == found["p4f-mobitool3"]["reason_if_null"]
    assert compared(client, delegation())["myclimate-2019"]["reason_if_null"] == (
        "Diese Methode hat keinen Wert für: Übernachtungen (Eintrag 3)."
        " Nehmen Sie das heraus und vergleichen Sie den Rest, zum Beispiel nur die Flüge."
    )


def test_the_example_is_computed_by_every_method(client: httpx.Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    (example,) = document["components"]["schemas"]["FootprintComparisonIn"]["examples"]
    assert all(item["ghg_kg"] is not None for item in compared(client, example).values())


def test_desnz_knows_hotels_the_others_do_not(client: httpx.Client) -> None:
    found = compared(client, trip(hotel("DE", 2, 3)))
    assert {method: item["ghg_kg"] for method, item in found.items()} == {
        "klimabruecke-2026": 79.2,
        "desnz-2025": 79.2,
        "p4f-mobitool3": None,
        "myclimate-2019": None,
        "ademe-2026": None,
    }


def test_a_comparison_takes_no_method(client: httpx.Client) -> None:
    answer = client.post(COMPARISONS, json=trip(flight(), method="desnz-2025"))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/method"


def test_the_bytes_are_exactly_what_the_contract_describes(client: httpx.Client) -> None:
    answer = client.post(COMPARISONS, json=delegation())
    described = FootprintComparisonOut.model_validate_json(answer.content).model_dump(mode="json")
    assert orjson.dumps(described) == answer.content
