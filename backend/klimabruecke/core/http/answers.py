"""Answers with validators: ETag, If-None-Match, Vary and Cache-Control, the same for records and lists."""

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson
from fastapi import Request
from pydantic import BaseModel
from starlette.responses import Response

JSON = "application/json"
VARY = "Accept, Accept-Language, Accept-Encoding, Authorization"
PUBLIC = "public, max-age=60"
PRIVATE = "private, no-cache"
NO_STORE = "no-store"


def etag(*parts: object) -> str:
    """A strong validator over what decides the bytes: versions, counters, the query and the format."""
    digest = hashlib.blake2b(orjson.dumps([str(part) for part in parts]), digest_size=12)
    return f'"{digest.hexdigest()}"'


def is_unchanged(request: Request, tag: str) -> bool:
    """Whether ``If-None-Match`` names this validator (RFC 9110: weak comparison)."""
    header = request.headers.get("if-none-match")
    if header is None:
        return False
    return header.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in header.split(","))


def is_same_copy(request: Request, tag: str) -> bool:
    """The same before it is known whether there is such a record: ``*`` means "if there is any"."""
    return request.headers.get("if-none-match", "").strip() != "*" and is_unchanged(request, tag)


def validators(tag: str, cache: str = PUBLIC) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": cache, "Vary": VARY}


def not_modified(tag: str, cache: str = PUBLIC) -> Response:
    return Response(status_code=304, headers=validators(tag, cache))


def created_response(item: BaseModel | Mapping[str, Any], location: str, tag: str) -> Response:
    """201 with the address and the validator of what was made."""
    headers = {"Location": location, "ETag": tag, "Cache-Control": "no-store"}
    return Response(_body(item), status_code=201, media_type=JSON, headers=headers)


def item_response(
    request: Request, item: BaseModel | Mapping[str, Any], tag: str, cache: str = PUBLIC
) -> Response:
    """A single record under its validator; 304 where the client already has it.

    ``cache`` is PUBLIC for what is published, PRIVATE behind a sign-in, NO_STORE for personal data.
    """
    if is_unchanged(request, tag):
        return not_modified(tag, cache)
    return Response(_body(item), media_type=JSON, headers=validators(tag, cache))


def _body(item: BaseModel | Mapping[str, Any]) -> bytes:
    return item.model_dump_json().encode() if isinstance(item, BaseModel) else orjson.dumps(item)


def made_at(operation: str, parameter: str, **others: str) -> dict[int | str, dict[str, Any]]:
    """The 201 of a POST in the OpenAPI document, with the link to the GET of what was made."""
    parameters = {parameter: "$response.body#/id", **others}
    link = {"operationId": operation, "parameters": parameters, "description": "Reads what was made."}
    return {201: {"description": "Made; `Location` is its address.", "links": {operation: link}}}
