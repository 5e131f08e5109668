"""The addresses of travel rules and of their check."""

from typing import Annotated

import orjson
from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import (
    JSON,
    NO_STORE,
    PRIVATE,
    VARY,
    created_response,
    item_response,
    made_at,
)
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import bury, locked
from klimabruecke.core.types import Slug
from klimabruecke.footprint.calculator import CalculatorDep
from klimabruecke.footprint.deps import Principal, Reader, Writer, require_write
from klimabruecke.footprint.rules import actions, preview, queries
from klimabruecke.footprint.rules.answers import TravelRuleCheckOut, TravelRuleOut
from klimabruecke.footprint.rules.schemas import (
    TravelRuleCheckIn,
    TravelRuleIn,
    TravelRulePatch,
    TravelRuleQuery,
)
from klimabruecke.footprint.rules.tables import TravelRule

router = StrictRouter(tags=["travel-rules"])

RuleId = Annotated[Slug, Path(description="Id of the rule.")]


@router.get(
    "/travel-rules",
    summary="List the travel rules",
    response_model=Page[TravelRuleOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_travel_rules(
    _: Reader, request: Request, query: Annotated[TravelRuleQuery, asked_for(TravelRuleQuery)]
) -> Response:
    """What each city asks of its official travel, from when to when, with source; gaps are said openly."""
    return await queries.RULES.respond(request, query)


@router.post(
    "/travel-rules",
    summary="Create a travel rule",
    response_model=TravelRuleOut,
    status_code=201,
    responses=made_at("get_travel_rule", "rule_id"),
)
def create_travel_rule(
    principal: Writer, request: Request, session: SessionDep, asked: TravelRuleIn
) -> Response:
    """A rule of a city with its source. One of a kind holds at a time; end the older one first."""
    rule = actions.create_rule(session, principal, asked)
    settle(session)
    found = queries.rule(session.connection(), rule.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get("/travel-rules/{rule_id}", summary="Get a travel rule", response_model=TravelRuleOut)
@small_read
def get_travel_rule(_: Reader, request: Request, connection: ReadDep, rule_id: RuleId) -> Response:
    """One rule with its days, its numbers and its source."""
    found = queries.rule(connection, rule_id)
    return item_response(request, found, tag_of(found), PRIVATE)


@router.patch("/travel-rules/{rule_id}", summary="Change a travel rule", response_model=TravelRuleOut)
def update_travel_rule(
    principal: Writer,
    request: Request,
    session: SessionDep,
    rule_id: RuleId,
    patch: TravelRulePatch,
    _: IfMatchHeader = None,
) -> Response:
    """`active: false` switches it off. An amount per tonne is set together with where it was read."""
    actions.update_rule(session, _seen_rule(session, principal, request, rule_id), patch)
    settle(session)
    found = queries.rule(session.connection(), rule_id)
    return written_response(found, tag_of(found))


@router.delete("/travel-rules/{rule_id}", summary="Delete a travel rule", status_code=204)
def delete_travel_rule(
    principal: Writer, request: Request, session: SessionDep, rule_id: RuleId, _: IfMatchHeader = None
) -> Response:
    """For what was entered by mistake. A rule that no longer holds gets a last day instead."""
    bury(session, _seen_rule(session, principal, request, rule_id))
    return Response(status_code=204)


@router.post("/travel-rule-checks", summary="Check a planned journey", response_model=TravelRuleCheckOut)
@small_read
def create_travel_rule_check(
    _: Reader, request: Request, calculator: CalculatorDep, connection: ReadDep, asked: TravelRuleCheckIn
) -> Response:
    """What the rules of a city say of a journey that is only planned, and the levy. Nothing is stored."""
    language = preferred_language(request)
    shown = preview.checked(connection, calculator, asked, language)
    headers = {"Content-Language": language, "Cache-Control": NO_STORE, "Vary": VARY}
    return Response(orjson.dumps(shown), media_type=JSON, headers=headers)


def _seen_rule(session: Session, principal: Principal, request: Request, rule_id: str) -> TravelRule:
    """The rule, locked, in the state the caller has seen."""
    rule = locked(session, TravelRule, rule_id)
    require_write(principal, [rule.city_id])
    require_seen(request, rule)
    return rule
