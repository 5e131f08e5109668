"""Global warming potentials: converting gases to CO2e, and keeping sets apart that do not add up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from klimabruecke.calc.errors import CalcError

_CO2_ONLY = re.compile(r"^CO2 only")
_REPORT = re.compile(r"\b(SAR|AR4|AR5CCF|AR5|AR6)\b")


@dataclass(frozen=True, slots=True)
class GwpSet:
    """The potentials of one IPCC report over one horizon: kg CO2e for a kg of each gas."""

    id: str
    horizon_years: int
    gases: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class GasLine:
    """A mass already expressed in CO2e, with the set it was expressed by."""

    gwp_set: str
    kg: Decimal


def co2e_kg(gas: str, mass_kg: Decimal, gwp_set: GwpSet) -> Decimal:
    """Mass of a gas in kg CO2e. CO2 is 1 in every set by definition.

    Raises CalcError `unknown_gas` where the set has no potential for the gas: it is never taken as 0.
    """
    if gas == "CO2":
        return mass_kg
    if gas not in gwp_set.gases:
        accepted = ("CO2", *sorted(gwp_set.gases))
        raise CalcError("unknown_gas", "gas", gas=gas, gwp_set=gwp_set.id, accepted=accepted)
    return mass_kg * gwp_set.gases[gas]


def add_lines(lines: Iterable[GasLine]) -> GasLine:
    """The sum of per-gas lines of one set. Lines of two sets have no sum: CalcError `mixed_gwp_sets`."""
    lines = tuple(lines)
    sets = tuple(sorted({line.gwp_set for line in lines}))
    if len(sets) != 1:
        raise CalcError("mixed_gwp_sets", "gwp_set", sets=sets)
    return GasLine(sets[0], sum((line.kg for line in lines), Decimal(0)))


@lru_cache(maxsize=1024)
def gwp_basis(label: str) -> frozenset[str]:
    """The sets a publisher's wording names: `AR5 (CH4 28, N2O 265)` is AR5, `AR4/AR5 by version` is two.

    Wordings that name none count as a basis of their own (`not stated`), since nobody can know that they
    agree with another one. An empty label (a model coefficient) has no basis at all.
    """
    if not label:
        return frozenset()
    if _CO2_ONLY.match(label):
        return frozenset({"CO2 only"})
    named = set(_REPORT.findall(label))
    if "LCA" in label and "CORSIA" not in label:
        named.add("IPCC LCA")
    return frozenset(named or {"not stated"})
