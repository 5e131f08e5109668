"""What an operator sets, and what is refused."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from klimabruecke.settings import Settings


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KB_ENV", "KB_PORT", "KB_DATA_DIR", "KB_DATABASE_URL", "KB_NOW"):
        monkeypatch.delenv(name, raising=False)


def test_production_is_the_default() -> None:
    assert Settings().env == "production"


def test_port_and_data_folder_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_PORT", "8123")
    monkeypatch.setenv("KB_DATA_DIR", "/somewhere")
    settings = Settings()
    assert (settings.port, settings.data_dir) == (8123, Path("/somewhere"))
    assert settings.url == "sqlite:////somewhere/klimabruecke.db"


def test_the_clock_cannot_be_frozen_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_NOW", "2026-11-24T08:00:00Z")
    with pytest.raises(ValidationError, match="unset it"):
        Settings()
    monkeypatch.setenv("KB_ENV", "test")
    assert Settings().now is not None


def test_a_moment_without_time_zone_freezes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_ENV", "test")
    monkeypatch.setenv("KB_NOW", "2026-11-24T08:00:00")
    with pytest.raises(ValidationError):
        Settings()
