"""What an import is held against: what is stored of its city, and its lines added up."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from klimabruecke.calc import inventory as calc
from klimabruecke.cities.queries import city_detail
from klimabruecke.cities.schemas import CityDetailOut
from klimabruecke.exchange.imports.layouts.hints import Answers, Hints
from klimabruecke.exchange.imports.names import telling_words
from klimabruecke.exchange.imports.reading import ReadInventory, ReadLine
from klimabruecke.exchange.imports.rules import Judged, Known, KnownCity
from klimabruecke.exchange.imports.tables import ImportMapping
from klimabruecke.inventories import queries as inventories
from klimabruecke.reference.standards.queries import vocabulary


def hints(connection: Connection, job: Any) -> Hints:
    """What is known before the file is read."""
    return Hints(
        file_name=job.file_name,
        year=job.year,
        city_words=_words(_city(connection, job.city_id)),
        answers=answers(connection, job.mapping_id),
    )


def _city(connection: Connection, city_id: str) -> CityDetailOut:
    """With what is only recalled: a figure that is a little off still tells a city from its state."""
    return city_detail(connection, city_id, with_recalled=True)


def _words(city: Any) -> frozenset[str]:
    names = (city.id, city.name_de, city.name_en)
    return frozenset(word for name in names for word in telling_words(name))


def answers(connection: Connection, mapping_id: str | None) -> Answers:
    """What people have said of such files."""
    names = ("columns", "notation_keys", "words", "unit", "standard")
    columns = [getattr(ImportMapping, name) for name in names]
    row = connection.execute(select(*columns).where(col(ImportMapping.id) == mapping_id)).one_or_none()
    return Answers() if row is None else Answers(**row._mapping)


def known(connection: Connection, job: Any, this_year: int) -> Known:
    """What is stored of the city and of its other inventories."""
    city = _city(connection, job.city_id)
    state = _city(connection, city.parent_city_id) if city.parent_city_id else None
    totals: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for year, amounts in inventories.totals_of_city(connection, job.city_id):
        for name, amount_kg in amounts.items():
            totals[year][name].append(amount_kg)
    return Known(
        city=KnownCity(
            words=_words(city),
            un_locode=city.un_locode,
            populations=_populations(city),
            parent_populations={} if state is None else _populations(state),
        ),
        this_year=this_year,
        asked_year=job.year,
        totals_kg=totals,
    )


def _populations(city: Any) -> Mapping[int, Sequence[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for one in city.population_series:
        found[one.year].append(one.population)
    if city.population is not None and city.population_year is not None and city.population_year not in found:
        found[city.population_year].append(city.population)
    return found


def sums(connection: Connection) -> Callable[[ReadInventory], Judged]:
    """Adds up the lines of an inventory as stored ones are."""
    references = vocabulary(connection).references

    def judged(inventory: ReadInventory) -> Judged:
        cells: calc.Cells = {}
        sectors: dict[str, int] = defaultdict(int)
        for line in inventory.lines:
            if line.amount_kg is not None:
                one = _calculable(line, line.amount_kg, references)
                calc.add(cells, calc.cells_of(one))
                if line.gas in (calc.CO2E, "CO2"):
                    sectors[one.sector] += line.amount_kg
        amounts = calc.totals(cells, None).amounts_kg
        totals = {str(name): kg for name, kg in amounts.items() if kg is not None}
        return Judged(inventory, totals, sectors)

    return judged


def _calculable(line: ReadLine, amount_kg: int, references: Mapping[str, calc.Reference]) -> calc.Line:
    if line.gpc_ref is None:
        return calc.Line(line.sector or "", calc.NO_SCOPE, "total", line.gas, amount_kg)
    reference = references[line.gpc_ref]
    return calc.Line(reference.sector, reference.scope, reference.counts_in, line.gas, amount_kg)
