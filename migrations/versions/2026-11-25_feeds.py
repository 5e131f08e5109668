"""Imports of measures and activities, words people were asked about, and uploads in pieces.

Revision: 2026_11_25_feeds
Follows: 2026_11_25_first_inventory
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_feeds"
down_revision = "2026_11_25_first_inventory"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
RESOURCES = "resource IN ('inventories', 'measures', 'activities')"


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
    with op.batch_alter_table("import_undo") as table:
        table.alter_column(
            "inventory_id", new_column_name="record_id", existing_type=sa.String(36), type_=sa.String(80)
        )
        table.alter_column("made_inventory", new_column_name="was_made", existing_type=sa.Boolean())
    with op.batch_alter_table("import_job") as table:
        table.drop_constraint(op.f("ck_import_job_resource"), type_="check")
        table.create_check_constraint(op.f("ck_import_job_resource"), RESOURCES)
    with op.batch_alter_table("import_mapping") as table:
        table.add_column(sa.Column("words", sa.UnicodeText(), nullable=False, server_default="{}"))
    with op.batch_alter_table("import_mapping") as table:
        table.alter_column("words", existing_type=sa.UnicodeText(), server_default=None)
    op.create_table(
        "import_key",
        *_row(),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("resource", sa.String(20), nullable=False),
        sa.Column("external_id", sa.String(200), nullable=False),
        sa.Column("record_id", sa.String(80), nullable=False),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_import_key_city_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_key")),
        sa.UniqueConstraint(
            "city_id", "resource", "external_id", name=op.f("uq_import_key_city_id_resource_external_id")
        ),
    )
    _uploads()
    for table_name, columns in INDEXES.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table_name}_{column}"), table_name, [column])


INDEXES = {
    "import_key": ["change_no"],
    "upload": ["change_no", "owner_id", "expires_at"],
    "upload_piece": ["change_no"],
}


def _uploads() -> None:
    op.create_table(
        "upload",
        *_row(),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("owner_id", sa.String(36), nullable=False),
        sa.Column("file_name", sa.String(200), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("received_bytes", sa.Integer(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.CheckConstraint("received_bytes BETWEEN 0 AND size_bytes", name=op.f("ck_upload_received_bytes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    op.create_table(
        "upload_piece",
        *_row(),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("upload_id", sa.String(36), nullable=False),
        sa.Column("starts_at_byte", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], name=op.f("fk_upload_piece_upload_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload_piece")),
        sa.UniqueConstraint(
            "upload_id", "starts_at_byte", name=op.f("uq_upload_piece_upload_id_starts_at_byte")
        ),
    )


def downgrade() -> None:
    """Imports of other records than inventories go: nothing before knew them."""
    for table_name in ("upload_piece", "upload", "import_key"):
        op.drop_table(table_name)
    op.execute(
        "DELETE FROM import_undo WHERE import_id IN"
        " (SELECT id FROM import_job WHERE resource <> 'inventories')"
    )
    op.execute("DELETE FROM import_job WHERE resource <> 'inventories'")
    with op.batch_alter_table("import_mapping") as table:
        table.drop_column("words")
    with op.batch_alter_table("import_job") as table:
        table.drop_constraint(op.f("ck_import_job_resource"), type_="check")
        table.create_check_constraint(op.f("ck_import_job_resource"), "resource IN ('inventories')")
    with op.batch_alter_table("import_undo") as table:
        table.alter_column(
            "record_id", new_column_name="inventory_id", existing_type=sa.String(80), type_=sa.String(36)
        )
        table.alter_column("was_made", new_column_name="made_inventory", existing_type=sa.Boolean())
