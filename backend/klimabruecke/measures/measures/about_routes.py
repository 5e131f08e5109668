"""What is asked about measures besides themselves: counts, likeness, history, whether still right."""

from typing import Annotated

import orjson
from fastapi import Request
from starlette.responses import Response

from klimabruecke.audit.queries import history_of
from klimabruecke.core.changes import counted
from klimabruecke.core.clock import rfc3339
from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import (
    PRIVATE,
    created_response,
    etag,
    is_unchanged,
    item_response,
    made_at,
    not_modified,
)
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.schemas import shape_of
from klimabruecke.measures.deps import HOUSE, Anyone, Reader, Writer, reach_of
from klimabruecke.measures.measures import actions, finder, queries
from klimabruecke.measures.measures.listed import (
    MeasureFacets,
    MeasureFilters,
    MeasureHistory,
    SimilarMeasures,
)
from klimabruecke.measures.measures.routes import MeasureId, seen_measure
from klimabruecke.measures.measures.schemas import MeasureOut

router = StrictRouter(tags=["measures"])


@router.get(
    "/measure-facets",
    summary="Count the measures by their words",
    response_model=MeasureFacets,
    openapi_extra={"x-conflicts": [401]},
)
@small_read
def get_measure_facets(
    _: Anyone,
    request: Request,
    connection: ReadDep,
    query: Annotated[MeasureFilters, asked_for(MeasureFilters)],
) -> Response:
    """How many measures each filter would leave, with all other filters as they are."""
    reach = reach_of(request)
    asked = queries.visible(reach, query)
    moved = counted(connection, ["measure"])
    tag = etag(
        "measure-facets",
        moved,
        request.scope["query_string"],
        asked.visibility,
        reach,
        shape_of(MeasureFacets),
    )
    if is_unchanged(request, tag):
        return not_modified(tag, reach.cache)
    return item_response(request, queries.facets(connection, reach, asked), tag, reach.cache)


@router.get(
    "/measures/{measure_id}/similar",
    summary="Find similar measures of other cities",
    response_model=SimilarMeasures,
)
@small_read
def list_similar_measures(
    _: Anyone, request: Request, connection: ReadDep, measure_id: MeasureId
) -> Response:
    """Published measures elsewhere that share field, effect, co-benefits or needs, and why each is alike."""
    reach = reach_of(request)
    ours = queries.measure(connection, reach, measure_id)
    others = queries.published_elsewhere(connection, reach, ours.city_id)
    language = preferred_language(request)
    items = finder.similar(ours, others, language)
    body = {"items": items, "next": None}
    response = item_response(request, body, etag(orjson.dumps(body), language), reach.cache)
    response.headers["Content-Language"] = language
    return response


@router.get(
    "/measures/{measure_id}/history", summary="Read what was done to a measure", response_model=MeasureHistory
)
@small_read
def list_measure_history(_: Reader, request: Request, connection: ReadDep, measure_id: MeasureId) -> Response:
    """Each write from the trail, newest first, without who it was."""
    found = queries.measure(connection, HOUSE, measure_id)
    entries = history_of(connection, "measure", found.id)
    items = [{**entry, "at": rfc3339(entry["at"])} for entry in entries]
    return item_response(request, {"items": items, "next": None}, tag_of(found, len(items)), PRIVATE)


@router.post(
    "/measures/{measure_id}/confirmations",
    summary="Confirm that a measure is still right",
    response_model=MeasureOut,
    status_code=201,
    responses=made_at("get_measure", "measure_id"),
    openapi_extra={"x-conflicts": [412, 428]},
)
def create_measure_confirmation(
    principal: Writer,
    request: Request,
    session: SessionDep,
    measure_id: MeasureId,
    _: IfMatchHeader = None,
) -> Response:
    """Nothing to change in the state `If-Match` names. After twelve months it is asked again."""
    measure = seen_measure(session, principal, request, measure_id)
    actions.confirm(session, principal, measure)
    settle(session)
    found = queries.measure(session.connection(), HOUSE, measure_id)
    return created_response(found, request.url.path.removesuffix("/confirmations"), tag_of(found))


@router.post(
    "/measures/{measure_id}/restorations",
    summary="Bring back a deleted measure",
    response_model=MeasureOut,
    status_code=201,
    responses=made_at("get_measure", "measure_id"),
    openapi_extra={"x-conflicts": [409, 410]},
)
def create_measure_restoration(
    principal: Writer, request: Request, session: SessionDep, measure_id: MeasureId
) -> Response:
    """For 90 days after it was deleted."""
    actions.restore_measure(session, principal, measure_id)
    settle(session)
    found = queries.measure(session.connection(), HOUSE, measure_id)
    return created_response(found, request.url.path.removesuffix("/restorations"), tag_of(found))
