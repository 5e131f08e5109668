"""Proposing where a recalled fact was read, confirming it with four eyes, and taking a proposal back."""

from typing import Any

from sqlmodel import Session

from klimabruecke.audit.actions import name
from klimabruecke.core.changes import context
from klimabruecke.core.evidence import Fact, prove
from klimabruecke.core.ids import new_id
from klimabruecke.core.records import bury, locked
from klimabruecke.identity.approvals import actions as approvals
from klimabruecke.identity.callers import Caller
from klimabruecke.programme.evidence.queries import FACTS, RESOURCE, recalled_fact
from klimabruecke.programme.evidence.refusals import (
    AlreadyConfirmed,
    AlreadyProposed,
    NoLongerFits,
    refused,
)
from klimabruecke.programme.evidence.schemas import EvidenceProposalIn
from klimabruecke.programme.evidence.tables import EvidenceProposal
from klimabruecke.reference import queries as reference
from klimabruecke.reference.actions import add_source, new_source_id

AREA = "climate"
STATED = ("title_de", "title_en", "value_de", "value_en", "unit", "link", "city_id")
"""What is kept of a fact with its proof."""


def propose(session: Session, caller: Caller, asked: EvidenceProposalIn) -> EvidenceProposal:
    """Facts of a city are proven by who writes there, others by whoever writes anywhere.

    Raises Invalid, Forbidden, and AlreadyProposed where a proof already waits.
    """
    stated = _locked_fact(session, asked.fact_id)
    if stated is None:
        raise refused("/fact_id", "unknown_fact")
    if stated.city_id is not None:
        caller.require_city(stated.city_id, AREA)
    if stated.proposal_id is not None:
        raise AlreadyProposed
    _check_source(session, FACTS[stated.kind], asked)
    found = EvidenceProposal(
        **{column: getattr(stated, column) for column in STATED},
        **asked.model_dump(exclude={"new_source"}),
        id=new_id(),
        new_source=None if asked.new_source is None else asked.new_source.model_dump(mode="json"),
        proposed_by=caller.id,
    )
    session.add(found)
    session.flush()
    approvals.propose(session, RESOURCE, found.id, found.city_id, caller)
    return found


def _locked_fact(session: Session, fact_id: str) -> Any:
    """What the fact states, with its record locked: two proofs of one fact take turns. None as in queries."""
    stated = recalled_fact(session.connection(), fact_id)
    if stated is None:
        return None
    locked(session, FACTS[stated.kind].table, stated.record_id)
    return recalled_fact(session.connection(), fact_id)


def _check_source(session: Session, fact: Fact, asked: EvidenceProposalIn) -> None:
    if fact.kind == "source":
        if asked.source_id is not None or asked.new_source is not None:
            raise refused("/source_id", "source_proves_itself")
        return
    if asked.source_id is None and asked.new_source is None:
        raise refused("/source_id", "source_missing")
    if asked.source_id is not None and asked.new_source is not None:
        raise refused("/new_source", "two_sources")
    if asked.source_id is not None:
        proof = reference.source_verification(session.connection(), asked.source_id)
        if proof is None:
            raise refused("/source_id", "unknown_source")
        if proof == "recalled":
            raise refused("/source_id", "source_unproven")


def confirm(session: Session, caller: Caller, proposal: EvidenceProposal) -> None:
    """From now on the fact counts as proven, and a source that was not listed is.

    Raises AlreadyConfirmed, SecondPersonRequired for who proposed it, and NoLongerFits where the fact states
    something else by now.
    """
    if proposal.confirmed_at is not None:
        raise AlreadyConfirmed
    approvals.approve(session, RESOURCE, proposal.id, caller)
    stated = _locked_fact(session, proposal.fact_id)
    if stated is None or any(getattr(stated, column) != getattr(proposal, column) for column in STATED):
        raise NoLongerFits
    proposal.source_id, proposal.new_source = _listed_source(session, proposal), None
    prove(session, FACTS[stated.kind], stated.record_id, proposal.source_id, proposal.place)
    proposal.confirmed_by, proposal.confirmed_at = caller.id, context(session).clock()
    name(session, proposal, "confirm")
    session.flush()


def _listed_source(session: Session, proposal: EvidenceProposal) -> str | None:
    """The source the fact was read in, which is listed from now on at the latest."""
    if proposal.new_source is None:
        return proposal.source_id
    source_id = new_source_id(session, proposal.new_source)
    add_source(session, source_id, proposal.new_source, "verified")
    return source_id


def withdraw(session: Session, proposal: EvidenceProposal) -> None:
    """Nobody is to confirm it any more; the trail keeps it. Raises AlreadyConfirmed."""
    if proposal.confirmed_at is not None:
        raise AlreadyConfirmed
    waiting = approvals.open_approval(session, RESOURCE, proposal.id)
    if waiting is not None:
        approvals.withdraw(session, waiting)
    bury(session, proposal)
    session.flush()


def locked_proposal(session: Session, caller: Caller, proposal_id: str, *, own: bool) -> EvidenceProposal:
    """The proof, locked. ``own``: of a city the caller writes for. Raises NotFound, Forbidden."""
    found = locked(session, EvidenceProposal, proposal_id)
    if own and found.city_id is not None:
        caller.require_city(found.city_id, AREA)
    return found
