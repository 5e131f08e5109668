"""A deleted row stays as a tombstone and is shown nowhere."""

from collections.abc import Iterator

import httpx
import pytest

from tests.conftest import running
from tests.installations import a_seeded, execute, rows

LISTS = {
    "sources": "source",
    "emission-factors": "emission_factor",
    "emission-factor-sets": "emission_factor_set",
    "cities": "city",
}


@pytest.fixture(scope="module")
def gone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """An installation in which one row of every table is deleted."""
    settings = a_seeded(tmp_path_factory.mktemp("gone"))
    found = {}
    for table in LISTS.values():
        where = "WHERE redistribution = 'open'" if table == "emission_factor" else ""
        ((found[table],),) = rows(settings, f"SELECT min(id) FROM {table} {where}")
        execute(settings, f"UPDATE {table} SET deleted_at = created_at WHERE id = '{found[table]}'")
    with running(settings) as url:
        yield url, found


@pytest.mark.parametrize(("address", "table"), LISTS.items())
def test_a_deleted_row_is_in_no_list_and_at_no_address(
    gone: tuple[str, dict[str, str]], address: str, table: str
) -> None:
    url, deleted = gone
    with httpx.Client(base_url=f"{url}/api/v1") as client:
        listed = client.get(f"/{address}?limit=1000&count=true").json()
        assert deleted[table] not in {item["id"] for item in listed["items"]}
        assert len(listed["items"]) == listed["total"] > 0
        assert client.get(f"/{address}/{deleted[table]}").status_code == 404
        assert deleted[table] not in client.get(f"/{address}?format=ndjson").text.split('"')
