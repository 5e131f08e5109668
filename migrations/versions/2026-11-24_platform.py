"""The platform's own tables: change numbers and list counters.

Revision: 2026_11_24_platform
Follows: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_platform"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "change_head",
        sa.Column("chain", sa.String(length=80), nullable=False),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("change_no >= 0", name=op.f("ck_change_head_not_negative")),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_change_head")),
    )
    op.create_table(
        "resource_counter",
        sa.Column("resource", sa.String(length=80), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("resource", name=op.f("pk_resource_counter")),
    )


def downgrade() -> None:
    op.drop_table("resource_counter")
    op.drop_table("change_head")
