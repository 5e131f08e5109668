"""Inventories and lines the tests start from; each test changes what it is about."""

from itertools import count
from typing import Any

import httpx

from tests.footprint.cooperation import changed, got, made, patched, problem, refused_at, removed

__all__ = ["a_line", "an_inventory", "changed", "got", "made", "patched", "problem", "published"]
__all__ += ["refused_at", "removed", "totals"]

Json = dict[str, Any]
_years = count(2040)


def an_inventory(**changes: Any) -> Json:
    """Of Bremerhaven, which has none, in a year nobody else uses."""
    return {
        "city_id": "bremerhaven",
        "year": next(_years),
        "standard": "gpc",
        "reporting_level": "basic",
        "gwp_set": "AR5",
        "source_note": "Records of the municipality",
    } | changes


def a_line(inventory: Json, gpc_ref: str = "I.1.1", **changes: Any) -> Json:
    return {"inventory_id": inventory["id"], "gpc_ref": gpc_ref, "amount_kg": 1000} | changes


def published(client: httpx.Client, inventory: Json) -> Json:
    """The inventory, published in the state it is in."""
    path = f"/inventories/{inventory['id']}"
    tag = client.get(path).headers["ETag"]
    answer = client.post(f"{path}/publications", headers={"If-Match": tag})
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


def totals(client: httpx.Client, inventory: Json, gwp: str = "reported") -> Json:
    """The totals by one set of potentials."""
    found: Json = got(client, f"/inventories/{inventory['id']}")["totals"][gwp]
    return found
