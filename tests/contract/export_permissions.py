"""The rows of exports in the permission table; see ``permissions``."""

from tests.contract.inventory_permissions import at_published
from tests.contract.rules import EVERYBODY, Asked, Row, at

EXPORTS: dict[str, Row] = {
    "get_inventory_workbook": Row(
        EVERYBODY, 200, lambda world: Asked(f"{at_published(world).path}/workbook")
    ),
    "get_data_package": Row(EVERYBODY, 200, at("/data-package")),
    "get_progress_note": Row(EVERYBODY, 200, at("/progress-notes?city=durban&year=2026")),
}
