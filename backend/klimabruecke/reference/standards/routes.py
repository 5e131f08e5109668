"""The addresses of the vocabularies. All of it is public."""

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.types import Slug
from klimabruecke.reference.standards import queries
from klimabruecke.reference.standards.schemas import (
    BalanceSectorOut,
    BalanceSectorQuery,
    EnergyCarrierOut,
    EnergyCarrierQuery,
    GpcReferenceOut,
    GpcReferenceQuery,
    StandardCrosswalkOut,
    StandardCrosswalkQuery,
)

router = StrictRouter(tags=["reference"], dependencies=[PUBLIC])


@router.get(
    "/gpc-references",
    summary="List the GPC references",
    response_model=Page[GpcReferenceOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_gpc_references(
    request: Request, query: Annotated[GpcReferenceQuery, asked(GpcReferenceQuery)]
) -> Response:
    """The references of GPC 1.1, and whether they count in BASIC, BASIC+ and the territorial total."""
    return await queries.GPC_REFERENCES.respond(request, query)


@router.get("/gpc-references/{reference_id}", summary="Get a GPC reference", response_model=GpcReferenceOut)
async def get_gpc_reference(
    request: Request, reference_id: Annotated[Slug, Path(description="The reference, such as I.1.2.")]
) -> Response:
    """One reference."""
    return await queries.GPC_REFERENCES.record(
        request, reference_id, Bilingual("keine GPC-Referenz", "no GPC reference")
    )


@router.get(
    "/balance-sectors",
    summary="List the sectors of other standards",
    response_model=Page[BalanceSectorOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_balance_sectors(
    request: Request, query: Annotated[BalanceSectorQuery, asked(BalanceSectorQuery)]
) -> Response:
    """What BISKO, Quellenbilanz, Verursacherbilanz and others divide by."""
    return await queries.BALANCE_SECTORS.respond(request, query)


@router.get(
    "/energy-carriers",
    summary="List the energy carriers",
    response_model=Page[EnergyCarrierOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_energy_carriers(
    request: Request, query: Annotated[EnergyCarrierQuery, asked(EnergyCarrierQuery)]
) -> Response:
    """The energy carriers of BISKO balances."""
    return await queries.ENERGY_CARRIERS.respond(request, query)


@router.get(
    "/standard-crosswalk",
    summary="List how the standards relate",
    response_model=Page[StandardCrosswalkOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_standard_crosswalk(
    request: Request, query: Annotated[StandardCrosswalkQuery, asked(StandardCrosswalkQuery)]
) -> Response:
    """Which sector of one standard comes nearest to which of another, and why they are not the same."""
    return await queries.STANDARD_CROSSWALK.respond(request, query)
