"""What several answers and published years tell together is about five travellers at least."""

import itertools
from typing import Any

import httpx
import pytest

from tests.footprint.cooperation import changed, meals, problem, travelled
from tests.footprint.office import Office
from tests.footprint.test_year_publications import done, publish, published
from tests.installations import rows

Json = dict[str, Any]
_YEARS = itertools.count(2070, 2)
FEW = (409, "/problems/difference-of-few-travellers")


@pytest.fixture
def year() -> int:
    """A year that is nobody else's, with some more behind it."""
    return next(_YEARS)


def people(**counts: int) -> list[Json]:
    return [{"city_id": city, "count": count} for city, count in counts.items()]


def ask(client: httpx.Client, first: int, last: int | None = None, **changes: Any) -> httpx.Response:
    body = {"question": "Wie viele Reisen?", "year_min": first, "year_max": last or first} | changes
    return client.post("/travel-disclosures", json=body)


def total(answer: httpx.Response) -> int:
    assert answer.status_code == 201, answer.text
    found: int = answer.json()["snapshot"]["total"]["people"]
    return found


def test_two_kinds_together_do_not_tell_of_the_small_one(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    done(coordinator, project, year, 10)
    done(coordinator, project, year, 3, kind="event")
    assert total(ask(coordinator, year, kinds=["trip"])) == 10
    refused = ask(coordinator, year)
    assert problem(refused) == FEW
    assert "Ask as an earlier answer did" in refused.json()["detail"]
    german = coordinator.post(
        "/travel-disclosures",
        json={"question": "Q", "year_min": year, "year_max": year},
        headers={"Accept-Language": "de"},
    )
    assert "Fragen Sie wie in einer früheren Auskunft" in german.json()["detail"]
    assert total(ask(coordinator, year, kinds=["trip"])) == 10, "the same again tells nothing new"


def test_the_other_way_round_neither(coordinator: httpx.Client, project: Json, year: int) -> None:
    done(coordinator, project, year, 10)
    done(coordinator, project, year, 3, kind="event")
    assert total(ask(coordinator, year)) == 13
    assert problem(ask(coordinator, year, kinds=["trip"])) == FEW


def test_a_trip_of_one_added_between_two_answers_is_not_told(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    done(coordinator, project, year, 10)
    assert total(ask(coordinator, year)) == 10
    done(coordinator, project, year, 1)
    assert problem(ask(coordinator, year)) == FEW
    done(coordinator, project, year, 4)
    assert total(ask(coordinator, year)) == 15


def test_an_answer_and_a_published_year_do_not_tell_of_a_few(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    done(coordinator, project, year, 10)
    done(coordinator, project, year, 2, kind="event")
    published(coordinator, year)
    assert problem(ask(coordinator, year, kinds=["trip"])) == FEW
    assert total(ask(coordinator, year)) == 12


def test_a_year_is_not_published_beside_an_answer_that_gives_a_few_away(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    done(coordinator, project, year, 10)
    done(coordinator, project, year, 2, kind="event")
    assert total(ask(coordinator, year, kinds=["trip"])) == 10
    refused = publish(coordinator, year)
    assert problem(refused) == (409, "/problems/publication-refused")
    assert "answers about travel" in refused.json()["detail"]
    done(coordinator, project, year, 3, kind="event")
    published(coordinator, year)


def test_one_city_and_two_cities_do_not_tell_of_the_small_one(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    done(coordinator, project, year, 0, participants=people(bremen=8, durban=2))
    assert total(ask(coordinator, year, cities=["bremen"])) == 8
    assert problem(ask(coordinator, year, cities=["bremen", "durban"])) == FEW
    assert problem(ask(coordinator, year)) == FEW
    assert problem(publish(coordinator, year))[0] == 409


def test_asking_about_one_year_minds_what_only_the_other_year_was_asked(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """The first answer joins two years, the second is about the first year alone, the third the second."""
    done(coordinator, project, year, 3)
    done(coordinator, project, year, 9, kind="event")
    done(coordinator, project, year + 1, 9)
    done(coordinator, project, year + 1, 2, kind="event")
    assert total(ask(coordinator, year, kinds=["event"])) == 9
    joined = ask(coordinator, year, year + 1)
    assert total(joined) == 23
    assert len(joined.json()["snapshot"]["by_year"]) == 1, "year by year the small trip would stand out"
    assert problem(ask(coordinator, year + 1)) == FEW


def test_rows_that_would_cut_out_a_few_are_put_together(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """By year and by kind each row has enough; the event of two lies where a year and a kind cross."""
    done(coordinator, project, year, 9)
    done(coordinator, project, year, 2, kind="event")
    done(coordinator, project, year + 1, 9)
    done(coordinator, project, year + 1, 7, kind="event")
    answer = ask(coordinator, year, year + 1)
    assert total(answer) == 27
    snapshot = answer.json()["snapshot"]
    assert [row["people"] for row in snapshot["by_year"]] == [11, 16]
    assert [(row["members"], row["people"]) for row in snapshot["by_kind"]] == [(["event", "trip"], 27)]
    assert problem(ask(coordinator, year, year + 1, kinds=["trip"])) == FEW


def paid(client: httpx.Client, activity: Json, cents: int) -> Json:
    levy = {"levy_paid_cents": cents, "levy_paid_on": "2071-01-15", "levy_currency": "EUR"}
    return changed(client, f"/activities/{activity['id']}", levy)


def levies(answer: httpx.Response) -> list[Json]:
    assert answer.status_code == 201, answer.text
    found: list[Json] = answer.json()["snapshot"]["total"]["levies"]
    return found


def test_the_levy_of_a_small_trip_is_not_told_by_asking_twice(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """Between the answers only what was paid for the trip of two has changed."""
    large, small = done(coordinator, project, year, 10), done(coordinator, project, year, 2)
    paid(coordinator, large, 50_000)
    (before,) = levies(ask(coordinator, year))
    assert (before["paid_cents"], before["withheld"]) == (None, ["paid_cents"]), "two are the others"
    paid(coordinator, small, 12_345)
    (now,) = levies(ask(coordinator, year))
    assert (now["paid_cents"], now["withheld"]) == (62_345, [])
    paid(coordinator, small, 12_346)
    (again,) = levies(ask(coordinator, year))
    assert (again["paid_cents"], again["withheld"]) == (None, ["paid_cents"])


def test_a_levy_paid_later_does_not_keep_a_year_from_being_published_again(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    """A published year tells nothing of levies, so it is as little about them before as after."""
    done(coordinator, project, year, 10)
    small = done(coordinator, project, year, 2)
    published(coordinator, year)
    paid(coordinator, small, 12_345)
    assert "Nothing has changed" in publish(coordinator, year).json()["detail"]
    assert levies(ask(coordinator, year))[0]["withheld"] == ["paid_cents"]
    done(coordinator, project, year, 7)
    published(coordinator, year)


def test_a_small_correction_of_a_large_trip_uncovers_no_small_one(
    coordinator: httpx.Client, project: Json, year: int
) -> None:
    large = done(coordinator, project, year, 25)
    done(coordinator, project, year, 6)
    assert total(ask(coordinator, year)) == 31
    changed(coordinator, f"/activities/{large['id']}", {"items": travelled(25, 11)})
    small = done(coordinator, project, year, 2)
    assert problem(ask(coordinator, year)) == FEW
    changed(coordinator, f"/activities/{small['id']}", {"status": "cancelled"})
    assert total(ask(coordinator, year)) == 31


def test_guests_of_an_event_hide_no_traveller(coordinator: httpx.Client, project: Json, year: int) -> None:
    done(coordinator, project, year, 40, kind="event", items=[meals(40)])
    done(coordinator, project, year, 1)
    assert problem(ask(coordinator, year)) == (409, "/problems/too-few-travellers")
    assert total(ask(coordinator, year, kinds=["event"])) == 40


def test_what_was_told_stays_inside(
    office: Office, coordinator: httpx.Client, project: Json, year: int
) -> None:
    """The parts are kept with the answer, in figures of their own, and nobody is shown them."""
    activity = done(coordinator, project, year, 10)
    answer = ask(coordinator, year)
    assert activity["id"] not in answer.text
    found = rows(office.settings, f"SELECT parts FROM travel_disclosure WHERE id = '{answer.json()['id']}'")
    assert activity["id"] in str(found)


def test_all_cities_are_asked_about_by_who_coordinates_them(office: Office, year: int) -> None:
    named = {"cities": ["bremen"]}
    both = {"cities": ["bremen", "bremerhaven"]}
    for person, asked, status in (
        (("editor", "bremerhaven", "procurement"), {}, 403),
        (("editor", "bremen"), {}, 403),
        (("coordinator", "bremen"), {}, 403),
        (("editor", "bremen"), both, 403),
        (("editor", "bremen"), named, 201),
        (("coordinator",), {}, 201),
    ):
        assert ask(office.person(*person), year, **asked).status_code == status, (person, asked)
