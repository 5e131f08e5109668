"""The addresses of measures."""

from typing import Annotated

from fastapi import Path, Request
from sqlmodel import Session, col
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import created_response, item_response, made_at
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import locked
from klimabruecke.core.types import Slug
from klimabruecke.measures.deps import HOUSE, Anyone, Principal, Writer, reach_of, require_write
from klimabruecke.measures.measures import actions, queries
from klimabruecke.measures.measures.listed import MeasureQuery
from klimabruecke.measures.measures.schemas import MeasureIn, MeasureOut, MeasurePatch
from klimabruecke.measures.measures.tables import Measure
from klimabruecke.measures.questions.tables import Question
from klimabruecke.measures.transfers.tables import Transfer

router = StrictRouter(tags=["measures"])

MeasureId = Annotated[Slug, Path(description="Id of the measure.")]


@router.get(
    "/measures",
    summary="List the measures",
    response_model=Page[MeasureOut],
    responses=LIST_RESPONSES,
    openapi_extra={**Listing.openapi_extra, "x-conflicts": [401]},
)
async def list_measures(
    _: Anyone, request: Request, query: Annotated[MeasureQuery, asked_for(MeasureQuery)]
) -> Response:
    """What the cities do about their climate, searched in both languages with typing errors forgiven.

    Drafts are listed for those with a role only; whoever asks for them without is asked to sign in.
    """
    reach = reach_of(request)
    return await queries.measures_for(reach).respond(request, queries.visible(reach, query))


@router.post(
    "/measures",
    summary="Record a measure",
    response_model=MeasureOut,
    status_code=201,
    responses=made_at("get_measure", "measure_id"),
)
def create_measure(principal: Writer, request: Request, session: SessionDep, asked: MeasureIn) -> Response:
    """A draft until `visibility` says `published`. Units are functions: no names of people."""
    measure = actions.create_measure(session, principal, asked)
    settle(session)
    found = queries.measure(session.connection(), HOUSE, measure.id)
    return created_response(found, f"{request.url.path}/{found.id}", tag_of(found))


@router.get("/measures/{measure_id}", summary="Get a measure", response_model=MeasureOut)
@small_read
def get_measure(_: Anyone, request: Request, connection: ReadDep, measure_id: MeasureId) -> Response:
    """One measure with its effects, each with basis, year and source."""
    reach = reach_of(request)
    found = queries.measure(connection, reach, measure_id)
    return item_response(request, found, tag_of(found, *(() if reach.recalled else ("public",))), reach.cache)


@router.patch("/measures/{measure_id}", summary="Change a measure", response_model=MeasureOut)
def update_measure(
    principal: Writer,
    request: Request,
    session: SessionDep,
    measure_id: MeasureId,
    patch: MeasurePatch,
    _: IfMatchHeader = None,
) -> Response:
    """What is left out stays as it is. `visibility` publishes it and takes it back."""
    measure = seen_measure(session, principal, request, measure_id)
    actions.update_measure(session, principal, measure, patch)
    settle(session)
    found = queries.measure(session.connection(), HOUSE, measure_id)
    return written_response(found, tag_of(found))


@router.delete(
    "/measures/{measure_id}",
    summary="Delete a measure",
    status_code=204,
    openapi_extra={"x-conflicts": [409]},
)
def delete_measure(
    principal: Writer, request: Request, session: SessionDep, measure_id: MeasureId, _: IfMatchHeader = None
) -> Response:
    """For what was entered by mistake, while nothing names it; otherwise 409 `in-use`.

    What a city gives up gets the status `cancelled` instead.
    """
    measure = seen_measure(session, principal, request, measure_id)
    naming = (Transfer.source_measure_id, Transfer.target_measure_id, Question.measure_id)
    actions.delete_measure(session, measure, *map(col, naming), col(Measure.replaced_by_id))
    return Response(status_code=204)


def seen_measure(session: Session, principal: Principal, request: Request, measure_id: str) -> Measure:
    """The measure, locked, in the state the caller has seen."""
    measure = locked(session, Measure, measure_id)
    require_write(principal, measure.city_id)
    require_seen(request, measure)
    return measure
