"""What is only recalled, in all domains, and the proofs that were found."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, case, select, union_all
from sqlmodel import col

from klimabruecke.cities.evidence.queries import FACTS as OF_CITIES
from klimabruecke.core.evidence import Fact, recalled
from klimabruecke.core.http.answers import PRIVATE
from klimabruecke.core.listing import Listing, contains
from klimabruecke.core.records import no_such
from klimabruecke.footprint.rules.queries import FACT as TRAVEL_RULE
from klimabruecke.measures.evidence.queries import FACTS as OF_MEASURES
from klimabruecke.programme.evidence.schemas import EvidenceProposalOut, RecalledFactOut
from klimabruecke.programme.evidence.tables import EvidenceProposal
from klimabruecke.reference.evidence.queries import FACTS as OF_THE_REFERENCE

RESOURCE = "evidence_proposal"
FACTS: dict[str, Fact] = {
    fact.kind: fact for fact in (*OF_THE_REFERENCE, *OF_CITIES, TRAVEL_RULE, *OF_MEASURES)
}
"""By kind; a domain with facts of its own is one more name here."""

_WAITING = (
    select(col(EvidenceProposal.id), col(EvidenceProposal.fact_id))
    .where(col(EvidenceProposal.confirmed_at).is_(None), col(EvidenceProposal.deleted_at).is_(None))
    .subquery()
)
_RECALLED = union_all(*map(recalled, FACTS.values())).subquery()
_LIST = select(
    *(
        _WAITING.c.id.label("proposal_id") if name == "proposal_id" else _RECALLED.c[name]
        for name in RecalledFactOut.model_fields
    )
).join_from(_RECALLED, _WAITING, _WAITING.c.fact_id == _RECALLED.c.id, isouter=True)

RECALLED_FACTS = Listing(
    RecalledFactOut,
    _LIST,
    resources=sorted({str(fact.table.__tablename__) for fact in FACTS.values()} | {RESOURCE}),
    sorts={"kind": _RECALLED.c.kind},
    filters={
        "kind": lambda kind: _RECALLED.c.kind == kind,
        "city": lambda city: _RECALLED.c.city_id == city,
        "proposed": lambda proposed: case((_WAITING.c.id.is_(None), 0), else_=1) == proposed,
        "q": lambda text: contains(text, _RECALLED.c.title_de, _RECALLED.c.title_en),
    },
    cache=PRIVATE,
)

_PROPOSALS = select(*(getattr(EvidenceProposal, name) for name in EvidenceProposalOut.model_fields)).where(
    col(EvidenceProposal.deleted_at).is_(None)
)
PROPOSALS = Listing(
    EvidenceProposalOut,
    _PROPOSALS,
    resources=[RESOURCE],
    sorts={"confirmed_at": EvidenceProposal.confirmed_at},
    filters={
        "fact": lambda fact: col(EvidenceProposal.fact_id) == fact,
        "city": lambda city: col(EvidenceProposal.city_id) == city,
        "confirmed": lambda confirmed: (
            case((col(EvidenceProposal.confirmed_at).is_(None), 0), else_=1) == confirmed
        ),
    },
    default_sort="-id",
    cache=PRIVATE,
)


def recalled_fact(connection: Connection, fact_id: str) -> Any:
    """What a fact states now; None where there is none, or it is proven."""
    return connection.execute(_LIST.where(_RECALLED.c.id == fact_id)).one_or_none()


def proposal(connection: Connection, proposal_id: str) -> EvidenceProposalOut:
    """Raises NotFound."""
    row = connection.execute(_PROPOSALS.where(col(EvidenceProposal.id) == proposal_id)).one_or_none()
    if row is None:
        raise no_such(RESOURCE)
    return EvidenceProposalOut.model_validate(dict(row._mapping))


def proposals_named(connection: Connection, ids: Collection[str]) -> Sequence[Any]:
    """Those of these proofs that wait: id and the titles of their facts."""
    if not ids:
        return []
    columns = (col(EvidenceProposal.id), col(EvidenceProposal.title_de), col(EvidenceProposal.title_en))
    waiting = select(*columns).where(
        col(EvidenceProposal.id).in_(ids),
        col(EvidenceProposal.confirmed_at).is_(None),
        col(EvidenceProposal.deleted_at).is_(None),
    )
    return connection.execute(waiting.order_by(col(EvidenceProposal.id))).all()
