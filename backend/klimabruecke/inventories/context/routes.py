"""The address of national figures. All of it is public."""

from typing import Annotated

from fastapi import Request
from sqlalchemy import select
from sqlmodel import col
from starlette.responses import Response

from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.inventories.context.schemas import NationalEmissionOut, NationalEmissionQuery
from klimabruecke.inventories.context.tables import NationalEmission

router = StrictRouter(tags=["inventories"], dependencies=[PUBLIC])

NATIONAL_EMISSIONS = Listing(
    NationalEmissionOut,
    select(*(getattr(NationalEmission, name) for name in NationalEmissionOut.model_fields)).where(
        col(NationalEmission.deleted_at).is_(None)
    ),
    resources=["national_emission"],
    sorts={"country": NationalEmission.country, "year": NationalEmission.year},
    filters={
        "country": lambda country: col(NationalEmission.country) == country,
        "year": lambda year: col(NationalEmission.year) == year,
    },
    default_sort="country,year",
)


@router.get(
    "/national-emissions",
    summary="List what countries emitted",
    response_model=Page[NationalEmissionOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_national_emissions(
    request: Request, query: Annotated[NationalEmissionQuery, asked(NationalEmissionQuery)]
) -> Response:
    """For orientation only: never a city's figure, and never divided down to one."""
    return await NATIONAL_EMISSIONS.respond(request, query)
