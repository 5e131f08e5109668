"""Cities, their population, targets and gaps, and the timeline of their partnerships.

Revision: 2026_11_24_cities
Follows: 2026_11_24_reference
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_cities"
down_revision = "2026_11_24_reference"
branch_labels = None
depends_on = None

DECIMAL = sa.String(40).with_variant(sa.Numeric(), "postgresql")
MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
TABLES = (
    "city",
    "city_population",
    "city_target",
    "city_gap",
    "partnership_event",
    "partnership_event_city",
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
    _city()
    _city_population()
    _city_target()
    _city_gap()
    _partnership_event()
    _partnership_event_city()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _city_place() -> list[sa.Column]:
    return [
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("name_de", sa.String(200), nullable=False),
        sa.Column("name_en", sa.String(200), nullable=False),
        sa.Column("level", sa.String(20), nullable=False),
        sa.Column("parent_city_id", sa.String(80), nullable=True),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("subdivision", sa.String(10), nullable=True),
        sa.Column("un_locode", sa.String(10), nullable=True),
        sa.Column("wikidata_id", sa.String(20), nullable=True),
        sa.Column("official_key", sa.String(20), nullable=True),
        sa.Column("latitude_deg", DECIMAL, nullable=False),
        sa.Column("longitude_deg", DECIMAL, nullable=False),
    ]


def _city_figures() -> list[sa.Column]:
    return [
        sa.Column("area_km2", DECIMAL, nullable=True),
        sa.Column("area_source_id", sa.String(80), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("population_year", sa.Integer(), nullable=True),
        sa.Column("population_basis", sa.String(200), nullable=True),
        sa.Column("population_source_id", sa.String(80), nullable=True),
        sa.Column("population_verification", sa.String(20), nullable=False),
        sa.Column("target_text", sa.String(1000), nullable=True),
        sa.Column("target_text_de", sa.String(1000), nullable=True),
        sa.Column("target_base_year", sa.Integer(), nullable=True),
        sa.Column("target_2030_pct", DECIMAL, nullable=True),
        sa.Column("target_final_pct", DECIMAL, nullable=True),
        sa.Column("target_final_year", sa.Integer(), nullable=True),
        sa.Column("target_source_id", sa.String(80), nullable=True),
    ]


def _city_texts() -> list[sa.Column]:
    return [
        sa.Column("memberships", sa.String(1000), nullable=True),
        sa.Column("memberships_de", sa.String(1000), nullable=True),
        sa.Column("memberships_verification", sa.String(20), nullable=True),
        sa.Column("memberships_evidence", sa.String(400), nullable=True),
        sa.Column("partnership_note", sa.String(1000), nullable=True),
        sa.Column("partnership_note_de", sa.String(1000), nullable=True),
        sa.Column("partnership_source_id", sa.String(80), nullable=True),
        sa.Column("verification", sa.String(20), nullable=False),
        sa.Column("note", sa.String(1000), nullable=True),
        sa.Column("note_de", sa.String(1000), nullable=True),
    ]


def _city() -> None:
    op.create_table(
        "city",
        *_city_place(),
        *_city_figures(),
        *_city_texts(),
        *_stamps(),
        sa.CheckConstraint("level IN ('city', 'state', 'metropolitan')", name=op.f("ck_city_level")),
        sa.CheckConstraint(
            "memberships_verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_city_memberships_verification"),
        ),
        sa.CheckConstraint(
            "population_verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_city_population_verification"),
        ),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_city_verification"),
        ),
        sa.ForeignKeyConstraint(["area_source_id"], ["source.id"], name=op.f("fk_city_area_source_id")),
        sa.ForeignKeyConstraint(["parent_city_id"], ["city.id"], name=op.f("fk_city_parent_city_id")),
        sa.ForeignKeyConstraint(
            ["partnership_source_id"], ["source.id"], name=op.f("fk_city_partnership_source_id")
        ),
        sa.ForeignKeyConstraint(
            ["population_source_id"], ["source.id"], name=op.f("fk_city_population_source_id")
        ),
        sa.ForeignKeyConstraint(["target_source_id"], ["source.id"], name=op.f("fk_city_target_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city")),
    )
    _index("city", "change_no", "parent_city_id")


def _city_population() -> None:
    op.create_table(
        "city_population",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(200), nullable=True),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        *_stamps(),
        sa.CheckConstraint("population > 0", name=op.f("ck_city_population_positive")),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_city_population_verification"),
        ),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_city_population_city_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_city_population_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city_population")),
    )
    _index("city_population", "change_no", "city_id")


def _city_target() -> None:
    op.create_table(
        "city_target",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("base_year", sa.Integer(), nullable=False),
        sa.Column("target_year", sa.Integer(), nullable=False),
        sa.Column("reduction_pct", DECIMAL, nullable=False),
        sa.Column("text", sa.String(1000), nullable=True),
        sa.Column("text_de", sa.String(1000), nullable=True),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        *_stamps(),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_city_target_verification"),
        ),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_city_target_city_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_city_target_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city_target")),
    )
    _index("city_target", "change_no", "city_id")


def _city_gap() -> None:
    op.create_table(
        "city_gap",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("text_de", sa.String(1000), nullable=False),
        sa.Column("text_en", sa.String(1000), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=True),
        *_stamps(),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_city_gap_city_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_city_gap_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city_gap")),
    )
    _index("city_gap", "change_no", "city_id")


def _partnership_event() -> None:
    op.create_table(
        "partnership_event",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("text_de", sa.String(1000), nullable=False),
        sa.Column("text_en", sa.String(1000), nullable=False),
        sa.Column("source_id", sa.String(80), nullable=False),
        sa.Column("verification", sa.String(20), nullable=False),
        *_stamps(),
        sa.CheckConstraint(
            "verification IN ('verified', 'derived', 'recalled', 'reported')",
            name=op.f("ck_partnership_event_verification"),
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_partnership_event_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership_event")),
    )
    _index("partnership_event", "change_no")


def _partnership_event_city() -> None:
    op.create_table(
        "partnership_event_city",
        sa.Column("id", sa.String(170), nullable=False),
        sa.Column("event_id", sa.String(80), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        *_stamps(),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name=op.f("fk_partnership_event_city_city_id")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["partnership_event.id"], name=op.f("fk_partnership_event_city_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership_event_city")),
    )
    _index("partnership_event_city", "change_no", "city_id", "event_id")
