"""Drafts of factor sets, and which factor succeeds which.

Revision: 2026_11_24_factor_sets
Follows: 2026_11_24_disclosure_parts
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_factor_sets"
down_revision = "2026_11_24_disclosure_parts"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
VERIFICATIONS = "('verified', 'derived', 'recalled', 'reported')"
TABLE = "emission_factor_set_draft"


def upgrade() -> None:
    op.add_column("emission_factor", sa.Column("replaces_id", sa.String(80), nullable=True))
    op.create_table(
        TABLE,
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("title", sa.String(400), nullable=False),
        sa.Column("publisher", sa.String(200), nullable=False),
        sa.Column("edition_year", sa.Integer(), nullable=False),
        sa.Column("valid_from_on", sa.Date(), nullable=False),
        sa.Column("valid_to_on", sa.Date(), nullable=True),
        sa.Column("licence", sa.String(200), nullable=False),
        sa.Column("gwp_set", sa.String(200), nullable=True),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.Column("best_before_on", sa.Date(), nullable=True),
        sa.Column("source_id", sa.String(80), nullable=True),
        sa.Column("new_source", sa.UnicodeText(), nullable=True),
        sa.Column("loaded_by", sa.String(36), nullable=False),
        sa.Column("factors", sa.Integer(), nullable=False),
        sa.Column("csv", sa.UnicodeText(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint(f"verification IN {VERIFICATIONS}", name=op.f(f"ck_{TABLE}_verification")),
        sa.CheckConstraint("valid_to_on >= valid_from_on", name=op.f(f"ck_{TABLE}_valid_to_on")),
        sa.CheckConstraint("(source_id IS NULL) <> (new_source IS NULL)", name=op.f(f"ck_{TABLE}_source")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f(f"fk_{TABLE}_source_id")),
        sa.ForeignKeyConstraint(["loaded_by"], ["user.id"], name=op.f(f"fk_{TABLE}_loaded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
    )
    op.create_index(op.f(f"ix_{TABLE}_change_no"), TABLE, ["change_no"])


def downgrade() -> None:
    op.drop_table(TABLE)
    op.drop_column("emission_factor", "replaces_id")
