"""The OpenAPI document: FastAPI's, completed with what every operation shares.

One ``Problem`` schema, the statuses each operation can really give, their headers, and the ``security`` its
guard asks for. Central, so that no route can forget it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from klimabruecke import __version__
from klimabruecke.core.errors import MEDIA_TYPE, Problem
from klimabruecke.core.http.guard import guarded_routes
from klimabruecke.core.system import document_bytes

DESCRIPTION = """\
Klimabrücke is the one system in which Bremen's coordination office for municipal development policy, its
partner cities Durban and Windhoek, and the city marketing of Bremen and Bremerhaven see and lower the climate
impact of their own cooperation.

Every figure carries its source and how it was verified; computed figures carry a range. Null is never zero.
Errors are problem documents (RFC 9457) in German or English, by `Accept-Language`.
"""
TAGS = [
    {
        "name": "footprint",
        "description": "Compute the climate impact of trips, events, shipments and purchases.",
    },
    {"name": "projects", "description": "What the cities do together."},
    {
        "name": "plans",
        "description": "Alternatives side by side before something is done, and the decision on one.",
    },
    {
        "name": "inventories",
        "description": "Emissions of cities: inventories, their lines, totals, series and comparisons.",
    },
    {
        "name": "activities",
        "description": "What is done, its kept footprints, the totals and the carbon budgets.",
    },
    {
        "name": "travel-rules",
        "description": "What cities ask of their official travel, and whether a journey keeps it.",
    },
    {"name": "contributions", "description": "Money given for climate work; it claims no tonnes."},
    {
        "name": "reference",
        "description": "Sources, emission factors, airports and global warming potentials.",
    },
    {"name": "cities", "description": "The cities of the partnership, their targets and their timeline."},
    {
        "name": "measures",
        "description": "What the cities do about their climate, with effects, basis and source.",
    },
    {"name": "exchange", "description": "What one city asks another, and takes over from it."},
    {"name": "imports", "description": "Files of cities: checked, shown, taken over, undone."},
    {"name": "identity", "description": "Signing in, accounts and service clients."},
    {"name": "exports", "description": "What was published or drafted, as files to take along."},
    {"name": "evidence", "description": "Facts that are only recalled, and where they were read."},
    {"name": "tasks", "description": "What waits for a person, over all of the above."},
    {"name": "audit", "description": "Who changed what, and when."},
    {"name": "platform", "description": "The kinds of problems a request can meet."},
    {"name": "health", "description": "For operators: is the service up?"},
]
HEADERS: dict[str, Any] = {
    "X-Request-Id": {
        "description": "Id of this request; name it when you ask for help.",
        "schema": {"type": "string", "minLength": 8, "maxLength": 64, "pattern": "^[A-Za-z0-9._-]+$"},
    },
    "RateLimit": {
        "description": "Requests left in the current minute and seconds until it ends.",
        "schema": {"type": "string", "maxLength": 80, "pattern": '^"minute";r=[0-9]+;t=[0-9]+$'},
    },
    "RateLimit-Policy": {
        "description": "Requests allowed per minute.",
        "schema": {"type": "string", "maxLength": 80, "pattern": '^"minute";q=[0-9]+;w=60$'},
    },
    "ETag": {
        "description": "Validator of this representation, for If-None-Match.",
        "schema": {"type": "string", "maxLength": 80, "pattern": '^"[0-9a-f]+(-(zstd|br|gzip))?"$'},
    },
    "Location": {
        "description": "Address of what was made.",
        "schema": {"type": "string", "maxLength": 400, "pattern": "^/"},
    },
    "Link": {
        "description": "Addresses of the first and the next page (RFC 8288).",
        "schema": {"type": "string", "maxLength": 9000, "pattern": "^<.+>; rel="},
    },
    "WWW-Authenticate": {
        "description": "How to prove who is asking.",
        "schema": {"type": "string", "maxLength": 200, "pattern": "^Bearer"},
    },
    "Retry-After": {
        "description": "Seconds to wait.",
        "schema": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 3600},
    },
    "Upload-Offset": {
        "description": "Bytes of an upload that have arrived: where its next piece begins.",
        "schema": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 20_971_520},
    },
    "Content-Language": {
        "description": "Language of the sentences.",
        "schema": {"type": "string", "enum": ["de", "en"]},
    },
}
LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
_PROBLEM_HEADERS = {401: ["WWW-Authenticate"], 429: ["Retry-After"], 503: ["Retry-After"]}
COMMON = ("X-Request-Id", "RateLimit", "RateLimit-Policy")
REASONS = {
    400: "The request cannot be read: damaged JSON, address or headers.",
    401: "Nobody is signed in, or the session or token is no longer valid.",
    403: "The caller is known, but has no right to do this.",
    404: "There is nothing under this id.",
    406: "None of the formats in Accept is offered.",
    408: "The body did not arrive in time.",
    409: "What is stored does not allow it; `detail` says why and what to do.",
    410: "It was valid once and no longer is.",
    412: "The record was changed since its ETag was read.",
    413: "The body is larger than 1 MiB, or a form with a file than 21 MiB.",
    415: "The body is of a kind that is not read here.",
    422: "At least one value is not accepted; `errors` names each place.",
    428: "If-Match is missing.",
    429: "Too many requests in this minute.",
    500: "A fault on our side.",
    503: "The database is busy or away; try again after Retry-After.",
}


def install(app: FastAPI, security_schemes: Mapping[str, Any]) -> Callable[[], bytes]:
    """Make ``app.openapi`` give the completed document; returns its bytes, made once."""
    made: dict[str, bytes] = {}

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _complete(_document(app), app, security_schemes)
        return app.openapi_schema

    def as_bytes() -> bytes:
        if "document" not in made:
            made["document"] = document_bytes(openapi())
        return made["document"]

    app.openapi = openapi  # type: ignore[method-assign]
    return as_bytes


def _document(app: FastAPI) -> dict[str, Any]:
    return get_openapi(
        title="Klimabrücke",
        version=__version__,
        openapi_version="3.1.0",
        summary="Climate impact of municipal cooperation",
        description=DESCRIPTION,
        routes=app.routes,
        tags=TAGS,
        servers=[
            {
                "url": "/",
                "description": "The installation this document comes from: production, staging or local.",
                "x-internal": False,
            }
        ],
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        contact={"name": "The operator of this installation; see its page /impressum"},
    )


def _complete(document: dict[str, Any], app: FastAPI, security_schemes: Mapping[str, Any]) -> dict[str, Any]:
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for leftover in ("HTTPValidationError", "ValidationError"):
        schemas.pop(leftover, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs"))
    schemas["Problem"] = problem
    components["headers"] = HEADERS
    components["responses"] = {f"Problem{status}": _problem(status) for status in REASONS}
    _secure(document, app, security_schemes)
    for path, method, operation in _operations(document):
        _complete_operation(path, method, operation)
    for kind in ("responses", "headers"):
        _drop_unused(document, kind)
    for node in _nodes(document):
        _tidy_numbers(node)
    return document


def _drop_unused(document: dict[str, Any], kind: str) -> None:
    """Statuses and headers no operation gives (yet) would only mislead."""
    used = {node["$ref"] for node in _nodes(document) if isinstance(node.get("$ref"), str)}
    found = document["components"][kind]
    document["components"][kind] = {
        name: value for name, value in found.items() if f"#/components/{kind}/{name}" in used
    }


def _tidy_numbers(schema: dict[str, Any]) -> None:
    """Limits by their JSON Schema names, whole limits of whole numbers, and the size of an integer.

    pydantic leaves ``ge`` and ``le`` in the schema of a type that has a validator of its own; clients in
    languages with sized integers need to know which one holds the value.
    """
    if schema.get("type") not in ("integer", "number"):
        return
    for own, name in LIMITS.items():
        if own in schema:
            schema[name] = schema.pop(own)
    if schema["type"] == "integer":
        for name in set(LIMITS.values()) & schema.keys():
            schema[name] = int(schema[name])
        lowest, highest = schema.get("minimum", -(2**63)), schema.get("maximum", 2**63)
        schema.setdefault("format", "int32" if lowest >= -(2**31) and highest < 2**31 else "int64")


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object in a document."""
    if isinstance(tree, dict):
        yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            yield from _nodes(branch)


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _secure(document: dict[str, Any], app: FastAPI, schemes: Mapping[str, Any]) -> None:
    """Each operation says what its guard asks for and how it refuses."""
    scopes: dict[str, set[str]] = {}
    for path, methods, guard in guarded_routes(app):
        for method in methods:
            operation = document["paths"].get(path, {}).get(method.lower())
            if operation is not None and guard is not None:
                operation["security"] = [dict(one) for one in guard.security(path)]
                operation["x-conflicts"] = [*operation.get("x-conflicts", ()), *guard.statuses]
                for one in operation["security"]:
                    for name, asked_for in one.items():
                        scopes.setdefault(name, set()).update(asked_for)
    document["components"]["securitySchemes"] = {
        name: _with_scopes(schemes[name], sorted(asked_for)) for name, asked_for in scopes.items()
    }


def _with_scopes(scheme: Mapping[str, Any], scopes: list[str]) -> dict[str, Any]:
    if "flows" not in scheme:
        return dict(scheme)
    described = {
        scope: f"{scope.partition(':')[2]} {scope.partition(':')[0]}".capitalize() for scope in scopes
    }
    return {
        **scheme,
        "flows": {name: {**flow, "scopes": described} for name, flow in scheme["flows"].items()},
    }


def _complete_operation(path: str, method: str, operation: dict[str, Any]) -> None:
    operation.pop("x-formats", None)
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in ("If-Match", "Idempotency-Key"):
            _require(parameter)
    responses = operation["responses"]
    for status, response in responses.items():
        if status.startswith(("2", "3")):
            names = _headers(path, method, status, response)
            names += ["Upload-Offset"] if "/uploads" in path else []
            response["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    for problem in _statuses(path, operation):
        responses[str(problem)] = {"$ref": f"#/components/responses/Problem{problem}"}
    operation["responses"] = dict(sorted(responses.items()))


def _require(parameter: dict[str, Any]) -> None:
    """What is missing is answered by 428 or 400, not by 422: optional to FastAPI, and to nobody else."""
    parameter["required"] = True
    choices = parameter["schema"].pop("anyOf", [])
    parameter["schema"] |= next((choice for choice in choices if choice["type"] != "null"), {})


def _headers(path: str, method: str, status: str, response: dict[str, Any]) -> list[str]:
    if status == "204" or path.startswith("/health"):
        return [*COMMON]
    if status == "201":
        return [*COMMON, "ETag", "Location"]
    if status == "202":
        return [*COMMON, "ETag", "Location", "Content-Language"]
    if method == "post":
        speaks = "/footprint" in path or path.endswith("/travel-tables")
        return [*COMMON, *(["Content-Language"] if speaks else [])]
    linked = "application/x-ndjson" in response.get("content", {})
    return [*COMMON, "ETag", *(["Link"] if linked else [])]


def _statuses(path: str, operation: dict[str, Any]) -> list[int]:
    # Any request can be damaged, name an unwelcome format or an unknown query parameter.
    statuses = [400, 406, 422, 429, 500, 503, *operation.pop("x-conflicts", ())]
    if "{" in path:
        statuses.append(404)
    if any(parameter["name"] == "If-Match" for parameter in operation.get("parameters", ())):
        statuses += [412, 428]
    if "requestBody" in operation:
        statuses += [408, 413, 415]
    return statuses


def _problem(status: int) -> dict[str, Any]:
    names = [*COMMON, "Content-Language", *_PROBLEM_HEADERS.get(status, ())]
    return {
        "description": REASONS[status],
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in names},
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
