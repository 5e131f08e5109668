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


def validators(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": PUBLIC, "Vary": VARY}


def not_modified(tag: str) -> Response:
    return Response(status_code=304, headers=validators(tag))


def item_response(request: Request, item: BaseModel | Mapping[str, Any], tag: str) -> Response:
    """A single record under its validator; 304 where the client already has it."""
    if is_unchanged(request, tag):
        return not_modified(tag)
    body = item.model_dump_json().encode() if isinstance(item, BaseModel) else orjson.dumps(item)
    return Response(body, media_type=JSON, headers=validators(tag))
