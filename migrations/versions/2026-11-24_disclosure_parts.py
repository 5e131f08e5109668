"""What was added up in an answer about travel, so that later answers can be held against it.

Answers of before have none: what they tell is not known any more.

Revision: 2026_11_24_disclosure_parts
Follows: 2026_11_24_tasks
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_disclosure_parts"
down_revision = "2026_11_24_tasks"
branch_labels = None
depends_on = None

TABLE = "travel_disclosure"
TRIGGER = f"{TABLE}_parts_written_once"


def upgrade() -> None:
    op.add_column(TABLE, sa.Column("parts", sa.UnicodeText(), nullable=False, server_default="[]"))
    if op.get_bind().dialect.name == "sqlite":
        refuse = "BEGIN SELECT RAISE(ABORT, 'this row is written once'); END"
    else:
        refuse = "FOR EACH ROW EXECUTE FUNCTION written_once()"
    op.execute(f"CREATE TRIGGER {TRIGGER} BEFORE UPDATE OF parts ON {TABLE} {refuse}")


def downgrade() -> None:
    on_table = "" if op.get_bind().dialect.name == "sqlite" else f" ON {TABLE}"
    op.execute(f"DROP TRIGGER {TRIGGER}{on_table}")
    op.execute(f"ALTER TABLE {TABLE} DROP COLUMN parts")
