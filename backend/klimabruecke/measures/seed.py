"""Loads the measures this version ships with, once: what people changed since then is theirs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from klimabruecke.core.seeding import read_rows
from klimabruecke.measures.deps import THE_SYSTEM
from klimabruecke.measures.measures.actions import create_measure
from klimabruecke.measures.measures.effects import EffectIn
from klimabruecke.measures.measures.schemas import MeasureIn
from klimabruecke.measures.measures.tables import Measure

FILE = Path(__file__).parent / "data" / "measures_2026-11-24.csv"
_LISTS = ("co_benefits", "hazards", "instruments", "prerequisites")
_NUMBERS = ("starts_year", "ends_year", "cost_cents")
_EFFECT = "effect_"


def seed(session: Session) -> None:
    """After cities and sources. A measure that is there, or was deleted, is not loaded again."""
    there = set(session.exec(select(Measure.id)).all())
    for row in read_rows(FILE):
        if row["id"] not in there:
            create_measure(session, THE_SYSTEM, _measure(row), measure_id=row["id"])


def _measure(row: Mapping[str, str]) -> MeasureIn:
    """A row of the file: lists are set apart by ``;``, an empty cell is null, two effects at most."""
    cells: dict[str, Any] = {
        name: cell for name, cell in row.items() if cell and name != "id" and not name.startswith(_EFFECT)
    }
    for name in _LISTS:
        cells[name] = cells[name].split(";") if name in cells else []
    for name in _NUMBERS:
        if name in cells:
            cells[name] = int(cells[name])
    cells["is_continuous"] = cells.get("is_continuous") == "true"
    cells["effects"] = [effect for effect in (_reduction(row), _other(row)) if effect is not None]
    return MeasureIn.model_validate({**cells, "visibility": "published"})


def _reduction(row: Mapping[str, str]) -> EffectIn | None:
    if not row["effect_ghg_kg"]:
        return None
    return EffectIn.model_validate(
        {
            "ghg_kg": int(row["effect_ghg_kg"]),
            "per": "period" if row["effect_period_years"] else "year",
            "period_years": int(row["effect_period_years"]) if row["effect_period_years"] else None,
            "basis": row["effect_basis"],
            "basis_note": row["effect_basis_note"] or None,
            "overlap_group": row["effect_overlap_group"] or None,
            "source_id": row["effect_source_id"] or None,
        }
    )


def _other(row: Mapping[str, str]) -> EffectIn | None:
    if not row["effect_quantity"]:
        return None
    unit = {"unit": row["effect_unit"], "unit_de": row["effect_unit_de"] or None}
    return EffectIn.model_validate({"quantity": float(row["effect_quantity"]), **unit})
