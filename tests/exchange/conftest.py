"""An installation of its own for imports, with the cities whose figures are public."""

from collections.abc import Iterator
from itertools import count

import httpx
import pytest

from tests.exchange.uploads import Desk
from tests.footprint.office import Office, staffed
from tests.installations import a_seeded

CITIES = ("nairobi", "rotterdam", "auckland", "goiania", "bonn")
_cities = count(1)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The running application with nothing but what it ships with, and a few more cities."""
    settings = a_seeded(tmp_path_factory.mktemp("exchange"))
    with staffed(settings) as served:
        for name in CITIES:
            add_city(served, name)
        yield served


def add_city(office: Office, name: str) -> str:
    """A city of which nothing but its name is known."""
    named = {"id": name, "name_de": name.capitalize(), "name_en": name.capitalize()}
    place = {"country_code": "KE", "latitude": 0, "longitude": 0}
    answer = office.person("coordinator").post("/cities", json=named | place)
    assert answer.status_code == 201, answer.text
    return name


@pytest.fixture
def city(office: Office) -> str:
    """A city of its own for each test, so that no two meet each other's totals."""
    return add_city(office, f"place{next(_cities)}")


@pytest.fixture(scope="session")
def coordinator(office: Office) -> httpx.Client:
    return office.person("coordinator")


@pytest.fixture(scope="session")
def desk(coordinator: httpx.Client) -> Desk:
    """The coordinator's desk, at which files are imported."""
    return Desk(coordinator)
