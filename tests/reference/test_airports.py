"""The airport search: by code, name and city, in German and in the city's own language."""

import airportsdata
import httpx
import pytest

AIRPORTS = "/api/v1/airports"


def found(client: httpx.Client, text: str, limit: int = 10) -> list[str]:
    answer = client.get(AIRPORTS, params={"q": text, "limit": limit})
    assert answer.status_code == 200, answer.text
    return [airport["iata"] for airport in answer.json()["items"]]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("fra", "FRA"),
        ("FRA", "FRA"),
        ("eddf", "FRA"),
        ("Frankfurt", "FRA"),
        ("Windhoek", "WDH"),
        ("Windhuk", "WDH"),
        ("Hosea Kutako", "WDH"),
        ("kutako", "WDH"),
        ("münchen", "MUC"),
        ("muenchen", "MUC"),
        ("munchen", "MUC"),
        ("MUNICH", "MUC"),
        ("KAPSTADT", "CPT"),
        ("cape town", "CPT"),
        ("Zürich", "ZRH"),
        ("zurich", "ZRH"),
        ("zuerich", "ZRH"),
        ("Köln", "CGN"),
        ("Kairo", "CAI"),
        ("wroclaw", "WRO"),
        ("breslau", "WRO"),
        ("addis", "ADD"),
        ("durban", "DUR"),
        ("johannesburg", "JNB"),
        ("istanbul", "IST"),
        ("o. r. tambo", "JNB"),
        ("brem", "BRE"),
        ("  bremen ", "BRE"),
    ],
)
def test_a_search_finds_the_airport_people_mean_first(client: httpx.Client, text: str, first: str) -> None:
    assert found(client, text)[0] == first


def test_a_code_comes_before_cities_that_begin_alike(client: httpx.Client) -> None:
    assert found(client, "rom")[:2] == ["FCO", "CIA"], "no airport has the code ROM"
    codes = found(client, "ber", 5)
    assert codes[0] == "BER"
    assert "BGY" in codes, "Bergamo begins with it"


def test_the_beginning_of_a_city_comes_before_a_word_and_a_word_before_its_middle(
    client: httpx.Client,
) -> None:
    assert found(client, "amsterdam") == ["AMS", "QSX"], "New Amsterdam has it as its second word"
    assert found(client, "ienna")[0] == "VIE", "it stands inside Vienna"


def test_a_city_of_several_airports_shows_all_of_them(client: httpx.Client) -> None:
    assert found(client, "Windhoek") == ["WDH", "ERS"]


def test_the_list_is_as_long_as_asked_for(client: httpx.Client) -> None:
    assert len(found(client, "san", 3)) == 3
    assert len(found(client, "san", 50)) == 50
    assert len(set(found(client, "san", 50))) == 50


@pytest.mark.parametrize("text", ["xyzzy", "---", "飛行場"])
def test_a_text_that_fits_nothing_finds_nothing(client: httpx.Client, text: str) -> None:
    assert found(client, text) == []


@pytest.mark.parametrize(
    "query", ["", "q=", "q=fra&limit=0", "q=fra&limit=101", "q=fra&country=DE", "q=a&q=b"]
)
def test_a_search_that_cannot_be_answered_is_refused(client: httpx.Client, query: str) -> None:
    assert client.get(f"{AIRPORTS}?{query}").status_code == 422


def test_an_airport_answers_by_its_code_in_capitals_or_not(client: httpx.Client) -> None:
    windhoek = client.get(f"{AIRPORTS}/WDH").json()
    assert windhoek["name"] == "Hosea Kutako International Airport"
    assert windhoek["country"] == "NA"
    assert client.get(f"{AIRPORTS}/wdh").json() == windhoek


def test_durban_is_king_shaka_and_not_the_closed_airport(client: httpx.Client) -> None:
    durban = client.get(f"{AIRPORTS}/DUR").json()
    assert durban["latitude_deg"] == pytest.approx(-29.614, abs=0.01)
    assert durban["longitude_deg"] == pytest.approx(31.12, abs=0.01)


def test_german_city_names_are_shown_where_we_know_them(client: httpx.Client) -> None:
    assert client.get(f"{AIRPORTS}/CPT").json()["city_de"] == "Kapstadt"
    assert client.get(f"{AIRPORTS}/ERS").json()["city_de"] is None


def test_an_unknown_code_is_not_found_and_a_longer_one_refused(client: httpx.Client) -> None:
    assert client.get(f"{AIRPORTS}/XXX").status_code == 404
    assert client.get(f"{AIRPORTS}/EDDF").status_code == 422


def test_an_unchanged_search_is_not_sent_again(client: httpx.Client) -> None:
    tag = client.get(f"{AIRPORTS}?q=fra").headers["ETag"]
    assert client.get(f"{AIRPORTS}?q=fra", headers={"If-None-Match": tag}).status_code == 304


def test_every_airport_can_be_answered(client: httpx.Client) -> None:
    """Some have no ICAO code, and the data say so in a way of their own."""
    codes = sorted(airportsdata.load("IATA"))
    refused = [
        code
        for code in [*codes[::7], "DEQ", "DEJ", "LHL", "BFY", "KBH"]
        if client.get(f"/api/v1/airports/{code}").status_code != 200
    ]
    assert refused == []
