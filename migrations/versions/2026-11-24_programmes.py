"""Grant programmes, and the one an activity is paid from.

Revision: 2026_11_24_programmes
Follows: 2026_11_24_identity
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_programmes"
down_revision = "2026_11_24_identity"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    _programme()
    # Written out: rebuilding the table, as SQLite would have it otherwise, loses its checks.
    op.execute(
        "ALTER TABLE activity ADD COLUMN programme_id VARCHAR(36) "
        "CONSTRAINT fk_activity_programme_id REFERENCES programme (id)"
    )
    op.create_index(op.f("ix_activity_programme_id"), "activity", ["programme_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_activity_programme_id"), "activity")
    op.execute("ALTER TABLE activity DROP COLUMN programme_id")
    op.drop_table("programme")


def _programme() -> None:
    op.create_table(
        "programme",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("title_de", sa.String(200), nullable=True),
        sa.Column("title_en", sa.String(200), nullable=True),
        sa.Column("funder", sa.String(200), nullable=False),
        sa.Column("grant_reference", sa.String(80), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("own_share_cents", sa.BigInteger(), nullable=True),
        sa.Column("positions", sa.UnicodeText(), nullable=False),
        sa.Column("conditions", sa.UnicodeText(), nullable=False),
        sa.Column("funding_notice_de", sa.String(1000), nullable=True),
        sa.Column("funding_notice_en", sa.String(1000), nullable=True),
        sa.Column("city_ids", sa.UnicodeText(), nullable=False),
        sa.CheckConstraint("title_de IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_programme_title")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_programme_ends_on")),
        sa.CheckConstraint("own_share_cents >= 0", name=op.f("ck_programme_own_share_cents")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
    )
    op.create_index(op.f("ix_programme_change_no"), "programme", ["change_no"])
