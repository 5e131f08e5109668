"""The trail sees every tampering it promises to see; each test tampers with one that verified before."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from klimabruecke.audit import actions
from klimabruecke.audit.chain import HASHED
from klimabruecke.audit.verification import Finding, checkpoint_bytes, checkpoint_of, read_checkpoint, verify
from klimabruecke.cli import main
from klimabruecke.core.db import Database
from klimabruecke.main import open_database
from klimabruecke.reference.tables import Source
from klimabruecke.settings import Settings
from tests.installations import DIALECT, a_migrated, execute

OTHER_VALUES: dict[str, Any] = {"seq": 900, "at": "2020-01-01T00:00:00.000000Z"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return a_migrated(tmp_path)


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    """Ten writes: a source is created, changed and changed again."""
    made = open_database(settings)
    for number in range(10):
        with made.transaction() as session:
            source = session.get(Source, "S1") or Source(
                id="S1", title="", kind="dataset", verification="verified", search_text=""
            )
            source.title = f"Title {number}"
            session.add(source)
    yield made
    made.dispose()


def findings(database: Database, checkpoint: bytes | None = None) -> list[Finding]:
    with database.reading() as connection:
        return verify(connection, read_checkpoint(checkpoint) if checkpoint else None)


def tamper(settings: Settings, *statements: str) -> None:
    """What somebody with the database file and no scruples would do."""
    triggers = {
        "sqlite": ("DROP TRIGGER audit_entry_no_update", "DROP TRIGGER audit_entry_no_delete"),
        "postgresql": ("DROP TRIGGER audit_entry_append_only ON audit_entry",),
    }
    execute(settings, *triggers[DIALECT], *statements)


def test_an_untouched_trail_verifies(database: Database) -> None:
    assert findings(database) == []


@pytest.mark.parametrize("column", [*HASHED, "prev_hash", "hash"])
def test_an_edited_column_is_found(database: Database, settings: Settings, column: str) -> None:
    value = OTHER_VALUES.get(column, "edited")
    tamper(settings, f"UPDATE audit_entry SET {column} = '{value}' WHERE seq = 5")
    assert findings(database) != []


def test_a_deleted_row_is_found(database: Database, settings: Settings) -> None:
    tamper(settings, "DELETE FROM audit_entry WHERE seq = 5")
    assert findings(database)[0] == Finding("platform", 5, "entries are missing here")


def test_swapped_rows_are_found(database: Database, settings: Settings) -> None:
    tamper(
        settings,
        "UPDATE audit_entry SET seq = 99 WHERE seq = 5",
        "UPDATE audit_entry SET seq = 5 WHERE seq = 6",
        "UPDATE audit_entry SET seq = 6 WHERE seq = 99",
    )
    assert findings(database)[0].seq == 5


def test_a_cut_tail_is_found_by_its_head(database: Database, settings: Settings) -> None:
    tamper(settings, "DELETE FROM audit_entry WHERE seq > 7")
    assert findings(database) == [Finding("platform", 7, "the chain does not end where its head says")]


def test_a_cut_tail_with_a_mended_head_is_found_by_the_checkpoint(
    database: Database, settings: Settings
) -> None:
    with database.reading() as connection:
        checkpoint = checkpoint_bytes(checkpoint_of(connection))
    tamper(
        settings,
        "DELETE FROM audit_entry WHERE seq > 7",
        "UPDATE change_head SET change_no = 7, hash = (SELECT hash FROM audit_entry WHERE seq = 7)",
    )
    assert findings(database) == [], "without a checkpoint nothing can show it"
    assert [finding.seq for finding in findings(database, checkpoint)] == [7]


def test_a_chain_written_anew_is_found_by_the_checkpoint(database: Database, settings: Settings) -> None:
    with database.reading() as connection:
        checkpoint = checkpoint_bytes(checkpoint_of(connection))
    tamper(settings, "DELETE FROM audit_entry", "DELETE FROM outbox_event", "DELETE FROM change_head")
    for number in range(12):
        with database.transaction() as session:
            session.get_one(Source, "S1").title = f"Another history {number}"
    assert findings(database) == []
    assert "anew" in findings(database, checkpoint)[0].problem


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_what_is_written(database: Database, statement: str) -> None:
    with database.writer.begin() as connection, pytest.raises(Exception, match="append-only"):
        connection.execute(text(statement))


def test_every_write_has_exactly_one_entry_and_one_outbox_row(database: Database) -> None:
    with database.reading() as connection:
        entries = connection.execute(
            text("SELECT seq, action, resource_id FROM audit_entry ORDER BY seq")
        ).all()
        outbox = connection.execute(
            text("SELECT seq, action, resource_id FROM outbox_event ORDER BY seq")
        ).all()
        row = connection.execute(text("SELECT version, change_no FROM source")).one()
    assert [tuple(entry) for entry in entries] == [
        (seq, "create" if seq == 1 else "update", "S1") for seq in range(1, 11)
    ]
    assert outbox == entries
    assert tuple(row) == (10, 10)


def test_the_hash_before_is_the_hash_after_of_the_write_before(database: Database) -> None:
    with database.reading() as connection:
        rows = connection.execute(text("SELECT before_hash, after_hash FROM audit_entry ORDER BY seq")).all()
    assert rows[0].before_hash is None
    assert [row.before_hash for row in rows[1:]] == [row.after_hash for row in rows[:-1]]


def test_what_is_no_change_of_a_row_can_be_noted(database: Database) -> None:
    with database.transaction() as session:
        actions.record(session, "sign_in", "user", "U1")
    with database.reading() as connection:
        last = connection.execute(
            text("SELECT action, resource_id, after_hash FROM audit_entry WHERE seq = 11")
        )
        assert tuple(last.one()) == ("sign_in", "U1", None)
    assert findings(database) == []


def test_a_write_that_is_undone_leaves_no_entry(database: Database) -> None:
    def refused() -> None:
        with database.transaction() as session:
            session.get_one(Source, "S1").title = "never"
            session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        refused()
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM audit_entry")).scalar() == 10


def test_the_command_verifies_keeps_a_checkpoint_and_fails_on_tampering(
    database: Database,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("KB_ENV", "test")
    monkeypatch.setenv("KB_DATABASE_URL", settings.url)
    kept = settings.data_dir / "checkpoint.json"
    main(["audit-checkpoint", str(kept)])
    assert json.loads(kept.read_text())["platform"]["seq"] == 10
    main(["verify-audit", "--checkpoint", str(kept)])
    assert "10 entries in 1 chains verify" in capsys.readouterr().out
    tamper(settings, "UPDATE audit_entry SET actor_kind = 'person' WHERE seq = 3")
    with pytest.raises(SystemExit) as failed:
        main(["verify-audit"])
    assert failed.value.code == 1
    assert "platform, entry 3: this entry was changed or moved" in capsys.readouterr().out
