"""The rows of imports in the permission table; see ``permissions``."""

from tests.contract.rules import (
    BREMEN,
    READERS,
    Asked,
    Row,
    at,
    at_made,
)
from tests.contract.world import World, matching


def importing(world: World) -> Asked:
    file, form = world.file(dry_run="true")
    headers = {"Idempotency-Key": form["year"]}
    return Asked("/imports", None, headers, {"resource": "inventories", **form}, file)


def answering(world: World) -> Asked:
    path = world.new("import")
    return Asked(f"{path}/mapping", {"unit": "t"}, matching(world, path))


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
}
