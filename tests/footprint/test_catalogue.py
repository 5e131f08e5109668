"""What is kept in memory follows what is stored, within a second."""

import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlmodel import select

from klimabruecke.cities.tables import City
from klimabruecke.core.db import Database
from klimabruecke.footprint import queries
from klimabruecke.main import open_database
from klimabruecke.reference.tables import EmissionFactor
from tests.installations import a_seeded


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An installation of its own, since these tests write."""
    made = a_seeded(tmp_path)
    opened = open_database(made)
    yield opened
    opened.dispose()


def test_nothing_is_read_again_while_nothing_changed(database: Database) -> None:
    first = queries.catalogue(database)
    time.sleep(queries.FRESH_SECONDS)
    assert queries.catalogue(database) is first


def test_a_corrected_factor_and_a_moved_city_count_within_a_second(database: Database) -> None:
    assert queries.catalogue(database).book.get("BAFA-03").value == Decimal("0.201")
    before = queries.places(database).get("bremen")
    with database.transaction() as session:
        session.exec(select(EmissionFactor).where(EmissionFactor.id == "BAFA-03")).one().value = Decimal(
            "0.2"
        )
        session.exec(select(City).where(City.id == "bremen")).one().latitude_deg = Decimal(54)
    assert queries.places(database).get("bremen") == before
    time.sleep(queries.FRESH_SECONDS)
    assert queries.catalogue(database).book.get("BAFA-03").value == Decimal("0.2")
    after = queries.places(database).get("bremen")
    assert after is not None
    assert after.latitude_deg == 54
