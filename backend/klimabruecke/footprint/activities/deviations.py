"""Why an activity's actual footprint differs from the planned one, as it is kept with the actual version."""

from datetime import date
from typing import Any, TypeAlias

from klimabruecke.calc.deviation import Actual, Planned, causes_of
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.footprint import Footprint
from klimabruecke.calc.items import Item
from klimabruecke.footprint import documents
from klimabruecke.footprint.activities.cause_texts import sentence
from klimabruecke.footprint.activities.tables import ActivityFootprint
from klimabruecke.footprint.calculator import Calculator

Document: TypeAlias = dict[str, Any]


def deviation(
    calculator: Calculator, planned: ActivityFootprint, items: tuple[Item, ...], on: date, actual: Footprint
) -> list[Document]:
    """The causes with their grams and sentences; they add up to actual minus planned exactly."""

    def grams_of(item: Item) -> int | None:
        return _grams_of(calculator, item, on, actual.method_id)

    happened = [
        Actual(item, answer.ghg_g.central_g) for item, answer in zip(items, actual.items, strict=True)
    ]
    before = _planned(calculator, planned, on, actual.method_id)
    return [
        {"code": cause.code, "ghg_g": cause.ghg_g, "detail": sentence(cause)._asdict()}
        for cause in causes_of(before, happened, calculator.places, grams_of)
    ]


def _planned(
    calculator: Calculator, version: ActivityFootprint, on: date, method_id: str
) -> tuple[Planned, ...]:
    """Each planned item as it was kept, and computed anew step by step.

    What cannot be computed leaves its part to the next step; so does a method that has another version now.
    """
    same_version = calculator.methods[version.method_id].data.version == version.method_version

    def one(item: Item, ghg_g: int) -> Planned:
        by_factors_g = _grams_of(calculator, item, on, version.method_id) if same_version else ghg_g
        by_factors_g = ghg_g if by_factors_g is None else by_factors_g
        by_method_g = _grams_of(calculator, item, on, method_id)
        return Planned(item, ghg_g, by_factors_g, by_factors_g if by_method_g is None else by_method_g)

    kept = version.footprint["items"]
    items = documents.items_of(version.items)
    return tuple(one(item, answer["ghg_g"]) for item, answer in zip(items, kept, strict=True))


def _grams_of(calculator: Calculator, item: Item, on: date, method_id: str) -> int | None:
    try:
        return calculator.compute((item,), on, method_id).ghg_g.central_g
    except CalcError:
        return None
