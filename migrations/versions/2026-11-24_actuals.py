"""Versions of an activity's footprint say whether they are planned or actual, and why they differ.

Revision: 2026_11_24_actuals
Follows: 2026_11_24_year_publications
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_actuals"
down_revision = "2026_11_24_year_publications"
branch_labels = None
depends_on = None

TABLE = "activity_footprint"
FROZEN_BEFORE = (
    *("activity_id", "number", "method_id", "method_version", "factors_on", "factor_set_id"),
    *("items", "footprint", "ghg_g", "ghg_low_g", "ghg_high_g"),
    *("difference_g", "factor_set_g", "method_g", "input_g"),
)
FROZEN = (*FROZEN_BEFORE, "stage", "deviation")
"""What is written once; the platform still writes the change number of the row."""


def upgrade() -> None:
    _thaw()
    # Both databases take a column with its check this way; SQLite takes it in no other without a new table.
    op.execute(
        f"ALTER TABLE {TABLE} ADD COLUMN stage VARCHAR(10) DEFAULT 'planned' NOT NULL "
        "CONSTRAINT ck_activity_footprint_stage CHECK (stage IN ('planned', 'actual'))"
    )
    op.add_column(TABLE, sa.Column("deviation", sa.UnicodeText(), nullable=True))
    _freeze(FROZEN)


def downgrade() -> None:
    _thaw()
    op.execute(f"ALTER TABLE {TABLE} DROP COLUMN deviation")
    op.execute(f"ALTER TABLE {TABLE} DROP COLUMN stage")
    _freeze(FROZEN_BEFORE)


def _thaw() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {TABLE}_no_update")
    else:
        op.execute(f"DROP TRIGGER {TABLE}_written_once ON {TABLE}")


def _freeze(columns: tuple[str, ...]) -> None:
    """The database itself refuses to change what is written once, and to delete it."""
    changes = f"UPDATE OF {', '.join(columns)}"
    if op.get_bind().dialect.name == "sqlite":
        refuse = "BEGIN SELECT RAISE(ABORT, 'this row is written once'); END"
        op.execute(f"CREATE TRIGGER {TABLE}_no_update BEFORE {changes} ON {TABLE} {refuse}")
    else:
        op.execute(
            f"CREATE TRIGGER {TABLE}_written_once BEFORE {changes} OR DELETE ON {TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION written_once()"
        )
