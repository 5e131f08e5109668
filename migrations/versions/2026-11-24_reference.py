"""Sources, emission factors in dated sets, global warming potentials.

Revision: 2026_11_24_reference
Follows: 2026_11_24_platform
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_reference"
down_revision = "2026_11_24_platform"
branch_labels = None
depends_on = None

DECIMAL = sa.String(40).with_variant(sa.Numeric(), "postgresql")
MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
TABLES = (
    "source",
    "emission_factor_set",
    "emission_factor",
    "gwp_set",
    "gwp_value",
)


def _stamps() -> list[sa.Column]:
    """What every row has."""
    return [
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
    ]


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def upgrade() -> None:
    _source()
    _emission_factor_set()
    _emission_factor()
    _gwp_set()
    _gwp_value()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _source() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("title", sa.String(400), nullable=False),
        sa.Column("publisher", sa.String(200), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(80), nullable=False),
        sa.Column("locator", sa.String(400), nullable=True),
        sa.Column("licence", sa.String(200), nullable=True),
        sa.Column("accessed_on", sa.Date(), nullable=True),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.Column("note", sa.String(1000), nullable=True),
        sa.Column("search_text", sa.String(4000), nullable=False),
        *_stamps(),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_source_verification"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    _index("source", "change_no", "kind")


def _emission_factor_set() -> None:
    op.create_table(
        "emission_factor_set",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("publisher", sa.String(200), nullable=False),
        sa.Column("title", sa.String(400), nullable=False),
        sa.Column("edition_year", sa.Integer(), nullable=True),
        sa.Column("valid_from_on", sa.Date(), nullable=True),
        sa.Column("valid_to_on", sa.Date(), nullable=True),
        sa.Column("licence", sa.String(200), nullable=True),
        sa.Column("gwp_set", sa.String(200), nullable=True),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.Column("best_before_on", sa.Date(), nullable=True),
        *_stamps(),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_emission_factor_set_verification"),
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_emission_factor_set_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emission_factor_set")),
    )
    _index("emission_factor_set", "change_no", "source_id")


def _factor_meaning() -> list[sa.Column]:
    return [
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("factor_set_id", sa.String(80), nullable=False),
        sa.Column("category", sa.String(80), nullable=False),
        sa.Column("name", sa.String(400), nullable=False),
        sa.Column("region_code", sa.String(10), nullable=False),
        sa.Column("region_name", sa.String(80), nullable=False),
        sa.Column("unit", sa.String(40), nullable=False),
        sa.Column("value", DECIMAL, nullable=False),
        sa.Column("co2_kg", DECIMAL, nullable=True),
        sa.Column("ch4_kg", DECIMAL, nullable=True),
        sa.Column("n2o_kg", DECIMAL, nullable=True),
        sa.Column("scope_boundary", sa.String(200), nullable=False),
        sa.Column("scope", sa.String(20), nullable=False),
        sa.Column("gwp_set", sa.String(200), nullable=True),
        sa.Column("non_co2", sa.String(20), nullable=False),
        sa.Column("valid_from_on", sa.Date(), nullable=True),
        sa.Column("valid_to_on", sa.Date(), nullable=True),
    ]


def _factor_origin() -> list[sa.Column]:
    return [
        sa.Column("publisher", sa.String(200), nullable=False),
        sa.Column("document", sa.String(400), nullable=False),
        sa.Column("table_or_section", sa.String(200), nullable=True),
        sa.Column("publication_year", sa.String(20), nullable=True),
        sa.Column("licence", sa.String(200), nullable=True),
        sa.Column("redistribution", sa.String(20), nullable=False),
        sa.Column("quality_grade", sa.String(1), nullable=False),
        sa.Column("quality_note", sa.String(1000), nullable=True),
        sa.Column("uncertainty_pct", DECIMAL, nullable=False),
        sa.Column("uncertainty_basis", sa.String(20), nullable=False),
        sa.Column("best_before_on", sa.Date(), nullable=True),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.Column("publisher_factor_id", sa.String(80), nullable=True),
        sa.Column("copy_read", sa.String(200), nullable=True),
        sa.Column("search_text", sa.String(4000), nullable=False),
    ]


def _emission_factor() -> None:
    op.create_table(
        "emission_factor",
        *_factor_meaning(),
        *_factor_origin(),
        *_stamps(),
        sa.CheckConstraint(
            "non_co2 IN ('excluded', 'included', 'defines', 'not_applicable', 'not_stated')",
            name=op.f("ck_emission_factor_non_co2"),
        ),
        sa.CheckConstraint(
            "quality_grade IN ('A', 'B', 'C', 'D')", name=op.f("ck_emission_factor_quality_grade")
        ),
        sa.CheckConstraint(
            "redistribution IN ('open', 'cited_only')", name=op.f("ck_emission_factor_redistribution")
        ),
        sa.CheckConstraint(
            "scope IN ('ttw', 'wtt', 'wtw', 'life_cycle', 'other')", name=op.f("ck_emission_factor_scope")
        ),
        sa.CheckConstraint(
            "uncertainty_basis IN ('publisher', 'proposed')",
            name=op.f("ck_emission_factor_uncertainty_basis"),
        ),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_emission_factor_verification"),
        ),
        sa.ForeignKeyConstraint(
            ["factor_set_id"], ["emission_factor_set.id"], name=op.f("fk_emission_factor_factor_set_id")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_emission_factor_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emission_factor")),
    )
    _index("emission_factor", "category", "change_no", "factor_set_id", "region_code", "source_id")


def _gwp_set() -> None:
    op.create_table(
        "gwp_set",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("horizon_years", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        *_stamps(),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_gwp_set_verification"),
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_gwp_set_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gwp_set")),
    )
    _index("gwp_set", "change_no", "source_id")


def _gwp_value() -> None:
    op.create_table(
        "gwp_value",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("gwp_set_id", sa.String(80), nullable=False),
        sa.Column("gas", sa.String(40), nullable=False),
        sa.Column("value", DECIMAL, nullable=False),
        *_stamps(),
        sa.ForeignKeyConstraint(["gwp_set_id"], ["gwp_set.id"], name=op.f("fk_gwp_value_gwp_set_id")),
        sa.UniqueConstraint("gwp_set_id", "gas", name=op.f("uq_gwp_value_gwp_set_id_gas")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gwp_value")),
    )
    _index("gwp_value", "change_no")
