"""Proofs for facts that are only recalled.

Revision: 2026_11_24_evidence
Follows: 2026_11_24_factor_sets
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_evidence"
down_revision = "2026_11_24_factor_sets"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
TABLE = "evidence_proposal"
WAITING = sa.text("confirmed_at IS NULL AND deleted_at IS NULL")


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("fact_id", sa.String(121), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=True),
        sa.Column("title_de", sa.String(1100), nullable=False),
        sa.Column("title_en", sa.String(1100), nullable=False),
        sa.Column("value_de", sa.String(4000), nullable=True),
        sa.Column("value_en", sa.String(4000), nullable=True),
        sa.Column("unit", sa.String(80), nullable=True),
        sa.Column("link", sa.String(400), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=True),
        sa.Column("new_source", sa.UnicodeText(), nullable=True),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("note", sa.String(1000), nullable=True),
        sa.Column("proposed_by", sa.String(36), nullable=False),
        sa.Column("confirmed_by", sa.String(36), nullable=True),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("source_id IS NULL OR new_source IS NULL", name=op.f(f"ck_{TABLE}_source")),
        sa.CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by IS NULL)", name=op.f(f"ck_{TABLE}_confirmed_at")
        ),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f(f"fk_{TABLE}_city_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f(f"fk_{TABLE}_source_id")),
        sa.ForeignKeyConstraint(["proposed_by"], ["user.id"], name=op.f(f"fk_{TABLE}_proposed_by")),
        sa.ForeignKeyConstraint(["confirmed_by"], ["user.id"], name=op.f(f"fk_{TABLE}_confirmed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
    )
    op.create_index(op.f(f"ix_{TABLE}_change_no"), TABLE, ["change_no"])
    op.create_index(
        f"uq_{TABLE}_waiting",
        TABLE,
        ["fact_id"],
        unique=True,
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )


def downgrade() -> None:
    op.drop_table(TABLE)
