"""The addresses of recalled facts and of the proofs that were found for them."""

from typing import Annotated, Any

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import NO_STORE, PRIVATE, created_response, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.types import RecordId
from klimabruecke.identity.deps import Reader, WritingPerson
from klimabruecke.programme.evidence import actions, queries
from klimabruecke.programme.evidence.schemas import (
    EvidenceProposalIn,
    EvidenceProposalOut,
    EvidenceProposalQuery,
    FactId,
    RecalledFactOut,
    RecalledFactQuery,
)

router = StrictRouter(tags=["evidence"])

FactPath = Annotated[FactId, Path(description="Id of the fact.")]
ProposalId = Annotated[RecordId, Path(description="Id of the proof.")]
CONFLICTS: dict[str, Any] = {"x-conflicts": [409]}


@router.get(
    "/recalled-facts",
    summary="List the facts without a proof",
    response_model=Page[RecalledFactOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_recalled_facts(
    _: Reader, request: Request, query: Annotated[RecalledFactQuery, asked_for(RecalledFactQuery)]
) -> Response:
    """What is stated from memory and waits to be read at its source; the public sees a gap there."""
    return await queries.RECALLED_FACTS.respond(request, query)


@router.get("/recalled-facts/{fact_id}", summary="Get a fact without a proof", response_model=RecalledFactOut)
async def get_recalled_fact(_: Reader, request: Request, fact_id: FactPath) -> Response:
    """What it states, and whether a proof waits for it; 404 as soon as it is proven."""
    what = Bilingual("keine unbelegte Angabe", "no unproven fact")
    return await queries.RECALLED_FACTS.record(request, fact_id, what)


@router.get(
    "/evidence-proposals",
    summary="List the proofs",
    response_model=Page[EvidenceProposalOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_evidence_proposals(
    _: Reader, request: Request, query: Annotated[EvidenceProposalQuery, asked_for(EvidenceProposalQuery)]
) -> Response:
    """Where facts were read: proofs that wait for a second person, and those that were confirmed."""
    return await queries.PROPOSALS.respond(request, query)


@router.post(
    "/evidence-proposals",
    summary="Propose a proof",
    status_code=201,
    response_model=EvidenceProposalOut,
    responses=made_at("get_evidence_proposal", "proposal_id"),
    openapi_extra=CONFLICTS,
)
def create_evidence_proposal(
    caller: WritingPerson, request: Request, session: SessionDep, asked: EvidenceProposalIn
) -> Response:
    """Say where you read a fact. It counts as proven when another person has confirmed it.

    Facts about a city are proven by who writes there. A proof that already waits: 409
    `evidence-already-proposed`.
    """
    made = actions.propose(session, caller, asked)
    settle(session)
    found = queries.proposal(session.connection(), made.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get("/evidence-proposals/{proposal_id}", summary="Get a proof", response_model=EvidenceProposalOut)
@small_read
def get_evidence_proposal(
    _: Reader, request: Request, connection: ReadDep, proposal_id: ProposalId
) -> Response:
    """Which fact it is about, where that was read, and who has looked."""
    found = queries.proposal(connection, proposal_id)
    return item_response(request, found, tag_of(found), PRIVATE)


@router.delete(
    "/evidence-proposals/{proposal_id}",
    summary="Take back a proof",
    status_code=204,
    response_class=Response,
    openapi_extra=CONFLICTS,
)
def delete_evidence_proposal(
    caller: WritingPerson,
    request: Request,
    session: SessionDep,
    proposal_id: ProposalId,
    _: IfMatchHeader = None,
) -> Response:
    """While nobody has confirmed it: because it is wrong, or a better one was found."""
    proposal = actions.locked_proposal(session, caller, proposal_id, own=True)
    require_seen(request, proposal)
    actions.withdraw(session, proposal)
    return Response(status_code=204, headers={"Cache-Control": NO_STORE})


@router.post(
    "/evidence-proposals/{proposal_id}/confirmations",
    summary="Confirm a proof",
    response_model=EvidenceProposalOut,
    openapi_extra={"x-conflicts": [409, 412, 428]},
)
def create_evidence_confirmation(
    caller: WritingPerson,
    request: Request,
    session: SessionDep,
    proposal_id: ProposalId,
    _: IfMatchHeader = None,
) -> Response:
    """You have looked at the source and found it there: from now on the fact counts as proven.

    By another person than who proposed it, of whatever city. A fact that states something else by now: 409
    `evidence-no-longer-fits`.
    """
    proposal = actions.locked_proposal(session, caller, proposal_id, own=False)
    require_seen(request, proposal)
    actions.confirm(session, caller, proposal)
    settle(session)
    found = queries.proposal(session.connection(), proposal_id)
    return written_response(found, tag_of(found))
