"""The addresses on the way to a first inventory: the data it needs, letters, entries, keys, coverage."""

import hashlib
from typing import Annotated, Any

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke import __version__
from klimabruecke.cities.queries import city_names
from klimabruecke.core.changes import counted
from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.docx import DOCX
from klimabruecke.core.http.answers import (
    PRIVATE,
    PUBLIC,
    created_response,
    etag,
    is_same_copy,
    is_unchanged,
    item_response,
    made_at,
    not_modified,
    validators,
)
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import tag_of
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.listing.formats import JSON, asked_media_type
from klimabruecke.core.schemas import shape_of
from klimabruecke.core.types import RecordId, Slug
from klimabruecke.core.validation import refused
from klimabruecke.inventories.deps import VISITOR, Public, Writer, belongs_here
from klimabruecke.inventories.emissions import queries as emissions
from klimabruecke.inventories.emissions.schemas import EmissionOut
from klimabruecke.inventories.first import actions, queries
from klimabruecke.inventories.first.letter_file import GAP, docx_of, template
from klimabruecke.inventories.first.letters import letter
from klimabruecke.inventories.first.schemas import (
    FirstEntryIn,
    FirstInventoryData,
    InventoryCoverageOut,
    LetterOut,
    LetterQuery,
    NotationKeysIn,
)
from klimabruecke.inventories.inventories import queries as inventories
from klimabruecke.inventories.inventories.schemas import InventoryDetailOut

router = StrictRouter(tags=["inventories"])

InventoryId = Annotated[RecordId, Path(description="Id of the inventory.")]
CONFLICTS = {"x-conflicts": [409]}
FORMATS = {"json": JSON, "docx": DOCX}
LETTER_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The letter as JSON, or as a document to edit.", "content": {DOCX: {}}},
    304: {"description": "Nothing has changed since the ETag in If-None-Match."},
}


@router.get(
    "/first-inventory-data",
    summary="List the data a first inventory needs",
    response_model=FirstInventoryData,
)
@small_read
def list_first_inventory_data(_: Public, request: Request, connection: ReadDep) -> Response:
    """The twelve data of a first BASIC inventory: who usually holds each, and factors that can be used."""
    moved = counted(connection, queries.GUIDE_TABLES)
    tag = etag("first-inventory-data", __version__, moved, shape_of(FirstInventoryData))
    if is_unchanged(request, tag):
        return not_modified(tag)
    return item_response(request, queries.data(connection), tag, PUBLIC)


@router.get(
    "/first-inventory-data/{datum_id}/letter",
    summary="Get a letter that asks for a datum",
    response_model=LetterOut,
    responses=LETTER_RESPONSES,
    openapi_extra={"x-formats": list(FORMATS.values())},
)
def get_first_inventory_letter(
    _: Public,
    request: Request,
    connection: ReadDep,
    datum_id: Annotated[Slug, Path(description="Short name of the datum.")],
    query: Annotated[LetterQuery, asked_for(LetterQuery)],
) -> Response:
    """In English, to paste or as DOCX. What nobody has stated stands in square brackets and in `gaps`."""
    datum = queries.datum(datum_id)
    names = city_names(connection, [query.city])
    if not names:
        raise refused("/query/city", "unknown_city")
    written = letter(datum, names[query.city].en, query.year, request.app.state.operator.said)
    layout = hashlib.sha256(template()).hexdigest()
    media_type = asked_media_type(request, query.format, FORMATS)
    tag = etag("letter", media_type, __version__, layout, written.text)
    shown = {
        "datum_id": datum_id,
        "city_id": query.city,
        "year": query.year,
        "language": "en",
        "title": written.title,
        "gaps": list(dict.fromkeys(GAP.findall(written.text))),
        "text": written.text,
    }
    if media_type == JSON:
        response = item_response(request, shown, tag)
        response.headers["Content-Language"] = "en"
        return response
    if is_unchanged(request, tag):
        return not_modified(tag)
    name = f"data-request-{datum_id}-{query.city}-{query.year}.docx"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Language": "en"}
    return Response(docx_of(written), media_type=DOCX, headers=validators(tag) | disposition)


@router.post(
    "/inventories/{inventory_id}/first-inventory-entries",
    summary="Enter a datum of a first inventory",
    response_model=EmissionOut,
    status_code=201,
    responses=made_at("get_emission", "emission_id"),
    openapi_extra=CONFLICTS,
)
def create_first_inventory_entry(
    principal: Writer, session: SessionDep, inventory_id: InventoryId, asked: FirstEntryIn
) -> Response:
    """Amount times factor gives the kilograms of a line; it is changed and deleted at `/emissions`.

    The factor is one the form offers, or one of your own with its source.
    """
    line = actions.enter(session, principal, inventory_id, asked)
    settle(session)
    found = emissions.line(session.connection(), line.id)
    return created_response(found, f"/api/v1/emissions/{found.id}", tag_of(found))


@router.post(
    "/inventories/{inventory_id}/notation-keys",
    summary="Answer references without an amount",
    response_model=InventoryDetailOut,
    status_code=201,
    responses=made_at("get_inventory", "inventory_id"),
    openapi_extra=CONFLICTS,
)
def create_inventory_notation_keys(
    principal: Writer, session: SessionDep, inventory_id: InventoryId, asked: NotationKeysIn
) -> Response:
    """NE or NO with one reason for all references named: all of them or none."""
    actions.set_keys(session, principal, inventory_id, asked)
    settle(session)
    found = inventories.inventory(session.connection(), inventory_id, drafts=True)
    return created_response(found, f"/api/v1/inventories/{inventory_id}", tag_of(found))


@router.get(
    "/inventories/{inventory_id}/coverage",
    summary="How far an inventory answers its level",
    response_model=InventoryCoverageOut,
    dependencies=[VISITOR],
)
@small_read
def get_inventory_coverage(request: Request, connection: ReadDep, inventory_id: InventoryId) -> Response:
    """By sector: with an amount, not estimated, open. A total that lacks something is called partial."""
    drafts = belongs_here(request)
    cache = PRIVATE if drafts else PUBLIC
    moved = counted(connection, queries.COVERAGE_TABLES)
    tag = etag("coverage", moved, inventory_id, drafts, shape_of(InventoryCoverageOut))
    if is_same_copy(request, tag):
        return not_modified(tag, cache)
    return item_response(request, queries.coverage(connection, inventory_id, drafts=drafts), tag, cache)
