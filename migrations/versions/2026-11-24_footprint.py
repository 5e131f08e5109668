"""Cooperation projects, plans and decisions, activities and their footprints, rollups, carbon budgets.

Revision: 2026_11_24_footprint
Follows: 2026_11_24_audit
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_footprint"
down_revision = "2026_11_24_audit"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
KINDS = "kind IN ('trip', 'event', 'shipment', 'purchase', 'online_meeting')"
LIVING = sa.text("deleted_at IS NULL")
TABLES = (
    "cooperation_project",
    "plan",
    "plan_alternative",
    "plan_decision",
    "activity",
    "activity_footprint",
    "footprint_group_total",
    "activity_total",
    "carbon_budget",
)
FROZEN = {
    "plan_decision": (
        "plan_id",
        "alternative_id",
        "decided_at",
        "title",
        "ghg_g",
        "ghg_low_g",
        "ghg_high_g",
        "snapshot",
        "sha256",
    ),
    "activity_footprint": (
        "activity_id",
        "number",
        "method_id",
        "method_version",
        "factors_on",
        "factor_set_id",
        "items",
        "footprint",
        "ghg_g",
        "ghg_low_g",
        "ghg_high_g",
        "difference_g",
        "factor_set_g",
        "method_g",
        "input_g",
    ),
}
"""What is written once, by table; the platform still writes the change number of the row."""


def upgrade() -> None:
    _cooperation_project()
    _plan()
    _plan_alternative()
    _plan_decision()
    _activity()
    _activity_footprint()
    _rollups()
    _carbon_budget()
    for statement in _freezing(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION written_once()")


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    """A table whose rows have what every row has, an id and an index on the change number."""
    op.create_table(
        name,
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    _index(name, "change_no")


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _cooperation_project() -> None:
    _table(
        "cooperation_project",
        sa.Column("title_de", sa.String(200), nullable=True),
        sa.Column("title_en", sa.String(200), nullable=True),
        sa.Column("city_ids", sa.UnicodeText(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("note", sa.String(4000), nullable=True),
        sa.CheckConstraint(
            "status IN ('planned', 'active', 'completed', 'cancelled')",
            name=op.f("ck_cooperation_project_status"),
        ),
        sa.CheckConstraint(
            "title_de IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_cooperation_project_title")
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_cooperation_project_ends_on")),
    )


def _plan() -> None:
    _table(
        "plan",
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("project_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("activity_on", sa.Date(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.CheckConstraint(KINDS, name=op.f("ck_plan_kind")),
        _refers("plan", "project_id", "cooperation_project"),
    )
    _index("plan", "project_id")


def _plan_alternative() -> None:
    _table(
        "plan_alternative",
        sa.Column("plan_id", sa.String(36), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("from_alternative_id", sa.String(36), nullable=True),
        sa.Column("change", sa.String(20), nullable=True),
        sa.Column("parameters", sa.UnicodeText(), nullable=True),
        sa.Column("items", sa.UnicodeText(), nullable=False),
        sa.Column("footprint", sa.UnicodeText(), nullable=False),
        sa.CheckConstraint("place >= 0", name=op.f("ck_plan_alternative_place")),
        _refers("plan_alternative", "plan_id", "plan"),
    )
    _index("plan_alternative", "plan_id")


def _plan_decision() -> None:
    _table(
        "plan_decision",
        sa.Column("plan_id", sa.String(36), nullable=False),
        sa.Column("alternative_id", sa.String(36), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        *_ghg(),
        sa.Column("snapshot", sa.UnicodeText(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        _refers("plan_decision", "plan_id", "plan"),
        sa.UniqueConstraint("plan_id", name=op.f("uq_plan_decision_plan_id")),
    )


def _activity() -> None:
    statuses = "status IN ('planned', 'approved', 'done', 'cancelled')"
    _table(
        "activity",
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("project_id", sa.String(36), nullable=False),
        sa.Column("plan_id", sa.String(36), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("host_city_id", sa.String(80), nullable=True),
        sa.Column("participants", sa.UnicodeText(), nullable=False),
        sa.Column("items", sa.UnicodeText(), nullable=False),
        sa.Column("over_budget_reason", sa.String(4000), nullable=True),
        sa.Column("footprint_id", sa.String(36), nullable=False),
        sa.CheckConstraint(KINDS, name=op.f("ck_activity_kind")),
        sa.CheckConstraint(statuses, name=op.f("ck_activity_status")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_activity_ends_on")),
        _refers("activity", "host_city_id", "city"),
        _refers("activity", "plan_id", "plan"),
        _refers("activity", "project_id", "cooperation_project"),
    )
    _index("activity", "project_id", "plan_id", "starts_on")


def _activity_footprint() -> None:
    _table(
        "activity_footprint",
        sa.Column("activity_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("method_id", sa.String(40), nullable=False),
        sa.Column("method_version", sa.String(40), nullable=False),
        sa.Column("factors_on", sa.Date(), nullable=False),
        sa.Column("factor_set_id", sa.String(80), nullable=True),
        sa.Column("items", sa.UnicodeText(), nullable=False),
        sa.Column("footprint", sa.UnicodeText(), nullable=False),
        *_ghg(),
        *(
            sa.Column(name, sa.BigInteger(), nullable=True)
            for name in ("difference_g", "factor_set_g", "method_g", "input_g")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_activity_footprint_number")),
        sa.CheckConstraint(
            "difference_g = factor_set_g + method_g + input_g", name=op.f("ck_activity_footprint_causes")
        ),
        _refers("activity_footprint", "activity_id", "activity"),
        _refers("activity_footprint", "factor_set_id", "emission_factor_set"),
        sa.UniqueConstraint("activity_id", "number", name=op.f("uq_activity_footprint_activity_id_number")),
    )


def _ghg() -> list[sa.Column]:
    return [sa.Column(name, sa.BigInteger(), nullable=False) for name in ("ghg_g", "ghg_low_g", "ghg_high_g")]


def _rollups() -> None:
    keys = ("project_id", "year", "city_id", "kind", "status")
    groups = (*keys, "item_type", "factor_id")
    amounts = ("ghg_g", "uncertainty_g", "non_co2_low_g", "non_co2_central_g", "non_co2_high_g", "activities")
    op.create_table(
        "footprint_group_total",
        *_rollup_key(),
        sa.Column("item_type", sa.String(20), nullable=False),
        sa.Column("factor_id", sa.String(80), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in amounts),
        sa.PrimaryKeyConstraint(*groups, name=op.f("pk_footprint_group_total")),
    )
    op.create_table(
        "activity_total",
        *_rollup_key(),
        sa.Column("activities", sa.BigInteger(), nullable=False),
        sa.Column("demo_activities", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(*keys, name=op.f("pk_activity_total")),
    )


def _rollup_key() -> list[sa.Column]:
    return [
        sa.Column("project_id", sa.String(36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
    ]


def _carbon_budget() -> None:
    _table(
        "carbon_budget",
        sa.Column("project_id", sa.String(36), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("limit_g", sa.BigInteger(), nullable=False),
        sa.Column("warn_pct", sa.Integer(), nullable=False),
        sa.CheckConstraint("limit_g > 0", name=op.f("ck_carbon_budget_limit_g")),
        sa.CheckConstraint("warn_pct BETWEEN 1 AND 100", name=op.f("ck_carbon_budget_warn_pct")),
        _refers("carbon_budget", "project_id", "cooperation_project"),
    )
    op.create_index(
        "uq_carbon_budget_project_id_year",
        "carbon_budget",
        ["project_id", "year"],
        unique=True,
        sqlite_where=LIVING,
        postgresql_where=LIVING,
    )


def _freezing(dialect: str) -> list[str]:
    """The database itself refuses to change what is written once, and to delete it."""
    if dialect == "sqlite":
        refuse = "BEGIN SELECT RAISE(ABORT, 'this row is written once'); END"
        return [
            f"CREATE TRIGGER {table}_no_{verb.split()[0].lower()} BEFORE {verb} ON {table} {refuse}"
            for table, columns in FROZEN.items()
            for verb in (f"UPDATE OF {', '.join(columns)}", "DELETE")
        ]
    function = (
        "CREATE FUNCTION written_once() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'this row is written once'; END $$"
    )
    return [
        function,
        *(
            f"CREATE TRIGGER {table}_written_once BEFORE UPDATE OF {', '.join(columns)} OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION written_once()"
            for table, columns in FROZEN.items()
        ),
    ]
