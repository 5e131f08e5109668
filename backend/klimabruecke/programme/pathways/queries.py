"""What a city still has to save until its targets, and what its published measures would add to that."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from klimabruecke.calc.measure_effects import Counted, Estimate, Measure, Sum, counted, summed
from klimabruecke.inventories.targets import queries as targets
from klimabruecke.measures.deps import Reach
from klimabruecke.measures.measures import queries as measures
from klimabruecke.measures.measures.schemas import MeasureOut

TABLES = (*targets.TABLES, "measure")


def pathways(connection: Connection, city_id: str | None, *, with_recalled: bool) -> list[dict[str, Any]]:
    """In the shape of ``CityPathwayOut``."""
    published = measures.published_of(connection, Reach(drafts=False, recalled=with_recalled), city_id)
    return [
        _pathway(target, [one for one in published if one.city_id == target["city_id"]])
        for target in targets.city_targets(connection, city_id)
    ]


def _pathway(target: dict[str, Any], published: Sequence[MeasureOut]) -> dict[str, Any]:
    way = target["pathway"]
    latest_year = None if way is None else way["latest_year"]
    found = counted([_measure(one) for one in published], latest_year, target["target_year"])
    firm, claimed = summed(found, "measured", "expected"), summed(found, "claimed")
    to_go_kg = None if way is None else way["to_go_kg"]
    remaining_kg = None if to_go_kg is None else to_go_kg - (firm.ghg_kg or 0)
    return {
        "target_id": target["id"],
        **{name: target[name] for name in ("city_id", "base_year", "target_year", "reduction_pct")},
        "latest_year": latest_year,
        "to_go_kg": to_go_kg,
        "reason_if_null": target["reason_if_null"],
        "measured": _shown_sum(summed(found, "measured")),
        "expected": _shown_sum(summed(found, "expected")),
        "claimed": _shown_sum(claimed),
        "remaining_kg": remaining_kg,
        "remaining_with_claims_kg": None if remaining_kg is None else remaining_kg - (claimed.ghg_kg or 0),
        "measures": [_shown(one, of) for one, of in zip(found, published, strict=True)],
    }


def _measure(one: MeasureOut) -> Measure:
    estimates = tuple(
        Estimate(effect.ghg_kg, effect.basis, effect.year, effect.overlap_group)
        for effect in one.effects
        if effect.ghg_kg is not None and effect.per == "year" and effect.basis is not None
    )
    return Measure(one.id, one.action_type, one.status, estimates, one.starts_year, one.ends_year)


def _shown_sum(found: Sum) -> dict[str, Any]:
    return {"ghg_kg": found.ghg_kg, "ghg_low_kg": found.low_kg, "ghg_high_kg": found.high_kg}


def _shown(one: Counted, of: MeasureOut) -> dict[str, Any]:
    """A figure that does not count is shown all the same, with why; of adaptation none is."""
    estimate = None if one.reason == "adaptation" else one.estimate
    return {
        "measure_id": of.id,
        "title_de": of.title_de,
        "title_en": of.title_en,
        "ghg_kg": None if estimate is None else estimate.ghg_kg,
        "ghg_low_kg": one.low_kg,
        "ghg_high_kg": one.high_kg,
        "basis": None if estimate is None else estimate.basis,
        "year": None if estimate is None else estimate.year,
        "overlap_group": None if estimate is None else estimate.overlap_group,
        "counts": one.reason is None,
        "why_not": one.reason,
        "counted_with": one.counted_with,
        "source_id": of.source_id,
        "verification": of.verification,
    }
