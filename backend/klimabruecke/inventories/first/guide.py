"""The twelve data a first BASIC inventory needs, as this version ships them.

Why these twelve: BASIC has 32 required references, but the amounts behind them are held in few places. Ten
data are amounts that fill the sixteen references a city with a grid, roads and a waste service nearly always
has: electricity by three groups of consumers, fuels burnt in buildings and industry, fuels of road traffic,
energy of the railway, fuel of flights within the city, and landfilled, composted and liquid waste. Population
and the factor of the grid fill no reference, but no figure per head and no amount of electricity can be
reckoned without them. The other references (fugitive emissions, farming, ships, off-road, open burning) are
small or absent in most cities: they are answered NO or NE with a reason, until somebody asks.

They are files, not tables: nothing refers to a row of them, and no city changes them. A factor is offered
where the reference data have one that is proven; where they have none (wood, coal by weight, composting,
wastewater), it is asked together with its source. Who holds a datum is a function, never a person.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from klimabruecke.calc.activity_amounts import units_of
from klimabruecke.core.language import Bilingual
from klimabruecke.core.seeding import read_rows

DATA = Path(__file__).parent / "data"
Kind = Literal["amount", "population", "grid_factor"]
FactorGas = Literal["CO2", "CO2e"]
FactorQuality = Literal["H", "M", "L"]


@dataclass(frozen=True)
class OfferedFactor:
    """A factor of the reference data that a form offers, in one country or (None) everywhere."""

    id: str
    country_code: str | None
    gas: FactorGas
    quality: FactorQuality
    note: Bilingual | None


@dataclass(frozen=True)
class Form:
    """One way a datum is entered: what was used, per which base unit a factor is given, where it counts."""

    id: str
    name: Bilingual
    base_unit: str
    gpc_refs: tuple[str, ...]
    factors: tuple[OfferedFactor, ...]

    @property
    def units(self) -> tuple[str, ...]:
        return units_of(self.base_unit)

    def offered(self, factor_id: str) -> OfferedFactor | None:
        """The factor of this id, where the form offers it."""
        return next((factor for factor in self.factors if factor.id == factor_id), None)


@dataclass(frozen=True)
class Datum:
    """One of the twelve: who usually holds it, what is asked for, and why."""

    id: str
    kind: Kind
    name: Bilingual
    holder: Bilingual
    asked: Bilingual
    why: Bilingual
    forms: tuple[Form, ...]

    @property
    def gpc_refs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ref for form in self.forms for ref in form.gpc_refs))


@cache
def first_data() -> dict[str, Datum]:
    """All twelve by id, in the order they are asked for."""
    forms: dict[str, list[Form]] = {}
    offered = _offered()
    for row in read_rows(DATA / "first_inventory_forms_2026-11-25.csv"):
        factors = tuple(offered.get(row["id"], ()))
        form = Form(row["id"], _both(row, "name"), row["base_unit"], tuple(row["gpc_refs"].split()), factors)
        forms.setdefault(row["datum_id"], []).append(form)
    return {
        row["id"]: Datum(
            row["id"],
            cast(Kind, row["kind"]),
            _both(row, "name"),
            _both(row, "holder"),
            _both(row, "asked"),
            _both(row, "why"),
            tuple(forms.get(row["id"], ())),
        )
        for row in read_rows(DATA / "first_inventory_data_2026-11-25.csv")
    }


@cache
def forms() -> dict[str, tuple[Datum, Form]]:
    """Every form by id, with the datum it belongs to."""
    return {form.id: (datum, form) for datum in first_data().values() for form in datum.forms}


def _offered() -> dict[str, list[OfferedFactor]]:
    found: dict[str, list[OfferedFactor]] = {}
    for row in read_rows(DATA / "first_inventory_factors_2026-11-25.csv"):
        factor = OfferedFactor(
            row["emission_factor_id"],
            row["country_code"] or None,
            cast(FactorGas, row["gas"]),
            cast(FactorQuality, row["quality"]),
            _both(row, "note") if row["note_en"] else None,
        )
        found.setdefault(row["form_id"], []).append(factor)
    return found


def _both(row: dict[str, str], name: str) -> Bilingual:
    return Bilingual(row[f"{name}_de"], row[f"{name}_en"])
