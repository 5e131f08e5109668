"""Tables that are too large, or none at all: refused or asked about, and never a fault."""

import time
from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import refused_at
from tests.footprint.office import Office

Json = dict[str, Any]


@pytest.fixture(scope="module")
def visitor(office: Office) -> httpx.Client:
    return office.visitor()


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ({"text": ""}, ["/text string_too_short"]),
        ({"text": "x" * 50_001}, ["/text string_too_long"]),
        ({"text": "Von;Nach\n" + "FRA;WDH\n" * 201, "travellers": 1}, ["/text table_too_long"]),
        ({"text": ";".join(["Von", "Nach", *"x" * 60])}, ["/text table_too_long"]),
        ({"text": "a\x00b"}, ["/text string_pattern_mismatch"]),
        ({"text": "a", "travellers": 0}, ["/travellers greater_than_equal"]),
        ({"text": "a", "columns": ["price"]}, ["/columns/0 literal_error"]),
    ],
)
def test_what_is_too_large_or_no_table_is_refused(
    visitor: httpx.Client, body: Json, places: list[str]
) -> None:
    assert refused_at(visitor.post("/travel-tables", json=body)) == places


@pytest.mark.parametrize(
    "text",
    [
        ";;;\n;;;",
        '"',
        'Von;Nach\n"FRA;WDH\nWDH;FRA',
        "\t\t\n",
        "Von;Nach\n" + ";" * 1000,
        "Von;Nach;Personen\nFRA;WDH;99999999999999999999",
        "Von;Nach;km\nFRA;WDH;1e999",
        "Leistung;km;Personen\nTaxi;٣٤;٥",
        "Datum;Von;Nach\n31.02.2026;FRA;WDH\n99.99.9999;FRA;WDH",
        "Strecke\n" + "-".join(["FRA"] * 500),
        "Von;Nach\nZürich–é̂\u202e;\ufeffWDH",
        "Hotel;Nächte;Zimmer\nA;99999;99999",
        " \r\n Von ; Nach \r\n FRA ; WDH \r\n",
    ],
)
def test_nonsense_is_asked_or_refused_and_never_a_fault(visitor: httpx.Client, text: str) -> None:
    answer = visitor.post("/travel-tables", json={"text": text, "travellers": 1})
    assert answer.status_code in (200, 422), answer.text


def test_a_large_table_is_read_in_a_moment(visitor: httpx.Client) -> None:
    """200 different misspelt places: the dearest there is."""
    text = "Von;Nach;Klasse;Personen\n" + "\n".join(f"Frankfrt{n};Windhok{n};Economy;1" for n in range(200))
    began = time.perf_counter()
    answer = visitor.post("/travel-tables", json={"text": text})
    assert len(answer.json()["rows"]) == 200
    assert time.perf_counter() - began < 5
