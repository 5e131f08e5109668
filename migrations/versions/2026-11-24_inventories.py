"""Inventories, their lines and reported totals, the rollups beside them, and national figures.

Revision: 2026_11_24_inventories
Follows: 2026_11_24_standards
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_inventories"
down_revision = "2026_11_24_standards"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
DECIMAL = sa.String(40).with_variant(sa.Numeric(), "postgresql")
TABLES = (
    "national_emission",
    "inventory_gap",
    "inventory",
    "reported_total",
    "emission_record",
    "emission_rollup",
    "published_total",
)


def upgrade() -> None:
    _national_emission()
    _inventory_gap()
    _inventory()
    _reported_total()
    _emission_record()
    _emission_rollup()
    _published_total()


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


def _national_emission() -> None:
    op.create_table(
        "national_emission",
        *_row(),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("gases", sa.String(10), nullable=False),
        sa.Column("amount_kg", sa.BigInteger(), nullable=False),
        sa.Column("coverage_de", sa.String(200), nullable=False),
        sa.Column("coverage_en", sa.String(200), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.CheckConstraint("gases IN ('co2', 'co2e')", name=op.f("ck_national_emission_gases")),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_national_emission_verification"),
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_national_emission_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_national_emission")),
    )
    op.create_index(op.f("ix_national_emission_change_no"), "national_emission", ["change_no"])


def _inventory_gap() -> None:
    op.create_table(
        "inventory_gap",
        *_row(),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=True),
        sa.Column("last_year", sa.Integer(), nullable=True),
        sa.Column("text_de", sa.String(1000), nullable=False),
        sa.Column("text_en", sa.String(1000), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=True),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_inventory_gap_verification"),
        ),
        sa.CheckConstraint("(first_year IS NULL) = (last_year IS NULL)", name=op.f("ck_inventory_gap_years")),
        sa.CheckConstraint("last_year >= first_year", name=op.f("ck_inventory_gap_last_year")),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_inventory_gap_city_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_inventory_gap_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inventory_gap")),
    )
    op.create_index(op.f("ix_inventory_gap_change_no"), "inventory_gap", ["change_no"])
    op.create_index(op.f("ix_inventory_gap_city_id"), "inventory_gap", ["city_id"])


def _inventory() -> None:
    op.create_table(
        "inventory",
        *_row(),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("standard", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("reporting_level", sa.String(20), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("series_id", sa.String(80), nullable=False),
        sa.Column("break_reason_de", sa.String(1000), nullable=True),
        sa.Column("break_reason_en", sa.String(1000), nullable=True),
        sa.Column("period_start_on", sa.Date(), nullable=False),
        sa.Column("period_end_on", sa.Date(), nullable=False),
        sa.Column("gases", sa.String(10), nullable=False),
        sa.Column("gwp_set", sa.String(80), nullable=True),
        sa.Column("boundary_de", sa.String(1000), nullable=True),
        sa.Column("boundary_en", sa.String(1000), nullable=True),
        sa.Column("method_note_de", sa.String(1000), nullable=True),
        sa.Column("method_note_en", sa.String(1000), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("population_basis_de", sa.String(200), nullable=True),
        sa.Column("population_basis_en", sa.String(200), nullable=True),
        sa.Column("population_source_id", sa.String(80), nullable=True),
        sa.Column("source_id", sa.String(80), nullable=True),
        sa.Column("source_note", sa.String(400), nullable=True),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.Column("supersedes_id", sa.String(36), nullable=True),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.Column("withdrawal_reason", sa.String(1000), nullable=True),
        sa.Column("lines_written", sa.Integer(), nullable=False),
        sa.Column("totals_from", sa.String(10), nullable=True),
        sa.Column("totals", sa.UnicodeText(), nullable=False),
        *_rules_of_inventory(),
    )
    op.create_index(op.f("ix_inventory_change_no"), "inventory", ["change_no"])
    op.create_index(op.f("ix_inventory_series_id"), "inventory", ["series_id"])
    op.create_index(
        "uq_inventory_published",
        "inventory",
        ["city_id", "year", "standard", "kind"],
        unique=True,
        sqlite_where=sa.text("status = 'published' AND deleted_at IS NULL"),
        postgresql_where=sa.text("status = 'published' AND deleted_at IS NULL"),
    )


def _rules_of_inventory() -> Iterator[sa.Constraint]:
    yield sa.CheckConstraint(
        "(standard = 'gpc') = (reporting_level IS NOT NULL)", name=op.f("ck_inventory_level_of_gpc")
    )
    yield sa.CheckConstraint("gases IN ('co2', 'co2e')", name=op.f("ck_inventory_gases"))
    yield sa.CheckConstraint("kind IN ('community', 'municipal_operations')", name=op.f("ck_inventory_kind"))
    yield sa.CheckConstraint(
        "reporting_level IN ('basic', 'basic_plus', 'territorial')", name=op.f("ck_inventory_reporting_level")
    )
    yield sa.CheckConstraint(
        "standard IN ('gpc', 'bisko', 'quellenbilanz', 'verursacherbilanz', 'iclei', 'cdp_reported', "
        "'other')",
        name=op.f("ck_inventory_standard"),
    )
    yield sa.CheckConstraint(
        "status IN ('draft', 'review', 'published', 'superseded', 'withdrawn')",
        name=op.f("ck_inventory_status"),
    )
    yield sa.CheckConstraint("totals_from IN ('lines', 'reported')", name=op.f("ck_inventory_totals_from"))
    yield sa.CheckConstraint(
        "verification IN ('verified', 'derived', 'recalled', 'reported')",
        name=op.f("ck_inventory_verification"),
    )
    yield sa.CheckConstraint("period_end_on >= period_start_on", name=op.f("ck_inventory_period_end_on"))
    yield sa.CheckConstraint("population > 0", name=op.f("ck_inventory_population"))
    yield sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_inventory_city_id"))
    yield sa.ForeignKeyConstraint(["gwp_set"], ["gwp_set.id"], name=op.f("fk_inventory_gwp_set"))
    yield sa.ForeignKeyConstraint(
        ["population_source_id"], ["source.id"], name=op.f("fk_inventory_population_source_id")
    )
    yield sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_inventory_source_id"))
    yield sa.ForeignKeyConstraint(
        ["supersedes_id"], ["inventory.id"], name=op.f("fk_inventory_supersedes_id")
    )
    yield sa.PrimaryKeyConstraint("id", name=op.f("pk_inventory"))
    yield sa.UniqueConstraint(
        "city_id",
        "year",
        "standard",
        "kind",
        "edition",
        name=op.f("uq_inventory_city_id_year_standard_kind_edition"),
    )


def _reported_total() -> None:
    op.create_table(
        "reported_total",
        *_row(),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("inventory_id", sa.String(36), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("measure", sa.String(20), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("is_change", sa.Boolean(), nullable=False),
        sa.Column("sector", sa.String(80), nullable=True),
        sa.Column("part_de", sa.String(200), nullable=True),
        sa.Column("part_en", sa.String(200), nullable=True),
        sa.Column("scope", sa.Integer(), nullable=True),
        sa.Column("amount_kg", sa.BigInteger(), nullable=True),
        sa.Column("share_pct", DECIMAL, nullable=True),
        sa.Column("note_de", sa.String(1000), nullable=True),
        sa.Column("note_en", sa.String(1000), nullable=True),
        sa.Column("quarantine_reason_de", sa.String(1000), nullable=True),
        sa.Column("quarantine_reason_en", sa.String(1000), nullable=True),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        *_rules_of_reported_total(),
    )
    op.create_index(op.f("ix_reported_total_change_no"), "reported_total", ["change_no"])
    op.create_index(op.f("ix_reported_total_inventory_id"), "reported_total", ["inventory_id"])


def _rules_of_reported_total() -> Iterator[sa.Constraint]:
    yield sa.CheckConstraint(
        "measure IN ('basic', 'basic_plus', 'territorial', 'total')", name=op.f("ck_reported_total_measure")
    )
    yield sa.CheckConstraint(
        "verification IN ('verified', 'derived', 'recalled', 'reported')",
        name=op.f("ck_reported_total_verification"),
    )
    yield sa.CheckConstraint(
        "NOT counts OR (amount_kg IS NOT NULL AND quarantine_reason_en IS NULL)",
        name=op.f("ck_reported_total_counts"),
    )
    yield sa.CheckConstraint(
        "amount_kg IS NOT NULL OR share_pct IS NOT NULL", name=op.f("ck_reported_total_amount_kg")
    )
    yield sa.CheckConstraint("scope IN (1, 2, 3)", name=op.f("ck_reported_total_scope"))
    yield sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_reported_total_city_id"))
    yield sa.ForeignKeyConstraint(
        ["inventory_id"], ["inventory.id"], name=op.f("fk_reported_total_inventory_id")
    )
    yield sa.ForeignKeyConstraint(["sector"], ["balance_sector.id"], name=op.f("fk_reported_total_sector"))
    yield sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_reported_total_source_id"))
    yield sa.PrimaryKeyConstraint("id", name=op.f("pk_reported_total"))


def _emission_record() -> None:
    op.create_table(
        "emission_record",
        *_row(),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("inventory_id", sa.String(36), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("line_key", sa.String(200), nullable=False),
        sa.Column("gpc_ref", sa.String(80), nullable=True),
        sa.Column("sector", sa.String(80), nullable=False),
        sa.Column("carrier", sa.String(80), nullable=True),
        sa.Column("scope", sa.Integer(), nullable=True),
        sa.Column("gas", sa.String(40), nullable=False),
        sa.Column("amount_kg", sa.BigInteger(), nullable=True),
        sa.Column("gas_split", sa.UnicodeText(), nullable=True),
        sa.Column("notation_key", sa.String(2), nullable=True),
        sa.Column("included_in", sa.UnicodeText(), nullable=True),
        sa.Column("explanation", sa.String(1000), nullable=True),
        sa.Column("activity", sa.String(200), nullable=True),
        sa.Column("activity_value", DECIMAL, nullable=True),
        sa.Column("activity_unit", sa.String(40), nullable=True),
        sa.Column("factor_value", DECIMAL, nullable=True),
        sa.Column("factor_unit", sa.String(80), nullable=True),
        sa.Column("emission_factor_id", sa.String(80), nullable=True),
        sa.Column("quality_activity", sa.String(1), nullable=True),
        sa.Column("quality_factor", sa.String(1), nullable=True),
        sa.Column("method", sa.String(400), nullable=True),
        sa.Column("source_id", sa.String(80), nullable=True),
        sa.Column("source_note", sa.String(400), nullable=True),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.Column("note", sa.String(1000), nullable=True),
        *_rules_of_emission_record(),
    )
    op.create_index(op.f("ix_emission_record_change_no"), "emission_record", ["change_no"])
    op.create_index("ix_emission_record_city_year", "emission_record", ["city_id", "year", "id"])


def _rules_of_emission_record() -> Iterator[sa.Constraint]:
    yield sa.CheckConstraint(
        "notation_key IN ('NO', 'NE', 'IE', 'C')", name=op.f("ck_emission_record_notation_key")
    )
    yield sa.CheckConstraint(
        "quality_activity IN ('H', 'M', 'L')", name=op.f("ck_emission_record_quality_activity")
    )
    yield sa.CheckConstraint(
        "quality_factor IN ('H', 'M', 'L')", name=op.f("ck_emission_record_quality_factor")
    )
    yield sa.CheckConstraint(
        "verification IN ('verified', 'derived', 'recalled', 'reported')",
        name=op.f("ck_emission_record_verification"),
    )
    yield sa.CheckConstraint(
        "(amount_kg IS NULL) <> (notation_key IS NULL)", name=op.f("ck_emission_record_amount_or_key")
    )
    yield sa.CheckConstraint("scope IN (1, 2, 3)", name=op.f("ck_emission_record_scope"))
    yield sa.ForeignKeyConstraint(["carrier"], ["energy_carrier.id"], name=op.f("fk_emission_record_carrier"))
    yield sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_emission_record_city_id"))
    yield sa.ForeignKeyConstraint(
        ["emission_factor_id"], ["emission_factor.id"], name=op.f("fk_emission_record_emission_factor_id")
    )
    yield sa.ForeignKeyConstraint(["gpc_ref"], ["gpc_reference.id"], name=op.f("fk_emission_record_gpc_ref"))
    yield sa.ForeignKeyConstraint(
        ["inventory_id"], ["inventory.id"], name=op.f("fk_emission_record_inventory_id")
    )
    yield sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_emission_record_source_id"))
    yield sa.PrimaryKeyConstraint("id", name=op.f("pk_emission_record"))
    yield sa.UniqueConstraint(
        "inventory_id", "line_key", name=op.f("uq_emission_record_inventory_id_line_key")
    )


def _emission_rollup() -> None:
    op.create_table(
        "emission_rollup",
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("inventory_id", sa.String(36), nullable=False),
        sa.Column("sector", sa.String(80), nullable=False),
        sa.Column("scope", sa.Integer(), nullable=False),
        sa.Column("counts_in", sa.String(40), nullable=False),
        sa.Column("gas", sa.String(40), nullable=False),
        sa.Column("weighed", sa.Boolean(), nullable=False),
        sa.Column("amount_kg", sa.BigInteger(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inventory_id"], ["inventory.id"], name=op.f("fk_emission_rollup_inventory_id")
        ),
        sa.PrimaryKeyConstraint(
            "city_id",
            "year",
            "inventory_id",
            "sector",
            "scope",
            "counts_in",
            "gas",
            "weighed",
            name=op.f("pk_emission_rollup"),
        ),
    )
    op.create_index(op.f("ix_emission_rollup_inventory_id"), "emission_rollup", ["inventory_id"])


def _published_total() -> None:
    op.create_table(
        "published_total",
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sector", sa.String(80), nullable=False),
        sa.Column("standard", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("inventory_id", sa.String(36), nullable=False),
        sa.Column("gwp_set", sa.String(80), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("basic_kg", sa.BigInteger(), nullable=True),
        sa.Column("basic_plus_kg", sa.BigInteger(), nullable=True),
        sa.Column("territorial_kg", sa.BigInteger(), nullable=True),
        sa.Column("other_scope3_kg", sa.BigInteger(), nullable=True),
        sa.Column("total_kg", sa.BigInteger(), nullable=True),
        sa.Column("biogenic_co2_kg", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inventory_id"], ["inventory.id"], name=op.f("fk_published_total_inventory_id")
        ),
        sa.PrimaryKeyConstraint(
            "city_id", "year", "sector", "standard", "kind", name=op.f("pk_published_total")
        ),
    )
    op.create_index(op.f("ix_published_total_inventory_id"), "published_total", ["inventory_id"])
