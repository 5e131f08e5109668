"""Questions: every detail of an item is what it can be, and whether that is sure.

All sure: the item is known. Otherwise a question, with the items to choose from where there are a few.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any, Literal, TypeAlias

from klimabruecke.calc.items import Item

QuestionCode: TypeAlias = Literal[
    "not_recognised",
    "cells_do_not_fit",
    "means_unclear",
    "place_unclear",
    "place_missing",
    "class_unclear",
    "travellers_unclear",
    "return_unclear",
    "distance_unclear",
    "country_unclear",
    "rooms_unclear",
    "nights_unclear",
    "cars_unclear",
    "not_computable",
]
MOST_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """What a detail can be; ``code`` is the question where that is not sure."""

    code: QuestionCode
    options: tuple[Any, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line holds: an item, or questions with the items that would answer them."""

    row: int
    item: Item | None = None
    questions: tuple[QuestionCode, ...] = ()
    candidates: tuple[Item, ...] = ()

    @property
    def possible(self) -> tuple[Item, ...]:
        return self.candidates if self.item is None else (self.item,)


def unsure(code: QuestionCode, *options: Any) -> Choice:
    """What may be meant."""
    return Choice(code, options, sure=False)


def one_of(code: QuestionCode, found: Any | None, *otherwise: Any) -> Choice:
    """What was found; where nothing was, what it may be instead."""
    if found is not None:
        return Choice(code, (found,))
    return unsure(code, *(option for option in otherwise if option is not None))


def first_of(code: QuestionCode, options: Sequence[Any]) -> Choice:
    """Sure where there is just one."""
    return Choice(code, tuple(options), sure=len(options) == 1)


def entry_of(row: int, make: Callable[..., Item], details: Mapping[str, Choice]) -> Entry:
    """The item of these details, or what must be asked first."""
    questions = tuple(dict.fromkeys(detail.code for detail in details.values() if not detail.sure))
    options = [detail.options for detail in details.values()]
    few = prod(map(len, options)) <= MOST_CANDIDATES
    items = [make(**dict(zip(details, chosen, strict=True))) for chosen in product(*options)] if few else []
    if not questions:
        return Entry(row, items[0])
    return Entry(row, questions=questions, candidates=tuple(items))
