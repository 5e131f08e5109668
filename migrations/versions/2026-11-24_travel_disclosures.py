"""Answers to questions about travel.

Revision: 2026_11_24_travel_disclosures
Follows: 2026_11_24_pairs
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_travel_disclosures"
down_revision = "2026_11_24_pairs"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
TABLE = "travel_disclosure"
FROZEN = ("question", "year_min", "year_max", "activities", "snapshot", "sha256")
"""What is written once; the platform still writes the change number of the row."""


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("question", sa.String(4000), nullable=False),
        sa.Column("year_min", sa.Integer(), nullable=False),
        sa.Column("year_max", sa.Integer(), nullable=False),
        sa.Column("activities", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.UnicodeText(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.CheckConstraint("year_max >= year_min", name=op.f(f"ck_{TABLE}_year_max")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
    )
    op.create_index(op.f(f"ix_{TABLE}_change_no"), TABLE, ["change_no"])
    for statement in _freezing(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)


def _freezing(dialect: str) -> list[str]:
    """The database itself refuses to change what is written once, and to delete it."""
    update = f"UPDATE OF {', '.join(FROZEN)}"
    if dialect == "sqlite":
        refuse = "BEGIN SELECT RAISE(ABORT, 'this row is written once'); END"
        return [
            f"CREATE TRIGGER {TABLE}_no_{verb.split()[0].lower()} BEFORE {verb} ON {TABLE} {refuse}"
            for verb in (update, "DELETE")
        ]
    each = "FOR EACH ROW EXECUTE FUNCTION written_once()"
    return [f"CREATE TRIGGER {TABLE}_written_once BEFORE {update} OR DELETE ON {TABLE} {each}"]
