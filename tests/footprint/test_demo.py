"""The demonstration shows the whole way once, and says everywhere that it is invented."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from klimabruecke.cli import migrate, seed
from klimabruecke.settings import Environment
from tests.footprint.cooperation import got
from tests.footprint.office import Office, staffed
from tests.installations import an_installation, rows

LISTS = ("/cooperation-projects", "/programmes", "/plans", "/activities", "/carbon-budgets")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    settings = an_installation(tmp_path_factory.mktemp("demo"), env=Environment.DEMO)
    migrate(settings)
    seed(settings)
    with staffed(settings) as made:
        yield made


def test_every_record_is_marked_and_called_an_example(demo: Office) -> None:
    viewer = demo.person("viewer")
    for path in LISTS:
        (found,) = got(viewer, path)["items"]
        assert found["demo"] is True
        title = found.get("title") or found.get("title_de") or "Beispiel"
        assert title.startswith("Beispiel")
    (total,) = got(viewer, "/footprint-totals")["items"]
    assert total["demo"] is True


def test_the_plan_shows_the_worked_example_of_the_method(demo: Office) -> None:
    """A 8.85 t, B by rail 8.41 t, C with three people 5.31 t, D hybrid by rail 3.37 t."""
    viewer = demo.person("viewer")
    (row,) = got(viewer, "/plans")["items"]
    plan = got(viewer, f"/plans/{row['id']}")
    figures = [round(each["footprint"]["ghg_kg"] / 1000, 2) for each in plan["alternatives"]]
    assert figures == [8.85, 8.41, 5.31, 3.37]
    assert plan["status"] == "decided"
    (activity,) = got(viewer, "/activities")["items"]
    assert activity["ghg_kg"] == row["ghg_kg"]


def test_seeding_again_adds_nothing(demo: Office) -> None:
    before = rows(demo.settings, "SELECT chain, change_no, hash FROM change_head ORDER BY chain")
    seed(demo.settings)
    assert rows(demo.settings, "SELECT chain, change_no, hash FROM change_head ORDER BY chain") == before


def test_outside_the_demonstration_nothing_is_invented(tmp_path: Path) -> None:
    settings = an_installation(tmp_path)
    migrate(settings)
    seed(settings)
    assert rows(settings, "SELECT count(*) FROM cooperation_project") == [(0,)]
