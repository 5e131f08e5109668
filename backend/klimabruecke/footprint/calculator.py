"""The calculator as plans and activities use it: items in, a footprint out, refusals at their place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated

from fastapi import Depends

from klimabruecke.calc.catalogue import OWN_METHOD
from klimabruecke.calc.errors import CalcError
from klimabruecke.calc.footprint import Footprint, footprint
from klimabruecke.calc.items import Item, Request
from klimabruecke.calc.methods import Method
from klimabruecke.calc.quantities import Places
from klimabruecke.core.db import DatabaseDep
from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.footprint import queries, texts

Refuse = Callable[[CalcError], Invalid]


@dataclass(frozen=True)
class Calculator:
    """All methods and places, read before the request's transaction begins."""

    methods: Mapping[str, Method]
    places: Places

    def compute(self, items: Sequence[Item], on: date, method_id: str = OWN_METHOD) -> Footprint:
        """Raises CalcError for what has no honest answer."""
        return footprint(Request(on, tuple(items)), self.methods[method_id], self.places)

    def computed(
        self, items: Sequence[Item], on: date, method_id: str = OWN_METHOD, *, refuse: Refuse
    ) -> Footprint:
        """The same; raises what ``refuse`` makes of the error."""
        try:
            return self.compute(items, on, method_id)
        except CalcError as error:
            raise refuse(error) from None


def calculator(database: DatabaseDep) -> Calculator:
    return Calculator(queries.catalogue(database).methods, queries.places(database))


async def _calculator(database: DatabaseDep) -> Calculator:
    """As a dependency it is async: most of it is in memory, and a plain function would cost a hop."""
    return await database.briefly(partial(calculator, database))


CalculatorDep = Annotated[Calculator, Depends(_calculator)]


def at_items(prefix: str = "", day: str = "/on") -> Refuse:
    """Refusals inside ``items`` that stand at ``prefix`` of the body, or at the field that holds the day."""

    def refuse(error: CalcError) -> Invalid:
        if error.item is None:
            return Invalid(FieldError(day, error.code, texts.refusal(error)))
        field = f"/{error.field}" if error.field else ""
        place = f"{prefix}/items/{error.item}{field}"
        return Invalid(FieldError(place, error.code, texts.refusal(error)))

    return refuse


def at(pointer: str) -> Refuse:
    """Refusals of items the body does not hold: one place for all, the item named in the sentence."""

    def refuse(error: CalcError) -> Invalid:
        sentence = texts.refusal(error) if error.item is None else texts.refusal_at_item(error)
        return Invalid(FieldError(pointer, error.code, sentence))

    return refuse
