"""Levies in answers about travel: what a few owe, paid or gave is told in no format."""

import csv
import io
import itertools
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from docx import Document

from klimabruecke.core.docx import DOCX
from tests.footprint.cooperation import changed, got, made
from tests.footprint.test_disclosure_differences import ask, paid, people
from tests.footprint.test_year_publications import done

Json = dict[str, Any]
_YEARS = itertools.count(2040, 2)
WITHHELD = {
    "de": "nicht gesondert genannt: weniger als fünf Reisende",
    "en": "not stated separately: fewer than five travellers",
}


@pytest.fixture
def year() -> int:
    """A year that is nobody else's, with one more behind it."""
    return next(_YEARS)


@pytest.fixture(scope="module", autouse=True)
def _rate(coordinator: httpx.Client) -> Iterator[None]:
    """Bremen's levy at 25 euros a tonne."""
    rule = "/travel-rules/bremen-co2-levy"
    told = {"source_id": None, "source_note": "Bescheid vom 1. Oktober 2026", "verification": "reported"}
    found = got(coordinator, rule)
    before = {name: found[name] for name in ("amount_cents_per_tonne", *told)}
    changed(coordinator, rule, {"amount_cents_per_tonne": 2_500, **told})
    yield
    changed(coordinator, rule, before)


def answered(client: httpx.Client, year: int, last: int | None = None, **changes: Any) -> Json:
    answer = ask(client, year, last, **changes)
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


def due(rows: list[Json]) -> list[tuple[int | None, list[str]]]:
    return [(levy["due_cents"], levy["withheld"]) for row in rows for levy in row["levies"]]


def in_all_formats(client: httpx.Client, answer: Json) -> dict[str, str]:
    """The answer as texts, and as what the CSV and the DOCX say."""
    address = f"/travel-disclosures/{answer['id']}"
    found = {language: answer["texts"][language]["text"] for language in ("de", "en")}
    found["csv"] = client.get(address, params={"format": "csv"}).text
    for language in ("de", "en"):
        document = client.get(address, headers={"Accept": DOCX, "Accept-Language": language})
        tables = Document(io.BytesIO(document.content)).tables
        found[f"docx {language}"] = " ".join(cell.text for table in tables for cell in table._cells)
    return {name: text.replace("\u00a0", " ") for name, text in found.items()}


def test_the_levy_of_two_beside_twenty_of_another_city_is_not_told(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """Two of Bremen owe it, twenty of Durban do not: the sum would be that of the two."""
    activity = done(coordinator, project, year, 0, participants=people(bremen=2, durban=20))
    paid(coordinator, activity, 31_415)
    answer = answered(coordinator, year)
    (levy,) = answer["snapshot"]["total"]["levies"]
    nothing = {"due_cents": None, "paid_cents": None, "withheld": ["due_cents", "paid_cents"]}
    assert levy == {"currency": "EUR", "undetermined": 0, **nothing}
    told = in_all_formats(coordinator, answer)
    for language in ("de", "en"):
        assert told[language].count(WITHHELD[language]) == 4, "the sentence and the row of the year, twice"
        assert WITHHELD[language] in told[f"docx {language}"]
    assert not any(amount in text for text in told.values() for amount in ("31415", "314,15", "314.15"))
    lines = [line for line in csv.DictReader(io.StringIO(told["csv"])) if line["by"].startswith("levy")]
    assert {(line["levy_due_cents"], line["levy_paid_cents"]) for line in lines} == {("", "")}
    assert {line["levy_withheld"] for line in lines} == {"due_cents, paid_cents"}


def test_the_levy_of_all_but_two_is_not_told_either(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """Who divides it by its rate knows the mass of the twenty, and so that of the two."""
    done(coordinator, project, year, 0, participants=people(bremen=20, durban=2))
    assert due([answered(coordinator, year)["snapshot"]["total"]]) == [(None, ["due_cents"])]


def test_the_levy_of_five_is_told(coordinator: httpx.Client, project: Json, year: int) -> None:
    activity = done(coordinator, project, year, 0, participants=people(bremen=5, durban=20))
    snapshot = answered(coordinator, year)["snapshot"]
    amount = got(coordinator, f"/activities/{activity['id']}")["levy_due_cents"]
    assert amount > 0
    assert due([snapshot["total"]]) == due(snapshot["by_year"]) == due(snapshot["by_city"]) == [(amount, [])]


def test_a_sum_that_has_the_levy_of_a_few_in_one_row_is_not_told(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """The two years are told, so the levy of two would be told with that of the second year."""
    done(coordinator, project, year, 0, participants=people(bremen=9, durban=9))
    done(coordinator, project, year + 1, 0, participants=people(bremen=2, durban=9))
    snapshot = answered(coordinator, year, year + 1)["snapshot"]
    assert len(snapshot["by_year"]) == 2
    assert due([snapshot["total"], *snapshot["by_year"]]) == [(None, ["due_cents"])] * 3


def test_the_levies_of_rows_add_up_to_the_sum(coordinator: httpx.Client, project: Json, year: int) -> None:
    done(coordinator, project, year, 0, participants=people(bremen=9, durban=9))
    done(coordinator, project, year + 1, 0, participants=people(bremen=6, durban=9))
    snapshot = answered(coordinator, year, year + 1)["snapshot"]
    ((amount, _),) = due([snapshot["total"]])
    assert amount == sum(cents or 0 for cents, _ in due(snapshot["by_year"]))


def test_two_answers_together_do_not_tell_the_levy_of_a_few(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    done(coordinator, project, year, 0, participants=people(bremen=9, durban=9))
    done(coordinator, project, year, 0, kind="event", participants=people(durban=9))
    first = due([answered(coordinator, year, kinds=["trip"])["snapshot"]["total"]])
    assert first[0][1] == []
    done(coordinator, project, year, 0, participants=people(bremen=2, durban=9))
    assert due([answered(coordinator, year)["snapshot"]["total"]]) == [(None, ["due_cents"])]


def given(client: httpx.Client, year: int, cents: int, kind: str = "levy") -> Json:
    period = {"period_starts_on": f"{year}-01-01", "period_ends_on": f"{year}-12-31"}
    money = {"amount_cents": cents, "currency": "EUR", "recipient": "Klimafonds", "proof_note": "Beleg 4711"}
    return made(client, "/contributions", {"city_id": "bremen", "kind": kind, **money, **period})


def told_given(answer: Json) -> list[tuple[str, int]]:
    return [(row["kind"], row["amount_cents"]) for row in answer["snapshot"]["contributions"]]


def test_a_levy_given_for_few_travellers_is_left_out_and_donations_are_not(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    done(coordinator, project, year, 0, participants=people(bremen=2, durban=20))
    given(coordinator, year, 3_375)
    alone = answered(coordinator, year)
    assert told_given(alone) == []
    assert alone["snapshot"]["levy_contributions_withheld"] is True
    assert "keine Klimabeiträge erfasst" not in alone["texts"]["de"]["text"]
    given(coordinator, year, 7_000, "donation")
    answer = answered(coordinator, year)
    assert told_given(answer) == [("donation", 7_000)]
    told = in_all_formats(coordinator, answer)
    assert told["de"].count("nicht genannt, wo sie auf weniger als fünf Reisende schließen ließe") == 1
    assert told["en"].count("left out of the contributions where it would tell about fewer than five") == 1
    assert not any(amount in text for text in told.values() for amount in ("3375", "33,75", "33.75"))


def test_a_levy_given_for_five_is_told_but_no_other_amount_for_the_same_trips(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """The second amount less the first could be the levy of one trip."""
    done(coordinator, project, year, 9)
    done(coordinator, project, year, 2)
    given(coordinator, year, 10_000)
    for _ in range(2):
        answer = answered(coordinator, year)
        assert told_given(answer) == [("levy", 10_000)]
        assert answer["snapshot"]["levy_contributions_withheld"] is False
    given(coordinator, year, 3_375)
    assert told_given(answered(coordinator, year)) == []
    done(coordinator, project, year, 5)
    assert told_given(answered(coordinator, year)) == [("levy", 13_375)]


def test_a_levy_given_is_not_told_where_no_trip_of_that_year_is(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    done(coordinator, project, year, 9)
    done(coordinator, project, year, 9, kind="event")
    given(coordinator, year, 10_000)
    assert told_given(answered(coordinator, year, kinds=["event"])) == []
