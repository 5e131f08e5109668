"""Publishing a year: what it adds up to is frozen, unless that would tell what a few people did."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import Session, col

from klimabruecke.audit.actions import name
from klimabruecke.calc.disclosure import reason_against
from klimabruecke.core.canonical import canonical_json, sha256_of
from klimabruecke.core.changes import context
from klimabruecke.core.clock import rfc3339
from klimabruecke.core.ids import new_id
from klimabruecke.footprint.activities.tables import Activity, ActivityFootprint
from klimabruecke.footprint.disclosures.cuts import parts_of
from klimabruecke.footprint.disclosures.differences import (
    Parts,
    kept_part,
    mass_part,
    one_at_a_time,
    published_parts,
    told_about,
)
from klimabruecke.footprint.disclosures.origins import Origins
from klimabruecke.footprint.publications.refusals import publication_refused
from klimabruecke.footprint.publications.tables import YearPublication
from klimabruecke.footprint.totals.sums import added_up, travellers_in

FORMAT = "klimabruecke/year-publication/2"
_DONE = (
    select(
        col(Activity.id),
        col(Activity.kind),
        col(Activity.starts_on),
        col(Activity.host_city_id),
        col(Activity.participants),
        col(Activity.items),
        col(Activity.demo),
        col(ActivityFootprint.footprint),
    )
    .join(ActivityFootprint, col(ActivityFootprint.id) == col(Activity.footprint_id))
    .where(col(Activity.deleted_at).is_(None), col(Activity.status) == "done")
    .order_by(col(Activity.id))
)


def publish_year(session: Session, year: int) -> YearPublication:
    """Freeze what the done activities of a year add up to. Raises PublicationRefused."""
    one_at_a_time(session)
    connection = session.connection()
    of_year = col(Activity.starts_on).between(date(year, 1, 1), date(year, 12, 31))
    rows = connection.execute(_DONE.where(of_year)).all()
    parts = [mass_part(part) for row in rows for part in parts_of(row, row.footprint, {})]
    before = _published(connection, year)
    _check(connection, year, before[-1:], frozenset(parts))
    publication = _frozen(session, year, rows, len(before) + 1)
    publication.parts = [kept_part(part) for part in parts]
    session.add(publication)
    name(session, publication, "publish")
    session.flush()
    return publication


def _published(connection: Connection, year: int) -> list[Parts]:
    kept = select(col(YearPublication.year), col(YearPublication.parts))
    kept = kept.where(col(YearPublication.year) == year).order_by(col(YearPublication.number))
    return [published_parts(*row) for row in connection.execute(kept)]


def _check(connection: Connection, year: int, latest: Sequence[Parts], parts: Parts) -> None:
    told = told_about(connection, year, year)
    reason = "nothing_changed" if parts in latest else reason_against(told, parts)
    if reason is not None:
        raise publication_refused(reason, year)


def _frozen(session: Session, year: int, rows: Sequence[Any], number: int) -> YearPublication:
    ghg_g, non_co2_g = added_up(row.footprint for row in rows)
    publication = YearPublication(
        id=new_id(),
        year=year,
        number=number,
        published_at=context(session).clock(),
        ghg_g=ghg_g.central_g,
        ghg_low_g=ghg_g.low_g,
        ghg_high_g=ghg_g.high_g,
        activities=len(rows),
        travellers=sum(travellers_in(row.participants) for row in rows),
        demo=any(row.demo for row in rows),
        parts=[],
        snapshot="",
        sha256="",
    )
    document = _document(publication) | _origins(session.connection(), rows)
    beyond = (non_co2_g.low_g, non_co2_g.central_g, non_co2_g.high_g)
    document["non_co2_g"] = dict(zip(("low", "central", "high"), beyond, strict=True))
    publication.snapshot = canonical_json(document)
    publication.sha256 = sha256_of(publication.snapshot)
    return publication


def _origins(connection: Connection, rows: Sequence[Any]) -> dict[str, Any]:
    origins = Origins()
    for row in rows:
        origins.add(row.footprint)
    return origins.document(connection)


def _document(publication: YearPublication) -> dict[str, Any]:
    amounts = ("ghg_g", "ghg_low_g", "ghg_high_g", "activities", "travellers")
    plain = ("id", "year", "number", *amounts, "demo")
    return {
        "format": FORMAT,
        "published_at": rfc3339(publication.published_at),
        **{field: getattr(publication, field) for field in plain},
    }
