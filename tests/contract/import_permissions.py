"""The rows of imports in the permission table; see ``permissions``."""

from tests.contract.rules import (
    BREMEN,
    CLIMATE_WRITERS,
    READERS,
    Asked,
    Row,
    at,
    at_made,
    only,
)
from tests.contract.world import World, matching


def importing(world: World) -> Asked:
    file, form = world.file(dry_run="true")
    headers = {"Idempotency-Key": form["year"]}
    return Asked("/imports", None, headers, {"resource": "inventories", **form}, file)


def answering(world: World) -> Asked:
    path = world.new("import")
    return Asked(f"{path}/mapping", {"unit": "t"}, matching(world, path))


def adding(world: World) -> Asked:
    """A piece of an upload of the coordinator's."""
    headers = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    return Asked(world.new("upload"), {}, headers)


ONE, OTHERS = only("coordinator"), CLIMATE_WRITERS.allowed - {"coordinator"}
IMPORTS: dict[str, Row] = {
    "list_imports": Row(READERS, 200, at("/imports")),
    "get_import": Row(READERS, 200, at_made("{import}", "import")),
    "list_import_mappings": Row(READERS, 200, at("/import-mappings")),
    "create_import": Row(BREMEN, 202, importing),
    "replace_import_mapping": Row(
        BREMEN,
        200,
        answering,
    ),
    "create_import_application": Row(
        BREMEN, 202, lambda world: Asked(f"{world.new('import')}/applications", {})
    ),
    "create_import_reversal": Row(
        BREMEN, 202, lambda world: Asked(f"{world.new('applied_import')}/reversals")
    ),
    "create_upload": Row(
        CLIMATE_WRITERS, 201, lambda _: Asked("/uploads", {"file_name": "a.csv", "size_bytes": 100})
    ),
    "get_upload": Row(ONE, 200, at_made("{upload}", "upload"), strangers=OTHERS),
    "update_upload": Row(ONE, 204, adding, strangers=OTHERS),
}
