"""The addresses of imports: a file comes in, is checked and shown, and is taken over or undone."""

from typing import Annotated, Any

from fastapi import Path, Request
from sqlmodel import Session
from starlette.responses import Response

from klimabruecke.core.db import ReadDep, SessionDep, settle, small_read
from klimabruecke.core.http.answers import JSON, NO_STORE
from klimabruecke.core.http.idempotency import IdempotencyKeyHeader, once
from klimabruecke.core.http.preconditions import IfMatchHeader
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.records import read_response, require_seen, tag_of, written_response
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.listing import LIST_RESPONSES, Listing, Page
from klimabruecke.core.records import locked
from klimabruecke.core.types import RecordId
from klimabruecke.exchange.deps import Principal, Reader, Writer, require_write
from klimabruecke.exchange.imports import actions, queries
from klimabruecke.exchange.imports.actions import Received
from klimabruecke.exchange.imports.schemas import (
    ImportApplicationIn,
    ImportDetailOut,
    ImportMappingIn,
    ImportMappingOut,
    ImportMappingQuery,
    ImportOut,
    ImportQuery,
)
from klimabruecke.exchange.imports.tables import ImportJob

router = StrictRouter(tags=["imports"])

ImportId = Annotated[RecordId, Path(description="Id of the import.")]
AT_WORK: dict[int | str, dict[str, Any]] = {
    202: {
        "description": "At work; `Location` says where it can be followed.",
        "links": {
            "get_import": {
                "operationId": "get_import",
                "parameters": {"import_id": "$response.body#/id"},
                "description": "Reads how far it is.",
            }
        },
    }
}
CONFLICTS: dict[str, Any] = {"x-conflicts": [409]}


@router.get(
    "/imports",
    summary="List the imports",
    response_model=Page[ImportOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_imports(
    _: Reader, request: Request, query: Annotated[ImportQuery, asked_for(ImportQuery)]
) -> Response:
    """Files that came in, and what became of them."""
    return await queries.IMPORTS.respond(request, query)


@router.post(
    "/imports",
    summary="Import a file",
    response_model=ImportDetailOut,
    status_code=202,
    responses=AT_WORK,
    openapi_extra=CONFLICTS,
)
def create_import(
    principal: Writer,
    request: Request,
    arrival: Received,
    session: SessionDep,
    _: IdempotencyKeyHeader = None,
) -> Response:
    """Takes in a workbook or a table of a city. Its layout is recognised by what is in it.

    A large file may come in pieces before and is then named by `upload_id`. What is no table is refused at
    once, at `/file`. The rest is checked; follow it at `Location`. With `dry_run` it then waits for
    `/imports/{id}/applications`; without, it is applied where nothing speaks against it. The same file again
    changes nothing.
    """
    require_write(principal, arrival.asked.city_id)

    def make() -> Response:
        job = actions.create_import(session, principal, arrival)
        return _at_work(request, session, job.id, f"{request.url.path}/{job.id}")

    return once(session, request, principal.id, arrival.fingerprint, make)


@router.get("/imports/{import_id}", summary="Get an import", response_model=ImportDetailOut)
@small_read
def get_import(_: Reader, request: Request, connection: ReadDep, import_id: ImportId) -> Response:
    """How far it is, what it changes, and every row that has a problem."""
    language = preferred_language(request)
    found = queries.import_detail(connection, import_id, language)
    return read_response(request, found.model_dump(mode="json"), tag_of(found, language), language)


@router.put(
    "/imports/{import_id}/mapping",
    summary="Answer the questions of an import",
    response_model=ImportDetailOut,
    openapi_extra=CONFLICTS,
)
def replace_import_mapping(
    principal: Writer,
    request: Request,
    session: SessionDep,
    import_id: ImportId,
    asked: ImportMappingIn,
    _: IfMatchHeader = None,
) -> Response:
    """Which column is what, what a key or a unit means. The import is then checked anew.

    The answers are kept for files of the same city: name them by `mapping_id` in the next import.
    """
    job = _ours(session, principal, import_id)
    require_seen(request, job)
    actions.answer_import(session, principal, job, asked)
    settle(session)
    language = preferred_language(request)
    found = queries.import_detail(session.connection(), import_id, language)
    return written_response(found, tag_of(found, language), language)


@router.post(
    "/imports/{import_id}/applications",
    summary="Apply an import",
    response_model=ImportDetailOut,
    status_code=202,
    responses=AT_WORK,
    openapi_extra=CONFLICTS,
)
def create_import_application(
    principal: Writer, request: Request, session: SessionDep, import_id: ImportId, asked: ImportApplicationIn
) -> Response:
    """Takes over all of it or nothing; follow it at `Location`. A quarantined import needs a reason."""
    actions.apply_import(session, principal, _ours(session, principal, import_id), asked)
    return _at_work(request, session, import_id, request.url.path.removesuffix("/applications"))


@router.post(
    "/imports/{import_id}/reversals",
    summary="Undo an import",
    response_model=ImportDetailOut,
    status_code=202,
    responses=AT_WORK,
    openapi_extra=CONFLICTS,
)
def create_import_reversal(
    principal: Writer, request: Request, session: SessionDep, import_id: ImportId
) -> Response:
    """Puts everything back as it was before, within 30 days and while nobody has changed it since."""
    actions.reverse_import(session, principal, _ours(session, principal, import_id))
    return _at_work(request, session, import_id, request.url.path.removesuffix("/reversals"))


@router.get(
    "/import-mappings",
    summary="List the mappings of imports",
    response_model=Page[ImportMappingOut],
    responses=LIST_RESPONSES,
    openapi_extra=Listing.openapi_extra,
)
async def list_import_mappings(
    _: Reader, request: Request, query: Annotated[ImportMappingQuery, asked_for(ImportMappingQuery)]
) -> Response:
    """Answers that were given for files of a city, to be used again."""
    return await queries.MAPPINGS.respond(request, query)


def _ours(session: Session, principal: Principal, import_id: str) -> ImportJob:
    """The import, locked, of a city the caller may write for."""
    job = locked(session, ImportJob, import_id)
    require_write(principal, job.city_id)
    return job


def _at_work(request: Request, session: Session, import_id: str, location: str) -> Response:
    """202 with the import as it is now, and where it can be followed."""
    settle(session)
    language = preferred_language(request)
    found = queries.import_detail(session.connection(), import_id, language)
    headers = {
        "Location": location,
        "ETag": tag_of(found, language),
        "Cache-Control": NO_STORE,
        "Content-Language": language,
    }
    return Response(found.model_dump_json(), status_code=202, media_type=JSON, headers=headers)
