"""The rows of inventories in the permission table; see ``permissions``."""

from collections.abc import Callable

from tests.contract.rules import (
    BREMEN,
    COORDINATORS,
    EVERYBODY,
    Asked,
    Row,
    at,
    changing,
    removing,
)
from tests.contract.world import World, matching


def at_published(world: World) -> Asked:
    return Asked(world.known("published_inventory")["published_inventory"])


def line_at(path: str) -> Callable[[World], Asked]:
    """An address of a line, or of what is under it, that everybody may read."""

    def asked(world: World) -> Asked:
        inventory = at_published(world).path.rpartition("/")[2]
        found = world.demo.client().get("/emissions", params={"inventory": inventory}).json()
        return Asked(path.format(line=found["items"][0]["id"]))

    return asked


def differences(world: World) -> Asked:
    path = at_published(world).path
    return Asked(f"{path}/differences?to={path.rpartition('/')[2]}")


def publishing_inventory(world: World) -> Asked:
    path = world.new("filled_inventory")
    return Asked(f"{path}/publications", None, matching(world, path))


def entering(world: World) -> Asked:
    entry = {"form_id": "diesel", "gpc_ref": "II.1.1", "activity_value": 1, "activity_unit": "litre"}
    factor = {"emission_factor_id": "DESNZ2025-1_101_1012_8_1", "source_note": "Akten"}
    return Asked(f"{world.new('inventory')}/first-inventory-entries", {**entry, **factor})


def keying(world: World) -> Asked:
    keys = {"gpc_refs": ["I.7.1"], "explanation": "Keine Zahlen"}
    return Asked(f"{world.new('inventory')}/notation-keys", keys)


INVENTORIES: dict[str, Row] = {
    "list_gpc_references": Row(EVERYBODY, 200, at("/gpc-references")),
    "get_gpc_reference": Row(EVERYBODY, 200, at("/gpc-references/I.1.1")),
    "list_balance_sectors": Row(EVERYBODY, 200, at("/balance-sectors")),
    "list_energy_carriers": Row(EVERYBODY, 200, at("/energy-carriers")),
    "list_standard_crosswalk": Row(EVERYBODY, 200, at("/standard-crosswalk")),
    "list_series": Row(EVERYBODY, 200, at("/series?city=durban")),
    "list_comparisons": Row(EVERYBODY, 200, at("/comparisons?cities=durban,bremen")),
    "list_targets": Row(EVERYBODY, 200, at("/targets")),
    "list_pathways": Row(EVERYBODY, 200, at("/pathways")),
    "list_national_emissions": Row(EVERYBODY, 200, at("/national-emissions")),
    "create_city": Row(COORDINATORS, 201, lambda world: Asked("/cities", world.city())),
    "list_emission_totals": Row(EVERYBODY, 200, at("/emission-totals")),
    "list_inventories": Row(EVERYBODY, 200, at("/inventories")),
    "get_inventory": Row(EVERYBODY, 200, at_published),
    "list_inventory_differences": Row(EVERYBODY, 200, differences),
    "list_emissions": Row(EVERYBODY, 200, at("/emissions")),
    "get_emission": Row(EVERYBODY, 200, line_at("/emissions/{line}")),
    "list_first_inventory_data": Row(EVERYBODY, 200, at("/first-inventory-data")),
    "get_first_inventory_letter": Row(
        EVERYBODY, 200, at("/first-inventory-data/wastewater/letter?city=windhoek&year=2024")
    ),
    "get_inventory_coverage": Row(
        EVERYBODY, 200, lambda world: Asked(f"{at_published(world).path}/coverage")
    ),
    "create_first_inventory_entry": Row(BREMEN, 201, entering),
    "create_inventory_notation_keys": Row(BREMEN, 201, keying),
    "create_inventory": Row(BREMEN, 201, lambda world: Asked("/inventories", world.inventory())),
    "update_inventory": Row(BREMEN, 200, changing("inventory", boundary_en="Other")),
    "delete_inventory": Row(BREMEN, 204, removing("inventory")),
    "create_inventory_publication": Row(BREMEN, 201, publishing_inventory),
    "create_inventory_withdrawal": Row(
        BREMEN,
        201,
        lambda world: Asked(f"{world.new('published_inventory')}/withdrawals", {"reason": "Falsch"}),
    ),
    "create_inventory_restoration": Row(
        BREMEN, 201, lambda world: Asked(f"{world.deleted('inventory')}/restorations")
    ),
    "create_inventory_revision": Row(
        BREMEN, 201, lambda world: Asked(f"{world.new('published_inventory')}/revisions")
    ),
    "create_emission": Row(BREMEN, 201, lambda world: Asked("/emissions", world.emission())),
    "update_emission": Row(BREMEN, 200, changing("emission", amount_kg=2)),
    "delete_emission": Row(BREMEN, 204, removing("emission")),
    "create_emission_restoration": Row(
        BREMEN, 201, lambda world: Asked(f"{world.deleted('emission')}/restorations")
    ),
}
