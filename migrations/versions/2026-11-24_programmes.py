"""Grant programmes, and groups of travellers: rollups are cut by grant, kind of travellers and who pays.

Revision: 2026_11_24_programmes
Follows: 2026_11_24_rules
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_programmes"
down_revision = "2026_11_24_rules"
branch_labels = None
depends_on = None

OLD_KEY = {"project_id": 36, "year": None, "city_id": 80, "kind": 20, "status": 20}
NEW_KEY = {
    "project_id": 36,
    "year": None,
    "kind": 20,
    "status": 20,
    "programme_id": 36,
    "city_id": 80,
    "traveller_kind": 20,
    "paid_by": 20,
}
GROUP = {"item_type": 20, "factor_id": 80}
GRAMS = ("ghg_g", "uncertainty_g", "non_co2_low_g", "non_co2_central_g", "non_co2_high_g")
MOMENT = sa.String(27).with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
ACTIVITY = sa.table(
    "activity",
    *(sa.column(name) for name in ("id", "project_id", "kind", "status", "host_city_id", "participants")),
    sa.column("starts_on", sa.Date()),
    sa.column("deleted_at"),
    sa.column("footprint_id"),
)
FOOTPRINT = sa.table("activity_footprint", sa.column("id"), sa.column("footprint"))


def upgrade() -> None:
    _programme()
    # Written out: rebuilding the table, as SQLite would have it otherwise, loses its checks.
    op.execute(
        "ALTER TABLE activity ADD COLUMN programme_id VARCHAR(36) "
        "CONSTRAINT fk_activity_programme_id REFERENCES programme (id)"
    )
    op.create_index(op.f("ix_activity_programme_id"), "activity", ["programme_id"])
    _cut_rollups()


def downgrade() -> None:
    _join_rollups()
    op.drop_index(op.f("ix_activity_programme_id"), "activity")
    op.execute("ALTER TABLE activity DROP COLUMN programme_id")
    op.drop_table("programme")


def _programme() -> None:
    op.create_table(
        "programme",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("change_no", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("title_de", sa.String(200), nullable=True),
        sa.Column("title_en", sa.String(200), nullable=True),
        sa.Column("funder", sa.String(200), nullable=False),
        sa.Column("grant_reference", sa.String(80), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("own_share_cents", sa.BigInteger(), nullable=True),
        sa.Column("positions", sa.UnicodeText(), nullable=False),
        sa.Column("conditions", sa.UnicodeText(), nullable=False),
        sa.Column("funding_notice_de", sa.String(1000), nullable=True),
        sa.Column("funding_notice_en", sa.String(1000), nullable=True),
        sa.Column("city_ids", sa.UnicodeText(), nullable=False),
        sa.CheckConstraint("title_de IS NOT NULL OR title_en IS NOT NULL", name=op.f("ck_programme_title")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_programme_ends_on")),
        sa.CheckConstraint("own_share_cents >= 0", name=op.f("ck_programme_own_share_cents")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
    )
    op.create_index(op.f("ix_programme_change_no"), "programme", ["change_no"])


def _cut_rollups() -> None:
    """Until now nobody said which grant, what kind of travellers or who pays: an empty name stands for it."""
    groups, totals = _taken("footprint_group_total"), _taken("activity_total")
    _create(NEW_KEY, ("activities", "demo_activities", "travellers"))
    travellers = _travellers()
    _fill("footprint_group_total", [{**row, **_unnamed("", "")} for row in groups])
    _fill(
        "activity_total",
        [
            {**row, **_unnamed(*cut), "travellers": travellers[tuple(row[name] for name in OLD_KEY)]}
            for row in totals
            for cut in product(("", "*"), repeat=2)
        ],
    )


def _join_rollups() -> None:
    groups, totals = _taken("footprint_group_total"), _taken("activity_total")
    _merge_groups_of_a_city()
    _create(OLD_KEY, ("activities", "demo_activities"))
    _fill("footprint_group_total", list(_without_cuts(groups)))
    whole = [row for row in totals if row["traveller_kind"] == row["paid_by"] == "*"]
    _fill("activity_total", _summed(whole, tuple(OLD_KEY), ("activities", "demo_activities")))


def _taken(table: str) -> list[dict[str, Any]]:
    """The rows of a rollup, which is then dropped."""
    every_column = sa.select(sa.literal_column("*")).select_from(sa.table(table))
    rows = op.get_bind().execute(every_column).mappings().all()
    op.drop_table(table)
    return [dict(row) for row in rows]


def _create(key: dict[str, int | None], counts: tuple[str, ...]) -> None:
    for table, whole_key, amounts in (
        ("footprint_group_total", {**key, **GROUP}, (*GRAMS, "activities")),
        ("activity_total", key, counts),
    ):
        op.create_table(
            table,
            *(
                sa.Column(name, sa.String(length) if length else sa.Integer(), nullable=False)
                for name, length in whole_key.items()
            ),
            *(sa.Column(name, sa.BigInteger(), nullable=False) for name in amounts),
            sa.PrimaryKeyConstraint(*whole_key, name=op.f(f"pk_{table}")),
        )


def _fill(table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        op.bulk_insert(sa.table(table, *(sa.column(name) for name in rows[0])), rows)


def _unnamed(traveller_kind: str, paid_by: str) -> dict[str, str]:
    return {"programme_id": "", "traveller_kind": traveller_kind, "paid_by": paid_by}


def _counted(*more: Any) -> Iterator[Any]:
    """The activities that are in the rollups, with the cities they stand under."""
    living = sa.select(ACTIVITY, *more).where(ACTIVITY.c.deleted_at.is_(None))
    if more:
        living = living.join(FOOTPRINT, FOOTPRINT.c.id == ACTIVITY.c.footprint_id)
    for row in op.get_bind().execute(living.where(ACTIVITY.c.status != "cancelled")):
        people: Counter[str] = Counter()
        for group in json.loads(row.participants):
            people[group["city_id"]] += group["count"]
        yield row, people or Counter({row.host_city_id or "": 0})


def _travellers() -> Counter[tuple[Any, ...]]:
    """People by the old key; under ``*`` those of all cities."""
    found: Counter[tuple[Any, ...]] = Counter()
    for row, people in _counted():
        for city, count in (*people.items(), ("*", people.total())):
            found[row.project_id, row.starts_on.year, city, row.kind, row.status] += count
    return found


def _without_cuts(groups: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Grams add up over the cuts; activities do not, so they are counted anew."""
    activities: Counter[tuple[Any, ...]] = Counter()
    for row, people in _counted(FOOTPRINT.c.footprint):
        for group in json.loads(row.footprint)["groups"]:
            for city in people:
                place = (row.project_id, row.starts_on.year, city, row.kind, row.status)
                activities[*place, group["item_type"], group["factor_id"]] += 1
    key = (*OLD_KEY, *GROUP)
    for total in _summed(groups, key, GRAMS):
        yield {**total, "activities": activities[tuple(total[name] for name in key)]}


def _summed(
    rows: list[dict[str, Any]], key: tuple[str, ...], amounts: tuple[str, ...]
) -> list[dict[str, Any]]:
    sums: dict[tuple[Any, ...], Counter[str]] = defaultdict(Counter)
    for row in rows:
        sums[tuple(row[name] for name in key)].update({name: row[name] for name in amounts})
    return [
        {**dict(zip(key, values, strict=True)), **{name: found[name] for name in amounts}}
        for values, found in sums.items()
    ]


def _merge_groups_of_a_city() -> None:
    """A city had one number of people, without kind or who pays."""
    connection = op.get_bind()
    for row in connection.execute(sa.select(ACTIVITY.c.id, ACTIVITY.c.participants)).all():
        people: Counter[str] = Counter()
        for group in json.loads(row.participants):
            people[group["city_id"]] += group["count"]
        merged = [{"city_id": city, "count": count} for city, count in people.items()]
        text = json.dumps(merged, separators=(",", ":"), ensure_ascii=False)
        connection.execute(sa.update(ACTIVITY).where(ACTIVITY.c.id == row.id).values(participants=text))
