"""Travel rules, what activities say about them, and contributions.

Revision: 2026_11_24_rules
Follows: 2026_11_24_travel_disclosures
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_rules"
down_revision = "2026_11_24_travel_disclosures"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
RULE_CHECKS = {
    "kind": "kind IN ('rail_first', 'co2_levy', 'taxi_exception', 'gap')",
    "title": "title_de IS NOT NULL OR title_en IS NOT NULL",
    "valid_to_on": "valid_to_on >= valid_from_on",
    "max_rail_hours": "(kind = 'rail_first') = (max_rail_hours IS NOT NULL)",
    "levy": "kind = 'co2_levy' OR amount_cents_per_tonne IS NULL",
    "amount_cents_per_tonne": "amount_cents_per_tonne > 0",
    "currency": "(kind = 'co2_levy') = (currency IS NOT NULL)",
    "verification": "verification IN ('verified', 'derived', 'recalled', 'reported')",
    "established": "kind = 'gap' OR verification IS NOT NULL",
    "source": "source_id IS NOT NULL OR source_note IS NOT NULL OR"
    " (amount_cents_per_tonne IS NULL AND (kind = 'gap' OR verification = 'recalled'))",
}
ACTIVITY_CHECKS = {
    "levy_paid_cents": "levy_paid_cents > 0",
    "levy_paid_on": "(levy_paid_cents IS NULL) = (levy_paid_on IS NULL)",
    "levy_currency": "(levy_paid_cents IS NULL) = (levy_currency IS NULL)",
    "portal_ghg_g": "portal_ghg_g >= 0",
    "portal_difference_reason": "portal_difference_reason IN ('method', 'non_co2_factor', 'legs')",
    "portal": "portal_ghg_g IS NOT NULL OR (portal_difference_reason IS NULL AND portal_note IS NULL)",
}
CONTRIBUTION_CHECKS = {
    "kind": "kind IN ('levy', 'donation', 'own_climate_project')",
    "amount_cents": "amount_cents > 0",
    "period_ends_on": "period_ends_on >= period_starts_on",
    "proof": "proof_url IS NOT NULL OR proof_note IS NOT NULL",
}
ACTIVITY_COLUMNS = {
    "levy_paid_cents": sa.BigInteger(),
    "levy_paid_on": sa.Date(),
    "levy_currency": sa.String(3),
    "portal_ghg_g": sa.BigInteger(),
    "portal_difference_reason": sa.String(20),
    "portal_note": sa.String(4000),
}


def upgrade() -> None:
    _travel_rule()
    _climate_contribution()
    _activity()


def downgrade() -> None:
    with op.batch_alter_table("activity") as batch:
        for name in ACTIVITY_CHECKS:
            batch.drop_constraint(op.f(f"ck_activity_{name}"), type_="check")
        for name in ("rule_answers", *ACTIVITY_COLUMNS):
            batch.drop_column(name)
    op.drop_table("climate_contribution")
    op.drop_table("travel_rule")


def _table(name: str, identifier: sa.Column, checks: dict[str, str], *columns: sa.schema.SchemaItem) -> None:
    """A table whose rows have what every row has, an id, a city and an index on the change number."""
    op.create_table(
        name,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        identifier,
        sa.Column("city_id", sa.String(80), nullable=False),
        *columns,
        *(sa.CheckConstraint(said, name=op.f(f"ck_{name}_{check}")) for check, said in checks.items()),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f(f"fk_{name}_city_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in ("change_no", "city_id"):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def _travel_rule() -> None:
    _table(
        "travel_rule",
        sa.Column("id", sa.String(80), nullable=False),
        RULE_CHECKS,
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("title_de", sa.String(200), nullable=True),
        sa.Column("title_en", sa.String(200), nullable=True),
        sa.Column("text_de", sa.String(4000), nullable=True),
        sa.Column("text_en", sa.String(4000), nullable=True),
        sa.Column("valid_from_on", sa.Date(), nullable=True),
        sa.Column("valid_to_on", sa.Date(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("max_rail_hours", sa.Integer(), nullable=True),
        sa.Column("amount_cents_per_tonne", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.Column("source_id", sa.String(80), nullable=True),
        sa.Column("source_note", sa.String(400), nullable=True),
        sa.Column("verification", sa.String(20), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_travel_rule_source_id")),
    )


def _climate_contribution() -> None:
    _table(
        "climate_contribution",
        sa.Column("id", sa.String(36), nullable=False),
        CONTRIBUTION_CHECKS,
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("recipient", sa.String(200), nullable=False),
        sa.Column("period_starts_on", sa.Date(), nullable=False),
        sa.Column("period_ends_on", sa.Date(), nullable=False),
        sa.Column("proof_url", sa.String(2000), nullable=True),
        sa.Column("proof_note", sa.String(400), nullable=True),
        sa.Column("note", sa.String(4000), nullable=True),
    )
    op.create_index(
        op.f("ix_climate_contribution_period_starts_on"), "climate_contribution", ["period_starts_on"]
    )


def _activity() -> None:
    """Activities of before have answered nothing: an empty list, which is no default of the future."""
    with op.batch_alter_table("activity") as batch:
        batch.add_column(sa.Column("rule_answers", sa.UnicodeText(), nullable=False, server_default="[]"))
        for name, kind in ACTIVITY_COLUMNS.items():
            batch.add_column(sa.Column(name, kind, nullable=True))
        for name, said in ACTIVITY_CHECKS.items():
            batch.create_check_constraint(op.f(f"ck_activity_{name}"), said)
    with op.batch_alter_table("activity") as batch:
        batch.alter_column("rule_answers", existing_type=sa.UnicodeText(), server_default=None)
