"""Emission factors as the calculator sees them, and which one of a series answers for a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from klimabruecke.calc.errors import CalcError, FactorDataError


class Scope(StrEnum):
    """How far a factor reaches: tank-to-wheel, well-to-tank, both in one figure, or a life cycle."""

    TTW = "ttw"
    WTT = "wtt"
    WTW = "wtw"
    LIFE_CYCLE = "life_cycle"
    OTHER = "other"


class NonCo2(StrEnum):
    """Whether a factor already contains the climate effect of aviation beyond its greenhouse gases."""

    EXCLUDED = "excluded"
    INCLUDED = "included"
    DEFINES = "defines"
    NOT_APPLICABLE = "not_applicable"
    NOT_STATED = "not_stated"


class Period(StrEnum):
    """How a factor's validity stands to the day of the activity."""

    CURRENT = "current"
    OLDER = "older"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Factor:
    """One published or derived number.

    `series` is the publisher's row id, the same in each year's set. `replaces` is the id of the factor it
    succeeds, where somebody said so: from its first day on it answers in that one's place.
    """

    id: str
    value: Decimal
    unit: str
    source_id: str
    verification: str
    scope: Scope = Scope.OTHER
    non_co2: NonCo2 = NonCo2.NOT_APPLICABLE
    gwp_set: str = ""
    region_code: str = "world"
    valid_from: date | None = None
    valid_to: date | None = None
    uncertainty_pct: Decimal = Decimal(0)
    series: str | None = None
    replaces: str | None = None

    def period(self, day: date) -> Period:
        if self.valid_to is not None and day > self.valid_to:
            return Period.OLDER
        if self.valid_from is not None and day < self.valid_from:
            return Period.LATER
        return Period.CURRENT

    def undated(self) -> "Factor":
        """The factor as a parameter of a method: the method's version fixes it, whatever the day."""
        return replace(self, valid_from=None, valid_to=None)


class FactorBook:
    """All factors by id and by what answers for each other. Unchanging; made once from the reference data."""

    def __init__(self, factors: Iterable[Factor]) -> None:
        self._by_id: Mapping[str, Factor] = {factor.id: factor for factor in _ended(list(factors))}
        families: dict[tuple[str, str], list[Factor]] = {}
        for factor in self._by_id.values():
            families.setdefault(self._family(factor), []).append(factor)
        self._by_family: Mapping[tuple[str, str], Sequence[Factor]] = families

    def __len__(self) -> int:
        return len(self._by_id)

    def all(self) -> Iterable[Factor]:
        return self._by_id.values()

    def get(self, factor_id: str) -> Factor:
        """The factor of this id. Raises FactorDataError: only our own data names factors by id."""
        try:
            return self._by_id[factor_id]
        except KeyError:
            raise FactorDataError(f"there is no emission factor {factor_id}") from None

    def on(self, factor_id: str, day: date) -> Factor:
        """The factor itself, or the one of its series or chain of successors that is valid on the day.

        Where none covers the day: the nearest earlier one, and before the first one the first. What the
        answer then is to the day, `Factor.period` tells; the caller warns about it.
        """
        named = self.get(factor_id)
        rows = self._by_family[self._family(named)]
        current = [row for row in rows if row.period(day) is Period.CURRENT]
        if current:
            return named if named in current else current[0]
        older = [row for row in rows if row.period(day) is Period.OLDER]
        if older:
            return max(older, key=lambda row: row.valid_to or date.min)
        return min(rows, key=lambda row: row.valid_from or date.min)

    def _family(self, factor: Factor) -> tuple[str, str]:
        """What the first of a chain of successors belongs to: its series, else itself."""
        while (replaced := self._by_id.get(factor.replaces or "")) is not None:
            factor = replaced
        return ("id", factor.id) if factor.series is None else ("series", factor.series)


def _ended(factors: Sequence[Factor]) -> Iterable[Factor]:
    """Who is replaced ends on the day before the first successor begins, if not earlier."""
    ends: dict[str, date] = {}
    for factor in factors:
        if factor.replaces is not None and factor.valid_from is not None:
            end = factor.valid_from - timedelta(days=1)
            ends[factor.replaces] = min(end, ends.get(factor.replaces, end))
    for factor in factors:
        end = ends.get(factor.id, date.max)
        yield replace(factor, valid_to=end) if end < (factor.valid_to or date.max) else factor


@dataclass(frozen=True, slots=True)
class FactorChoice:
    """Which factors answer an item of a type and variant in a country; the first one is the primary one.

    `country` is WORLD where the row answers for every country without one of its own.
    """

    item_type: str
    variant: str
    country: str
    factor_ids: tuple[str, ...]
    activity_unit: str
    is_proxy: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.item_type, self.variant, self.country)


WORLD = "world"


class FactorTable:
    """A method's choice of factors by (item type, variant, country), with `world` for every other country."""

    def __init__(self, choices: Iterable[FactorChoice]) -> None:
        self._rows: Mapping[tuple[str, str, str], FactorChoice] = {choice.key: choice for choice in choices}

    def choices(self) -> Iterable[FactorChoice]:
        return self._rows.values()

    def find(self, item_type: str, variant: str, country: str | None = None) -> FactorChoice | None:
        """The row of the country, else of the world, else None."""
        row = self._rows.get((item_type, variant, country or WORLD))
        return row or self._rows.get((item_type, variant, WORLD))

    def choose(self, item_type: str, variant: str, country: str | None) -> FactorChoice:
        """The row of the country, else of the world.

        Raises CalcError `type_not_covered`, `variant_not_covered`, `country_without_factor` or
        `country_needed`, with what is accepted: a country without a row is never answered by its
        neighbour's factor.
        """
        row = self.find(item_type, variant, country)
        if row is not None:
            return row
        keys = [key for key in self._rows if key[0] == item_type]
        if not keys:
            raise CalcError("type_not_covered", "type", item_type=item_type)
        countries = tuple(sorted(key[2] for key in keys if key[1] == variant))
        if not countries:
            variants = tuple(dict.fromkeys(key[1] for key in keys))
            raise CalcError(
                "variant_not_covered", _VARIANT_FIELD[item_type], value=variant, accepted=variants
            )
        if country is None:
            raise CalcError("country_needed", "country", item_type=item_type, accepted=countries)
        raise CalcError(
            "country_without_factor", "country", item_type=item_type, country=country, accepted=countries
        )


_VARIANT_FIELD = {
    "car": "fuel",
    "heat": "carrier",
    "meal": "diet",
    "freight": "mode",
    "material": "material",
    "print": "paper",
    "ferry": "type",
}
