"""Answers about single records: their validators, and how they come back from a read or a write."""

from typing import Any

import orjson
from fastapi import Request
from pydantic import BaseModel
from starlette.responses import Response

from klimabruecke.core.http.answers import (
    JSON,
    NO_STORE,
    PRIVATE,
    created_response,
    etag,
    item_response,
    validators,
)
from klimabruecke.core.http.preconditions import require_match
from klimabruecke.core.language import LANGUAGES, Language


def tag_of(row: Any, *more: object) -> str:
    """The validator of a record, and of what else its representation shows."""
    return etag(row.id, row.version, *more)


def require_seen(request: Request, row: Any, *more: object) -> None:
    """If-Match names the current state, whatever the language it was read in."""
    tags = [tag_of(row, *more), *(tag_of(row, *more, language) for language in LANGUAGES)]
    given = request.headers.get("if-match", "")
    require_match(request, next((tag for tag in tags if tag in given), tags[0]))


def read_response(request: Request, item: dict[str, Any], tag: str, language: Language) -> Response:
    """A record with sentences in one language, behind a sign-in."""
    response = item_response(request, item, tag, PRIVATE)
    response.headers["Content-Language"] = language
    return response


def made_response(request: Request, item: dict[str, Any], tag: str, language: Language) -> Response:
    """201 with the record, whose id is the last step of its address."""
    response = created_response(item, f"{request.url.path}/{item['id']}", tag)
    response.headers["Content-Language"] = language
    return response


def written_response(
    item: BaseModel | dict[str, Any], tag: str, language: Language | None = None
) -> Response:
    """200 with the record as it is after the write."""
    body = item.model_dump_json() if isinstance(item, BaseModel) else orjson.dumps(item)
    headers = validators(tag, NO_STORE) | ({"Content-Language": language} if language else {})
    return Response(body, media_type=JSON, headers=headers)
