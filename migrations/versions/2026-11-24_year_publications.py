"""Published year totals, written once; what was assumed of an activity.

Revision: 2026_11_24_year_publications
Follows: 2026_11_24_programmes
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_year_publications"
down_revision = "2026_11_24_programmes"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
TABLE = "year_publication"
FROZEN = (
    "year",
    "number",
    "published_at",
    "ghg_g",
    "ghg_low_g",
    "ghg_high_g",
    "activities",
    "travellers",
    "parts",
    "snapshot",
    "sha256",
)
"""What is written once; the platform still writes the change number of the row."""


def upgrade() -> None:
    op.add_column("activity", sa.Column("assumptions", sa.UnicodeText(), nullable=True))
    op.create_table(
        TABLE,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("ghg_g", sa.BigInteger(), nullable=False),
        sa.Column("ghg_low_g", sa.BigInteger(), nullable=False),
        sa.Column("ghg_high_g", sa.BigInteger(), nullable=False),
        sa.Column("activities", sa.Integer(), nullable=False),
        sa.Column("travellers", sa.Integer(), nullable=False),
        sa.Column("parts", sa.UnicodeText(), nullable=False),
        sa.Column("snapshot", sa.UnicodeText(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_year_publication_number")),
        sa.CheckConstraint("activities >= 2", name=op.f("ck_year_publication_activities")),
        sa.CheckConstraint("travellers >= 5", name=op.f("ck_year_publication_travellers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_publication")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_year_publication_year_number")),
    )
    op.create_index(op.f("ix_year_publication_change_no"), TABLE, ["change_no"])
    for statement in _freezing(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)
    op.execute("ALTER TABLE activity DROP COLUMN assumptions")


def _freezing(dialect: str) -> list[str]:
    """The database itself refuses to change what is written once, and to delete it."""
    columns = ", ".join(FROZEN)
    if dialect == "postgresql":
        when = f"BEFORE UPDATE OF {columns} OR DELETE ON {TABLE}"
        return [f"CREATE TRIGGER {TABLE}_written_once {when} FOR EACH ROW EXECUTE FUNCTION written_once()"]
    refuse = "BEGIN SELECT RAISE(ABORT, 'this row is written once'); END"
    return [
        f"CREATE TRIGGER {TABLE}_no_{verb.split()[0].lower()} BEFORE {verb} ON {TABLE} {refuse}"
        for verb in (f"UPDATE OF {columns}", "DELETE")
    ]
