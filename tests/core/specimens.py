"""A throwaway resource with a column of every kind, served by the real application for the listing tests."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import httpx
from fastapi import FastAPI, Request
from pydantic import Field
from sqlalchemy import BigInteger, Boolean, Column, Date, Float, MetaData, String, Table, insert, select
from starlette.responses import Response

from klimabruecke.core.changes import bump
from klimabruecke.core.http.guard import PUBLIC
from klimabruecke.core.http.query import asked
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import Bilingual
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page, contains
from klimabruecke.core.schemas import Out, PageQuery, SearchText, sort_pattern
from klimabruecke.core.types import Day, DecimalText, Moment, Number, QueryInteger, UtcDateTime
from klimabruecke.main import create_app
from klimabruecke.settings import Settings
from tests.conftest import serving
from tests.installations import a_migrated

Row = dict[str, Any]
SPECIMEN = Table(
    "specimen",
    MetaData(),
    Column("id", String(80), primary_key=True),
    Column("name", String(200)),
    Column("on", Date),
    Column("at", UtcDateTime),
    Column("flag", Boolean),
    Column("amount", DecimalText),
    Column("count", BigInteger),
    Column("share", Float),
)


class SpecimenOut(Out):
    """What a specimen looks like."""

    id: str
    name: str | None
    on: Day | None
    at: Moment | None
    flag: bool | None
    amount: Number | None
    count: int | None
    share: float | None


class SpecimenQuery(PageQuery):
    count_min: Annotated[QueryInteger | None, Field(ge=0, le=10)] = None
    name: Annotated[list[str], Field(default_factory=list, max_length=5)]
    q: SearchText | None = None
    sort: Annotated[
        str | None, Field(pattern=sort_pattern("id", "name", "on", "at", "flag", "count", "share"))
    ] = None


LISTING = Listing(
    SpecimenOut,
    select(*SPECIMEN.columns),
    resources=["specimen"],
    sorts={name: SPECIMEN.c[name] for name in ("id", "name", "on", "at", "flag", "count", "share")},
    filters={
        "count_min": lambda bind: SPECIMEN.c["count"] >= bind,
        "name": SPECIMEN.c["name"].in_,
        "q": lambda bind: contains(bind, SPECIMEN.c["name"]),
    },
)
router = StrictRouter(tags=["platform"], dependencies=[PUBLIC])


@router.get(
    "/specimens",
    response_model=Page[SpecimenOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_specimens(request: Request, query: Annotated[SpecimenQuery, asked(SpecimenQuery)]) -> Response:
    return await LISTING.respond(request, query)


@router.get("/specimens/{specimen_id}", response_model=SpecimenOut)
async def get_specimen(request: Request, specimen_id: str) -> Response:
    return await LISTING.record(request, specimen_id, Bilingual("kein Exemplar", "no specimen"))


def row(name: str | None = None, **more: Any) -> Row:
    """A specimen; what is not named is null."""
    return {**dict.fromkeys(SPECIMEN.columns.keys()), "name": name, **more}


def numbered(rows: Sequence[Row]) -> list[Row]:
    return [{**one, "id": f"s{place:05}"} for place, one in enumerate(rows)]


EVERY_SHAPE = numbered(
    [
        row(),
        row("Bremen", flag=True, count=0, share=0.0, amount=Decimal(0)),
        row("", flag=False, count=-1, share=-0.5, amount=Decimal("-0.1")),
        row("Windhoek, Ōtjomuise; „Grüße“ ß ﷽ 🌍👩🏽‍🌾 e\u0301"),
        row('quote " backslash \\ slash / <script>&amp; \u2028\u2029'),
        row("control \x01\x08\t\n\r\x1f\x7f\x80"),
        row("NA"),
        row(on=date(1900, 1, 1), at=datetime(2026, 11, 24, 8, 0, tzinfo=UTC)),
        row(on=date(2200, 12, 31), at=datetime(2026, 2, 28, 23, 59, 59, 999_999, tzinfo=UTC)),
        row(at=datetime(1970, 1, 1, tzinfo=UTC), amount=Decimal("1E-30"), share=1e-30),
        row(amount=Decimal("0.1"), share=0.1 + 0.2, count=2**53),
        row(amount=Decimal("123456789012345678901234567890.12"), share=1.5e300, count=2**63 - 1),
        row(amount=Decimal("1E-7"), share=1e16, count=-(2**63)),
        row(amount=Decimal("100.00"), share=5e-324, count=1),
    ]
)


def installation(folder: Path) -> Settings:
    """A migrated installation on the database under test."""
    return a_migrated(folder)


@contextmanager
def served(settings: Settings, rows: Sequence[Row]) -> Iterator[tuple[httpx.Client, FastAPI]]:
    """The application over a database that holds these specimens and nothing else."""
    app = create_app(settings, more_routers=(router,))
    SPECIMEN.metadata.create_all(app.state.database.writer)
    fill(app, rows)
    with serving(app) as url, httpx.Client(base_url=f"{url}/api/v1", timeout=30) as client:
        yield client, app


def fill(app: FastAPI, rows: Sequence[Row]) -> None:
    """Store more specimens, the way a bulk import does."""
    with app.state.database.transaction() as session:
        if rows:
            session.connection().execute(insert(SPECIMEN), list(rows))
        bump(session, ["specimen"])


def pages(client: httpx.Client, query: str) -> Iterator[list[Row]]:
    """The pages of a list, by following ``next`` to the end."""
    following: str | None = f"/specimens?{query}"
    while following:
        answer = client.get(following.removeprefix("/api/v1"))
        assert answer.status_code == 200, answer.text
        page = answer.json()
        yield page["items"]
        following = page["next"]
