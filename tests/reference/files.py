"""Files of emission factors as a coordinator loads them."""

import csv
import io
from typing import Any

from klimabruecke.reference.drafts.rows import COLUMNS

Json = dict[str, Any]
Cells = dict[str, str]


def a_row(**changes: str) -> Cells:
    """A row about nothing the calculator uses."""
    return {
        "id": "TEST-2026",
        "category": "ground_passenger",
        "name": "Rail",
        "name_de": "Bahn",
        "name_en": "Rail",
        "region_code": "NA",
        "region_name": "Namibia",
        "unit": "kgCO2e/passenger_km",
        "value": "0.05",
        "scope_boundary": "WTW",
        "scope": "wtw",
        "non_co2": "not_applicable",
        "redistribution": "open",
        "quality_grade": "D",
        "uncertainty_pct": "50",
        "uncertainty_basis": "proposed",
        "verification": "reported",
    } | changes


def succeeding(factor: Json, **changes: str) -> Cells:
    """A row that replaces a factor that is there."""
    copied = {name: str(factor[name]) for name in COLUMNS if name != "replaces" and factor[name] is not None}
    return copied | {"id": f"{factor['id']}-2026", "replaces": factor["id"]} | changes


def text_of(*rows: Cells, separator: str = ",", columns: tuple[str, ...] = COLUMNS) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, restval="", delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def a_set(*rows: Cells, **changes: Any) -> Json:
    """What loads a set that holds in 2026."""
    return {
        "title": "Test factors 2026",
        "publisher": "Test",
        "edition_year": 2026,
        "valid_from_on": "2026-01-01",
        "valid_to_on": "2026-12-31",
        "licence": "open",
        "gwp_set": "AR6",
        "verification": "reported",
        "best_before_on": "2027-06-30",
        "source_id": "S201",
        "csv": text_of(*(rows or (a_row(),))),
    } | changes
