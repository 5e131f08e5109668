"""The one place that reads the environment. Read once at start and passed down."""

from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import AwareDatetime, Field, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

REPOSITORY = Path(__file__).resolve().parents[2]


class Environment(StrEnum):
    PRODUCTION = "production"
    DEMO = "demo"
    DEV = "dev"
    TEST = "test"


class Settings(BaseSettings):
    """What an operator can set; every name has the prefix ``KB_``."""

    model_config = SettingsConfigDict(env_prefix="KB_", extra="ignore")

    env: Environment = Environment.PRODUCTION
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    data_dir: Path = Path("var")
    database_url: str | None = None
    """SQLAlchemy URL; without one, a SQLite file in the data folder."""
    now: AwareDatetime | None = None
    """Freezes the clock (RFC 3339); refused in production."""
    frontend_dir: Path = REPOSITORY / "frontend" / "build"
    requests_per_minute: int = Field(default=1200, ge=1, le=10_000_000)
    """Per client address; above it the answer is 429."""
    origin: str | None = Field(default=None, pattern=r"^https?://[^/]+$")
    """Address people open the application by, https://klima.example.org, where a proxy changes Host."""
    signing_key_file: Path | None = None
    """File with the keys that sign access tokens; outside production one is made in the data folder."""
    operator_file: Path | None = None
    """Imprint, funding notice and logos; otherwise ``operator.toml`` in the data folder."""
    trusted_proxies: str = ""
    """Comma list of proxy addresses whose X-Forwarded-For is believed."""
    max_body_bytes: int = Field(default=1_048_576, ge=1_024, le=104_857_600)
    body_seconds: float = Field(default=30, gt=0, le=3600)
    max_upload_bytes: int = Field(default=21 * 2**20, ge=1_024, le=104_857_600)
    """For forms with a file in them, of which imports read 20 MiB."""
    upload_seconds: float = Field(default=300, gt=0, le=3600)
    header_seconds: float = Field(default=10, gt=0, le=3600)

    @field_validator("database_url")
    @classmethod
    def _refuse_other_databases(cls, url: str | None) -> str | None:
        scheme = (url or "sqlite").partition(":")[0].partition("+")[0]
        if scheme not in {"sqlite", "postgresql"}:
            # Only the scheme is repeated: the rest may hold a password.
            raise ValueError(f"{scheme} is no database this works with; sqlite and postgresql are.")
        return url

    @model_validator(mode="after")
    def _refuse_a_frozen_clock_in_production(self) -> Self:
        if self.now is not None and self.env is Environment.PRODUCTION:
            raise ValueError("KB_NOW freezes the clock and is not allowed with KB_ENV=production: unset it.")
        return self

    @property
    def signing_key(self) -> Path:
        """Where the signing keys are. In production they come from a file the operator names."""
        if self.signing_key_file is None and self.env is Environment.PRODUCTION:
            raise ValueError(
                "KB_SIGNING_KEY_FILE is not set. Name a file that only this service can read, and make a key "
                "in it with `klimabruecke key add`."
            )
        return self.signing_key_file or self.data_dir / "signing-key.pem"

    @property
    def operator(self) -> Path:
        """Where the operator's statements are; without the file there are none."""
        return self.operator_file or self.data_dir / "operator.toml"

    @property
    def url(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir / 'klimabruecke.db'}"
