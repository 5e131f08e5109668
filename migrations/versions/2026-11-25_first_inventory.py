"""Published inventories say whether their total is only a part.

Revision: 2026_11_25_first_inventory
Follows: 2026_11_24_imports
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_first_inventory"
down_revision = "2026_11_24_imports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("inventory", sa.Column("is_partial", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.execute("ALTER TABLE inventory DROP COLUMN is_partial")
