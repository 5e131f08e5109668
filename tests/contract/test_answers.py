"""What the application really answers, every stored row of it, fits the OpenAPI document."""

import json
from typing import Any

import httpx
import jsonschema_rs
import pytest

from tests.conftest import REPOSITORY
from tests.contract.world import World

OPENAPI = REPOSITORY / "openapi"
DOCUMENT: dict[str, Any] = json.loads((OPENAPI / "openapi.json").read_bytes())
EXAMPLES = sorted((OPENAPI / "examples").glob("*.json"))
STREAMED = [
    path
    for path, methods in DOCUMENT["paths"].items()
    if "get" in methods and "application/x-ndjson" in methods["get"]["responses"]["200"]["content"]
]


def answer_schema(path: str, method: str) -> dict[str, Any]:
    responses = DOCUMENT["paths"][path][method]["responses"]
    found: dict[str, Any] = responses["200"]["content"]["application/json"]["schema"]
    return found


def fits(schema: dict[str, Any], instance: Any) -> None:
    """Raises for what the schema does not describe; formats are checked too."""
    whole = {**schema, "components": DOCUMENT["components"]}
    validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
    found = [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(instance)]
    assert found == []


@pytest.fixture
def reading(world: World, path: str) -> tuple[httpx.Client, str]:
    """Somebody who may read the list, and its address; there are rows in it."""
    footprint = world.known("footprint")["footprint"]
    for kind in ("service_client", "decision", "budget", "deputy", "proof", "import_mapping"):
        world.known(kind)
    if path.endswith("/approval-requests"):
        return world.admin, world.known("approval_request")["approval_request"].rpartition("/")[0]
    if path.endswith("/emission-factor-set-drafts"):
        world.known("factor_set")
        return world.coordinator, path.removeprefix("/api/v1")
    address = path.removeprefix("/api/v1").replace(
        "/activities/{activity_id}", footprint.rpartition("/footprints")[0]
    )
    return world.admin, address


@pytest.mark.parametrize("path", STREAMED)
def test_every_row_of_every_list_fits_its_schema(reading: tuple[httpx.Client, str], path: str) -> None:
    client, address = reading
    lines = client.get(address, params={"format": "ndjson"}).text.removesuffix("\n").split("\n")
    rows = [json.loads(line) for line in lines]
    reference = answer_schema(path, "get")["$ref"].rpartition("/")[2]
    items = DOCUMENT["components"]["schemas"][reference]["properties"]["items"]
    fits({**items, "maxItems": len(rows)}, rows)
    assert rows, "the installation is seeded"


@pytest.mark.parametrize("path", STREAMED)
def test_every_csv_has_the_columns_of_the_schema(reading: tuple[httpx.Client, str], path: str) -> None:
    client, address = reading
    columns = client.get(address, params={"format": "csv", "limit": 1}).text.split("\r\n")[0].split(",")
    rows = client.get(address, params={"limit": 1}).json()["items"]
    assert columns == list(rows[0])


@pytest.mark.parametrize("path", ["/api/v1/footprints", "/api/v1/footprint-comparisons"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_is_answered_as_described(client: httpx.Client, path: str, example: Any) -> None:
    answer = client.post(path, json=json.loads(example.read_bytes()))
    assert answer.status_code == 200, answer.text
    fits(answer_schema(path, "post"), answer.json())


def test_every_example_of_the_document_fits_its_schema() -> None:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        for example in [*schema.get("examples", []), *([schema["example"]] if "example" in schema else [])]:
            fits({"$ref": f"#/components/schemas/{name}"}, example)
