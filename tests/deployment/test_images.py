"""deploy/: the Dockerfile and the proxy's configuration, judged by their rules and against compose."""

import re
from fnmatch import fnmatch
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.deployment.test_compose import GIVEN, PINNED, resolved

DOCKERFILE = (REPOSITORY / "deploy" / "Dockerfile").read_text()
IGNORED = (REPOSITORY / "deploy" / "Dockerfile.dockerignore").read_text()
CADDYFILE = (REPOSITORY / "deploy" / "Caddyfile").read_text()


def stages() -> dict[str, list[str]]:
    """The instructions of each stage, continued lines joined."""
    found: dict[str, list[str]] = {}
    instructions: list[str] = []
    for line in DOCKERFILE.replace("\\\n", " ").splitlines():
        if match := re.match(r"FROM \$\{\w+\} AS (\w+)$", line):
            instructions = found[match[1]] = []
        elif line and not line.startswith("#"):
            instructions.append(re.sub(r"\s+", " ", line))
    return found


def copied() -> list[str]:
    """What is copied from the repository."""
    lines = [line for instructions in stages().values() for line in instructions]
    copies = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from=" not in line]
    return [source for sources in copies for source in sources]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    found: dict[str, Any] = resolved(GIVEN)["services"]
    return found


def test_base_images_are_pinned_and_can_be_pinned_by_digest() -> None:
    arguments = dict(re.findall(r"(?m)^ARG (\w+_IMAGE)=(\S+)$", DOCKERFILE))
    assert set(arguments) == {"PYTHON_IMAGE", "NODE_IMAGE", "CADDY_IMAGE"}
    for image in arguments.values():
        assert PINNED.match(image), image
    assert set(re.findall(r"(?m)^FROM (\S+)", DOCKERFILE)) == {f"${{{name}}}" for name in arguments}


def test_the_images_run_the_versions_the_project_is_tested_with() -> None:
    for kind, file in (("python", ".python-version"), ("node", ".nvmrc")):
        wanted = (REPOSITORY / file).read_text().strip()
        assert re.search(rf"(?m)^ARG \w+={kind}:{re.escape(wanted)}\.", DOCKERFILE), f"{kind} {wanted}"


def test_every_target_of_compose_is_a_stage(services: dict[str, Any]) -> None:
    built = {name: service["build"] for name, service in services.items() if "build" in service}
    assert set(built) == {"backend", "proxy"}
    for build in built.values():
        assert (REPOSITORY / build["dockerfile"]).is_file()
        assert build["target"] in stages()


def test_an_image_runs_as_the_user_compose_names(services: dict[str, Any]) -> None:
    for name in ("backend", "proxy"):
        users = [line.split()[1] for line in stages()[name] if line.startswith("USER ")]
        assert users[-1:] == [services[name]["user"]], name


def test_packages_come_from_the_locks_and_nowhere_else() -> None:
    lines = [line for instructions in stages().values() for line in instructions]
    installs = re.findall(r"\b(?:pip|npm|apt-get|apk) [^&|;\n]*", "\n".join(lines))
    assert sorted(re.sub(r"\s+", " ", line).strip() for line in installs) == [
        "npm ci",
        "npm run build",
        "pip install --no-cache-dir --no-deps --require-hashes -r /opt/requirements.lock",
    ]


@pytest.mark.parametrize("source", copied())
def test_what_is_copied_exists_and_reaches_the_builder(source: str) -> None:
    assert (REPOSITORY / source).exists()
    reached = False
    for pattern in IGNORED.splitlines():
        if pattern and not pattern.startswith("#"):
            name = pattern.removeprefix("!").rstrip("/")
            if fnmatch(source.rstrip("/"), name) or source.startswith(f"{name}/"):
                reached = pattern.startswith("!")
    assert reached, f"{source} is kept from the builder by Dockerfile.dockerignore"


def blocks(text: str) -> dict[str, Any]:
    """A Caddyfile as nested blocks; raises where a brace is missing."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    found, rest = _block(lines)
    assert rest == []
    return found


def _block(lines: list[str]) -> tuple[dict[str, Any], list[str]]:
    found: dict[str, Any] = {}
    while lines:
        line, *lines = lines
        if line == "}":
            return found, lines
        if line.endswith("{"):
            found[line.removesuffix("{").strip()], lines = _block(lines)
            assert lines is not None
        else:
            found[line] = None
    return found, lines


def test_the_proxy_asks_the_backend_and_compose_knows_both(services: dict[str, Any]) -> None:
    site = blocks(CADDYFILE)["{$KB_SITE_ADDRESS}"]
    assert "KB_SITE_ADDRESS" in services["proxy"]["environment"]
    upstream = next(name for name in site["handle"] if name.startswith("reverse_proxy "))
    host, port = upstream.removeprefix("reverse_proxy ").split(":")
    assert host in services
    assert f"EXPOSE {port}" in stages()[host]
    assert "health_uri /health/ready" in site["handle"][upstream]


def test_the_proxy_listens_where_compose_publishes(services: dict[str, Any]) -> None:
    options = blocks(CADDYFILE)[""]
    ports = {line.split()[1] for line in options if line.startswith(("http_port", "https_port"))}
    published = {re.sub(r"^\d+:(\d+).*$", r"\1", str(port)) for port in services["proxy"]["ports"]}
    assert ports == published
    assert "admin off" in options
    health = services["proxy"]["healthcheck"]["test"][-1]
    assert any(health.startswith(address) for address in blocks(CADDYFILE) if address.startswith("http://"))


def test_the_proxy_bounds_what_a_client_may_hold() -> None:
    timeouts = blocks(CADDYFILE)[""]["servers"]["timeouts"]
    assert {line.split()[0] for line in timeouts} == {"read_header", "read_body", "idle"}
    assert any("max_size" in line for line in blocks(CADDYFILE)["{$KB_SITE_ADDRESS}"]["request_body"])


def test_the_proxy_leaves_the_compression_of_the_api_to_the_api() -> None:
    """Beside a token nothing is compressed, and only the API knows where tokens are."""
    site = blocks(CADDYFILE)["{$KB_SITE_ADDRESS}"]
    assert [line for line in site if line.startswith("encode")] == ["encode @pages zstd gzip"]
    assert "@pages not path /api/*" in site


def test_what_the_proxy_serves_itself_carries_the_security_headers() -> None:
    static = blocks(CADDYFILE)["{$KB_SITE_ADDRESS}"]["handle @immutable"]
    sent = {line.split()[1] for line in static if line.startswith("header ")}
    assert {"Strict-Transport-Security", "X-Content-Type-Options", "Cross-Origin-Resource-Policy"} <= sent
