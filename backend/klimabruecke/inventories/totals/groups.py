"""Adding up several inventories: what is kept apart, and when a sum cannot be given."""

from collections.abc import Mapping
from typing import Any

from klimabruecke.calc.inventory import MEASURES, Measure
from klimabruecke.inventories.schemas import NOT_STATED

MIXED = "mixed"
Measured = Mapping[str, frozenset[Measure]]
"""By inventory: the totals it has at all."""


class Group:
    """The sums of one group while they are made."""

    def __init__(self) -> None:
        self._sums: dict[Measure, int] = {}
        self._unknown: dict[Measure, str] = {}
        self._inventories: set[str] = set()
        self._gwp_sets: set[str] = set()
        self._demo = False

    def count(self, inventory_id: str, gwp_set: str | None, is_demo: bool) -> None:
        """Note an inventory that is added up."""
        self._inventories.add(inventory_id)
        self._gwp_sets.add(gwp_set or NOT_STATED)
        self._demo |= bool(is_demo)

    def add(self, amounts_kg: Mapping[Measure, int]) -> None:
        for measure, kg in amounts_kg.items():
            self._sums[measure] = self._sums.get(measure, 0) + kg

    def withhold(self, measures: tuple[Measure, ...], reason: str) -> None:
        """These sums cannot be given."""
        self._unknown |= dict.fromkeys(measures, reason)

    def document(self, measured: Measured) -> dict[str, Any]:
        """A total that some of the inventories do not have is no total of all of them."""
        for measure in self._sums:
            if any(measure not in measured[one] for one in self._inventories):
                self._unknown.setdefault(measure, "not_in_every_inventory")
        amounts = {f"{name}_kg": None if name in self._unknown else self._sums.get(name) for name in MEASURES}
        return {
            **amounts,
            "inventories": len(self._inventories),
            "gwp_set": next(iter(self._gwp_sets)) if len(self._gwp_sets) == 1 else MIXED,
            "reasons": sorted(set(self._unknown.values())),
            "demo": self._demo,
        }
