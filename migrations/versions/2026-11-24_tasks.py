"""Deputies, whom somebody acted for, and approvals that are asked for more than once.

Revision: 2026_11_24_tasks
Follows: 2026_11_24_actuals
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_tasks"
down_revision = "2026_11_24_actuals"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
OPEN = sa.text("approved_at IS NULL AND deleted_at IS NULL")
PEOPLE = ("proposed_for", "asked_user_id", "approved_for")


def upgrade() -> None:
    _deputy()
    # Not in batch mode: rebuilding the table would lose the triggers that keep it append-only.
    op.add_column("audit_entry", sa.Column("acting_for_id", sa.String(36), nullable=True))
    with op.batch_alter_table("approval") as approval:
        approval.drop_constraint(op.f("uq_approval_resource_resource_id"), type_="unique")
        for column in PEOPLE:
            approval.add_column(sa.Column(column, sa.String(36), nullable=True))
            approval.create_foreign_key(op.f(f"fk_approval_{column}"), "user", [column], ["id"])
    op.create_index("ix_approval_resource_resource_id", "approval", ["resource", "resource_id"])
    op.create_index(
        "uq_approval_open",
        "approval",
        ["resource", "resource_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    acted = sa.text("SELECT count(*) FROM audit_entry WHERE acting_for_id IS NOT NULL")
    if op.get_bind().execute(acted).scalar_one():
        raise RuntimeError(
            "Deputies have acted here, and the trail's hashes say for whom: the older version could not"
            " verify it. Restore a backup from before the upgrade instead."
        )
    op.drop_index("uq_approval_open", "approval")
    op.drop_index("ix_approval_resource_resource_id", "approval")
    # The older version knows one approval of each record: the latest stays.
    op.execute(
        "DELETE FROM approval WHERE EXISTS (SELECT 1 FROM approval AS later WHERE later.id > approval.id"
        " AND later.resource = approval.resource AND later.resource_id = approval.resource_id)"
    )
    with op.batch_alter_table("approval") as approval:
        for column in PEOPLE:
            approval.drop_constraint(op.f(f"fk_approval_{column}"), type_="foreignkey")
            approval.drop_column(column)
        approval.create_unique_constraint(
            op.f("uq_approval_resource_resource_id"), ["resource", "resource_id"]
        )
    op.drop_column("audit_entry", "acting_for_id")
    op.drop_table("deputy")


def _deputy() -> None:
    op.create_table(
        "deputy",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("user_id", sa.String(36), nullable=False),
        sa.Column("deputy_user_id", sa.String(36), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("user_id <> deputy_user_id", name=op.f("ck_deputy_deputy_user_id")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_deputy_ends_on")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_deputy_user_id")),
        sa.ForeignKeyConstraint(["deputy_user_id"], ["user.id"], name=op.f("fk_deputy_deputy_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deputy")),
    )
    for column in ("change_no", "deputy_user_id", "user_id"):
        op.create_index(op.f(f"ix_deputy_{column}"), "deputy", [column])
