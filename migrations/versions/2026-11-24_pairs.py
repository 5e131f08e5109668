"""Texts in German and English as pairs, and names of emission factors in both languages.

Revision: 2026_11_24_pairs
Follows: 2026_11_24_identity
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_pairs"
down_revision = "2026_11_24_identity"
branch_labels = None
depends_on = None

ENGLISH_ONLY_BY_NAME = {
    "city": (
        "population_basis",
        "target_text",
        "memberships",
        "memberships_evidence",
        "partnership_note",
        "note",
    ),
    "city_population": ("basis",),
    "city_target": ("text",),
}
"""Columns that held the English text under a name without a language."""
NEW_IN_GERMAN = {
    "city": {"population_basis": 200, "memberships_evidence": 400},
    "city_population": {"basis": 200},
}
"""Those of them that had no German column beside them, with their length."""
FACTORS = ("emission_factor", "emission_factor_set")
VERIFIED_AS = "IN ('verified', 'derived', 'recalled', 'reported')"


def upgrade() -> None:
    for table, columns in ENGLISH_ONLY_BY_NAME.items():
        for column in columns:
            _rename(table, column, f"{column}_en")
    for table, lengths in NEW_IN_GERMAN.items():
        for column, length in lengths.items():
            op.add_column(table, sa.Column(f"{column}_de", sa.String(length), nullable=True))
    for language in ("de", "en"):
        op.add_column("emission_factor", sa.Column(f"name_{language}", sa.String(400), nullable=True))
    for table in FACTORS:
        # In plain SQL, because SQLite adds a constraint to a table only together with its column.
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN gwp_set_verification VARCHAR(20)"
            f" CONSTRAINT ck_{table}_gwp_set_verification CHECK (gwp_set_verification {VERIFIED_AS})"
        )


def downgrade() -> None:
    for table in FACTORS:
        op.drop_column(table, "gwp_set_verification")
    for language in ("de", "en"):
        op.drop_column("emission_factor", f"name_{language}")
    for table, lengths in NEW_IN_GERMAN.items():
        for column in lengths:
            op.drop_column(table, f"{column}_de")
    for table, columns in ENGLISH_ONLY_BY_NAME.items():
        for column in columns:
            _rename(table, f"{column}_en", column)


def _rename(table: str, old: str, new: str) -> None:
    """Both databases rename a column in place; nothing is copied."""
    op.execute(f"ALTER TABLE {table} RENAME COLUMN {old} TO {new}")
