"""Vocabularies of the inventory standards: GPC references, sectors, energy carriers, crosswalk.

Revision: 2026_11_24_standards
Follows: 2026_11_24_measure_exchange
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_standards"
down_revision = "2026_11_24_measure_exchange"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
TABLES = (
    "gpc_reference",
    "balance_sector",
    "energy_carrier",
    "standard_crosswalk",
)


def upgrade() -> None:
    _gpc_reference()
    _balance_sector()
    _energy_carrier()
    _standard_crosswalk()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _row() -> Iterator[sa.Column]:  # type: ignore[type-arg]
    """The columns of every domain table."""
    yield sa.Column("version", sa.Integer(), nullable=False)
    yield sa.Column("created_at", MOMENT, nullable=False)
    yield sa.Column("updated_at", MOMENT, nullable=False)
    yield sa.Column("deleted_at", MOMENT, nullable=True)
    yield sa.Column("change_no", sa.Integer(), nullable=False)
    yield sa.Column("demo", sa.Boolean(), nullable=False)


def _gpc_reference() -> None:
    op.create_table(
        "gpc_reference",
        *_row(),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("sector", sa.String(10), nullable=False),
        sa.Column("subsector", sa.String(10), nullable=False),
        sa.Column("scope", sa.Integer(), nullable=False),
        sa.Column("basic", sa.Boolean(), nullable=False),
        sa.Column("basic_plus", sa.Boolean(), nullable=False),
        sa.Column("territorial", sa.Boolean(), nullable=False),
        sa.Column("sector_name_de", sa.String(200), nullable=False),
        sa.Column("sector_name_en", sa.String(200), nullable=False),
        sa.Column("name_de", sa.String(200), nullable=False),
        sa.Column("name_en", sa.String(200), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_gpc_reference_verification"),
        ),
        sa.CheckConstraint("scope IN (1, 2, 3)", name=op.f("ck_gpc_reference_scope")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_gpc_reference_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gpc_reference")),
    )
    op.create_index(op.f("ix_gpc_reference_change_no"), "gpc_reference", ["change_no"])


def _balance_sector() -> None:
    op.create_table(
        "balance_sector",
        *_row(),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("bisko", sa.Boolean(), nullable=False),
        sa.Column("name_de", sa.String(200), nullable=False),
        sa.Column("name_en", sa.String(200), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_balance_sector_verification"),
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_balance_sector_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_balance_sector")),
    )
    op.create_index(op.f("ix_balance_sector_change_no"), "balance_sector", ["change_no"])


def _energy_carrier() -> None:
    op.create_table(
        "energy_carrier",
        *_row(),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name_de", sa.String(200), nullable=False),
        sa.Column("name_en", sa.String(200), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_energy_carrier_verification"),
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_energy_carrier_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_energy_carrier")),
    )
    op.create_index(op.f("ix_energy_carrier_change_no"), "energy_carrier", ["change_no"])


def _standard_crosswalk() -> None:
    op.create_table(
        "standard_crosswalk",
        *_row(),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("from_standard", sa.String(20), nullable=False),
        sa.Column("from_code", sa.String(80), nullable=False),
        sa.Column("to_standard", sa.String(20), nullable=False),
        sa.Column("to_code", sa.String(80), nullable=True),
        sa.Column("relation", sa.String(20), nullable=False),
        sa.Column("note_de", sa.String(1000), nullable=False),
        sa.Column("note_en", sa.String(1000), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.CheckConstraint(
            "(to_code IS NULL) = (relation = 'no_counterpart')", name=op.f("ck_standard_crosswalk_to_code")
        ),
        sa.CheckConstraint(
            "relation IN ('exact', 'narrower', 'broader', 'no_counterpart')",
            name=op.f("ck_standard_crosswalk_relation"),
        ),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_standard_crosswalk_verification"),
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_standard_crosswalk_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard_crosswalk")),
    )
    op.create_index(op.f("ix_standard_crosswalk_change_no"), "standard_crosswalk", ["change_no"])
