"""Accounts, roles, service clients, and the technical records of signing in.

Revision: 2026_11_24_identity
Follows: 2026_11_24_footprint
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_identity"
down_revision = "2026_11_24_footprint"
branch_labels = None
depends_on = None

MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
AREAS = "area IN ('climate', 'procurement', 'learning', 'all')"
TABLES = (
    "user",
    "membership",
    "one_time_link",
    "service_client",
    "approval",
    "sign_in_session",
    "refresh_token",
    "sign_in_counter",
    "service_client_use",
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


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"))


def upgrade() -> None:
    _user()
    _membership()
    _one_time_link()
    _service_client()
    _approval()
    _sign_in_session()
    _refresh_token()
    _counters()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _user() -> None:
    op.create_table(
        "user",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("email_key", sa.String(254), nullable=False),
        sa.Column("display_name", sa.String(200), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        *_stamps(),
        sa.CheckConstraint("status IN ('active', 'suspended')", name=op.f("ck_user_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("email_key", name=op.f("uq_user_email_key")),
    )
    _index("user", "change_no")


def _membership() -> None:
    op.create_table(
        "membership",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("user_id", sa.String(36), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=True),
        sa.Column("area", sa.String(20), nullable=False),
        *_stamps(),
        sa.CheckConstraint(AREAS, name=op.f("ck_membership_area")),
        sa.CheckConstraint(
            "role IN ('viewer', 'editor', 'coordinator', 'auditor', 'admin')",
            name=op.f("ck_membership_role"),
        ),
        _refers("membership", "user_id", "user.id"),
        _refers("membership", "city_id", "city.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    _index("membership", "change_no", "user_id")


def _one_time_link() -> None:
    op.create_table(
        "one_time_link",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("user_id", sa.String(36), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        *_stamps(),
        sa.CheckConstraint("purpose IN ('invitation', 'reset')", name=op.f("ck_one_time_link_purpose")),
        _refers("one_time_link", "user_id", "user.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_one_time_link_token_hash")),
    )
    _index("one_time_link", "change_no", "user_id")


def _service_client() -> None:
    op.create_table(
        "service_client",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=False),
        sa.Column("area", sa.String(20), nullable=False),
        sa.Column("scopes", sa.UnicodeText(), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("secret_prefix", sa.String(20), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        *_stamps(),
        sa.CheckConstraint(AREAS, name=op.f("ck_service_client_area")),
        sa.CheckConstraint(
            "status IN ('proposed', 'active', 'revoked')", name=op.f("ck_service_client_status")
        ),
        _refers("service_client", "city_id", "city.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_client")),
    )
    _index("service_client", "change_no", "secret_prefix")


def _approval() -> None:
    op.create_table(
        "approval",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("resource", sa.String(80), nullable=False),
        sa.Column("resource_id", sa.String(80), nullable=False),
        sa.Column("city_id", sa.String(80), nullable=True),
        sa.Column("proposed_by", sa.String(36), nullable=True),
        sa.Column("approved_by", sa.String(36), nullable=True),
        sa.Column("approved_at", MOMENT, nullable=True),
        *_stamps(),
        _refers("approval", "city_id", "city.id"),
        _refers("approval", "proposed_by", "user.id"),
        _refers("approval", "approved_by", "user.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sa.UniqueConstraint("resource", "resource_id", name=op.f("uq_approval_resource_resource_id")),
    )
    _index("approval", "change_no")


def _sign_in_session() -> None:
    op.create_table(
        "sign_in_session",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("user_id", sa.String(36), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        _refers("sign_in_session", "user_id", "user.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_session")),
    )
    _index("sign_in_session", "user_id")


def _refresh_token() -> None:
    op.create_table(
        "refresh_token",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("session_id", sa.String(36), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("spent_at", MOMENT, nullable=True),
        sa.Column("successor_id", sa.String(36), nullable=True),
        sa.Column("sealed_successor", sa.String(64), nullable=True),
        _refers("refresh_token", "session_id", "sign_in_session.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refresh_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_refresh_token_token_hash")),
    )
    _index("refresh_token", "session_id")


def _counters() -> None:
    op.create_table(
        "sign_in_counter",
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("window_ends_at", MOMENT, nullable=False),
        sa.Column("known_until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("kind", "subject", name=op.f("pk_sign_in_counter")),
    )
    _index("sign_in_counter", "window_ends_at")
    op.create_table(
        "service_client_use",
        sa.Column("client_id", sa.String(36), nullable=False),
        sa.Column("last_used_on", sa.Date(), nullable=False),
        _refers("service_client_use", "client_id", "service_client.id"),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_service_client_use")),
    )
