"""The addresses of the reference data. All of it is public, but for what is only recalled."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, small_read
from klimabruecke.core.errors import NotFound
from klimabruecke.core.http.answers import etag, is_unchanged, item_response, not_modified
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.schemas import shape_of
from klimabruecke.core.types import Slug
from klimabruecke.identity.deps import VISITOR
from klimabruecke.identity.recalled import sight_of
from klimabruecke.reference import queries
from klimabruecke.reference.schemas import (
    AirportOut,
    AirportQuery,
    Airports,
    EmissionFactorOut,
    EmissionFactorQuery,
    EmissionFactorSetOut,
    EmissionFactorSetQuery,
    GwpSets,
    SourceOut,
    SourceQuery,
)

NO_AIRPORT = Bilingual(
    "Es gibt keinen Flughafen mit diesem IATA-Code. Die Flughafensuche findet ihn zu Stadt oder Name:"
    " /api/v1/airports?q=Bremen.",
    "There is no airport with this IATA code. The airport search finds it by city or name:"
    " /api/v1/airports?q=Bremen.",
)
router = StrictRouter(tags=["reference"], dependencies=[VISITOR])

IataPath = Annotated[
    str, Path(pattern="^[A-Za-z0-9]{3}$", min_length=3, max_length=3, description="Its IATA code.")
]


@router.get(
    "/sources",
    summary="List the sources",
    response_model=Page[SourceOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_sources(request: Request, query: Annotated[SourceQuery, asked(SourceQuery)]) -> Response:
    """Every publication a figure in this system was read in."""
    return await queries.SOURCES.of(request).respond(request, query)


@router.get("/sources/{source_id}", summary="Get a source", response_model=SourceOut)
async def get_source(request: Request, source_id: Annotated[Slug, Path(description="Its id.")]) -> Response:
    """One publication, with its licence and where it was read."""
    return await queries.SOURCES.of(request).record(
        request, source_id, Bilingual("keine Quelle", "no source")
    )


@router.get(
    "/emission-factor-sets",
    summary="List the sets of emission factors",
    response_model=Page[EmissionFactorSetOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_emission_factor_sets(
    request: Request, query: Annotated[EmissionFactorSetQuery, asked(EmissionFactorSetQuery)]
) -> Response:
    """The editions the factors come from, with the days they are meant for."""
    return await queries.EMISSION_FACTOR_SETS.of(request).respond(request, query)


@router.get(
    "/emission-factor-sets/{set_id}",
    summary="Get a set of emission factors",
    response_model=EmissionFactorSetOut,
)
async def get_emission_factor_set(
    request: Request, set_id: Annotated[Slug, Path(description="Its id.")]
) -> Response:
    """One edition of a publisher's factors."""
    return await queries.EMISSION_FACTOR_SETS.of(request).record(
        request, set_id, Bilingual("keinen Faktorsatz", "no factor set")
    )


@router.get(
    "/emission-factors",
    summary="List the emission factors",
    response_model=Page[EmissionFactorOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_emission_factors(
    request: Request, query: Annotated[EmissionFactorQuery, asked(EmissionFactorQuery)]
) -> Response:
    """The factors whose licence lets us pass them on; one that is only cited answers at its own address."""
    return await queries.EMISSION_FACTORS.of(request).respond(request, query)


@router.get(
    "/emission-factors/{factor_id}", summary="Get an emission factor", response_model=EmissionFactorOut
)
async def get_emission_factor(
    request: Request, factor_id: Annotated[Slug, Path(description="Its id.")]
) -> Response:
    """One factor with its source, range and licence, also where it is only cited."""
    return await queries.EMISSION_FACTORS.of(request).record(
        request, factor_id, Bilingual("keinen Emissionsfaktor", "no emission factor")
    )


@router.get("/gwp-sets", summary="List the global warming potentials", response_model=GwpSets)
@small_read
def list_gwp_sets(request: Request, connection: ReadDep) -> Response:
    """What one kilogram of each gas is worth in kilograms of CO2, by report of the IPCC."""
    sight = sight_of(request)
    tag = etag(queries.gwp_counter(connection), request.scope["path"], shape_of(GwpSets), sight.recalled)
    if is_unchanged(request, tag):
        return not_modified(tag, sight.cache)
    found = queries.gwp_set_records(connection, with_recalled=sight.recalled)
    return item_response(request, GwpSets(items=found, next=None), tag, sight.cache)


@router.get("/airports", summary="Search airports", response_model=Airports)
async def list_airports(request: Request, query: Annotated[AirportQuery, asked(AirportQuery)]) -> Response:
    """Airports by code, name or city; accents and capitals do not matter, and German city names are known."""
    found = [AirportOut.model_validate(airport) for airport in queries.airports(query.q, query.limit)]
    answer = Airports(items=found, next=None)
    return item_response(request, answer, etag("airports", answer.model_dump_json()))


@router.get("/airports/{iata}", summary="Get an airport", response_model=AirportOut)
async def get_airport(request: Request, iata: IataPath) -> Response:
    """The airport of an IATA code."""
    airport = queries.airport(iata)
    if airport is None:
        raise NotFound(NO_AIRPORT)
    found = AirportOut.model_validate(airport)
    return item_response(request, found, etag("airport", found.model_dump_json()))
