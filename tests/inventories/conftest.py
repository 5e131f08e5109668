"""An installation of its own for what is written here, and people of every role who use it."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.footprint.office import Office, staffed
from tests.installations import a_seeded
from tests.inventories.records import an_inventory, made


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The running application with nothing but what it ships with."""
    settings = a_seeded(tmp_path_factory.mktemp("inventories"))
    with staffed(settings) as served:
        yield served


@pytest.fixture(scope="session")
def coordinator(office: Office) -> httpx.Client:
    return office.person("coordinator")


@pytest.fixture(scope="session")
def visitor(office: Office) -> httpx.Client:
    return office.visitor()


@pytest.fixture
def inventory(coordinator: httpx.Client) -> dict[str, Any]:
    """A draft by GPC of a year of its own."""
    return made(coordinator, "/inventories", an_inventory())
