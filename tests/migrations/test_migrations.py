"""Migrations go up, down and up again with rows in the tables, and say the same as the models."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, text

from klimabruecke.cli import alembic_config, migrate, seed
from klimabruecke.footprint.totals.actions import recompute
from klimabruecke.main import open_database
from klimabruecke.settings import Environment, Settings
from tests.exchange.uploads import Desk
from tests.installations import a_copy, an_installation
from tests.people import CSRF, demonstrating
from tests.reference.files import a_set

Counts = dict[str, int]
PROOF = {"fact_id": "city_memberships.durban", "source_id": "S001", "place": "p. 1"}

MEETING = (
    b"Identifier,Title,Project,Kind,First day,Item,Participants (number),Hours\n"
    b"R-1,Call,Importiert,online_meeting,2026-09-14,video,5,2\n"
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """With the demonstration's records, so that no table is empty."""
    made = an_installation(tmp_path_factory.mktemp("filled"), env=Environment.DEMO)
    migrate(made)
    fill(made)
    return made


@pytest.fixture
def installation(filled: Settings, tmp_path: Path) -> Settings:
    return a_copy(filled, tmp_path)


def fill(installation: Settings) -> None:
    """Rows for every table: what is shipped, and what a person and a program leave who sign in."""
    seed(installation)
    with demonstrating(installation) as demo:
        demo.person("viewer").post("/deputies", json=standing_in(demo.a_user("somebody@example.org")))
        demo.sign_in("somebody@example.org").post("/auth/refresh", headers=CSRF)
        demo.program(demo.a_program("durban", "plans:read"))
        demo.person("coordinator").post("/emission-factor-set-drafts", json=a_set())
        demo.person("coordinator").post("/evidence-proposals", json=PROOF)
        desk = Desk(demo.person("coordinator"))
        asking = desk.imported(b"Posten,Menge\nI.1.1,900000\n", "windhoek", year=1999)
        desk.answered(asking, columns={"reference": "Posten", "amount": "Menge"}, unit="t")
        project = {"title_de": "Importiert", "city_ids": ["windhoek"]}
        demo.person("coordinator").post("/cooperation-projects", json=project)
        desk.imported(MEETING, "windhoek", resource="activities")
        desk.piece(desk.uploaded(b"ab"), 0, b"a")


def standing_in(user: dict[str, Any]) -> dict[str, Any]:
    return {"deputy_user_id": user["id"], "starts_on": "2026-12-21", "ends_on": "2199-12-31"}


@pytest.fixture
def engine(installation: Settings) -> Iterator[Engine]:
    made = create_engine(installation.url)
    yield made
    made.dispose()


def rows(engine: Engine) -> Counts:
    with engine.connect() as connection:
        # An index of the search is several tables on SQLite; what is in it belongs to the table it is of.
        names = [
            name
            for name in inspect(connection).get_table_names()
            if name != "alembic_version" and not name.startswith("search_")
        ]
        return {
            name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in names
        }


def test_the_models_and_the_migrations_say_the_same(installation: Settings) -> None:
    command.check(alembic_config(installation))


def test_there_is_one_line_of_revisions(installation: Settings) -> None:
    assert len(ScriptDirectory.from_config(alembic_config(installation)).get_heads()) == 1


def test_every_revision_can_be_taken_back_and_done_again(installation: Settings, engine: Engine) -> None:
    config = alembic_config(installation)
    before = rows(engine)
    assert all(count > 0 for count in before.values()), "the stairway is walked with rows in every table"
    revisions = list(ScriptDirectory.from_config(config).walk_revisions())
    for revision in revisions:
        command.downgrade(config, revision.down_revision or "base")  # type: ignore[arg-type]
        command.upgrade(config, revision.revision)
        command.downgrade(config, revision.down_revision or "base")  # type: ignore[arg-type]
    assert rows(engine) == {}
    command.upgrade(config, "head")
    fill(installation)
    assert rows(engine) == before


def test_what_deputies_did_keeps_the_older_version_from_coming_back(installation: Settings) -> None:
    """Its hashes cover for whom somebody acted; without that column the trail would not verify any more."""
    with demonstrating(installation) as demo:
        deputy = demo.a_user("deputy@example.org", role="coordinator")
        today = datetime.now(UTC).date().isoformat()
        named = {"deputy_user_id": deputy["id"], "starts_on": today, "ends_on": today}
        principal = demo.person("coordinator")
        assert principal.post("/deputies", json=named).status_code == 201
        acting = {"X-KB-Acting-For": principal.get("/me").json()["id"]}
        project = {"title_de": "Neu", "city_ids": ["bremen"]}
        made = demo.sign_in("deputy@example.org").post("/cooperation-projects", json=project, headers=acting)
        assert made.status_code == 201, made.text
    config = alembic_config(installation)
    with pytest.raises(RuntimeError, match="Restore a backup"):
        command.downgrade(config, "2026_11_24_actuals")
    command.upgrade(config, "head")
    command.check(config)


def test_the_texts_of_cities_keep_their_language_on_the_way_down(
    installation: Settings, engine: Engine
) -> None:
    def texts(english: str, german: str) -> list[tuple[object, ...]]:
        with engine.connect() as connection:
            return [
                tuple(row)
                for row in connection.execute(text(f"SELECT id, {english}, {german} FROM city ORDER BY id"))
            ]

    config = alembic_config(installation)
    before = texts("target_text_en", "target_text_de")
    command.downgrade(config, "2026_11_24_identity")
    assert texts("target_text", "target_text_de") == before
    command.upgrade(config, "2026_11_24_pairs")
    assert texts("target_text_en", "target_text_de") == before


def test_totals_survive_going_back_and_forth(installation: Settings, engine: Engine) -> None:
    """Rollups are cut more finely by one revision; before and behind it they are what a recompute gives."""
    config = alembic_config(installation)
    revision = ScriptDirectory.from_config(config).get_revision("2026_11_24_programmes")
    command.downgrade(config, revision.down_revision)  # type: ignore[arg-type]
    command.upgrade(config, "head")
    kept = rollups(engine)
    database = open_database(installation)
    with database.transaction() as session:
        recompute(session)
    database.dispose()
    assert rollups(engine) == kept


def rollups(engine: Engine) -> list[list[tuple[object, ...]]]:
    with engine.connect() as connection:
        found = [
            connection.execute(text(f"SELECT * FROM {name}")).all()
            for name in ("footprint_group_total", "activity_total")
        ]
    return [sorted(tuple(row) for row in one) for one in found]


def test_seeding_again_changes_nothing(installation: Settings, engine: Engine) -> None:
    def state() -> list[tuple[object, ...]]:
        with engine.connect() as connection:
            heads = connection.execute(text("SELECT * FROM change_head ORDER BY 1")).all()
            counters = connection.execute(text("SELECT * FROM resource_counter ORDER BY 1")).all()
        return [tuple(row) for row in (*heads, *counters)]

    before = state()
    seed(installation)
    assert state() == before
