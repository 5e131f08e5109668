"""One demonstration for the tests that leave it as they found it, or use accounts of their own."""

from collections.abc import Iterator

import pytest

from tests.people import Demonstration, a_demonstration


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    with a_demonstration(tmp_path_factory.mktemp("demo"), trusted_proxies="127.0.0.1") as made:
        yield made
