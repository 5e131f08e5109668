"""What one city asks another about its measures, and takes over from it.

Revision: 2026_11_24_measure_exchange
Follows: 2026_11_24_measures
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_measure_exchange"
down_revision = "2026_11_24_measures"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
TRANSFER_CHECKS = {
    "to_city_id": "from_city_id <> to_city_id",
    "kind": "kind IN ('inspired', 'adapted', 'copied', 'warned_against')",
    "stage": "stage IN ('interest', 'exchange', 'adaptation', 'adopted', 'declined')",
    "evidence": "stage <> 'adopted' OR evidence IS NOT NULL OR target_measure_id IS NOT NULL",
}
TRANSFER_KEYS = {
    "from_city_id": "city",
    "to_city_id": "city",
    "source_measure_id": "measure",
    "target_measure_id": "measure",
    "question_id": "question",
    "exchange_id": "exchange",
    "activity_id": "activity",
}


def upgrade() -> None:
    _table(
        "question",
        *(_text(name, 80, nullable=False) for name in ("from_city_id", "to_city_id", "measure_id")),
        _text("text", 4000, nullable=False),
        _text("asked_by", 200),
        sa.Column("asked_on", sa.Date(), nullable=False),
        *(_text("answer", 4000), _text("answered_by", 200), sa.Column("answered_on", sa.Date())),
        checks={
            "to_city_id": "from_city_id <> to_city_id",
            "answered_on": "(answer IS NULL) = (answered_on IS NULL)",
        },
        keys={"from_city_id": "city", "to_city_id": "city", "measure_id": "measure"},
        indexes=("from_city_id", "to_city_id", "measure_id"),
    )
    _table(
        "exchange",
        *(_text("title_de", 200), _text("title_en", 200)),
        sa.Column("on", sa.Date(), nullable=False),
        *(_text("format", 20, nullable=False), _text("status", 20, nullable=False)),
        *(_json("city_ids"), _json("heads")),
        *(_text(name, 4000) for name in ("topics", "questions_asked", "results")),
        *(_json("follow_ups"), _json("measure_ids")),
        _text("activity_id", 36),
        checks={
            "title": "title_de IS NOT NULL OR title_en IS NOT NULL",
            "format": "format IN ('on_site', 'online', 'hybrid')",
            "status": "status IN ('planned', 'held', 'cancelled')",
        },
        keys={"activity_id": "activity"},
        indexes=("on", "activity_id"),
    )
    _table(
        "transfer",
        *(_text(name, 80, nullable=False) for name in ("from_city_id", "to_city_id", "source_measure_id")),
        _text("target_measure_id", 80),
        *(_text("kind", 20, nullable=False), _text("stage", 20, nullable=False)),
        _json("steps"),
        *(_text("evidence", 1000), _text("changed", 4000), _text("learnt", 4000)),
        *(_text(name, 36) for name in ("question_id", "exchange_id", "activity_id")),
        checks=TRANSFER_CHECKS,
        keys=TRANSFER_KEYS,
        indexes=("from_city_id", "to_city_id", "source_measure_id", "target_measure_id", "activity_id"),
    )


def downgrade() -> None:
    for table in ("transfer", "exchange", "question"):
        op.drop_table(table)


def _text(name: str, length: int, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.UnicodeText(), nullable=False)


def _table(
    name: str,
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
        _text("id", 36, nullable=False),
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
