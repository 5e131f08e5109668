"""The OpenAPI document is what the application emits, complete enough to make clients from."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import iter_route_contexts

from klimabruecke.main import create_app
from klimabruecke.settings import Environment, Settings
from tests.conftest import REPOSITORY

COMMITTED = REPOSITORY / "openapi" / "openapi.json"
VERBS = ("list_", "get_", "create_", "update_", "delete_", "replace_")
Named = tuple[str, dict[str, Any]]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(COMMITTED.read_bytes())
    return found


def operations(document: dict[str, Any]) -> Iterator[Named]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def schemas(node: Any, where: str = "") -> Iterator[Named]:
    """Every JSON schema in the document, with the place where it stands."""
    if isinstance(node, dict):
        if "type" in node and isinstance(node["type"], str):
            yield where, node
        for name, child in node.items():
            if name not in ("example", "examples", "default", "enum", "const"):
                yield from schemas(child, f"{where}/{name}")
    elif isinstance(node, list):
        for place, child in enumerate(node):
            yield from schemas(child, f"{where}/{place}")


def in_requests(document: dict[str, Any]) -> set[str]:
    """Names of the schemas a request body is made of."""
    bodies = [operation["requestBody"] for _, operation in operations(document) if "requestBody" in operation]
    found: set[str] = set()
    waiting = _references(bodies)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting |= _references(document["components"]["schemas"][name])
    return found


def _references(node: Any) -> set[str]:
    text = json.dumps(node)
    return {part.split('"')[0] for part in text.split('"$ref": "#/components/schemas/')[1:]}


def test_the_committed_document_is_what_the_application_emits() -> None:
    emitted: bytes = create_app(Settings(env=Environment.TEST)).state.openapi_bytes()
    assert COMMITTED.read_bytes() == emitted, "The document has changed: run `make openapi` and commit it."


def test_every_served_address_stands_in_the_document(document: dict[str, Any]) -> None:
    app = create_app(Settings(env=Environment.TEST))
    served = {
        f"{method} {route.path}"
        for route in iter_route_contexts(app.routes)
        for method in getattr(route.original_route, "methods", None) or ()
        if method not in ("HEAD", "OPTIONS")
    }
    assert served - {"GET /api/v1/openapi.json"} == {name for name, _ in operations(document)}


def test_operation_ids_are_unique_and_begin_with_what_they_do(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, operation in operations(document)]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not name.startswith(VERBS)] == []


def test_every_operation_has_words_one_tag_and_its_security(document: dict[str, Any]) -> None:
    known = {tag["name"] for tag in document["tags"]}
    for name, operation in operations(document):
        assert operation["summary"], name
        assert operation["description"], name
        assert len(operation["tags"]) == 1, name
        assert set(operation["tags"]) <= known, name
        assert "security" in operation, name


def test_every_error_is_the_one_problem_document(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        for status, response in operation["responses"].items():
            if status >= "400":
                assert response == {"$ref": f"#/components/responses/Problem{status}"}, f"{name} {status}"


def test_every_field_and_parameter_is_described(document: dict[str, Any]) -> None:
    silent = [
        f"{model}.{field}"
        for model, schema in document["components"]["schemas"].items()
        for field, inner in schema.get("properties", {}).items()
        if not inner.get("description") and "$ref" not in inner
    ]
    silent += [
        f"{name} {parameter['name']}"
        for name, operation in operations(document)
        for parameter in operation.get("parameters", [])
        if not parameter.get("description")
    ]
    assert silent == []


def test_texts_lists_and_whole_numbers_are_bounded(document: dict[str, Any]) -> None:
    wanted = {
        "string": ({"maxLength"}, {"enum"}, {"const"}),
        "integer": ({"minimum", "maximum"}, {"enum"}, {"const"}),
        "array": ({"maxItems"},),
    }
    unbounded = [
        where
        for where, schema in schemas(document)
        if (choices := wanted.get(schema["type"])) and not any(choice <= schema.keys() for choice in choices)
    ]
    assert unbounded == []


def test_request_bodies_refuse_unknown_names(document: dict[str, Any]) -> None:
    found = document["components"]["schemas"]
    open_ended = [
        name
        for name in in_requests(document)
        if found[name].get("type") == "object" and found[name].get("additionalProperties") is not False
    ]
    assert open_ended == []


def test_a_list_is_an_object_with_items_and_next(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        if operation["operationId"].startswith("list_"):
            answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
            model = document["components"]["schemas"][answer["$ref"].rpartition("/")[2]]
            assert {"items", "next"} <= set(model["required"]), name
