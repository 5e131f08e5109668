"""The records of the reference programs through ``core.listing``, inside the whole application."""

import logging
import os
from typing import Annotated

from fastapi import Path, Request
from pydantic import Field
from sqlalchemy import Column, Float, Integer, MetaData, String, Table, select
from starlette.responses import Response

from klimabruecke.cli import listen
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.schemas import Out, PageQuery, sort_pattern
from klimabruecke.core.types import Moment, QueryInteger, UtcDateTime
from klimabruecke.main import create_app
from klimabruecke.settings import Settings

RECORD = Table(
    "emission_record",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("ext_key", String, nullable=False),
    Column("city_id", Integer, nullable=False),
    Column("year", Integer, nullable=False),
    Column("sector", String, nullable=False),
    Column("gpc_ref", String, nullable=False),
    Column("scope", Integer, nullable=False),
    Column("gas", String, nullable=False),
    Column("notation_key", String),
    Column("activity_value", Float),
    Column("activity_unit", String),
    Column("factor_id", Integer),
    Column("amount", Float),
    Column("data_quality", String, nullable=False),
    Column("source", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)


class RecordOut(Out):
    """One emission record."""

    id: int
    ext_key: str
    city_id: int
    year: int
    sector: str
    gpc_ref: str
    scope: int
    gas: str
    notation_key: str | None
    activity_value: float | None
    activity_unit: str | None
    factor_id: int | None
    amount: float | None
    data_quality: str
    source: str
    version: int
    created_at: Moment
    updated_at: Moment


class RecordQuery(PageQuery):
    """Filters and order of the records."""

    city: Annotated[QueryInteger | None, Field(ge=1, le=1000)] = None
    year: Annotated[QueryInteger | None, Field(ge=1850, le=2200)] = None
    sort: Annotated[str | None, Field(pattern=sort_pattern("id", "year"))] = None


RECORDS = Listing(
    RecordOut,
    select(*RECORD.columns),
    resources=["emission_record"],
    sorts={"id": RECORD.c.id, "year": RECORD.c.year},
    filters={"city": lambda bind: RECORD.c.city_id == bind, "year": lambda bind: RECORD.c.year == bind},
)
NO_RECORD = Bilingual("keinen Datensatz", "no record")
router = StrictRouter(tags=["platform"], dependencies=[PUBLIC])


@router.get(
    "/records",
    response_model=Page[RecordOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_records(request: Request, query: Annotated[RecordQuery, asked(RecordQuery)]) -> Response:
    """Emission records."""
    return await RECORDS.respond(request, query)


@router.get("/records/{record_id}", response_model=RecordOut)
async def get_record(request: Request, record_id: Annotated[int, Path(ge=1, le=2**53)]) -> Response:
    """One emission record."""
    return await RECORDS.record(request, record_id, NO_RECORD)


if __name__ == "__main__":
    logging.getLogger("klimabruecke.access").disabled = "BENCH_SILENT" in os.environ
    settings = Settings()
    listen(create_app(settings, more_routers=(router,)), settings)
