"""Measures of the cities, their progress, and the search in them.

Revision: 2026_11_24_measures
Follows: 2026_11_24_factor_sets
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_measures"
down_revision = "2026_11_24_evidence"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
DECIMAL = sa.String(40).with_variant(sa.Numeric(), "postgresql")
VERIFICATIONS = "('verified', 'derived', 'recalled', 'reported')"
TITLE = "title_de IS NOT NULL OR title_en IS NOT NULL"
MEASURE_CHECKS = {
    "title": TITLE,
    "sector": "sector IN ('energy', 'heat', 'buildings', 'transport', 'port', 'industry', 'waste', 'water',"
    " 'land_use', 'green_and_blue', 'procurement', 'education', 'governance')",
    "action_type": "action_type IN ('mitigation', 'adaptation', 'both', 'enabling', 'framework',"
    " 'offsetting')",
    "status": "status IN ('proposed', 'planned', 'decided', 'in_progress', 'in_operation', 'late',"
    " 'completed', 'cancelled', 'merged', 'superseded', 'unknown')",
    "phase": "phase IN ('idea', 'preparation', 'procurement', 'construction', 'pilot', 'operation',"
    " 'closing')",
    "visibility": "visibility IN ('draft', 'published')",
    "completion_pct": "completion_pct BETWEEN 0 AND 100",
    "ends_year": "ends_year >= starts_year",
    "cost_currency": "(cost_cents IS NULL) = (cost_currency IS NULL)",
    "verification": f"verification IN {VERIFICATIONS}",
    "schedule_verification": f"schedule_verification IN {VERIFICATIONS}",
    "review_due_on": "(confirmed_on IS NULL) = (review_due_on IS NULL)",
}
INDICATOR_CHECKS = {
    "title": TITLE,
    "effect": "effect IN ('increases', 'decreases', 'part_of')",
    "verification": f"verification IN {VERIFICATIONS}",
    **{
        f"{name}_year": f"({name}_value IS NULL) = ({name}_year IS NULL)"
        for name in ("baseline", "target", "latest")
    },
}
TASK_CHECKS = {
    "title": TITLE,
    "state": "state IN ('not_started', 'in_progress', 'completed', 'cancelled')",
    "completed_on": "state = 'completed' OR completed_on IS NULL",
}


def upgrade() -> None:
    _measure()
    _table(
        "measure_task",
        36,
        *(_text("city_id", 80, nullable=False), _text("measure_id", 80, nullable=False)),
        *_pair("title", 200),
        _text("state", 20, nullable=False),
        *(sa.Column("due_on", sa.Date()), sa.Column("completed_on", sa.Date())),
        _text("responsible_unit", 200),
        checks=TASK_CHECKS,
        keys={"city_id": "city", "measure_id": "measure"},
        indexes=("measure_id",),
    )
    _table(
        "measure_indicator",
        36,
        *(_text("city_id", 80, nullable=False), _text("measure_id", 80, nullable=False)),
        *_pair("title", 200),
        *(_text("unit", 80, nullable=False), _text("effect", 20, nullable=False)),
        sa.Column("indicates_progress", sa.Boolean(), nullable=False),
        *(sa.Column(f"{name}_value", DECIMAL) for name in ("baseline", "target", "latest")),
        *(sa.Column(f"{name}_year", sa.Integer()) for name in ("baseline", "target", "latest")),
        *(_text("source_id", 80), _text("verification", 20, nullable=False)),
        checks=INDICATOR_CHECKS,
        keys={"city_id": "city", "measure_id": "measure", "source_id": "source"},
        indexes=("measure_id",),
    )
    _table(
        "measure_update",
        36,
        *(_text("city_id", 80, nullable=False), _text("measure_id", 80, nullable=False)),
        sa.Column("on", sa.Date(), nullable=False),
        *_pair("text", 4000),
        _text("reported_by", 200),
        checks={"text": "text_de IS NOT NULL OR text_en IS NOT NULL"},
        keys={"city_id": "city", "measure_id": "measure"},
        indexes=("measure_id", "on"),
    )
    for statement in _search(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_measure")
    for table in ("measure_update", "measure_indicator", "measure_task", "measure"):
        op.drop_table(table)


def _measure() -> None:
    _table(
        "measure",
        80,
        _text("city_id", 80, nullable=False),
        *(_text("identifier", 200), _text("plan", 200)),
        *_pair("title", 200),
        *_pair("lead", 1000),
        *_pair("description", 4000),
        *(_text(name, 20, nullable=False) for name in ("sector", "action_type", "status")),
        _text("phase", 20),
        *_pair("status_reason", 1000),
        _text("status_as_read", 200),
        sa.Column("completion_pct", sa.Integer()),
        _text("decided_by", 200),
        *(sa.Column("starts_year", sa.Integer()), sa.Column("ends_year", sa.Integer())),
        sa.Column("is_continuous", sa.Boolean(), nullable=False),
        _text("schedule_verification", 20),
        *_pair("responsible_unit", 200),
        *_pair("partners", 1000),
        *(sa.Column("cost_cents", sa.BigInteger()), _text("cost_currency", 3)),
        *_pair("cost_note", 1000),
        *_pair("funding", 1000),
        _json("effects"),
        sa.Column("ghg_reduction_kg_per_year", sa.BigInteger()),
        *map(_json, ("co_benefits", "sdgs", "hazards", "instruments", "prerequisites")),
        *_pair("needs", 4000),
        *_pair("lessons", 4000),
        _text("replaced_by_id", 80),
        *_pair("caveat", 1000),
        _text("source_id", 80),
        *(_text("verification", 20, nullable=False), _text("visibility", 20, nullable=False)),
        *(sa.Column("confirmed_on", sa.Date()), _text("confirmed_as", 20)),
        sa.Column("review_due_on", sa.Date()),
        _json("search_text"),
        checks=MEASURE_CHECKS,
        keys={"city_id": "city", "replaced_by_id": "measure", "source_id": "source"},
        indexes=("city_id", "sector"),
    )


def _search(dialect: str) -> list[str]:
    """Beside each measure its trigrams; on SQLite triggers keep them."""
    if dialect == "postgresql":
        return [
            "CREATE EXTENSION IF NOT EXISTS pg_trgm",
            "CREATE INDEX search_measure_text ON measure USING gin (search_text gin_trgm_ops)",
        ]
    add = "INSERT INTO search_measure (record_id, text) VALUES (new.id, new.search_text)"
    changed = "AFTER UPDATE OF search_text ON measure WHEN old.search_text <> new.search_text"
    remove = "DELETE FROM search_measure WHERE record_id = old.id"
    return [
        "CREATE VIRTUAL TABLE search_measure USING fts5(record_id UNINDEXED, text, tokenize = 'trigram')",
        f"CREATE TRIGGER search_measure_added AFTER INSERT ON measure BEGIN {add}; END",
        f"CREATE TRIGGER search_measure_changed {changed} BEGIN {remove}; {add}; END",
        f"CREATE TRIGGER search_measure_removed AFTER DELETE ON measure BEGIN {remove}; END",
    ]


# --- one way of writing tables --------------------------------------------------------------------


def _text(name: str, length: int, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _pair(name: str, length: int) -> list[sa.Column[Any]]:
    return [_text(f"{name}_de", length), _text(f"{name}_en", length)]


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.UnicodeText(), nullable=False)


def _table(
    name: str,
    id_length: int,
    *columns: sa.Column[Any],
    checks: dict[str, str],
    keys: dict[str, str],
    indexes: tuple[str, ...],
) -> None:
    op.create_table(
        name,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        _text("id", id_length, nullable=False),
        *columns,
        *(
            sa.CheckConstraint(condition, name=op.f(f"ck_{name}_{check}"))
            for check, condition in checks.items()
        ),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{name}_{column}"))
            for column, other in keys.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in ("change_no", *indexes):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])
