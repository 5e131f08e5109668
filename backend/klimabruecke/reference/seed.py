"""Loads the reference data this version ships with."""

from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session

from klimabruecke.core.seeding import read_rows, store
from klimabruecke.reference.evidence.queries import GWP_SET, OF_FACTORS, OF_SETS, SOURCE
from klimabruecke.reference.standards.tables import (
    BalanceSector,
    EnergyCarrier,
    GpcReference,
    StandardCrosswalk,
)
from klimabruecke.reference.tables import EmissionFactor, EmissionFactorSet, GwpSet, GwpValue, Source
from klimabruecke.reference.text import search_text

DATA = Path(__file__).parent / "data"
FACTORS = "emission_factors_2026-11-24.csv"
FACTOR_WORDS = ("id", "name", "name_de", "name_en", "region_name", "publisher", "document")
"""What a factor is found by."""


def seed(session: Session) -> None:
    """Sources first, since everything else names one. Running it again changes nothing."""
    for sources in ("sources_2026-11-23.csv", "sources_2026-11-24.csv", "inventory_sources_2026-11-24.csv"):
        store(session, Source, _searchable(sources, "id", "title", "publisher", "note"), [SOURCE])
    store(session, EmissionFactorSet, read_rows(DATA / "emission_factor_sets_2026-11-24.csv"), OF_SETS)
    store(session, EmissionFactor, _searchable(FACTORS, *FACTOR_WORDS), OF_FACTORS)
    store(session, GwpSet, read_rows(DATA / "gwp_sets_2026-11-24.csv"), [GWP_SET])
    store(session, GwpValue, _gwp_values())
    store(session, GpcReference, read_rows(DATA / "gpc_references_2026-11-24.csv"))
    store(session, BalanceSector, read_rows(DATA / "balance_sectors_2026-11-24.csv"))
    store(session, EnergyCarrier, read_rows(DATA / "energy_carriers_2026-11-24.csv"))
    store(session, StandardCrosswalk, read_rows(DATA / "standard_crosswalk_2026-11-24.csv"))


def _searchable(file: str, *fields: str) -> Iterator[dict[str, str]]:
    for row in read_rows(DATA / file):
        yield {**row, "search_text": search_text(*(row[field] for field in fields))}


def _gwp_values() -> Iterator[dict[str, str]]:
    for row in read_rows(DATA / "gwp_values_2026-11-24.csv"):
        yield {"id": f"{row['gwp_set_id']}-{row['gas']}", **row}
