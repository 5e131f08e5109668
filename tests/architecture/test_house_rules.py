"""What keeps the code readable, held by tests instead of reviews."""

import ast
import subprocess
from importlib import import_module
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from klimabruecke.core.tables import Row
from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "backend" / "klimabruecke"
FRONTEND = REPOSITORY / "frontend" / "src"
MAX_FILE, MAX_FUNCTION, MAX_COMPONENT = 400, 60, 200
CATCH_ALLS = {"utils", "util", "helpers", "helper", "common", "service", "services", "crud", "misc"}
PLATFORM_TABLES = {
    *("change_head", "resource_counter", "audit_entry", "outbox_event"),
    *("job", "idempotency_key"),
}
ROLLUPS = {"footprint_group_total", "activity_total", "emission_rollup", "published_total"}
# Signing in writes these at every turn. The trail notes the act (sign_in, sign_out) instead of each of their
# rows, nobody edits or syncs them, and they are deleted when they no longer count.
SIGN_IN_TABLES = {"sign_in_session", "refresh_token", "sign_in_counter", "service_client_use"}


def tracked(*patterns: str) -> list[Path]:
    """Files of the project, as git knows them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    return [REPOSITORY / name for name in names if name and (REPOSITORY / name).is_file()]


def sources() -> list[Path]:
    return tracked("*.py", "frontend/*.ts", "frontend/*.svelte", "frontend/*.js")


def generated(path: Path) -> bool:
    return path.name == "schema.d.ts" or ("reference" in path.parts and "bench" in path.parts)


def test_no_source_file_is_too_long_to_read() -> None:
    long = {path.name: len(path.read_text().splitlines()) for path in sources() if not generated(path)}
    assert {name: lines for name, lines in long.items() if lines > MAX_FILE} == {}


def test_no_component_is_too_long_to_read() -> None:
    long = {path.name: len(path.read_text().splitlines()) for path in tracked("frontend/*.svelte")}
    assert {name: lines for name, lines in long.items() if lines > MAX_COMPONENT} == {}


def test_no_function_is_too_long_to_read() -> None:
    long = [
        f"{path.name}:{node.name}"
        for path in tracked("*.py")
        if not generated(path)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION
    ]
    assert long == []


def test_no_module_is_a_drawer_for_everything() -> None:
    assert [path for path in sources() if path.stem in CATCH_ALLS or path.parent.name in CATCH_ALLS] == []


def tables() -> list[type[SQLModel]]:
    modules = [
        import_module(".".join(("klimabruecke", *path.relative_to(PACKAGE).with_suffix("").parts)))
        for path in sorted(PACKAGE.rglob("tables.py"))
    ]
    return [
        found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, type) and hasattr(found, "__table__") and found.__module__ == module.__name__
    ]


@pytest.mark.parametrize("table", tables(), ids=lambda table: str(table.__tablename__))
def test_every_column_has_a_data_class(table: type[SQLModel]) -> None:
    assert getattr(table, "__data_class__", None) in ("public", "internal", "personal")
    exceptions = getattr(table, "__data_classes__", {})
    assert set(exceptions) <= set(table.__table__.columns.keys())  # type: ignore[attr-defined]


@pytest.mark.parametrize("table", tables(), ids=lambda table: str(table.__tablename__))
def test_every_domain_table_has_the_shape_of_a_row(table: type[SQLModel]) -> None:
    if table.__tablename__ in PLATFORM_TABLES | ROLLUPS | SIGN_IN_TABLES:
        return
    columns = table.__table__.columns  # type: ignore[attr-defined]
    assert set(Row.model_fields) | {"id"} <= set(columns.keys())
    assert columns["id"].primary_key


def test_no_file_names_a_package_registry_or_a_path_of_one_machine() -> None:
    hosts = [
        "registry.np" + "mjs",
        "py" + "pi.org",
        "python" + "hosted",
        "deb.deb" + "ian.org",
        "/wo" + "rk/",
    ]
    found = [
        f"{path.relative_to(REPOSITORY)}: {host}"
        for path in tracked()
        if path.suffix not in {".png", ".woff2", ".ico", ".csv"}
        for host in hosts
        if host in path.read_text(errors="replace")
    ]
    assert found == []


def test_every_locked_package_has_a_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        entries = (REPOSITORY / name).read_text().replace("\\\n", "").splitlines()
        assert entries
        assert [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_the_development_lock_pins_what_the_runtime_lock_pins() -> None:
    pinned = [
        {entry.split()[0] for entry in (REPOSITORY / name).read_text().splitlines() if "==" in entry}
        for name in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pinned[0] <= pinned[1]
