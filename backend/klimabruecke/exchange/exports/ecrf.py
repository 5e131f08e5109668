"""The eCRF: what the inventory is about, and a row for each line, in tonnes of CO2e.

Its words are those of the form, which is in English. A line whose gas has no potential in the inventory's set
has no tonnes here, and says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from klimabruecke import __version__
from klimabruecke.calc.gwp import GwpSet
from klimabruecke.calc.inventory import BIOGENIC, CO2E, Line, Reference, Unweighable, cells_of, co2e_kg
from klimabruecke.exchange.exports.book import Book, Value
from klimabruecke.exchange.exports.cover import About

_KG_PER_T = 1000
SCOPES = {1: "Direct emissions", 2: "Indirect emissions", 3: "Outside city boundary"}
LEVELS = {"basic": "BASIC", "basic_plus": "BASIC+", "territorial": "Territorial"}
HEADINGS = (
    *("Inventory year", "GPC ref. no.", "CRF - Sector", "CRF - Sub-sector", "Scope", "Fuel type or activity"),
    "Notation key",
    *(
        f"Activity data - {name}"
        for name in ("Amount", "Unit", "Description and Methodology", "Source", "Data Quality")
    ),
    *(
        f"Emission factor - {name}"
        for name in (
            *("Unit", "CO2", "CH4", "N2O", "Total CO2e", "Biogenic CO2", "Oxidation factor", "Year"),
            *("Scale", "Description", "Source", "Data Quality"),
        )
    ),
    *(f"GHGs (metric tonnes CO2e) - {name}" for name in ("CO2", "CH4", "N2O", "Total CO2e", "Biogenic CO2")),
)
UNWEIGHABLE = "The global warming potential of this gas is not known for the inventory: {kg} kg {gas}."


class Form(NamedTuple):
    """What rows are filled in with: names of references, the potentials of the inventory."""

    references: Mapping[str, Reference]
    names: Mapping[str, Any]
    potentials: GwpSet | None

    def tonnes(self, line: Any) -> dict[str, int]:
        """Kilograms of CO2e of a line by gas, and their sum under CO2e. Raises Unweighable."""
        reference = self.references[line.gpc_ref]
        whole = Line(
            reference.sector,
            reference.scope,
            reference.counts_in,
            line.gas,
            line.amount_kg,
            line.gas_split or {},
        )
        found = {
            cell.gas: co2e_kg(cell, kg, self.potentials, None) for cell, (kg, _) in cells_of(whole).items()
        }
        return found if line.gas == BIOGENIC else {**found, CO2E: sum(found.values())}


def write(book: Book, about: About, form: Form, lines: Iterable[Any]) -> None:
    page = book.sheet("eCRF_1", (24, 44, 60))
    for label, value in _about(about):
        page.row(["", label, value])
    page = book.sheet("eCRF_3", [16] * len(HEADINGS))
    page.headings(HEADINGS)
    for line in lines:
        page.row(_row(line, form))


def _about(about: About) -> Iterator[tuple[str, Value]]:
    inventory = about.inventory
    yield "Type", LEVELS.get(inventory.reporting_level or "")
    yield "Name of city", about.city.name_en
    yield "Country", about.city.country
    yield "Inventory year", str(inventory.year)
    yield "Inventory period", f"{inventory.period_start_on} - {inventory.period_end_on}"
    yield "Geographic boundary", inventory.boundary_en or inventory.boundary_de
    yield "Resident population within city boundary", inventory.population
    yield "Basis of the population", inventory.population_basis_en or inventory.population_basis_de
    yield "Inventory tool used", f"Klimabrücke {__version__}"
    yield "GPC reporting level", LEVELS.get(inventory.reporting_level or "")
    yield "Greenhouse gases included", "CO2" if inventory.gases == "co2" else "CO2e"
    yield "Global Warming Potential", inventory.gwp_set
    yield "Status", inventory.status
    yield "Source", about.source_text
    if inventory.is_partial:
        yield "Completeness", about.say("partial")
    if inventory.demo:
        yield "Demonstration", about.say("demo")


def _row(line: Any, form: Form) -> list[Value]:
    name = form.names[line.gpc_ref]
    values: dict[str, Value] = {
        "Inventory year": str(line.year),
        "GPC ref. no.": line.gpc_ref,
        "CRF - Sector": name.sector_name_en,
        "CRF - Sub-sector": name.name_en,
        "Scope": SCOPES[name.scope],
        "Fuel type or activity": line.activity,
        "Notation key": line.notation_key,
        "Activity data - Amount": line.activity_value,
        "Activity data - Unit": line.activity_unit,
        "Activity data - Source": line.source_note or line.source_id,
        "Activity data - Data Quality": line.quality_activity,
        "Emission factor - Unit": line.factor_unit,
        f"Emission factor - {_of_factor(line.gas)}": line.factor_value,
        "Emission factor - Data Quality": line.quality_factor,
    }
    said = [line.explanation, _included(line), line.method, line.note]
    if line.amount_kg is not None:
        try:
            values |= _masses(form.tonnes(line))
        except Unweighable:
            said.append(UNWEIGHABLE.format(kg=line.amount_kg, gas=line.gas))
    values["Activity data - Description and Methodology"] = "; ".join(filter(None, said)) or None
    return [values.get(heading) for heading in HEADINGS]


def _included(line: Any) -> str | None:
    return f"Included in {', '.join(line.included_in)}" if line.included_in else None


def _of_factor(gas: str) -> str:
    return {BIOGENIC: "Biogenic CO2", "CO2": "CO2", "CH4": "CH4", "N2O": "N2O"}.get(gas, "Total CO2e")


def _masses(found_kg: Mapping[str, int]) -> dict[str, Value]:
    """In tonnes; a gas that is in none of the columns is in the total only."""
    names = {CO2E: "Total CO2e", "CO2": "CO2", "CH4": "CH4", "N2O": "N2O", BIOGENIC: "Biogenic CO2"}
    return {
        f"GHGs (metric tonnes CO2e) - {names[gas]}": tonnes(kg)
        for gas, kg in found_kg.items()
        if gas in names
    }


def tonnes(amount_kg: int) -> Decimal:
    return Decimal(amount_kg) / _KG_PER_T
