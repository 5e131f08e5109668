"""An installation of its own, whose day the tests know, with people of every role."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from klimabruecke.cli import migrate, seed
from tests.footprint.office import Office, staffed
from tests.installations import an_installation

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The running application on 24 November 2026 with nothing but the reference data in it."""
    settings = an_installation(tmp_path_factory.mktemp("programme"), now=NOW)
    migrate(settings)
    seed(settings)
    with staffed(settings) as made:
        yield made
