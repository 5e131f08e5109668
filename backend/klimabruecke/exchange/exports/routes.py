"""The addresses of what is taken along: an inventory as a workbook, all that is published as a package."""

from functools import partial
from typing import Annotated, Any

from fastapi import Path, Request
from starlette.responses import Response

from klimabruecke.core.db import DatabaseDep, ReadDep
from klimabruecke.core.http.answers import PRIVATE, PUBLIC, is_unchanged, not_modified, validators
from klimabruecke.core.http.query import asked as asked_for
from klimabruecke.core.http.route import StrictRouter
from klimabruecke.core.language import preferred_language
from klimabruecke.core.types import RecordId
from klimabruecke.exchange.deps import VISITOR, belongs_here
from klimabruecke.exchange.exports import packages, workbooks
from klimabruecke.exchange.exports.answers import XLSX, ZIP, file_response, tagged
from klimabruecke.exchange.exports.schemas import DataPackageQuery, WorkbookQuery
from klimabruecke.identity.recalled import sight_of

router = StrictRouter(tags=["exports"])

NOT_MODIFIED: dict[str, Any] = {"description": "Nothing has changed since the ETag in If-None-Match."}


@router.get(
    "/inventories/{inventory_id}/workbook",
    summary="Download an inventory as a workbook",
    response_class=Response,
    responses={200: {"description": "The workbook.", "content": {XLSX: {}}}, 304: NOT_MODIFIED},
    openapi_extra={"x-formats": [XLSX]},
    dependencies=[VISITOR],
)
def get_inventory_workbook(
    request: Request,
    connection: ReadDep,
    inventory_id: Annotated[RecordId, Path(description="Id of the inventory.")],
    query: Annotated[WorkbookQuery, asked_for(WorkbookQuery)],
) -> Response:
    """With a cover in the language of `Accept-Language`. Nothing in it is computed or run.

    The layout `template` comes back through POST /imports without a change. Drafts with a role only.
    """
    drafts, language = belongs_here(request), preferred_language(request)
    recalled = sight_of(request).recalled
    about = workbooks.about(connection, inventory_id, language, drafts=drafts, recalled=recalled)
    workbooks.check(about, query.layout)
    tag, cache = workbooks.tag_of(connection, about, query.layout), PRIVATE if drafts else PUBLIC
    if is_unchanged(request, tag):
        return not_modified(tag, cache)
    write = partial(workbooks.write, connection, about, query.layout)
    name = workbooks.name_of(about, query.layout)
    return file_response(write, XLSX, name, tagged(tag, cache, language))


@router.get(
    "/data-package",
    summary="Download everything that is published",
    response_class=Response,
    responses={200: {"description": "The package.", "content": {ZIP: {}}}, 304: NOT_MODIFIED},
    openapi_extra={"x-formats": [ZIP]},
    dependencies=[VISITOR],
)
def get_data_package(
    request: Request, db: DatabaseDep, query: Annotated[DataPackageQuery, asked_for(DataPackageQuery)]
) -> Response:
    """A Frictionless data package: tables as CSV with their meaning, sources and licences.

    Cities, published inventories, their lines, targets, published measures, sources; with a role also the
    transfers, and what is only recalled. With `city` only what is of it; cities and sources stay whole.
    """
    is_staff = belongs_here(request)
    package = packages.Package(query.city, sight_of(request), is_staff)
    tag, cache = packages.tag_of(db, package), PRIVATE if is_staff else PUBLIC
    if is_unchanged(request, tag):
        return not_modified(tag, cache)
    return file_response(partial(packages.write, db, package), ZIP, package.file_name, validators(tag, cache))
