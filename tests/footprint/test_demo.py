"""The demonstration shows the whole way once, and says everywhere that it is invented."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from klimabruecke.cli import seed
from klimabruecke.settings import Environment
from tests.footprint.cooperation import got
from tests.footprint.office import Office, staffed
from tests.installations import a_seeded, rows

LISTS = ("/cooperation-projects", "/programmes", "/plans", "/activities", "/carbon-budgets")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    settings = a_seeded(tmp_path_factory.mktemp("demo"), env=Environment.DEMO)
    with staffed(settings) as made:
        yield made


def test_every_record_is_marked_and_called_an_example(demo: Office) -> None:
    viewer = demo.person("viewer")
    for path in LISTS:
        items = got(viewer, path)["items"]
        assert items, path
        for found in items:
            assert found["demo"] is True
            title = found.get("title") or found.get("title_de") or "Beispiel"
            assert title.startswith("Beispiel")
    (total,) = got(viewer, "/footprint-totals", by="year", year_min=2026)["items"]
    assert total["demo"] is True


def test_the_plan_shows_the_worked_example_of_the_method(demo: Office) -> None:
    """A 8.85 t, B by rail 8.41 t, C with three people 5.31 t, D hybrid by rail 3.37 t."""
    viewer = demo.person("viewer")
    (row,) = got(viewer, "/plans")["items"]
    plan = got(viewer, f"/plans/{row['id']}")
    figures = [round(each["footprint"]["ghg_kg"] / 1000, 2) for each in plan["alternatives"]]
    assert figures == [8.85, 8.41, 5.31, 3.37]
    assert plan["status"] == "decided"
    (activity,) = got(viewer, "/activities", plan=row["id"])["items"]
    assert activity["ghg_kg"] == row["ghg_kg"]


def test_the_delegation_of_2024_tells_what_was_assumed(demo: Office) -> None:
    viewer = demo.person("viewer")
    (row,) = got(viewer, "/activities", q="Delegationsreise nach Windhoek und Durban")["items"]
    activity = got(viewer, f"/activities/{row['id']}")
    assert (activity["starts_on"], activity["ends_on"]) == ("2024-09-22", "2024-10-01")
    assert activity["title"].startswith("Beispielrechnung")
    assert len(activity["participants"]) == 6
    assert sum(group["count"] for group in activity["participants"]) == 25
    assert all("paid_by" not in group for group in activity["participants"]), "nobody told us"
    assert ["Angenommen" in one for one in activity["assumptions"]] == [False, True, True, True]
    places = [item["from"] for item in activity["items"] if item["type"] == "flight"]
    assert places == ["BRE", "FRA", "WDH", "JNB", "DUR", "JNB", "FRA"]


def test_the_example_grant_has_figures(demo: Office) -> None:
    viewer = demo.person("viewer")
    (programme,) = got(viewer, "/programmes")["items"]
    found = got(viewer, f"/programmes/{programme['id']}/figures")
    assert (found["activities"], found["travellers"], found["left_out"], found["demo"]) == (1, 2, [], True)


def test_the_published_year_is_marked_and_holds_nobody_apart(demo: Office) -> None:
    (found,) = got(demo.visitor(), "/year-publications")["items"]
    assert (found["year"], found["activities"], found["travellers"], found["demo"]) == (2024, 2, 35, True)


def test_seeding_again_adds_nothing(demo: Office) -> None:
    before = rows(demo.settings, "SELECT chain, change_no, hash FROM change_head ORDER BY chain")
    seed(demo.settings)
    assert rows(demo.settings, "SELECT chain, change_no, hash FROM change_head ORDER BY chain") == before


def test_outside_the_demonstration_nothing_is_invented(tmp_path: Path) -> None:
    settings = a_seeded(tmp_path)
    assert rows(settings, "SELECT count(*) FROM cooperation_project") == [(0,)]
