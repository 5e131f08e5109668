"""The application with its throwaway resource, under small limits."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.conftest import serving
from tests.core.notes import with_notes
from tests.installations import an_installation


@pytest.fixture(scope="module")
def limits() -> dict[str, Any]:
    return {"max_body_bytes": 200_500, "body_seconds": 1, "requests_per_minute": 10_000_000}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, limits: dict[str, Any]) -> Iterator[str]:
    settings = an_installation(tmp_path_factory.mktemp("http"), **limits)
    with serving(with_notes(settings)) as url:
        yield url


@pytest.fixture(scope="module")
def notes(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{address}/api/v1", timeout=30) as client:
        yield client
