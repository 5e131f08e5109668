"""What the calculator gets: factor book, potentials, airports; and that seeding twice changes nothing."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlmodel import select

from klimabruecke.calc.factors import NonCo2, Scope
from klimabruecke.cli import seed
from klimabruecke.core.db import Database
from klimabruecke.main import open_database
from klimabruecke.reference import queries
from klimabruecke.reference.tables import EmissionFactor
from klimabruecke.settings import Settings
from tests.installations import a_seeded


@pytest.fixture(scope="module")
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation of its own, since these tests write."""
    return a_seeded(tmp_path_factory.mktemp("own"))


@pytest.fixture
def database(own_settings: Settings) -> Iterator[Database]:
    opened = open_database(own_settings)
    yield opened
    opened.dispose()


def test_the_factor_book_holds_every_factor_exactly(database: Database) -> None:
    with database.reading() as connection:
        book = queries.factor_book(connection)
    assert len(book) == 332
    economy = book.get("DESNZ2025-21_316_3181_11_1")
    assert economy.value == Decimal("0.06449")
    assert (economy.scope, economy.non_co2) == (Scope.TTW, NonCo2.EXCLUDED)
    assert economy.uncertainty_pct == 30
    assert book.get("MOBITOOL3-30").value == Decimal("0.0151"), (
        "factors that are only cited are for computing too"
    )
    assert book.get("HOTEL-NA-PROXY").region_code == "NA"


def test_the_factor_book_knows_the_same_row_of_another_year(database: Database) -> None:
    with database.reading() as connection:
        book = queries.factor_book(connection)
    assert book.on("DESNZ2025-21_316_3181_11_1", date(2024, 5, 1)).id == "DESNZ2024-21_316_3181_11_1"
    assert book.on("DFFE-ZA-NGGEF-2023", date(2022, 5, 1)).id == "DFFE-ZA-NGGEF-2022"


def test_the_factor_book_is_made_anew_only_when_a_factor_was_written(database: Database) -> None:
    with database.reading() as connection:
        first = queries.factor_book(connection)
        assert queries.factor_book(connection) is first
    with database.transaction() as session:
        session.exec(select(EmissionFactor).where(EmissionFactor.id == "BAFA-03")).one().value = Decimal(
            "0.2"
        )
    with database.reading() as connection:
        assert queries.factor_book(connection).get("BAFA-03").value == Decimal("0.2")
    with database.transaction() as session:
        session.exec(select(EmissionFactor).where(EmissionFactor.id == "BAFA-03")).one().value = Decimal(
            "0.201"
        )


def test_the_potentials_come_as_exact_numbers(database: Database) -> None:
    with database.reading() as connection:
        sets = queries.gwp_sets(connection)
    assert sets["AR6"].gases["CH4"] == Decimal("27.9")
    assert sets["AR6"].horizon_years == 100


def test_airports_are_found_by_code_or_not_at_all() -> None:
    windhoek = queries.airport("WDH")
    assert windhoek is not None
    assert windhoek.country == "NA"
    assert queries.airport("XXX") is None


def test_seeding_again_changes_nothing(own_settings: Settings, database: Database) -> None:
    before = _fingerprint(database)
    seed(own_settings)
    assert _fingerprint(database) == before


def test_a_changed_cell_is_put_right_and_nothing_else(own_settings: Settings, database: Database) -> None:
    with database.transaction() as session:
        session.exec(select(EmissionFactor).where(EmissionFactor.id == "BAFA-02")).one().value = Decimal(9)
    before = _versions(database)
    seed(own_settings)
    after = _versions(database)
    assert {row for row in after if after[row] != before[row]} == {"BAFA-02"}
    with database.reading() as connection:
        assert queries.factor_book(connection).get("BAFA-02").value == Decimal("0.266")


def _fingerprint(database: Database) -> list[tuple[str, int]]:
    with database.reading() as connection:
        counters = connection.execute(text("SELECT resource, counter FROM resource_counter ORDER BY 1")).all()
        heads = connection.execute(text("SELECT chain, change_no FROM change_head ORDER BY 1")).all()
    return [(name, number) for name, number in [*counters, *heads]]


def _versions(database: Database) -> dict[str, int]:
    with database.reading() as connection:
        rows = connection.execute(
            text("SELECT id, version FROM emission_factor UNION SELECT id, version FROM source")
        )
        return {row.id: row.version for row in rows}
