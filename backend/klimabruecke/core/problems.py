"""Makes every error an answer: the domains', the framework's and the database's."""

import logging
from collections.abc import Mapping
from typing import Any

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import Response

from klimabruecke.core import errors
from klimabruecke.core.errors import DomainError, FieldError, Invalid, ProblemType
from klimabruecke.core.language import Bilingual, preferred_language
from klimabruecke.core.validation import field_errors

log = logging.getLogger("klimabruecke")

_BY_STATUS = {
    400: errors.BAD_REQUEST,
    404: errors.NOT_FOUND,
    405: errors.METHOD_NOT_ALLOWED,
    406: errors.NOT_ACCEPTABLE,
    408: errors.REQUEST_TIMEOUT,
    413: errors.BODY_TOO_LARGE,
    415: errors.UNSUPPORTED_MEDIA_TYPE,
    422: errors.VALIDATION,
    503: errors.UNAVAILABLE,
}
_OWN_FAULT = {"Retry-After": "2"}


def problem_response(
    request: HTTPConnection,
    problem: ProblemType,
    detail: Bilingual | None = None,
    fields: tuple[FieldError, ...] = (),
    headers: Mapping[str, str] | None = None,
    members: Mapping[str, str] | None = None,
) -> Response:
    """The problem document in the language of the request, under its request id."""
    language = preferred_language(request)
    document: dict[str, Any] = {
        "type": f"/problems/{problem.slug}",
        "title": problem.title.in_(language),
        "status": problem.status,
        "detail": (detail or problem.remedy).in_(language)[:2000],
        "instance": request.scope.get("state", {}).get("request_id", ""),
        "errors": [
            {"pointer": field.pointer, "code": field.code, "detail": field.detail.in_(language)[:2000]}
            for field in fields
        ],
        **(members or {}),
    }
    return Response(
        orjson.dumps(document),
        status_code=problem.status,
        media_type=errors.MEDIA_TYPE,
        headers={"Content-Language": language, "Cache-Control": "no-store", **(headers or {})},
    )


def domain_error_response(request: HTTPConnection, error: DomainError) -> Response:
    return problem_response(request, error.problem, error.detail, error.errors, error.headers, error.members)


def install(app: FastAPI) -> None:
    """Register the handlers; after this no answer >= 400 is anything but a problem document."""
    app.exception_handler(DomainError)(_domain_error)
    app.exception_handler(RequestValidationError)(_validation)
    app.exception_handler(HTTPException)(_http)
    app.exception_handler(IntegrityError)(_integrity)
    app.exception_handler(OperationalError)(_database_away)
    app.exception_handler(DatabaseError)(_database_damaged)
    app.exception_handler(PoolTimeout)(_database_away)


async def _domain_error(request: Request, error: DomainError) -> Response:
    return domain_error_response(request, error)


async def _validation(request: Request, error: RequestValidationError) -> Response:
    findings = error.errors()
    if any(finding["type"] == "json_invalid" for finding in findings):
        return problem_response(request, errors.MALFORMED_BODY)
    return domain_error_response(request, Invalid(*field_errors(findings, error.body)))


async def _http(request: Request, error: HTTPException) -> Response:
    problem = _BY_STATUS.get(error.status_code, errors.BAD_REQUEST)
    return problem_response(request, problem, headers=error.headers)


async def _integrity(request: Request, error: IntegrityError) -> Response:
    log.warning("constraint", extra={"constraint": type(error.orig).__name__})
    return problem_response(request, errors.CONFLICT)


async def _database_damaged(request: Request, error: DatabaseError) -> Response:
    """SQLite has no kind of its own for a damaged file; the kinds there are, are faults of ours."""
    if type(error) is not DatabaseError:
        raise error
    return await _database_away(request, error)


async def _database_away(request: Request, error: Exception) -> Response:
    log.error("database unavailable", extra={"cause": type(error).__name__})
    return problem_response(request, errors.UNAVAILABLE, headers=_OWN_FAULT)
