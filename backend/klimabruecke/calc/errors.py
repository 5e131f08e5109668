"""What the calculator refuses, in a form every language can be made of."""

from collections.abc import Mapping
from typing import Final, TypeAlias

Parameter: TypeAlias = str | int | float | tuple[str, ...]


class CalcError(Exception):
    """An input the calculator cannot answer: never a silent zero, never a silent proxy.

    `item` is the position of the item in the request (None: the request itself), `field` the name of the
    offending field, `code` a stable word, `parameters` what a sentence about it needs, such as what is
    accepted. `also` are the refusals of further items, so that all are mended at once.
    """

    def __init__(
        self, code: str, field: str | None = None, *, item: int | None = None, **parameters: Parameter
    ) -> None:
        super().__init__(code, field, item, parameters)
        self.code: Final = code
        self.field: Final = field
        self.item: Final = item
        self.parameters: Final[Mapping[str, Parameter]] = parameters
        self.also: tuple[CalcError, ...] = ()

    def at(self, item: int) -> "CalcError":
        """The same refusal, now knowing which item of the request it is about."""
        return CalcError(self.code, self.field, item=item, **self.parameters)

    def __str__(self) -> str:
        where = "request" if self.item is None else f"item {self.item}"
        return f"{self.code} at {where}, field {self.field}: {dict(self.parameters)}"


class FactorDataError(ValueError):
    """The factor data contradict themselves, for example a well-to-wheel factor with a second upstream line.

    This is a fault of the seed files, not of the caller.
    """
