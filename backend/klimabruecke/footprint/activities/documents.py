"""Activities and versions of their footprints as they are shown."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from klimabruecke.calc.amounts import kilograms
from klimabruecke.core.language import Language
from klimabruecke.footprint import documents
from klimabruecke.footprint.programmes.period import Notice

Document: TypeAlias = dict[str, Any]


def shown_activity(activity: Any, version: Any, notices: Sequence[Notice], language: Language) -> Document:
    """The activity in the shape of ``ActivityOut``; ``version`` is the footprint that counts."""
    plain = ("id", "title", "kind", "project_id", "plan_id", "programme_id")
    return {
        **{name: getattr(activity, name) for name in plain},
        "starts_on": activity.starts_on.isoformat(),
        "ends_on": activity.ends_on.isoformat(),
        "status": activity.status,
        "host_city_id": activity.host_city_id,
        "participants": activity.participants,
        "footprint_id": activity.footprint_id,
        "stage": version.stage,
        "method_id": version.method_id,
        **documents.shown_range(version.footprint),
        "items": activity.items,
        "assumptions": activity.assumptions or [],
        "over_budget_reason": activity.over_budget_reason,
        "footprint": documents.shown(version.footprint, language),
        "notices": [notice.shown(language) for notice in notices],
        **documents.stamps(activity),
    }


def shown_version(version: Any, current: bool, language: Language) -> Document:
    """A version in the shape of ``ActivityFootprintOut``."""
    return {
        "id": version.id,
        "activity_id": version.activity_id,
        "number": version.number,
        "current": current,
        "stage": version.stage,
        "method_id": version.method_id,
        "method_version": version.method_version,
        "on": version.factors_on.isoformat(),
        "factor_set_id": version.factor_set_id,
        **documents.shown_range(version.footprint),
        "items": version.items,
        "footprint": documents.shown(version.footprint, language),
        "difference": _difference(version),
        **documents.stamps(version),
    }


def _difference(version: Any) -> Document | None:
    if version.difference_g is None:
        return None
    return {
        "ghg_kg": kilograms(version.difference_g),
        "factor_set_kg": kilograms(version.factor_set_g),
        "method_kg": kilograms(version.method_g),
        "input_kg": kilograms(version.input_g),
    }
