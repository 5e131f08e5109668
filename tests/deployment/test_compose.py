"""docker-compose.yml as far as it can be judged without a Docker engine."""

import ipaddress
import os
import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from klimabruecke.settings import Settings
from tests.conftest import REPOSITORY

TEXT = (REPOSITORY / "docker-compose.yml").read_text()
GIVEN = {"KB_DB_PASSWORD": "a-password-of-the-operator", "KB_SITE_ADDRESS": "klima.example.org"}
VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?::(?P<kind>[?-])(?P<rest>[^}]*))?\}")
PINNED = re.compile(r"^[a-z0-9/-]+:\d+\.\d+(\.\d+)?[a-z0-9.-]*(@sha256:[0-9a-f]{64})?$")


class MissingVariable(Exception):
    pass


def resolved(given: dict[str, str]) -> dict[str, Any]:
    """The file as compose reads it: by compose itself where it is installed, else by its rules."""
    if _has_compose():
        return _by_compose(given)

    def value(found: re.Match[str]) -> str:
        name, kind, rest = found["name"], found["kind"], found["rest"]
        if given.get(name):
            return given[name]
        if kind != "-":
            raise MissingVariable(name)
        return str(rest)

    document: dict[str, Any] = yaml.safe_load(VARIABLE.sub(value, TEXT))
    return document


def _has_compose() -> bool:
    if shutil.which("docker") is None:
        return False
    return subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode == 0


def _by_compose(given: dict[str, str]) -> dict[str, Any]:
    known = {name: value for name, value in os.environ.items() if not name.startswith("KB_")}
    command = ["docker", "compose", "--env-file", "/dev/null", "config", "--no-normalize"]
    found = subprocess.run(
        command, cwd=REPOSITORY, env={**known, **given}, capture_output=True, text=True, check=False
    )
    if found.returncode != 0:
        raise MissingVariable(found.stderr)
    document: dict[str, Any] = yaml.safe_load(found.stdout)
    return document


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return resolved(GIVEN)


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = compose["services"]
    return found


@pytest.mark.parametrize("missing", GIVEN)
def test_compose_refuses_to_start_without_what_only_the_operator_knows(missing: str) -> None:
    with pytest.raises(MissingVariable, match=missing):
        resolved({name: value for name, value in GIVEN.items() if name != missing})


def test_no_secret_stands_in_the_file() -> None:
    for line in TEXT.splitlines():
        if re.search(r"(?i)(password|secret|token|key)\w*(?<!_FILE): ", line):
            assert ":?" in line, line


def test_every_service_is_watched_and_comes_back(services: dict[str, dict[str, Any]]) -> None:
    for name, service in services.items():
        assert service["healthcheck"]["test"][0] == "CMD", name
        assert {"interval", "timeout", "retries", "start_period"} <= service["healthcheck"].keys(), name
        assert service["restart"] == "unless-stopped", name
        assert service["logging"]["options"]["max-size"], f"{name}: a log that grows fills the disk"


def test_every_service_is_locked_down(services: dict[str, dict[str, Any]]) -> None:
    for name, service in services.items():
        user, _, group = service["user"].partition(":")
        assert int(user) > 0, f"{name} runs as root"
        assert int(group) > 0, f"{name} runs in root's group"
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert "privileged" not in service, name
        assert service["tmpfs"], f"{name}: a read-only root needs somewhere for temporary files"


def test_images_are_pinned(services: dict[str, dict[str, Any]]) -> None:
    for name, service in services.items():
        assert PINNED.match(service["image"]), f"{name}: {service['image']}"


def test_only_the_proxy_is_reached_from_outside(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert compose["networks"]["inside"]["internal"] is True
    for name in ("database", "backend"):
        assert list(services[name]["networks"]) == ["inside"], name


def test_the_application_believes_exactly_this_proxy(compose: dict[str, Any]) -> None:
    address = compose["services"]["proxy"]["networks"]["inside"]["ipv4_address"]
    assert compose["services"]["backend"]["environment"]["KB_TRUSTED_PROXIES"] == address
    (subnet,) = (config["subnet"] for config in compose["networks"]["inside"]["ipam"]["config"])
    assert ipaddress.ip_address(address) in ipaddress.ip_network(subnet)


def test_the_application_accepts_its_environment(
    services: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = services["backend"]["environment"]
    for name, value in environment.items():
        assert name.removeprefix("KB_").lower() in Settings.model_fields, name
        monkeypatch.setenv(name, str(value))
    settings = Settings()
    assert settings.env.value == "production"
    assert settings.url == "postgresql://klimabruecke:a-password-of-the-operator@database/klimabruecke"
    assert str(settings.data_dir) in [volume.split(":")[1] for volume in services["backend"]["volumes"]]


def test_services_start_in_the_order_they_need_each_other(services: dict[str, dict[str, Any]]) -> None:
    assert services["backend"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert services["proxy"]["depends_on"] == {"backend": {"condition": "service_healthy"}}


def test_every_volume_is_declared(compose: dict[str, Any]) -> None:
    mounted = {
        volume.split(":")[0]
        for service in compose["services"].values()
        for volume in service.get("volumes", [])
    }
    assert mounted == set(compose["volumes"])


def test_the_database_is_at_least_postgresql_15(services: dict[str, dict[str, Any]]) -> None:
    version = re.match(r"postgres:(\d+)\.", services["database"]["image"])
    assert version is not None
    assert int(version[1]) >= 15
