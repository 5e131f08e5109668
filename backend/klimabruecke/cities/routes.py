"""The addresses of the cities: read by everybody but for what is only recalled, added by coordinators."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.cities import actions, queries
from klimabruecke.cities.schemas import CityDetailOut, CityIn, CityOut, CityQuery
from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import (
    created_response,
    etag,
    is_same_copy,
    item_response,
    made_at,
    not_modified,
)
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.schemas import shape_of
from klimabruecke.core.types import Slug
from klimabruecke.identity.deps import VISITOR, Coordinator
from klimabruecke.identity.recalled import sight_of

router = StrictRouter(tags=["cities"])


@router.post(
    "/cities",
    summary="Add a city",
    response_model=CityDetailOut,
    status_code=201,
    responses=made_at("get_city", "city_id"),
    openapi_extra={"x-conflicts": [409]},
)
def create_city(_: Coordinator, request: Request, session: SessionDep, asked: CityIn) -> Response:
    """By coordinators. Its inventories and measures are then written by its editors."""
    city = actions.create_city(session, asked)
    settle(session)
    found = queries.city_detail(session.connection(), city.id, with_recalled=True)
    return created_response(found, f"{request.url.path}/{city.id}", etag(city.id, city.version))


@router.get(
    "/cities",
    dependencies=[VISITOR],
    summary="List the cities",
    response_model=Page[CityOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_cities(request: Request, query: Annotated[CityQuery, asked(CityQuery)]) -> Response:
    """The cities of the partnership and the state of Bremen, each figure with its source."""
    return await queries.CITIES.of(request).respond(request, query)


@router.get("/cities/{city_id}", summary="Get a city", response_model=CityDetailOut, dependencies=[VISITOR])
@small_read
def get_city(
    request: Request, connection: ReadDep, city_id: Annotated[Slug, Path(description="Its id.")]
) -> Response:
    """One city with its population series, climate targets, partnerships and what is not known about it."""
    sight = sight_of(request)
    more = request.app.state.more_gaps
    count = queries.counter(connection, more)
    tag = etag(count, request.scope["path"], shape_of(CityDetailOut), sight.recalled)
    if is_same_copy(request, tag):
        return not_modified(tag, sight.cache)
    found = queries.city_detail(connection, city_id, more, with_recalled=sight.recalled)
    return item_response(request, found, tag, sight.cache)
