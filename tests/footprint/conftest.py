"""An installation of its own for what is written here, and people of every role who use it."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.footprint.office import Office, staffed
from tests.installations import a_seeded


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The running application with nothing but the reference data in it."""
    settings = a_seeded(tmp_path_factory.mktemp("office"))
    with staffed(settings) as made:
        yield made


@pytest.fixture(scope="session")
def coordinator(office: Office) -> httpx.Client:
    return office.person("coordinator")


@pytest.fixture
def project(coordinator: httpx.Client) -> dict[str, Any]:
    """A project of Bremen and Windhoek, new for each test."""
    answer = coordinator.post(
        "/cooperation-projects", json={"title_de": "Abwasser", "city_ids": ["bremen", "windhoek"]}
    )
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found
