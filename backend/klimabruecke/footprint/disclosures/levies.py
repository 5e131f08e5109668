"""The CO2 levy of an activity by city: what is due, what was paid, and what cannot be said."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection

from klimabruecke.calc.shares import shares
from klimabruecke.footprint.rules.checks import Journey, shown_checks
from klimabruecke.footprint.rules.queries import holds_on, levy_rules


@dataclass(frozen=True)
class Levy:
    """In cents of one currency; None where no amount is known, which is not the same as nothing."""

    due_cents: int | None = None
    paid_cents: int | None = None
    open: frozenset[str] = frozenset()
    """The activities of which nobody can say what is due: amount per tonne or travellers are not known."""

    def plus(self, other: "Levy") -> "Levy":
        return Levy(
            _sum(self.due_cents, other.due_cents),
            _sum(self.paid_cents, other.paid_cents),
            self.open | other.open,
        )


Levies: TypeAlias = dict[str, Levy]
"""By currency."""

AMOUNTS = ("due_cents", "paid_cents")

Amount: TypeAlias = tuple[str, str]
"""A currency, and which of its amounts."""


def _sum(one: int | None, other: int | None) -> int | None:
    return other if one is None else one + (other or 0)


def added(levies: Levies, more: Mapping[str, Levy]) -> None:
    """Add in place."""
    for currency, levy in more.items():
        levies[currency] = levies.get(currency, Levy()).plus(levy)


def merged(several: Iterable[Mapping[str, Levy]]) -> Levies:
    found: Levies = {}
    for each in several:
        added(found, each)
    return found


def shown(levies: Mapping[str, Levy], withheld: Collection[Amount]) -> list[dict[str, Any]]:
    """In the shape of ``DisclosedLevy``; what is withheld is no amount, and is named."""
    return [_shown(currency, levy, withheld) for currency, levy in sorted(levies.items())]


def _shown(currency: str, levy: Levy, withheld: Collection[Amount]) -> dict[str, Any]:
    known = {name: cents for name in AMOUNTS if (cents := getattr(levy, name)) is not None}
    kept_back = [name for name in known if (currency, name) in withheld]
    amounts = {name: None if name in kept_back else known.get(name) for name in AMOUNTS}
    return {"currency": currency, **amounts, "undetermined": len(levy.open), "withheld": kept_back}


class _NoPlaces:
    """A levy is counted from the footprint; no leg is measured."""

    def get(self, _code: str, /) -> None:
        return None


class LevyRules:
    """The levies of all cities."""

    def __init__(self, connection: Connection) -> None:
        self._rules = levy_rules(connection)

    def of(self, activity: Any) -> tuple[dict[str, Levies], list[Any]]:
        """By city, and the rules behind it.

        ``activity`` has its ``ghg_g``, and as ``home`` the cities of its project.
        """
        people: Counter[str] = Counter()
        for group in activity.participants:
            people[group["city_id"]] += group["count"]
        found: dict[str, Levies] = {}
        rules = self._applying(activity, people or activity.home[:1])
        journey = Journey((), (), activity.ghg_g, people)
        language: Literal["de"] = "de"
        for levy in shown_checks(rules, journey, _NoPlaces(), language)["levies"]:
            due = levy["due_cents"]
            is_open = frozenset({activity.id} if due is None else ())
            added(found.setdefault(levy["city_id"], {}), {levy["currency"]: Levy(due, open=is_open)})
        if activity.levy_paid_cents is not None:
            bearers = {city: people[city] or 1 for city in found} or people or {activity.home[0]: 1}
            for city, cents in shares(activity.levy_paid_cents, bearers).items():
                added(found.setdefault(city, {}), {activity.levy_currency: Levy(paid_cents=cents)})
        return found, rules

    def _applying(self, activity: Any, cities: Iterable[str]) -> list[Any]:
        """Levies are about official travel, like every rule of it."""
        if activity.kind != "trip":
            return []
        named = set(cities)
        return [rule for rule in self._rules if rule.city_id in named and holds_on(rule, activity.starts_on)]
