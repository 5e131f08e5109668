"""What frozen totals rest on: the methods that computed them, the sources of their factors."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from klimabruecke.reference.queries import sources_named


class Origins:
    """Gathered from kept footprints, one by one."""

    def __init__(self) -> None:
        self._methods: set[tuple[str, str]] = set()
        self._proofs: dict[str, set[str]] = {}

    def add(self, footprint: Mapping[str, Any]) -> None:
        self._methods.add((footprint["method"]["id"], footprint["method"]["version"]))
        for item in footprint["items"]:
            for factor in item["factors"]:
                self._proofs.setdefault(factor["source_id"], set()).add(factor["verification"])

    def document(self, connection: Connection) -> dict[str, Any]:
        """With the names the sources have today, and those of which a factor is only recalled."""
        return {
            "methods": [{"id": name, "version": version} for name, version in sorted(self._methods)],
            "sources": [each._asdict() for each in sources_named(connection, sorted(self._proofs))],
            "unproven": sorted(name for name, proofs in self._proofs.items() if "recalled" in proofs),
        }
