"""What can be asked of drafts of factor sets."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select
from sqlmodel import col

from klimabruecke.calc.factors import Factor, NonCo2, Scope
from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing
from klimabruecke.reference.drafts.refusals import NO_DRAFT
from klimabruecke.reference.drafts.rows import parsed
from klimabruecke.reference.drafts.schemas import EmissionFactorSetDraftOut, FactorRow
from klimabruecke.reference.drafts.tables import EmissionFactorSetDraft

RESOURCE = "emission_factor_set_draft"

_DRAFTS = select(
    *(getattr(EmissionFactorSetDraft, name) for name in EmissionFactorSetDraftOut.model_fields)
).where(col(EmissionFactorSetDraft.deleted_at).is_(None))

DRAFTS = Listing(
    EmissionFactorSetDraftOut,
    _DRAFTS,
    resources=[RESOURCE],
    sorts={"title": EmissionFactorSetDraft.title},
    filters={},
    cache=PRIVATE,
)


class DraftFactors(NamedTuple):
    """A draft with its factors: as the file has them, and as the calculator would use them."""

    draft: Row[Any]
    rows: list[FactorRow]
    factors: list[Factor]


def draft(connection: Connection, draft_id: str) -> EmissionFactorSetDraftOut:
    """Raises NotFound."""
    row = connection.execute(_DRAFTS.where(col(EmissionFactorSetDraft.id) == draft_id)).one_or_none()
    if row is None:
        raise NotFound.among(*NO_DRAFT)
    return EmissionFactorSetDraftOut.model_validate(dict(row._mapping))


def draft_factors(connection: Connection, draft_id: str) -> DraftFactors:
    """Raises NotFound."""
    living = select(EmissionFactorSetDraft).where(
        col(EmissionFactorSetDraft.id) == draft_id, col(EmissionFactorSetDraft.deleted_at).is_(None)
    )
    found = connection.execute(living).one_or_none()
    if found is None:
        raise NotFound.among(*NO_DRAFT)
    rows = [row.factor for row in parsed(found.csv)]
    return DraftFactors(found, rows, [_factor(found, row) for row in rows])


def drafts_named(connection: Connection, draft_ids: Collection[str]) -> Sequence[Any]:
    """Id and title of those of these drafts that still wait, sorted by id."""
    named = select(col(EmissionFactorSetDraft.id), col(EmissionFactorSetDraft.title)).where(
        col(EmissionFactorSetDraft.id).in_(draft_ids), col(EmissionFactorSetDraft.deleted_at).is_(None)
    )
    return connection.execute(named.order_by(col(EmissionFactorSetDraft.id))).all()


def _factor(found: Row[Any], row: FactorRow) -> Factor:
    return Factor(
        id=row.id,
        value=row.value,
        unit=row.unit,
        source_id=found.source_id or found.id,
        verification=row.verification,
        scope=Scope(row.scope),
        non_co2=NonCo2(row.non_co2),
        gwp_set=found.gwp_set or "",
        region_code=row.region_code,
        valid_from=found.valid_from_on,
        valid_to=found.valid_to_on,
        uncertainty_pct=row.uncertainty_pct,
        series=row.publisher_factor_id,
        replaces=row.replaces,
    )
