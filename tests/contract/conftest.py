"""One demonstration with somebody of every kind and something of every kind in it."""

from collections.abc import Iterator

import pytest

from tests.contract.world import World
from tests.people import a_demonstration


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with a_demonstration(tmp_path_factory.mktemp("world")) as demo:
        yield World(demo)
