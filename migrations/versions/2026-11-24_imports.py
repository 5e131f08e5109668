"""Imports with their files, mappings and what was there before; jobs; answers to be given twice alike.

Revision: 2026_11_24_imports
Follows: 2026_11_24_inventories
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_imports"
down_revision = "2026_11_24_inventories"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
STATES = (
    "'uploaded', 'validating', 'needs_mapping', 'previewed', 'applied', 'quarantined', 'refused', 'failed',"
    " 'reversed'"
)


def _row() -> list[Any]:
    return [
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
    ]


def upgrade() -> None:
    _platform()
    op.create_table(
        "import_file",
        *_row(),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_file")),
    )
    op.create_table(
        "import_mapping",
        *_row(),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("columns", sa.UnicodeText(), nullable=False),
        sa.Column("notation_keys", sa.UnicodeText(), nullable=False),
        sa.Column("unit", sa.String(2), nullable=True),
        sa.Column("standard", sa.String(20), nullable=True),
        sa.CheckConstraint("unit IN ('kg', 't', 'kt')", name=op.f("ck_import_mapping_unit")),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_import_mapping_city_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mapping")),
    )
    _import_job()
    op.create_table(
        "import_undo",
        *_row(),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("import_id", sa.String(36), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("inventory_id", sa.String(36), nullable=False),
        sa.Column("made_inventory", sa.Boolean(), nullable=False),
        sa.Column("writings", sa.Integer(), nullable=False),
        sa.Column("before", sa.UnicodeText(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["import_job.id"], name=op.f("fk_import_undo_import_id")),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_import_undo_city_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_undo")),
    )
    for table, columns in INDEXES.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


INDEXES = {
    "job": ["state"],
    "idempotency_key": ["created_at"],
    "import_file": ["change_no"],
    "import_mapping": ["change_no", "city_id"],
    "import_job": ["change_no", "city_id", "file_id"],
    "import_undo": ["change_no", "import_id"],
}


def _platform() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("record_id", sa.String(80), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.CheckConstraint("state IN ('queued', 'done', 'failed')", name=op.f("ck_job_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_table(
        "idempotency_key",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.UnicodeText(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idempotency_key")),
    )


def _import_job() -> None:
    op.create_table(
        "import_job",
        *_row(),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("resource", sa.String(20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("dry_run", sa.Boolean(), nullable=False),
        sa.Column("file_id", sa.String(64), nullable=False),
        sa.Column("file_name", sa.String(200), nullable=False),
        sa.Column("mapping_id", sa.String(36), nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("progress_percent", sa.Integer(), nullable=False),
        sa.Column("layout", sa.String(20), nullable=True),
        sa.Column("encoding", sa.String(20), nullable=True),
        *(
            sa.Column(name, sa.UnicodeText(), nullable=False)
            for name in ("rows", "totals_before_kg", "totals_after_kg", "problems", "inventory_ids")
        ),
        sa.Column("reason", sa.String(1000), nullable=True),
        sa.Column("actor_kind", sa.String(20), nullable=False),
        sa.Column("actor_id", sa.String(36), nullable=True),
        sa.Column("acting_for_id", sa.String(36), nullable=True),
        sa.Column("applied_at", MOMENT, nullable=True),
        sa.CheckConstraint("resource IN ('inventories')", name=op.f("ck_import_job_resource")),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_import_job_state")),
        sa.CheckConstraint("progress_percent BETWEEN 0 AND 100", name=op.f("ck_import_job_progress_percent")),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_import_job_city_id")),
        sa.ForeignKeyConstraint(["file_id"], ["import_file.id"], name=op.f("fk_import_job_file_id")),
        sa.ForeignKeyConstraint(["mapping_id"], ["import_mapping.id"], name=op.f("fk_import_job_mapping_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_job")),
    )


def downgrade() -> None:
    for table in ("import_undo", "import_job", "import_mapping", "import_file", "idempotency_key", "job"):
        op.drop_table(table)
