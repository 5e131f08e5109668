"""A demonstration of its own for what is written here, and people of the cities who use it."""

from collections.abc import Iterator

import httpx
import pytest

from tests.people import Demonstration, a_demonstration


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    with a_demonstration(tmp_path_factory.mktemp("measures")) as made:
        yield made


@pytest.fixture(scope="session")
def coordinator(demo: Demonstration) -> httpx.Client:
    return demo.person("coordinator")


@pytest.fixture(scope="session")
def bremen(demo: Demonstration) -> httpx.Client:
    return demo.person("bremen")


@pytest.fixture(scope="session")
def durban(demo: Demonstration) -> httpx.Client:
    return demo.person("durban")


@pytest.fixture(scope="session")
def visitor(demo: Demonstration) -> httpx.Client:
    """Somebody who is not signed in."""
    return demo.client()
