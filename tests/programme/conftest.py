"""An installation of its own, whose day the tests know, with people of every role."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.footprint.office import Office, staffed
from tests.installations import a_seeded

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The running application on 24 November 2026 with nothing but the reference data in it."""
    settings = a_seeded(tmp_path_factory.mktemp("programme"), now=NOW)
    with staffed(settings) as made:
        yield made
