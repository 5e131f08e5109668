"""The permission walk: every operation by every caller, the exact status; who may not writes nothing."""

import json
from collections.abc import Iterator

import httpx
import pytest

from tests.conftest import REPOSITORY
from tests.contract.export_permissions import EXPORTS
from tests.contract.import_permissions import IMPORTS
from tests.contract.inventory_permissions import INVENTORIES
from tests.contract.permissions import OPERATIONS as OTHERS
from tests.contract.rules import CALLERS, Asked
from tests.contract.world import Fingerprint, World

OPERATIONS = OTHERS | INVENTORIES | IMPORTS | EXPORTS
DOCUMENT = json.loads((REPOSITORY / "openapi" / "openapi.json").read_bytes())
METHODS: dict[str, str] = {
    operation["operationId"]: method.upper()
    for methods in DOCUMENT["paths"].values()
    for method, operation in methods.items()
}


@pytest.fixture(scope="module")
def callers(world: World) -> dict[str, httpx.Client]:
    return world.callers()


@pytest.fixture(scope="module")
def fingerprint(world: World) -> Iterator[Fingerprint]:
    made = Fingerprint(world.demo.settings.url)
    yield made
    made.close()


def status_of(client: httpx.Client, operation: str, asked: Asked) -> int:
    client.cookies.clear()
    files = {"file": ("table.csv", asked.file)} if asked.file else None
    return client.request(
        METHODS[operation], asked.path, json=asked.body, data=asked.form, files=files, headers=asked.headers
    ).status_code


def test_every_operation_has_its_row(capsys: pytest.CaptureFixture[str]) -> None:
    """A new operation needs a row in one of the tables: who may, and who may not."""
    assert set(OPERATIONS) == set(METHODS)
    with capsys.disabled():
        print(f"\npermission walk: {len(OPERATIONS)} operations x {len(CALLERS)} callers", end="")
        print(f" = {len(OPERATIONS) * len(CALLERS)} combinations")


def test_every_caller_of_the_table_is_there(callers: dict[str, httpx.Client]) -> None:
    assert set(callers) == set(CALLERS)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_everybody_gets_the_status_they_should(
    world: World, callers: dict[str, httpx.Client], fingerprint: Fingerprint, operation: str
) -> None:
    row = OPERATIONS[operation]
    refused = [caller for caller in CALLERS if row.expected(caller) != row.status or row.status >= 400]
    asked = row.request(world)
    before = fingerprint.take()
    found = {caller: status_of(callers[caller], operation, asked) for caller in refused}
    assert found == {caller: row.expected(caller) for caller in refused}
    assert fingerprint.take() == before, "somebody who may not has changed the database"
    allowed = [caller for caller in CALLERS if caller not in refused]
    found = {caller: status_of(callers[caller], operation, row.request(world)) for caller in allowed}
    assert found == dict.fromkeys(allowed, row.status)


@pytest.mark.parametrize("operation", [name for name in OPERATIONS if METHODS[name] == "GET"])
def test_reading_changes_nothing(
    callers: dict[str, httpx.Client], world: World, fingerprint: Fingerprint, operation: str
) -> None:
    row = OPERATIONS[operation]
    asked = row.request(world)
    before = fingerprint.take()
    for caller in row.rule.allowed:
        status_of(callers[caller], operation, asked)
    assert fingerprint.take() == before
